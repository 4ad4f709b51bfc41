"""Names, who bears which role, and how a name is spelt."""
