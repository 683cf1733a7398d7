"""Word files with comments and notes, from a few literal texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.parsers.word.builder import p, r, relationships, word

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_TAGS = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}


def starts(number: int) -> str:
    """Where the range of a comment begins."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def ends(number: int) -> str:
    """Where it ends, and the reference to the comment."""
    return f'<w:commentRangeEnd w:id="{number}"/>{comment(number)}'


def on(number: int, runs: str) -> str:
    """A comment on some runs."""
    return starts(number) + runs + ends(number)


def comment(number: int) -> str:
    """A reference to a comment."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def note(number: int, kind: str = "footnote") -> str:
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def options(*runs: str) -> str:
    """A paragraph an option, each of runs or of plain text."""
    return "".join(p(r(one) if not one.startswith("<") else one) for one in runs)


def noted(body: str, parts: Mapping[str, bytes | str] | None = None, **texts: Sequence[str]) -> bytes:
    """A Word file with those ``comments``, ``footnotes`` and ``endnotes``, numbered from 1.

    A text that begins with ``<`` is XML.
    """
    made: dict[str, bytes | str] = {}
    for kind, said in texts.items():
        tag = _TAGS[kind]
        items = "".join(
            f'<w:{tag} w:id="{number}">{text if text.startswith("<") else p(text)}</w:{tag}>'
            for number, text in enumerate(said, start=1)
        )
        made[f"word/{kind}.xml"] = f"<w:{kind} {NAMES}>{items}</w:{kind}>"
    kinds = (*texts, "commentsExtended")
    rels = relationships(*((kind, kind, f"{kind}.xml") for kind in kinds))
    return word(body, {"word/_rels/document.xml.rels": rels, **made, **(parts or {})})
