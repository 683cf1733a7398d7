"""Turns a web page, or plain text, into the elements of a Word document, so that one walk reads both."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree, html

from parsers.errors import TooLarge, Unreadable
from parsers.word.hypertext_flow import Flow, Sheet
from parsers.word.names import Element, W

MAX_TAGS = 200_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a Word document's body."""

    body: Element
    pictures: tuple[bytes, ...] = ()
    """The pictures it shows, in order; the body refers to them as ``p1``, ``p2`` …"""
    lost: bool = False
    """Whether it shows a picture that did not come with it."""


def from_hypertext(data: bytes, charset: str = "", inside: Mapping[str, bytes] | None = None) -> Page:
    """What a page shows. Raises FileError.

    `charset` is what its envelope says, `inside` the files that came in the same envelope, by address.
    """
    if data.count(b"<") > MAX_TAGS:
        raise TooLarge("too-many-elements")
    text = _DECLARATION.sub("", _UNFIT.sub("", decoded(data, charset)))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("empty") from error
    if any(one.level_name == "FATAL" for one in parser.error_log):
        # The parser stopped where it stood, as it does where elements lie too deep: the rest is missing.
        raise Unreadable("nesting")
    body = etree.Element(W + "body")
    sheet = Sheet(inside or {})
    Flow(body, sheet).element(page, frozenset())
    return Page(body, tuple(sheet.pictures), sheet.lost)


def from_text(data: bytes, charset: str = "") -> Element:
    """A ``w:body`` of a plain text's lines. Raises TooLarge."""
    if data.count(b"\n") > MAX_TAGS:
        raise TooLarge("too-many-elements")
    body = etree.Element(W + "body")
    for line in _UNFIT.sub("", decoded(data, charset)).splitlines():
        flow = Flow(body, Sheet({}))
        flow.begin()
        flow.text(line, frozenset(), kept=True)
    return body


def decoded(data: bytes, charset: str = "") -> str:
    """The text of these bytes: by their mark, by what is said of them, else UTF-8 or the usual of Windows."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    said = _CHARSET.search(data[:4096])
    for encoding in (charset, said[1].decode("ascii") if said else "", "utf-8"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")
