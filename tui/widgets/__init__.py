"""Widgets: they draw what they are given and post what the reader did; they decide nothing."""
