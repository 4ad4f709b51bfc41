"""Every command: its keys, its action, and what it does in words. Pure; keys are given here alone."""

from collections.abc import Sequence
from typing import NamedTuple

from core.export.formats import Format


class Command(NamedTuple):
    """One thing that a reader can do."""

    id: str
    """What the configuration calls it."""
    keys: str
    """Its keys, as Textual names them, parted by commas."""
    action: str
    """The action of the screen."""
    says: str
    """What it does."""


MOVE = (
    Command("passage.next", "j,down", "step(1)", "next passage"),
    Command("passage.previous", "k,up", "step(-1)", "previous passage"),
    Command("finding.next", "full_stop", "finding(1)", "next finding"),
    Command("finding.previous", "comma", "finding(-1)", "previous finding"),
    Command("source.next", "l,right", "source(1)", "next source"),
    Command("source.previous", "h,left", "source(-1)", "previous source"),
    *(Command(f"source.{n}", str(n), f"number({n})", "source by its number") for n in range(1, 10)),
    Command("page.next", "space,pagedown,ctrl+d", "page(1)", "a page down"),
    Command("page.previous", "b,pageup,ctrl+u", "page(-1)", "a page up"),
    Command("first", "g,home", "edge(-1)", "first passage"),
    Command("last", "G,end", "edge(1)", "last passage"),
    Command("go", "colon", "go", "go to a passage or a paragraph by its number: 12, B7"),
    Command("follow", "p", "follow", "the passage that this one points to: told in P7, also in P9"),
    Command("back", "apostrophe", "back", "back to where you were before the last jump"),
    Command("search", "slash", "search", "search in all sources"),
    Command("search.next", "n", "hit(1)", "next passage with a hit"),
    Command("search.previous", "N", "hit(-1)", "previous passage with a hit"),
    Command("pane", "tab", "pane(1)", "next pane: passages, findings, article or matrix"),
    Command("pane.previous", "shift+tab", "pane(-1)", "previous pane"),
)
SHOW = (
    Command("view", "v", "view", "next view: columns, readings, source, overview"),
    Command("filter", "f", "filter", "show all, findings, agree, weak, only, elsewhere, moved, left out"),
    Command("kind", "t", "kind", "show findings of one kind only"),
    Command("wording", "w", "wording", "show passages in one wording only, those that diverge too"),
    Command("within", "F", "within", "show only what the chosen source has"),
    Command("base", "B", "base", "put the rows in the order of the chosen source"),
    Command("hide", "x", "hide", "hide the chosen source"),
    Command("show", "X", "show_all", "show all sources, in their own order"),
    Command("move.left", "H", "move(-1)", "move the chosen source to the left"),
    Command("move.right", "L", "move(1)", "move the chosen source to the right"),
    Command("looser", "left_parenthesis", "threshold(-5)", "match more loosely: a lower threshold"),
    Command("stricter", "right_parenthesis", "threshold(5)", "match more strictly: a higher threshold"),
    Command("marks", "M", "marks", "underline own words in rows worded alike, in all rows, mark none"),
    Command("theme", "T", "theme", "next theme: dark, light, contrast"),
)
ASK = (
    Command("context", "enter", "context", "unfold what is folded; then the paragraph in its article"),
    Command("why", "i", "why", "why these passages were matched"),
    Command("zoom", "z", "zoom", "one cell alone, as large as the screen"),
    Command("open", "o", "open", "open the address of the chosen source in your browser"),
    Command("edit", "f4", "edit", "open the article in your editor"),
)
TAKE = (
    Command("copy", "y", "copy", "copy the passage as Markdown, or the text selected"),
    Command("mark", "m", "mark", "mark the passage for copying"),
    Command("copy.all", "Y", "copy_marked", "copy the marked passages as Markdown"),
    Command("export", "e", "export", "export everything: Markdown, JSON, CSV or HTML"),
)
EXPORTS = tuple(
    Command(f"export.{ending}", "", f"export('{ending}')", f"export everything as {ending.says}")
    for ending in Format
)
"""What the palette alone offers."""
PROGRAM = (
    Command("sources", "s", "sources", "the sources: go to, rename, remove, add"),
    Command("reload", "r", "reload", "read changed files again and keep the place"),
    Command("palette", "ctrl+p", "app.command_palette", "all commands by name"),
    Command("close", "escape", "close", "back; clear the search, then filters; stop comparing"),
    Command("help", "question_mark,f1", "help", "this help"),
    Command("suspend", "ctrl+z", "app.suspend_process", "put the program aside; fg brings it back"),
    Command("quit", "q,ctrl+q", "leave", "quit"),
)

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Move", MOVE),
    ("Show", SHOW),
    ("Ask", ASK),
    ("Take away", TAKE),
    ("Program", PROGRAM),
)
"""The commands by what they are for."""

