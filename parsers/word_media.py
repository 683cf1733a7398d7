"""What Word's drawings hold: pictures, and text boxes whose paragraphs follow their anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from parsers.document import Image, Place
from parsers.package import Package, Relationship
from parsers.word_names import MC, A, Element, R, V, W

_TEXT_BOX = W + "txbxContent"
_EMBED = {A + "blip": R + "embed", V + "imagedata": R + "id"}

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
        if child.tag == _TEXT_BOX or child.tag in _EMBED:
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


def image(
    element: Element, relationships: Mapping[str, Relationship], package: Package, place: Place
) -> Image | None:
    """The picture that an element shows, or None when its part is elsewhere or missing."""
    relationship = relationships.get(element.get(_EMBED[element.tag], ""))
    if relationship is None or relationship.external:
        return None
    data = package.part(relationship.target)
    if not data:
        return None
    name = posixpath.basename(relationship.target)
    return Image(name, _media_type(name, data), data, place)


def _media_type(name: str, data: bytes) -> str:
    """What kind of picture it is: by its first bytes, else by its name."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return _MEDIA_TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
