"""Dataset and report rewritten from the store; the writers are handed in by the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from ingest import invited
from ingest.answered import tie
from ingest.crops import cutter
from ingest.filed import Filed
from ingest.roll import Roll
from ingest.store import Store
from ingest.thumbnails import thumbnailer
from ingest.trouble import of_system
from ingest.workspace import Workspace
from parsers.document import Place
from parsers.form import Form

Crop: TypeAlias = Callable[[Filed, Sequence[Place]], bytes | None]
"""Draws what stands at places of one page of the original, as PNG; None where it cannot."""

Thumbnail: TypeAlias = Callable[[str], bytes | None]
"""Makes a saved picture small, by its path in the work folder; None where it cannot."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is filed, never all of it in memory: read anew each time it is gone through.

    A workbook that is open elsewhere is written twice, so that a plain iterator will not do.
    """

    store: Store
    form: str | None = None
    """With a form's id: its returns, and the files that are of no form."""

    def __iter__(self) -> Iterator[Filed]:
        return self.store.filed(self.form)


class WriteWorkbook(Protocol):
    """Puts a form's workbook in its place in one step; PermissionError where another program holds it."""

    def __call__(
        self,
        path: Path,
        filed: Iterable[Filed],
        form: Form,
        language: str,
        roll: Roll | None = None,
    ) -> None:
        """Write."""


class WriteReport(Protocol):
    """Writes the report's pages into a folder, each in one step."""

    def __call__(
        self,
        folder: Path,
        filed: Iterable[Filed],
        forms: Sequence[Form],
        language: str,
        crop: Crop | None = None,
        *,
        thumbnail: Thumbnail | None = None,
        roll: Roll | None = None,
    ) -> None:
        """Write."""


@dataclass(frozen=True, slots=True)
class Writers:
    """Who writes what people open."""

    workbook: WriteWorkbook
    report: WriteReport


@dataclass(frozen=True, slots=True)
class Published:
    """What came of writing."""

    workbooks: tuple[Path, ...]
    beside: tuple[tuple[Path, Path], ...]
    """A workbook that was open elsewhere, and the one written beside it."""
    unknown: tuple[str, ...]
    """Forms there are returns of and no definition any more: their workbook is left as it was."""
    roll: Roll | None = None
    """Who was invited and who has answered, where the work folder has a list."""


def publish(
    workspace: Workspace,
    store: Store,
    forms: Sequence[Form],
    writers: Writers,
    *,
    language: str,
    now: datetime,
) -> Published:
    """Rewrite workbooks and report from what the store holds. Raises Trouble where the folder is closed.

    A list of those invited is read anew each time. Raises SetUp where it cannot be read.
    """
    ids = store.forms()
    known = {form.id: form for form in forms}
    wanted = [known[name] for name in ids if name in known]
    try:
        roll = _roll(workspace, store, forms)
        # A folder without a single return still shows its dataset, empty, with the register.
        pairs = [
            _write(
                path,
                now,
                partial(
                    writers.workbook, filed=Shelf(store, form.id), form=form, language=language, roll=roll
                ),
            )
            for form, path in _targets(workspace, wanted if ids else forms[:1], several=len(ids) > 1)
        ]
        if len(ids) > 1:
            _retire(workspace.dataset())
        crop, small = cutter(workspace), thumbnailer(workspace)
        writers.report(workspace.reports, Shelf(store), forms, language, crop, thumbnail=small, roll=roll)
    except OSError as error:
        raise of_system(error) from error
    return Published(
        tuple(path for _, path in pairs),
        tuple((path, beside) for path, beside in pairs if path != beside),
        tuple(name for name in ids if name not in known),
        roll,
    )


def _roll(workspace: Workspace, store: Store, forms: Sequence[Form]) -> Roll | None:
    """The list and the returns of all forms: who answered any of them has answered."""
    guests = invited.load(workspace)
    return None if guests is None else tie(guests, Shelf(store), forms)


def _targets(workspace: Workspace, forms: Sequence[Form], several: bool) -> list[tuple[Form, Path]]:
    return [(form, workspace.dataset(form.id if several else None)) for form in forms]


def _write(path: Path, now: datetime, write: Callable[[Path], None]) -> tuple[Path, Path]:
    """The workbook's place, and where it was written."""
    try:
        write(path)
    except PermissionError:
        beside = path.with_name(f"{path.stem}_{now.astimezone():%Y-%m-%d_%H%M}{path.suffix}")
        write(beside)
        return path, beside
    return path, path


def _retire(dataset: Path) -> None:
    # With several forms each has its own workbook; the single one of before would show old data.
    try:
        dataset.unlink(missing_ok=True)
    except PermissionError:
        return  # open elsewhere: the next pass takes it away
