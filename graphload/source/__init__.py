"""Where filings come from: paths and full submissions, each document with its envelope."""
