"""The application: its colours, its screens, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Self

from rich.text import Text
from textual import events, work
from textual.app import App

from core.settings import Limits, Settings
from tui.config import Config, load_config, overridden
from tui.configured import config_path
from tui.frame import Ground
from tui.hangup import watch
from tui.ink import Piece, Role
from tui.opening import Beginning, glance, opening
from tui.themes import PALETTES, theme, variables
from tui.turns import TURNS
from tui.widgets.ascii import InAscii
from tui.widgets.drawing import Lines
from tui.work import Job, compare_job, job_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.widget import AwaitMount

    from core.errors import SidelightError
    from tui.messages import Copying, Failed
    from tui.picking import Chosen

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that end the program in order; the exit code is 128 and the number."""


_ASKING = (events.Key, events.MouseScrollDown, events.MouseScrollUp, events.Resize)
"""What is answered with a frame."""
_DEFAULTS = Config()
_IN_ASCII = InAscii()


def _commands() -> type[Provider]:
    """The palette's commands, imported when the palette is first opened."""
    from tui.palette import Commands

    return Commands


class SidelightApp(App[None]):
    """Several accounts of the same event, side by side."""

    TITLE = "Sidelight"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(  # noqa: PLR0913 - one keyword for each thing that the command line knows
        self,
        job: Job | None,
        *,
        plain: bool = False,
        config: Config = _DEFAULTS,
        problems: tuple[str, ...] = (),
        settings: Settings | None = None,
        articles: Sequence[Beginning] = (),
    ) -> None:
        """Make the application.

        Args:
            job: Makes the comparison; runs in a thread. None lets the reader choose what to compare.
            plain: Whether to do without colours.
            config: What the reader set.
            problems: What was wrong with it.
            settings: How to compare what the reader chooses.
            articles: How the articles of the job begin: shown first, while the rest is imported.
        """
        super().__init__(ansi_color=True if plain else None)
        self._job = job
        self._entitled = False
        self._settings = settings or Settings(limits=Limits())
        self._config = config
        self._problems = problems
        self._articles = tuple(articles)
        self._typed: list[events.Key] | None = None
        """What is typed while nothing is there yet to act on it."""
        self._chosen: Chosen | None = None
        """What the reader chose on the start screen."""
        self.error: SidelightError | None = None
        """Why it ended without a comparison."""
        self._dress(config, plain=plain)
        self.set_keymap(dict(config.keys))

    def _dress(self, config: Config, *, plain: bool) -> None:
        """Put on the colours that the reader set."""
        for name in PALETTES:
            self.register_theme(theme(name))
        # Without its watcher: nothing is drawn yet, and the style sheet is parsed once instead of twice.
        self.set_reactive(App.theme, f"sidelight-{config.theme}")
        self.stylesheet.set_variables(self.get_css_variables())
        for name, dark in (("-dark-mode", True), ("-light-mode", False)):
            self.set_class(PALETTES[config.theme].dark is dark, name, update=False)
        self.set_class(plain, "plain")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours, also under a theme that does not have them."""
        return variables(PALETTES["dark"])

    def refresh(self, *, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the screen anew, but not because another one came or went: each lays itself out, and draws."""
        return super().refresh(repaint=repaint and not layout, recompose=recompose)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done last to every line that any widget draws."""
        given = super().get_line_filters()
        return (*given, _IN_ASCII) if self._config.ascii else given

    def get_default_screen(self) -> Screen[None]:
        """The screen that everything else lies over."""
        return Ground(id="_default")

    def compose(self) -> ComposeResult:
        """What is shown first, line for line as the comparison shows it until it is there."""
        if self._articles:
            yield from (Lines(id=name) for name in ("masthead", "legend", "rule", "progress"))

    def on_mount(self) -> None:
        """Open the comparison and listen to the signals that end the program."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._stop, number)
        if not self.is_headless:
            watch(0, lambda: loop.call_soon_threadsafe(self._stop, signal.SIGHUP))
        self.app_suspend_signal.subscribe(self, self._untitle)
        self.app_resume_signal.subscribe(self, self._entitle)
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        if hasattr(self._driver, "_sigtstp_application"):
            loop.add_signal_handler(signal.SIGTSTP, self._pause)
        self._entitle(self)
        if self._job is None:
            self._pick()
        elif not self._articles:
            self._open(self._job)
        else:
            self._typed = []
            self.query_one("#masthead", Lines).show((Piece(" Sidelight", (Role.STRONG,)),))
            begun = opening(self._articles, self.size.width, self.size.height - 6)
            self.query_one("#progress", Lines).show((Piece("  Reading the articles"),), (), *begun)
            self.call_after_refresh(self._follow, self._job)

    async def on_event(self, event: events.Event) -> None:
        """Let threads at work rest until it is answered."""
        if isinstance(event, _ASKING) and not event.is_forwarded:
            TURNS.begin()
        await super().on_event(event)

    def on_resize(self) -> None:
        """Lay out for another size at once: the toolkit waits for 8 ms whether a third one comes."""
        self.call_next(self._check_resize)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed too early."""
        if self._typed is not None:
            self._typed.append(event)

    async def _follow(self, job: Job) -> None:
        """Open the comparison behind what is shown first, and hand it the keys that were typed meanwhile."""
        await self._open(job)
        typed, self._typed = self._typed or [], None
        for event in typed:
            self.post_message(events.Key(event.key, event.character))

    def _open(self, job: Job) -> AwaitMount:
        from tui.screens.comparison import ComparisonScreen  # forty modules: the first frame needs none

        pasted = self._chosen.pasted if self._chosen is not None else ()
        return self.push_screen(ComparisonScreen(job, self._config, self._problems, self._articles, pasted))

    def _pick(self, before: Chosen | None = None, problem: str = "") -> None:
        """Let the reader choose what to compare: nothing was given, or nothing could be read of it."""
        from tui.picking import recent
        from tui.screens.picker import PickerScreen

        picker = PickerScreen(os.getcwd(), 2, recent())  # noqa: PTH109 - as given
        if before is not None:
            picker.begin_again(before, problem)
        self.push_screen(picker, self._picked)

    def _picked(self, chosen: Chosen | None) -> None:
        self._chosen = chosen
        if chosen is None:
            self.exit()
        elif chosen.paths:
            self._open(job_of(chosen.paths, self._settings, others=chosen.pasted))
        else:
            self._open(compare_job(chosen.pasted, self._settings))

    def on_unmount(self) -> None:
        """Give the window its title back."""
        self._untitle(self)

    def _entitle(self, _: App[None]) -> None:
        """Keep the title of the terminal's window and set ours: words of ours only, never of an article."""
        if not self._entitled:
            self._entitled = True
            self._tell_terminal("\x1b[22;2t\x1b]2;Sidelight\x07")

    def _untitle(self, _: App[None]) -> None:
        if self._entitled:
            self._entitled = False
            self._tell_terminal("\x1b[23;2t")

    def _tell_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    def _pause(self) -> None:
        """Stop on SIGTSTP as the toolkit does, the window's title given back first."""
        self._untitle(self)
        pause = getattr(self._driver, "_sigtstp_application", None)  # private: held by a test in a terminal
        if pause is not None:
            pause()

    def _stop(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a short report: Textual's own prints local variables, and with them the articles."""
        from tui.crash import crash_report

        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(Text(crash_report(error)))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected, on whatever screen."""
        self._copy("What is selected", lambda: text)

    def on_copying(self, message: Copying) -> None:
        """Copy what a screen makes."""
        self._copy(message.what, message.text)

    @work(thread=True, group="copy", description="copy")
    def _copy(self, what: str, text: Callable[[], str]) -> None:
        from tui.clipboard import copy

        terminal = partial(self.call_from_thread, super().copy_to_clipboard)
        sent = copy(text(), self._config.copy_command, terminal)
        self.call_from_thread(self._tell, f"{what} {sent}")

    def _tell(self, words: str) -> None:
        """Tell something in passing, where the screen does: a toast would cover what one reads."""
        from tui.messages import Said

        self.screen.post_message(Said(words))

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C has long meant that."""
        from tui.keys import all_keys

        key = all_keys(self._config.keys.get("quit", "q"))
        self._tell(f"Ctrl+C does not quit: {key} does; Esc closes a dialog.")

    def on_failed(self, message: Failed) -> None:
        """End, because there is nothing to show; who chose on the start screen may choose again."""
        if self._chosen is not None:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self._pick(self._chosen, str(message.error))
            return
        self.error = message.error
        self.exit(return_code=2)


def run_app(paths: Sequence[str], settings: Settings, problems: Sequence[str]) -> int:
    """Show a comparison of some articles on the terminal.

    Args:
        paths: Files and folders; "-" is standard input. None at all lets the reader choose.
        settings: How to compare.
        problems: What was wrong with the limits that the reader set.

    Returns:
        The exit code: 0; 2 when nothing could be read; 128 and its number after a signal.
    """
    config, wrong = load_config(config_path())
    config, more = overridden(config, os.environ)
    told = tuple(dict.fromkeys((*wrong, *problems, *more)))  # a file that is no TOML was told twice
    limits = settings.limits or Limits()
    job = job_of(tuple(paths), settings, _piped(paths, limits)) if paths else None
    plain = bool(os.environ.get("NO_COLOR"))
    app = SidelightApp(
        job,
        plain=plain,
        config=config,
        problems=told,
        settings=settings,
        articles=glance(paths, limits),
    )
    app.run()
    if app.error is not None:
        print(f"sidelight: {app.error}", file=sys.stderr)  # noqa: T201 - the screen is gone
    return app.return_code or 0


def _piped(paths: Sequence[str], limits: Limits) -> BinaryIO | None:
    """Take in what is piped to standard input, then give standard input back to the keyboard."""
    if "-" not in paths or sys.stdin.isatty():
        return None
    data = BytesIO(sys.stdin.buffer.read(limits.file_bytes + 1))  # one more than is taken is refused
    terminal = os.open("/dev/tty", os.O_RDONLY)
    os.dup2(terminal, 0)
    os.close(terminal)
    return data
