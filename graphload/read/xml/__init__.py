"""Ownership XML."""
