"""Words and boxes to lines, and a line to inlines. What a line means for paragraphs is `pdf.text.flow`'s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from parsers import marks
from parsers.document import Box, Emphasis, Inline, Mark, Method, Place, State, Text
from parsers.pdf.objects import Rule, Sign, Way, Word, around, middle
from parsers.pdf.text.brackets import mended

Token: TypeAlias = Word | Sign

_GAP = 0.15
"""From this many font sizes on, the gap between two words is a blank."""

_APART = 1.0
"""From this many font sizes on somebody typed several blanks between options: justified lines have less."""

_CROSSES = frozenset("xXvV")

_WIDE_GAP = 3.0
"""From this many font sizes on it is a tab."""

BLANK = 0.25
"""About how wide a blank is, in font sizes."""

_SELECTORS = "\ufe0e\ufe0f"
"""What may follow a sign to say how it is to be drawn."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words and boxes on one baseline, from the left."""

    page: int
    box: Box
    baseline: float
    size: float
    """The font size of most of it."""
    inlines: tuple[Inline, ...]
    first: str
    """Its first word, up to a blank."""
    first_width: float
    last: str
    """Its last word."""
    single: bool
    """Whether its first word is its last."""
    soft: bool
    """Whether it ends with a soft hyphen."""
    bold: bool
    """Whether all its words are."""
    marked: bool
    """Whether a box or a tick is the first thing in it."""
    worded: bool
    """Whether there is a word in it, and not boxes and crosses alone."""
    text: str
    tied: bool = False
    """Whether an address goes on in the next line."""
    slanted: bool = False
    """Whether it begins and ends in italics."""

    @property
    def boxes(self) -> int:
        """How many boxes stand in it."""
        return sum(isinstance(inline, Mark) for inline in self.inlines)

    @property
    def boxed(self) -> bool:
        """Whether a box comes last in it, with a cross after it perhaps."""
        end = self.inlines[-1]
        if isinstance(end, Text) and len(self.inlines) > 1 and not _is_wording(end.text.strip()):
            end = self.inlines[-2]
        return isinstance(end, Mark)

    @property
    def tailed(self) -> bool:
        """The same, where no box stands before its first word."""
        return self.boxed and not (self.marked and self.worded)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.box[2]


@dataclass(frozen=True, slots=True)
class Dress:
    """What is drawn under, through and behind the text of a page."""

    rules: tuple[Rule, ...]
    """Level rules that are no table's."""
    tints: tuple[Box, ...]

    def of(self, word: Word, line: Box) -> Emphasis:
        """How the page dresses a word of a line."""
        dress = Emphasis.BOLD if word.style.bold else Emphasis.NONE
        if word.style.coloured:
            dress |= Emphasis.COLOURED
        if word.dress is not Emphasis.NONE:
            dress |= word.dress
        for rule in self.rules:
            below = (rule.at - word.baseline) / word.style.size
            if -0.5 < below < 0.38 and _runs_along(rule, word, line):
                if below > 0:
                    dress |= Emphasis.UNDERLINED
                elif below < -0.15:
                    dress |= Emphasis.STRUCK
        if word.style.coloured and Emphasis.STRUCK in dress:
            # Office programs show what a tracked change took out so: struck, in its author's colour.
            dress |= Emphasis.DELETED
        if self.tints and any(_marks(tint, word, line) for tint in self.tints):
            dress |= Emphasis.HIGHLIGHTED
        return dress


def _runs_along(rule: Rule, word: Word, line: Box) -> bool:
    """Whether a rule runs along the word and belongs to its line, not to a table."""
    if not line[0] - 3 <= rule.start or not rule.end <= line[2] + 3 or rule.way is not Way.ACROSS:
        return False
    return min(rule.end, word.x1) - max(rule.start, word.x0) > 0.6 * (word.x1 - word.x0)


