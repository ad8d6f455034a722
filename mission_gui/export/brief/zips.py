"""Packs an Office file again so that the same content gives the same bytes: fixed times, also in files within it."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


def settled(content: bytes, date: datetime) -> bytes:
    """The same file, its workbooks dated `date` and every time of its archive fixed."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = ZipInfo(name, _FIRST)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            made.writestr(entry, _fixed(name, given.read(name), date))
    return out.getvalue()


def _fixed(name: str, content: bytes, date: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return settled(content, date)
    if name == "docProps/core.xml":
        stamp = f"{date.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
        return _WRITTEN.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
    return content
