"""Footnotes and endnotes of pages: taken out of the text, and put where it refers to them.

Every office program parts them from the text by a short rule, and begins each with the sign that
stands raised behind the word it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.document import Aside, AsideKind, Box, Place
from parsers.pdf.objects import Rule, Word, around
from parsers.pdf.pages.bare import Bare
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.tokens import Token

_SIGN = re.compile(r"(?:\d{1,3}|[ivxl]{1,6}|[a-z]|[*†‡§]{1,3})")
_JOINED = re.compile(r"(\d{1,3}|[*†‡§]{1,3})[.)]?(?=[^\W\d])")
"""The same, where the note's first word follows at once."""

_LEAST, _MOST = 30.0, 0.7
"""How long the rule above notes is: at least so many points, at most this share of the page."""

_RAISED, _SMALLER = 0.08, 0.85
"""By how much a reference stands above its line, and how small it is, in font sizes of its word."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note as it stands at the foot of a page."""

    page: int
    sign: str
    text: str
    box: Box


def without_notes(pages: Sequence[Bare]) -> tuple[list[Bare], list[Aside]]:
    """The pages without their notes and what refers to them, and the notes where they are referred to."""
    notes: list[_Note] = []
    found: list[Bare] = []
    for at, page in enumerate(pages):
        first = _first(page)
        # A row of a table that goes over a page's end may have its note on the second page.
        if first is None or not _are_notes(page, first, pages[max(at - 1, 0) : at]):
            found.append(page)
            continue
        notes += _notes(page, first)
        found.append(replace(page, outside=page.outside[:first], free=page.free[:first]))
    if not notes:
        return list(pages), []
    places: dict[int, Place] = {}
    found = [_unreferred(page, notes, places) for page in found]
    asides = []
    for at, note in enumerate(notes):
        place = places.get(at, Place(page=note.page, box=note.box))
        asides.append(Aside(AsideKind.FOOTNOTE, note.text, place))
    return found, asides


def _first(page: Bare) -> int | None:
    """The number of the line that a page's notes begin with, right below their rule."""
    end = max((table.box[3] for table in page.tables), default=0.0)
    for rule in page.dress.rules:
        if _LEAST <= rule.length <= _MOST * page.page.width and rule.at > end - 1:
            below = [at for at, one in enumerate(page.outside) if one.baseline > rule.at]
            if below and _heads(page, below[0], rule) and not _underlines(page.outside[: below[0]], rule):
                return below[0]
    return None


def _heads(page: Bare, at: int, rule: Rule) -> bool:
    """Whether a line is the first note under the rule."""
    head = page.outside[at]
    near = head.box[1] - rule.at < 2 * head.size and abs(head.x0 - rule.start) < 2 * head.size
    below = page.outside[at + 1] if at + 1 < len(page.outside) else None
    alone = below is not None and abs(below.x0 - head.x0) < head.size and _alone(page.free[at]) is not None
    return near and (alone or _sign(page.free[at]) is not None)


def _are_notes(page: Bare, first: int, before: Sequence[Bare]) -> bool:
    """Whether the lines from `first` on are notes, and not the questions of a form under a line to write on.

    Notes hold no boxes; those that are numbered as questions are (``4.``) are referred to on the page or
    the one `before`, as are those that may begin with a number of their own (``8x1000``).
    """
    if any(one.boxes for one in page.outside[first:]):
        return False
    head = page.free[first][0]
    joined = _JOINED.match(head.text) if isinstance(head, Word) else None
    if not isinstance(head, Word) or (head.text[-1] not in ".)" and joined is None):
        return True
    sign = joined[1] if joined is not None else head.text.rstrip(".)")
    texts = [*page.inside.values(), *page.free[:first]]
    texts += (tokens for one in before for tokens in (*one.inside.values(), *one.free))
    return any(
        isinstance(token, Word) and token.text.rstrip(".)") == sign and _is_raised(token, tokens)
        for tokens in texts
        for token in tokens
    )


def _sign(row: Sequence[Token]) -> str | None:
    """The sign that a note's first line begins with, before its words."""
    if not isinstance(row[0], Word):
        return None
    joined = _JOINED.match(row[0].text)
    if joined is not None:
        return joined[1]
    sign = row[0].text.rstrip(".)")
    return sign if len(row) > 1 and _SIGN.fullmatch(sign) else None


def _alone(row: Sequence[Token]) -> str | None:
    """The sign that stands alone in a row: a note may begin on the line below."""
    if len(row) > 1 or not isinstance(row[0], Word):
        return None
    sign = row[0].text.rstrip(".)")
    return sign if _SIGN.fullmatch(sign) else None


def _signless(row: Sequence[Token]) -> list[Token]:
    """A note's first line without its sign."""
    first = row[0]
    joined = _JOINED.match(first.text) if isinstance(first, Word) else None
    if joined is None or not isinstance(first, Word):
        return list(row[1:])
    return [replace(first, text=first.text[joined.end() :]), *row[1:]]


def _underlines(above: Sequence[Line], rule: Rule) -> bool:
    return any(one.x0 < rule.end and rule.at - one.baseline < 0.4 * one.size for one in above)


def _notes(page: Bare, first: int) -> Iterator[_Note]:
    """The notes of a page, each with the lines that go on in it."""
    size = page.outside[first].size
    rows: list[list[Sequence[Token]]] = []
    for at in range(first, len(page.free)):
        row = page.free[at]
        sign = _sign(row) or _alone(row)
        if not rows or (sign is not None and _begins(row, rows[-1][0], size)):
            rows.append([row])
        else:
            rows[-1].append(row)
    for group in rows:
        sign = _sign(group[0]) or _alone(group[0]) or ""
        rest = [_signless(group[0]), *group[1:]]
        text = " ".join(line(row, page.page.number).text for row in rest if row)
        box = around([token.box for row in group for token in row])
        yield _Note(page.page.number, sign, text, box)


def _begins(row: Sequence[Token], head: Sequence[Token], size: float) -> bool:
    """Whether a row begins as the first note's does."""
    return abs(row[0].box[0] - head[0].box[0]) < 0.5 * size


def _unreferred(page: Bare, notes: Sequence[_Note], places: dict[int, Place]) -> Bare:
    """The page without the raised signs that refer to notes; where they stood is put into `places`."""
    inside = {at: _kept(tokens, page, notes, places) for at, tokens in page.inside.items()}
    free = tuple(tuple(_kept(row, page, notes, places)) for row in page.free)
    if free == page.free:
        return replace(page, inside=inside)
    lines = tuple(line(row, page.page.number, page.dress) for row in free)
    return replace(page, inside=inside, free=free, outside=lines)


def _kept(
    tokens: Sequence[Token], page: Bare, notes: Sequence[_Note], places: dict[int, Place]
) -> list[Token]:
    kept = []
    signs = {note.sign for note in notes}
    for token in tokens:
        if isinstance(token, Word) and token.text in signs and _is_raised(token, tokens):
            at = next(
                (at for at, note in enumerate(notes) if at not in places and note.sign == token.text), None
            )
            if at is not None:
                places[at] = Place(page=page.page.number, box=token.box)
                continue
        kept.append(token)
    return kept


def _is_raised(sign: Word, tokens: Sequence[Token]) -> bool:
    """Whether a sign stands raised right behind a word of its line."""
    for word in tokens:
        if isinstance(word, Word) and word is not sign:
            size = word.style.size
            behind = -0.1 * size <= sign.x0 - word.x1 < 0.4 * size
            rise = (word.baseline - sign.baseline) / size
            if behind and _RAISED < rise < 0.8 and sign.style.size < _SMALLER * size:
                return True
    return False
