"""The command line: what people type, what they are told, and the exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from filelock import FileLock
from openpyxl import load_workbook

from ingest import pipeline, usage
from ingest.cli import main
from ingest.record import Outcome
from ingest.texts import LANGUAGES, Texts
from ingest.workspace import create
from output import workbook
from parsers.form import Form
from tests.invitations import put_csv

BLANK = Path(__file__).parents[2] / "samples" / "scheda-di-rilevazione.docx"


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


Output = pytest.CaptureFixture[str]

# run


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


# watch


def test_watch_follows_the_list_of_those_invited() -> None:
    """Report and dataset are written anew when it changes, though no form came."""
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 1:
            put_csv(Path("demo"), "Cooperativa\nIl Glicine\n")
        if len(naps) == 2:
            raise KeyboardInterrupt

    assert main(["watch", "demo"], sleep) == 0
    assert "Il Glicine" in Path("demo/reports/mancanti.html").read_text("utf-8")


def test_watch_takes_in_what_arrives_until_interrupted(capsys: Output) -> None:
    """A form dropped between two passes is read; Ctrl+C ends the watch with 0."""
    workspace = create(Path("demo"))
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            raise KeyboardInterrupt
        shutil.copy(BLANK, workspace.inbox / "vuota.docx")

    assert main(["watch", "demo", "--delay", "7"], sleep) == 0
    assert "1 ricevuta" in capsys.readouterr().out
    assert naps == [7.0, 7.0]


def test_watch_waits_for_a_share_that_is_away(capsys: Output) -> None:
    """An inbox that cannot be reached is said once, and taken up again when it is back."""
    workspace = create(Path("demo"))
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 1:
            workspace.inbox.rename("via")
        if len(naps) == 3:
            Path("via").rename(workspace.inbox)
            shutil.copy(BLANK, workspace.inbox / "vuota.docx")
        if len(naps) == 4:
            raise KeyboardInterrupt

    assert main(["watch", "demo"], sleep) == 0
    out = capsys.readouterr().out
    assert (out.count("non è raggiungibile"), "1 ricevuta" in out) == (1, True)


# read and inspect


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
        "heavy = 'sqlalchemy', 'pandas', 'openpyxl', 'rich', 'jinja2', 'filelock';"
        "print([name for name in heavy if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    words = [sys.executable, "-c", code, str(returned / "vuota.docx")]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


# Words and languages


def test_messages_are_english_on_demand(capsys: Output) -> None:
    """--lang is taken after the command too."""
    main(["run", "demo", "--lang", "en"])
    assert "Nothing new" in capsys.readouterr().out


def test_the_environment_chooses_the_language(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """SCHEDARIO_LANG does what --lang does."""
    monkeypatch.setenv("SCHEDARIO_LANG", "en")
    main(["init", "demo"])
    assert "Work folder ready" in capsys.readouterr().out


def test_the_work_folder_chooses_the_language(capsys: Output) -> None:
    """The settings of the work folder count where nobody asked otherwise."""
    create(Path("demo")).settings.write_text('language = "en"')
    main(["run", "demo"])
    assert "Nothing new" in capsys.readouterr().out


def test_both_languages_have_the_same_sentences() -> None:
    """A sentence that one language lacks would end the program in that language."""
    tables = [Texts(language, "ingest.texts:cli")._tables for language in LANGUAGES]
    keys = [{(table, key) for table in one for key in one[table]} for one in tables]
    assert keys[0] == keys[1]


def test_without_a_command_there_is_help(capsys: Output) -> None:
    """Outside a work folder the bare command explains itself, in Italian."""
    assert main([]) == 0
    assert "Comandi:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rum"], "Il comando «rum» non esiste"),
        (["run", "--frm", "x"], "L'opzione «--frm» non esiste"),
        (["read"], "Manca «FILE…»"),
        (["--lang", "de", "init", "x"], "Il valore di «--lang» non va bene"),
        (["run", "demo", "--from"], "«--from» vuole un valore"),
        (["run", "demo", "--from", "niente"], "niente non esiste"),
    ],
)
def test_wrong_use_is_2_and_a_sentence(words: list[str], told: str, capsys: Output) -> None:
    """What was mistyped is named in the user's language."""
    assert main(words) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("run demo --from a b c", "run demo --from a --from b --from c"),
        ("run --from a demo", "run --from a demo"),
        ("run demo --from a --strict", "run demo --from a --strict"),
        ("--lang en run demo --from a b", "--lang en run demo --from a --from b"),
        ("read a b", "read a b"),
    ],
)
def test_several_paths_may_follow_one_from(given: str, meant: str) -> None:
    """Once the folder is named, all that follows --from is to be copied."""
    assert usage.spread_from(given.split()) == meant.split()


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
