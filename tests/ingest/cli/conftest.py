"""The folder that a test of the command line runs in, and one of returned files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ingest.cli.given import BLANK


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test runs in a folder of its own, with no language set."""
    folder = tmp_path / "qui"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SCHEDARIO_LANG", raising=False)
    return folder


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A folder with one form sent back blank and one file that is no form."""
    folder = tmp_path / "rese"
    folder.mkdir()
    shutil.copy(BLANK, folder / "vuota.docx")
    (folder / "nota.xyz").write_text("non una scheda")
    return folder
