"""Cuttings of a PDF for the report: what was read, framed, whichever way up the page lies."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from ingest.crops import cutter
from ingest.filed import Filed
from ingest.workspace import Workspace, create
from parsers.document import Box, Place
from parsers.pdf.reader import read_pages
from tests.output.made import returned
from tests.parsers.pdf.builder import Leaf, leaf, pdf

FRAME = (214, 96, 0)


def filed(folder: Path, *pages: Leaf) -> tuple[Workspace, Filed]:
    workspace = create(folder)
    (workspace.archive / "a.pdf").write_bytes(pdf(*pages))
    return workspace, replace(returned(), archived="archive/a.pdf")


def cut(folder: Path, pages: list[Leaf], *places: Place) -> Image.Image:
    """The picture of these places, in colours."""
    workspace, one = filed(folder, *pages)
    data = cutter(workspace)(one, places)
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("RGB")


def place(*box: float, page: int = 1) -> Place:
    left, top, right, bottom = box
    return Place(page=page, box=(left, top, right, bottom))


def count(image: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many pixels are nearly of that colour."""
    data = image.tobytes()
    near = (
        all(abs(data[at + part] - colour[part]) < 40 for part in range(3)) for at in range(0, len(data), 3)
    )
    return sum(near)


def words_at(data: bytes, text: str) -> Box:
    """Where a word stands, as the reader says."""
    return next(word.box for page in read_pages(data).pages for word in page.words if word.text == text)


def test_what_was_read_is_framed(tmp_path: Path) -> None:
    """A frame runs around the place, and nowhere else."""
    image = cut(tmp_path, [leaf().text(300, 300, "Testo")], place(300, 290, 330, 303))
    outline = 2 * 2 * ((330 - 300) * 1.5 + 6 + (303 - 290) * 1.5 + 6)
    assert count(image, FRAME) == pytest.approx(outline, rel=0.15)


def test_beside_a_lone_box_its_label_is_seen(tmp_path: Path) -> None:
    """Which box it is tells only what stands by it, before it or after it."""
    image = cut(tmp_path, [leaf().box(300, 290, 312, 302)], place(300, 290, 312, 302))
    assert image.width == pytest.approx(300 * 1.5, abs=2)


def test_every_tick_is_framed(tmp_path: Path) -> None:
    """An answer of several ticks is one picture with a frame each."""
    places = [place(100, top, 112, top + 12) for top in (100, 200, 300)]
    one, three = cut(tmp_path, [leaf()], places[0]), cut(tmp_path, [leaf()], *places)
    assert count(three, FRAME) == 3 * count(one, FRAME)


def test_a_long_text_is_cut_off_below(tmp_path: Path) -> None:
    """A picture is no page."""
    assert cut(tmp_path, [leaf()], place(50, 10, 500, 830)).height <= 500 * 1.5


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_drawn_as_it_is_read(tmp_path: Path, turn: int) -> None:
    """What is framed is the word that was read, and it stands upright."""
    page = leaf(turn=turn).lines(60, 100, *["Alfa beta gamma"] * 6).text(200, 400, "Margherita", size=20)
    box = words_at(pdf(page), "Margherita")
    image = cut(tmp_path, [page], place(*box))
    assert box[2] - box[0] > box[3] - box[1]
    inside = image.crop((image.width // 2 - 20, 10, image.width // 2 + 20, image.height - 10))
    assert count(inside, (0, 0, 0)) > 50


@pytest.mark.parametrize("where", [place(1, 1, 9, 9, page=3), Place(table="1"), place(900, 900, 950, 950)])
def test_what_is_not_on_a_page_gives_none(tmp_path: Path, where: Place) -> None:
    """A page that is not there, a place in a Word file, one beyond the paper's edge."""
    workspace, one = filed(tmp_path, leaf())
    assert cutter(workspace)(one, [where]) is None
