"""Archives as tests make them, in memory."""

import io
import tarfile
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of the members, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: Mapping[str, bytes | tarfile.TarInfo], packed: str = "", format: int = tarfile.PAX_FORMAT) -> bytes:
    """Return a tar archive of the members, in their order, packed by `gz` or `bz2`."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=f"w:{packed}", format=format) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            header = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            if isinstance(content, bytes):
                header.size = len(content)
            archive.addfile(header, io.BytesIO(content) if isinstance(content, bytes) else None)
    return file.getvalue()
