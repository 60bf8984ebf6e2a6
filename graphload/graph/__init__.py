"""From a Filing to nodes and edges: schema, identity, mapping, and what is rendered from the schema."""
