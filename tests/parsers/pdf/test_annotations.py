"""What people put on a PDF with a viewer's tools: ticks, dress of words, answers, notes."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import Aside, Document, Emphasis, Image, Mark, Method, State, Table, Text
from parsers.errors import TooLarge
from parsers.pdf.reader import PdfReader
from samples.ink import Ink
from samples.ink_typed import TYPED
from samples.ink_words import CHOSEN, REJECTED
from samples.inked import TICKS, Sheets
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf
from tests.parsers.pdf.test_reader import read, texts

E, T, U = State.EMPTY, State.TICKED, State.UNSURE


def options() -> Leaf:
    """Three options one under the other, their boxes at 60, 80 and 100 points."""
    page = leaf()
    for at, label in enumerate(("Alfa", "Beta", "Gamma")):
        top = 60 + 20 * at
        page.box(50, top, 60, top + 10).text(66, top + 9, label)
    return page


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


def dress(document: Document) -> dict[str, Emphasis]:
    found = [one for part in document.paragraphs() for one in part.inlines if isinstance(one, Text)]
    return {one.text.strip(): one.emphasis for one in found if one.text.strip()}


def remarks(document: Document) -> list[str]:
    return [one.text for part in document.paragraphs() for one in part.inlines if isinstance(one, Aside)]


def inked(page: Leaf, ink: Ink) -> Document:
    sheets = Sheets(pdf(page))
    sheets.put(0, ink)
    return PdfReader().read(sheets.bytes())


def up(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
    """A box as the file counts."""
    return (x0, HEIGHT - bottom, x1, HEIGHT - top)


@pytest.mark.parametrize("way", TICKS)
@pytest.mark.parametrize("seed", range(3))
def test_a_mark_in_a_box_ticks_it(way: str, seed: int) -> None:
    """Whatever the tool, the box it lies in is ticked, surely, and no other."""
    document = inked(options(), TICKS[way](up(50, 80, 60, 90), Random(seed)))  # noqa: S311
    assert states(document) == [E, T, E]
    mark = list(document.marks())[1]
    assert mark.method in (Method.ANNOTATION, Method.INK)
    assert mark.confidence >= 0.8
    assert texts(document) == ["[ ] Alfa", "[x] Beta", "[ ] Gamma"]


@pytest.mark.parametrize(
    ("empty", "font"), [("o", "F3"), ("[ ]", "F1"), ("[", "F1"), ("|_|", "F1"), ("____", "F1")]
)
def test_a_mark_over_characters_that_are_a_box(empty: str, font: str) -> None:
    """A printed sign, typed brackets and a short line are boxes too; what was printed there goes."""
    page = leaf().text(50, 60, empty, font=font).text(80, 60, "Alfa")
    if empty == "[":
        page.text(62, 60, "]")
    page.note("Ink", (51, 51, 60, 61), f"/InkList [[51 {HEIGHT - 52} 60 {HEIGHT - 60}]]")
    document = read(page)
    assert texts(document) == ["[x] Alfa"]
    assert [mark.method for mark in document.marks()] == [Method.INK]


def test_a_mark_between_two_boxes_is_unsure_in_both() -> None:
    """Nobody could say which of the two is meant."""
    page = leaf().box(50, 60, 60, 70).text(66, 69, "Alfa").box(50, 72, 60, 82).text(66, 81, "Beta")
    page.note("Square", (51, 66, 59, 76), "/IC [0 0 0]")
    assert states(read(page)) == [U, U]


def test_a_line_through_a_column_of_boxes_is_unsure() -> None:
    """It may tick them all or take them all back."""
    page = options().note("Line", (54, 60, 56, 110), f"/L [55 {HEIGHT - 60} 55 {HEIGHT - 110}]")
    assert states(read(page)) == [U, U, U]


def test_all_that_the_pen_drew_kept_as_one_thing() -> None:
    """Strokes of one annotation that lie apart are marks of their own."""
    ys = [HEIGHT - 61, HEIGHT - 69, HEIGHT - 101, HEIGHT - 109]
    paths = f"[51 {ys[0]} 59 {ys[1]}] [51 {ys[1]} 59 {ys[0]}] [51 {ys[2]} 59 {ys[3]}] [51 {ys[3]} 59 {ys[2]}]"
    assert states(read(options().note("Ink", (50, 60, 60, 110), f"/InkList [{paths}]"))) == [T, E, T]


def test_a_column_of_ticks_typed_at_one_go() -> None:
    """Each line of a text that holds nothing but ticks is a tick."""
    page = options().note("FreeText", (50, 57, 62, 117), "/Contents (X\\n\\nX) /DA (/Helv 16.6 Tf)")
    assert states(read(page)) == [T, E, T]


def test_letters_in_a_box_that_are_no_tick() -> None:
    """A no in a box is for a person to judge."""
    page = options().note("FreeText", (49, 79, 62, 91), "/Contents (no) /DA (/Helv 8 Tf)")
    assert states(read(page)) == [E, U, E]


def test_a_box_covered_with_white() -> None:
    """Whitener may take a tick back, or hide nothing."""
    page = options().line(50, 80, 60, 90).line(60, 80, 50, 90).note("Square", (48, 78, 62, 92), "/IC [1 1 1]")
    assert states(read(page)) == [E, U, E]


def test_a_printed_tick_that_was_marked_again() -> None:
    """It may be taken back: kept as ticked, and as a conflict."""
    page = options().line(50, 80, 60, 90).line(60, 80, 50, 90)
    page.note("Ink", (50, 80, 60, 90), f"/InkList [[50 {HEIGHT - 80} 60 {HEIGHT - 90}]]")
    mark = list(read(page).marks())[1]
    assert (mark.state, bool(mark.conflict)) == (T, True)


def test_a_mark_over_the_box_of_a_field() -> None:
    """Somebody drew over a box that could have been ticked."""
    page = leaf().check(50, 50, "a", on=False).text(66, 60, "Alfa")
    page.note("Square", (51, 51, 61, 61), "/IC [0 0 0]")
    assert [(mark.state, mark.method) for mark in read(page).marks()] == [(T, Method.ANNOTATION)]


@pytest.mark.parametrize("way", CHOSEN)
def test_words_marked_as_chosen(way: str) -> None:
    """A highlighter, a line or a ring is the words' dress; a ring chooses too, as a judgement."""
    document = inked(options(), CHOSEN[way](up(66, 81, 86, 92), Random(1)))  # noqa: S311
    _, mark, _ = document.marks()
    ringed = way.startswith(("ring", "frame"))
    assert states(document) == [E, T if ringed else E, E]
    assert bool(mark.conflict) is ringed
    dresses = dress(document)
    assert bool(dresses["Beta"] & (Emphasis.HIGHLIGHTED | Emphasis.UNDERLINED))
    assert dresses["Alfa"] is Emphasis.NONE


