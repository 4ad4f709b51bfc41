"""The screen of a comparison: what each key does. Where one leads on the desk stands in `moves`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from core.model import Source
from tui import asking, desk, messages, moves, work
from tui.browser import address
from tui.config import Config
from tui.desk import Desk
from tui.filters import EVERYTHING
from tui.frame import Covered
from tui.help import help_blocks
from tui.ink import Role, Words
from tui.keys import COMMANDS
from tui.opening import Beginning
from tui.pages import WordSheet
from tui.screens import taking
from tui.screens.deskview import DeskView
from tui.screens.export import ExportDialog, offered
from tui.screens.reading import SourceDialog, TextDialog, ZoomDialog
from tui.screens.selecting import Selecting
from tui.state import Pane
from tui.themes import theme_after

_FIELDS = ("search", "go")
"""Commands that open a field."""
_PAGE = 5
"""Findings or sources that a page of their lists is taken for."""


class ComparisonScreen(Selecting, Covered):
    """What the keys do: each leads somewhere on the desk, opens a dialog, or asks for another comparison."""

    AUTO_FOCUS = ""
    # What opens a field has priority: it is there before the keys behind it are handled, and gets them all.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(c.keys, c.action, c.says, id=c.id, priority=c.id in _FIELDS) for c in COMMANDS
    ]

    def __init__(
        self,
        job: work.Job,
        config: Config,
        problems: tuple[str, ...] = (),
        articles: Sequence[Beginning] = (),
        pasted: Sequence[Source] = (),
    ) -> None:
        """Make the screen.

        Args:
            job: Makes the first comparison.
            config: What the reader set.
            problems: What to tell the reader first.
            articles: How the articles begin, as far as that is known.
            pasted: Those of the first comparison that the reader pasted.
        """
        super().__init__()
        self._job, self._config = job, config
        self.view = DeskView(problems, articles, pasted)
        """The desk, and all that is drawn of it."""

    @property
    def desk(self) -> Desk:
        """What is shown, and where the reader is."""
        return self.view.desk

    def compose(self) -> ComposeResult:
        """The desk alone."""
        yield self.view

    def on_mount(self) -> None:
        """Show the frame, and only then begin to compare."""
        self.view.notice(())
        self.view.threads.open(self._job)
        self.view.show_keys()

    def on_resize(self) -> None:
        """Lay out for the new size; the toolkit tells it twice: by the terminal, and when it has laid out."""
        self.view.fit()

    def _before_drawing(self) -> None:
        self.view.parts.follow(self.desk)

    def on_said(self, message: messages.Said) -> None:
        """Tell what the application or a thread has to say."""
        self.view.say(message.words)

    def watch_selections(self) -> None:
        """Show what can be done with what is selected."""
        if self.desk.ids:
            self.view.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While one types into a field, the keys that open one are characters like any other."""
        return action not in _FIELDS or (self.is_mounted and not self.desk.typing)

    # comparing and searching

    def action_threshold(self, by: int) -> None:
        """Match more loosely or more strictly."""
        if self.desk.ids:
            threshold = max(10.0, min(95.0, self.desk.threshold + by))
            self.view.desk = replace(self.desk, threshold=threshold)
            self.view.threads.change(work.match_at(threshold))

    def action_reload(self) -> None:
        """Read changed files again; compare again only when there are any."""
        if self.desk.ids:
            self.view.threads.change(work.read_again, again=True)

    def action_search(self) -> None:
        """Ask what to search for; before the comparison is there, too."""
        self.view.ask("query", self.desk.state.query)

    async def action_keep_hits(self) -> None:
        """Do what Enter does while one types a search."""
        await self.view.keep_hits()

    async def action_hit(self, by: int) -> None:
        """Go to the next or previous passage with a hit."""
        await self.view.to_hit(by)

    def action_go(self) -> None:
        """Ask for the number of a passage or a paragraph."""
        if self.desk.ids:
            self.view.ask("place", "")

    def action_go_there(self) -> None:
        """Go to the passage or the paragraph that was typed."""
        self.view.go_there()

    # moving

    def action_step(self, by: int) -> None:
        """Go some passages on, or lines of the pane."""
        if not self.view.scrolls(by, 0):
            self.view.go(moves.step(self.desk, by))

    def action_page(self, by: int) -> None:
        """Scroll a page; the cursor comes along."""
        if self.desk.state.pane is Pane.PASSAGES:
            if self.desk.rows:
                self.view.mark(self.view.parts.passages.page(by))
        elif not self.view.scrolls(0, by):
            self.view.go(moves.step(self.desk, by * _PAGE))

    def action_edge(self, by: int) -> None:
        """Go to the first or the last passage."""
        if not self.view.scrolls(by * moves.FAR, 0):
            self.view.go(moves.edge(self.desk, by))

    def action_finding(self, by: int) -> None:
        """Go to the next or previous finding."""
        self.view.go(moves.finding(self.desk, by))

    def action_source(self, by: int) -> None:
        """Choose the next or previous source."""
        self.view.go(moves.source(self.desk, by))

    def action_number(self, number: int) -> None:
        """Choose a source by number."""
        self.view.go(moves.number(self.desk, number))

    def action_pane(self, by: int) -> None:
        """Let the keys act on the next or previous pane."""
        self.view.go(moves.pane(self.desk, by))

    def action_back(self) -> None:
        """Go back to where the last jump came from."""
        self.view.go(moves.back(self.desk))

    def action_follow(self) -> None:
        """Go to the passage that this one points to."""
        self.view.go(moves.follow(self.desk))

    def action_filter(self, show: str = "") -> None:
        """Show the next kind of rows there is, or this one."""
        self.view.go(moves.show(self.desk, show))

    def action_kind(self) -> None:
        """Show findings of one kind."""
        self.view.go(moves.kind(self.desk))

    def action_marks(self) -> None:
        """Mark the words of other rows."""
        self.view.go(moves.marks(self.desk))

    def action_wording(self) -> None:
        """Show passages of one wording."""
        self.view.go(moves.wording(self.desk))

    def action_within(self) -> None:
        """Show the rows of one source."""
        self.view.go(moves.within(self.desk))

    def action_view(self) -> None:
        """Change the view."""
        self.view.go(moves.view(self.desk))

    def action_base(self) -> None:
        """Let the chosen source lead the rows."""
        self.view.go(moves.base(self.desk))

    def action_hide(self) -> None:
        """Hide the chosen source, unless another is being hidden: its rows would be dropped."""
        if self.view.threads.leaving_out:
            self.view.say("A source is still being left out: press again when that is done, or Esc stops it.")
        else:
            self.view.go(moves.hide(self.desk))

    def action_move(self, by: int) -> None:
        """Move the chosen source among the others."""
        self.view.go(moves.among_sources(self.desk, by))

    def action_mark(self) -> None:
        """Mark the passage, or unmark it."""
        self.view.go(moves.mark(self.desk))

    def action_show_all(self) -> None:
        """Show all sources, in their own order."""
        leaving = self.view.threads.leaving_out
        if leaving:
            self.view.go_on()
        self.view.go(moves.show_all(self.desk, leaving=leaving))

    def action_theme(self) -> None:
        """Change the colours, and tell which: without colours nothing else shows it."""
        self.app.theme = theme_after(self.app.theme)
        self.view.say(f"Theme: {self.app.theme.removeprefix('sidelight-')}.")

    def on_key_clicked(self, message: messages.KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)

    def on_paste(self, event: events.Paste) -> None:
        """Say where a text is pasted."""
        event.stop()
        if self.desk.ids:
            self.view.say("Nothing is pasted here: s, then p, adds a text as a source.")

    # asking

    def action_context(self) -> None:
        """Unfold the row when it is folded; else show its paragraph in its article, and fold it again."""
        now, row = self.desk, self.desk.row
        if row is None:
            return
        if now.state.pane is not Pane.PASSAGES:
            self.view.go(moves.to_passages(now))
            return
        folded = moves.fold(now, max(12, self.view.parts.passages.size.width - 2))
        if folded is not None:
            self.view.go(folded)
        if row.passage is not None and (folded is None or row.key in now.state.unfolded):
            self.app.push_screen(SourceDialog(self._in_article, now.state.query))

    def _in_article(self, by: int) -> asking.Page:
        """Choose a source so far on, of those that have the passage; its article."""
        self.view.go(moves.to_teller(self.desk, by))
        return asking.article_of(self.desk)

    def action_zoom(self) -> None:
        """Show the cell of the chosen source alone; of the first that has the passage when it lacks it."""
        if self.desk.row is not None:
            self.view.go(moves.to_teller(self.desk))
            self.app.push_screen(ZoomDialog(self._zoomed, self.desk.state.query))

    def _zoomed(self, by: int) -> asking.Page:
        """Choose a source so far on; its cell."""
        self.view.go(moves.source(self.desk, by))
        return asking.cell_of(self.desk)

    def action_why(self) -> None:
        """Show why the passage is what it is."""
        row = self.desk.row
        if row is not None:
            self.app.push_screen(TextDialog(f"Why {row.key}", WordSheet(asking.why(self.desk.look, row))))

    def action_help(self) -> None:
        """Show the keys in force."""
        now = self.desk
        told = (Words().add(line, Role.ERROR) for line in now.notice)
        blocks = help_blocks(self._config.keys, f"match: {now.threshold:.0f}" if now.ids else "")
        self.app.push_screen(TextDialog("Keys and signs", WordSheet((*told, *blocks))))

    # taking away

    def action_copy(self) -> None:
        """Copy the selected text, or else the passage under the cursor."""
        if self.get_selected_text():
            self.action_copy_text()
        else:
            row = self.desk.row
            self._copy([row.key] if row and row.passage else [], "There is no passage here to copy.")

    def action_copy_marked(self) -> None:
        """Copy the marked passages, in their order."""
        self._copy(taking.marked(self.desk), "No passage is marked: m marks one.")

    def _copy(self, passages: Sequence[str], otherwise: str) -> None:
        if passages:
            self.post_message(taking.copying(self.desk, passages))
        else:
            self.view.say(otherwise)

    def action_export(self, ending: str = "md") -> None:
        """Ask where to, and export; the reader may choose another format by another ending."""
        written = self.desk.written
        if self.desk.ids:
            first, beyond = offered(ending, written), taking.beyond(self.desk)
            self.app.push_screen(ExportDialog(first, beyond, written, self.view.threads.export))

    def action_edit(self) -> None:
        """Open the article in the reader's editor, at the passage."""
        cell = self.desk.cell
        if cell is None:
            return
        wrong = taking.edit(self.app, self.desk.spread, cell)
        if wrong:
            self.view.notice((wrong,))
        else:
            self.refresh()
            self.action_reload()

    def action_open(self) -> None:
        """Open the address of the chosen source in the reader's browser."""
        if not self.desk.ids:
            return
        source = self.desk.spread.comparison.source(self.desk.state.source)
        url = address(source.url)
        if url is None:
            self.view.say(taking.no_address(source))
        else:
            self.view.threads.browse(url, self._config.open_command)

    # the sources and the end

    def action_sources(self) -> None:
        """Show the sources."""
        if self.desk.ids:
            self.view.hold(self.desk.spread.comparison.sources, self.desk.state.source)

    def action_close(self) -> None:
        """Close what is open: a pane, the search, a running comparison, the notice; then the filters."""
        now = self.desk
        if not now.ids and not now.typing:
            self.action_leave()
        elif self.get_selected_text():
            self.clear_selection()
        elif now.state.pane is not Pane.PASSAGES and not now.typing:
            self.view.go(moves.to_passages(now))
        elif now.typing == "place":
            self.view.close_field()
        elif now.typing or now.state.query:
            self.view.close_field()
            self.view.become(replace(desk.from_where_asked(now), query=""))
        elif now.busy or self.view.threads.changing:
            self._stop()
        elif self.view.parts.notice.display:
            self.view.notice(())
        else:
            self.view.become(replace(now.state, only=EVERYTHING))

    def action_leave(self) -> None:
        """Quit; where a pasted text would go with it, when the reader was told so."""
        if self._agreed(taking.would_lose(self.desk)):
            self.workers.cancel_all()
            self.app.exit()

    def _stop(self) -> None:
        """Stop comparing; where a pasted text would go with it, when the reader was told so."""
        if self._agreed(taking.would_drop(self.desk)):
            self.view.stop_comparing()

    def _agreed(self, warning: str) -> bool:
        """Whether the reader was told just now what goes, or nothing does; else he is told."""
        agreed = not warning or self.desk.said == warning
        if not agreed:
            self.view.say(warning)
        return agreed
