"""What a filing says: frozen values, the codes of the forms, and due days.

In: what readers find in a document. Out: frozen values, codes with their meanings, due days. Never: input or output, or
the graph.
"""
