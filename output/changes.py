"""How two versions of a form differ, answer by answer, with the words that changed marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ingest.filed import Change
from ingest.record import Value
from ingest.texts import Texts
from output.labels import shown
from parsers.form import Form

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 4_000
"""Longer texts are shown whole: comparing takes with the square of the length."""
_RELATED = 0.4
"""Texts that have less than that in common are two texts, and marking every second word tells nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `is_changed` where the other version says something else."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two versions answer differently."""

    label: str
    before: tuple[Piece, ...]
    """Empty where there was no answer."""
    after: tuple[Piece, ...]


def differences(
    changed: tuple[Change, ...], form: Form, labels: dict[str, str], words: Texts
) -> Iterator[Difference]:
    """What the newer version says otherwise than the older, in the form's order of fields."""
    known = {field.id: field for field in form.fields}
    for change in changed:
        if change.field in known:
            values: list[Value] = [change.before, change.after]
            before, after = (str(shown(known[change.field], value, words)) for value in values)
            yield Difference(labels[change.field], *pieces(before, after))


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts cut where they begin and cease to differ, word by word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        return _whole(before), _whole(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _RELATED:
        return _whole(before), _whole(after)
    steps = matcher.get_opcodes()
    return (
        tuple(Piece("".join(old[a:b]), tag != "equal") for tag, a, b, _, _ in steps if a < b),
        tuple(Piece("".join(new[a:b]), tag != "equal") for tag, _, _, a, b in steps if a < b),
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()
