"""The printed form, which HTML and text have in common."""
