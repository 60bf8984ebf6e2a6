"""The graph, declared once, and everything that is rendered from the declaration."""
