"""Regions and municipalities as people write them, and the official names they mean.

A name is accepted in any case, accent and spacing, shortened or with its province; never with a
letter wrong: that is a suggestion for a person to judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ingest import gazetteer
from ingest.gazetteer import Municipality


@dataclass(frozen=True, slots=True)
class Found:
    """A municipality's official name, and the regions that have one of that name and are meant."""

    name: str
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    before: str
    """What parts it from the text before it; a list of cities is parted otherwise than a province."""
    places: tuple[Municipality, ...]


_SEPARATOR = r"([()\[\]{},;/|\n]|\s[-–—]+\s|[–—])"
_TIGHT = r"([()\[\]{},;/|\n]|[-–—]+)"
_LISTING = ("/", ";", "|", "\n")
_POSTCODE = re.compile(r"(?<!\d)(?:I\s?-\s?)?\d{5}(?!\d)")
_TITLE = re.compile(
    r"^(?:il\s+)?(?:comune|citt[àa]['’]?|citta)\s+(?:di|del|della|dell['’]|d['’])\s*", re.IGNORECASE
)
_PROVINCE = re.compile(r"^(?:in\s+)?(?:prov(?:incia)?\b\.?|pr\.)\s*(?:di\s+|d['’])?", re.IGNORECASE)
_REGION = re.compile(
    r"^(?:la\s+)?(?:regione|reg\.)[\s:]*(?:autonoma\s+|a\s+statuto\s+speciale\s+|aut\.\s*)?"
    r"(?:(?:del|della|delle|di)\s+|dell['’])?",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^(?:via|viale|v\.le|piazza|p\.zza|corso|c\.so|largo|strada|vicolo)\b.*?(?=\b\d{5}\b)", re.I | re.S
)
_FURTHER = re.compile(r"\s+(?=(?:(?:in\s+)?prov(?:incia)?|loc(?:alit[àa])?|fraz(?:ione)?)\b)", re.IGNORECASE)
_LOCALITY = re.compile(r"^(?:loc(?:alit[àa])?|fraz(?:ione)?)\b", re.IGNORECASE)
_NOISE = frozenset(("italia", "italy", "it", "sede", "sedelegale", "capoluogo", "centro", "citta", "comune"))
_SAINT = "(?:san|santa|santo|sant|santi|sante)"
_LONGEST = 200
"""Characters of the longest answer that is a place: what is longer is a text, and takes long to search."""

_NEAR = 80.0
"""How alike a suggestion has to be, of 100: one letter off in a name of five."""


def find_region(text: str) -> str | None:
    """The official name of the one region that a text names, or None."""
    whole = _region(text)
    if whole or len(text) > _LONGEST:
        return whole
    parts = [part for part in re.split(_SEPARATOR, text)[::2] if _telling(part)]
    found = {region for part in parts if (region := _region(part))}
    if len(found) != 1:
        return None
    region = found.pop()
    return region if all(_region(part) or _lies_in(part, region) for part in parts) else None


