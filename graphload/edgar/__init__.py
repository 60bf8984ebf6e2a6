"""The EDGAR client: indexes, downloads, rate limit.

In: filers, days, quarters. Out: submissions in a folder, each with its metadata. Never: more requests than the SEC
allows, or half a file.
"""
