"""Taking in: nothing is lost, nothing is doubled, nothing is overwritten, whatever stops it."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest

from ingest import originals
from ingest.intake import Held
from ingest.record import Outcome
from ingest.store import Store
from ingest.trouble import Unfinished
from tests.filing import Office, outcome, read_words, work


def filed(office: Office) -> list[tuple[str, str]]:
    return [(one.file, one.archived) for one in office.store.filed()]


# Archive and rejected


def test_a_form_that_was_read_goes_to_the_archive(office: Office) -> None:
    """The original lies in the archive byte for byte, and the inbox is empty."""
    office.drop("faro.docx", "Il Faro|Orti")
    work(office)
    assert office.names(office.workspace.inbox) == []
    assert (office.workspace.archive / "faro.docx").read_text() == "Il Faro|Orti"


def test_a_file_that_cannot_be_read_is_rejected_with_a_note(office: Office) -> None:
    """Beside the rejected original lies a note that says why."""
    office.drop("rotto.pdf", "bad")
    work(office)
    assert (office.workspace.rejected / "rotto.pdf.txt").read_text() == "rotto.pdf: unreadable"
    assert (office.workspace.rejected / "rotto.pdf").read_text() == "bad"


def test_a_fault_in_a_reader_does_not_stop_the_others(office: Office) -> None:
    """A bug rejects that file, and the next one is read."""
    office.drop("a.docx", "bug")
    office.drop("b.docx", "Il Faro|Orti")
    assert [step.file for step in work(office)] == ["a.docx", "b.docx"]
    assert [one.form_id for one in office.store.filed()] == [None, "prova"]


def test_the_log_holds_no_word_of_the_form(office: Office) -> None:
    """A bug is logged with its type and place, not with what it was about."""
    office.drop("a.docx", "bug")
    work(office)
    log = office.workspace.log.read_text()
    assert "RuntimeError" in log
    assert "secret" not in log
    assert "a.docx" not in log


def test_a_taken_name_gets_a_number(office: Office) -> None:
    """Another file of the same name is put beside the first, never over it."""
    for note in ("uno", "due", "tre"):
        office.drop("faro.docx", f"Il Faro|Orti|{note}")
        work(office)
    assert office.names(office.workspace.archive) == ["faro (2).docx", "faro (3).docx", "faro.docx"]
    assert (office.workspace.archive / "faro.docx").read_text().endswith("uno")


def test_the_group_is_the_sub_folder(office: Office) -> None:
    """A file's sub-folder is kept with it."""
    office.drop("nord/faro.docx", "Il Faro|Orti")
    work(office)
    assert office.store.one(1).group == "nord"


def test_pictures_are_saved_by_number_and_field(office: Office) -> None:
    """Pictures lie in images/, and the store knows where."""
    office.store.close()
    second = Office(office.workspace.folder, read=lambda data, name: outcome("Il Faro", "Orti", pictures=2))
    second.drop("faro.docx", "x")
    work(second)
    assert second.names(second.workspace.images) == ["0001-foto-1.png", "0001-foto-2.png"]
    paths = [picture.image.name for picture in second.store.one(1).outcome.pictures]
    assert paths == ["images/0001-foto-1.png", "images/0001-foto-2.png"]
    second.store.close()


# Again


def test_a_second_pass_changes_nothing(office: Office) -> None:
    """With an empty inbox there is nothing to do."""
    office.drop("faro.docx", "Il Faro|Orti")
    work(office)
    before = list(office.store.filed())
    assert work(office) == []
    assert list(office.store.filed()) == before


def test_a_file_put_in_again_is_a_duplicate(office: Office) -> None:
    """It is registered and moved, and the archive holds its bytes once."""
    for _ in range(2):
        office.drop("faro.docx", "Il Faro|Orti")
        work(office)
    assert [one.duplicate_of for one in office.store.filed()] == [None, 1]
    assert office.names(office.workspace.archive) == ["faro.docx"]
    assert office.names(office.workspace.inbox) == []


class Crash(BaseException):
    """The program's end, at a step of the test's choice."""


STEPS = ["receive", "begin", "save", "place", "file", "unlink"]


