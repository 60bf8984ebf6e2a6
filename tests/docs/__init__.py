"""The generated pages of the documentation; `python -m tests.docs` writes them."""
