"""The form's words found in a document: changed, moved, left out, quoted."""

from __future__ import annotations

import pytest

from parsers.finding.align import Alignment, align
from parsers.finding.anchors import Role, anchors
from parsers.finding.chain import chain
from parsers.form import Form
from parsers.layout import Layout, lay_out
from tests.parsers.drawing import draw
from tests.parsers.visit_form import FORM, PROMPT, SHEET

NOTE = FORM.notes[1]


def aligned(drawing: str, form: Form = FORM) -> tuple[Layout, Alignment]:
    """A drawing laid out and aligned with the form."""
    layout = lay_out(draw(drawing))
    return layout, align(layout, anchors(form))


def labelled(drawing: str) -> dict[str, str]:
    """The labels found, by field, with the words they were found in."""
    layout, found = aligned(drawing)
    words: dict[str, str] = {}
    for match in found.chained:
        if match.anchor.role is Role.LABEL:
            parts = [layout.lines[span.line].text[span.start : span.end] for span in match.spans]
            words[match.anchor.fields[0]] = " ".join(parts)
    return words


def where(drawing: str, role: Role, words: str) -> list[int]:
    """The lines in which the form's own words of that role and field were found."""
    _, found = aligned(drawing)
    return [m.spans[0].line for m in found.chained if m.anchor.role is role and words in m.anchor.fields]


def test_a_whole_sheet_holds_every_label() -> None:
    """Every label, and the one that two fields share, is found where it stands."""
    assert labelled(SHEET) == {
        "ente": "Ente proponente",
        "logo": "Stemma",
        "mezzo": "Mezzo di viaggio",
        "andata": "Compagni all’andata",
        "ritorno": "Compagni al ritorno",
        "spese": "Chi ha pagato",
        "racconto": "Racconto",
        "ancora": "Tornereste un’altra volta",
        "telefono": "Tel. e mail",
    }


@pytest.mark.parametrize(
    "spelling",
    [
        "Mezzo di viaggio",
        "MEZZO DI VIAGGIO",
        "mezzo di viaggio:",
        "Mezzo  di\u00a0viaggio",
        "3. Mezzo di viaggio",
        "3) Mezzo di viaggio",
        "(3) Mezzo di viaggio",
        "c) Mezzo di viaggio",
        "- Mezzo di viaggio",
        "• Mezzo di viaggio",
        "Mezzo di viaggio (4)",
        "Mezzo di viaggio *",
        "Mezo di viaggio",
        "Mezzo di viagio:",
        "Mezzo del viaggio",
        "Mezzo di // viaggio",
        "Mezzo di\\nviaggio",
        "*Mezzo* di viaggio",
        "{?Scegliere?}Mezzo di viaggio",
        "Mezzo {-del-}{+di+} viaggio",
    ],
)
def test_a_label_is_known_however_it_is_spelt(spelling: str) -> None:
    """Capitals, numbering, slips of the pen, breaks and revisions do not hide a label."""
    assert "mezzo" in labelled(f"| Ente proponente | Circolo |\n| {spelling} | a piedi |")


@pytest.mark.parametrize(
    "spelling", ["Tornereste un'altra volta?", "TORNERESTE UN`ALTRA VOLTA ?", "Tornereste un´altra volta"]
)
def test_an_apostrophe_may_be_any(spelling: str) -> None:
    """Straight, curly and wrong apostrophes are alike."""
    assert "ancora" in labelled(f"| {spelling} | ☐ sì // ☐ no |")


@pytest.mark.parametrize("words", ["Mezzi", "Viaggio", "Mezzo di sostentamento", "Il mezzo di viaggio è"])
def test_other_words_are_no_label(words: str) -> None:
    """Words that are merely like a label, or a sentence that holds it, are not taken for it."""
    assert "mezzo" not in labelled(f"| Ente proponente | Circolo |\n| {words} | a piedi |")


def test_a_moved_section_is_followed() -> None:
    """Sections in another order are all found."""
    lines = SHEET.strip().splitlines()
    moved = "\n".join([*lines[-2:], *lines[2:-2]])
    assert labelled(moved).keys() == labelled(SHEET).keys()


