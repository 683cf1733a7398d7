"""Finds the prompts that somebody put in other words: translated, shortened, with the same limit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.finding.anchors import Anchor, Role
from parsers.finding.matches import Match, Span
from parsers.keys import key
from parsers.layout import Line

RETOLD = 0.85
"""How like the form's own such a prompt counts as."""
LONGEST = 400
"""Longer lines begin with somebody's answer."""
FEWEST = 4
"""Of fewer words none can say that they are a prompt's."""
SAID = 0.85
"""What share of its words a shortened prompt has from the form's."""
_FIGURE = re.compile(r"\d{2,}")
_LIMIT = re.compile(
    r"[(\[][^()\[\]]{0,30}?(\d[\d.,’' \u00a0]{1,7}\d)[^()\[\]]{0,40}[)\]][ \u00a0]*[.:]?", re.IGNORECASE
)
_COUNTED = re.compile(
    r"max|mass|fino|up to|bis|höchst|jusqu|char|caratt|caract|batt|spaz|zeich|sign|wor|wört|parole"
    r"|mots|righe",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"\W*(?:descr|illustr|indic|specif|spieg|elenc|riport|inser|present|sintet|raccont|expl|list|state"
    r"|summar|tell|beschreib|nenn|erläuter|stell|schilder|décri|indiqu|précis)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][ \u00a0]+\w")
_WORD = re.compile(r"[^\W_]{3,}")


def retold(anchor: Anchor, lines: tuple[Line, ...], chained: Iterable[Match]) -> Iterator[Match]:
    """Where a prompt that was not found stands in other words, right behind its label."""
    for label in chained:
        if label.anchor.role is Role.LABEL and label.anchor.fields == anchor.fields:
            at, start = _first_behind(label, lines)
            end = _end_of_prompt(anchor.keys[0], lines[at].text[start:])
            if end:
                yield Match(anchor, (Span(at, start, start + end),), RETOLD, RETOLD)


def _first_behind(label: Match, lines: tuple[Line, ...]) -> tuple[int, int]:
    """Where the next words stand in a line of their own; the label's end where its own line goes on."""
    index, end = label.end
    rest, broken, below = lines[index].text[end:].partition("\n")
    if key(rest):
        return index, len(lines[index].text)
    if key(below):
        return index, end + len(rest) + len(broken)
    return next(((line.index, 0) for line in lines[index + 1 : index + 4] if line.key), label.end)


def _asks(text: str) -> bool:
    """Whether what stands before a limit may be a prompt: it asks for something, or is a single sentence."""
    return _IMPERATIVE.match(text) is not None or _SENTENCE_END.search(text) is None


def _end_of_prompt(prompt: str, text: str) -> int:
    """Up to where a line is a prompt in other words; 0 for none."""
    figures = _FIGURE.findall(prompt)
    limit = _LIMIT.search(text, 0, LONGEST)
    if limit is not None and not _asks(text[: limit.start()]):
        return 0
    if limit is not None and re.sub(r"\D", "", limit[1]) in figures and _COUNTED.search(limit[0]):
        return limit.end()
    own = text.partition("\n")[0].rstrip()
    words = [key(word) for word in _WORD.findall(own)] if len(own) <= LONGEST else []
    if len(words) < FEWEST or not prompt.startswith(words[0]):
        return 0
    return len(own) if sum(word in prompt for word in words) >= SAID * len(words) else 0
