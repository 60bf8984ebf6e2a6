"""From a filing to rows of the graph. Pure.

In: a `Filing`. Out: the nodes and edges that it states, with their keys. Never: what follows from other filings.
"""
