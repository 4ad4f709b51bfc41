"""The sources of a comparison while it is open: choose, rename, remove, add."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.taking import Taking
from tui.work import compare_job, job_of, rename_job, renamed

if TYPE_CHECKING:
    from core.model import Source
    from tui.picking import Chosen
    from tui.screens.sources import Change


class Holding(Taking):
    """A desk whose sources can be changed."""

    def action_sources(self) -> None:
        """Show the sources."""
        if self._spread is not None:
            self._hold(self._spread.comparison.sources, self._state.source)

    def _hold(self, sources: tuple[Source, ...], chosen: str) -> None:
        from tui.screens.sources import SourcesDialog  # the first frame does not need it

        at = [source.id for source in sources].index(chosen)
        dialog = SourcesDialog(sources, at, self._state.base, self._state.hidden)
        self.app.push_screen(dialog, partial(self._change, sources))

    def _change(self, sources: tuple[Source, ...], change: Change | None) -> None:
        """Do with the sources, as the dialog had them, what it answered."""
        if change is None or self._spread is None:
            return
        settings = self._spread.comparison.settings
        if change.what == "choose":
            self._become(replace(self._state, source=change.source))
        elif change.what == "rename":
            named = renamed(sources, change.source, change.title)
            self._compare(rename_job(self._spread, named))
            self._hold(named, change.source)  # the next may be named
        elif change.what == "remove":
            stay = [s for s in self._spread.comparison.sources if s.id != change.source]
            self._compare(compare_job(stay, settings))
        elif change.what == "paste":
            from tui.picking import Chosen
            from tui.screens.paste import PasteDialog

            self.app.push_screen(
                PasteDialog(), lambda text: self._add(Chosen(pasted=(text,)) if text else None)
            )
        else:
            from tui.screens.picker import PickerScreen

            self.app.push_screen(PickerScreen(str(Path.cwd()), 1), self._add)

    def _add(self, chosen: Chosen | None) -> None:
        if chosen is None or self._spread is None:
            return
        comparison = self._spread.comparison
        others = (*comparison.sources, *chosen.pasted)
        if chosen.paths:
            self._compare(job_of(chosen.paths, comparison.settings, others=others))
        else:
            self._compare(compare_job(others, comparison.settings))
