"""What is written from the store: one workbook, or one a form, and the report."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from ingest import store
from ingest.crops import cutter
from ingest.filed import Filed
from ingest.publish import Crop, Published, Thumbnail, Writers, publish
from ingest.record import Outcome
from ingest.roll import Roll
from parsers.document import Place
from parsers.form import Form
from tests.filing import FORM, NOON, Office, read_words, work
from tests.invitations import put_csv

OTHER = replace(FORM, id="altra")


def write_workbook(
    path: Path, filed: Sequence[Filed], form: Form, language: str, roll: Roll | None = None
) -> None:
    path.write_text(" ".join([form.id, *(str(one.number) for one in filed)]))


def write_report(
    folder: Path,
    filed: Sequence[Filed],
    forms: Sequence[Form],
    language: str,
    crop: Crop | None = None,
    *,
    thumbnail: Thumbnail | None = None,
    roll: Roll | None = None,
) -> None:
    (folder / "index.html").write_text(" ".join(str(one.number) for one in filed))


def read_two_forms(data: bytes, name: str) -> Outcome:
    """A form whose file name starts with its id."""
    read = read_words(data, name)
    return replace(read, record=read.record and replace(read.record, form=name.split(".", maxsplit=1)[0]))


WRITERS = Writers(write_workbook, write_report)


def published(office: Office, *forms: Form, writers: Writers = WRITERS) -> Published:
    work(office)
    return publish(office.workspace, office.store, forms, writers, language="it", now=NOON)


def workbooks(office: Office) -> dict[str, str]:
    return {path.name: path.read_text() for path in office.workspace.folder.glob("*.xlsx")}


def test_one_form_makes_one_dataset(tmp_path: Path) -> None:
    """With one form the workbook has no form in its name, and holds what could not be read too."""
    office = Office(tmp_path)
    office.drop("a.docx", "Il Faro|Orti")
    office.drop("b.docx", "bad")
    published(office, FORM, OTHER)
    assert workbooks(office) == {"dataset.xlsx": "prova 1 2"}
    office.store.close()


def test_several_forms_make_a_dataset_each(tmp_path: Path) -> None:
    """When a second form arrives each has its own workbook, and the single one is not left to go stale."""
    office = Office(tmp_path, read=read_two_forms)
    office.drop("prova.docx", "Il Faro|Orti")
    published(office, FORM, OTHER)
    office.drop("altra.docx", "Il Faro|Orti|due")
    published(office, FORM, OTHER)
    assert workbooks(office) == {"dataset-prova.xlsx": "prova 1", "dataset-altra.xlsx": "altra 2"}
    office.store.close()


def test_a_form_whose_definition_is_gone_is_named(tmp_path: Path) -> None:
    """Its workbook stays as it was, and no other form's takes its place."""
    office = Office(tmp_path)
    office.drop("a.docx", "Il Faro|Orti")
    published(office, FORM)
    assert published(office, OTHER).unknown == ("prova",)
    assert workbooks(office) == {"dataset.xlsx": "prova 1"}
    office.store.close()


def test_there_is_no_cutting_of_an_original_that_is_gone(tmp_path: Path) -> None:
    """The report does without the picture when the archive has lost the file."""
    office = Office(tmp_path)
    office.drop("a.pdf", "Il Faro|Orti")
    published(office, FORM)
    (office.workspace.archive / "a.pdf").unlink()
    place = Place(page=1, box=(1.0, 1.0, 9.0, 9.0))
    assert cutter(office.workspace)(office.store.one(1), [place]) is None
    office.store.close()


def test_a_workbook_that_is_open_elsewhere_is_written_whole_beside_it(tmp_path: Path) -> None:
    """The forms are gone through a second time, and none is missing."""
    office = Office(tmp_path)
    for name in ("a.docx", "b.docx"):
        office.drop(name, f"Il Faro|{name}")

    def write(
        path: Path, filed: Sequence[Filed], form: Form, language: str, roll: Roll | None = None
    ) -> None:
        write_workbook(path, filed, form, language)
        if path.name == "dataset.xlsx":
            path.unlink()
            raise PermissionError(str(path))

    ((_, beside),) = published(office, FORM, writers=Writers(write, write_report)).beside
    assert beside.read_text() == "prova 1 2"
    office.store.close()


def test_forms_are_handed_on_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, the memory holds a few: those that come next from the store."""
    monkeypatch.setattr(store, "_BATCH", 2)
    office = Office(tmp_path)
    for number in range(12):
        office.drop(f"{number}.docx", f"Il Faro|Orti {number}")
    held: list[int] = []

    def write(
        path: Path, filed: Sequence[Filed], form: Form, language: str, roll: Roll | None = None
    ) -> None:
        held.extend(sum(type(one) is Filed for one in gc.get_objects()) for _ in filed)

    published(office, FORM, writers=Writers(write, write_report))
    assert len(held) == 12
    assert max(held) <= 5
    office.store.close()


def test_the_list_of_those_invited_is_handed_to_both_writers(tmp_path: Path) -> None:
    """Who answered any of the forms has answered, in every workbook and in the report."""
    office = Office(tmp_path, read=read_two_forms)
    office.drop("prova.docx", "Il Faro|Orti")
    office.drop("altra.docx", "La Rondine|Orti")
    put_csv(tmp_path, "Cooperativa\nIl Faro\nLa Rondine\nIl Glicine\n")
    rolls: list[Roll | None] = []

    def write(
        path: Path, filed: Sequence[Filed], form: Form, language: str, roll: Roll | None = None
    ) -> None:
        rolls.append(roll)

    made = published(office, FORM, OTHER, writers=Writers(write, write_report))
    assert made.roll is not None
    assert (made.roll.answered, made.roll.asked) == (2, 3)
    assert rolls == [made.roll, made.roll]
    office.store.close()


def test_the_writers_get_pictures_made_small(tmp_path: Path) -> None:
    """By the path under which a form's picture is filed."""
    office = Office(tmp_path)
    office.drop("a.docx", "Il Faro|Orti")
    Image.new("RGB", (900, 900)).save(office.workspace.images / "0001-foto-1.png")
    sizes: list[int] = []

    def report(
        folder: Path,
        filed: Sequence[Filed],
        forms: Sequence[Form],
        language: str,
        crop: Crop | None = None,
        *,
        thumbnail: Thumbnail | None = None,
        roll: Roll | None = None,
    ) -> None:
        assert thumbnail is not None
        sizes.append(len(thumbnail("images/0001-foto-1.png") or b""))

    published(office, FORM, writers=Writers(write_workbook, report))
    assert 0 < sizes[0] < 10_000
    office.store.close()
