"""Sidelight on a terminal: the screen and the command line."""