@pytest.mark.parametrize("way", REJECTED)
def test_words_struck_out(way: str) -> None:
    """A line through the words is no tick in the box beside them."""
    document = inked(options(), REJECTED[way](up(66, 81, 86, 92), Random(1)))  # noqa: S311
    assert states(document) == [E, E, E]
    assert dress(document)["Beta"] is Emphasis.STRUCK


def test_a_highlighter_on_a_box_alone() -> None:
    """It chooses that option, not surely."""
    mark = list(read(options().note("Highlight", (49, 79, 61, 91))).marks())[1]
    assert (mark.state, mark.confidence < 0.8) == (T, True)


def test_a_ring_round_a_box_and_its_words() -> None:
    """It chooses the option, as a judgement."""
    mark = list(read(options().note("Circle", (46, 76, 92, 94))).marks())[1]
    assert (mark.state, bool(mark.conflict)) == (T, True)


@pytest.mark.parametrize("way", TYPED)
def test_an_answer_typed_into_a_cell(way: str) -> None:
    """A text laid over a cell is what the cell says."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    cells = next(b for b in inked(page, TYPED[way](up(160, 58, 300, 72), "Rete Aurora")).blocks)
    assert isinstance(cells, Table)
    assert ["".join(i.text for i in c.blocks[0].inlines) for c in cells.cells] == [  # type: ignore[union-attr]
        "Nome",
        "Rete Aurora",
    ]


@pytest.mark.parametrize("way", TYPED)
def test_an_answer_of_several_lines(way: str) -> None:
    """Line feeds of a typed text part its paragraphs, however wide its box."""
    page = leaf().grid([50, 150, 400], [50, 120]).text(55, 68, "Note")
    document = inked(page, TYPED[way](up(160, 55, 300, 90), "Prima riga\nSeconda riga"))
    assert " ".join(texts(document)).replace("<image>", " ") == "Note Prima riga Seconda riga"


def test_a_highlighters_stroke_through_a_word() -> None:
    """A broad pale stroke of a pen strikes nothing out."""
    shown = f"1 1 0.4 RG 12 w 64 {HEIGHT - 86} m 92 {HEIGHT - 86} l S"
    points = f"/InkList [[64 {HEIGHT - 86} 92 {HEIGHT - 86}]] /CA 0.4"
    page = options().note("Ink", (58, 80, 98, 92), points)
    page.notes[-1] = (page.notes[-1][0], f"/BBox [58 {HEIGHT - 92} 98 {HEIGHT - 80}]\n{shown}")
    assert dress(read(page))["Beta"] is Emphasis.HIGHLIGHTED


def test_a_stamp_that_shows_a_letter() -> None:
    """It is typed, whatever the viewer calls it; more letters are words."""
    page = options().note("Stamp", (50, 80, 60, 90), shown="BT /F3 10 Tf 1 1.5 Td (4) Tj ET")
    page.note("Stamp", (300, 80, 400, 100), shown="BT /F1 10 Tf 1 3 Td (RICEVUTO) Tj ET")
    document = read(page)
    assert (states(document), remarks(document)) == ([E, T, E], ["RICEVUTO"])


@pytest.mark.parametrize(("name", "state"), [("Check", T), ("Cross", T), ("Comment", E)])
def test_a_note_whose_picture_is_a_tick(name: str, state: State) -> None:
    """Some people put it on the box."""
    page = options().note("Text", (47, 76, 65, 94), f"/Name /{name} /Contents (visto)")
    document = read(page)
    assert (states(document), remarks(document)) == ([E, state, E], ["visto"])


def test_an_answer_over_an_older_one() -> None:
    """A text box filled with white hides what was printed there; that is kept apart."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome").text(155, 68, "Vecchio")
    shown = "1 1 1 rg 0 0 148 20 re f BT /F1 10 Tf 0 g 3 6 Td (Nuovo nome) Tj ET"
    page.note("FreeText", (152, 55, 300, 75), "/Contents (Nuovo nome) /DA (/Helv 10 Tf)", shown)
    document = read(page)
    assert [text.strip() for text in texts_without_notes(document)] == ["Nome", "Nuovo nome"]
    assert remarks(document) == ["Vecchio"]


