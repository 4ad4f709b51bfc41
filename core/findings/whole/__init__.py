"""Facts that are compared over whole articles, linked or not: spellings, tolls, totals, moments, ages, ways.

Each module has one sort of fact and one function `conflicts`. It takes the `Accounts` and returns what it
finds as `Conflict`s of two mentions. `desk.WHOLE` lists them.
"""
