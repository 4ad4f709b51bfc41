"""What the screen of a comparison has done in threads, and how far the first comparison is."""

import asyncio
import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any, TypeVar

from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from core.errors import Cancelled, SidelightError
from core.model import Source
from tui.browser import open_address
from tui.desk import Desk, made_ready
from tui.hiding import without
from tui.ink import Piece
from tui.messages import (
    Compared,
    Counted,
    Failed,
    Found,
    LeftOut,
    Opened,
    Progressed,
    Request,
    Said,
    Written,
)
from tui.opening import Beginning, begun, opening
from tui.search import NO_HITS, Hits, search
from tui.spread import Spread
from tui.state import ViewState
from tui.turns import TURNS
from tui.widgets.drawing import Lines
from tui.work import Job, Report, Step, change_job, matrix_of

_Made = TypeVar("_Made")
_Post = Callable[[Message], object]


class Threads(Lines):
    """Has done in threads what takes long, and posts what is made; what nobody waits for any more it drops.

    It draws how far it is, and how the articles begin, until there is a comparison.
    """

    def __init__(self, desk: Callable[[], Desk], articles: Sequence[Beginning]) -> None:
        """Make the widget.

        Args:
            desk: The desk as it is now; asked in threads, too.
            articles: How the articles begin, as far as that is known.
        """
        super().__init__(id="progress")
        self._desk = desk
        self._articles = articles
        self._request = Request()
        self._steps: tuple[Step, ...] = ()
        self._again = False
        self._seeking: Worker[Hits] | None = None

    def _begin(self, group: str, make: Callable[[], _Made], *, alone: bool = False) -> Worker[_Made]:
        """Make something in a thread; alone in its group when what is made there already is to be dropped."""
        return self.run_worker(
            make, group=group, description=group, exit_on_error=False, exclusive=alone, thread=True
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell that hits are found, and why a thread ended early."""
        error = event.worker.error
        if event.worker is self._seeking and event.state is WorkerState.SUCCESS:
            self.post_message(Found())
        if event.state is not WorkerState.ERROR or error is None or isinstance(error, Cancelled):
            return
        if not isinstance(error, SidelightError):
            raise error
        if event.worker.group == "compare":
            self._forget()
        self.post_message(Failed(error))

    # comparing

    def open(self, job: Job) -> None:
        """Make the first comparison."""
        self._draw("Reading the articles")
        self.call_after_refresh(self.compare, job)

    def change(self, step: Step, *, again: bool = False) -> None:
        """Change what is compared; what was asked for before and is not yet shown is done with it.

        Args:
            step: The change.
            again: Whether files are read again for it.
        """
        self._steps = (*self._steps, step)
        self._again = self._again or again
        if not self.leaving_out:  # what is being left out is so of what is shown now
            self._take_steps()

    def _take_steps(self) -> None:
        self.compare(change_job(self._desk().spread, self._steps), again=self._again)

    def go_on(self) -> None:
        """Go on with the changes that had to wait while sources were left out."""
        if self._steps:
            self._take_steps()
        else:
            self.stop()

    @property
    def changing(self) -> bool:
        """Whether a change of what is compared is under way."""
        return bool(self._steps)

    def _forget(self) -> None:
        """Nothing is asked for any more."""
        self._steps, self._again = (), False

    def on_compared(self, message: Compared) -> None:
        """What was asked for is there."""
        if self.wants(message.request):
            self._forget()

    def compare(self, job: Job, *, again: bool = False) -> None:
        """Make a comparison; `again` tells whether files are read again for it."""
        self._request = request = Request(self._request.number + 1, "reload" if again else "compare")
        self._begin("compare", partial(_compare, self.post_message, self._desk, request, job), alone=True)

    def leave_out(self, new: ViewState) -> None:
        """Make the rows that a state asks for; what the reader changes meanwhile stays."""
        desk = self._desk()
        changed = {f.name: getattr(new, f.name) for f in fields(new)}
        changed = {name: value for name, value in changed.items() if value != getattr(desk.state, name)}
        self._request = request = Request(self._request.number + 1, "leave out")
        self._begin("compare", partial(_leave_out, self.post_message, request, desk, changed), alone=True)

    def stop(self) -> None:
        """Stop comparing."""
        self._forget()
        self._request = Request(self._request.number + 1)
        self.workers.cancel_group(self, "compare")

    def wants(self, request: Request) -> bool:
        """Whether this is what was asked for last."""
        return request == self._request

    @property
    def leaving_out(self) -> bool:
        """Whether rows are being made without some sources."""
        return self._request.what == "leave out"

    def on_progressed(self, message: Progressed) -> None:
        """Show how far the first comparison is; of others the screen tells."""
        if self.wants(message.request) and not self._desk().ids:
            self._draw(f"Comparing: {message.stage}, {message.fraction:.0%}   Esc stops and quits")

    def on_opened(self, message: Opened) -> None:
        """Show the articles while they are compared for the first time."""
        if self.wants(message.request) and not self._desk().ids:
            self._articles = tuple(map(begun, message.sources))
            self._draw("Comparing   Esc stops and quits")

    def _draw(self, said: str) -> None:
        width, height = self.app.size
        self.show((Piece(f"  {said}"),), (), *opening(self._articles, width, height - 6))

    # searching

    def seek(self, spread: Spread, query: str, sources: Sequence[str]) -> None:
        """Find the hits of a folded query in some sources."""
        self._seeking = self._begin("search", partial(_seek, spread, query, sources))

    def stop_seeking(self) -> None:
        """Stop searching."""
        self.workers.cancel_group(self, "search")
        self._seeking = None

    @property
    def seeking(self) -> bool:
        """Whether hits are looked for, or are found and not yet taken."""
        return self._seeking is not None

    async def all_found(self) -> None:
        """Wait for the hits: the loop goes on meanwhile, and the keys behind this one wait."""
        if self._seeking is not None:
            await asyncio.gather(self._seeking.wait(), return_exceptions=True)

    def take_hits(self) -> Hits | None:
        """What was found, once; None while it is looked for."""
        worker = self._seeking
        if worker is None or not worker.is_finished:
            return None
        self._seeking = None
        return worker.result or NO_HITS

    # the rest

    def count(self, spread: Spread) -> None:
        """Count how much wording each pair of sources shares."""
        self._begin("matrix", partial(_count, self.post_message, spread))

    def export(self, path: str, overwrite: bool) -> None:
        """Write the comparison to a file, in the thread that asks for it."""
        _write(self.post_message, self._desk(), path, overwrite)

    def browse(self, url: str, command: str) -> None:
        """Open an address by a command of the reader, if he has one."""
        self._begin("open", lambda: self.post_message(Said(open_address(url, command))))


def _go_on(worker: Worker[Any], _: float = 0.0) -> None:
    """Let the screen answer a key first; stop when nobody wants what the worker makes."""
    TURNS.rest(lambda: worker.is_cancelled)
    if worker.is_cancelled:
        raise Cancelled


def _compare(post: _Post, desk: Callable[[], Desk], request: Request, job: Job) -> None:
    worker = get_current_worker()
    shown = ""

    def progress(stage: str, fraction: float) -> None:
        nonlocal shown
        _go_on(worker)
        if shown != (told := f"{stage} {fraction:.0%}"):  # books tick 200,000 times
            shown = told
            post(Progressed(request, stage, fraction))

    def opened(sources: Sequence[Source]) -> None:
        post(Opened(request, sources))

    spread = job(Report(progress, opened))
    gc.freeze()  # it stays: looking through 50,000 passages for what could go took 0.3 s of some key
    post(Compared(request, spread, made_ready(desk(), spread)))
    spread.prepare()


def _leave_out(post: _Post, request: Request, desk: Desk, changed: Mapping[str, Any]) -> None:
    spread, state = desk.spread, replace(desk.state, **changed)
    goes_on, every = partial(_go_on, get_current_worker()), spread.rows(state.base)
    rows = without(every, spread.comparison, spread.elsewhere, state.hidden, goes_on)
    gc.freeze()
    post(LeftOut(request, changed, ((spread, state.base, state.hidden), rows)))


def _seek(spread: Spread, query: str, sources: Sequence[str]) -> Hits:
    worker = get_current_worker()

    def tick(_: float) -> None:
        if worker.is_cancelled:
            raise Cancelled

    return search(spread.index(), query, sources, tick=tick)


def _count(post: _Post, spread: Spread) -> None:
    post(Counted(spread, matrix_of(spread, partial(_go_on, get_current_worker()))))


def _write(post: _Post, desk: Desk, path: str, overwrite: bool) -> None:
    from core.export.formats import Format, format_of, render
    from core.export.write import write

    form = format_of(path)
    text = render(desk.spread.comparison, form)
    write(path, text, overwrite=overwrite, inputs=desk.files)
    whole = desk.spread.texts.values() if form is Format.JSON else ()
    post(Written(path, frozenset(whole)))
