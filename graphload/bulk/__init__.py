"""Whole graphs at once: filings become files of nodes and relationships, which fill an empty store or database.

In: filings. Out: files of nodes and relationships, and a new store filled with them. Never: all filings in memory at
once.
"""
