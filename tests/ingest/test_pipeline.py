"""The story of one file, from bytes to outcome."""

from __future__ import annotations

import gc
import io
import zipfile
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.record import Status
from parsers.definition import built_in, load
from parsers.errors import Unreadable
from parsers.form import Form
from parsers.readers import Reader
from tests.ingest.gardens import DEFINITION, Lines, read, said, sheet
from tests.parsers.word.builder import p, packed, r, word

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def form(tmp_path: Path) -> Form:
    path = tmp_path / "jardins.toml"
    path.write_text(DEFINITION, encoding="utf-8")
    return load(path)


def test_a_new_form_costs_a_definition_and_no_code(form: Form) -> None:
    """A form of another language is read by its definition alone, to the last value."""
    outcome = read(sheet(form), form)
    assert outcome.record is not None
    assert (outcome.record.form, outcome.record.version, outcome.status) == ("jardins", "2027", Status.OK)
    assert outcome.record.values() == {
        "association": "Les Coquelicots",
        "jardin": "La Brouette",
        "parcelle": "toit",
        "cultures": ("legumes", "autres"),
        "cultures_autres": "menthe",
        "histoire": "Né sur un toit.",
        "ouvert": False,
        "courriel": "brouette@coquelicots.org",
        "photos": 0,
    }


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"association": ""}, ("association", "missing-required")),
        ({"parcelle": ("☐ Cour d’immeuble", "☐ Toit-terrasse")}, ("parcelle", "missing-required")),
        ({"parcelle": ("☒ Cour d’immeuble", "☒ Toit-terrasse")}, ("parcelle", "too-many-choices")),
        (
            {"cultures": ("☒ Aucune pour l’instant", "☒ Légumes anciens", "☐ Autres, préciser")},
            ("cultures", "contradictory-choice"),
        ),
        (
            {"cultures": ("☐ Aucune pour l’instant", "☐ Légumes anciens", "☒ Autres, préciser ……")},
            ("cultures_autres", "other-without-text"),
        ),
        (
            {"cultures": ("☐ Aucune pour l’instant", "☒ Légumes anciens", "☐ Autres, préciser : thym")},
            ("cultures", "text-without-other"),
        ),
        ({"histoire": "Né sur un toit, au temps des grandes pluies."}, ("histoire", "over-length")),
        ({"courriel": "brouette chez coquelicots"}, ("courriel", "invalid-email")),
        ({"courriel": "a@coquelicots.org, b@coquelicots.org"}, ("courriel", "more-addresses")),
        ({"ouvert": ("☒ oui", "☒ non")}, ("ouvert", "too-many-choices")),
    ],
)
def test_a_new_form_is_checked_by_its_own_rules(
    form: Form, changed: dict[str, Lines], found: tuple[str, str]
) -> None:
    """What is wrong with a return of a further form is found, and nothing else is."""
    assert said(read(sheet(form, changed), form)) == [found]


def test_two_ticks_where_one_is_allowed_are_no_value(form: Form) -> None:
    """A single choice with two ticks is null, never one of them."""
    outcome = read(sheet(form, {"parcelle": ("☒ Cour d’immeuble", "☒ Toit-terrasse")}), form)
    assert outcome.record is not None
    assert outcome.record.values()["parcelle"] is None


def test_a_judged_mark_is_said_to_be_one(form: Form) -> None:
    """A choice by bold letters is read, with a finding."""
    outcome = read(sheet(form, {"parcelle": ("Cour d’immeuble", r("Toit-terrasse", "<w:b/>"))}), form)
    assert outcome.record is not None
    assert (outcome.record.values()["parcelle"], said(outcome)) == ("toit", [("parcelle", "ambiguous-mark")])


def test_a_field_that_was_deleted_is_not_found(form: Form) -> None:
    """A label that is gone is told apart from an answer that is missing; milder where it is optional."""
    outcome = read(sheet(form, without=("jardin", "photos")), form)
    found = {(f.field, f.code): f.severity.value for f in outcome.findings if f.code == "field-not-found"}
    assert found == {("jardin", "field-not-found"): "warning", ("photos", "field-not-found"): "info"}


def test_text_that_fits_nowhere_is_handed_on(form: Form) -> None:
    """What stands before the form is a note, and no answer."""
    outcome = read(sheet(form, before=p("Chers amis, voici notre fiche.")), form)
    texts = [found.fact("text") for found in outcome.findings if found.code == "unexpected-content"]
    assert (texts, outcome.status) == (["Chers amis, voici notre fiche."], Status.OK)


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        (b"", "unreadable", "empty"),
        (b"cari colleghi", "unsupported-type", "text"),
        (b"{\\rtf1 ciao}", "unsupported-type", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "unsupported-type", "image"),
    ],
)
def test_a_file_that_no_reader_takes_is_an_outcome(data: bytes, code: str, reason: str) -> None:
    """No file is an exception: it is rejected, with a code and the reason."""
    outcome = pipeline.read(data, "scheda.docx", built_in())
    assert outcome.failure is not None
    assert (outcome.status, outcome.failure.code, outcome.failure.reason) == (Status.REJECTED, code, reason)


