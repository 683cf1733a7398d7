"""The catalogues of words: the same in both languages, and none in the way of another."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from ingest.record import Severity, Status
from ingest.texts import LANGUAGES, Texts
from output import labels
from parsers.document import Method
from parsers.form import Kind

NAMES = ("labels", "report", "workbook")


def _catalogue(name: str, language: str) -> dict[str, dict[str, str]]:
    source = files("output.texts").joinpath(f"{name}.{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same_things_with_the_same_facts(name: str) -> None:
    """A sentence that is there in one language is there in the other, with the same gaps to fill."""
    italian, english = (
        {
            (table, key, tuple(sorted(re.findall(r"\{(\w+)\}", sentence))))
            for table, sentences in _catalogue(name, language).items()
            for key, sentence in sentences.items()
        }
        for language in LANGUAGES
    )
    assert italian == english


def test_no_catalogue_hides_another_ones_table() -> None:
    """Catalogues are read together, so each table stands in one of them only."""
    tables = [table for name in NAMES for table in _catalogue(name, "it")]
    assert len(tables) == len(set(tables))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_kind_and_method_has_a_word(language: str) -> None:
    """No code reaches people for want of a word."""
    words = Texts(language, labels.CATALOGUE)
    named = {"status": Status, "severity": Severity, "kind": Kind, "method": Method}
    missing = [(t, str(v)) for t, values in named.items() for v in values if not words.has(t, v.value)]
    assert missing == []
