"""Bringing in from elsewhere: each file once, and the sources stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.brought import bring
from ingest.trouble import SetUp
from tests.filing import Office, work


def give(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_files_are_copied_in_and_the_source_stays(office: Office, tmp_path: Path) -> None:
    """Sub-folders become groups, litter is left out, the source is as it was."""
    source = give(tmp_path / "rese", {"a.docx": "A|1", "nord/b.docx": "B|1", "~$a.docx": "x"})
    brought = bring(office.workspace, office.store, [source])
    work(office, brought.sources)
    assert [(one.file, one.group) for one in office.store.filed()] == [("a.docx", ""), ("b.docx", "nord")]
    assert office.names(source) == ["a.docx", "nord/b.docx", "~$a.docx"]


def test_copying_in_again_brings_only_what_is_new(office: Office, tmp_path: Path) -> None:
    """The same command again takes in only the file that was added since."""
    source = give(tmp_path / "rese", {"a.docx": "A|1"})
    work(office, bring(office.workspace, office.store, [source]).sources)
    give(source, {"b.docx": "B|1"})
    brought = bring(office.workspace, office.store, [source])
    assert (brought.sources, brought.known) == (frozenset({"b.docx"}), 1)


def test_an_empty_file_copied_in_is_read_at_once(office: Office, tmp_path: Path) -> None:
    """A copy of our own is complete, however young and small."""
    source = give(tmp_path / "rese", {"vuota.docx": ""})
    work(office, bring(office.workspace, office.store, [source]).sources)
    assert office.names(office.workspace.inbox) == []


def test_the_work_folder_cannot_be_its_own_source(office: Office) -> None:
    """Copying the archive back in would never end."""
    with pytest.raises(SetUp) as raised:
        bring(office.workspace, office.store, [office.workspace.archive])
    assert raised.value.key == "from-itself"


def test_a_source_that_is_not_there_is_named(office: Office, tmp_path: Path) -> None:
    """A mistyped path is wrong use."""
    with pytest.raises(SetUp) as raised:
        bring(office.workspace, office.store, [tmp_path / "niente"])
    assert raised.value.key == "no-such-path"
