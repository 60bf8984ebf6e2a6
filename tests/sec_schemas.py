"""The SEC's own schemas of ownership XML, for checking what we write."""

from functools import cache
from pathlib import Path

from lxml import etree


@cache
def _schema(folder: Path, form: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(folder / f"ownership{form.replace('/', '')}Document.xsd.xml")))


def faults(content: bytes, folder: Path) -> list[str]:
    """Return what the schema in the folder has against a document.

    The schema wants the box for 10b5-1 plans, which older forms have not: it is put in.
    """
    root = etree.fromstring(content)
    form = root.findtext("documentType") or ""
    if not form.startswith("3") and root.find("aff10b5One") is None:
        box = etree.Element("aff10b5One")
        box.text = "0"
        root.findall("reportingOwner")[-1].addnext(box)
    schema = _schema(folder, form)
    schema.validate(root)
    return [f"line {error.line}: {error.message}" for error in schema.error_log]
