"""Telephone numbers and e-mail addresses of one answer, which fields of one label share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.emails import find_addresses, find_hosts
from ingest.phones import find_phones
from ingest.tidy import visible

_LABELS = re.compile(
    r"(?<![^\W_])(?:tel(?:efono|efonico|\.?\s?/\s?(?:fax|cell))?|telefoni|cell(?:ulare|ulari)?|mob(?:ile|il)?|"
    r"fax|fisso|numero|ph(?:one)?|uff(?:icio)?|centralino|abitazione|recapit[oi]|contatt[oi]|"
    r"e[\s.\-‐–]?mails?|mails?|posta(?:\s+elettronica)?|indirizz[oi]|pec|certificata|"
    r"e|ed|o|oppure|and|n|nr|num|int(?:erno)?|whatsapp|wa)(?![^\W_])",
    re.IGNORECASE,
)

_PLAIN = str.maketrans({"\xa0": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-"})
"""Signs that Word puts for the ones typed."""

_LONGEST = 2_000
"""Characters that contacts are looked for in: what is longer is no contact, and takes long to search."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """What an answer holds. Numbers in E.164, addresses in lower case, each in the answer's order."""

    phones: tuple[str, ...]
    broken_phones: tuple[str, ...]
    addresses: tuple[str, ...]
    broken_addresses: tuple[str, ...]
    unsure_addresses: tuple[str, ...]
    rest: str
    """What is neither, without labels such as "Tel."; ``""`` when nothing is left."""


@lru_cache(maxsize=4)  # the fields that share a cell ask the same, one after the other
def find_contacts(text: str) -> Contacts:
    """The numbers and addresses of a text."""
    plain = visible(text).translate(_PLAIN)
    addresses = find_addresses(plain[:_LONGEST])
    hosts = () if addresses.valid or addresses.broken else find_hosts(addresses.rest)
    rest = addresses.rest
    for host in hosts:
        rest = rest.replace(host, " ", 1)
    phones = find_phones(rest)
    return Contacts(
        phones.numbers,
        phones.broken,
        addresses.valid,
        (*addresses.broken, *hosts),
        addresses.unsure,
        _left(phones.rest + plain[_LONGEST:]),
    )


def _left(text: str) -> str:
    left = " ".join(_LABELS.sub(" ", text).split())
    letters = [char for char in left if char.isalnum()]
    if not letters or (len(letters) == 1 and letters[0].isalpha()):
        return ""
    return left.strip(" .,;:/|-–—()<>[]*•·_…'\"")
