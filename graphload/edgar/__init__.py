"""The EDGAR client: indexes, downloads, rate limit."""
