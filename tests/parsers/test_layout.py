"""The layout: lines in reading order, with marks, dress and cells."""

from __future__ import annotations

from parsers.document import Aside, AsideKind, Document, Emphasis, Paragraph, Place, State, Text
from parsers.layout import IMAGE, MARK, Line, as_it_stands, lay_out, shown
from tests.parsers.drawing import draw, drawn, grid


def lines(drawing: str | Document) -> list[Line]:
    """The lines of a drawing."""
    return list(lay_out(draw(drawing) if isinstance(drawing, str) else drawing).lines)


def line(drawing: str) -> Line:
    """The one line of a drawing."""
    (only,) = lines(drawing)
    return only


def test_lines_follow_the_reading_order() -> None:
    """Paragraphs, rows of cells and paragraphs in a cell come one after the other."""
    found = lines("alfa\n| beta | gamma // delta |\n| epsilon | |\nzeta")
    assert [one.text for one in found] == ["alfa", "beta", "gamma", "delta", "epsilon", "", "zeta"]


def test_a_nested_table_stands_where_its_cell_has_it() -> None:
    """The lines of a nested table lie between those before and after it in its cell."""
    found = lines(drawn(grid(("alfa", ("beta", grid(("gamma", "delta")), "epsilon")))))
    assert [one.text for one in found] == ["alfa", "beta", "gamma", "delta", "epsilon"]


def test_a_nested_cell_knows_the_cell_it_lies_in() -> None:
    """A cell of a nested table has the outer cell for a parent."""
    outer, inner = lines(drawn(grid(("alfa", grid(("beta",))))))
    assert (outer.spot is not None, inner.spot is not None) == (True, True)
    assert inner.spot is not None
    assert inner.spot.parent is not None
    assert (inner.spot.parent.row, inner.spot.parent.column) == (0, 1)


def test_a_merged_cell_reaches_over_its_rows_and_columns() -> None:
    """Spans say how far a cell goes, inclusive."""
    first, *_ = lines("| alfa | < | beta |\n| ^ | < | gamma |")
    assert first.spot is not None
    assert (first.spot.last_row, first.spot.last_column) == (1, 1)


def test_a_paragraph_outside_tables_has_no_cell() -> None:
    """Only what stands in a table has a spot."""
    assert line("alfa").spot is None


def test_marks_and_pictures_stand_in_the_text_as_one_character() -> None:
    """Places in the text can be told from those of marks and pictures."""
    found = line("☒ sì {picture}")
    assert found.text == f"{MARK} sì {IMAGE}"
    assert [at for at, _ in found.marks] == [0]
    assert [at for at, _ in found.images] == [5]


def test_deleted_words_and_boxes_are_set_apart() -> None:
    """What a tracked change took out is no text, and is kept for the evidence."""
    found = line("oggi{-☒ mai-}{+sempre+}")
    assert (found.text, found.marks, found.struck) == ("oggisempre", (), "☒ mai")


def test_a_placeholder_is_nothing() -> None:
    """The program's own "click here" leaves no text and no key."""
    found = line("{?Fare clic qui?}")
    assert (found.text, found.key) == ("", "")


def test_dress_covers_a_stretch_when_every_letter_has_it() -> None:
    """A stretch is bold where all of it is; blanks do not matter."""
    found = line("*Nave* *traghetto* lenta")
    assert found.emphasis(0, 14) is Emphasis.BOLD
    assert found.emphasis(0, 20) is Emphasis.NONE


def test_dress_is_what_all_pieces_share() -> None:
    """Of differently dressed pieces only the common dress counts."""
    assert line("*Nave*~traghetto~").emphasis(0, 13) is Emphasis.NONE


def test_a_line_is_shown_with_its_marks_as_they_look() -> None:
    """For people the marks stand as they look, and pictures are left out."""
    found = line("[x] sì {picture}")
    assert shown(found, 0, len(found.text)) == "[x] sì "


def test_a_cell_as_it_stands_shows_what_was_deleted() -> None:
    """Deleted words are shown in brackets of their own."""
    assert as_it_stands(tuple(lines("☐ sì\noggi{-mai-}"))) == "☐ sì\n[-mai-]oggi"


def test_a_line_break_is_part_of_the_text() -> None:
    """Breaks inside a paragraph are line feeds."""
    assert line("alfa\\nbeta").text == "alfa\nbeta"


def test_the_states_of_all_marks_are_known_together() -> None:
    """The layout says what its marks say, all together; deleted ones are none."""
    layout = lay_out(draw("☐ sì\n| {-☒-} no |"))
    assert layout.states == {State.EMPTY}


def test_a_comment_takes_no_room_in_its_line() -> None:
    """Its offset is known, and text and key are as if it were not there."""
    aside = Aside(AsideKind.COMMENT, "questa", Place(paragraph=1), reach=4)
    document = Document("docx", (Paragraph((Text("nave"), aside, Text(" lenta"))),))
    (found,) = lines(document)
    assert (found.text, found.key, found.asides) == ("nave lenta", "navelenta", ((4, aside),))


def test_the_remarks_of_a_document_are_known_together() -> None:
    """The layout gives them with their lines, in reading order."""
    asides = [Aside(AsideKind.FOOTNOTE, text, Place()) for text in ("uno", "due")]
    document = Document("docx", tuple(Paragraph((Text("nave"), aside)) for aside in asides))
    remarks = lay_out(document).remarks
    assert [(one.line.index, one.at, one.aside.text) for one in remarks] == [(0, 4, "uno"), (1, 4, "due")]
