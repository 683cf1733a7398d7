"""The lists of places in ingest/data/, read once a process and only when asked for.

It knows names as they are listed; what people write instead is the matter of ingest.places.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SMALL_WORDS = frozenset(
    (
        *("a", "ad", "ai", "al", "alla", "alle", "con", "d", "da", "dal", "dalla", "de"),
        *("dei", "degli", "del", "dell", "della", "delle", "dello", "di", "e", "ed", "gli", "i"),
        *("il", "in", "l", "la", "le", "lo", "n", "ne", "nel", "nell", "nella", "nelle"),
        *("per", "sul", "sull", "sulla", "sulle"),
    )
)
"""Words that people leave out or change: ``Castelnovo ne' Monti``, ``Castelnovo Monti``."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """Today's municipality by its official Italian name; `province` is the code on number plates."""

    name: str
    other: str
    province: str
    region: str


def words(text: str) -> list[str]:
    """The words of a name, without case, accents, apostrophes and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.findall(r"[^\W_]+", bare)


def key(text: str) -> str:
    """The letters and digits of a name alone: ``Forlì``, ``FORLI'`` and ``forli`` are the same."""
    if text.isascii():
        return text.translate(_ASCII_BARE).lower()
    return "".join(words(text))


def bare(text: str) -> str:
    """The words that carry a name, parted by spaces: ``castelnovo monti``."""
    every = words(text)
    return " ".join([word for word in every if word not in SMALL_WORDS] or every)


_REMEMBERED = "1950"
"""Names given up before are not written any more, and some are today's name with a letter wrong."""

_ASCII_BARE = {code: None for code in range(128) if not chr(code).isalnum()}


def _lines(name: str) -> list[str]:
    text = files("ingest.data").joinpath(name).read_text(encoding="utf-8")
    return text.splitlines()[1:]


def _municipality(line: str) -> Municipality:
    name, other, province, region, *_ = line.split(";")
    return Municipality(name, other, province, region)


@cache
def _current() -> Mapping[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for line in _lines("comuni.csv"):
        folded = key(line[: line.index(";")])
        index[folded] = (*index.get(folded, ()), line)
    return index


@cache
def _foreign() -> Mapping[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for lines in _current().values():
        for line in lines:
            other = line.split(";", 2)[1]
            if other:
                index[key(other)] = (*index.get(key(other), ()), line)
    return index


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for line in _lines("altri_nomi.csv"):
        other, name = line.split(";")
        index[key(other)] = (*index.get(key(other), ()), *_current()[key(name)])
    return index


@cache
def _former() -> Mapping[str, tuple[tuple[str, str], ...]]:
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in _lines("soppressi.csv"):
        name, _, _, region, _, until, successor = line.split(";")
        if until < _REMEMBERED:
            continue
        index[key(name)] = (*index.get(key(name), ()), (successor, region))
    return index


@cache
def _bare() -> tuple[str, Mapping[str, tuple[str, ...]]]:
    index: dict[str, tuple[str, ...]] = {}
    for lines in _current().values():
        for line in lines:
            short = bare(line[: line.index(";")])
            index[short] = (*index.get(short, ()), line)
    return "\n".join(index), index


def named(text: str) -> tuple[Municipality, ...]:
    """Today's municipalities of that official name, or of that name in the other local language."""
    lines = _current().get(key(text)) or _foreign().get(key(text), ())
    return tuple(map(_municipality, lines))


def called(text: str) -> tuple[Municipality, ...]:
    """The municipalities that a quarter or a well-known short name stands for."""
    return tuple(map(_municipality, _known().get(key(text), ())))


def heirs(text: str) -> tuple[Municipality, ...]:
    """What took the place of municipalities that are no longer; () when that is not known of each."""
    found: list[Municipality] = []
    for successor, region in _former().get(key(text), ()):
        places = [place for place in named(successor) if place.region == region] if successor else []
        if not places:
            return ()
        found += places
    return tuple(found)


def shortened(text: str) -> tuple[Municipality, ...]:
    """The municipalities whose name is this one but for its small words."""
    return tuple(map(_municipality, _bare()[1].get(bare(text), ())))


def patterned(pattern: str) -> tuple[Municipality, ...]:
    """The municipalities whose name, small words left out, matches a regular expression as a whole."""
    names, index = _bare()
    found = re.findall(f"^(?:{pattern})$", names, re.MULTILINE)
    return tuple(_municipality(line) for name in found for line in index[name])


def keys() -> tuple[str, ...]:
    """The folded official names of all municipalities."""
    return tuple(_current())


@cache
def regions() -> tuple[str, ...]:
    """The official names of the twenty regions."""
    return tuple(line.split(";")[0] for line in _lines("regioni.csv"))


@cache
def region_names() -> Mapping[str, str]:
    """How regions are written, folded, to their official name."""
    names: dict[str, str] = {}
    for line in _lines("regioni.csv"):
        name, others = line.split(";")
        for spelling in (name, *filter(None, others.split("|"))):
            names[key(spelling)] = name
    return names


@cache
def _provinces() -> tuple[tuple[str, str, str], ...]:
    rows = (line.split(";") for line in _lines("province.csv"))
    return tuple((code, name, region) for code, name, region in rows)


@cache
def province_regions() -> Mapping[str, str]:
    """Province codes (and those of before) to their region."""
    return {code: region for code, _, region in _provinces()}


@cache
def province_codes() -> Mapping[str, tuple[str, ...]]:
    """Province names, small words left out and folded, to the codes they have or had."""
    codes: dict[str, tuple[str, ...]] = {}
    for code, name, _ in _provinces():
        codes[bare(name)] = (*codes.get(bare(name), ()), code)
    return codes


def all_municipalities() -> Iterator[Municipality]:
    """Every municipality there is today."""
    for lines in _current().values():
        yield from map(_municipality, lines)
