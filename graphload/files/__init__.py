"""From paths and archives to documents, each with its envelope."""
