"""Numbers, ages, shares and quantities."""
