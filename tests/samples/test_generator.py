"""The generator of samples: what it draws is whole, repeatable and says what it holds."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from samples import blank
from samples.collection import BAD, PAIRED, RETURNED, TWINS, Entry, built, expected
from samples.drawing import ASKED_FOR, AXES, Sample, draw
from samples.labels import SPELLINGS
from samples.make import expected_path
from samples.producers import LOST, LOST_TOGETHER, available, converted, keeps
from samples.scenarios import SCENARIOS

HOME = Path(__file__).parents[2] / "samples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY_WAY = sorted(
    {(axis, way) for table in (AXES, ASKED_FOR) for axis, ways in table.items() for way in ways}
)
LIMIT = 4_000_000


def text_of(sample: Sample) -> str:
    """All that the document says, without white space."""
    body = Document(io.BytesIO(sample.data)).element.body
    said = "".join(piece.text or "" for piece in body.iter(f"{W}t"))
    return bare(unicodedata.normalize("NFC", said))


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


def parts(data: bytes) -> dict[str, bytes]:
    """A package's parts: what has to be the same whatever packs them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_same_seed_gives_the_same_bytes() -> None:
    """A form drawn twice from one seed is the same file."""
    assert draw(5).data == draw(5).data


def test_another_seed_gives_another_form() -> None:
    """Forms of different seeds differ."""
    assert draw(5).data != draw(6).data


@pytest.mark.parametrize(("axis", "way"), EVERY_WAY)
def test_every_way_gives_a_form_with_every_question(axis: str, way: str) -> None:
    """Whatever the way, the file opens and asks every question of the form."""
    sample = draw(21, **{"spelling": "as-printed", axis: way})
    said = text_of(sample).casefold()
    left = [label for label in labels(sample) if bare(label) not in said]
    assert left == []


def labels(sample: Sample) -> list[str]:
    """The labels and headings to be found, spelt as the sample spells them."""
    spelling = SPELLINGS[sample.axes["spelling"]]
    apart = ("telefono", "email") if sample.axes["contacts"] != "parted" else ("contatti",)
    asked = (spelling.label(label, 0) for name, label in blank.LABELS.items() if name not in apart)
    return [unicodedata.normalize("NFC", label).casefold().strip(" 0123456789.):") for label in asked]


@pytest.mark.parametrize("seed", range(12))
def test_the_texts_of_the_truth_are_in_the_document(seed: int) -> None:
    """Every text that the record holds was written into the form."""
    sample = draw(seed, scenario="complete")
    said = text_of(sample)
    fields = ("cooperativa", "nome_progetto", "referente", *blank.LIMITS)
    assert [field for field in fields if bare(str(sample.truth[field])) not in said] == []


@pytest.mark.parametrize("seed", range(8))
def test_as_many_boxes_are_ticked_as_the_truth_says(seed: int) -> None:
    """The record's choices and the ticked boxes are as many."""
    sample = draw(seed, mark="ballot", second="same", writing="plain", scenario="complete", decoy="none")
    several = [sample.truth[field] for field in blank.OPTIONS if field not in blank.SINGLE]
    chosen = sum(len(codes) for codes in several if isinstance(codes, list)) + len(blank.SINGLE)
    assert text_of(sample).count("☒") == chosen


@pytest.mark.parametrize(
    "scenario", [name for name in SCENARIOS if name not in ("complete", "blank", "several")]
)
def test_a_scenario_expects_its_own_finding(scenario: str) -> None:
    """A form drawn for a finding code expects that code and, but for what is missing, no other."""
    sample = draw(3, scenario=scenario, extra="none")
    assert {code for _, code in (*sample.expect, *sample.notes)} == {scenario}


def test_a_complete_form_expects_nothing() -> None:
    """A form that is complete and right gives no finding."""
    assert draw(4, scenario="complete").expect == ()


def test_a_blank_form_misses_every_required_field() -> None:
    """A form returned blank expects `missing-required` of each required field."""
    required = {field for field in blank.FIELDS if field not in blank.OPTIONAL}
    assert dict(draw(4, scenario="blank").expect) == dict.fromkeys(required, "missing-required")


def test_a_judged_mark_is_expected_to_be_flagged() -> None:
    """Marks whose meaning is a judgement bring `ambiguous-mark` to every group that is answered."""
    sample = draw(4, mark="bold", scenario="complete")
    assert set(sample.expect) == {(field, "ambiguous-mark") for field in blank.OPTIONS}


def test_the_record_has_every_field_in_order() -> None:
    """The truth holds all ids of the form, in the form's order."""
    assert tuple(draw(4).truth) == blank.FIELDS