def test_letters_that_only_their_font_can_tell() -> None:
    """A text that stands in its picture alone, by the numbers of its glyphs, is announced."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("FreeText", (152, 55, 300, 75), shown="BT /F1 10 Tf 3 6 Td <00010002> Tj ET")
    assert [(note.code, note.detail) for note in read(page).notes] == [("low-confidence", "annotations")]


def test_a_ticks_long_tail_in_the_box_above() -> None:
    """A tick is meant where its tip is."""
    page = leaf().box(50, 70, 60, 80).text(66, 79, "Alfa").box(50, 80, 60, 90).text(66, 89, "Beta")
    points = f"52 {HEIGHT - 85} 55 {HEIGHT - 89} 61 {HEIGHT - 66}"
    page.note("Ink", (50, 66, 61, 90), f"/InkList [[{points}]]")
    assert states(read(page)) == [E, T]


def test_a_scribble_over_words() -> None:
    """Words that a pen went over to and fro are struck out, and their box stays empty."""
    points = " ".join(f"{66 + 3 * at} {HEIGHT - 82 - 7 * (at % 2)}" for at in range(8))
    document = read(options().note("Ink", (66, 81, 88, 90), f"/InkList [[{points}]]"))
    assert states(document) == [E, E, E]
    assert dress(document)["Beta"] is Emphasis.STRUCK


def test_an_answer_typed_over_dots() -> None:
    """The dots it hides are gone, and it stands on their line."""
    page = leaf().text(50, 60, "Altre, specificare..........")
    page.note("FreeText", (132, 50, 200, 64), "/Contents (donazioni) /DA (/Helv 10 Tf)")
    assert texts(read(page)) == ["Altre, specificare donazioni"]


def test_a_text_that_sticks_out_of_its_cell() -> None:
    """It belongs where it begins."""
    page = leaf().grid([50, 150, 200, 400], [50, 80]).text(55, 68, "Nome").text(205, 68, "Logo")
    page.note("FreeText", (152, 56, 390, 72), "/Contents (La cooperativa delle rondini) /DA (/Helv 10 Tf)")
    assert texts(read(page)) == ["Nome", "La cooperativa delle rondini", "Logo"]


def test_two_texts_typed_close_together_stay_two() -> None:
    """No letters of one are glued to the other's."""
    page = leaf().text(50, 60, "Contatti")
    page.note("FreeText", (100, 50, 170, 64), "/Contents (051 000123) /DA (/Helv 12 Tf)")
    page.note("FreeText", (150, 50, 280, 64), "/Contents (info@esempio.it) /DA (/Helv 10 Tf)")
    assert "123info" not in "".join(texts(read(page)))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_on_a_turned_page(turn: int) -> None:
    """Marks lie where the page as shown has them."""
    page = leaf(turn).box(300, 400, 310, 410).note("Square", (301, 401, 309, 409), "/IC [0 0 0]")
    page.box(300, 430, 310, 440).text(50, 60, "Testo")
    assert sorted(states(read(page))) == [E, T]


