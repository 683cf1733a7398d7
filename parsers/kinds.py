"""A word for what some bytes are, when no reader takes them: so that people can be told what to do."""

from __future__ import annotations

import re

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES = (
    ("rtf", b"{\\rtf"),
    ("image", b"\x89PNG\r\n"),
    ("image", b"\xff\xd8\xff"),
    ("image", b"II*\x00"),
    ("image", b"MM\x00*"),
    ("image", b"GIF8"),
    ("image", b"BM"),
    ("zip", b"Rar!\x1a\x07"),
    ("zip", b"7z\xbc\xaf\x27\x1c"),
    ("zip", b"\x1f\x8b\x08"),
    ("zip", b"PK\x05\x06"),
    ("wpd", b"\xffWPC"),
    ("doc", b"\xdb\xa5-\x00"),
    ("doc", b"1\xbe\x00\x00\x00\xab"),
    ("doc", b"\xfe7\x00#"),
    ("link", b"L\x00\x00\x00\x01\x14\x02\x00"),
    ("link", b"[InternetShortcut]"),
)
_PHOTOS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"ftypavif")
_TYPES_IN_ZIP = (
    ("odt", b"application/vnd.oasis.opendocument.text"),
    ("xlsx", b"application/vnd.oasis.opendocument.spreadsheet"),
    ("pptx", b"application/vnd.oasis.opendocument.presentation"),
    ("epub", b"application/epub+zip"),
)
_FOLDERS_IN_ZIP = (
    ("xlsx", b"xl/"),
    ("pptx", b"ppt/"),
    ("pages", b"Index/Document.iwa"),
    ("pages", b"index.apxl"),
)
_STREAMS_IN_OLE = (
    ("msg", "__properties_version1.0"),
    ("xlsx", "Workbook"),
    ("pptx", "PowerPoint Document"),
    ("works", "MatOST"),
)
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?"
    rb"<(?:!doctype html|html|head|meta|body|table|div|p|span|font|center|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_2003 = (b"<w:wordDocument", b"schemas.microsoft.com/office/word/2003/wordml")
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}")
_MAIL = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|from|x-unsent):", re.IGNORECASE | re.MULTILINE
)
_SIGNED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_HEAD = 4096
_TAIL = 65_536


def kind_of(data: bytes) -> str:
    """``doc``, ``odt``, ``html``, ``image`` and so on, told by content; ``unknown`` where nothing fits."""
    if data.startswith(OLE):
        return _in_ole(data)
    if ZIP in data[:1024] and not data.startswith(b"{"):
        return _in_zip(data)
    found = next((kind for kind, signature in _SIGNATURES if data.startswith(signature)), None)
    if found is None and (data[4:12] in _PHOTOS or (data[:4], data[8:12]) == (b"RIFF", b"WEBP")):
        found = "image"
    if found is None and data[:1] == b"\x30" and _SIGNED in data[:64]:
        found = "p7m"
    return found or _of_text(data)


def _in_zip(data: bytes) -> str:
    """The kind of a zip, by what it says of itself and by the names in its list of parts."""
    for kind, said in _TYPES_IN_ZIP:
        if b"mimetype" + said in data[:1024] or (b"mimetype" in data[:_HEAD] and said in data[:_HEAD]):
            return kind
    names = data[-_TAIL:]
    if b"META-INF/manifest.xml" in names and b"content.xml" in names:
        return "odt"
    if b"[Content_Types].xml" in names or b"Index/" in names or b"index.apxl" in names:
        for kind, folder in _FOLDERS_IN_ZIP:
            if folder in names:
                return kind
    return "zip"


def _in_ole(data: bytes) -> str:
    for kind, stream in _STREAMS_IN_OLE:
        if stream.encode("utf-16-le") in data:
            return kind
    return "doc"


def _of_text(data: bytes) -> str:
    head = _plain(data[:_HEAD])
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if any(said in head for said in _WORD_2003):
        return "wordxml"
    if b"<office:document" in head:
        return "odt"
    if _HTML.match(head):
        return "html"
    if head.startswith(b"{") and b"docs.google.com" in head:
        return "link"
    return _of_envelope(head) or ("text" if _is_text(head, whole=len(data) <= _HEAD) else "unknown")


def _of_envelope(head: bytes) -> str:
    """An e-mail or a web page saved as one file, by the lines it begins with."""
    envelope = _HEADER.match(head)
    said = envelope[0].lower() if envelope is not None else b""
    if b"mime-version:" in said and (b"multipart/related" in said or b"<saved by" in said):
        return "mht" if b"<saved by" in said or not _MAIL.search(said) else "eml"
    return "eml" if _MAIL.search(said) else ""


def _plain(head: bytes) -> bytes:
    """The beginning of a text, whatever its encoding, as UTF-8 and without blanks before it."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")


def _is_text(head: bytes, *, whole: bool) -> bool:
    if not head or any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A sign may be cut where the beginning ends; and old programs write one byte a letter.
        cut = not whole and error.start > len(head) - 4
        return cut or sum(byte > 127 for byte in head) < len(head) / 3
    return True
