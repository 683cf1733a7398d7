"""The words of a blank form as anchors: what to look for in a returned one, in the form's order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from parsers.form import Field, Form
from parsers.keys import key
from parsers.lexicon import DENYING

_WORD = re.compile(r"[^\W_]+")

TRUST = 0.97
"""How much another spelling counts, so that the form's own words win where both stand."""
BORROWED = 0.7
"""The same, where the words are the form's own for something else."""
_PROSE = 60
"""A text with fewer letters may be anybody's words."""


class Role(IntEnum):
    """What a stretch of the form's own words is."""

    LABEL = 1
    PROMPT = 2
    SECTION = 3
    TEXT = 4
    OPTION = 5


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A stretch of the form's own words. `order` is its place in the blank form. Compared by identity."""

    order: int
    role: Role
    fields: tuple[str, ...]
    """The fields it stands for: several where they share one label, none for headings and notes."""
    option: str | None
    keys: tuple[str, ...]
    """Its key and those of its other spellings, the form's own first."""
    block: str
    """For groups that offer the same options: the first one's id. They may stand in any order among
    themselves, each label before its options or all labels before all options."""
    foreign: tuple[str, ...]
    """The keys of what it is in other languages."""
    denies: bool
    """For an option: whether its own words say no or not. Words that do otherwise are another one's."""
    weight: float
    """How much finding it says: long words are seldom there by chance."""


@lru_cache(maxsize=64)
def anchors(form: Form) -> tuple[Anchor, ...]:
    """The form's anchors in its order."""
    blocks = _blocks(form)
    translations = {key(words): tuple(dict.fromkeys(map(key, others))) for words, others in form.translations}
    return tuple(
        Anchor(
            order,
            role,
            fields,
            option,
            keys,
            blocks.get(fields[0], "") if fields else "",
            tuple(words for words in translations.get(keys[0], ()) if words not in keys),
            option is not None and denies(form.field(fields[0]).option(option).label),
            1 + min(len(keys[0]), 30) / 15,
        )
        for order, (role, fields, option, keys) in enumerate(_anchors(form))
    )


def denies(text: str) -> bool:
    """Whether a text says no or not in a word of its own."""
    return any(key(word) in DENYING for word in _WORD.findall(text))


def is_prose(text: str, form: Form) -> bool:
    """Whether a text is paragraphs that the form prints one after the other, run together.

    A page does not show where a paragraph ends whose last line is full.
    """
    words = key(text)
    return len(words) >= _PROSE and words in _prose(form)


@lru_cache(maxsize=16)
def _prose(form: Form) -> str:
    return "".join(key(text) for text in (*form.preamble, *form.notes))


@lru_cache(maxsize=64)
def by_words(anchors: tuple[Anchor, ...]) -> Mapping[str, tuple[tuple[Anchor, float], ...]]:
    """For every key, foreign ones included, the anchors it stands for, and how much it counts for each."""
    wanted: dict[str, list[tuple[Anchor, bool]]] = {}
    for anchor in anchors:
        for rank, words in enumerate((*anchor.keys, *anchor.foreign)):
            wanted.setdefault(words, []).append((anchor, rank == 0))
    return {words: _weighed(standing) for words, standing in wanted.items()}


def _weighed(standing: Sequence[tuple[Anchor, bool]]) -> tuple[tuple[Anchor, float], ...]:
    # What the form itself says somewhere is seldom another spelling of something else.
    trust = BORROWED if any(first for _, first in standing) else TRUST
    return tuple((anchor, 1.0 if first else trust) for anchor, first in standing)


def _blocks(form: Form) -> dict[str, str]:
    """Each choice field beside another one with the same options, with the first of them."""
    blocks: dict[str, str] = {}
    for before, field in pairwise(form.fields):
        if field.options and field.options == before.options:
            blocks[field.id] = blocks.setdefault(before.id, before.id)
    return blocks


_Draft = tuple[Role, tuple[str, ...], str | None, tuple[str, ...]]


def _anchors(form: Form) -> Iterator[_Draft]:
    for text in form.preamble:
        yield Role.TEXT, (), None, (key(text),)
    section, labelled = "", set[str]()
    told_by_option = {option.asks_text for field in form.fields for option in field.options}
    for field in form.fields:
        if field.section and field.section != section:
            yield Role.SECTION, (), None, (key(field.section),)
        section = field.section
        if field.id not in told_by_option and field.id not in labelled:
            sharers = _sharers(form, field)
            labelled.update(sharers)
            yield from _label(form, field, sharers)
        for prompt in field.prompts:
            yield Role.PROMPT, (field.id,), None, (key(prompt),)
        for option in field.options:
            yield Role.OPTION, (field.id,), option.code, _keys(option.label, option.spellings)
    for text in form.notes:
        yield Role.TEXT, (), None, (key(text),)


def _label(form: Form, field: Field, sharers: tuple[str, ...]) -> Iterator[_Draft]:
    """The label of a field; where several share one, then also the spellings that each has for itself."""
    spellings = [set(form.field(sharer).spellings) for sharer in sharers]
    common = set.intersection(*spellings)
    yield Role.LABEL, sharers, None, _keys(field.label, tuple(s for s in field.spellings if s in common))
    for sharer in sharers if len(sharers) > 1 else ():
        own = tuple(s for s in form.field(sharer).spellings if s not in common)
        if own:
            yield Role.LABEL, (sharer,), None, _keys(own[0], own)


def _sharers(form: Form, field: Field) -> tuple[str, ...]:
    label = key(field.label)
    return tuple(other.id for other in form.fields if key(other.label) == label and not other.options) or (
        field.id,
    )


def _keys(label: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(word) for word in (label, *spellings)))