def test_answers_can_be_taken_from_another_seed() -> None:
    """Two forms of different layout can say the same."""
    first = draw(30, scenario="complete", decoy="none")
    second = draw(31, answers="30", scenario="complete", decoy="none", layout="two-columns")
    assert second.truth == first.truth


@pytest.mark.parametrize("fixed", [{"colour": "red"}, {"layout": "spiral"}])
def test_an_unknown_axis_or_way_is_refused(fixed: dict[str, str]) -> None:
    """A misspelt axis or way is an error, not a free draw."""
    with pytest.raises(ValueError, match="no "):
        draw(1, **fixed)


def test_ways_that_nobody_could_read_are_refused() -> None:
    """A mark glued to its word cannot be asked for."""
    with pytest.raises(ValueError, match="do not go together"):
        draw(1, mark="typed-x", joint="nothing")


def test_every_part_is_well_formed() -> None:
    """The document part of a drawn form is XML with the w14 names declared."""
    etree.fromstring(parts(draw(8, mark="control").data)["word/document.xml"])


@pytest.mark.parametrize("entry", [one for one in RETURNED if not one.producer], ids=lambda one: one.name)
def test_samples_are_what_the_generator_makes(entry: Entry) -> None:
    """The Word samples in the project are those that the generator makes today."""
    ((_, data),) = built([entry], office=False)
    assert parts((HOME / "returned" / entry.file).read_bytes()) == parts(data)


@pytest.mark.parametrize(
    ("folder", "entry"),
    [("returned", one) for one in RETURNED] + [("twins", one) for one in TWINS],
    ids=lambda one: getattr(one, "name", one),
)
def test_each_sample_has_its_reading_beside_it(folder: str, entry: Entry) -> None:
    """Beside each sample stands the reading that is right for it."""
    beside = json.loads(expected_path(HOME, folder, entry.file).read_text(encoding="utf-8"))
    assert (HOME / folder / entry.file).exists()
    assert beside == json.loads(json.dumps(expected(entry)))


def identity(entry: Entry) -> tuple[str, str]:
    typed = entry.plan().given.typed
    return typed["cooperativa"], typed["nome_progetto"]


def test_samples_are_of_different_projects() -> None:
    """Only the second version and the second copy name a project that another sample names."""
    names = [identity(one) for one in RETURNED]
    known = [name for name in names if all(name)]
    assert len(known) - len(set(known)) == 2


def test_ten_word_samples_have_a_twin() -> None:
    """Ten Word files stand beside the same as PDF."""
    assert [one.name for one in TWINS] == [one.name for one in PAIRED]
    assert len(TWINS) == 10


def test_the_strays_are_there() -> None:
    """Each file that is no returned form lies in bad/ with what to say of it."""
    missing = [one.file for one in BAD if not expected_path(HOME, "bad", one.file).exists()]
    assert missing == []


def test_samples_stay_small() -> None:
    """All samples together take less than four megabytes."""
    assert sum(path.stat().st_size for path in HOME.rglob("*") if path.is_file()) < LIMIT


def test_what_a_producer_loses_is_known_by_its_way() -> None:
    """Every way that a producer is said to lose is a way of that axis."""
    tables = [*LOST.values(), *(one for some in LOST_TOGETHER.values() for one in some)]
    known = {**AXES, "mark": (*AXES["mark"], *ASKED_FOR["mark"])}
    lost = [(axis, way) for table in tables for axis, ways in table.items() for way in ways]
    assert [one for one in lost if one[1] not in known[one[0]]] == []


@pytest.mark.parametrize(("layout", "kept"), [("original", False), ("paragraphs", True)])
def test_what_floats_is_printed_outside_tables(layout: str, kept: bool) -> None:
    """A drawing in a table's cell may be left out at a page's end, one beside a paragraph is not."""
    axes = {**dict.fromkeys(AXES, ""), "mark": "glyph-lines", "layout": layout}
    assert keeps("printed", axes) is kept


@pytest.mark.parametrize("entry", [*TWINS, *RETURNED], ids=lambda one: one.file)
def test_no_sample_is_made_of_what_its_producer_loses(entry: Entry) -> None:
    """What passed through LibreOffice still says what its expected reading says."""
    known = {"": "as-written", "docx": "saved-again", "odt docx": "through-odt", "doc docx": "through-doc"}
    assert keeps({**known, "pdf": "printed"}[entry.producer], entry.plan().axes)


@pytest.mark.skipif(not available(), reason="LibreOffice is not installed")
def test_a_form_passes_through_libreoffice() -> None:
    """A drawn form can be exported to PDF."""
    assert converted({"form": draw(9).data}, "pdf")["form"].startswith(b"%PDF-")
