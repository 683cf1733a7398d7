"""The pictures of a form on its page: made small, each with its name and the way to the original."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import quote

from ingest.record import Picture

Thumbnail: TypeAlias = Callable[[str], bytes | None]
"""Makes a picture small, by its path in the work folder, as PNG or JPEG; None where it cannot."""

_MOST = 24
"""So many pictures of a field are shown; the others are named."""

_HARMLESS = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".emf", ".wmf"))
"""What may be opened by a click: other files (SVG, HTML) could hold scripts of a stranger's."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    name: str
    """Its file's name."""
    href: str
    """From the reports' folder, or ``""`` where it is not to be opened by a click."""
    source: str
    """The small picture as a ``data:`` address, or ``""``."""


def shots(pictures: Iterable[Picture], field: str, thumbnail: Thumbnail | None) -> tuple[Shot, ...]:
    """The pictures that answer a field, in their order."""
    paths = [picture.image.name for picture in pictures if picture.field == field]
    drawn = {path: thumbnail(path) for path in islice(paths, _MOST)} if thumbnail is not None else {}
    return tuple(_shot(path, drawn.get(path)) for path in paths)


def address(path: str) -> str:
    """A path in the work folder as an address from the reports' folder, every special character quoted."""
    return "../" + quote(path, safe="/", errors="surrogatepass")


def embedded(data: bytes) -> str:
    """A picture as a ``data:`` address: PNG, or else JPEG."""
    kind = "jpeg" if data.startswith(b"\xff\xd8") else "png"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _shot(path: str, drawn: bytes | None) -> Shot:
    known = PurePosixPath(path).suffix.lower() in _HARMLESS
    return Shot(PurePosixPath(path).name, address(path) if known else "", embedded(drawn) if drawn else "")
