"""The graph, declared once, and everything that is rendered from the declaration.

In: nothing. Out: labels, relationship types, properties, keys, and the statements and pages rendered from them. Never:
a database.
"""
