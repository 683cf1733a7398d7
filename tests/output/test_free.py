"""Free values: what was written off the lists, how often, and what may be meant."""

from __future__ import annotations

from dataclasses import replace

from ingest.record import finding
from output.dataset import frames
from parsers.form import Field, Kind
from tests.output.made import FORM, returned

PLACED = replace(FORM, fields=(*FORM.fields, Field("city", "Città", Kind.MUNICIPALITY)))


def test_what_was_written_beside_an_option_is_counted() -> None:
    """Once a distinct value, the commonest first, white space folded."""
    texts = ("parrocchia", "lotteria", "parrocchia", " lotteria  di paese")
    forms = [returned(n, answers={"other_text": text}) for n, text in enumerate(texts, 1)]
    rows = frames(forms, FORM, "it").valori_liberi.iloc[:, :4].to_numpy().tolist()
    assert rows == [
        ["other_text", "Altri, specificare", "parrocchia", 2],
        ["other_text", "Altri, specificare", "lotteria", 1],
        ["other_text", "Altri, specificare", "lotteria di paese", 1],
    ]


def test_a_rare_spelling_is_tied_to_the_common_one() -> None:
    """The letters count, not case or accents; what is unlike has no proposal."""
    texts = ("Fondo sociale", "Fondo sociale", "fondo sociàle.", "mercatini")
    forms = [returned(n, answers={"other_text": text}) for n, text in enumerate(texts, 1)]
    rows = {row[2]: row[4:] for row in frames(forms, FORM, "it").valori_liberi.to_numpy().tolist()}
    assert rows == {
        "Fondo sociale": ["", ""],
        "fondo sociàle.": ["Fondo sociale", 100],
        "mercatini": ["", ""],
    }


def test_an_unknown_place_comes_with_its_suggestion() -> None:
    """As the finding gives it, with how alike the two are."""
    found = finding("unknown-city", "city", text="Forlli", suggestion="Forlì")
    (row,) = frames([returned(1, found)], PLACED, "it").valori_liberi.to_numpy().tolist()[1:]
    assert row[:5] == ["city", "Città", "Forlli", 1, "Forlì"]
    assert 80 < row[5] < 100


def test_superseded_forms_do_not_count() -> None:
    """Only what the dataset shows."""
    assert frames([returned(1, current=False)], FORM, "it").valori_liberi.empty
