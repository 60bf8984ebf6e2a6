"""An invented world of companies, told in filings from 2021 to 2026; `examples/README.md` says who is who."""

from examples.world import allied, brightwater, corvid, halcyon, kestrel, merrow, quillfeather, tidewell

WORLD = sorted(
    (
        filing
        for company in (brightwater, halcyon, merrow, tidewell, kestrel, corvid, quillfeather)
        for filing in company.FILINGS
    ),
    key=lambda filing: filing.origin,
)
FILINGS = [*allied.FILINGS, *WORLD]
