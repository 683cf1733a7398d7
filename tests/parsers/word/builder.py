"""Word files from a few literal lines of XML."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from parsers.document import Break, Document, Image, Mark, Paragraph, Text
from parsers.word.reader import WordReader

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{_OFFICE}"'
)
PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(16)


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip with these parts in this order."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document_xml(body: str) -> str:
    """A main part with that body."""
    return f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"


def relationships(*targets: tuple[str, str, str], mode: str = "") -> str:
    """A relationships part from triples of id, last word of the type, target."""
    items = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}" {mode}/>'
        for name, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def word(body: str, parts: Mapping[str, bytes | str] | None = None, main: str = "word/document.xml") -> bytes:
    """A Word file with that body and those further parts."""
    types = f'<Types xmlns="{_PACKAGE}/content-types"/>'
    base: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships(("r1", "officeDocument", main)),
        main: document_xml(body),
    }
    return packed({**base, **(parts or {})})


def read(body: str, parts: Mapping[str, bytes | str] | None = None) -> Document:
    """What the reader makes of a file with that body."""
    return WordReader().read(word(body, parts))


def p(*runs: str) -> str:
    """A paragraph of runs or of plain texts."""
    return f"<w:p>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells are plain texts or XML."""
    cells = ("".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def tc(content: str, properties: str = "") -> str:
    """A cell of one paragraph or of XML."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def checkbox(checked: str, content: str, signs: str = "") -> str:
    """A checkbox control around some content."""
    return (
        f"<w:sdt><w:sdtPr><w14:checkbox>{checked}{signs}</w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def field(instruction: str, result: str = "", data: str = "") -> str:
    """The runs of a field."""
    separate = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def words(paragraph: Paragraph) -> str:
    """A paragraph as a line: marks as [raw], breaks as /, pictures as <name>."""
    line = ""
    for inline in paragraph.inlines:
        match inline:
            case Text():
                line += inline.text
            case Mark():
                line += f"[{inline.raw}]"
            case Break():
                line += "/"
            case Image():
                line += f"<{inline.name}>"
    return line


def lines(document: Document) -> list[str]:
    """Every paragraph as a line, in reading order."""
    return [words(paragraph) for paragraph in document.paragraphs()]


def states(document: Document) -> list[str]:
    """The states of all marks in reading order."""
    return [mark.state.value for mark in document.marks()]


def only(document: Document) -> Mark:
    """The one mark of a document."""
    (mark,) = document.marks()
    return mark
