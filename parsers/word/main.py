"""The main part of a Word package: which one it is, and its body, whatever dialect it is written in."""

from __future__ import annotations

from parsers.errors import Unreadable
from parsers.markup import xml
from parsers.package import Package
from parsers.word.names import MC, Element, W, transitional

TYPES = "[content_types].xml"
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MAIN_TYPES_WITH_MACROS = (
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_PROCESS = MC + "ProcessContent"


def is_flat(data: bytes) -> bool:
    """Whether it is a package written as one XML file (``pkg:package``)."""
    head = data[:2048]
    return _FLAT in (head.replace(b"\0", b"") if b"\0" in head else head)


def is_main_type(content_type: str) -> bool:
    """Whether a part of that type is a Word document or template itself."""
    content_type = content_type.strip().lower()
    return content_type.endswith(_MAIN_TYPES) or content_type in _MAIN_TYPES_WITH_MACROS


def main_part(package: Package) -> str:
    """The name of the part that holds the document. Raises Unreadable when there is none."""
    for found in package.relationships():
        if found.kind == "officeDocument" and not found.external and package.has(found.target):
            return found.target
    types = package.part(TYPES)
    if types is not None:
        for element in xml(types):
            name = element.get("PartName", "")
            if is_main_type(element.get("ContentType", "")) and package.has(name):
                return name
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise Unreadable("damaged")


def body_of(package: Package, main: str) -> Element:
    """The body of the main part, wrappers that are to be looked through taken away. Raises Unreadable."""
    root = root_of(package, main)
    body = root.find(W + "body")
    if body is None:
        raise Unreadable("damaged")
    return body


def root_of(package: Package, part: str) -> Element:
    """The root of a part of the document. Raises Unreadable."""
    content = package.part(part)
    if content is None:
        raise Unreadable("damaged")
    root = xml(transitional(content))
    if b"ProcessContent" in content:
        _unwrap(root)
    return root


def _unwrap(root: Element) -> None:
    """Puts the content of unknown elements in their place where ``mc:ProcessContent`` asks for it."""
    wanted: set[str] = set()
    for element in root.iter():
        for name in element.get(_PROCESS, "").split():
            prefix, _, local = name.rpartition(":")
            space = element.nsmap.get(prefix or None)
            if space is not None:
                wanted.add(f"{{{space}}}{local}")
    for name in wanted:
        for element in list(root.iter(name)):
            parent = element.getparent()
            if parent is None or element.tag.startswith(W):
                continue
            place = parent.index(element)
            parent[place : place + 1] = list(element)
