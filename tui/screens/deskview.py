"""The desk as it is shown: takes on what keys and threads lead to, draws it and tells of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from core.clusters import wire_texts
from core.model import Source
from tui import columns, desk, moves, state, work
from tui.choice import Left
from tui.chrome import Key
from tui.desk import Desk
from tui.ink import Role
from tui.keeping import changes, followed
from tui.keys import shown_key
from tui.messages import (
    Compared,
    Counted,
    Failed,
    KeyClicked,
    LeftOut,
    LineClicked,
    Progressed,
    RowClicked,
    Scrolled,
    TypedAhead,
    Written,
)
from tui.moves import Move
from tui.opening import Beginning
from tui.screens.parts import Parts
from tui.screens.taking import loose
from tui.screens.threads import Threads
from tui.search import NO_HITS, folded_query
from tui.state import Pane, ViewState
from tui.widgets.drawing import Drawing
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from tui.screens.sources import Change

_MOMENT = 5.0
"""Seconds for which something is told in passing."""


class DeskView(Drawing):
    """Holds the one `Desk` of a screen: all that is shown, and where the reader is.

    Where a key leads is asked of `moves`; what takes long is done by `Threads`, whose messages bring the next
    desk; `Parts` draws it.
    """

    def __init__(
        self, problems: Sequence[str], articles: Sequence[Beginning], pasted: Sequence[Source]
    ) -> None:
        """Make the view.

        Args:
            problems: What to tell the reader first.
            articles: How the articles begin, as far as that is known.
            pasted: Those of the first comparison that the reader pasted.
        """
        super().__init__(id="desk")
        self.desk = Desk(problems=tuple(problems), pasted=tuple(pasted))
        """What is shown."""
        self.threads = Threads(lambda: self.desk, articles)
        """What is done in threads."""
        self.parts = Parts(self.threads)
        """The widgets."""

    def compose(self) -> Iterator[Widget]:
        """The lines, the lists and the fields."""
        return self.parts.compose()

    # from one desk to the next

    def become(self, new: ViewState, *, made: Left | None = None, force: bool = False) -> bool:
        """Take on a new state and draw what it changes; False where a thread must make its rows first."""
        old = self.desk
        new = columns.among(new, old.ids) if old.ids else new
        if not force and desk.leaves_out(old, new, made):
            self.threads.leave_out(new)
            self._tell(replace(old, busy="Leaving sources out"))
            return False
        self.desk = replace(old, state=new, said="", turned="")
        if not old.ids or (new == old.state and not force):
            if old.said or old.turned:
                self._tell(self.desk)
            return True
        self.desk = desk.moved(replace(self.desk, size=self.app.size), new, made)
        self._search(anew=force)
        self._draw(jump=new.back != old.state.back or new.finding != old.state.finding, force=force)
        if desk.to_count(self.desk):
            self.desk = replace(self.desk, shared=self.desk.shared._replace(asked=True))
            self.threads.count(self.desk.spread)
        return True

    def go(self, move: Move) -> None:
        """Go where a key leads, and tell what is told of it."""
        if not self.become(move.state):
            return  # the line under the sources says so when the rows are made
        if move.turned:
            self._tell(replace(self.desk, turned=move.turned))
        if move.said:
            self.say(move.said)

    def _draw(self, *, jump: bool = False, force: bool = False) -> None:
        self.parts.draw(self.desk, jump=jump, force=force)
        self.show_keys()

    def mark(self, at: int) -> None:
        """Put the cursor on a row without scrolling."""
        old = self.desk
        new = state.go(old.state, old.rows, at)
        self.desk = replace(old, state=new, turned=old.turned if new == old.state else "")
        self.parts.mark(self.desk)
        self.show_keys()

    def scrolls(self, lines: int, pages: int) -> bool:
        """Scroll the article, if the keys act on it; whether they do."""
        there = self.desk.state.pane is Pane.ARTICLE
        if there:
            self.parts.scroll_article(lines, pages)
        return there

    def fit(self) -> None:
        """Lay out for the size of the terminal, if it is another."""
        now = self.desk
        if now.ids and now.size != self.app.size:
            self.desk = desk.with_hits(desk.moved(replace(now, size=self.app.size), now.state), now.hits)
            self._draw()

    # telling

    def _tell(self, now: Desk) -> None:
        """Take a desk on which something else is told, and draw the status line."""
        self.desk = now
        self.parts.tell(now)

    def say(self, words: str) -> None:
        """Tell something in passing, in place of where the reader is; what it says may hold article text."""
        self._tell(replace(self.desk, said=words))
        self.set_timer(_MOMENT, partial(self._unsay, words))

    def _unsay(self, words: str) -> None:
        """Tell where the reader is again, unless something else was said meanwhile."""
        if self.desk.said == words:
            self._tell(replace(self.desk, said=""))

    def notice(self, lines: Sequence[str]) -> None:
        """Show lines until the reader closes them; the help tells them later, too."""
        self.desk = replace(self.desk, notice=tuple(lines) or self.desk.notice)
        self.parts.notify(lines)

    def show_keys(self) -> None:
        """Tell the keys that matter most just now."""
        bound = {
            b.binding.id: b.binding for b in reversed(self.screen.active_bindings.values()) if b.binding.id
        }
        keys = {n: Key(shown_key(b.key, self.app.get_key_display(b)), "", b.action) for n, b in bound.items()}
        selecting = bool(self.screen.get_selected_text())  # a drag over what is no text selects nothing
        self.parts.show_keys(self.desk, keys, selecting=selecting)

    # comparing

    def on_progressed(self, message: Progressed) -> None:
        """Tell how far it is."""
        if self.threads.wants(message.request) and self.desk.ids:
            said = f"Comparing: {message.stage}, {message.fraction:.0%}"
            self._tell(replace(self.desk, busy=said))

    def on_compared(self, message: Compared) -> None:
        """Show a comparison, unless another was asked for since."""
        old, spread, again = self.desk, message.spread, message.request.what == "reload"
        if not self.threads.wants(message.request):
            return
        if told := desk.notice_of(old, spread, again=again):
            self.notice(told)
        self.desk = desk.taken(self.desk, spread)
        self.threads.display = False
        self.become(desk.state_in(old, spread), made=message.left, force=True)
        if old.ids:
            unchanged = "No file has changed." if again and not spread.problems else ""
            self.say(changes(old.spread, spread) or unchanged)
        elif self.desk.state.query:  # it was typed while the articles were compared
            self._lead()

    def on_left_out(self, message: LeftOut) -> None:
        """Show the rows without the sources, unless something else was asked for since."""
        if self.threads.wants(message.request) and message.made[0][0] is self.desk.spread:
            self.go_on()
            if self.desk.state.base in message.made[0][2]:  # the reader made it the base meanwhile
                self.go(Move(self.desk.state, f"{self.desk.state.base} is the base and stays."))
            else:
                self.become(replace(self.desk.state, **message.changed), made=message.made)

    def go_on(self) -> None:
        """Leave sources out no longer; what had to wait meanwhile goes on."""
        self.threads.go_on()
        self._tell(replace(self.desk, busy=""))

    def on_counted(self, message: Counted) -> None:
        """Show the matrix, if it is still the one of the comparison shown."""
        if message.spread is self.desk.spread:
            wires = wire_texts(message.spread.ids, message.matrix)
            self.desk = replace(self.desk, shared=desk.Shared(message.matrix, wires, asked=True))
            self.parts.draw_panel(self.desk)
            if wires:  # headers say so
                self._draw(force=True)

    def on_written(self, message: Written) -> None:
        """Tell where the comparison was exported to."""
        self.desk = replace(self.desk, written=message.path, saved=self.desk.saved | message.texts)
        self.say(f"Written to {message.path}")

    def on_failed(self, message: Failed) -> None:
        """Tell what went wrong; when there is nothing to show, the application does."""
        if not self.threads.changing:
            self._stopped()
        if self.desk.ids:
            message.stop()
            self.notice((str(message.error),))

    def stop_comparing(self) -> None:
        """Stop comparing."""
        self.threads.stop()
        self._stopped()

    def _stopped(self) -> None:
        """Tell of nothing under way; the threshold is again that of what is shown."""
        threshold = self.desk.spread.comparison.settings.threshold
        self._tell(replace(self.desk, threshold=threshold, busy="", pasted=()))

    # the sources

    def hold(self, sources: tuple[Source, ...], chosen: str) -> None:
        """Show the sources, to be changed."""
        from tui.screens.sources import SourcesDialog  # the first frame does not need it

        at = [source.id for source in sources].index(chosen)
        dialog = SourcesDialog(sources, at, self.desk.state.base, self.desk.state.hidden, loose(self.desk))
        self.app.push_screen(dialog, partial(self._change, sources))

    def _change(self, sources: tuple[Source, ...], change: "Change | None") -> None:
        """Do with the sources, as the dialog had them, what it answered."""
        if change is None:
            return
        there = followed(sources, self.desk.spread.comparison.sources)
        if change.source and change.source not in there:  # removed while the dialog was open
            self.say(f"{change.source} is no longer compared.")
        elif change.what == "choose":
            self.go(moves.choose(self.desk, there[change.source]))
        elif change.what == "rename":
            named = work.renamed(sources, change.source, change.title)
            self.threads.change(work.rename(there[change.source], change.title))
            self.hold(named, change.source)  # the next may be named
        elif change.what == "remove":
            self.threads.change(work.remove(there[change.source]))
        elif change.what == "paste":
            from tui.screens.paste import PasteDialog

            self.app.push_screen(PasteDialog(), lambda text: self._add((), (text,) if text else ()))
        else:
            from tui.screens.picker import PickerScreen

            picker = PickerScreen(str(Path.cwd()), 1)
            self.app.push_screen(picker, lambda c: self._add(c.paths, c.pasted) if c else None)

    def _add(self, paths: tuple[str, ...], pasted: tuple[Source, ...]) -> None:
        if paths or pasted:
            self.desk = replace(self.desk, pasted=(*self.desk.pasted, *pasted))
            self.threads.change(work.add(paths, pasted))

    # searching

    def _search(self, *, anew: bool) -> None:
        """Find the hits of what is searched for, when that is another now: at once or in a thread."""
        now, hits, sources = self.desk, self.desk.hits, desk.searched(self.desk)
        sought = now.state.query, frozenset(sources)
        if anew or sought != now.sought:
            now = replace(now, sought=sought, leads=now.leads and self.threads.seeking)
            self.threads.stop_seeking()
            found = desk.found_at_once(now)
            if found is None:
                self.threads.seek(now.spread, folded_query(now.state.query), sources)
            hits = found or NO_HITS
        self.desk = desk.with_hits(now, hits)

    def on_found(self) -> None:
        """Show the hits that were found in a thread."""
        hits = self.threads.take_hits()
        if hits is not None:
            self.desk = desk.with_hits(self.desk, hits)
            self._draw()
            if self.desk.leads:
                self._lead()

    async def _all_found(self) -> None:
        await self.threads.all_found()
        self.on_found()

    def _lead(self) -> None:
        """Go to the first hit from where the search was asked for, now or when the hits are found."""
        self.desk = replace(self.desk, leads=self.threads.seeking)
        self.go(moves.first_from_where_asked(self.desk))
        self.parts.passages.bring(Role.SEARCH)

    async def to_hit(self, by: int) -> None:
        """Go to the next or previous passage with a hit."""
        await self._all_found()
        self.go(moves.hit(self.desk, by))
        if self.desk.hit_rows.at:
            self.parts.passages.bring(Role.SEARCH)

    # typing

    def ask(self, name: str, value: str) -> None:
        """Open a field; of a search it is remembered where the reader was."""
        field = self.parts.fields[name]
        field.value, field.display = value, True
        self.desk = replace(
            self.desk, typing=name, asked_at=self.desk.state.cursor if name == "query" else ""
        )
        self.screen.set_focus(field)
        self.show_keys()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Search while the reader types."""
        if self.desk.typing == "query":
            self.become(replace(self.desk.state, query=event.value))
            self._lead()

    def on_typed_ahead(self, message: TypedAhead) -> None:
        """Do what a key does that was typed before the search had closed."""
        self.app.post_message(events.Key(message.key, message.character))

    async def on_input_submitted(self) -> None:
        """Keep the hits or go to the place, and give the keys back to the passages."""
        if self.desk.typing == "place":
            self.go_there()
        else:
            await self.keep_hits()

    async def keep_hits(self) -> None:
        """Do what Enter does while one types a search."""
        await self._all_found()
        self.desk = replace(self.desk, state=state.come_from(self.desk.state, self.desk.asked_at))
        self.close_field()

    def go_there(self) -> None:
        """Go to the passage or the paragraph that was typed."""
        told = self.parts.fields["place"].value
        self.close_field()
        if self.desk.ids and told.strip():
            self.go(moves.to_place(self.desk, told))

    def close_field(self) -> None:
        """Close the field and give the keys back to the passages."""
        self.parts.fields[self.desk.typing or "query"].display = False
        self.desk = replace(self.desk, typing="", asked_at="")
        self.screen.set_focus(None)
        self.show_keys()

    # clicks

    def on_scrolled(self, message: Scrolled) -> None:
        """Keep the cursor in sight."""
        if self.desk.rows and message.sender == "passages":
            self.mark(self.parts.passages.row_in_sight())

    def on_row_clicked(self, message: RowClicked) -> None:
        """Go to the row, and to the source whose text was clicked; or to the finding."""
        now = self.desk
        if message.sender == "rail":
            self.go(moves.listed_finding(now, message.row))
        elif message.sender == "passages":
            width = self.parts.passages.scrollable_content_region.width
            self.go(moves.to_row(now, message.row, message.cell, width, message.place))
            if message.again:
                self.post_message(KeyClicked("context"))
        elif message.sender == "context" and message.place:
            self.go(moves.to_words(now, message.place))

    def on_line_clicked(self, message: LineClicked) -> None:
        """Choose the source whose name was clicked; go where the strip was clicked."""
        if message.sender == "strip" and self.desk.rows:
            self.go(moves.jump(self.desk, self.parts.row_of_strip(message.line)))
        elif message.source and message.sender in ("legend", "panel"):
            self.go(moves.choose(self.desk, message.source))
