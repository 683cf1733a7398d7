"""The XML of a part: read safely, and mended where only its tags do not match."""

from __future__ import annotations

import re

from lxml import etree

from parsers.errors import TooLarge, Unreadable

MAX_ELEMENTS = 2_000_000
"""Opening and closing tags of one part: each costs some hundred bytes once parsed."""

_TAG = re.compile(rb"<(?P<end>/?)(?P<name>[^\s<>/!?]+)[^<>]*?(?P<empty>/?)>")


def xml(data: bytes) -> etree._Element:
    """The root element of a part. No entity, no DTD, no network. Raises Unreadable or TooLarge."""
    if b"<!DOCTYPE" in data:
        raise Unreadable("dtd")
    if len(data) > 2**20 and data.count(b"<") > MAX_ELEMENTS:
        raise TooLarge("too-many-elements")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged") from error
    info = root.getroottree().docinfo
    if info is not None and info.internalDTD is not None:
        raise Unreadable("dtd")
    return root


def with_matching_tags(data: bytes) -> bytes | None:
    """The part without the end tags that close nothing; None where one is missing, as in a part cut short.

    A known fault of an office program. XML parsers that go on after it close too much and lose text.
    """
    kept, opened, at = bytearray(), list[bytes](), 0
    for tag in _TAG.finditer(data):
        kept += data[at : tag.start()]
        at = tag.end()
        if tag["end"] and (not opened or opened[-1] != tag["name"]):
            continue
        if tag["end"]:
            opened.pop()
        elif not tag["empty"]:
            opened.append(tag["name"])
        kept += tag[0]
    return bytes(kept + data[at:]) if not opened else None
