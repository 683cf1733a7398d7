"""Whether the labels of a line's boxes stand before them or after them.

A line says it by how it begins and ends, by its gaps and by its words; where it says little, the
lines around it decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.labels.lines import Line
from parsers.labels.words import (
    after_heading,
    before_condition,
    before_gap,
    before_heading,
    before_point,
    clean,
    ends_with_answer,
    gap_after,
    gap_before,
    is_answer,
    is_heading,
    is_words,
    starts_with_answer,
)

_CLEAR = 3
"""A line that begins or ends with its boxes says it as clearly as this."""
_FAINT = 1
"""Up to this the lines around decide."""
_LONGER = 1
"""A first label that has more words than any other, by more than this, may hold a question."""

_COLON = re.compile("[:：]")
_HEADED = re.compile(r"^.*[:：?？]\s+(?=\S)", re.S)
"""What asks for the only label of a line."""
_OTHER = re.compile(r"\s*(?:altr[oaie]|other|autres?|otr[oa]s?|andere[rs]?|sonstige[rs]?)\W*$", re.I)
"""The last of several options, with no line to write on behind it: no text ends so."""
_LINKED = re.compile(
    r"\s*(?:con|with|mit|avec|in|a|da|dal|di|il|del|presso|at|from|bei|chez|n|nr|no|num|quali)[.°º]*\s*[_.…]{3,}\s*$",
    re.I,
)
"""What goes on with the last option, up to a line to write on: it is no option itself."""
_ASKED = re.compile(r"[:：?？]\s+[^\W\d]\S*\s*$")
"""A question with its first answer, one word."""
_CLOSERS = (",", ";", "/", ".", ")", "，", "；", "、", "。", "）")


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a line leans: above zero the labels stand before the boxes, else after them."""

    amount: int
    sure: bool = True
    """Whether the line tells it, or the lines around that all lean alike."""


def leanings(lines: Sequence[Line]) -> list[Leaning]:
    """How each line leans."""
    own = [_leaning(line) for line in lines]
    told = [(lean > 0) - (lean < 0) for lean in own if abs(lean) > _FAINT]
    both = len(set(told)) > 1
    return [_among(line, lean, sum(told), both) for line, lean in zip(lines, own, strict=True)]


def _among(line: Line, own: int, told: int, both: bool) -> Leaning:
    """How a line leans among others: what they tell is the sum of their sides, maybe `both`."""
    if abs(own) > _FAINT:
        return Leaning(own)
    amid = bool(line.marks) and is_words(line.texts[0]) and _may_be_label(line.texts[-1])
    lean = own + 2 * ((told > 0) - (told < 0))
    # Words on both sides: labels mostly stand after their boxes, unless the line or others say otherwise.
    alike = own < 0 and told < 0
    return Leaning(lean, sure=not amid or alike or not (both or (told == 0 and own > 0)))


def labels(line: Line, lean: int) -> list[str]:
    """The label of each mark of a line, "" where it has none."""
    if not line.marks:
        return []
    if lean > 0:
        stretches = [text.rsplit("\n", 1)[-1] for text in line.texts[:-1]]
        stretches[:1] = [_like_others(*stretches)]
        for number, (stretch, second) in enumerate(pairwise(stretches)):
            asks = not number or _COLON.search(stretch) or (ends_with_answer(stretch) and is_answer(second))
            if asks and not _COLON.search(second):
                stretches[number] = _first(stretch, second)
        if len(stretches) == 1:
            stretches = [_HEADED.sub("", stretches[0])]
        return _shared([clean(stretch) for stretch in stretches])
    stretches = [before_point(before_heading(text)) for text in line.texts[1:-1]]
    stretches = [_before_question(stretches, line.texts[at + 2], at) for at in range(len(stretches))]
    stretches.append(line.texts[-1])
    found = _shared([clean(before_condition(before_gap(text))) for text in stretches][::-1])[::-1]
    # Boxes on the last lines of a paragraph have nothing after them but the lines before.
    return found if any(found) else [clean(line.words)] * len(found)


def _first(stretch: str, second: str) -> str:
    """The first label of a line whose labels stand before, without the question it follows."""
    if ends_with_answer(stretch) and len(second.split()) == 1:
        return stretch.rsplit(maxsplit=1)[-1]
    return after_heading(stretch)


