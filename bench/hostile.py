"""Attacks by files and arguments, one a function: what was tried, or FailedError with what went wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from unicodedata import category

from bench.arena import ROOT, Arena, FailedError

EXAMPLE = ROOT / "examples" / "filings" / "0001046568-22-000002" / "ownership.xml"
STEERING = "\x9b31m\u202eevil\u2066"
MEGABYTES, SECONDS = 300, 10  # of memory, and of CPU time
MEMBERS, _END = 200_000, "</ownershipDocument>"


def hostile_texts(arena: Arena) -> str:
    """Load filings whose texts would steer a terminal, and numbers that no engine holds."""
    content = EXAMPLE.read_text("utf-8")
    folder = arena.folder / "hostile"
    folder.mkdir(exist_ok=True)
    (folder / "steering.xml").write_text(content.replace("Maida", f"Maida {STEERING}"), "utf-8")
    (folder / "number.xml").write_text(content.replace("103663", "9" * 309), "utf-8")
    code, out, said = arena.run("load", folder)
    if code != 3 or "set aside 1" not in said:
        raise FailedError(f"exit {code}: {said[-200:]}")
    for shape in ("--table", "--csv", "--json", "--jsonl"):
        out += arena.run("find", "maida", shape)[1] + arena.run("show", folder / "steering.xml")[1]
    if steers := {each for each in out + said if category(each) in ("Cc", "Cf") and each != "\n"}:
        raise FailedError(f"these reach a terminal: {steers!r}")
    return "spelled; 309 digits set aside"


def odd_arguments(arena: Arena) -> str:
    """Give time limits and addresses that are none."""
    for limit in ("nan", "inf", "1e308", "-1"):
        arena.expect(2, "should be a number of seconds", "status", "--timeout", limit)
    for address in ("neo4j://[::1", "neo4j://host:abc", "ftp://host", "neo4j://host?password=secret"):
        code, out, said = arena.run("status", "--store", address)
        if code != 2 or "secret" in out + said:
            raise FailedError(f"{address}: exit {code}: {said[-200:]}")
    return "refused in a sentence"


def long_signatures(arena: Arena) -> str:
    """Check filings with signatures of 60,000 dashes, commas and semicolons."""
    content, folder = EXAMPLE.read_text("utf-8"), arena.folder / "signatures"
    folder.mkdir(exist_ok=True)
    for number, each in enumerate("-,;"):
        text = content.replace("<signatureName>", f"<signatureName>By {each * 60_000}")
        (folder / f"{number}.xml").write_text(text, "utf-8")
    return _cost("check", folder)


def bad_members(arena: Arena) -> str:
    """Check a zip of 200,000 bad filings."""
    file = arena.folder / "bad.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(MEMBERS):
            archive.writestr(
                f"{number}.xml", f"<ownershipDocument><documentType>{number}</documentType></ownershipDocument>"
            )
    return _cost("check", file, "--csv", seconds=300)


def unknown_elements(arena: Arena) -> str:
    """Check a zip of a filing with 80 MB of unknown elements."""
    file = arena.folder / "unknown.zip"
    before, issuer, after = EXAMPLE.read_bytes().partition(b"<issuer>")
    # in parts, as the peak of the command begins with that of this process
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.xml", "w") as member:
        for part in (before, *[b"<a/>" * 100_000] * 200, issuer + after):
            member.write(part)
    return _cost("check", file)


def _cost(*arguments: object, seconds: float = SECONDS) -> str:
    """Run a command by itself, and fail if it takes too much CPU time or memory."""
    command = [sys.executable, "-m", "graphload", *map(str, arguments)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    cpu, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    told = f"{cpu:.1f} s of CPU, {megabytes:.0f} MB"
    if cpu > seconds or megabytes > MEGABYTES:
        raise FailedError(told)
    return told