def _marks(tint: Box, word: Word, line: Box) -> bool:
    """Whether a coloured area lies behind the word and ends with its line."""
    x, y = middle(word.box)
    over = tint[0] <= x <= tint[2] and tint[1] <= y <= tint[3]
    return (
        over
        and line[0] - 4 <= tint[0]
        and tint[2] <= line[2] + 4
        and tint[3] - tint[1] < 2.5 * word.style.size
    )


PLAIN = Dress((), ())


def rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens line by line from the top, each line from the left."""
    found = _word_rows([token for token in tokens if isinstance(token, Word)])
    bases = [_base(row) for row in found]
    lone: list[tuple[float, list[Token]]] = []
    for sign in tokens:
        if isinstance(sign, Sign):
            at = _row_beside(sign, bases)
            if at is None:
                _add_lone(lone, sign)
            else:
                found[at].append(sign)
    placed = [(baseline, row) for (baseline, _), row in zip(bases, found, strict=True)] + lone
    placed.sort(key=lambda entry: entry[0])
    for _, row in placed:
        row.sort(key=lambda token: token.box[0])
    return mended(row for _, row in placed)


def _word_rows(words: list[Word]) -> list[list[Token]]:
    found: list[list[Token]] = []
    reference, height = 0.0, 0.0
    for word in sorted(words, key=lambda word: word.baseline):
        size = word.style.size
        if found and word.baseline - reference <= 0.5 * max(size, height):
            found[-1].append(word)
            height = max(height, size)
        else:
            found.append([word])
            reference, height = word.baseline, size
    return found


def _base(row: Sequence[Token]) -> tuple[float, float]:
    """The baseline and the font size of a row's largest word."""
    largest = max((token for token in row if isinstance(token, Word)), key=lambda word: word.style.size)
    return largest.baseline, largest.style.size


def _row_beside(sign: Sign, bases: Sequence[tuple[float, float]]) -> int | None:
    """The row whose capital letters a box stands beside."""
    y, height = middle(sign.box)[1], sign.box[3] - sign.box[1]
    gaps = [(abs(y - (baseline - 0.36 * size)), at) for at, (baseline, size) in enumerate(bases)]
    if not gaps:
        return None
    gap, at = min(gaps)
    return at if gap <= 0.5 * max(bases[at][1], min(height, 14.0)) else None


def _add_lone(lone: list[tuple[float, list[Token]]], sign: Sign) -> None:
    """Puts a box beside no text with others at its height."""
    baseline = _baseline(sign)
    for known, row in lone:
        if abs(known - baseline) < 4:
            row.append(sign)
            return
    lone.append((baseline, [sign]))


def _baseline(token: Token) -> float:
    if isinstance(token, Word):
        return token.baseline
    # A drawn box is centred on the height of the capital letters beside it.
    return middle(token.box)[1] + 0.3 * min(token.box[3] - token.box[1], 12.0)


def _is_slanted(words: Sequence[Word]) -> bool:
    return bool(words) and _leans(words[0].style.font) and _leans(words[-1].style.font)


def _leans(font: str) -> bool:
    return font.endswith(("Italic", "Oblique", "It"))


def size_of(token: Token) -> float:
    """The font size of a word, or about that of the words beside a box."""
    return token.style.size if isinstance(token, Word) else min(max(token.box[3] - token.box[1], 1.0), 12.0)


def pieces(row: Sequence[Token], gap: float, gap_before_box: float) -> list[list[Token]]:
    """A row cut where the gap is wide, in font sizes: columns with no line between them.

    Where boxes stand before their labels, each box begins a piece, however long the label before it.
    """
    found = [[row[0]]]
    for at, (before, token) in enumerate(pairwise(row), 1):
        width = (token.box[0] - before.box[2]) / max(size_of(before), size_of(token))
        if is_box(token) and not is_box(found[-1][0]) and _is_last(row, at, width):
            apart = False
        elif is_box(token):
            apart = width > gap_before_box or (len(found[-1]) > 1 and is_box(found[-1][0]))
        else:
            apart = width > gap
        if apart:
            found.append([])
        found[-1].append(token)
    return found


