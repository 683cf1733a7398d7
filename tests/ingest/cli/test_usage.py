"""Languages, help and wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import usage
from ingest.cli import main
from ingest.texts import LANGUAGES, Texts
from ingest.workspace import create
from tests.ingest.cli.given import Output


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