def nearest_region(text: str) -> str | None:
    """The region whose name is most like the text, or None when none is."""
    names = gazetteer.region_names()
    folded = gazetteer.key(_REGION.sub("", text[:_LONGEST].strip()))
    best = process.extractOne(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best:
        return names[best[0]]
    inside = [name for name in gazetteer.regions() if len(folded) > 3 and folded in gazetteer.key(name)]
    return inside[0] if len(inside) == 1 else None


def find_municipality(text: str, region: str | None = None) -> Found | None:
    """The one municipality that a text names, or None.

    `region` (an official name) decides between places of the same name and helps with abbreviations;
    a place that lies elsewhere is found all the same.
    """
    clean = _clean(text)
    for separator in (_SEPARATOR, _TIGHT):
        found = _agreed(list(_parts(clean, separator)), region)
        if found:
            return found
    return None


def nearest_municipality(text: str, region: str | None = None) -> str | None:
    """The municipality that is most likely meant, as a suggestion, or None."""
    clean = _clean(text)
    for part in _parts(clean, _TIGHT):
        if part.places:
            found = _settle(part.places, part.text, region)
            return found.name if found else part.places[0].name
    matches = process.extract(
        gazetteer.key(clean), gazetteer.keys(), scorer=fuzz.ratio, limit=5, score_cutoff=_NEAR
    )
    places = [(score, place) for name, score, _ in matches for place in gazetteer.named(name)]
    if not places:
        return None
    return max(places, key=lambda match: match[0] + (10 if match[1].region == region else 0))[1].name


def _clean(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    tidy = unicodedata.normalize("NFC", text).translate({ord(mark): "'" for mark in "’‘`´ʼ"})
    tidy = re.sub(r"[^\S\n]+", " ", tidy).strip(" \n\t,;:-–—/")
    return _STREET.sub("", tidy)


def _telling(part: str) -> bool:
    folded = gazetteer.key(_POSTCODE.sub("", part))
    return bool(folded) and folded not in _NOISE


def _region(text: str) -> str | None:
    names = gazetteer.region_names()
    stripped = _REGION.sub("", text.strip())
    return names.get(gazetteer.key(text)) or names.get(gazetteer.key(stripped))


def _lies_in(part: str, region: str) -> bool:
    codes = _codes(part)
    if codes:
        return any(gazetteer.province_regions()[code] == region for code in codes)
    return any(place.region == region for place in _written(_clean(part)))


def _codes(part: str) -> tuple[str, ...]:
    """The codes of the province that a text names: by code, in full, after "prov. di"."""
    bare = _PROVINCE.sub("", part.strip()).strip(" .")
    if bare.upper() in gazetteer.province_regions():
        return (bare.upper(),)
    return gazetteer.province_codes().get(gazetteer.bare(bare), ())


def _parts(clean: str, separator: str) -> Iterator[_Part]:
    pieces = re.split(separator, _FURTHER.sub(", ", clean))
    before = ""
    for piece, after in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        text = _POSTCODE.sub(" ", piece).strip(" :")
        if _telling(text):
            yield _Part(text, before, _places(text))
            before = after.strip() or "-"
        else:
            before = after.strip() or before


def _places(text: str) -> tuple[Municipality, ...]:
    """The places that a piece of text between separators can name."""
    # The code first: "Cameri NO" is Cameri in the province of Novara, and not Camerino.
    found = _coded(text) or _written(text)
    untitled = _TITLE.sub("", text)
    if not found and untitled != text:
        return _places(untitled)
    return found or _twice(text)


def _coded(text: str) -> tuple[Municipality, ...]:
    """A name with its province's code behind it."""
    name, _, code = text.rpartition(" ")
    if code.upper() not in gazetteer.province_regions() or not (code.isupper() or text.islower()):
        return ()
    places = [place for place in _written(name) if _in_province(place, (code.upper(),))]
    # "Castagneto Po" is a name, and not Castagneto in the province of Prato.
    whole = bool(gazetteer.named(text))
    return tuple(place for place in places if place.province == code.upper() or not whole)


def _twice(text: str) -> tuple[Municipality, ...]:
    """A name beside another one of the same place: ``Venezia Mestre``, ``Bolzano Bozen``."""
    names = text.split(" ")
    for i in range(1, len(names)):
        left, right = _listed(" ".join(names[:i])), _listed(" ".join(names[i:]))
        both = tuple(place for place in left if place in right)
        if both:
            return both
    return ()


def _listed(text: str) -> tuple[Municipality, ...]:
    return (*gazetteer.named(text), *gazetteer.called(text))


def _written(text: str) -> tuple[Municipality, ...]:
    """The places of that name: official, other, former, without small words, abbreviated."""
    if not text:
        return ()
    found = _listed(text) or gazetteer.heirs(text)
    if found or text in gazetteer.province_regions():
        return found
    return gazetteer.shortened(text) or _abbreviated(text)


def _abbreviated(text: str) -> tuple[Municipality, ...]:
    tokens = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?", text.replace("'", " "))
    spread = [piece for token in tokens for piece in _spread(token)]
    patterns = [_pattern(piece) for piece in spread if not _small(piece)]
    full = [piece for piece in spread if piece.isalpha() and len(piece) >= 3]
    if not full or all(piece.isalpha() and len(piece) > 1 for piece in spread):
        return ()
    return gazetteer.patterned(" ".join(patterns))


def _small(piece: str) -> bool:
    folded = gazetteer.key(piece)
    return folded in ("d", "n") or (folded in gazetteer.SMALL_WORDS and piece.isalpha())


def _spread(token: str) -> Iterator[str]:
    """``S.Giovanni`` and ``C.V.`` are several words, ``F.no`` is one."""
    head, dot, tail = token.partition(".")
    if dot and tail and (tail[0].isupper() or tail.endswith(".")):
        yield head + dot
        yield from _spread(tail)
    else:
        yield token


def _pattern(piece: str) -> str:
    folded = gazetteer.key(piece)
    if folded in ("s", "ss", "sta", "sto"):
        return _SAINT
    head, dot, tail = piece.partition(".")
    if not dot:
        return re.escape(folded)
    return f"{re.escape(gazetteer.key(head))}[a-z]+" + (re.escape(gazetteer.key(tail)) if tail else "")


def _settle(places: tuple[Municipality, ...], text: str, region: str | None) -> Found | None:
    """The one name that the places have in common, after the region and the accents have spoken."""
    for narrowed in (
        [place for place in places if place.region == region],
        [place for place in places if place in gazetteer.named(text)],
        list(places),
    ):
        spelt = [place for place in narrowed if _typed(place.name) == _typed(text)]
        names = {place.name for place in narrowed}
        if len(names) == 1:
            return Found(names.pop(), tuple(dict.fromkeys(place.region for place in narrowed)))
        if spelt and len({place.name for place in spelt}) == 1:
            return Found(spelt[0].name, tuple(dict.fromkeys(place.region for place in spelt)))
    return None


def _typed(name: str) -> str:
    """A name as a keyboard without accents has it: ``Paterno'``."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join("'" if unicodedata.combining(letter) else letter for letter in letters)


def _agreed(parts: list[_Part], region: str | None) -> Found | None:
    """The one place that every part names or says more of."""
    every = dict.fromkeys(place for part in parts for place in part.places)
    fitting = tuple(place for place in every if _fits(parts, place))
    text = next((part.text for part in parts if part.places), "")
    return _settle(fitting, text, region)


def _fits(parts: list[_Part], place: Municipality) -> bool:
    seen = False
    for part in parts:
        if place in part.places:
            seen = True
        elif not _qualifies(part, place, seen):
            return False
    return seen


def _qualifies(part: _Part, place: Municipality, after: bool) -> bool:
    """Whether a part is the place's province or region; a province in full only after it, as no list is."""
    if after and _LOCALITY.match(part.text):
        return True
    codes = _codes(part.text)
    if codes and _in_province(place, codes):
        by_code = part.text.strip(" .").upper() in codes or bool(_PROVINCE.match(part.text))
        return by_code or (after and part.before not in _LISTING)
    return _region(part.text) == place.region


def _in_province(place: Municipality, codes: tuple[str, ...]) -> bool:
    """Whether the place is there; for codes of before, and where provinces changed, its region has to do."""
    regions = gazetteer.province_regions()
    return place.province in codes or any(regions[code] == place.region for code in codes)
