"""`python -m graphload`."""

from graphload.cli import main

main(prog_name="graphload")
