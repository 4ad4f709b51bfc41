"""A comparison as text to take away: pure functions of it, and one that writes a file whole."""
