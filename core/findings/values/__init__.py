"""Numbers and dates of two windows: which is set against which, and what says that they are of two things."""
