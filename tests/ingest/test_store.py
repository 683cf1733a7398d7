"""The store: what is filed, and how the returns of a project follow each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ingest import identity
from ingest.filed import Change
from ingest.messages import CATALOGUE, message
from ingest.record import (
    Failure,
    Outcome,
    Severity,
    Status,
)
from ingest.store import Reading, Store
from ingest.texts import Texts
from ingest.trouble import SetUp, Unfinished
from parsers.document import Place
from tests.filing import FORM, NOON, outcome


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "schedario.db") as opened:
        yield opened


def put(store: Store, read: Outcome, sha256: str = "", name: str = "") -> int:
    """A file received and read, an hour after the one before."""
    count = len(list(store.filed()))
    sha256, name = sha256 or f"sha{count}", name or f"scheda{count}.docx"
    at = NOON + timedelta(hours=count)
    entry = store.receive(name=name, source=name, group="", sha256=sha256, size=9, at=at)
    same = identity.of(read.record, FORM) if read.record else identity.ALONE
    store.save(entry.number, Reading(read, same, "1.0", 0.5, at))
    store.file(entry.number, f"archive/{name}")
    return entry.number


def relations(store: Store) -> list[tuple[bool, int | None, int | None]]:
    return [(one.current, one.superseded_by, one.duplicate_of) for one in store.filed()]


# What is filed


def test_a_filed_form_tells_all_that_is_known(store: Store) -> None:
    """Name, size, time, program and reading come back with the outcome."""
    number = put(store, outcome("Il Faro", "Orti", "ciao"), "abc", "faro.docx")
    one = store.one(number)
    assert (one.file, one.sha256, one.size, one.received_at, one.form_id, one.seconds, one.program) == (
        "faro.docx",
        "abc",
        9,
        NOON,
        "prova",
        0.5,
        "1.0",
    )
    assert one.outcome == outcome("Il Faro", "Orti", "ciao")


def test_a_later_return_of_the_project_is_current(store: Store) -> None:
    """The one received later replaces the earlier, which is kept."""
    put(store, outcome("Il Faro", "Orti", "uno"))
    put(store, outcome("Il Faro", "Orti", "due"))
    assert relations(store) == [(False, 2, None), (True, None, None)]


def test_the_older_version_says_what_changed(store: Store) -> None:
    """The superseded one lists the fields that differ, and a note that asks nobody to do anything."""
    put(store, outcome("Il Faro", "Orti", "uno"))
    put(store, outcome("Il Faro", "Orti", "due"))
    older = store.one(1)
    assert older.changed == (Change("note", "uno", "due"),)
    assert [(f.code, f.severity, f.fact("number")) for f in older.outcome.findings] == [
        ("superseded", Severity.INFO, 2)
    ]
    assert older.outcome.status is Status.OK


def test_a_third_version_replaces_the_second(store: Store) -> None:
    """Each version points at its own successor."""
    for note in ("uno", "due", "tre"):
        put(store, outcome("Il Faro", "Orti", note))
    assert [one.superseded_by for one in store.filed()] == [2, 3, None]


@pytest.mark.parametrize(
    "name",
    [
        "IL FARO",
        "Il Faro soc. coop. soc.",
        "Società Cooperativa Sociale Il Faro a r.l.",
        "«Il Faro» - Coop. sociale ONLUS",
        "Il  Fàro S.C.S.",
        "Consorzio Il Faro",
    ],
)
def test_a_sender_is_known_by_any_legal_form(store: Store, name: str) -> None:
    """Case, accents, spaces, punctuation and legal form do not make another cooperative."""
    put(store, outcome("Il Faro", "Orti", "uno"))
    put(store, outcome(name, "ORTI!", "due"))
    assert store.one(1).superseded_by == 2


def test_a_name_that_is_only_a_legal_form_stays_itself() -> None:
    """Two bodies must not become one because nothing else is left of their names."""
    assert identity.fold_sender("Cooperativa Sociale") != identity.fold_sender("Consorzio")


def test_another_project_is_another_return(store: Store) -> None:
    """Two projects of a cooperative stand side by side."""
    put(store, outcome("Il Faro", "Orti"))
    put(store, outcome("Il Faro", "Serre"))
    assert [one.current for one in store.filed()] == [True, True]


@pytest.mark.parametrize("names", [("", ""), ("Il Faro", ""), ("", "Orti")])
def test_a_return_without_identity_is_never_merged(store: Store, names: tuple[str, str]) -> None:
    """Who wrote neither sender nor project is not somebody else's newer version."""
    put(store, outcome(*names, "uno"))
    put(store, outcome(*names, "due"))
    assert [one.current for one in store.filed()] == [True, True]


def test_blank_forms_are_not_each_other(store: Store) -> None:
    """Two different files with nothing filled in are two files."""
    put(store, outcome())
    put(store, outcome())
    assert [one.duplicate_of for one in store.filed()] == [None, None]


def test_the_same_answers_in_another_file_are_a_duplicate(store: Store) -> None:
    """Word and PDF of one form make one version, white space aside."""
    put(store, outcome("Il Faro", "Orti", "uno\ndue"))
    put(store, outcome("Il Faro", "Orti", "uno due"))
    assert relations(store) == [(True, None, None), (False, None, 1)]
    assert [f.code for f in store.one(2).outcome.findings] == ["possible-duplicate"]