def crash(step: str, patch: pytest.MonkeyPatch, after: bool) -> None:
    owner: object = {"place": originals, "unlink": Path}.get(step, Store)
    real = getattr(owner, step)

    def dying(*args: object, **words: object) -> object:
        if step == "unlink" and "inbox" not in str(args[0]):
            return real(*args, **words)
        if after:
            real(*args, **words)
        raise Crash

    patch.setattr(owner, step, dying)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("text", ["Il Faro|Orti", "bad"])
def test_a_crash_loses_and_doubles_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str, after: bool, text: str
) -> None:
    """Whatever step the program dies at, the next run leaves one file, once, in its place."""
    office.drop("faro.docx", text)
    with monkeypatch.context() as patch:
        crash(step, patch, after)
        with pytest.raises(Crash):
            work(office)
    work(office)
    folder = "rejected" if text == "bad" else "archive"
    assert filed(office) == [("faro.docx", f"{folder}/faro.docx")]
    assert office.names(office.workspace.inbox) == []
    assert office.names(office.workspace.spool) == []
    assert (office.workspace.folder / folder / "faro.docx").read_text() == text


def test_a_file_that_ends_the_program_is_given_up(office: Office) -> None:
    """After three readings that never came back the file is rejected, and the others go on."""

    def deadly(data: bytes, name: str) -> Outcome:
        raise Crash

    office.drop("veleno.docx", "x")
    office.store.close()
    second = Office(office.workspace.folder, read=deadly)
    for _ in range(3):
        with pytest.raises(Crash):
            work(second)
    work(second)
    assert filed(second) == [("veleno.docx", "rejected/veleno.docx")]
    second.store.close()


def test_a_file_changed_after_reading_is_a_new_arrival(tmp_path: Path) -> None:
    """What was written into the inbox meanwhile stays there and is read next."""

    def read_and_change(data: bytes, name: str) -> Outcome:
        if b"due" not in data:
            office.drop("faro.docx", "Il Faro|Orti|due")
        return read_words(data, name)

    office = Office(tmp_path / "lavoro", read=read_and_change)
    office.drop("faro.docx", "Il Faro|Orti|uno")
    work(office)
    assert (office.workspace.archive / "faro.docx").read_text() == "Il Faro|Orti|uno"
    assert office.names(office.workspace.inbox) == ["faro.docx"]
    work(office)
    assert [one.current for one in office.store.filed()] == [False, True]
    office.store.close()


def test_a_file_that_cannot_leave_the_inbox_is_read_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the inbox does not let go of a file, it is said each time and registered once."""
    real = Path.unlink

    def stuck(path: Path, missing_ok: bool = False) -> None:
        if path.parent == office.workspace.inbox:
            raise PermissionError(errno.EACCES, "held", str(path))
        real(path, missing_ok)

    office.drop("faro.docx", "Il Faro|Orti")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stuck)
        work(office)
        assert work(office) == [Held("faro.docx", "stuck")]
    assert work(office) == []
    assert (len(filed(office)), office.names(office.workspace.inbox)) == (1, [])


def test_a_full_disk_stops_and_loses_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room the run stops with a sentence, and the file still lies in the inbox."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "spool")

    office.drop("faro.docx", "Il Faro|Orti")
    monkeypatch.setattr(originals, "spool", full)
    with pytest.raises(Unfinished) as raised:
        work(office)
    assert raised.value.key == "full"
    assert office.names(office.workspace.inbox) == ["faro.docx"]


def test_a_disk_without_hard_links_gets_a_copy(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that knows no second names the archive holds a copy."""

    def no_links(source: Path, target: Path) -> None:
        if target.exists():
            raise FileExistsError
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", no_links)
    office.drop("faro.docx", "Il Faro|Orti")
    work(office)
    assert (office.workspace.archive / "faro.docx").read_text() == "Il Faro|Orti"


def test_an_unreadable_name_is_archived_and_shown_escaped(office: Office) -> None:
    """A name with a line feed is escaped in the store and safe in the archive."""
    office.drop("a\nb.docx", "Il Faro|Orti")
    work(office)
    assert filed(office) == [("a\\x0ab.docx", "archive/a_x0ab.docx")]


def test_the_archive_holds_the_bytes_that_were_hashed(office: Office) -> None:
    """The register's SHA-256 is that of the archived original."""
    office.drop("faro.docx", "Il Faro|Orti")
    work(office)
    one = office.store.one(1)
    data = (office.workspace.folder / one.archived).read_bytes()
    assert one.sha256 == hashlib.sha256(data).hexdigest()
