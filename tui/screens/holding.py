"""The sources of a comparison while it is open: choose, rename, remove, add."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.taking import Taking
from tui.work import compare_job, job_of, rename_job

if TYPE_CHECKING:
    from tui.picking import Chosen
    from tui.screens.sources import Change


class Holding(Taking):
    """A desk whose sources can be changed."""

    def action_sources(self) -> None:
        """Show the sources."""
        if self._spread is not None:
            from tui.screens.sources import SourcesDialog  # the first frame does not need it

            at = self._spread.ids.index(self._state.source)
            sources = self._spread.comparison.sources
            dialog = SourcesDialog(sources, at, self._state.base, self._state.hidden)
            self.app.push_screen(dialog, self._change)

    def _change(self, change: Change | None) -> None:
        if change is None or self._spread is None:
            return
        settings = self._spread.comparison.settings
        if change.what == "choose":
            self._become(replace(self._state, source=change.source))
        elif change.what == "rename":
            self._compare(rename_job(self._spread, change.source, change.title))
        elif change.what == "remove":
            stay = [s for s in self._spread.comparison.sources if s.id != change.source]
            self._compare(compare_job(stay, settings))
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
