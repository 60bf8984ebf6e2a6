"""Mutated inputs of every shape: nothing but a filing that is whole, or the reason why there is none, comes of one.

`python -m tests.fuzz --examples 5000 --seed 1` tries many, and the same again each time. Whatever breaks is shrunk by
Hypothesis and printed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from examples.render_html import render
from examples.render_text import aligned, markdown
from examples.world import FILINGS
from examples.write import metadata, submission, write
from examples.write_tables import write_tables
from graphload.check.filings import Findings
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.load.workers import Mapped, map_document
from graphload.schema.rows import Rows
from tests.packed import tarred, zipped

# seconds of the processor that one input may take; it takes a few thousandths
LONGEST = 10
# bytes that the whole run may take
LARGEST = 300_000_000

Mutate = Callable[[Random, bytes], bytes]
Members = dict[str, bytes]

PIECES = [
    b"&", b"&nbsp;", b"&#0;", b"&#x1F;", b"&lol;", b"<", b">", b"<br>", b"</value>", b"<value>", b"<footnoteId id=F1/>",
    b"</nonDerivativeTable>", b"<nonDerivativeTransaction>", b"<!--", b"-->", b"]]>", b"<![CDATA[",
    b"<?xml version='1.0'?>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\0", b"\x93", b"\xff\xfe", b"\xef\xbb\xbf", b"\r",
    b"\x0b", b"|", b"\t", b"\n\n", b"9" * 200, b"1e9", b"-1", b"NaN", b"1,000", "½ Ł 🎈".encode(), b"<XML>", b"</XML>",
    b"<DOCUMENT>", b"<TYPE>4\n", b"{", b"[", b'"', b"<td>", b"</td>", b"</table>", b"(1)", b"F1", b"F99", b"0001-01-01",
    b"9999-12-31", b"\xe2\x80\xae",
]  # fmt: skip
TOKEN = re.compile(rb"<[^<>]*>|[^<>\n|\t\",:{}\[\]]+|[\n|\t\",:{}\[\]]")


def _tokens(content: bytes) -> list[bytes]:
    return TOKEN.findall(content) or [content]


def _at_token(change: Callable[[Random, list[bytes], int], None]) -> Mutate:
    """Return a mutation that changes the list of tokens at one of them."""

    def mutate(random: Random, content: bytes) -> bytes:
        tokens = _tokens(content)
        change(random, tokens, random.randrange(len(tokens)))
        return b"".join(tokens)

    return mutate


def _drop(_: Random, tokens: list[bytes], at: int) -> None:
    del tokens[at]


def _double(_: Random, tokens: list[bytes], at: int) -> None:
    tokens.insert(at, tokens[at])


def _insert(random: Random, tokens: list[bytes], at: int) -> None:
    tokens.insert(at, random.choice(PIECES))


def _swap(random: Random, tokens: list[bytes], at: int) -> None:
    other = random.randrange(len(tokens))
    tokens[at], tokens[other] = tokens[other], tokens[at]


def _repeat(random: Random, tokens: list[bytes], at: int) -> None:
    tokens[at : at + random.randrange(1, 60)] *= random.choice([2, 3, 50])


def _rename(random: Random, tokens: list[bytes], at: int) -> None:
    tags = [place for place, token in enumerate(tokens) if token.startswith(b"<") and place >= at]
    if tags:
        place = random.choice(tags)
        tokens[place] = tokens[place].replace(random.choice([b"T", b"e", b"o"]), random.choice([b"", b"x", b" "]), 1)


def _nest(random: Random, tokens: list[bytes], at: int) -> None:
    depth = random.choice([3, 300, 20_000])
    tokens[at:at] = [b"<a>"] * depth
    tokens.extend([b"</a>"] * depth)


def _digits(random: Random, content: bytes) -> bytes:
    found = [*re.finditer(rb"\d+", content)]
    if not found:
        return content
    place = random.choice(found)
    return (
        content[: place.start()] + random.choice([b"", b"9" * 40, b"0", b".", b"1.2.3", b"-5"]) + content[place.end() :]
    )


def _flip(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) or 1)
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


def _encode(random: Random, content: bytes) -> bytes:
    return content.decode("utf-8", "replace").encode(
        random.choice(["utf-16", "utf-16-le", "cp1252", "utf-7"]), "replace"
    )


MUTATIONS: list[Mutate] = [
    _at_token(_drop),
    _at_token(_double),
    _at_token(_insert),
    _at_token(_swap),
    _at_token(_repeat),
    _at_token(_rename),
    _at_token(_nest),
    _digits,
    _flip,
    lambda random, content: content[: random.randrange(len(content) + 1)],
    lambda random, content: content[random.randrange(len(content) + 1) :],
    lambda _, content: content + content,
    lambda random, content: content.replace(b"\n", random.choice([b"\r\n", b"", b"\r"])),
    _encode,
]  # fmt: skip


def _tables(at: int) -> Members:
    with tempfile.TemporaryDirectory() as folder:
        write_tables(FILINGS[at : at + 2], Path(folder), packed=at % 2 == 0)
        return {f"set/{each.name}": each.read_bytes() for each in sorted(Path(folder).iterdir())}


def _neighbours(at: int) -> Members:
    header = json.loads(metadata(FILINGS[at]))["submission"]
    lower = {key.lower(): value for key, value in header.items()}
    columns = {"accessionNumber": [header["ACCESSION-NUMBER"]], "filingDate": ["2024-05-03"]}
    other = [lower, {"filings": {"recent": columns}}, [lower], {"hits": {"hits": [{"_source": lower}]}}][at % 4]
    return {"metadata.json": json.dumps(other).encode(), "form4.xml": write(FILINGS[at])}


SHAPES: dict[str, Callable[[int], Members]] = {
    "xml": lambda at: {"form4.xml": write(FILINGS[at])},
    "submission": lambda at: {"s.txt": submission(FILINGS[at])},
    "html": lambda at: {"page.html": render(FILINGS[at])},
    "markdown": lambda at: {"page.md": markdown(FILINGS[at])},
    "text": lambda at: {"page.txt": aligned(FILINGS[at])},
    "metadata": lambda at: {"metadata.json": metadata(FILINGS[at]), "form4.xml": write(FILINGS[at])},
    "neighbours": _neighbours,
    "tables": _tables,
}
PACKED: dict[str, Callable[[Members], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda members: tarred(members, "gz"),
    "gz": lambda members: gzip.compress(next(iter(members.values()))),
}


@st.composite
def inputs(draw: st.DrawFn) -> tuple[str, Members]:
    """The members of a folder, of which one is mutated; or an archive of them, which is mutated or whose member is."""
    shape, at = draw(st.sampled_from([*SHAPES])), draw(st.integers(0, len(FILINGS) - 2))
    random = Random(draw(st.integers(0, 2**32)))
    members = SHAPES[shape](at)
    mutations = draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4))
    pack = draw(st.sampled_from(["", "", "", *PACKED]))
    whole = pack and draw(st.booleans())
    if not whole:
        name = draw(st.sampled_from([*members]))
        members[name] = _mutated(random, members[name], mutations)
    if pack:
        packed = PACKED[pack](members)
        members = {f"archive.{pack}": _mutated(random, packed, mutations) if whole else packed}
    return f"{shape} {pack}", members


def _mutated(random: Random, content: bytes, mutations: list[Mutate]) -> bytes:
    for mutate in mutations:
        content = mutate(random, content)[:2_000_000]
    return content


def attempt(members: Members) -> Counter[str]:
    """Read the files of a folder, and return what came of them. Raises AssertionError for what may not be."""
    outcomes: Counter[str] = Counter()
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in members.items():
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        for found in documents([folder]):
            result = map_document(found)
            outcomes[type(result).__name__] += 1
            if isinstance(result, Mapped):
                whole(result.rows)
                assert isinstance(found, Document)
                rows_are_there(found, result.rows)
            else:
                assert "Traceback" not in str(result) and "object has no attribute" not in str(result)
        findings = Findings()
        aside = sum(each.finding == "set aside" for each in findings.each(documents([folder])))
    assert aside == outcomes[FilingError.__name__]
    assert time.process_time() - began < LONGEST
    return outcomes


def whole(rows: Rows) -> None:
    """Assert that every edge of a filing has both ends, and every row its own id."""
    there = {(node.label, node.id) for node in (rows.filing, *rows.nodes)}
    for edge in rows.edges:
        assert {(edge.start_label, edge.start), (edge.end_label, edge.end)} <= there
    ids = [edge.props["id"] for edge in rows.edges if edge.type in ("TRANSACTION", "HOLDING")]
    assert len(ids) == len(set(ids))
    assert rows.filing.props["contentHash"]


ROW = re.compile(rb"<(?:non)?[dD]erivative(?:Transaction|Holding)[\s>]")


def rows_are_there(document: Document, rows: Rows) -> None:
    """Assert that a filing from XML has as many rows as the document, comments and the like aside."""
    if document.content.lstrip()[:6] in (b"<?xml ", b"<owner") and not re.search(rb"<!|<\?(?!xml)", document.content):
        count = sum(edge.type in ("TRANSACTION", "HOLDING") for edge in rows.edges)
        assert count == len(ROW.findall(document.content))


def run(examples: int, seeded: int) -> Counter[str]:
    """Try so many inputs, the same ones for a seed, and return what came of them."""
    outcomes: Counter[str] = Counter()

    @seed(seeded)
    @settings(
        max_examples=examples, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[*HealthCheck], print_blob=True,
    )  # fmt: skip
    @given(inputs())
    def fuzz(made: tuple[str, Members]) -> None:
        outcomes.update(attempt(made[1]))
        outcomes["inputs"] += 1

    fuzz()
    return outcomes


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    outcomes = run(options.examples, options.seed)
    memory = 0
    if sys.platform != "win32":
        import resource

        # macOS counts bytes, Linux kilobytes
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    sys.stdout.write(f"{dict(outcomes)}, {time.monotonic() - began:.0f} s, {memory // 1_000_000} MB\n")
    if memory > LARGEST:
        sys.exit(f"took more than {LARGEST // 1_000_000} MB")


if __name__ == "__main__":
    main()
