"""A form's pictures on its page: small, named, linked to the original."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from ingest.filed import Filed
from ingest.record import Picture, finding
from output.gallery import embedded
from output.report import write
from parsers.document import Image
from tests.output.made import FORM, returned


def pictured(*names: str) -> Filed:
    form = returned()
    pictures = tuple(Picture("photo", Image(f"images/{name}", "image/png", b"")) for name in names)
    return replace(form, outcome=replace(form.outcome, pictures=pictures))


def row(folder: Path) -> html.HtmlElement:
    page = html.document_fromstring((folder / "0001.html").read_bytes())
    return page.xpath("//tr[@id='f-photo']")[0]


def test_a_picture_is_shown_small_and_linked(tmp_path: Path) -> None:
    """Within the page, with its file's name and a text in its place."""
    write(tmp_path, [pictured("0001-foto-1.png", "0001-foto-2.jpg")], [FORM], "it", thumbnail=str.encode)
    shown = row(tmp_path)
    assert all(str(source).startswith("data:image/") for source in shown.xpath(".//img/@src"))
    assert shown.xpath(".//img/@alt") == ["Foto: immagine 1 di 2", "Foto: immagine 2 di 2"]
    assert shown.xpath(".//a/@href") == ["../images/0001-foto-1.png", "../images/0001-foto-2.jpg"]
    assert shown.xpath(".//a/text()") == ["0001-foto-1.png", "0001-foto-2.jpg"]


def test_a_picture_that_cannot_be_drawn_is_still_named(tmp_path: Path) -> None:
    """As with a drawing of Word's own kind."""
    write(tmp_path, [pictured("0001-foto-1.emf")], [FORM], "it", thumbnail=lambda path: None)
    shown = row(tmp_path)
    assert (shown.xpath(".//img"), shown.xpath(".//a/text()")) == ([], ["0001-foto-1.emf"])


@pytest.mark.parametrize("name", ["0001-foto-1.svg", "0001-foto-1.html"])
def test_what_could_hold_a_script_is_named_and_not_linked(tmp_path: Path, name: str) -> None:
    """A click must not run what a stranger sent."""
    write(tmp_path, [pictured(name)], [FORM], "it", thumbnail=lambda path: None)
    shown = row(tmp_path)
    assert (shown.xpath(".//a"), name in shown.text_content()) == ([], True)


def test_only_so_many_pictures_are_drawn(tmp_path: Path) -> None:
    """All are named; a page of hundreds would not open."""
    names = [f"0001-foto-{number}.png" for number in range(1, 40)]
    write(tmp_path, [pictured(*names)], [FORM], "it", thumbnail=str.encode)
    shown = row(tmp_path)
    assert (len(shown.xpath(".//img")), len(shown.xpath(".//a"))) == (24, 39)


def test_the_kind_of_picture_is_told_by_its_first_bytes() -> None:
    """JPEG, or else PNG."""
    assert embedded(b"\xff\xd8\xff").startswith("data:image/jpeg;base64,")
    assert embedded(b"\x89PNG").startswith("data:image/png;base64,")


def test_the_nearest_known_value_stands_out(tmp_path: Path) -> None:
    """Beside the answer and in the list of what to look at."""
    near = finding("unknown-city", "province", text="Napol", suggestion="Napoli")
    write(tmp_path, [returned(1, near)], [FORM], "it")
    page = html.document_fromstring((tmp_path / "0001.html").read_bytes())
    said = [" ".join(one.text_content().split()) for one in page.xpath("//*[@class='perhaps']")]
    assert said == ["Forse: Napoli", "Forse: Napoli"]
