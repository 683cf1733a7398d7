"""What content controls are bound to: values in an XML part of the file, which Word shows on opening.

A program may fill the values and leave the text as it was, or change the text and leave the values.
"""

from __future__ import annotations

import re

from parsers.errors import FileError
from parsers.markup import xml
from parsers.package import Package
from parsers.word.dress import DELETED, PLACEHOLDER
from parsers.word.form_fields import words
from parsers.word.names import Element, W
from parsers.word.pieces import Piece, Span

_STEP = re.compile(r"(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,4})\])?$")
_ATTRIBUTE = re.compile(r"@(?:([\w.-]+):)?([\w.-]+)$")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
_LISTS = (W + "dropDownList", W + "comboBox")
_PARTS = 40
_LONGEST = 20_000


class Bindings:
    """The values that a document's controls are bound to. Nothing is read before one is asked for."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._roots: list[tuple[str, Element]] | None = None

    def value(self, properties: Element | None) -> str | None:
        """The value that a control with these properties is bound to, as it is shown; None for no such."""
        binding = properties.find(W + "dataBinding") if properties is not None else None
        if properties is None or binding is None:
            return None
        path, store = binding.get(W + "xpath", ""), binding.get(W + "storeItemID", "").upper()
        prefixes = dict(_PREFIX.findall(binding.get(W + "prefixMappings", "")))
        for name, root in self._all():
            found = _at(root, path, prefixes) if name == store or not store else None
            if found is not None:
                return _as_listed(properties, found.strip()[:_LONGEST])
        return None

    def _all(self) -> list[tuple[str, Element]]:
        """The roots of the XML parts with the names that controls call them by."""
        if self._roots is None:
            self._roots = []
            related = self._package.relationships(self._part)
            for one in [one for one in related if one.kind == "customXml"][:_PARTS]:
                name = self._name(one.target)
                data = self._package.part(one.target)
                try:
                    self._roots += [(name, xml(data))] if data else []
                except FileError:
                    # A store that cannot be read holds no answer that could be.
                    continue
        return self._roots

    def _name(self, part: str) -> str:
        for one in self._package.relationships(part):
            data = self._package.part(one.target) if one.kind == "customXmlProps" else None
            if data:
                root = xml(data)
                return next(
                    (str(v) for k, v in root.attrib.items() if str(k).endswith("}itemID")), ""
                ).upper()
        return ""


def _at(root: Element, path: str, prefixes: dict[str, str]) -> str | None:
    """The text at a plain path from the root; None where there is nothing, or the path is no plain one."""
    here: list[Element] = [root]
    for number, step in enumerate(path.strip().removeprefix("/").split("/")):
        attribute = _ATTRIBUTE.match(step)
        if attribute is not None:
            found = here[0].get(_clark(attribute[1], attribute[2], prefixes))
            return str(found) if found is not None else None
        named = _STEP.match(step)
        if named is None:
            return None
        tag = _clark(named[1], named[2], prefixes)
        members = here if not number else [child for child in here[0] if isinstance(child.tag, str)]
        place = int(named[3] or 1)
        here = [one for one in members if one.tag == tag][place - 1 : place] if place else []
        if not here:
            return None
    return "".join(part for part in here[0].itertext() if isinstance(part, str))


def _clark(prefix: str | None, name: str, prefixes: dict[str, str]) -> str:
    return f"{{{prefixes.get(prefix, prefix)}}}{name}" if prefix else name


def _as_listed(properties: Element, value: str) -> str:
    """The words that a list shows for a value; the value itself where there is no list."""
    entries = next((child for child in properties if child.tag in _LISTS), None)
    for entry in entries.iter(W + "listItem") if entries is not None else ():
        if entry.get(W + "value") == value:
            return entry.get(W + "displayText") or value
    return value


def bound(pieces: list[Piece], value: str) -> tuple[list[Piece], bool]:
    """A control's content with its value in the place of a missing text, and whether the two disagree.

    Where both are there the text is kept: it is what was seen last and what was printed.
    """
    written = [
        piece
        for piece in pieces
        if not isinstance(piece, Span) or (piece.text.strip() and not piece.dress & (PLACEHOLDER | DELETED))
    ]
    if not value:
        return pieces, False
    if not written:
        kept = [piece for piece in pieces if isinstance(piece, Span) and piece.dress & DELETED]
        return [*kept, Span(" ".join(value.split()))], False
    only_text = all(isinstance(piece, Span) for piece in written)
    return pieces, only_text and words(written).split() != value.split()
