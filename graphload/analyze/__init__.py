"""What Cypher cannot compute: pure functions from rows to answers. networkx is imported when it is first needed.

In: rows of a question. Out: rows that Cypher cannot compute: links, centrality, matched trades. Never: a look into the
store.
"""

from __future__ import annotations