@pytest.mark.parametrize("flags", ["/F 2", "/F 32"])
def test_what_is_hidden_is_not_read(flags: str) -> None:
    """Nobody sees it on the page."""
    assert states(read(options().note("Square", (51, 81, 59, 89), f"/IC [0 0 0] {flags}"))) == [E, E, E]


@pytest.mark.parametrize("subtype", ["Text", "Caret", "FileAttachment"])
def test_notes_are_kept_beside_the_text(subtype: str) -> None:
    """A note is no part of the text, and not lost."""
    document = read(options().note(subtype, (200, 80, 218, 98), "/Contents (da rivedere)"))
    assert texts_without_notes(document) == ["Alfa", "Beta", "Gamma"]
    assert remarks(document) == ["da rivedere"]


def texts_without_notes(document: Document) -> list[str]:
    return [
        "".join(one.text for one in part.inlines if isinstance(one, Text)).strip()
        for part in document.paragraphs()
    ]


def test_a_remark_on_a_highlight_that_repeats_its_words() -> None:
    """Some viewers copy the words that are marked: nothing new."""
    page = options().note("Highlight", (64, 80, 90, 92), "/Contents (Beta)")
    assert remarks(read(page)) == []


@pytest.mark.parametrize("subtype", ["Popup", "Link"])
def test_nothing_to_say_of(subtype: str) -> None:
    """Windows of notes and links say nothing."""
    document = read(options().note(subtype, (50, 80, 60, 90), "/Contents (X)"))
    assert (states(document), document.notes, remarks(document)) == ([E, E, E], (), [])


def test_handwriting_is_announced() -> None:
    """Strokes in a cell that tick nothing may be an answer."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("Ink", (200, 55, 260, 75), f"/InkList [[200 {HEIGHT - 55} 260 {HEIGHT - 75}]]")
    assert [(note.code, note.detail) for note in read(page).notes] == [("low-confidence", "annotations")]


def test_a_signature_below_the_form_is_no_answer() -> None:
    """Strokes outside all cells of a form made of cells are nothing to ask about."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("Ink", (200, 655, 260, 675), f"/InkList [[200 {HEIGHT - 655} 260 {HEIGHT - 675}]]")
    assert read(page).notes == ()


def test_a_large_stamp_ticks_nothing() -> None:
    """What a stamp says is kept as a remark."""
    document = read(options().note("Stamp", (40, 50, 200, 130), "/Contents (RICEVUTO)"))
    assert (states(document), remarks(document)) == ([E, E, E], ["RICEVUTO"])


def test_rich_text_with_signs() -> None:
    """Paragraphs and signs of a rich text are those of its plain one."""
    rich = "(<body><p>R&amp;D</p><p>due</p></body>)"
    page = leaf().text(50, 60, "Nome").note("FreeText", (50, 80, 200, 110), f"/RC {rich}")
    assert texts(read(page)) == ["Nome", "R&D", "due"]


def test_a_page_with_too_many_annotations() -> None:
    """Reading takes a bounded time."""
    page = leaf().text(50, 60, "Testo")
    page.notes = [("/Subtype /Square /Rect [0 0 9 9]", "\n")] * 2_001
    with pytest.raises(TooLarge):
        read(page)


def test_a_giant_scribble() -> None:
    """A stroke of more points than a hand draws is taken by its outline."""
    points = " ".join(f"{200 + at % 7} {500 + at % 5}" for at in range(21_000))
    document = read(options().note("Ink", (200, 300, 207, 305), f"/InkList [[{points}]]"))
    assert states(document) == [E, E, E]


def test_nonsense_numbers_do_no_harm() -> None:
    """A damaged annotation is left out."""
    page = options().note("FreeText", (50, 80, 60, 90), "/Contents (ok) /DA (/ .. Tf 1.2.3 Tf) /Q (x)")
    page.notes.append(("/Subtype /Square /Rect [1e30 (a)]", "\n"))
    page.notes.append(("/Subtype /Ink /InkList [[1 2 3] 4 [(a)]] /Rect [0 0 0 0]", "\n"))
    assert len(states(read(page))) == 3


def test_a_picture_on_a_stamp_is_a_picture() -> None:
    """People put a logo on the page as a stamp; a mark without a picture is none."""
    page = options().note(
        "Stamp", (300, 300, 360, 360), shown="q 60 0 0 60 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    )
    found = [one for part in read(page).paragraphs() for one in part.inlines]
    assert sum(isinstance(one, Image) for one in found) == 1
    assert sum(isinstance(one, Mark) for one in found) == 3
