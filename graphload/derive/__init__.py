"""What follows from the rows of all filings together. Pure functions: no Cypher, no I/O."""
