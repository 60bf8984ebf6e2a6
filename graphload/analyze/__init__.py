"""The graph as a network of people and issuers. networkx is imported when it is first needed."""

from __future__ import annotations

from graphload.analyze.asked import ANALYSES, answer, bridges, central, communities, likely, network

__all__ = ["ANALYSES", "answer", "bridges", "central", "communities", "likely", "network"]