COMMANDS = tuple(command for _, commands in GROUPS for command in commands)
"""All of them."""

END = (("help", "Help"), ("quit", "Quit"))
READING = (
    ("finding.next", "Finding"), ("search", "Search"), ("filter", "Filter"), ("view", "View"), ("why", "Why"),
    ("copy", "Copy"), ("export", "Export"), ("pane", "Pane"), ("passage.next", "Passage"), *END,
)  # fmt: skip
"""What the footer shows, by worth: names of commands, a word for each; the last two are never left out."""
FILTERED = (
    ("filter", "Filter"),
    ("close", "Show all"),
    *(entry for entry in READING if entry[0] != "filter"),
)
"""What it shows while a filter is on."""
HITS = (("search.next", "Next hit"), ("close", "Clear"), ("search.previous", "Previous hit"), *END)
"""What it shows while there are hits of a search."""
SELECTED = (("copy", "Copy what is selected"), ("close", "Clear"), *END)
"""What it shows while text is selected with the mouse."""
LISTED = (
    ("passage.next", "Next"), ("context", "Go there"), ("close", "Back"), ("passage.previous", "Previous"),
    ("pane", "Next pane"), *END,
)  # fmt: skip
"""What it shows while the keys move in the list of findings, or in the matrix."""
BESIDE = (("passage.next", "Scroll"), ("pane", "Next pane"), ("close", "Back"), *END)
"""What it shows while the keys scroll the article."""

_WRITTEN = {
    "full_stop": ".", "comma": ",", "slash": "/", "apostrophe": "'", "question_mark": "?", "colon": ":",
    "left_parenthesis": "(", "right_parenthesis": ")",
    "down": "Down", "up": "Up", "left": "Left", "right": "Right",
    "space": "Space", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "enter": "Enter",
    "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "tilde": "~", "backspace": "Backspace",
    "f1": "F1", "f4": "F4",
}  # fmt: skip


def written(key: str) -> str:
    """A key as a reader knows it."""
    name = key.removeprefix("ctrl+")
    return f"Ctrl+{name.upper()}" if name != key else _WRITTEN.get(key, key)


def shown_key(binding: str, otherwise: str) -> str:
    """A key as a reader knows it; in other words where we have none of our own."""
    return written(binding) if binding in _WRITTEN or binding.startswith("ctrl+") else otherwise


def all_keys(keys: str) -> str:
    """Keys as Textual names them, parted by commas, as a reader knows them."""
    return " ".join(written(key.strip()) for key in keys.split(","))


def in_force(commands: Sequence[Command], keymap: dict[str, str]) -> list[tuple[str, str]]:
    """The keys of some commands and what they do; commands that say the same share a line.

    Args:
        commands: The commands.
        keymap: Keys that the reader gave to commands, by ID.

    Returns:
        Pairs of keys and words.
    """
    lines: dict[str, list[str]] = {}
    for command in commands:
        keys = keymap.get(command.id, command.keys)
        lines.setdefault(command.says, []).extend(written(k.strip()) for k in keys.split(","))
    return [(_together(keys), says) for says, keys in lines.items()]


def _together(keys: Sequence[str]) -> str:
    return "1 to 9" if list(keys) == list("123456789") else " ".join(keys)


def page() -> str:
    """The keys as a page of the documentation."""
    lines = [
        "# Keys",
        "",
        "Made from the program's own table by `python -m tui.keys > docs/keys.md`. Every key can be given to",
        "another command in the configuration file, under the name in the last column.",
    ]
    for title, commands in GROUPS:
        lines += ["", f"## {title}", "", "| keys | what they do | name |", "| --- | --- | --- |"]
        for keys, says in in_force(commands, {}):
            names = [f"`{c.id}`" for c in commands if c.says == says]
            name = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
            shown = " ".join(f"`{k}`" if k != "to" else k for k in keys.split(" "))
            lines.append(f"| {shown} | {says} | {name} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - a command that writes the page