def on_pages(read: Outcome) -> Outcome:
    """The same, read from a PDF."""
    assert read.record is not None
    place = Place(page=1, box=(1.0, 2.0, 3.0, 4.0))
    entries = (replace(one, evidence=replace(one.evidence, place=place)) for one in read.record.entries)
    return replace(read, record=replace(read.record, entries=tuple(entries)))


def test_word_and_pdf_that_differ_say_where(store: Store) -> None:
    """Both were sent, and one answer is not the same: one of the two was mended, or not read rightly."""
    put(store, outcome("Il Faro", "Orti", "uno"), name="faro.docx")
    put(store, on_pages(outcome("Il Faro", "Orti", "due")), name="faro.pdf")
    assert relations(store) == [(False, 2, None), (True, None, None)]
    told = store.one(2).outcome.findings
    assert [(f.code, f.fact("file"), f.fact("fields")) for f in told] == [
        ("possible-duplicate", "faro.docx", "note")
    ]
    assert "Note" in message(told[0], FORM, Texts("it", CATALOGUE))


def test_white_space_is_no_difference(store: Store) -> None:
    """A page does not show where a paragraph ends."""
    put(store, outcome("Il Faro", "Orti", "uno\ndue", pictures=1))
    put(store, on_pages(outcome("Il Faro", "Orti", "uno due", pictures=2)))
    assert [change.field for change in store.one(1).changed] == ["foto"]
    assert store.one(2).outcome.findings[0].fact("fields") == "foto"


def test_two_pdfs_that_differ_are_versions(store: Store) -> None:
    """A correction comes as the same kind of file mostly."""
    for note in ("uno", "due"):
        put(store, on_pages(outcome("Il Faro", "Orti", note)))
    assert store.one(2).outcome.findings == ()


def test_word_and_pdf_that_have_little_in_common_are_versions(store: Store) -> None:
    """Who rewrote half of the form sent another one."""
    put(store, outcome("Il Faro", "Orti", "uno", pictures=0))
    put(store, on_pages(outcome("IL FARO", "Orti!", "due", pictures=1)))
    assert store.one(2).supersedes == 1
    assert store.one(2).outcome.findings == ()


def test_a_mended_accent_is_a_new_version(store: Store) -> None:
    """A correction as small as an accent must reach the dataset."""
    put(store, outcome("Il Faro", "Orti", "la citta"))
    put(store, outcome("Il Faro", "Orti", "la città"))
    assert store.one(1).superseded_by == 2


def test_the_same_bytes_are_a_duplicate_of_the_first(store: Store) -> None:
    """A third copy points at the first, not at the second."""
    for _ in range(3):
        put(store, outcome(), "same")
    assert [one.duplicate_of for one in store.filed()] == [None, 1, 1]


def test_what_can_be_read_now_is_no_duplicate_of_what_could_not(store: Store) -> None:
    """The same bytes put in again after an update of the program count when they can be read."""
    put(store, Outcome(None, failure=Failure("unsupported-type")), "same")
    put(store, outcome("Il Faro", "Orti"), "same")
    assert store.one(2).current


def test_an_older_version_that_returns_does_not_replace_the_newer(store: Store) -> None:
    """The same answers again are a duplicate, even of a version that was replaced."""
    for note in ("uno", "due", "uno"):
        put(store, outcome("Il Faro", "Orti", note))
    assert [one.current for one in store.filed()] == [False, True, False]


def test_saving_twice_changes_nothing(store: Store) -> None:
    """A step done twice after a crash leaves the same relations."""
    put(store, outcome("Il Faro", "Orti", "uno"))
    number = put(store, outcome("Il Faro", "Orti", "due"))
    before = list(store.filed())
    read = outcome("Il Faro", "Orti", "due")
    assert read.record is not None
    store.save(number, Reading(read, identity.of(read.record, FORM), "1.0", 0.5, NOON))
    assert list(store.filed()) == before


def test_many_are_read_through_in_order(store: Store) -> None:
    """More files than one batch holds come once each, by number."""
    numbers = [put_quickly(store, index) for index in range(230)]
    assert [one.number for one in store.filed()] == numbers


def put_quickly(store: Store, index: int) -> int:
    entry = store.receive(name="a", source=f"{index}", group="", sha256=f"{index}", size=1, at=NOON)
    read = Outcome(None, failure=Failure("unreadable"))
    store.save(entry.number, Reading(read, identity.ALONE, "1.0", 0.0, NOON))
    return entry.number


def test_a_form_is_filed_with_the_files_of_no_form(store: Store) -> None:
    """The workbook of one form shows its returns and what could not be read at all."""
    put(store, outcome("Il Faro", "Orti"))
    put(store, Outcome(None, failure=Failure("unreadable")))
    assert [one.number for one in store.filed("altra")] == [2]
    assert [one.number for one in store.filed("prova")] == [1, 2]


# The database


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    """An older program must not write into a store it does not know."""
    Store(tmp_path / "schedario.db").close()
    raw = sqlite3.connect(tmp_path / "schedario.db")
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(SetUp) as raised:
        Store(tmp_path / "schedario.db")
    assert raised.value.key == "newer-store"


def test_a_damaged_store_is_said_to_be_so(tmp_path: Path) -> None:
    """What is no database is left alone and told in a sentence."""
    (tmp_path / "schedario.db").write_bytes(b"no database" * 1000)
    with pytest.raises(Unfinished) as raised:
        Store(tmp_path / "schedario.db")
    assert raised.value.key == "damaged-store"
