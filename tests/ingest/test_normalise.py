"""Answers turned into values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.normalise import normalise
from ingest.record import Severity
from parsers.answers import Answers, Copies, Stray
from parsers.document import Image, Place, State
from tests.ingest.visit import FORM, answer, answers, choice, codes, contact, read, value


def test_complete_form_gives_values_and_no_finding() -> None:
    """Complete and right answers become values, with nothing to say of them."""
    result = read()
    assert result.record.values() == {
        "nome": "Cooperativa La Lanterna",
        "zona": "Toscana",
        "luogo": "Empoli",
        "tipo": "a",
        "fondi": ("propri", "altri"),
        "fondi_altri": "Bando",
        "racconto": "Breve.\nE chiaro.",
        "misura": True,
        "numero": ("+390571123456",),
        "posta": "info@lanterna.it",
        "foto": 0,
    }
    assert result.findings == ()


def test_entries_keep_their_evidence() -> None:
    """The evidence says what was written, where and how, even where the value differs."""
    entry = read(answer("nome", "  La\u00a0 Lanterna ")).record.entries[0]
    assert entry.value == "La Lanterna"
    assert (entry.evidence.raw, entry.evidence.place) == ("  La\u00a0 Lanterna ", Place("2", 5, 2))
    assert entry.evidence.context == "<  La\u00a0 Lanterna >"


def test_evidence_of_a_choice_is_its_boxes() -> None:
    """The raw text of a choice is the boxes that are ticked."""
    assert read().record.entries[4].evidence.raw == "☒altri; ☒propri"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a\t b\u00a0\u00a0c ", "a b c"),
        ("\n\nUno \n\n\n due\n", "Uno\ndue"),
        ("Perche\u0301", "Perché"),
        ("A\u200bB\u00adC\x07", "ABC"),
        ("“Le virgolette” – e ’l resto", "“Le virgolette” – e ’l resto"),
        ("________", ""),
        ("……………", ""),
        ("-", ""),
        ("_____ Testo ......", "Testo"),
        ("Il lavoro continua……", "Il lavoro continua……"),
        ("Prima\n........\nDopo", "Prima\nDopo"),
        ("e così via...", "e così via..."),
        ("Uno\vdue", "Uno\ndue"),
    ],
)
def test_text_is_tidied(text: str, tidy: str) -> None:
    """White space, form dots and invisible characters go; words and quotes stay as typed."""
    assert value("racconto", answer("racconto", text)) == tidy


def test_dots_around_a_filled_line_go() -> None:
    """What was written over the dotted line of an option loses the dots, on each line."""
    assert value("fondi_altri", answer("fondi_altri", "…Bando…… regionale…\n……………")) == "Bando regionale"


def test_two_ticks_of_one() -> None:
    """Two ticks where one is allowed give no value and say which."""
    changed = answer("tipo", "", choice("c"), choice("a"))
    assert value("tipo", changed) is None
    (found,) = read(changed).findings
    assert (found.code, found.fact("choices")) == ("too-many-choices", "A; C")


def test_unsure_box_of_one() -> None:
    """A box that is unsure beside a ticked one leaves no value, and says so."""
    changed = answer("tipo", "", choice("a"), choice("b", State.UNSURE))
    assert value("tipo", changed) is None
    assert codes(changed) == [("tipo", "ambiguous-mark")]


def test_unsure_box_of_many() -> None:
    """Of several boxes the certain ones count, and the unsure one is named."""
    changed = answer("fondi", "", choice("propri"), choice("altri", State.UNSURE))
    assert value("fondi", changed) == ("propri",)
    assert [found.fact("choices") for found in read(changed).findings] == ["Altri, quali"]


@pytest.mark.parametrize("doubt", ["emphasis", "deletion", "conflict", "faint"])
def test_doubtful_tick_is_said(doubt: str) -> None:
    """A tick that is a judgement counts, with one finding and no other for its low confidence."""
    changed = answer("tipo", "", choice("b", doubt=doubt), confidence=0.6)
    assert value("tipo", changed) == "b"
    assert codes(changed) == [("tipo", "ambiguous-mark")]


@pytest.mark.parametrize(("ticked", "expected"), [(("no",), False), ((), None), (("yes", "no"), None)])
def test_yes_or_no(ticked: tuple[str, ...], expected: bool | None) -> None:
    """No is false, nothing and both are no answer."""
    assert value("misura", answer("misura", "", *map(choice, ticked))) is expected


def test_unknown_region_is_not_guessed() -> None:
    """A region with a letter wrong is no value, with what it may be."""
    changed = answer("zona", "Toscna")
    assert value("zona", changed) is None
    found = read(changed).findings[0]
    assert (found.code, found.facts) == ("unknown-region", (("text", "Toscna"), ("suggestion", "Toscana")))


def test_unknown_city_is_not_guessed() -> None:
    """A city with a letter wrong is no value, with what it may be."""
    changed = answer("luogo", "Empli")
    assert value("luogo", changed) is None
    assert read(changed).findings[0].facts == (("text", "Empli"), ("suggestion", "Empoli"))


def test_region_of_the_form_settles_a_short_name() -> None:
    """The region answered in the form decides between two cities of a short name."""
    region, city = answer("zona", "Puglia"), answer("luogo", "Ascoli")
    assert value("luogo", region, city) == "Ascoli Satriano"


def test_pictures_are_counted_and_kept() -> None:
    """A field of images counts its pictures and hands them on."""
    images = (Image("uno.png", "image/png", b"1"), Image("due.png", "image/png", b"2"))
    result = read(answer("foto", images=images))
    assert result.record.values()["foto"] == 2
    assert [(one.field, one.image.name) for one in result.pictures] == [
        ("foto", "uno.png"),
        ("foto", "due.png"),
    ]


def test_strays_are_said_and_cut() -> None:
    """Text of no field is unexpected, where it stands, at most 200 characters of it."""
    strays = (Stray("x" * 300, Place(page=3)), Stray(" \n", Place(page=3)))
    (found,) = normalise(FORM, answers(strays=strays)).findings
    assert (found.code, found.place, len(str(found.fact("text")))) == (
        "unexpected-content",
        Place(page=3),
        200,
    )


def test_missing_label_is_milder_for_an_optional_field() -> None:
    """A label that is not there is a warning; an info where the field is optional."""
    result = read(answer("nome", found=False), answer("foto", found=False))
    assert [(one.field, one.severity) for one in result.findings if one.code == "field-not-found"] == [
        ("nome", Severity.WARNING),
        ("foto", Severity.INFO),
    ]


def test_low_confidence_is_said_of_answers_only() -> None:
    """A reading below 0.8 is said, and not where nothing was read."""
    assert codes(answer("nome", "Lanterna", confidence=0.79)) == [("nome", "low-confidence")]
    assert codes(answer("nome", "", confidence=0.2)) == []


@settings(max_examples=60, deadline=None, database=None)
@given(st.text(alphabet="0139 +-/().,@abcit\n·…_'’àS\u200b", max_size=80))
def test_any_text_is_a_value_or_a_finding(text: str) -> None:
    """Whatever is written, every field gets a value, and a region that is none is said."""
    changed = (answer("zona", text), answer("luogo", text), answer("racconto", text), *contact(text))
    result = read(*changed)
    values = result.record.values()
    assert list(values) == [field.id for field in FORM.fields]
    unsaid = values["zona"] is None and values["racconto"] != ""
    assert not unsaid or ("zona", "unknown-region") in [(one.field, one.code) for one in result.findings]


def test_a_part_of_a_form_is_said() -> None:
    """Of the file as a whole, so that the other part is looked for."""
    found = normalise(FORM, Answers(FORM.id, (), (), 0.3, partial=True)).findings
    assert [(f.field, f.severity) for f in found if f.code == "partial-form"] == [(None, Severity.WARNING)]


@pytest.mark.parametrize(("filled", "severity"), [(2, Severity.WARNING), (1, Severity.INFO)])
def test_several_forms_matter_where_more_than_one_is_filled_in(filled: int, severity: Severity) -> None:
    """Empty copies beside the one that was read hide nothing."""
    found = normalise(FORM, Answers(FORM.id, (), (), 1.0, copies=Copies(2, 3, filled))).findings
    assert [f.severity for f in found if f.code == "several-forms"] == [severity]


@pytest.mark.parametrize(
    "text", ["Faenza (Emilia-Romagna)", "Emilia-Romagna, Faenza", "Faenza / Emilia-Romagna"]
)
def test_a_region_is_found_beside_its_town(text: str) -> None:
    """Where one label asks for both, the region is the one that is one."""
    assert value("zona", answer("zona", text)) == "Emilia-Romagna"


@pytest.mark.parametrize("text", ["Ida Mirtillo 0522 622301", "Ida Mirtillo, ida@tegole.example.it"])
def test_contacts_in_a_name_are_doubted(text: str) -> None:
    """They may belong to the question for contacts."""
    assert ("nome", "low-confidence") in codes(answer("nome", text))
