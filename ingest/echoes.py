"""The form's own words inside an answer: then it was not told apart from what asks for it."""

from __future__ import annotations

from functools import lru_cache

from parsers.form import Field, Form, Kind
from parsers.keys import key

_PROMPT = 40
"""A prompt of fewer letters may be anybody's words."""

_PIECE = 20
"""So many letters of a prompt's beginning or end are not met by chance."""


def echoes(form: Form, field: Field, text: str) -> bool:
    """Whether an answer holds a prompt's beginning or end, or a line that is an option which asks for text.

    In a short one so is a line that is a label.
    """
    written = key(text)
    if any(piece in written for piece in _pieces(form)):
        return True
    lines = {key(line) for line in text.splitlines()}
    own = _asking(form) | _labels(form) if field.kind is Kind.TEXT else _asking(form)
    return not own.isdisjoint(lines)


@lru_cache(maxsize=64)
def _pieces(form: Form) -> tuple[str, ...]:
    """How the form's prompts begin and end, folded."""
    prompts = (key(prompt) for field in form.fields for prompt in field.prompts)
    long = [prompt for prompt in prompts if len(prompt) >= _PROMPT]
    return tuple(dict.fromkeys(piece for one in long for piece in (one[:_PIECE], one[-_PIECE:])))


@lru_cache(maxsize=64)
def _labels(form: Form) -> frozenset[str]:
    """The labels and prompts of the form's questions, folded; an option that reads alike is none."""
    return frozenset(key(words) for field in form.fields for words in (field.label, *field.prompts)) - {""}


@lru_cache(maxsize=64)
def _asking(form: Form) -> frozenset[str]:
    """The options of several words that ask for a text of their own, folded: "Altre, specificare"."""
    options = (option for field in form.fields for option in field.options if option.asks_text)
    return frozenset(key(option.label) for option in options if " " in option.label.strip())