def test_deleted_notes_and_titles_are_not_missed() -> None:
    """Without title, introduction and notes the labels are found as before."""
    without = "\n".join(line for line in SHEET.strip().splitlines() if line.startswith("|"))
    assert labelled(without) == labelled(SHEET)


def test_a_deleted_label_is_not_found_elsewhere() -> None:
    """Where a label is gone no other words stand in for it."""
    without = SHEET.replace("Chi ha pagato", "")
    assert labelled(SHEET).keys() - labelled(without).keys() == {"spese"}


DECOYS = [
    "Mezzo di viaggio: il treno, come sempre.",
    "Il mezzo di viaggio lo ha scelto il circolo.",
    "Abbiamo scritto Chi ha pagato sul cartello.",
    "Ente proponente",
    "Stemma: un pettirosso. Telefono: mai usato.",
    "Nessuno dei Vicini di casa, i Colleghi d’ufficio sì; Treno regionale in ritardo.",
]


@pytest.mark.parametrize("decoy", DECOYS)
def test_labels_quoted_in_an_answer_lose_against_the_forms_own(decoy: str) -> None:
    """People's texts name labels and options; the form's own stay where they are."""
    quoting = SHEET.replace("Siamo partiti presto.", f"Siamo partiti presto. // {decoy}")
    layout = lay_out(draw(SHEET))
    own = {match.position for match in align(layout, anchors(FORM)).chained}
    before = next(line.index for line in layout.lines if "Siamo partiti" in line.text)
    _, found = aligned(quoting)
    shifted = {(line + (line > before), offset) for line, offset in own}
    assert {match.position for match in found.chained} == shifted


def test_a_note_of_the_form_is_no_label() -> None:
    """The heading of a note repeats a label's words and is the note's all the same."""
    drawing = SHEET + f"(1) RACCONTO\n{NOTE}"
    assert where(drawing, Role.LABEL, "racconto") == where(SHEET, Role.LABEL, "racconto")


def test_a_prompt_that_wraps_over_lines_is_one() -> None:
    """A prompt parted into paragraphs of one cell is found with all its lines."""
    first, second = PROMPT.split(", ", 1)
    _, found = aligned(f"| Racconto (1) | {first}, // {second} |")
    (prompt,) = [match for match in found.chained if match.anchor.role is Role.PROMPT]
    assert [span.line for span in prompt.spans] == [1, 2]


def test_words_do_not_go_from_cell_to_cell() -> None:
    """A label's words in two cells are not the label."""
    assert "mezzo" not in labelled("| Ente proponente | Mezzo di | viaggio |")


def test_each_of_the_forms_words_is_found_once() -> None:
    """A label that stands twice is found in its place in the form's order, once."""
    _, found = aligned(SHEET + "| Ente proponente | |")
    orders = [match.anchor.order for match in found.chained]
    assert len(orders) == len(set(orders))


def test_of_two_equal_places_the_first_is_taken() -> None:
    """Questions come before what repeats them."""
    drawing = "| Ente proponente | Circolo |\n| Ente proponente | Sezione |"
    assert where(drawing, Role.LABEL, "ente") == [0]


def test_the_chain_follows_the_form_rather_than_a_quotation() -> None:
    """Of two places of a label the one in the form's order is chosen."""
    drawing = """
| Ente proponente | Circolo |
| Mezzo di viaggio | a piedi |
| Chi ha pagato | noi |
| Racconto (1) | tutto bene |
| Mezzo di viaggio | ripetuto |"""
    assert where(drawing, Role.LABEL, "mezzo") == [2]


def test_the_chain_of_nothing_is_nothing() -> None:
    """No candidates, no chain."""
    assert chain(()) == ()


def test_an_empty_document_holds_nothing() -> None:
    """A document without words aligns with nothing and does not fail."""
    _, found = aligned("\n| | |")
    assert found.chained == ()


def test_chained_places_stand_in_reading_order() -> None:
    """What is found is given from first to last."""
    _, found = aligned(SHEET)
    positions = [match.position for match in found.chained]
    assert positions == sorted(positions)


def test_a_misspelt_label_is_less_like_the_form() -> None:
    """How like the form's the words are is known, and less than 1 for a slip."""
    _, found = aligned("| Mezo di viaggio | a piedi |")
    (label,) = found.chained
    assert 0.8 < label.likeness < 1
