"""Filings written by us, for the demo and the tests."""
