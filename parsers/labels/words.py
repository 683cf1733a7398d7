"""The words of labels: cleaning, answers such as yes and no, and the gaps between options."""

from __future__ import annotations

import re

_BEFORE = " \t\n\u00a0\u3000-–—:：.·•>/,;、，；|"
_AFTER = " \t\n\u00a0\u3000-–—:：·_＿…/,;、，；|"
_LEADER = 4
"""So many points at the end are a line to write on."""
_LONGEST_ENUMERATOR = 12
_CONNECTIVE = re.compile(
    r"(?<=\S)\s+(?:or|and/or|oppure|ovvero|o|e/o|of|oder|ou)$|(?<=[\u3400-\u9fff])或$", re.I
)
_PAIRS = (("(", ")"), ("（", "）"), ("[", "]"))
_GAP = re.compile(r"\t+|[ \u00a0]{3,}|\u3000{2,}")

POINT = (
    r"\(?(?:(?:\d{1,2}|[A-Za-z](?=\.\d))(?:(?:\.\d{1,2})*[.)]|(?:\.\d{1,2})+)"
    r"|[A-Za-z][.)])\s+"
)
"""A pattern: the number or letter of a point that begins a line, and the blank behind it."""

_NEXT_POINT = re.compile(r"(?<=\S)(?:\t|\s{3,})\s*\(?(?:\d{1,2}|[A-Za-z])[.)]?\s*$")
_CONDITION = re.compile(
    r"(\s*(?:s[iìí]|no|yes|ja|nee|oui|non))[\s,;.]+(?:se\s+(?:s[iìí]|no|affermativ|negativ)|in\s+caso|if\s|si\s+oui).*",
    re.I | re.S,
)
_FAR = re.compile(r"(?<=[^\W\d_][^\W_])[.,;:)'’]*[ \u00a0]*\t+[^\n]*")
_NEXT_HEADING = re.compile(r"(?<=\S)(?:\t|\s{2})\s*\S[^\n\t]{0,60}[:：?？]\s*$")
_HEADING = re.compile(r"[:：?？]\s*")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})?[.)\]°º、]*\W*$")
_ANSWERS = re.compile(
    r"(?:y|yes|n|no|n/a|na|s[iìí]|ja|nee|nein|oui|non|true|false|vero|falso|m|f|male|female|maschio"
    r"|femmina|uomo|donna|man|vrouw|m[äa]nnlich|weiblich|是|否|男|女|有|无|同意|不同意)$"
)
_TRIM = ".,;:()/：，；、（）"


def clean(text: str) -> str:
    """A label's words without separators, fill-in lines and half brackets at both ends."""
    words = " ".join(text.split()).lstrip(_BEFORE)
    before = ""
    while words != before:
        before = words
        words = _unpaired(_without_leader(words.rstrip(_AFTER)))
    return _CONNECTIVE.sub("", words) if len(words) < 60 else words


def _without_leader(words: str) -> str:
    """The words without the points at their end that are a line to write on."""
    bare = words.rstrip(". ")
    return bare if words.count(".", len(bare)) >= _LEADER else words


def _unpaired(words: str) -> str:
    """The words without a closing bracket that nothing opens, or an opening one that nothing closes."""
    for left, right in _PAIRS:
        if words.endswith(right) and words.count(right) > words.count(left):
            return words[:-1]
        if words.startswith(left) and words.count(left) > words.count(right):
            return words[1:].lstrip(_BEFORE)
        if words.endswith(left):
            return words[:-1]
    return words


def is_words(text: str) -> bool:
    """Whether a text can be a label: not blank, no separator, no number or letter that counts points."""
    bare = text.strip()
    return any(map(str.isalnum, bare)) and (bare.isalnum() or not is_enumerator(bare))


def is_enumerator(text: str) -> bool:
    """Whether a text is but the number or letter of a point, such as ``1.`` or ``b)``."""
    bare = text.strip()
    return 0 < len(bare) <= _LONGEST_ENUMERATOR and _ENUMERATOR.match(bare) is not None


def ends_with_answer(text: str) -> bool:
    """Whether the last word is an answer such as yes or male."""
    words = text.split()
    return bool(words) and _is_answer(words[-1])


def starts_with_answer(text: str) -> bool:
    """Whether the first word is an answer such as yes or male."""
    words = text.split(maxsplit=1)
    return bool(words) and _is_answer(words[0])


def is_answer(text: str) -> bool:
    """Whether all of a text is an answer such as yes or male."""
    return len(text.split()) == 1 and _is_answer(text.strip())


def _is_answer(word: str) -> bool:
    if word.casefold() == "n.":
        # The number of what follows: "n. __ children".
        return False
    return _ANSWERS.match(word.strip(_TRIM).casefold()) is not None


def is_heading(text: str) -> bool:
    """Whether a text asks for what follows it: it ends with a colon or a question mark."""
    return text.rstrip().endswith((":", "：", "?", "？"))


def after_heading(text: str) -> str:
    """What follows the question, or the wide gap, that the options of a line begin with."""
    for pattern in (_GAP, _HEADING):
        parts = [part for part in pattern.split(text.strip()) if part.strip()]
        if len(parts) > 1:
            return after_heading(parts[-1])
    return text


def before_heading(text: str) -> str:
    """A label without the question behind a gap, or behind an answer, that asks for the boxes after it."""
    words = text.split(maxsplit=1)
    # "No Marital status:", but not "not recognised, nature:".
    if (
        is_heading(text)
        and starts_with_answer(text)
        and len(words) > 1
        and not (words[0].isalpha() and words[1][:1].islower())
    ):
        return words[0]
    return _NEXT_HEADING.sub("", text)


def before_condition(text: str) -> str:
    """An answer without what is asked of those who chose it: ``no`` of ``no, se sì, quali``."""
    match = _CONDITION.fullmatch(text)
    return match[1] if match is not None else text


def before_gap(text: str) -> str:
    """A label without what stands far behind it on its line; gaps between all its words are its own."""
    stretched = text.count("\t") > 1 and " " not in text.strip()
    return text if stretched else _FAR.sub("", text)


def before_point(text: str) -> str:
    """A label without the number or letter behind a gap that the next box's point begins with."""
    return _NEXT_POINT.sub("", text)


def columns(text: str) -> list[str]:
    """The words of a line that wide gaps part."""
    return [part.strip() for part in _GAP.split(text.strip()) if part.strip()]


def width(blanks: str) -> int:
    """How wide a run of blanks is, in spaces."""
    return sum(8 if char in "\t\n" else 2 if char == "\u3000" else 1 for char in blanks)


def gap_before(text: str) -> int:
    """The width of the blanks that a text ends with."""
    return width(text[len(text.rstrip()) :])


def gap_after(text: str) -> int:
    """The width of the blanks that a text begins with."""
    return width(text[: len(text) - len(text.lstrip())])
