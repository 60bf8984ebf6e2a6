"""What a filing says: frozen values and the codes of the forms. No input or output, no graph."""
