"""Who of those invited has answered: each return tied to a row of the list, surely, perhaps, or to none.

A name alone ties where it is the same, legal form aside, and only one is called so. A name that is
merely alike needs the e-mail address or its domain beside it; with less than that a person decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from ingest.filed import Filed
from ingest.identity import fold, fold_sender
from ingest.places import find_region
from ingest.roll import Guest, Guests, Missing, Reply, Roll
from parsers.form import Form, Kind

_ALIKE = 85.0
"""Two names this much alike, of 100, may be one: a letter or two off."""
_TELLING = 5
"""So many letters of a name that stand in a longer one may name the same body."""
_COMMON = 50
"""A word that more names than that have in common tells none of them."""
_MOST = 3
"""How many a return is said to be perhaps of."""

_PUBLIC = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|libero|virgilio|alice|tin|tim|tiscali"
    r"|tiscalinet|inwind|iol|email|fastwebnet|teletu|vodafone|aruba|pec|legalmail|arubapec|postecert|poste"
    r"|registerpec|sicurezzapostale|gigapec|mypec|cert|protonmail|proton)(?:\.[a-z]+)+|pec\.(?:confcooperative"
    r"|legacoop|agci)\.[a-z]+"
)
"""Domains at which anybody has an address; one that several of the list share tells nothing either."""


def tie(guests: Guests, filed: Iterable[Filed], forms: Sequence[Form]) -> Roll:
    """Ties every current return, and every file that could not be read, to the list.

    Of each return only its tie is kept. A version that was replaced and a duplicate say nothing new.
    """
    known = {form.id: form for form in forms}
    index = _Index(guests.entries)
    replies = [_reply(one, known.get(one.form_id or ""), index) for one in filed if _counts(one)]
    sure = {reply.guest.line for reply in replies if reply.guest is not None}
    perhaps: defaultdict[int, list[Reply]] = defaultdict(list)
    for reply in replies:
        for guest in reply.perhaps:
            perhaps[guest.line].append(reply)
    return Roll(
        guests=guests,
        missing=tuple(
            Missing(guest, tuple(perhaps[guest.line])) for guest in guests.entries if guest.line not in sure
        ),
        unlisted=tuple(sorted((one for one in replies if one.guest is None), key=lambda one: one.number)),
        addresses={one.number: one.guest.address for one in replies if one.guest and one.guest.address},
    )


def _counts(filed: Filed) -> bool:
    return filed.superseded_by is None and filed.duplicate_of is None


@dataclass(frozen=True, slots=True)
class _Sender:
    """What a return says of who sent it."""

    name: str
    addresses: frozenset[str]
    region: str


def _reply(filed: Filed, form: Form | None, index: _Index) -> Reply:
    sender = _sender(filed, form)
    is_read = filed.outcome.record is not None
    if is_read:
        guest, perhaps = index.judge(sender)
    else:
        guest, perhaps = None, index.named_in(f"{filed.group} {PurePosixPath(filed.file).stem}")
    return Reply(filed.number, sender.name, filed.file, is_read, guest, perhaps[:_MOST])


def _sender(filed: Filed, form: Form | None) -> _Sender:
    record = filed.outcome.record
    if form is None or record is None:
        return _Sender("", frozenset(), "")
    values = record.values()

    def of(kind: Kind) -> Iterator[str]:
        fields = (field.id for field in form.fields if field.kind is kind)
        return (str(values[field]) for field in fields if values.get(field))

    name = str(values.get(form.identity[0]) or "") if form.identity else ""
    return _Sender(" ".join(name.split()), frozenset(of(Kind.EMAIL)), next(of(Kind.REGION), ""))


class _Index:
    """The list, by everything that a return can be tied by."""

    def __init__(self, guests: Sequence[Guest]) -> None:
        self._guests = guests
        self._keys = [fold_sender(guest.name) for guest in guests]
        self._words = [_words(guest.name, key) for guest, key in zip(guests, self._keys, strict=True)]
        self._by_key = _grouped((key, at) for at, key in enumerate(self._keys))
        self._by_word = _grouped((word, at) for at, words in enumerate(self._words) for word in words)
        addresses = [(one, at) for at, guest in enumerate(guests) for one in guest.addresses]
        self._by_address = _grouped(addresses)
        self._by_domain = _grouped({(one.rpartition("@")[2], at) for one, at in addresses})

    def judge(self, sender: _Sender) -> tuple[Guest | None, tuple[Guest, ...]]:
        """Who a return surely is from, or else those it may be from."""
        key = fold_sender(sender.name)
        same = self._by_key.get(key, ()) if key else ()
        written, housed = self._written(sender), self._housed(sender)
        if same:
            left = self._narrowed(same, sender, written, housed)
            if len(left) == 1 and self._agrees(left[0], sender, written | housed):
                return self._guests[left[0]], ()
            return None, self._of(left)
        near = self._near(sender.name, key)
        both = [at for at in near if at in written] or [at for at in near if at in housed]
        if len(both) == 1:
            return self._guests[both[0]], ()
        return None, self._of([*both, *sorted(written), *near, *sorted(housed)])

    def named_in(self, text: str) -> tuple[Guest, ...]:
        """Those whose name stands in a text such as a file's name, the longest name first."""
        folded = fold(text)
        found = [at for at, key in enumerate(self._keys) if len(key) >= _TELLING and key in folded]
        return self._of(sorted(found, key=lambda at: -len(self._keys[at])))

    def _of(self, found: Iterable[int]) -> tuple[Guest, ...]:
        return tuple(self._guests[at] for at in dict.fromkeys(found))

    def _written(self, sender: _Sender) -> set[int]:
        """Those with one of the return's very addresses."""
        return {at for address in sender.addresses for at in self._by_address.get(address, ())}

    def _housed(self, sender: _Sender) -> set[int]:
        """The one with an address at the same domain, where that is its own."""
        domains = {address.rpartition("@")[2] for address in sender.addresses}
        found = (self._by_domain.get(one, ()) for one in domains if not _PUBLIC.fullmatch(one))
        return {places[0] for places in found if len(places) == 1}

    def _narrowed(
        self, same: Sequence[int], sender: _Sender, written: set[int], housed: set[int]
    ) -> Sequence[int]:
        """Of several with one name those that the address, the whole name or the region speaks for."""
        whole, region = fold(sender.name), sender.region
        tests: tuple[Callable[[int], bool], ...] = (
            written.__contains__,
            housed.__contains__,
            lambda at: fold(self._guests[at].name) == whole,
            lambda at: region != "" and find_region(self._guests[at].region) == region,
        )
        for test in tests:
            same = [at for at in same if test(at)] or same
        return same

    def _agrees(self, at: int, sender: _Sender, by_address: set[int]) -> bool:
        """Whether nothing speaks against a name that is the same."""
        if at in by_address:
            return True
        guest = self._guests[at]
        region = find_region(guest.region) if guest.region and sender.region else None
        return region in (None, sender.region) and _is_consortium(guest.name) == _is_consortium(sender.name)

    def _near(self, name: str, key: str) -> list[int]:
        """Those whose name is much alike, or stands in the other's, the likeliest first."""
        if not key:
            return []
        alike = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST)
        scores = {at: score for _, score, at in alike}
        words = _words(name, key)
        known = (self._by_word.get(word, ()) for word in words)
        shared = Counter(at for places in known if len(places) <= _COMMON for at in places)
        for at in shared:
            less, more = sorted((words, self._words[at]), key=len)
            if less <= more and sum(map(len, less)) >= _TELLING:
                scores.setdefault(at, fuzz.ratio(key, self._keys[at]))
        return sorted(scores, key=lambda at: (-scores[at], at))


def _words(name: str, key: str) -> frozenset[str]:
    """The folded words of a name that its key holds: those of its legal form are left out."""
    words = (fold(word) for word in re.split(r"[\W_]+", name))
    return frozenset(word for word in words if len(word) > 2 and word in key)


def _is_consortium(name: str) -> bool:
    return "consorzio" in fold(name)


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for word, at in pairs:
        groups[word].append(at)
    return {word: tuple(sorted(places)) for word, places in groups.items()}
