"""Ways to look at a store without a query of one's own."""
