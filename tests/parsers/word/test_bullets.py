"""Bullets that say something only beside others, and pictures that serve as bullets."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from tests.parsers.word.builder import document_xml, p, read, relationships, states

FONTS = {"\uf0b7": "Symbol", "\uf06e": "Wingdings"}


def _levels(signs: str, level: str, picture: bool) -> str:
    return "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="{level}"><w:lvlText w:val="{sign}"/>'
        + (f'<w:lvlPicBulletId w:val="{at}"/>' if picture else "")
        + f'<w:rPr><w:rFonts w:ascii="{FONTS.get(sign, "Calibri")}"/></w:rPr></w:lvl></w:abstractNum>'
        for at, sign in enumerate(signs)
    )


def _item(level: str, number: int) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def _items(signs: str, items: str, level: str = "0", pictures: tuple[bytes, ...] = ()) -> list[str]:
    """The marks of a list whose items have those bullets; a blank parts lists."""
    numbers = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(signs))
    )
    shown = "".join(
        f'<w:numPicBullet w:numPicBulletId="{at}"><w:pict><v:imagedata r:id="b{at}"/></w:pict>'
        "</w:numPicBullet>"
        for at in range(len(pictures))
    )
    body = "".join(
        p(_item(level, signs.index(sign) + 1), "Alfa") if sign in signs else p("Domanda") for sign in items
    )
    lists = shown + _levels(signs, level, bool(pictures)) + numbers
    parts: dict[str, bytes | str] = {
        "word/numbering.xml": document_xml("").replace("<w:body></w:body>", lists),
        "word/_rels/document.xml.rels": relationships(("n", "numbering", "numbering.xml")),
        "word/_rels/numbering.xml.rels": relationships(
            *((f"b{at}", "image", f"media/{at}.png") for at in range(len(pictures)))
        ),
        **{f"word/media/{at}.png": data for at, data in enumerate(pictures)},
    }
    return states(read(body, parts))


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("□■", ["empty", "ticked", "empty"]),
        ("○●", ["empty", "ticked", "empty"]),
        ("☐X", ["empty", "ticked", "empty"]),
        ("\uf0b7X", ["ticked"]),
        ("●X", ["ticked"]),
    ],
)
def test_bullets_that_differ(signs: str, expected: list[str]) -> None:
    """In one group a filled bullet among hollow ones, or an X among dots, was chosen."""
    assert _items(signs, signs[0] + signs[1] + signs[0]) == expected


def test_a_group_all_of_one_bullet_follows_the_others() -> None:
    """What the bullets of one group tell holds for the same bullets of another."""
    assert _items("□■", "□■ ■■") == ["empty", "ticked", "ticked", "ticked"]


@pytest.mark.parametrize("items", ["●●●", "●● ○○"])
def test_discs_by_themselves_are_ordinary(items: str) -> None:
    """A list of discs ticks nothing, whatever list stands elsewhere."""
    assert "ticked" not in _items("○●", items)


def test_bullets_of_two_levels_are_ordinary() -> None:
    """Circles below discs are how lists look, not a choice."""
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="●"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:lvlText w:val="○"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(p(_item(level, 1), "Alfa") for level in "0110")
    parts = {
        "word/numbering.xml": document_xml("").replace("<w:body></w:body>", lists),
        "word/_rels/document.xml.rels": relationships(("n", "numbering", "numbering.xml")),
    }
    assert states(read(body, parts)) == []


def _picture(cross: bool, frame: bool = True) -> bytes:
    drawn = Image.new("RGB", (24, 24), "white")
    pen = ImageDraw.Draw(drawn)
    if frame:
        pen.rectangle((2, 2, 21, 21), outline="black", width=2)
    if cross:
        pen.line((4, 4, 19, 19), fill="black", width=3)
        pen.line((4, 19, 19, 4), fill="black", width=3)
    buffer = BytesIO()
    drawn.save(buffer, "PNG")
    return buffer.getvalue()


def test_pictures_of_boxes() -> None:
    """Two pictures of boxes for bullets are looked at."""
    assert _items("ab", "aba", pictures=(_picture(False), _picture(True))) == ["empty", "ticked", "empty"]


def test_a_picture_for_ornament() -> None:
    """A single picture tells nothing apart."""
    assert _items("a", "aa", pictures=(_picture(True),)) == []
