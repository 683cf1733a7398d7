"""The report's page of those who have not answered, in words, before it becomes markup."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.roll import Missing, Reply, Roll
from ingest.texts import Texts
from output.letter import Letter, reminder
from output.missing import SHOWN, draft_name, further, perhaps, remarks, summary, why_skipped
from output.page import Wording, page_name
from parsers.form import Form

PAGE = "mancanti.html"


@dataclass(frozen=True, slots=True)
class Link:
    """A form's page, with what is said of the form."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One who has not answered."""

    line: int
    name: str
    region: str
    email: str
    further: tuple[str, ...]
    perhaps: tuple[Link, ...]
    more: str
    """How many more there are, or ``""``."""
    draft: str
    """The name of the reminder's file, beside the page."""
    mailto: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """A return that is surely from nobody on the list."""

    number: str
    href: str
    sender: str
    file: str
    perhaps: str
    """Who it may be from."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The page."""

    summary: str
    file: str
    remarks: tuple[str, ...]
    """What is to say of the list itself."""
    headings: tuple[str, ...]
    """Those of the list's further columns."""
    lines: tuple[Line, ...]
    strangers: tuple[Stranger, ...]
    skipped: tuple[tuple[int, str, str], ...]
    """Rows of the list passed over: number, what it says, why."""


def absent(roll: Roll, form: Form | None, wording: Wording) -> tuple[Absent, dict[str, Letter]]:
    """The page, and the reminders by the names of their files; `form` is the one that was sent out."""
    letters = {
        draft_name(one.guest): reminder(one.guest.name, one.guest.address, form, wording.letters)
        for one in roll.missing
    }
    words = wording.words
    page = Absent(
        summary=summary(roll, words),
        file=roll.guests.file,
        remarks=remarks(roll, words),
        headings=roll.guests.headings,
        lines=tuple(_line(one, letters[draft_name(one.guest)], words) for one in roll.missing),
        strangers=tuple(_stranger(reply) for reply in roll.unlisted),
        skipped=tuple((row.line, row.text, why_skipped(row, words)) for row in roll.guests.skipped),
    )
    return page, letters


def _line(one: Missing, letter: Letter, words: Texts) -> Line:
    guest = one.guest
    return Line(
        line=guest.line,
        name=guest.name,
        region=guest.region,
        email=guest.email,
        further=guest.further,
        perhaps=tuple(Link(perhaps(reply, words), page_name(reply.number)) for reply in one.perhaps[:SHOWN]),
        more="".join(further(one, words)),
        draft=draft_name(guest),
        mailto=letter.mailto,
    )


def _stranger(reply: Reply) -> Stranger:
    return Stranger(
        number=f"{reply.number:04d}",
        href=page_name(reply.number),
        sender=reply.sender,
        file=reply.file,
        perhaps="; ".join(guest.name for guest in reply.perhaps),
    )
