"""Whether a store is as it should be."""
