"""Options in columns that wrap: each is read whole, wherever the columns stand."""

from __future__ import annotations

from parsers.document import Document
from parsers.pdf.reader import PdfReader
from parsers.pdf.tables.option_columns import option_blocks
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_unruled import said, token_row

SHORT = (("Proprie", "Private"), ("Pubblica", "Fondazioni"), ("-Amministrazione", ""), ("Banche", "Altre"))
"""Rows of two columns, a rest with a hyphen before it; the first column is narrow."""


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def lines(document: Document) -> list[str]:
    """What the paragraphs say, those in cells included; empty ones are left out."""
    return [text for text in map(said, document.paragraphs()) if text]


def columns(
    page: Leaf, y: float, lefts: tuple[float, ...], *options: tuple[str, ...], typed: str = ""
) -> Leaf:
    """Options below one another, each behind its box."""
    for at, row in enumerate(options):
        for x, words in zip(lefts, row, strict=True):
            if words.startswith("-"):
                page.text(x, y + 14 * at, words[1:])
            elif words and typed:
                page.text(x, y + 14 * at, f"{typed} {words}")
            elif words:
                page.box(x, y - 9 + 14 * at, x + 10, y + 1 + 14 * at).text(x + 14, y + 14 * at, words)
    return page


def pairs(page: Leaf, y: float) -> Leaf:
    """Labels and answers side by side with no lines between them."""
    for at, (label, answer) in enumerate((("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"))):
        page.text(50, y + 20 * at, label).text(200, y + 20 * at, answer)
    return page


def test_the_rest_of_a_narrow_option_is_its_own_where_the_next_one_had_room() -> None:
    """What goes on below the first column found no place there, and would have found one in the second."""
    page = columns(leaf().grid([40, 540], [80, 150]), 96, (50, 130), *SHORT)
    assert lines(read(page)) == [
        "[ ] Proprie",
        "[ ] Pubblica Amministrazione",
        "[ ] Banche",
        "[ ] Private",
        "[ ] Fondazioni",
        "[ ] Altre",
    ]


def test_options_beside_a_label_are_whole() -> None:
    """The columns of options are columns of the answers' cell."""
    page = columns(pairs(leaf(), 60).text(50, 140, "Finanziamento"), 140, (200, 280), *SHORT)
    assert "[ ] Pubblica Amministrazione" in lines(read(page))


def test_options_outside_tables_with_no_lines_are_whole() -> None:
    """A page that has such tables has no other one in columns of options."""
    page = columns(
        pairs(leaf(), 60),
        160,
        (50, 300),
        ("Pratiche organizzative per il potenziamento", "Progettazione"),
        ("-della partecipazione", "Collaborazione e contaminazione tra"),
        ("Benessere dei lavoratori", "-imprese sociali"),
    )
    assert lines(read(page))[-4:] == [
        "[ ] Pratiche organizzative per il potenziamento della partecipazione",
        "[ ] Benessere dei lavoratori",
        "[ ] Progettazione",
        "[ ] Collaborazione e contaminazione tra imprese sociali",
    ]


def test_options_with_typed_boxes_are_whole() -> None:
    """Brackets begin an option like any box."""
    page = columns(
        leaf().grid([40, 540], [80, 150]),
        96,
        (50, 300),
        ("Pratiche organizzative per il potenziamento", "Progettazione"),
        ("-della partecipazione", "Collaborazione e contaminazione tra"),
        ("Benessere dei lavoratori", "-imprese sociali"),
        typed="[ ]",
    )
    assert "[ ] Collaborazione e contaminazione tra imprese sociali" in lines(read(page))


def test_options_one_after_the_other_are_no_columns() -> None:
    """What had no room at the end of a line goes on in the next one, for all that boxes are at tabs."""
    page = columns(
        leaf().grid([40, 300], [80, 150]),
        96,
        (50, 130, 220),
        ("Mezzi propri", "Private", "Pubblica"),
        ("-Amministrazione", "", ""),
        ("Banche", "Altre", "Profit"),
    )
    assert lines(read(page)) == [
        "[ ] Mezzi propri [ ] Private [ ] Pubblica Amministrazione",
        "[ ] Banche [ ] Altre [ ] Profit",
    ]


def test_words_far_behind_an_option_are_no_part_of_it() -> None:
    """They stand in a column of their own, under its box."""
    page = columns(
        pairs(leaf(), 60).text(50, 140, "Finanziamento"),
        140,
        (200, 290, 400),
        ("Proprie", "Fondazioni", "Altre, specificare"),
        ("", "", ""),
        ("Private", "Banche", "-lascito"),
        ("Pubblica", "Profit", ""),
        ("-Amministrazione", "", ""),
    )
    assert not [text for text in lines(read(page)) if "Banche" in text and "lascito" in text]


def test_columns_outside_tables_stand_where_they_are_on_the_page() -> None:
    """What comes before them is before them, what comes after them after."""
    page = columns(pairs(leaf(), 60).text(50, 150, "Forme"), 170, (50, 130), *SHORT).text(50, 260, "Fine")
    found = lines(read(page))
    places = [found.index(text) for text in ("Forme", "[ ] Pubblica Amministrazione", "Fine")]
    assert places == sorted(places)


def test_columns_under_two_questions_are_no_columns_of_one() -> None:
    """Where a further column has a head, the options below are those of that question."""
    found = [
        token_row(60, (50, 90, "Partner"), (300, 340, "Soci")),
        token_row(74, (50, 59, ""), (62, 90, "Alfa"), (300, 309, ""), (312, 340, "Gamma")),
        token_row(88, (50, 59, ""), (62, 90, "Beta"), (300, 340, "lontano")),
    ]
    assert not list(option_blocks(found))
    assert list(option_blocks(found[1:]))


def test_a_rest_beside_a_box_is_told_where_it_had_room_at_the_end_of_the_line() -> None:
    """What would have had its place there goes on with the option above."""
    page = columns(
        leaf().grid([40, 300], [80, 130]),
        96,
        (50, 145),
        ("Pubblica", "Altre"),
        ("-Amministrazione", "Banche"),
    )
    assert "[ ] Pubblica Amministrazione" in lines(read(page))
