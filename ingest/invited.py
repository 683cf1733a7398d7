"""Who was asked to send a form: the optional list ``invitati.xlsx`` or ``invitati.csv`` in a work folder.

The list is the office's own; its columns are found by their headings. Not here: who of them has
answered (ingest/answered.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ingest import names
from ingest.emails import find_addresses
from ingest.headings import Columns, find_header
from ingest.identity import fold, fold_sender
from ingest.roll import Guest, Guests, Skipped
from ingest.table_files import Sheet, read_csv, read_xlsx
from ingest.trouble import SetUp
from ingest.workspace import Workspace

NAME = "invitati"
"""The list's file name, its ending aside."""

_READERS = {".xlsx": read_xlsx, ".xlsm": read_xlsx, ".csv": read_csv}
_FOREIGN = (".xls", ".xlsb", ".ods", ".numbers", ".txt", ".docx", ".pdf")
"""Endings of lists that people may well have, and that are not read."""


def find(workspace: Workspace) -> Path | None:
    """The work folder's list, or None. Raises SetUp where there are two, or one that cannot be read."""
    found = sorted(
        path
        for path in workspace.folder.iterdir()
        if path.stem.casefold() == NAME and path.suffix.lower() in (*_READERS, *_FOREIGN) and path.is_file()
    )
    lists = [path for path in found if path.suffix.lower() in _READERS]
    if len(lists) > 1:
        raise SetUp("list-twice", path=_shown(lists[0]), other=names.shown(lists[1].name))
    if found and not lists:
        raise SetUp("list-kind", path=_shown(found[0]))
    return lists[0] if lists else None


def stamp(workspace: Workspace) -> tuple[str, int, int] | None:
    """What tells one state of the list from another: name, time of change, size. None where there is none."""
    path = find(workspace)
    if path is None:
        return None
    about = path.stat()
    return path.name, about.st_mtime_ns, about.st_size


def load(workspace: Workspace) -> Guests | None:
    """The work folder's list, or None where there is none.

    Raises SetUp, naming the file and what to do, for a list that cannot be read or names nobody.
    """
    path = find(workspace)
    if path is None:
        return None
    try:
        sheets = _READERS[path.suffix.lower()](path)
    except PermissionError as error:
        raise SetUp("list-closed", path=_shown(path)) from error
    except OverflowError as error:
        raise SetUp("list-too-large", path=_shown(path)) from error
    except ValueError as error:
        raise SetUp("list-unreadable", path=_shown(path)) from error
    return _guests(path, sheets)


def _guests(path: Path, sheets: Sequence[Sheet]) -> Guests:
    found = [(sheet, columns) for sheet in sheets if (columns := find_header(sheet.rows)) is not None]
    if not found:
        raise SetUp("list-no-names", path=_shown(path))
    best, columns = max(found, key=lambda pair: pair[1].score)
    rows = list(_rows(best, columns))
    entries, skipped = _parted(rows, columns)
    if not entries:
        raise SetUp("list-empty", path=_shown(path))
    return Guests(
        file=names.shown(path.name),
        headings=tuple(best.rows[columns.header][at] for at in columns.further),
        entries=entries,
        skipped=skipped,
        blank=rows[-1][0] - columns.header - 1 - len(rows),
        unread=tuple(sheet.title for sheet, _ in found if sheet is not best and sheet.title),
    )


def _rows(sheet: Sheet, columns: Columns) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows under the header that say something, each with its number in the sheet."""
    width = len(sheet.rows[columns.header])
    for line, row in enumerate(sheet.rows[columns.header + 1 :], columns.header + 2):
        if any(row):
            yield line, (*row, *[""] * (width - len(row)))


def _parted(
    rows: Iterable[tuple[int, tuple[str, ...]]], columns: Columns
) -> tuple[tuple[Guest, ...], tuple[Skipped, ...]]:
    """The guests, and the rows passed over: those without a name, and those that repeat another."""
    entries: dict[str, list[Guest]] = {}
    skipped = []
    for line, row in rows:
        guest = _guest(line, row, columns)
        if not fold(guest.name):
            skipped.append(Skipped(line, "; ".join(filter(None, row)), None))
            continue
        namesakes = entries.setdefault(fold_sender(guest.name), [])
        same = next((one.line for one in namesakes if _is_same(one, guest)), None)
        if same is None:
            namesakes.append(guest)
        else:
            skipped.append(Skipped(line, guest.name, same))
    found = sorted((one for some in entries.values() for one in some), key=lambda one: one.line)
    return tuple(found), tuple(skipped)


def _guest(line: int, row: Sequence[str], columns: Columns) -> Guest:
    written = [row[at] for at in columns.emails if row[at]]
    addresses = (address for text in written for address in find_addresses(text).valid)
    return Guest(
        line=line,
        name=row[columns.name],
        addresses=tuple(dict.fromkeys(addresses)),
        email="; ".join(written),
        region=row[columns.region] if columns.region is not None else "",
        further=tuple(row[at] for at in columns.further),
    )


def _is_same(one: Guest, other: Guest) -> bool:
    """Whether two of one name are one: an address in common, or nothing in which they differ."""
    if set(one.addresses) & set(other.addresses):
        return True
    pairs = zip(
        (fold(one.name), one.email, one.region, *one.further),
        (fold(other.name), other.email, other.region, *other.further),
        strict=True,
    )
    return all(not first or not second or fold(first) == fold(second) for first, second in pairs)


def _shown(path: Path) -> str:
    return names.shown(str(path))
