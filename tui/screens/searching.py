"""Searching: at once where that is quick, else in a thread, while the reader types on."""

import asyncio

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from core.errors import Cancelled
from tui import state
from tui.ink import Role
from tui.screens.desk import Desk
from tui.search import NO_HITS, Hits, folded_query, goes_on, search
from tui.spread import Spread
from tui.state import ViewState

_AT_ONCE = 2_000_000
"""Characters up to which a search is done at once: some 5 ms."""


class Searching(Desk):
    """A desk that finds the hits of a search. What needs them waits for them."""

    _seeking: Worker[Hits] | None = None
    _leads = False
    """Whether the cursor goes to the first hit when they are found."""

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
