"""Pages drawn with what was found on them: the colours, the places, and that no file is lost by it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image as Pictures

from ingest.cli import main
from ingest.picture import CELL, PICTURE, STATES, WORD, outlines, pages, save
from parsers.document import Box, Cell, Document, Image, Mark, Method, Paragraph, Place, State, Table
from parsers.pdf.reader import PdfReader, read_pages
from tests.parsers.pdf.builder import Leaf, leaf, pdf

BLANK = Path(__file__).parents[2] / "samples" / "scheda-di-rilevazione.docx"
AREA = (10.0, 20.0, 30.0, 40.0)
SCALE = 2


def drawn(data: bytes) -> list[Pictures.Image]:
    return [Pictures.open(io.BytesIO(page)) for page in pages(data, PdfReader().read(data))]


def colours(page: Pictures.Image, box: Box) -> set[str]:
    """The colours that stand on the left side of a box, in the middle of its height."""
    x, y = round(box[0] * SCALE), round((box[1] + box[3]) / 2 * SCALE)
    return {"#{:02x}{:02x}{:02x}".format(*page.getpixel((x + off, y))) for off in (0, 1)}


def mark(state: State, place: Place) -> Mark:
    return Mark(state, Method.GLYPH, "☐", place)


def document(*inlines: Mark | Image) -> Document:
    """One cell with these in it, inside a cell of another table."""
    place = Place(page=2, box=AREA)
    inner = Table((Cell(0, 0, 1, 1, (Paragraph(inlines),), place),))
    return Document("pdf", (Table((Cell(0, 0, 1, 1, (inner,), place),)),), 2)


def filled() -> Leaf:
    return leaf().grid([50, 300, 500], [100, 140]).text(60, 120, "Regione").check(310, 110, "si", on=True)


@pytest.mark.parametrize("state", State)
def test_a_mark_is_drawn_in_the_colour_of_its_state(state: State) -> None:
    """Empty, ticked and unsure are told apart at a glance."""
    found = outlines(document(mark(state, Place(page=1, box=AREA))))[-1]
    assert (found.page, found.box, found.colour) == (1, AREA, STATES[state])


def test_cells_within_cells_and_pictures_are_drawn() -> None:
    """The marks are not the only thing that can be in the wrong place."""
    found = outlines(document(Image("p1-1", "image/png", b"", Place(page=2, box=AREA))))
    assert [one.colour for one in found] == [CELL, CELL, PICTURE]


def test_what_has_no_place_on_a_page_is_not_drawn() -> None:
    """A place in a Word file is a row and a cell."""
    assert len(outlines(document(mark(State.EMPTY, Place(table="1", row=1, cell=1))))) == 2


def test_each_page_is_drawn_with_what_stands_on_it() -> None:
    """The first page's boxes are not on the second."""
    first, second = drawn(pdf(filled(), leaf().text(60, 120, "Fine")))
    box = (310, 110, 322, 122)
    assert STATES[State.TICKED] in colours(first, box)
    assert STATES[State.TICKED] not in colours(second, box)


def test_cells_and_words_are_outlined() -> None:
    """A cell on its ruling line, a word around its letters."""
    data = pdf(filled())
    (page,) = drawn(data)
    (word,) = read_pages(data).pages[0].words
    assert CELL in colours(page, (50, 100, 300, 140))
    assert WORD in colours(page, word.box)


def test_a_turned_page_is_drawn_as_it_is_shown() -> None:
    """The outlines turn with the page."""
    data = pdf(leaf(turn=90).text(60, 120, "R"))
    (page,) = drawn(data)
    (word,) = read_pages(data).pages[0].words
    assert page.width > page.height
    assert WORD in colours(page, word.box)


def test_what_was_filled_into_a_field_is_shown() -> None:
    """A form's fields are not part of the page itself; their texts are outlined like words."""
    text, without = (
        drawn(pdf(leaf().text(60, 60, "Nome").entry((100, 100, 300, 130), "nome", value)))[0]
        for value in ("Girandola", "")
    )
    assert WORD in colours(text, (100, 100, 300, 130))
    assert WORD not in colours(without, (100, 100, 300, 130))
    inside = (2 * 104, 2 * 104, 2 * 296, 2 * 126)
    assert text.crop(inside).getextrema() != without.crop(inside).getextrema()


def test_a_huge_page_is_drawn_smaller() -> None:
    """The picture stays within what a computer can hold."""
    data = pdf(leaf().text(60, 60, "Nome")).replace(b"[0 0 595 842]", b"[0 0 9000 842]")
    assert max(drawn(data)[0].size) <= 4000


def test_pictures_are_numbered_by_page(tmp_path: Path) -> None:
    """The folder is made; the names say which file and which page."""
    saved = save(tmp_path / "a" / "b", "scheda", pages(pdf(filled(), filled()), document()), ())
    assert [path.name for path in saved] == ["scheda-page-1.png", "scheda-page-2.png"]
    assert all(path.is_file() for path in saved)


def test_a_picture_of_an_earlier_look_is_replaced(tmp_path: Path) -> None:
    """Who looks again sees the new picture, and not the old one under the same name."""
    (old,) = save(tmp_path, "scheda", pages(pdf(leaf().text(60, 60, "Prima")), document()), ())
    before = old.read_bytes()
    (new,) = save(tmp_path, "scheda", pages(pdf(filled()), document()), ())
    assert new == old
    assert new.read_bytes() != before


def test_no_other_file_is_overwritten(tmp_path: Path) -> None:
    """A file of that name that is no picture of ours stays, even where it is a PNG."""
    other = tmp_path / "scheda-page-1.png"
    Pictures.new("RGB", (3, 3)).save(other)
    before = other.read_bytes()
    (saved,) = save(tmp_path, "scheda", pages(pdf(filled()), document()), ())
    assert saved.name == "scheda-page-1 (2).png"
    assert other.read_bytes() == before


def test_files_of_the_same_name_have_a_picture_each(tmp_path: Path) -> None:
    """Two folders may hold a form of the same name."""
    picture = pages(pdf(filled()), document())
    first = save(tmp_path, "scheda", picture, ())
    (second,) = save(tmp_path, "scheda", picture, first)
    assert second not in first


def test_inspect_draws_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where each picture is, after what it says anyway."""
    path = tmp_path / "scheda.pdf"
    path.write_bytes(pdf(filled()))
    assert main(["inspect", str(path), "--picture", str(tmp_path / "disegni")]) == 0
    made = tmp_path / "disegni" / "scheda-page-1.png"
    out = capsys.readouterr().out
    assert made.is_file()
    assert "1 pagina" in out
    assert out.endswith(f"Pagina disegnata: {made}\n")


def test_json_is_not_mixed_with_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs read the output, people what goes where errors go."""
    path = tmp_path / "scheda.pdf"
    path.write_bytes(pdf(filled()))
    main(["inspect", str(path), "--json", "--picture", str(tmp_path)])
    said = capsys.readouterr()
    assert [json.loads(line)["pages"] for line in said.out.splitlines()] == [1]
    assert "scheda-page-1.png" in said.err


def test_a_word_file_has_no_page_to_draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said in a sentence, and is no failure."""
    assert main(["inspect", str(BLANK), "--picture", str(tmp_path / "disegni")]) == 0
    assert "non ha pagine da disegnare" in capsys.readouterr().out
    assert not (tmp_path / "disegni").exists()
