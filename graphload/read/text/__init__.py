"""Filings as plain text or Markdown."""
