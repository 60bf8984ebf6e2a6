"""What Cypher cannot compute: pure functions from rows to answers. networkx is imported when it is first needed."""

from __future__ import annotations

from graphload.analyze.finishing import FINISHERS, selected
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import projected

__all__ = ["FINISHERS", "Outcome", "projected", "selected"]
