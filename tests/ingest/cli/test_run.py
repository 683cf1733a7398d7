"""A pass over a work folder: what is written, what people are told, and the exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock
from openpyxl import load_workbook

from ingest import pipeline
from ingest.cli import main
from ingest.workspace import create
from output import workbook
from tests.ingest.cli.given import BLANK, Output
from tests.invitations import put_csv


def test_run_takes_in_a_folder_and_writes_for_people(returned: Path, capsys: Output) -> None:
    """One command makes the work folder, dataset and report, and says how many."""
    assert main(["run", "demo", "--from", str(returned)]) == 0
    assert (
        "2 ricevute: 1 da verificare, 1 non letta. Aprite demo/reports/index.html" in capsys.readouterr().out
    )
    made = {path.name for path in Path("demo").iterdir()}
    assert {"dataset.xlsx", "schedario.db", "archive", "rejected", "reports"} <= made
    assert Path("demo/reports/index.html").is_file()


def test_run_says_why_a_file_was_rejected(returned: Path, capsys: Output) -> None:
    """The name and the reason of each rejected file stand in the summary and in the note beside it."""
    main(["run", "demo", "--from", str(returned)])
    reason = next(line for line in capsys.readouterr().out.splitlines() if "nota.xyz: " in line)
    assert reason.split(": ", 1)[1] in Path("demo/rejected/nota.xyz.txt").read_text("utf-8")


def test_run_leaves_the_source_as_it_was(returned: Path) -> None:
    """What --from names is copied."""
    main(["run", "demo", "--from", str(returned)])
    assert sorted(path.name for path in returned.iterdir()) == ["nota.xyz", "vuota.docx"]


def test_run_again_says_that_nothing_is_new(returned: Path, capsys: Output) -> None:
    """A second pass finds an empty inbox."""
    main(["run", "demo", "--from", str(returned)])
    capsys.readouterr()
    assert main(["run", "demo"]) == 0
    assert capsys.readouterr().out.startswith("Niente di nuovo")


def test_strict_gives_1_when_something_needs_a_person(returned: Path) -> None:
    """With --strict a rejected file shows in the exit status."""
    assert main(["run", "demo", "--strict", "--from", str(returned)]) == 1


def test_run_names_a_file_that_is_still_being_copied(capsys: Output) -> None:
    """A half file is left in the inbox and named."""
    (create(Path("demo")).inbox / "meta.docx").write_bytes(BLANK.read_bytes()[:5000])
    main(["run", "demo"])
    assert "meta.docx: forse si sta ancora copiando" in capsys.readouterr().out
    assert Path("demo/inbox/meta.docx").exists()


def test_run_without_a_folder_asks_for_one(capsys: Output) -> None:
    """Outside a work folder the program does not make one by itself."""
    assert main(["run"]) == 2
    assert "non è una cartella di lavoro" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["run"]])
def test_in_a_work_folder_no_folder_need_be_named(
    words: list[str], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a work folder the bare command makes a pass."""
    create(Path("demo"))
    monkeypatch.chdir("demo")
    assert main(words) == 0
    assert "Niente di nuovo" in capsys.readouterr().out


def test_a_folder_in_use_is_left_alone(capsys: Output) -> None:
    """A second program ends with 3 and says who is at work."""
    workspace = create(Path("demo"))
    with FileLock(str(workspace.lock)):
        assert main(["run", "demo"]) == 3
    assert "è già in uso" in capsys.readouterr().err


def test_a_workbook_open_elsewhere_is_written_beside(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new data are safe beside the open workbook, and it is said."""
    real = workbook.write

    def is_open(path: Path, **words: object) -> None:
        if path.name == "dataset.xlsx":
            raise PermissionError(13, "open", str(path))
        real(path, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(workbook, "write", is_open)
    assert main(["run", "demo"]) == 0
    (beside,) = Path("demo").glob("dataset_*.xlsx")
    assert beside.name in capsys.readouterr().out


def test_a_bug_is_told_in_a_sentence(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback for people; the log has the place and not the values."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("Mario Rossi")

    monkeypatch.setattr(workbook, "write", broken)
    assert main(["run", "demo"]) == 3
    told = capsys.readouterr()
    assert "errore del programma" in told.err
    assert "Traceback" not in told.err
    assert "Mario" not in told.err + Path("demo/.schedario/log").read_text()


def test_a_bad_setting_is_named(capsys: Output) -> None:
    """An unknown word in the settings stops the run with the nearest known one."""
    create(Path("demo")).settings.write_text('lingua = "it"')
    assert main(["run", "demo"]) == 2
    assert "«language»" in capsys.readouterr().err


def test_run_says_how_many_of_those_invited_have_answered(returned: Path, capsys: Output) -> None:
    """With a list in the work folder there is a page and a sheet of those who have not."""
    put_csv(Path("demo"), "Cooperativa;E-mail\nIl Glicine;info@glicine.example\n")
    assert main(["run", "demo", "--from", str(returned)]) == 0
    assert "Hanno risposto 0 su 1" in capsys.readouterr().out
    assert {path.name for path in Path("demo/reports").iterdir()} >= {"mancanti.html", "promemoria-0002.eml"}
    assert load_workbook("demo/dataset.xlsx").sheetnames[-1] == "Mancanti"


def test_a_list_that_cannot_be_used_is_named_before_anything_is_taken_in(
    returned: Path, capsys: Output
) -> None:
    """The forms stay where they are until it is put right."""
    path = put_csv(Path("demo"), "Codice\n12\n")
    assert main(["run", "demo", "--from", str(returned)]) == 2
    assert str(path) in capsys.readouterr().err
    assert list(Path("demo/archive").iterdir()) == []


def test_an_interrupted_run_is_3(capsys: Output, returned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends a run with a sentence, and the same command finishes it."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "read", interrupted)
        assert main(["run", "demo", "--from", str(returned)]) == 3
    assert "Interrotto" in capsys.readouterr().err
    main(["run", "demo", "--from", str(returned)])
    assert "2 ricevute" in capsys.readouterr().out
