"""E-mail addresses in a text, and tries at one that are none; an address is never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from email_validator import EmailNotValidError, validate_email

_TOKEN = re.compile(r"[^\s<>()\[\]{},;:|/\"“”«»*]*@[^\s<>()\[\]{},;:|/\"“”«»*]*")
_SPELT = re.compile(
    r"\S+\s*(?:[\[({]\s*(?:at|chiocciola)\s*[\])}]|\s(?:at|chiocciola)\s)\s*\S+", re.IGNORECASE
)
_HOST = re.compile(
    r"(?<![\w@./-])(?!www\.|https?:)[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:it|com|org|net|eu|coop)\b", re.IGNORECASE
)
_MAILTO = re.compile(r"mailto:\s*", re.IGNORECASE)
_LABEL = re.compile(r"^(?:e-?mail|mail|pec|posta|tel|cell|fax|indirizzo)[.:]+(?=.+@)", re.IGNORECASE)
_GLUED_NUMBER = re.compile(r"(?<=\d{6})[-–_.]+(?=[a-z][^\s@]*@)", re.IGNORECASE)
_KNOWN_WORDS = frozenset(
    (
        *("a", "ad", "al", "alla", "all", "anche", "con", "da", "di", "e", "ed", "è", "email", "in", "la"),
        *("mail", "mobile", "o", "oppure", "per", "posta", "presso", "pec", "su", "tel", "cell", "fax"),
        *("indirizzo", "elettronica", "contatti", "contatto", "ufficio", "scrivere", "telefono", "cellulare"),
        *("referente", "web", "sito", "progetto", "cooperativa", "personale", "lavoro", "istituzionale"),
    )
)
_BEFORE = re.compile(r"(?:^|(?<=\s))([a-zà-ù]+|[A-Z]{2,}|[A-Z][a-z]{0,2}|[AO]\.)[ \n]$")
"""The word just before an address: a small one, a short one with a capital, one in capitals, an initial."""
_ROOT = re.compile(r"\w\s+[.+]$")
"""A word and, after a gap, what joins two parts of an address."""
_LEADS = frozenset(
    ("A", "C", "Cel", "Con", "E", "Ed", "F", "Fax", "M", "O", "P", "Pec", "Per", "T", "Tel", "W", "Web")
)
"""Short words with a capital letter that stand before an address and are none of its letters."""
_ENDINGS = frozenset(
    (
        *("com", "org", "net", "info", "biz", "edu", "gov", "int", "mil", "eu", "uk", "coop", "name", "pro"),
        *("social", "care", "cloud", "online", "site", "tech", "life", "world", "agency", "services"),
        *("solutions", "network", "email", "academy", "foundation", "ngo", "ong", "community", "consulting"),
        *("studio", "digital", "design", "center", "school", "education", "health", "support", "team"),
        *("group", "company", "website", "space", "store", "shop", "app", "dev", "blog", "cat", "museum"),
        *("travel", "jobs", "mobi", "tel", "asia", "green", "bio", "farm", "eco", "earth", "bz", "city"),
        *("roma", "xyz", "top", "work", "works", "art", "media", "news", "legal", "energy", "house", "land"),
        *(region.lower() for region in phonenumbers.SUPPORTED_REGIONS),
    )
)
"""Ends of addresses that people of this country have; another is not wrong, but asks for a look."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a text holds: addresses in lower case, tries at one, and the text without both.

    `unsure` are addresses among the valid ones that may be part of a longer one.
    """

    valid: tuple[str, ...]
    broken: tuple[str, ...]
    unsure: tuple[str, ...]
    rest: str


def find_addresses(text: str) -> Addresses:
    """The e-mail addresses of a text, in their order, each once."""
    plain = _GLUED_NUMBER.sub(" ", _MAILTO.sub(" ", text))
    valid: list[str] = []
    broken: list[str] = []
    unsure: list[str] = []
    rest: list[str] = []
    end = 0
    for start, stop, token in _tokens(plain):
        if start < end:
            continue
        before, after = plain[end:start], plain[stop:]
        lead, tail = _cut_before(before), _cut_after(token, after)
        address = _address(token)
        if address and not lead and not tail:
            valid.append(address)
            if _doubtful(before, token, address):
                unsure.append(address)
        else:
            broken.append(" ".join(f"{lead}{token}{tail}".split()))
        rest.append(before[: len(before) - len(lead)])
        end = stop + len(tail)
    rest.append(plain[end:])
    left, spelt = _spelt(" ".join(rest))
    return Addresses(tuple(dict.fromkeys(valid)), (*broken, *spelt), tuple(dict.fromkeys(unsure)), left)


def find_hosts(text: str) -> tuple[str, ...]:
    """What looks like an address whose @ is missing: ``info.esempio.it``; web sites do not."""
    return tuple(match.group() for match in _HOST.finditer(text))


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of everything with an @ in it, without its label and end punctuation."""
    for match in _TOKEN.finditer(text):
        token, start = match.group(), match.start()
        bare = token.lstrip("'‘’`•·-–_.")
        start += len(token) - len(bare)
        label = _LABEL.match(bare)
        if label:
            start, bare = start + label.end(), bare[label.end() :]
        kept = bare.rstrip("'’`.!?•·-–_")
        yield start, start + len(kept), kept