def _is_last(row: Sequence[Token], at: int, width: float) -> bool:
    """Whether no words stand nearer behind a box than those before it, `width` away."""
    if at + 1 == len(row):
        return True
    gap = (row[at + 1].box[0] - row[at].box[2]) / max(size_of(row[at]), size_of(row[at + 1]))
    return not is_box(row[at + 1]) and gap > width


def is_box(token: Token) -> bool:
    """Whether a token is a box."""
    if isinstance(token, Sign):
        return True
    sign = token.text.rstrip(_SELECTORS)
    return len(sign) == 1 and not sign.isascii() and marks.glyph(sign, token.style.font) is not None


def line(row: Sequence[Token], page: int, dress: Dress = PLAIN) -> Line:
    """The line that a row of tokens makes."""
    box = around([token.box for token in row])
    words = [token for token in row if isinstance(token, Word)]
    size = _common_size(words) if words else size_of(row[0])
    blanks = _blanks(row)
    chunks = _chunks(row, blanks)
    inlines = tuple(_inlines(row, blanks, page, box, dress))
    first, last = chunks[0], chunks[-1]
    return Line(
        page,
        box,
        max((token.baseline for token in words if token.style.size >= size), default=_baseline(row[0])),
        size,
        inlines,
        _plain(first),
        first[-1].box[2] - first[0].box[0],
        _plain(last),
        len(chunks) == 1,
        isinstance(row[-1], Word) and row[-1].soft,
        bool(words) and all(word.style.bold for word in words),
        _is_marked(inlines),
        any(isinstance(inline, Text) and _is_wording(inline.text.strip()) for inline in inlines),
        " ".join(_plain(chunk) for chunk in chunks),
        slanted=_is_slanted(words),
    )


def leads(lines: Sequence[Line]) -> bool:
    """Whether boxes stand nearer to the words behind them than to those before, as a rule."""
    before, behind = _gaps(lines)
    return bool(before and behind) and sum(behind) * len(before) < sum(before) * len(behind)


def trails(lines: Sequence[Line]) -> bool:
    """Whether they stand nearer to those before."""
    before, behind = _gaps(lines)
    return bool(before and behind) and sum(before) * len(behind) < sum(behind) * len(before)


