"""The work folder: its layout, and the forms it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.trouble import SetUp
from ingest.workspace import Workspace, create, known_forms
from parsers.definition import built_in


def test_create_makes_the_layout(tmp_path: Path) -> None:
    """A work folder has the folders that staff and scripts rely on."""
    create(tmp_path / "lavoro")
    names = {path.name for path in (tmp_path / "lavoro").iterdir()}
    assert names == {"inbox", "archive", "rejected", "reports", "images", "forms", ".schedario"}


def test_create_keeps_what_is_there(tmp_path: Path) -> None:
    """Making a work folder again leaves its files alone."""
    kept = create(tmp_path).inbox / "scheda.docx"
    kept.write_bytes(b"x")
    create(tmp_path)
    assert kept.read_bytes() == b"x"


def test_create_says_when_a_file_is_in_the_way(tmp_path: Path) -> None:
    """A file where a folder is needed is wrong set-up, named."""
    (tmp_path / "inbox").write_text("x")
    with pytest.raises(SetUp) as raised:
        create(tmp_path)
    assert raised.value.key == "not-a-folder"


def test_a_folder_is_none_before_it_is_made(tmp_path: Path) -> None:
    """Any folder is not taken for a work folder."""
    assert [Workspace(tmp_path).exists(), create(tmp_path).exists()] == [False, True]


def test_built_in_forms_need_no_file(tmp_path: Path) -> None:
    """A new work folder knows the built-in forms."""
    assert known_forms(create(tmp_path)) == built_in()


def test_a_bad_definition_stops_with_its_name(tmp_path: Path) -> None:
    """A definition that cannot be read is named."""
    (create(tmp_path).forms / "nuova.toml").write_text("id = ")
    with pytest.raises(SetUp) as raised:
        known_forms(Workspace(tmp_path))
    assert "nuova.toml" in str(raised.value.facts["reason"])
