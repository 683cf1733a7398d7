"""How like the form's words some words are: which of them are meant where they are misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from parsers.finding.anchors import Anchor, Role
from parsers.finding.surroundings import SHORT

FUZZY = 0.84
"""From what likeness misspelt words are taken for the form's."""
ALMOST = 0.95
"""The same for words that hold others of the form's as these are."""
TRANSLATED = 12
"""From how many letters on other spellings are told when misspelt, too."""
SIZES = 0.2
"""By what share of its letters misspelt words are longer or shorter."""


def distinct(anchor: Anchor) -> tuple[str, ...]:
    """The anchor's keys that are long enough to be told when misspelt."""
    own = tuple(
        key for rank, key in enumerate(anchor.keys) if len(key) >= (SHORT if rank == 0 else TRANSLATED)
    )
    return (*own, *(key for key in anchor.foreign if len(key) >= TRANSLATED))


def alike(words: str, keys: Collection[str]) -> Mapping[str, float]:
    """Those of the keys that the words are like, each with how much, 0 to 1."""
    if not any(abs(len(key) - len(words)) <= SIZES * len(key) for key in keys):
        return {}
    found = process.extract(words, keys, scorer=fuzz.ratio, score_cutoff=100 * FUZZY, limit=None)
    return {key: score / 100 for key, score, _ in found}


def likeness_beyond(words: str, held: str, anchor: Anchor, near: Mapping[str, float]) -> float:
    """The likeness of words that hold, as they stand, others of the form's, or none ("").

    `near` is the anchor's keys that they are like. What is more there is mostly somebody's; 0 where they
    are not clearly longer words misspelt.
    """
    if not held or not near:
        return max(near.values(), default=0.0)
    if held not in anchor.keys and held not in anchor.foreign:
        return max((likeness for key, likeness in near.items() if held in key), default=0.0)
    likeness = max((likeness for key, likeness in near.items() if len(key) > len(held)), default=0.0)
    return likeness if likeness >= ALMOST else 0.0


def siblings(anchor: Anchor, anchors: Iterable[Anchor]) -> Iterator[str]:
    """The keys of the other options of its group."""
    for other in anchors:
        if other.role is Role.OPTION and other.fields == anchor.fields and other is not anchor:
            yield from other.keys


def nearness(words: str, keys: Iterable[str]) -> float:
    """0 to 1: how few letters are other ones than the nearest key's; tells an option from its sibling."""
    return max((Levenshtein.normalized_similarity(key, words, score_cutoff=0.5) for key in keys), default=0.0)


def standing_in(words: str, keys: Iterable[str]) -> str:
    """The longest of these keys that is most of the words as it stands; "" for none."""
    least, most = 0.6 * len(words), len(words)
    return max((key for key in keys if least <= len(key) <= most and key in words), key=len, default="")
