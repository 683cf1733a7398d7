"""The definition of a form: what its fields, options and own words are.

parsers.definition reads it from a TOML file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field holds; normalising and validating go by it, never by a field's name."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    ONE_OF = "one-of"
    ANY_OF = "any-of"
    YES_NO = "yes-no"
    REGION = "region"
    MUNICIPALITY = "municipality"
    PHONES = "phones"
    EMAIL = "email"
    IMAGES = "images"

    @property
    def is_choice(self) -> bool:
        """Whether it is answered by ticking options."""
        return self in (Kind.ONE_OF, Kind.ANY_OF, Kind.YES_NO)


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a choice field. For a yes-no field the codes are ``yes`` and ``no``."""

    code: str
    label: str
    spellings: tuple[str, ...] = ()
    exclusive: bool = False
    """True where it cannot go together with another ("Non presente")."""
    asks_text: str | None = None
    """The id of the text field that says more of it ("Altre, specificare")."""

    def __hash__(self) -> int:
        # Definitions are keys of many lookups: what differs elsewhere only is told apart by comparing.
        return hash(self.code)


@dataclass(frozen=True, slots=True)
class Field:
    """One question of the form."""

    id: str
    label: str
    kind: Kind
    spellings: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    """The form's own words beside the label that ask for the answer."""
    options: tuple[Option, ...] = ()
    required: bool = True
    max_length: int | None = None
    """In characters, spaces included, line feeds not."""
    section: str = ""
    within: str | None = None
    """For a municipality: the id of the region field it has to lie in."""

    def __hash__(self) -> int:
        return hash(self.id)

    def option(self, code: str) -> Option:
        """The option of that code. Raises KeyError."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Form:
    """A form as its definition describes it, fields in the form's order."""

    id: str
    version: str
    title: str
    language: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...]
    """The ids of the fields that together name one project: first the sender, then the project."""
    preamble: tuple[str, ...] = ()
    """The form's words before its fields, each a paragraph, in order."""
    notes: tuple[str, ...] = ()
    """The form's words after its fields, each a paragraph, in order."""
    translations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The form's words with what they are in other languages: for returns that were translated."""

    def __hash__(self) -> int:
        return hash((self.id, self.version))

    def field(self, id: str) -> Field:
        """The field of that id. Raises KeyError."""
        for field in self.fields:
            if field.id == id:
                return field
        raise KeyError(id)
