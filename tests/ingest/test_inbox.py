"""What the inbox offers: which files count, and when they are complete."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from ingest.inbox import scan
from tests.filing import NOON, age

PDF = b"%PDF-1.7\n" + b"x" * 50 + b"\nstartxref\n9\n%%EOF\n"


def put(path: Path, data: bytes, seconds_ago: float = 3600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    age(path, NOON - timedelta(seconds=seconds_ago))
    return path


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>" * 100)
    return buffer.getvalue()


def ready(folder: Path) -> list[str]:
    return [arrival.source for arrival in scan(folder, NOON).ready]


def waiting(folder: Path) -> list[str]:
    return [arrival.source for arrival in scan(folder, NOON).waiting]


def test_sub_folders_are_groups(tmp_path: Path) -> None:
    """A file's group is the sub-folder it lies in."""
    put(tmp_path / "nord" / "prima" / "a.docx", b"x")
    put(tmp_path / "b.docx", b"x")
    assert {a.source: a.group for a in scan(tmp_path, NOON).ready} == {
        "nord/prima/a.docx": "nord/prima",
        "b.docx": "",
    }


@pytest.mark.parametrize(
    "name",
    [
        "~$scheda.docx",
        "scheda.tmp",
        "scheda.pdf.crdownload",
        "scheda.part",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._scheda.docx",
        "@eaDir/scheda.docx",
        ".~lock.scheda.odt#",
    ],
)
def test_litter_is_passed_over(tmp_path: Path, name: str) -> None:
    """What offices and systems leave behind is no form."""
    put(tmp_path / name, b"x")
    assert ready(tmp_path) + waiting(tmp_path) == []


def test_symbolic_links_are_passed_over(tmp_path: Path) -> None:
    """A link is not followed, be it to a file or to a folder."""
    put(tmp_path / "elsewhere" / "a.docx", b"x")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.docx").symlink_to(tmp_path / "elsewhere" / "a.docx")
    (tmp_path / "inbox" / "folder").symlink_to(tmp_path / "elsewhere")
    assert ready(tmp_path / "inbox") == []


def test_a_pipe_is_passed_over(tmp_path: Path) -> None:
    """Only regular files are opened: a pipe would make the program wait for ever."""
    os.mkfifo(tmp_path / "a.docx")
    assert ready(tmp_path) + waiting(tmp_path) == []


@pytest.mark.parametrize("data", [zipped(), PDF, b"{\\rtf1 ciao}\n"], ids=["zip", "pdf", "rtf"])
def test_a_young_file_with_its_end_is_ready(tmp_path: Path, data: bytes) -> None:
    """A file whose structural end is there need not lie still first."""
    put(tmp_path / "a", data, seconds_ago=0)
    assert ready(tmp_path) == ["a"]


@pytest.mark.parametrize("data", [zipped()[:-30], PDF[:-8], zipped()[:-30] + bytes(30), b"plain"])
def test_a_young_file_without_its_end_waits(tmp_path: Path, data: bytes) -> None:
    """A file that is still being copied is left for the next pass, be its place filled with zeros."""
    put(tmp_path / "a", data, seconds_ago=1)
    assert (ready(tmp_path), waiting(tmp_path)) == ([], ["a"])


def test_an_old_file_without_its_end_is_ready(tmp_path: Path) -> None:
    """After a quiet while a file is taken as it is."""
    put(tmp_path / "a", PDF[:-8], seconds_ago=6)
    assert ready(tmp_path) == ["a"]


def test_an_empty_file_waits_longer(tmp_path: Path) -> None:
    """Whoever made an empty file may be about to fill it."""
    put(tmp_path / "old", b"", seconds_ago=901)
    put(tmp_path / "young", b"", seconds_ago=800)
    assert (ready(tmp_path), waiting(tmp_path)) == (["old"], ["young"])


def test_a_future_time_does_not_keep_a_file_waiting(tmp_path: Path) -> None:
    """A clock that runs ahead elsewhere must not keep a file out for ever."""
    put(tmp_path / "a", b"plain", seconds_ago=-86400 * 365 * 100)
    assert ready(tmp_path) == ["a"]


def test_a_copy_of_our_own_is_ready_at_once(tmp_path: Path) -> None:
    """What the program itself put there is complete, though young and empty."""
    put(tmp_path / "a", b"", seconds_ago=0)
    assert [a.source for a in scan(tmp_path, NOON, complete=frozenset({"a"})).ready] == ["a"]


def test_order_is_by_time_then_by_name_as_people_count(tmp_path: Path) -> None:
    """Older files come first; of the same second, scheda 2 comes before scheda 10."""
    put(tmp_path / "z.docx", b"x", seconds_ago=7200)
    put(tmp_path / "scheda 10.docx", b"x")
    put(tmp_path / "scheda 2.docx", b"x")
    assert ready(tmp_path) == ["z.docx", "scheda 2.docx", "scheda 10.docx"]
