"""Which project a return belongs to, and whether two returns say the same."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass

from ingest.record import Record, Value
from parsers.form import Form

# Folded words, longest first: ways to write what a body is in law rather than what it is called.
_LEGAL = re.compile(
    r"\b(?:"
    r"(?:societa |soc )?(?:cooperativa|coop)(?: sociale| soc)?(?: di solidarieta(?: sociale)?)?"
    r"|consorzio(?: di| tra| fra)?(?: cooperative| coop)?(?: sociali)?"
    r"|a responsabilita limitata|a r ?l|arl|per azioni"
    r"|s c s(?: a)?|scs|s c a r l|scarl|s c r l|scrl|s c p a|scpa|s c|s r l|srl"
    r"|onlus|o n l u s|e t s|ets|impresa sociale|ente del terzo settore"
    r")\b"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a return is compared by."""

    project: str | None
    """The folded sender and project, or None where one of them is missing: such a return stands alone."""
    answers: str | None
    """The SHA-256 of all answers, white space aside, or None where neither sender nor project is given."""


ALONE = Identity(None, None)


def of(record: Record, form: Form) -> Identity:
    """The identity of a record by the fields that the form's definition names for it."""
    values = record.values()
    given = [values.get(field) for field in form.identity]
    words = [value for value in given if isinstance(value, str) and fold(value)]
    if not words:
        return ALONE
    project = None
    if len(words) == len(form.identity):
        sender, *rest = words
        project = "|".join((fold_sender(sender), *map(fold, rest)))
    return Identity(project, _answers(values))


def fold(text: str) -> str:
    """The letters and digits of a text, case and accents aside."""
    return _words(text).replace(" ", "")


def fold_sender(name: str) -> str:
    """A body's name folded, its legal form left out unless there is nothing else."""
    words = _words(name)
    return _LEGAL.sub(" ", words).replace(" ", "") or words.replace(" ", "")


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def same(one: Value, other: Value) -> bool:
    """Whether two answers are the same, white space aside."""
    return _tidy(one) == _tidy(other)


def _tidy(value: Value) -> Value:
    return "".join(value.split()) if isinstance(value, str) else value


def _answers(values: dict[str, Value]) -> str:
    # Case, accents and punctuation stay: who mends a word sends a new version. White space does not: where
    # a line of a page ends in a word or an address, whether a blank stood there is not to be seen.
    tidy = {name: _tidy(value) for name, value in values.items()}
    return hashlib.sha256(json.dumps(tidy, sort_keys=True).encode()).hexdigest()
