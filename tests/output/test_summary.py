"""The summary: every figure can be counted again in the sheet for programs."""

from __future__ import annotations

from dataclasses import replace

from ingest.record import Value, finding
from ingest.texts import Texts
from output import labels
from output.dataset import CATALOGUE, Dataset, frames
from output.summary import charted
from parsers.definition import built_in
from parsers.form import Field, Kind
from tests.output.made import FORM, returned

WITH_REGION = replace(FORM, fields=(*FORM.fields, Field("region", "Regione", Kind.REGION)))


def _figures(data: Dataset) -> dict[tuple[object, object], tuple[object, object]]:
    rows = data.riepilogo.itertuples(index=False, name=None)
    return {(section, entry): (count, share) for section, entry, count, share in rows}


def _data(*answers: dict[str, Value]) -> Dataset:
    return frames([returned(n, answers=one) for n, one in enumerate(answers, 1)], FORM, "it")


def test_options_are_counted_with_their_share() -> None:
    """One row an option in the form's order, and one for no answer."""
    figures = _figures(_data({"type": "A"}, {"type": "A"}, {"type": "A+B"}, {"type": None}))
    found = {entry: figure for (section, entry), figure in figures.items() if section == "Tipologia"}
    assert found == {"Tipo A": (2, 50.0), "Tipo misto": (1, 25.0), "nessuna risposta": (1, 25.0)}


def test_every_figure_is_the_count_of_cells_in_the_sheet_for_programs() -> None:
    """Recomputed another way: from the columns of 1 and 0, the codes, and the cells that are not blank."""
    data = _data({"partners": ("coop",)}, {"partners": ()}, {"partners": ("none", "coop"), "impact": None})
    codes, figures = data.schede_codici, _figures(data)
    for option in FORM.field("partners").options:
        wanted = int(codes[f"partners___{option.code}"].astype(int).sum())
        assert figures["Partnership", option.label][0] == wanted
    assert figures["Valutazione?", "Sì"][0] == int((codes["impact"].astype(str) == "1").sum())
    assert figures["Valutazione?", "nessuna risposta"][0] == int((codes["impact"].astype(str) == "").sum())
    answered = {
        heading: figures["Schede che rispondono alla domanda", heading][0]
        for heading in labels.headings(FORM, Texts("it", labels.CATALOGUE, CATALOGUE)).values()
    }
    ids = [field.id for field in FORM.fields]
    assert list(answered.values()) == [
        int((~codes[name].astype(str).isin(["", "0"] if name == "photo" else [""])).sum()) for name in ids
    ]


def test_a_box_that_could_not_be_read_is_not_counted() -> None:
    """Blank in the sheet for programs is neither ticked nor a no."""
    lost = returned(1, finding("field-not-found", "partners"), answers={"partners": ()})
    figures = _figures(frames([lost], FORM, "it"))
    assert figures["Partnership", "nessuna risposta"] == (1, 100.0)


def test_states_are_counted() -> None:
    """In order, and to be checked."""
    figures = _figures(frames([returned(1), returned(2, finding("missing-required", "mail"))], FORM, "it"))
    assert figures["Stato delle schede", "In ordine"] == (1, 50.0)
    assert figures["Stato delle schede", "Da verificare"] == (1, 50.0)


def test_regions_are_those_that_occur() -> None:
    """By name, and blanks as no answer."""
    one = returned(1)
    record = one.outcome.record
    assert record is not None
    entry = replace(record.entries[0], field="region", value="Veneto")
    there = replace(one.outcome, record=replace(record, entries=(*record.entries, entry)))
    figures = _figures(frames([replace(one, outcome=there), returned(2)], WITH_REGION, "it"))
    found = {entry: figure for (section, entry), figure in figures.items() if section == "Regione"}
    assert found == {"Veneto": (1, 50.0), "nessuna risposta": (1, 50.0)}


def test_no_form_gives_zeros() -> None:
    """Nothing received: every share is 0, none a division by it."""
    assert {share for _, share in _figures(_data()).values()} == {0.0}


def test_charts_are_of_the_first_questions_with_several_answers() -> None:
    """Never more than four, each over its own rows."""
    form = built_in()[0]
    words = Texts("it", labels.CATALOGUE, CATALOGUE)
    frame = frames([], form, "it").riepilogo
    spans = charted(frame, form, words)
    assert 1 < len(spans) <= 4
    for span in spans:
        assert set(frame.iloc[span.first : span.last + 1, 0]) == {span.title}