def may_hold_question(found: Sequence[str]) -> bool:
    """Whether the first of labels before their boxes may begin with what the line asks for.

    "You are a citizen Mr ☐ Mrs ☐": it is much longer than the others, and begins with a capital letter.
    """
    first, *others = found
    sizes = [len(other.split()) for other in others]
    return min(sizes, default=0) > 0 and first[:1].isupper() and len(first.split()) > max(sizes) + _LONGER


def _like_others(first: str, *others: str) -> str:
    """The first label of a line without the question it follows, where the others tell how long it is.

    "Overall mark 1 ☐ 2 ☐ 3 ☐", "Kind of card Single £2 ☐ Joint £3 ☐ Life £9 ☐".
    """
    words, sizes = first.split(), {len(other.split()) for other in others}
    size = max(sizes, default=0)
    if len(others) < 2 or len(sizes) > 1 or not 0 < size < len(words) - 1 or is_heading(first):
        return first
    if (
        any(other.strip()[:1].islower() for other in (words[-size], *others))
        or words[-size - 1][:1].isupper()
    ):
        return first
    return " ".join(words[-size:])


def _before_question(stretches: Sequence[str], following: str, at: int) -> str:
    """A label that is an answer, without the words behind it that ask for the answers that follow.

    "Sex ☐ M ☐ F Health card ☐ yes ☐ no": an answer alone stands before it, another one begins what follows.
    """
    words = stretches[at].split(maxsplit=1)
    if len(words) < 2 or not at or not is_answer(words[0]) or not is_answer(stretches[at - 1]):
        return stretches[at]
    return words[0] if words[1][:1].isupper() and starts_with_answer(following) else stretches[at]


def _shared(found: list[str]) -> list[str]:
    """The labels with that of the one before for a mark that has none: boxes side by side share theirs."""
    for number in range(1, len(found)):
        found[number] = found[number] or found[number - 1]
    return found


def _leaning(line: Line) -> int:
    """How a paragraph leans by itself: the sum over its lines."""
    if not line.marks:
        return 0
    rows: list[list[str]] = [[""]]
    for number, text in enumerate(line.texts):
        first, *rest = text.split("\n")
        if number:
            rows[-1].append(first)
        else:
            rows[-1][-1] += first
        rows.extend([part] for part in rest)
    leans = [_row(row) for row in rows if len(row) > 1]
    # One line that begins with its box is enough: nobody writes a label on the line above its box.
    return min(leans) if min(leans) <= -_CLEAR else max(-_CLEAR, min(_CLEAR, sum(leans)))


def _row(texts: Sequence[str]) -> int:
    """How one printed line leans: `texts` are those before, between and after its marks."""
    first, last = is_words(texts[0]), _may_be_label(texts[-1])
    if first and last:
        return _weighed(texts)
    if first:
        # "Chosen: ☐ one ☐ two ☐", and the last one's label stands on the next line.
        asked = len(texts) > 2 and is_heading(texts[0]) and not is_heading(texts[1])
        return -_CLEAR if asked else _CLEAR
    return -_CLEAR if last or len(texts) > 2 else 0


def _may_be_label(last: str) -> bool:
    """Whether what ends a line can be the label of its last box."""
    return is_words(last) and _LINKED.match(last) is None


def _weighed(texts: Sequence[str]) -> int:
    """How a line leans that begins and ends with text."""
    lean = -1
    for before, after in pairwise(texts):
        gaps = gap_after(after) - gap_before(before)
        lean += (gaps > 0) - (gaps < 0)
        lean += 2 * (after.lstrip().startswith(_CLOSERS))
    if all(is_heading(text) for text in texts[:-1]) and len(texts) > 2:
        lean += 2
    elif is_heading(texts[0]):
        lean -= 2
    elif len(texts) > 2 and _ASKED.search(texts[0]):
        # The words right before the first box are an answer, so labels stand before.
        lean += 2
    lean -= 2 * (_OTHER.match(texts[-1]) is not None)
    lean += 2 * ends_with_answer(texts[0]) - 2 * starts_with_answer(texts[-1])
    answered = len(texts) > 2 and all(is_answer(text) for text in texts[1:-1])
    if answered and ends_with_answer(texts[0]) and not starts_with_answer(texts[-1]):
        # "Own home? Yes ☐ No ☐", and what is asked next stands behind.
        lean += _CLEAR
    return max(1 - _CLEAR, min(_CLEAR - 1, lean))
