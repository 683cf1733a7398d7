"""What Word's drawings hold: pictures, and text boxes whose paragraphs follow their anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from itertools import islice

from parsers.document import Image, Place
from parsers.errors import Unreadable
from parsers.markup import xml
from parsers.package import Package, Relationship
from parsers.word.drawn.shapes import text_box
from parsers.word.names import MC, A, Element, R, V, W, transitional

DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TEXT_BOX = W + "txbxContent"
_EMBED = {A + "blip": R + "embed", V + "imagedata": R + "id"}

_WORDED = {DIAGRAM + "relIds": R + "dm", CHART + "chart": R + "id"}
"""Pictures that Word draws from data, and where those are."""
_TEXTS = (A + "t", CHART + "v")
_MOST_WORDS = 400

_MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "jpe": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_STARTS = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def contents(drawing: Element) -> Iterator[Element]:
    """The outermost text boxes and the pictures of a drawing, in order, each alternative once."""
    for child in drawing:
        if child.tag == _TEXT_BOX or child.tag in _EMBED or child.tag in _WORDED:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from alternative(child)
        else:
            yield from contents(child)


def alternative(element: Element) -> list[Element]:
    """What the first alternative with anything in it holds: the choices come before the fallback."""
    for branch in element:
        found = list(contents(branch))
        if found:
            return found
    return []


def is_text_box(element: Element) -> bool:
    """Whether it holds blocks of its own."""
    return element.tag == _TEXT_BOX


def words_of(element: Element, relationships: Mapping[str, Relationship], package: Package) -> Element | None:
    """What is written in a diagram or chart, as the content of a text box; None for anything else."""
    if element.tag not in _WORDED:
        return None
    name = _held(element, _WORDED, relationships)
    part = package.part(name) if name else None
    try:
        root = xml(transitional(part)) if part is not None else None
    except Unreadable:
        return None
    texts = (one.text.strip() for one in root.iter(*_TEXTS) if one.text) if root is not None else ()
    words = "\n".join(dict.fromkeys(filter(None, islice(texts, _MOST_WORDS))))
    return text_box(words) if words else None


def image(
    element: Element, relationships: Mapping[str, Relationship], package: Package, place: Place
) -> Image | None:
    """The picture that an element shows, or None when its part is elsewhere or missing."""
    if element.tag not in _EMBED:
        return None
    part = _held(element, _EMBED, relationships)
    data = package.part(part) if part else None
    if not data:
        return None
    name = posixpath.basename(part)
    return Image(name, _media_type(name, data), data, place)


def _held(element: Element, by: Mapping[str, str], relationships: Mapping[str, Relationship]) -> str:
    """The name of the part that an element refers to, "" where it is none of the file."""
    relationship = relationships.get(element.get(by[element.tag], ""))
    return "" if relationship is None or relationship.external else relationship.target


def is_missing(element: Element) -> bool:
    """Whether a picture that should be there is none of the file: its part is lost, or it is only linked."""
    if element.tag not in _EMBED:
        return False
    return any(element.get(name) for name in (_EMBED[element.tag], R + "link", R + "href"))


def _media_type(name: str, data: bytes) -> str:
    """What kind of picture it is: by its first bytes, else by its name."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return _MEDIA_TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
