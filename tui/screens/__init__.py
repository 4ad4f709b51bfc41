"""Screens: each owns its state and decides what the reader's keys do."""
