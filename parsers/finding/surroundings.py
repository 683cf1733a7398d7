"""How well the form's words fit where they stand, by what is around them: a line of their own, or prose."""

from __future__ import annotations

import re

from parsers.finding.anchors import Role
from parsers.finding.matches import Span
from parsers.finding.numbering import quoted
from parsers.keys import key, without_references
from parsers.layout import IMAGE, MARK, Line
from parsers.lexicon import NO, YES
from parsers.marks import typed

SHORT = 5
"""Keys shorter than this turn up by chance in any text, and count in short lines only."""
POLAR = 24
"""Up to how many characters "sì ☐  no ☐" is no more than that."""
_POINTERS = " \u00a0<>-–—=←→"
"""What people type between an option and their mark."""
LONG = 40
"""A prompt of so many letters is the form's wherever it stands: nobody writes it in an answer."""
MARKLIKE = 8
"""Letters typed for a mark are fewer than these."""
SEPARATORS = frozenset(MARK + IMAGE + "\t\n:：")
_APOSTROPHES = frozenset("'’`´")
_CLOSING = " \u00a0\t\n.:;,)"
_BLANK = frozenset(" \u00a0")
_GLUED = frozenset("XxХхVv×√")
"""Letters typed over a box, that may touch the label: "XCooperativa"."""
_SIGNS = frozenset("×√✓✔✗✘")
"""Those that are part of no word, and touch the option that they tick: "sì √no"."""


def quality_of(lines: tuple[Line, ...], spans: tuple[Span, ...], words: str, role: Role) -> float:
    """How well what surrounds the words fits: 1 for a line of their own, 0 in the midst of a sentence."""
    first, last = spans[0], spans[-1]
    within = any(first.start < at < first.end for at, _ in lines[first.line].marks)
    if within or (role is Role.OPTION and _TICKED.search(lines[first.line].text, first.start, first.end)):
        # "☐ Tipo A ☐ B": a mark parts two options.
        return 0.0
    start, end = first.start, last.end
    if role is Role.OPTION and len(spans) == 1:
        start, end = quoted(lines[first.line].text, start, end)
    before = lines[first.line].text[:start]
    after = lines[last.line].text[end:]
    left, right = _left(before), _right(after)
    if (
        role is Role.OPTION
        and not left
        and _GLUED_ON.search(before)
        and lines[first.line].text[start].isupper()
    ):
        left = 0.7
    if min(left, right) < (1 if len(spans) > 1 else 0.7 if len(words) < SHORT else 0):
        return 0.0
    if role in (Role.SECTION, Role.TEXT) and without_references(after).strip(_CLOSING):
        return 0.0
    quality = left * right
    if role is Role.PROMPT and len(words) >= LONG and len(spans) == 1 and not _is_torn(before, after):
        return max(quality, 0.6)
    if role is Role.OPTION:
        # What follows an option at the beginning of a line may be the respondent's addition to it;
        # but what ends in the midst of a word is no option.
        torn = after[:1].isalnum() and not right
        quality = max(quality, 0.5) if left == 1 and not torn else quality
        return quality if quality >= 0.2 else 0.0
    if role is Role.LABEL and is_amid(lines, first.line, before):
        quality *= 0.8
    return quality if left >= 0.6 and quality >= 0.3 else 0.0


_GLUED_ON = re.compile("[ \u00a0][xX×Х]$")
"""An X glued to an option amid others: "XAlfa XBeta"."""
_TICKED = re.compile("(?:[ \u00a0]{2,}|\t)[×✓✗√xX](?![a-z])|_[_xXvV]*_")
"""A tick typed behind a gap, or a blank for one, begins another option: "Tipo A    ×B - Tipo B"."""


def _is_torn(before: str, after: str) -> bool:
    """Whether words begin or end in the midst of one."""
    return before[-1:].isalnum() or after[:1].isalnum()


def is_amid(lines: tuple[Line, ...], index: int, before: str) -> bool:
    """Whether other words stand before these in the same line or cell: a label mostly begins its cell."""
    if len(before) > 3 and sum(map(str.isalnum, before)) > 3:
        return True
    spot = lines[index].spot
    while spot is not None and index > 0 and lines[index - 1].spot is spot:
        index -= 1
        if lines[index].key:
            return True
    return False


_OPENING = re.compile(r"(?:\d{1,2}[.)])*\d{0,2}[.)]?[ \u00a0]*[\[(“\"«*_#]*")
"""What may stand before a label that begins its line: "2.1.3", "#", "[", quotation marks."""
_STRETCH = re.compile(f"[{MARK}{IMAGE}\\t\\n:]|[ \u00a0]{{2,}}")


def _left(before: str) -> float:
    """How well a text ends before the form's words begin."""
    if not before or before[-1] in SEPARATORS:
        return 1.0
    tail = _STRETCH.split(before)[-1]
    bare = tail.strip(" \u00a0")
    begins = len(bare) == len(before.strip(" \u00a0"))
    touched = tail[-1:] in _SIGNS and not tail[-2:-1].isdigit()
    typed_over = touched or not bare or bare in _GLUED or (not tail[-1].isalnum() and _is_typed(bare))
    if typed_over or (begins and _OPENING.fullmatch(bare)):
        return 1.0
    if tail != bare and bare[-1] in _GLUED and bare[-2:-1] in _BLANK and tail[-1] in _BLANK:
        # An X between two options of one line: "sì X no".
        return 0.7
    # Numbering, bullets and what is typed in place of a box: "1.", "a)", "-", "XX".
    if len(bare) <= 3 and (begins or not bare.isalpha()):
        return 0.0 if tail[-1].isalnum() else 1.0
    if tail[-1].isalnum():
        return 0.0
    return 0.7 if bare[-1] in ";,/|.)–-" else 0.3


def _right(after: str) -> float:
    """How well a text goes on after the form's words."""
    if not after:
        return 1.0
    after = without_references(after)
    if after[:1] in _APOSTROPHES and not after[1:2].isalnum():
        # An apostrophe for an accent: "si'".
        after = after[1:]
    if after[:1].isalnum():
        return 1.0 if after.strip(" \u00a0") in _GLUED else 0.0
    rest = after.lstrip(" \u00a0)?.*]”»）")
    if _ends(rest):
        return 1.0
    if "  " in after[: len(after) - len(rest)].replace("\u00a0", " ") or _asks(after):
        return 0.9
    if rest[0] in ";,/|–-=(":
        return 0.7
    return 0.45 if rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"'«" else 0.25


def _asks(after: str) -> bool:
    """Whether a question mark follows, and then a wide gap or little more than a yes or a no."""
    question, mark, answer = after.partition("?")
    if not mark or question.strip(" \u00a0"):
        return False
    first = key("".join(answer.replace(MARK, " ").split()[:1]))
    return answer[:2].isspace() or (len(answer) <= POLAR and (first in YES or first in NO))


def _ends(rest: str) -> bool:
    """Whether what follows is nothing, a mark, a break, leaders, or an X typed as a mark."""
    if not rest.strip(" \u00a0.…_") or rest[0] in SEPARATORS or rest[0] in "…_":
        return True
    if rest[0] in _SIGNS or (rest[0] in _GLUED and not rest[1:2].isalnum()):
        return True
    return _is_typed(_STRETCH.split(rest)[0].strip(_POINTERS))


def _is_typed(words: str) -> bool:
    """Whether words are a mark of several letters, or its empty line: "XX", "__X__", "__"; not "sì"."""
    return 0 < len(words) < MARKLIKE and typed(words) is not None and key(words) not in YES
