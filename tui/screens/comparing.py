"""Comparing in a thread: asks, tells how far it is, takes the newest result and drops the others."""

import gc
import os
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from core.clusters import wire_texts
from core.errors import Cancelled, SidelightError
from core.model import Source
from tui.choice import Left
from tui.config import Config
from tui.hiding import without
from tui.ink import Piece, Role
from tui.keeping import changes, kept, reports
from tui.messages import Compared, Counted, Failed, LeftOut, Opened, Progressed
from tui.opening import Beginning, begun, opening
from tui.screens.drawn import Shared
from tui.screens.searching import Searching
from tui.spread import Spread
from tui.state import ViewState
from tui.turns import TURNS
from tui.work import Job, Report, matrix_of, rearrange_job, reload_job

_AT_ONCE = 5000
"""Rows from which on those without some sources are made in a thread: some 0.1 s."""


def _go_on(worker: Worker[Any], _: float = 0.0) -> None:
    """Let the screen answer a key first; stop when nobody wants what the worker makes."""
    TURNS.rest(lambda: worker.is_cancelled)
    if worker.is_cancelled:
        raise Cancelled


class Comparing(Searching):
    """A desk that makes its comparison itself."""

    def __init__(
        self,
        job: Job,
        config: Config,
        problems: tuple[str, ...] = (),
        articles: tuple[Beginning, ...] = (),
    ) -> None:
        """Make the screen.

        Args:
            job: Makes the first comparison.
            config: What the reader set.
            problems: What to tell the reader first.
            articles: How the articles begin, as far as that is known.
        """
        super().__init__(config)
        self._job = job
        self._problems = problems
        self._request = 0
        self._reload = -1  # the request that read files again
        self._hiding = -1  # the request that leaves sources out, as long as it does
        self._threshold = 0.0
        """The one asked for last."""
        self._beginnings = articles
        self._articles: set[str] = set()
        """Paths of every article that was read or refused so far, as they are on the disk."""

    def on_mount(self) -> None:
        """Show the frame, and only then begin to compare."""
        self._notice([])
        self._lines("masthead").show((Piece(" Sidelight", (Role.STRONG,)),))
        self._draw_opening("Reading the articles")
        self._show_keys()
        self.call_after_refresh(self._compare, self._job)

    def _compare(self, job: Job) -> None:
        """Ask for a comparison; whatever was asked for before is dropped."""
        self._request += 1
        self._run(self._request, job)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare", description="compare")
    def _run(self, request: int, job: Job) -> None:
        worker = get_current_worker()
        shown = ""

        def progress(stage: str, fraction: float) -> None:
            nonlocal shown
            _go_on(worker)
            if shown != (told := f"{stage} {fraction:.0%}"):  # books tick 200,000 times
                shown = told
                self.post_message(Progressed(request, stage, fraction))

        def opened(sources: Sequence[Source]) -> None:
            self.post_message(Opened(request, sources))

        spread = job(Report(progress, opened))
        gc.freeze()  # it stays: looking through 50,000 passages for what could go took 0.3 s of some key
        self.post_message(Compared(request, spread, self._made_ready(spread)))
        spread.prepare()

    def _made_ready(self, spread: Spread) -> Left | None:
        """Make, still in the thread, what the screen will ask for to show it to a reader who is there.

        Made when it is shown, it froze the screen for a second or two with 50,000 passages.
        """
        if self._spread is None:
            return None
        new = self._kept(spread)
        rows = spread.rows(new.base)
        if new.query:
            spread.index()
        if not new.hidden:
            return None
        left = without(rows, spread.comparison, spread.elsewhere, new.hidden)
        return (spread, new.base, new.hidden), left

    def _stop_comparing(self) -> None:
        self._request += 1
        self.workers.cancel_group(self, "compare")
        self._busy = ""
        if self._spread is not None:
            self._threshold = self._spread.comparison.settings.threshold
            self._draw_status()

    @property
    def _leaving_out(self) -> bool:
        """Whether rows are being made without some sources."""
        return self._hiding == self._request

    def on_progressed(self, message: Progressed) -> None:
        """Tell how far it is."""
        if message.request != self._request:
            return
        said = f"Comparing: {message.stage}, {message.fraction:.0%}"
        if self._spread is None:
            self._draw_opening(f"{said}   Esc stops and quits")
        else:
            self._busy = said
            self._draw_status()

    def on_opened(self, message: Opened) -> None:
        """Show the articles while they are compared for the first time."""
        if message.request == self._request and self._spread is None:
            self._beginnings = tuple(map(begun, message.sources))
            self._draw_opening("Comparing   Esc stops and quits")

    def _draw_opening(self, said: str) -> None:
        """Show how far it is, and how the articles begin."""
        width, height = self.app.size
        begun = opening(self._beginnings, width, height - 6)
        self._lines("progress").show((Piece(f"  {said}"),), (), *begun)

    def on_compared(self, message: Compared) -> None:
        """Show a comparison, unless another was asked for since."""
        if message.request != self._request:
            return
        spread, old = message.spread, self._spread
        files = [*(s.file for s in spread.comparison.sources), *(p.file for p in spread.problems)]
        self._articles |= {os.fsdecode(file) for file in files if file}
        head = "Not opened" if message.request != self._reload else "Not read again, kept as it was"
        told = [
            *self._problems,
            *(f"{head}: {problem}" for problem in spread.problems),
            *reports(old, spread),
        ]
        self._problems = ()
        if len(spread.ids) == 1:
            told.append("Only one account is open, so there is nothing to compare it with: s adds another.")
        if told:
            self._notice(told)
        self._choice.take(message.left)
        self._threshold = spread.comparison.settings.threshold
        self._take(spread, self._kept(spread))
        if old is None and self._state.query:  # it was typed while the articles were compared
            self._lead()
        if old is not None:
            again = message.request == self._reload and not spread.problems
            unchanged = "No file has changed." if again else ""
            self._say(changes(old, spread) or unchanged)

    def _kept(self, spread: Spread) -> ViewState:
        """The state for a new comparison: the reader's place in it."""
        if self._spread is None:
            return replace(self._state, base=spread.ids[0], source=spread.ids[0])
        return kept(self._state, self._row(), self._spread, spread)

    def action_threshold(self, by: int) -> None:
        """Match more loosely or more strictly."""
        if self._spread is not None:
            settings = self._spread.comparison.settings
            self._threshold = max(10.0, min(95.0, self._threshold + by))
            self._compare(rearrange_job(self._spread, replace(settings, threshold=self._threshold)))

    def action_reload(self) -> None:
        """Read changed files again; compare again only when there are any."""
        if self._spread is not None:
            self._compare(reload_job(self._spread))
            self._reload = self._request

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell why a worker ended early; end with the reason when nothing could be compared."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None or isinstance(error, Cancelled):
            return
        self._busy = ""
        if not isinstance(error, SidelightError):
            raise error
        self._failed(error)

    def _failed(self, error: SidelightError) -> None:
        if self._spread is None:
            self.post_message(Failed(error))
        else:
            self._notice([str(error)])
            self._draw_status()

    def _become(self, new: ViewState, *, force: bool = False) -> None:
        """Take on a new state; where many rows are to be made without some sources, when they are made."""
        spread, old = self._spread, self._state
        same = (new.base, new.hidden) == (old.base, old.hidden)
        few = not new.hidden or len(self._choice.every) < _AT_ONCE
        if spread is None or force or same or few or self._choice.has((spread, new.base, new.hidden)):
            super()._become(new, force=force)
        else:
            changed = {f.name: getattr(new, f.name) for f in fields(new)}
            changed = {name: value for name, value in changed.items() if value != getattr(old, name)}
            self._request = self._hiding = self._request + 1
            self._busy = "Leaving sources out"
            self._draw_status()
            self._leave_out(self._request, spread, changed)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare", description="leave out")
    def _leave_out(self, request: int, spread: Spread, changed: Mapping[str, Any]) -> None:
        state = replace(self._state, **changed)
        goes_on, every = partial(_go_on, get_current_worker()), spread.rows(state.base)
        rows = without(every, spread.comparison, spread.elsewhere, state.hidden, goes_on)
        gc.freeze()
        self.post_message(LeftOut(request, spread, changed, rows))

    def on_left_out(self, message: LeftOut) -> None:
        """Show the rows without the sources, unless something else was asked for since."""
        if message.request == self._request and message.spread is self._spread:
            new = replace(self._state, **message.changed)
            self._busy, self._hiding = "", -1
            self._choice.take(((message.spread, new.base, new.hidden), message.rows))
            self._become(new)

    @work(thread=True, exit_on_error=False, group="matrix", description="matrix")
    def _count(self, spread: Spread) -> None:
        self.post_message(Counted(spread, matrix_of(spread, partial(_go_on, get_current_worker()))))

    def on_counted(self, message: Counted) -> None:
        """Show the matrix, if it is still the one of the comparison shown."""
        if message.spread is self._spread:
            self._shared = Shared(message.matrix, wire_texts(message.spread.ids, message.matrix))
            self._draw_panel(self._look(message.spread))
            if self._shared.wires:  # headers say so
                self._draw(message.spread, force=True)
