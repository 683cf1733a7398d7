"""File names as people send them: shown safely, made safe for any file system, numbered, ignored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

_IGNORED = re.compile(
    r"~\$.*|\._.*|.*\.(?:tmp|crdownload|part|partial|download)|thumbs\.db|desktop\.ini|\.ds_store|@eadir"
    r"|\.~lock\..*#|\$recycle\.bin|__macosx|\.git",
    re.IGNORECASE,
)
_RESERVED = frozenset('<>:"/\\|?*')
_DOS = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_LONGEST = 150
# File systems count bytes: 255 on most, and a number or ".txt" may still follow.
_LONGEST_BYTES = 220


def ignored(name: str) -> bool:
    """Whether a file or folder of that name is an office's or a system's own litter, never a form."""
    return _IGNORED.fullmatch(name) is not None


def shown(name: str) -> str:
    """The name for screens and the store: control and direction characters and surrogates escaped."""
    return "".join(_escaped(character) if _is_hidden(character) else character for character in name)


def safe(name: str) -> str:
    """The name as it can stand in a folder of any system, at most 150 characters, its ending kept."""
    kept = "".join("_" if c in _RESERVED or _is_hidden(c) else c for c in name).rstrip(". ")
    path = PurePath(kept or "_")
    stem, suffix = path.stem, path.suffix
    if _DOS.fullmatch(stem.split(".")[0].rstrip()):
        stem = "_" + stem
    if len(suffix) > 20:
        stem, suffix = stem + suffix, ""
    return _cut(stem, suffix)


def numbered(name: str) -> Iterator[str]:
    """The name itself, then ``name (2).ext``, ``name (3).ext`` and so on."""
    path = PurePath(name)
    yield name
    number = 2
    while True:
        yield f"{path.stem} ({number}){path.suffix}"
        number += 1


def is_numbered(name: str, of: str) -> bool:
    """Whether the name is `of` itself or one of its numbered forms."""
    path = PurePath(of)
    return name == of or (
        re.fullmatch(re.escape(path.stem) + r" \(\d+\)" + re.escape(path.suffix), name) is not None
    )


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ``scheda 2`` before ``scheda 10``, case aside."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _cut(stem: str, suffix: str) -> str:
    stem = stem[: _LONGEST - len(suffix)]
    while len((stem + suffix).encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ") + suffix if suffix else (stem.rstrip(". ") or "_")
