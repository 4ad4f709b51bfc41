"""Searching while the reader types: at once where that is quick, else in a thread; and the hits walked."""

import asyncio
from dataclasses import replace

from textual import events, work
from textual.worker import Worker, WorkerState, get_current_worker

from core.errors import Cancelled
from tui import state
from tui.ink import Role
from tui.messages import TypedAhead
from tui.screens.desk import Desk
from tui.search import NO_HITS, Hits, first_hit, folded_query, goes_on, search
from tui.spread import Spread
from tui.state import ViewState
from tui.widgets.fields import Field, Prompt

_AT_ONCE = 2_000_000
"""Characters up to which a search is done at once: some 5 ms."""


class Searching(Desk):
    """A desk that finds the hits of a search. What needs them waits for them."""

    _seeking: Worker[Hits] | None = None
    _leads = False
    """Whether the cursor goes to the first hit when they are found."""
    _asked_at = ""
    """Key of the row where the reader was when he began to type a search."""

    def _search(self, spread: Spread, query: str, within: tuple[str, ...]) -> None:
        query, before = folded_query(query), self._hits
        self.workers.cancel_group(self, "search")
        self._leads = self._leads and self._seeking is not None
        self._seeking, self._hits = None, NO_HITS
        if not query:
            return
        if sum(map(len, spread.texts.values())) <= _AT_ONCE or goes_on(query, within, before, spread.index()):
            self._hits = search(spread.index(), query, within, before)
        else:
            self._seeking = self._seek(spread, query, within)

    @work(thread=True, exit_on_error=False, group="search", description="search")
    def _seek(self, spread: Spread, query: str, sources: tuple[str, ...]) -> Hits:
        worker = get_current_worker()

        def tick(_: float) -> None:
            if worker.is_cancelled:
                raise Cancelled

        return search(spread.index(), query, sources, tick=tick)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show the hits as soon as they are found."""
        if event.worker is self._seeking and event.state is WorkerState.SUCCESS:
            self._take_hits(event.worker.result or NO_HITS)

    async def _all_found(self) -> None:
        """Wait for the hits: the loop goes on meanwhile, and the keys behind this one wait."""
        worker = self._seeking
        if worker is not None:
            await asyncio.gather(worker.wait(), return_exceptions=True)
        if worker is not None and worker is self._seeking:
            self._take_hits(worker.result or NO_HITS)

    def _take_hits(self, hits: Hits) -> None:
        self._seeking, self._hits = None, hits
        if self._spread is None:
            return
        self._gather()
        self._draw(self._spread)
        if self._leads:
            self._lead()

    def _lead(self) -> None:
        """Go to the first hit from where the search was asked for, now or when the hits are found."""
        self._leads = self._seeking is not None
        self._become(state.to_hit(self._from_where_asked(), self._rows, self._hit_rows, 0))
        self._list.bring(Role.SEARCH)

    def _from_where_asked(self) -> ViewState:
        """The state at the row where the reader began to type: one letter more or less starts there anew."""
        at = self._rows.place(self._asked_at)
        return state.go(self._state, self._rows, at) if at >= 0 else self._state

    async def action_hit(self, by: int) -> None:
        """Go to the next or previous passage with a hit."""
        await self._all_found()
        if not self._hit_rows:
            self._say("No passage that is shown has a hit." if self._state.query else "/ searches first.")
            return
        new = state.to_hit(self._state, self._rows, self._hit_rows, by)
        row = self._rows[state.position(new, self._rows)]
        told = state.turned(self._rows, self._state, new, by)
        self._walk(replace(new, source=first_hit(row, self._hits) or new.source), told)
        self._list.bring(Role.SEARCH)

    def _walk(self, new: ViewState, told: str) -> None:
        """Go where a walk leads, and tell when that was past an end; also when it leads nowhere else."""
        self._become(new)
        self._turned = told
        self._draw_status()

    # typing

    def action_search(self) -> None:
        """Ask what to search for; before the comparison is there, too."""
        self._ask("query", self._state.query)
        self._asked_at = self._state.cursor

    def _ask(self, name: str, value: str) -> None:
        """Open a field."""
        field = self.query_one(f"#{name}", Prompt)
        field.value, field.display, self._typing = value, True, name
        self.set_focus(field)
        self._show_keys()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Search while the reader types."""
        if self._typing == "query":
            self._become(replace(self._state, query=event.value))
            self._lead()

    def on_typed_ahead(self, message: TypedAhead) -> None:
        """Do what a key does that was typed before the search had closed."""
        self.app.post_message(events.Key(message.key, message.character))

    async def action_keep_hits(self) -> None:
        """Do what Enter does while one types a search."""
        await self._all_found()
        self._state = state.come_from(self._state, self._asked_at)  # draws nothing
        self._close_field()

    def _close_field(self) -> None:
        self.query_one(f"#{self._typing or 'query'}", Prompt).display = False
        self._typing = self._asked_at = ""
        self.set_focus(None)
        self._show_keys()
