"""The list of those invited, and how the returns are tied to it: the types that workbook and report share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """One who was asked to send a form."""

    line: int
    """Its row in the list, counted from 1 as spreadsheets do."""
    name: str
    addresses: tuple[str, ...]
    """Its e-mail addresses in lower case, valid ones only; the first is the one to write to."""
    email: str
    """The addresses as the list has them."""
    region: str
    further: tuple[str, ...]
    """What the list's other columns say, one a heading."""

    @property
    def address(self) -> str:
        """The address to write to, or ``""``."""
        return self.addresses[0] if self.addresses else ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of the list that was passed over."""

    line: int
    text: str
    """What it says."""
    same_as: int | None
    """The row that says the same; None for a row without a name."""


@dataclass(frozen=True, slots=True)
class Guests:
    """The list."""

    file: str
    """Its name, for people."""
    headings: tuple[str, ...]
    """Those of the further columns."""
    entries: tuple[Guest, ...]
    skipped: tuple[Skipped, ...]
    blank: int
    """How many rows between the first and the last one are empty."""
    unread: tuple[str, ...]
    """Further sheets of the workbook with a column of names: only one sheet is the list."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A return as far as it is tied to the list."""

    number: int
    sender: str
    """As it names itself, or ``""``."""
    file: str
    is_read: bool
    guest: Guest | None
    """Who it surely is from."""
    perhaps: tuple[Guest, ...]
    """Who it may be from, the likeliest first; empty where it is sure."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One of the list no return surely is from."""

    guest: Guest
    perhaps: tuple[Reply, ...]
    """The returns that may be from it."""


@dataclass(frozen=True, slots=True)
class Roll:
    """The list and the returns, tied."""

    guests: Guests
    missing: tuple[Missing, ...]
    """In the list's order."""
    unlisted: tuple[Reply, ...]
    """Returns that are surely from nobody on the list, by number."""
    addresses: dict[int, str]
    """By number of a return that is surely tied: the address that the list has, where it has one."""

    @property
    def asked(self) -> int:
        """How many are on the list."""
        return len(self.guests.entries)

    @property
    def answered(self) -> int:
        """How many of them have surely answered."""
        return self.asked - len(self.missing)