def _gaps(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The gaps between boxes and the words before them, and behind them."""
    before: list[int] = []
    behind: list[int] = []
    for line in lines:
        for one, two in pairwise(line.inlines):
            if isinstance(one, Text) and isinstance(two, Mark):
                before.append(_width(one.text[len(one.text.rstrip()) :]))
            elif isinstance(one, Mark) and isinstance(two, Text):
                behind.append(_width(two.text[: len(two.text) - len(two.text.lstrip())]))
    return before, behind


def _width(blanks: str) -> int:
    """How wide blanks are; a tab is wider than they are."""
    return len(blanks) + 20 * blanks.count("\t")


def _is_wording(text: str) -> bool:
    return len(text) > 1 or (text != "" and marks.typed(text) is None)


def _is_marked(inlines: Sequence[Inline]) -> bool:
    """Whether a box comes first, or an X or a tick and then its box."""
    first = inlines[0] if inlines else None
    if isinstance(first, Text) and len(inlines) > 1 and not _is_wording(first.text.strip()):
        first = inlines[1]
    return isinstance(first, Mark)


def _common_size(words: Sequence[Word]) -> float:
    """The font size of most characters."""
    first = words[0].style.size
    if all(word.style.size == first for word in words):
        return first
    counts: dict[float, int] = {}
    for word in words:
        counts[word.style.size] = counts.get(word.style.size, 0) + len(word.text)
    return max(counts, key=lambda size: counts[size])


def _chunks(row: Sequence[Token], blanks: Sequence[str]) -> list[list[Token]]:
    """The row's words as people see them: whatever no blank parts."""
    found: list[list[Token]] = [[]]
    for blank, token in zip(blanks, row, strict=True):
        if blank:
            found.append([])
        found[-1].append(token)
    return found


def _blanks(row: Sequence[Token]) -> list[str]:
    """What stands before each token."""
    found = ["", *(_blank(before, token) for before, token in pairwise(row))]
    if len(found) > 1 and _is_tick(row[0]):
        # Its own words follow the box that begins a line, however far away.
        found[1] = found[1][:1]
    return found


def _blank(before: Token, token: Token) -> str:
    """What stands between two tokens: nothing, a blank, a tab; beside a box or tick as many blanks as fit."""
    gap = (token.box[0] - before.box[2]) / min(size_of(before), size_of(token))
    if gap <= _GAP:
        return ""
    if gap > _WIDE_GAP:
        return "\t"
    wide = gap > _APART and (_is_tick(before) or _is_tick(token))
    return " " * round(gap / BLANK) if wide else " "


def _is_tick(token: Token) -> bool:
    """Whether a token is a box or a tick, or begins with one."""
    if isinstance(token, Sign):
        return True
    sign = token.text[0]
    if sign.isascii():
        return sign in _CROSSES and (len(token.text) == 1 or not token.text[1:].isascii())
    return marks.glyph(sign, token.style.font) is not None


def _plain(chunk: Sequence[Token]) -> str:
    return "".join(token.text if isinstance(token, Word) else token.raw for token in chunk)


def _inlines(
    row: Sequence[Token], blanks: Sequence[str], page: int, box: Box, dress: Dress
) -> Iterator[Inline]:
    """Marks, and stretches of text of one dress; blanks go with the text before them."""
    run: list[tuple[str, Word]] = []
    key: tuple[str, Emphasis] = ("", Emphasis.NONE)
    for blank, token in zip(blanks, row, strict=True):
        if isinstance(token, Sign):
            yield from _run(run, key, page, blank)
            run = []
            yield _sign(token, page)
            continue
        now = (marks.font_table(token.style.font), dress.of(token, box))
        if run and now != key:
            yield from _run(run, key, page, blank)
            run = [("", token)]
        else:
            run.append((blank, token))
        key = now
    yield from _run(run, key, page, "")


def _sign(sign: Sign, page: int) -> Mark:
    place = Place(page=page, box=sign.box)
    return Mark(sign.state, sign.method, sign.raw, place, confidence=sign.confidence, conflict=sign.conflict)


def _run(
    run: Sequence[tuple[str, Word]], key: tuple[str, Emphasis], page: int, tail: str
) -> Iterator[Inline]:
    """The inlines of words of one kind of font and one dress, and the blank after them."""
    if not run:
        if tail:
            yield Text(tail)
        return
    text, spans = "", []
    for blank, word in run:
        text += blank
        spans.append((len(text), len(text) + len(word.text), word))
        text += word.text
    at = 0
    for found in marks.find(text, run[0][1].style.font if key[0] else ""):
        if found.start > at:
            yield Text(text[at : found.start], key[1], _part(spans, at, found.start))
        yield _mark(found, text, spans, key[1], page)
        at = found.end
    if at < len(text) or tail:
        yield Text(text[at:] + tail, key[1], _part(spans, at, len(text)))


def _mark(
    found: marks.Found, text: str, spans: list[tuple[int, int, Word]], dress: Emphasis, page: int
) -> Mark:
    place = Place(page=page, box=_part(spans, found.start, found.end))
    state, method, sure = found.state, found.method, found.confidence
    seen = next((word.look for start, end, word in spans if start <= found.start < end), None)
    if seen is not None:
        state, method = seen, (Method.DRAWING if method is Method.GLYPH else method)
        sure = 0.5 if seen is State.UNSURE else 0.95
    return Mark(state, method, text[found.start : found.end], place, dress, sure, found.boxed)


def _part(spans: list[tuple[int, int, Word]], start: int, end: int) -> Box | None:
    """The box of some characters of a run; of a word cut in two, a share of its width."""
    boxes = []
    for first, last, word in spans:
        low, high = max(first, start), min(last, end)
        if low < high:
            share = (word.x1 - word.x0) / (last - first)
            boxes.append(
                (word.x0 + (low - first) * share, word.top, word.x0 + (high - first) * share, word.bottom)
            )
    return around(boxes) if boxes else None
