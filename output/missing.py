"""Who of those invited has not answered: the sheet of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pandas import DataFrame

from ingest.roll import Guest, Missing, Reply, Roll, Skipped
from ingest.texts import Texts
from output.labels import JOIN, unique
from output.page import page_name
from output.returns import REPORTS
from output.rows import Row

COLUMNS = ("invited", "reply", "email", "invited_region")
"""The columns before those that the list has besides; then come `LAST`."""
LAST = ("remark", "return", "report", "reminder", "line")

SHOWN = 3
"""So many returns that may be from one are named; of the others it is said how many they are."""

NAME = "promemoria-{:04d}.eml"


def draft_name(guest: Guest) -> str:
    """The stable name of the reminder to one of the list, by its row there: ``promemoria-0012.eml``."""
    return NAME.format(guest.line)


def missing(roll: Roll | None, words: Texts) -> DataFrame:
    """A row one who has not answered, a return that is on no list, or a row of the list passed over.

    Empty where there is no list. Report and reminder are paths from the work folder.
    """
    headings = roll.guests.headings if roll is not None else ()
    columns = [*(words.say("column", name) for name in COLUMNS), *headings]
    columns += [words.say("column", name) for name in LAST]
    rows = [] if roll is None else list(_rows(roll, words))
    return DataFrame(rows, columns=_told_apart(columns, len(headings)), dtype=object)


def summary(roll: Roll, words: Texts) -> str:
    """How many of how many have answered."""
    return words.say("missing", "answered", answered=roll.answered, asked=roll.asked)


def remarks(roll: Roll, words: Texts) -> tuple[str, ...]:
    """What of the list was passed over, in sentences."""
    guests = roll.guests
    said = []
    if guests.blank:
        said.append(words.say("missing", "blank", count=guests.blank))
    if guests.unread:
        said.append(words.say("missing", "unread", sheets=", ".join(guests.unread)))
    return tuple(said)


def _told_apart(columns: Sequence[str], further: int) -> list[str]:
    """The headings, each once: one of the list's that is also ours has a number added, ours none."""
    ours = [*columns[: len(COLUMNS)], *columns[len(COLUMNS) + further :]]
    named = unique([*ours, *columns[len(COLUMNS) : len(COLUMNS) + further]])
    return [*named[: len(COLUMNS)], *named[len(ours) :], *named[len(COLUMNS) : len(ours)]]


def _rows(roll: Roll, words: Texts) -> Iterator[Row]:
    blanks: Row = [""] * len(roll.guests.headings)
    for one in roll.missing:
        yield _missing(one, words)
    for reply in roll.unlisted:
        state = _said("unsure" if reply.perhaps else "unlisted", words)
        yield [reply.sender or reply.file, state, "", "", *blanks, *_unlisted(reply, words)]
    for row in roll.guests.skipped:
        yield [
            row.text,
            _said("skipped", words),
            "",
            "",
            *blanks,
            why_skipped(row, words),
            "",
            "",
            "",
            row.line,
        ]


def _missing(one: Missing, words: Texts) -> Row:
    guest, first = one.guest, one.perhaps[0] if one.perhaps else None
    return [
        guest.name,
        _said("perhaps" if first else "none", words),
        guest.email,
        guest.region,
        *guest.further,
        JOIN.join([*(perhaps(reply, words) for reply in one.perhaps[:SHOWN]), *further(one, words)]),
        first.number if first else "",
        f"{REPORTS}/{page_name(first.number)}" if first else "",
        f"{REPORTS}/{draft_name(guest)}",
        guest.line,
    ]


def _unlisted(reply: Reply, words: Texts) -> Row:
    maybe = JOIN.join(guest.name for guest in reply.perhaps)
    remark = words.say("missing", "perhaps_of", names=maybe) if maybe else ""
    return [remark, reply.number, f"{REPORTS}/{page_name(reply.number)}", "", ""]


def perhaps(reply: Reply, words: Texts) -> str:
    """That a return may be the answer that is missing."""
    kind = "perhaps" if reply.is_read else "perhaps_unread"
    return words.say("missing", kind, number=reply.number, sender=reply.sender or reply.file)


def further(one: Missing, words: Texts) -> tuple[str, ...]:
    """How many more returns may be from it than are named."""
    more = len(one.perhaps) - SHOWN
    return (words.say("missing", "more", count=more),) if more > 0 else ()


def why_skipped(row: Skipped, words: Texts) -> str:
    """Why a row of the list was passed over."""
    return words.say("missing", "nameless" if row.same_as is None else "repeated", line=row.same_as)


def _said(state: str, words: Texts) -> str:
    return words.say("reply", state)
