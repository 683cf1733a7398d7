"""Files read or looked at where they lie."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.cli import main
from ingest.record import Outcome
from parsers.form import Form
from tests.ingest.cli.given import Output


def test_read_prints_a_line_a_form(returned: Path, capsys: Output) -> None:
    """JSON, one object a line, folders in sorted order, paths as given."""
    assert main(["read", "--json", str(returned)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["file"], line["status"]) for line in lines] == [
        (f"{returned.as_posix()}/nota.xyz", "rejected"),
        (f"{returned.as_posix()}/vuota.docx", "review"),
    ]


def test_read_shows_people_the_labels(returned: Path, capsys: Output) -> None:
    """For people the form's own labels, and the findings in sentences."""
    main(["read", str(returned / "vuota.docx")])
    out = capsys.readouterr().out
    assert "vuota.docx – da verificare" in out
    assert "Cooperativa proponente" in out


def test_read_touches_nothing(returned: Path, elsewhere: Path) -> None:
    """Nothing is moved and nothing is stored."""
    before = {path: path.stat().st_mtime_ns for path in returned.iterdir()}
    main(["read", str(returned)])
    assert {path: path.stat().st_mtime_ns for path in returned.iterdir()} == before
    assert list(elsewhere.iterdir()) == []


def test_read_goes_on_after_a_path_that_is_not_there(returned: Path, capsys: Output) -> None:
    """The others are read; then 2, naming what is missing."""
    assert main(["read", "--json", "niente.docx", str(returned / "vuota.docx")]) == 2
    told = capsys.readouterr()
    assert (len(told.out.splitlines()), "niente.docx" in told.err) == (1, True)


def test_read_goes_on_after_a_bug(returned: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in a reader costs that file only."""
    real = pipeline.read

    def broken(data: bytes, name: str, forms: Sequence[Form]) -> Outcome:
        if name == "nota.xyz":
            raise RuntimeError(name)
        return real(data, name, forms)

    monkeypatch.setattr(pipeline, "read", broken)
    assert main(["read", "--json", str(returned)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["error"] and line["error"]["code"] for line in lines] == ["unreadable", None]


def test_read_strict_gives_1(returned: Path) -> None:
    """With --strict a form to check shows in the exit status."""
    assert main(["read", "--strict", str(returned / "vuota.docx")]) == 1


def test_inspect_prints_the_marks(returned: Path, capsys: Output) -> None:
    """One object a file, with every mark of the blank form empty."""
    assert main(["inspect", str(returned / "vuota.docx"), "--json"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert {mark["state"] for mark in line["marks"]} == {"empty"}
    assert line["marks"][0]["label"] == "Cooperativa tipo A"


def test_inspect_shows_people_blocks_and_boxes(returned: Path, capsys: Output) -> None:
    """Tables, cells and boxes as text; a file of no known kind in a sentence."""
    assert main(["inspect", str(returned)]) == 0
    out = capsys.readouterr().out
    assert "☐ Cooperativa tipo A" in out
    assert "nota.xyz – non letta" in out


def test_read_starts_without_store_and_writers(returned: Path) -> None:
    """Reading one file does not wait for libraries it has no use for."""
    code = (
        "import sys; from ingest.cli import main; main(['read', sys.argv[1]]);"
        "heavy = 'sqlalchemy', 'pandas', 'openpyxl', 'rich', 'jinja2', 'filelock', 'parsers.labels.label';"
        "print([name for name in heavy if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", code, str(returned / "vuota.docx")]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
