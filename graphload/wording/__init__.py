"""What words mean: names, natures of ownership, holders named in footnotes, share classes, signatures.

In: a text of a filing. Out: what it means: a name, a kind of holder, a piece of evidence. Never: a look into the graph.
"""
