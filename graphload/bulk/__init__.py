"""Whole graphs at once: filings become files of nodes and relationships, which fill an empty store or database."""
