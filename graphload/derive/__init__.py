"""What follows from the rows of all filings together. Pure functions: no Cypher, no I/O.

In: what filings state of one issuer, party or name. Out: the properties and edges that follow. Never: Cypher, input or
output.
"""
