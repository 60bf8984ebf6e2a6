"""The SEC's quarterly Insider Transactions Data Sets."""
