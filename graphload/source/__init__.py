"""Where filings come from: files, archives, full submissions, the SEC's tables, EDGAR; each with its envelope."""
