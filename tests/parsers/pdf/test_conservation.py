"""Nothing that stands on a page is lost: each letter is in the document, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from parsers.document import Mark, Text
from parsers.pdf.reader import PdfReader, read_pages
from samples.drawing import draw
from samples.producers import available, converted
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def letters(data: bytes) -> Counter[str]:
    """What the document holds."""
    found: Counter[str] = Counter()
    for paragraph in PdfReader().read(data).paragraphs():
        for inline in paragraph.inlines:
            if isinstance(inline, Text | Mark):
                found.update(inline.text if isinstance(inline, Text) else inline.raw)
    return Counter({letter: count for letter, count in found.items() if letter.isalnum()})


def printed(data: bytes) -> Counter[str]:
    """What the pages show."""
    words = [word.text for page in read_pages(data).pages for word in page.words]
    return Counter(letter for word in words for letter in word if letter.isalnum())


def _overhanging() -> Leaf:
    page = leaf().grid([40, 200, 300], [40, 100]).line(50, 60, 200, 60).line(50, 80, 200, 80)
    return page.line(50, 60, 50, 80).text(55, 74, "La portineria dei pomeriggi aperta")


def _nested() -> Leaf:
    page = leaf().grid([40, 400], [40, 200]).grid([46, 200, 396], [60, 100, 140])
    return page.text(50, 54, "Sopra").text(50, 80, "Uno").text(205, 80, "Due").text(50, 160, "Sotto")


def _columns() -> Leaf:
    page = leaf().text(50, 40, "Intenti").text(250, 40, "Economica")
    for y in (60, 76):
        page.box(50, y - 8, 58, y).text(62, y, "Privati").box(250, y - 8, 258, y).text(262, y, "Banche")
    return page


def _running() -> Leaf:
    page = leaf().text(50, 40, "Forme").box(120, 32, 128, 40).text(132, 40, "Proprie")
    page.box(300, 32, 308, 40).text(312, 40, "Pubblica Amministrazione e altre cose lunghe ancora")
    return page.text(50, 54, "del territorio").box(200, 46, 208, 54).text(212, 54, "Banche")


@pytest.mark.parametrize("page", [_overhanging, _nested, _columns, _running])
def test_every_letter_of_a_page_is_kept(page: Callable[[], Leaf]) -> None:
    """Whatever the layout, the document holds the letters of the page, no more and no less."""
    data = pdf(page())
    assert letters(data) == printed(data)


def test_every_letter_over_a_page_break_is_kept() -> None:
    """What goes on over a page's end is joined, not dropped and not doubled."""
    first = leaf().grid([50, 150, 300], [740, 780]).text(55, 754, "Voce").text(155, 754, "Prima riga.")
    second = leaf().grid([50, 150, 300], [50, 90]).text(155, 64, "Seconda riga.")
    data = pdf(first, second)
    assert letters(data) == printed(data)


@pytest.mark.skipif(not available(), reason="LibreOffice is not on this computer")
def test_every_letter_of_exported_forms_is_kept() -> None:
    """The same holds for forms that LibreOffice exports, those pasted into one cell included."""
    plain = {"mark": "ballot", "second": "same", "writing": "plain", "program": "as-made", "extra": "framed"}
    forms = {layout: draw(4000, layout=layout, **plain) for layout in ("original", "one-table")}
    exported = converted({layout: form.data for layout, form in forms.items()}, "pdf")
    assert list(exported) == list(forms)
    for data in exported.values():
        assert letters(data) == printed(data)
