"""EDGAR's HTML rendering of ownership XML."""
