"""How much of a form a document holds: all over, and in the part of the form that it does hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.finding.anchors import Anchor, Role
from parsers.finding.matches import Match
from parsers.form import Form

WHOLE_PART = 0.8
"""From what share on a part of the form is there as it is."""
ELSEWHERE = 0.1
"""Up to what share of the rest may turn up by chance."""
CUT_OFF = 4
"""How many required questions have to be missing at one end, or both, for a part of a form."""
TELLING = 20
"""From how many letters on words are the form's own and not any form's."""
LONG = 100
"""From how many letters on words are nobody's but the form's."""
PART = 0.1
"""What share of the form a part holds at least that is known by its questions alone."""
LITTLE = 0.04
"""The same, where the form's title or notes are there too."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the form is there."""

    explained: float
    """The share of its labels, prompts and options, by weight, 0 to 1."""
    partial: bool = False
    """Whether it is a part of the form, from one question to another, with nothing before or after."""
    telling: bool = False
    """Whether that part is surely this form's."""


def share_of(
    form: Form, wanted: Sequence[Anchor], found: Iterable[Match], options: Collection[tuple[str, str | None]]
) -> Share:
    """What is there, from the places of the form's words and the options read (field and code)."""
    orders = {match.anchor.order for match in found}
    asked = _asked(tuple(wanted))
    held = [
        anchor.order in orders or (anchor.option is not None and (anchor.fields[0], anchor.option) in options)
        for anchor in asked
    ]
    if all(held):
        return Share(1.0)
    weight = sum(anchor.weight for anchor in asked)
    explained = _weight(asked, held) / weight
    first, last = _window(asked, held)
    inside = asked[first:last]
    if not inside or len(inside) == len(asked):
        return Share(explained)
    within = _weight(inside, held[first:last])
    beside = explained * weight - within
    around = weight - sum(anchor.weight for anchor in inside)
    missing = {f for a in (*asked[:first], *asked[last:]) for f in a.fields} - {
        f for a in inside for f in a.fields
    }
    cut = sum(form.field(field).required for field in missing) >= CUT_OFF
    if not cut or within < WHOLE_PART * sum(a.weight for a in inside) or beside > ELSEWHERE * around:
        return Share(explained)
    return Share(explained, True, _is_telling(wanted, inside, orders, within / weight))


@lru_cache(maxsize=64)
def _asked(wanted: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """The labels, prompts and options; what several fields share is asked once."""
    shared = {field for anchor in wanted if len(anchor.fields) > 1 for field in anchor.fields}
    return tuple(
        anchor
        for anchor in wanted
        if anchor.role in (Role.LABEL, Role.PROMPT, Role.OPTION)
        and not (anchor.role is Role.LABEL and len(anchor.fields) == 1 and anchor.fields[0] in shared)
    )


def _weight(anchors: Sequence[Anchor], held: Sequence[bool]) -> float:
    return sum(anchor.weight for anchor, there in zip(anchors, held, strict=True) if there)


def _window(anchors: Sequence[Anchor], held: Sequence[bool]) -> tuple[int, int]:
    """The stretch of the form that is there: what it holds outweighs most what it lacks."""
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for index, (anchor, there) in enumerate(zip(anchors, held, strict=True)):
        if total <= 0:
            start, total = index, 0.0
        total += anchor.weight if there else -anchor.weight
        if total > best_sum:
            best, best_sum = (start, index + 1), total
    return best


def _is_telling(
    wanted: Sequence[Anchor], inside: Sequence[Anchor], orders: Collection[int], share: float
) -> bool:
    texts = [a for a in wanted if a.role in (Role.TEXT, Role.SECTION) and a.order in orders]
    if any(len(text.keys[0]) >= LONG for text in texts):
        return share >= LITTLE
    own = sum(len(anchor.keys[0]) >= TELLING for anchor in inside)
    return own >= 2 and share >= (LITTLE if len(texts) > 1 else PART)
