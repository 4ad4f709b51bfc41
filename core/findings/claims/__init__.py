"""Claims and their denials."""
