"""What stands between two lines of one paragraph: a blank, or nothing where a word goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.text.lines import Line

TIED = re.compile(r"\w[-‐–/]$")
"""A line's end after which the next line follows without a blank."""

DOMAINS = "it|com|org|net|eu|coop|info"

_HOST = re.compile(rf"(?!(?i:www))[\w-]*(?:\.[\w-]+)*\.(?i:{DOMAINS})[,;:.)/]*")
"""The rest of an address, from somewhere in its host on."""

_FIGURES = re.compile(r"[\d.+/-]+")
"""A number, such as one to call, of which no letters are the rest."""

_ENDING = re.compile(r"\.[a-z]{2,}\b")
"""The end of an address, at a line's start."""

SMALL_WORDS = frozenset(
    re.findall(
        r"\S+",
        "a ad al alla alle agli ai allo che chi ci col con cui da dal dalla dalle dai dagli dallo degli "
        "dei del della delle dello di e ed è fra gli ha i il in la le lo ma ne nei nel nella nelle nello "
        "o od per più se si su sul sulla sulle sui tra un una uno",
    )
)
"""Words that stand alone at a line's start: no rest of a word that was cut."""

_AT = re.compile(r"@[\w-]+(?:\.[\w-]+)*(?:-$|\.\w{2,})")
"""The rest of an e-mail address from its ``@`` on."""

_ADDRESS = re.compile(r"[\w.-]+@[\w-]+(?:\.[\w-]+)*(?:-$|\.\w{2,})")
BEFORE_ADDRESSES = frozenset(
    ["mail", "email", "e-mail", "pec", "tel", "cell", "fax", "per", "con", "ed", "web", "url"]
)
"""Words that end in a consonant and may stand before an address."""


def cut(last: Line, head: str, line: Line, right: float) -> bool:
    """Whether a word too long for the line was cut at its end, so that the next line is its rest.

    `head` is the word as far as it goes, with what of it stands on lines above.
    """
    letter = line.first_width / max(len(line.first), 1)
    if not last.single or last.marked or right - last.x1 > 1.6 * letter + 1 or len(head) < 4:
        return False
    tail = line.first
    if "@" in tail and "@" not in head:
        # What looks like a name is taken for one.
        name = re.fullmatch(r"[A-ZÀ-Ù][a-zà-ù]+", head) or head.lower() in BEFORE_ADDRESSES
        return not name and re.fullmatch(r"[\w.%+-]*[^\W\d_][\w.%+-]*", head) is not None
    if "@" in head or "://" in head:
        return "@" not in tail and not tail.startswith(("+", "http", "www")) and not _complete(head, tail)
    if head[-1] == tail[:1] and head[-1] in "._…":
        return True
    if not (head[-1].isalnum() and tail[:1].islower()) or _FIGURES.fullmatch(head):
        return False
    # Italian words end in a vowel: one that does may be whole, when a word follows that stands alone.
    return not (head[-1].lower() in "aeiouàèéìòù" and tail.lower().strip(",.;:") in SMALL_WORDS)


def parts_address(head: str, line: Line) -> bool:
    """Whether an e-mail address goes on in the next line: it ends in a hyphen, or lacks its end.

    `head` is as for `cut`.
    """
    _, at, host = head.rpartition("@")
    if not at or not host:
        return False
    return host[-1] == "-" or ("." not in host and _HOST.fullmatch(line.first) is not None)


def last_word(lines: Sequence[Line], right: float) -> str:
    """The last word of lines, with what of it stands on the lines above."""
    at = len(lines) - 1
    while at > 0 and lines[at].single:
        at -= 1
    word = lines[at].last
    for last, line in pairwise(lines[at:]):
        word = line.last if seam(last, word, line, right) else word + line.last
    return word


def _complete(head: str, tail: str) -> bool:
    """Whether an address is whole already and what follows is a word or a number of its own."""
    if not re.search(rf"@[\w.-]+\.(?:{DOMAINS})$", head, re.IGNORECASE):
        return False
    rest = tail.rstrip(",;.:)")
    return not re.fullmatch(rf"(?:[\w-]+\.)*(?:{DOMAINS})", rest, re.IGNORECASE)


def seam(last: Line, head: str, line: Line, right: float) -> str:
    """What stands between two lines of one paragraph: a blank, or nothing. `head` is as for `cut`."""
    if (
        last.soft
        or last.tied
        or TIED.search(last.last)
        or _ENDING.match(line.first)
        or parts_address(head, line)
        or _goes_to_address(last, head, line)
        or cut(last, head, line, right)
    ):
        return ""
    return " "


def _goes_to_address(last: Line, head: str, line: Line) -> bool:
    """Whether an e-mail address was broken before its ``@``, or in what stands before it.

    Some programs break it where its dress changes, however much room is left. No Italian word ends
    in a consonant, but for a few.
    """
    if "@" in head:
        return False
    if _AT.match(line.first):
        return head[-1:].isalnum()
    low = head.lower()
    alike = head in (low, head.upper()) and head.isupper() == line.first.isupper()
    begins = alike and last.single and re.fullmatch(r"[a-z][\w.-]*[b-df-hj-np-tv-z]", low) is not None
    return begins and low not in BEFORE_ADDRESSES and _ADDRESS.match(line.first) is not None