def _spelt(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without addresses whose @ is written as a word, and these."""
    found = tuple(" ".join(match.group().split()) for match in _SPELT.finditer(text) if "." in match.group())
    return (_SPELT.sub(" ", text) if found else text), found


def _address(token: str) -> str:
    try:
        checked = validate_email(
            token, check_deliverability=False, allow_smtputf8=False, globally_deliverable=False
        )
    except EmailNotValidError:
        return ""
    ending = checked.ascii_domain.rpartition(".")[2]
    dotted = "." in checked.ascii_domain and len(ending) > 1 and not ending.isdigit()
    return checked.normalized.lower() if dotted else ""


def _cut_before(before: str) -> str:
    """What stands before an address and looks like its first part: ``m. `` of ``m. rossi@…``."""
    match = re.search(r"(?:^|(?<=[\s:(,;]))([a-zà-ù0-9][\w.-]*[._-]|[b-df-np-z])[ \n]$", before)
    if not match:
        return ""
    word = match.group(1).strip("._-").lower().replace("-", "")
    known = len(word) > 1 and word in _KNOWN_WORDS
    return "" if known or word.isdigit() or "." in word else match.group()


def _cut_after(token: str, after: str) -> str:
    """What stands after an address and looks like its end: ``,it``, `` it``, ``op`` of ``co op``."""
    ending = token.rpartition(".")[2].lower() if "." in token.partition("@")[2] else ""
    comma = re.match(r"\s?[,;:]\s?([a-z]{2,4})(?![\w@.-])", after)
    if (
        comma
        and comma.group(1) in _ENDINGS
        and comma.group(1) not in _KNOWN_WORDS
        and ending not in ("it", "com")
    ):
        return comma.group()
    host = re.match(r"[ \n]?[ \n.](?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,4})(?![\w@])", after)
    if host and host.group(1) in _ENDINGS and ending not in ("it", "com"):
        return host.group()
    piece = re.match(r"[ \n.]{1,2}([a-z]{1,4})(?![\w@.'’-])", after)
    if piece and ending not in ("it", "com") and ending + piece.group(1) in _ENDINGS | {"it"}:
        return piece.group()
    if piece and not ending and piece.group(1) in _ENDINGS:
        return piece.group()
    return ""


def _doubtful(before: str, token: str, address: str) -> bool:
    """Whether an address may lack its beginning (a small word just before it) or has an unknown ending.

    So may one typed like a sentence, whose first letters are a capital word: ``In novazione@…``, one in
    capitals, and what stands behind a full stop: ``m\n.rossi@…``.
    """
    if address.rpartition(".")[2] not in _ENDINGS or _ROOT.search(before):
        return True
    match = _BEFORE.search(before)
    if match is None:
        return False
    word = match.group(1)
    if len(word) > 1 and word.isalpha() and word.isupper():
        return token.isupper() and word.lower() not in _KNOWN_WORDS
    return word not in _KNOWN_WORDS and word not in _LEADS and not address.startswith(word.lower())
