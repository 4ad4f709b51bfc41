"""Facts that are compared over whole articles, linked or not: totals, tolls, moments, ages and measures.

Each module has one sort of fact and one function `conflicts`. It takes the articles, in an order that does
not depend on how they were given, and what reads a sentence, and returns `Conflict`s of two mentions.
"""
