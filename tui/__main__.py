"""`python -m tui` is the command `sidelight`."""

from tui.cli import run

run()
