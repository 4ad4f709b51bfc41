"""The signs of the screen, and how they are drawn on a terminal that draws ASCII alone. Pure."""

from enum import StrEnum


class Sign(StrEnum):
    """A character with a meaning of its own."""

    AGREE = "="
    DIVERGE = "≠"
    ONLY = "1"
    LEFT_OUT = "~"
    WEAK = "?"
    """Behind the sign of a row that is a weak match."""
    BAR = "▌"
    ABSENT = "·"
    DIVIDER = "│"
    HERE = "▸"
    RULE = "─"
    STRIP = "▐"
    MORE = "…"


_LINES = dict.fromkeys("─━▔▁▂▃▄▅▆▇▀", "-")
_SIDES = dict.fromkeys("│┃▐▕▏▎▊", "|")
_CORNERS = dict.fromkeys("┌┐└┘├┤┬┴┼┏┓┗┛╭╮╰╯", "+")
_OWN = {"≠": "!", "▌": ">", "▸": ">", "·": ".", "…": "~", "¶": "#", "🔎": "/ ", "█": "#"}
_TYPED = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "}

IN_ASCII = str.maketrans({**_LINES, **_SIDES, **_CORNERS, **_OWN, **_TYPED})
"""ASCII for each sign that the screen or the toolkit draws and for what typesetting adds to letters, cell for
cell. In articles too: the terminals that this is for draw these two cells wide, or not at all."""
