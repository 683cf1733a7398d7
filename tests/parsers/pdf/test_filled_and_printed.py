"""Fillable forms that were filled in and then printed: answers over dots, in frames, in combs."""

from __future__ import annotations

from parsers.document import Cell, Document, Paragraph, Table, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def lines(page: Leaf) -> list[str]:
    """The texts of all paragraphs, in order."""
    return [_text(part) for part in PdfReader().read(pdf(page)).paragraphs() if _text(part)]


def _text(part: Paragraph) -> str:
    return " ".join("".join(one.text for one in part.inlines if isinstance(one, Text)).split())


def cells(document: Document) -> list[str]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [_of(cell) for table in tables for cell in table.cells]


def _of(cell: Cell) -> str:
    return " ".join(_text(part) for part in cell.blocks if isinstance(part, Paragraph))


def test_dots_under_an_answer_are_no_part_of_it() -> None:
    """They were printed to be written upon."""
    page = leaf().text(60, 100, "Nome").text(60, 118, "." * 120).text(62, 117, "Orto in comune")
    assert lines(page) == ["Nome", "Orto in comune"]


def test_dots_with_nothing_over_them_stay() -> None:
    """Nothing was answered there."""
    page = leaf().text(60, 100, "Nome").text(60, 118, "." * 120)
    assert lines(page) == ["Nome", "." * 120]


def test_letters_in_a_comb_are_one_word() -> None:
    """However broad each of them is."""
    page = leaf().text(60, 100, "Telefono")
    for at, letter in enumerate("+390510001"):
        page.text(120 + 14 * at, 100, letter)
    assert lines(page)[-1].endswith("+390510001")


def test_letters_with_boxes_between_are_options() -> None:
    """Each day of the week has a box of its own behind it."""
    page = leaf().text(60, 100, "Chiuso:")
    for at, letter in enumerate("LMMGVSD"):
        page.text(120 + 24 * at, 100, letter).box(131 + 24 * at, 92, 139 + 24 * at, 100)
    assert len(list(PdfReader().read(pdf(page)).marks())) == 7
    assert lines(page)[-1].endswith("L M M G V S D")


def test_the_numbers_of_a_scale_stay_apart() -> None:
    """They count up, one by one."""
    page = leaf().text(60, 100, "Voto")
    for at in range(8):
        page.text(120 + 20 * at, 100, str(at + 1))
    assert "12345678" not in " ".join(lines(page))


def two_questions(page: Leaf, y: float, answers: tuple[str, str]) -> Leaf:
    """Two labels on one line with an answer behind each, the same little way off."""
    page.text(60, y, "Regione").text(106, y, answers[0])
    return page.text(300, y, "E-mail").text(340, y, answers[1])


def test_the_second_question_of_a_line_is_parted_from_its_answer() -> None:
    """As the first one is, where the gap is as wide."""
    page = leaf()
    for at, answers in enumerate((("Lazio", "a@b.example"), ("Molise", "c@d.example"))):
        two_questions(page, 100 + 30 * at, answers)
    page.text(106, 200, "Altro").text(300, 200, "Altro").text(106, 230, "Altro").text(300, 230, "Altro")
    found = cells(PdfReader().read(pdf(page)))
    assert found[:4] == ["Regione", "Lazio", "E-mail", "a@b.example"]


def framed(page: Leaf, x: float, y: float, text: str) -> Leaf:
    return page.box(x, y, x + 180, y + 18).text(x + 4, y + 12, text)


def test_frames_side_by_side_belong_to_the_labels_above_them() -> None:
    """They are cells of one row with those, and no tables of their own."""
    page = leaf().text(60, 90, "Regione").text(300, 90, "Comune")
    framed(page, 60, 96, "Lazio")
    framed(page, 300, 96, "Roma")
    page.text(60, 160, "Telefono").text(300, 160, "E-mail")
    framed(page, 60, 166, "06 000111")
    framed(page, 300, 166, "a@b.example")
    found = cells(PdfReader().read(pdf(page)))
    assert found[:4] == ["Regione", "Comune", "Lazio", "Roma"]


def test_an_answer_in_a_frame_stands_behind_its_question() -> None:
    """On the question's own line."""
    page = leaf().text(60, 100, "Altre, specificare:")
    framed(page, 160, 88, "bando regionale")
    page.text(60, 130, "Seguono le note.")
    assert not any(isinstance(block, Table) and len(block.cells) == 1 for block in read(page).blocks)


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def test_the_label_right_behind_a_full_comb_stands_apart() -> None:
    """The comb's last room ends where the next question begins."""
    page = leaf()
    for y, (label, other) in ((100, ("Regione", "Città")), (130, ("Telefono", "E-mail"))):
        page.text(60, y, label).text(291, y, other)
    for at, letter in enumerate("3803890007635"):
        page.text(110 + 14 * at, 130, letter)
    page.text(110, 100, "Lazio").text(330, 100, "Roma").text(330, 130, "a@b.example")
    assert not any("5 E-mail" in line for line in lines(page))
