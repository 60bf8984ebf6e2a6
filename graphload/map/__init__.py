"""From a filing to rows of the graph. Pure."""