def test_a_file_cut_short_is_an_outcome() -> None:
    """Half a Word file is rejected as unreadable."""
    whole = (SAMPLES / "returned" / "01-completa.docx").read_bytes()
    outcome = pipeline.read(whole[: len(whole) // 2], "scheda.docx", built_in())
    assert outcome.failure is not None
    assert outcome.failure.code == "unreadable"


@pytest.mark.parametrize("size", range(0, 64, 7))
def test_no_beginning_of_a_file_is_an_exception(size: int) -> None:
    """However little of a file arrived, there is an outcome."""
    for name in ("01-completa.docx", "31-stampata.pdf"):
        data = (SAMPLES / "returned" / name).read_bytes()[:size]
        assert pipeline.read(data, name, built_in()).status is Status.REJECTED


def test_a_letter_is_no_form() -> None:
    """A document that holds nothing of a form is an unknown one, with the nearest named."""
    outcome = pipeline.read(word(p("Buongiorno a tutti.")), "scheda.docx", built_in())
    assert outcome.failure is not None
    assert (outcome.failure.code, outcome.failure.reason) == ("unknown-form", "none")
    assert dict(outcome.failure.facts)["form1"] == "mappa-pratiche-innovative"


def test_another_form_is_unknown_and_says_how_near_it_came(form: Form) -> None:
    """A form that no definition explains is rejected with the share in percent."""
    outcome = pipeline.read(sheet(form), "fiche.docx", built_in())
    assert outcome.failure is not None
    share = dict(outcome.failure.facts)["share1"]
    assert (outcome.failure.code, isinstance(share, int) and 0 <= share < 35) == ("unknown-form", True)


def test_two_definitions_that_fit_alike_are_both_named(form: Form, tmp_path: Path) -> None:
    """Where two forms explain a file alike, neither is read and both are named."""
    path = tmp_path / "copie.toml"
    path.write_text(DEFINITION.replace('"jardins"', '"jardins-2"'), encoding="utf-8")
    outcome = pipeline.read(sheet(form), "fiche.docx", (form, load(path)))
    assert outcome.failure is not None
    facts = dict(outcome.failure.facts)
    assert (outcome.failure.reason, facts["form1"], facts["form2"]) == ("ambiguous", "jardins", "jardins-2")


@pytest.mark.parametrize("name", ["fiche.docx", "FICHE.DOCX", "fiche"])
def test_a_name_that_does_not_mislead_is_not_mentioned(form: Form, name: str) -> None:
    """The usual ending, in any case, or none at all is no finding."""
    assert said(read(sheet(form), form, name)) == []


@pytest.mark.parametrize("name", ["fiche.pdf", "fiche.doc", "fiche.docx.txt"])
def test_a_name_of_another_kind_is_mentioned(form: Form, name: str) -> None:
    """Content decides; a name that says otherwise is a note and changes nothing else."""
    outcome = read(sheet(form), form, name)
    assert (said(outcome), outcome.status) == ([(None, "wrong-suffix")], Status.OK)


def test_what_the_reader_noted_is_a_finding(form: Form) -> None:
    """Macros in a file are told of."""
    with zipfile.ZipFile(io.BytesIO(sheet(form))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    outcome = read(packed({**parts, "word/vbaProject.bin": b"\xd0\xcf"}), form, "fiche.docm")
    assert (None, "macros") in said(outcome)


def test_pictures_are_handed_on_with_their_field() -> None:
    """The pictures that answer a field come with the outcome."""
    outcome = pipeline.read((SAMPLES / "returned" / "01-completa.docx").read_bytes(), "01.docx", built_in())
    assert [picture.field for picture in outcome.pictures] == ["logo", "foto"]


def test_a_document_can_be_looked_at_without_a_form() -> None:
    """What the reader sees is had for any file, and a file that cannot be read is an error there."""
    assert pipeline.document_of(word(p("ciao"))).kind == "docx"
    with pytest.raises(Unreadable):
        pipeline.document_of(b"")


def test_the_collector_rests_while_a_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is off while a file is read, and on again when the file turns out to be none."""
    states: list[bool] = []

    def noting(data: bytes) -> Reader:
        states.append(gc.isenabled())
        raise Unreadable("damaged")

    monkeypatch.setattr(pipeline, "reader_for", noting)
    pipeline.read(b"", "scheda.docx", built_in())
    assert (states, gc.isenabled()) == ([False], True)


def test_a_collector_that_was_off_stays_off() -> None:
    """Whoever measures with the collector off finds it off afterwards."""
    gc.disable()
    try:
        pipeline.read(b"no form", "scheda.docx", built_in())
        assert not gc.isenabled()
    finally:
        gc.enable()
