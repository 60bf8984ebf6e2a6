"""EDGAR full submissions (`.txt`, `.nc`, `.sgml`): the envelope from the header, and the ownership document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from graphload.errors import FilingError
from graphload.files.envelope import join, of_pairs
from graphload.files.header import fields
from graphload.filing.codes import Basis, Form
from graphload.filing.document import Document, Skipped
from graphload.filing.values import UNKNOWN, Envelope
from graphload.visible import cut

# a whole submission, or its part from a document on
_OPENING = re.compile(
    rb"<SEC-DOCUMENT>|<SEC-HEADER>|<IMS-DOCUMENT>|<IMS-HEADER>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED MESSAGE"
    rb"|<DOCUMENT>\s*<TYPE>"
)
_BOM = b"\xef\xbb\xbf"
_TYPE = re.compile(rb"<TYPE>([^\r\n<]+)")
_CLOSING = re.compile(rb"</(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION)>|-----END PRIVACY-ENHANCED MESSAGE-----")
_DOCUMENT = re.compile(rb"<(?:\w+:)?ownershipDocument")
_XML = re.compile(rb"<(/?)XML>", re.I)
# EDGAR breaks every line that is longer
_WRAPPED = re.compile(rb"^([^\n]{1023})\n", re.M)
# documents of a submission whose types are looked at
_DOCUMENTS = 1000
_FORMS = {form.value for form in Form}


def is_submission(content: bytes) -> bool:
    """Whether the bytes begin like a full submission."""
    return _OPENING.match(content[:4096].removeprefix(_BOM).lstrip()) is not None


def open_submission(content: bytes, origin: str, around: Envelope = UNKNOWN) -> Document | Skipped:
    """Return the ownership document of a submission. A submission of another form is skipped.

    Raises FilingError for a submission of the right form that is cut off, or without ownership XML, as before 2003.
    """
    pairs = ((field.tag, field.value) for field in fields(BytesIO(content)))
    envelope = join(of_pairs(pairs, Basis.HEADER), around)
    types = [each[1].decode("latin-1").strip() for each in islice(_TYPE.finditer(content), _DOCUMENTS)]
    if envelope.form is None and types and _FORMS.isdisjoint(types):
        return Skipped(origin, f"an exhibit of a submission, {cut(types[0])}")
    if envelope.form is not None and envelope.form not in _FORMS:
        return Skipped(origin, f"a submission of form {cut(envelope.form)}")
    found = [(begin, end) for begin, end in _spans(content) if _DOCUMENT.search(content, begin, end)]
    if len(found) != 1:
        what = "with more than one ownership document" if found else _without(content)
        raise FilingError(origin, f"a submission of form {cut(envelope.form or 'unknown')} {what}")
    begin, end = found[0]
    text = content[begin:end].lstrip()
    first_line = content.count(b"\n", 0, end - len(text)) + 1
    whole = b"<SEC-DOCUMENT>" not in content[:500] or _CLOSING.search(content[-500:])
    return Document(
        _WRAPPED.sub(rb"\1", text.rstrip().replace(b"\r\n", b"\n")),
        origin,
        envelope,
        first_line,
        notes=() if whole else ("the submission is cut off behind its ownership document",),
    )


def _without(content: bytes) -> str:
    """Return why a submission has no ownership document."""
    opened, closed = (sum(not tag[1] for tag in _XML.finditer(content)), sum(1 for _ in _spans(content)))
    whole = content.startswith(b"<DOCUMENT>") or _CLOSING.search(content[-500:])
    if opened > closed or not whole:
        return "that is cut off: download it again"
    return "with no ownership XML"


def _spans(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the begin and end of each XML. One without an end does not count."""
    begin: int | None = None
    for tag in _XML.finditer(content):
        if not tag[1] and begin is None:
            begin = tag.end()
        elif tag[1] and begin is not None:
            yield begin, tag.start()
            begin = None
