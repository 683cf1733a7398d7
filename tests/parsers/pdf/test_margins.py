"""What stands at a page's top and foot: repeated lines and tables, and footnotes."""

from __future__ import annotations

from parsers.document import Aside, AsideKind, Document, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def _read(*leaves: Leaf) -> Document:
    return PdfReader().read(pdf(*leaves))


def _texts(document: Document) -> list[str]:
    return [
        "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text))
        for paragraph in document.paragraphs()
    ]


def _headed(number: int) -> Leaf:
    page = leaf().grid([40, 300, 550], [30, 50]).text(45, 44, "Consorzio dei Tigli").text(305, 44, "Sede")
    return page.text(280, 810, f"Pagina {number}").grid([40, 200, 550], [100, 140])


def _noted() -> Leaf:
    page = leaf().text(50, 700, "Abbiamo chiuso").text(122, 696, "1", size=6).line(50, 770, 170, 770)
    return page.text(50, 784, "1", size=6).text(56, 786, "Dati riferiti a un anno fa.", size=9)


def test_a_table_that_comes_back_on_every_page_is_a_header() -> None:
    """It stands once among the margins, and parts no other table in two."""
    document = _read(_headed(1).text(45, 120, "Uno"), _headed(2).text(45, 120, "Due"))
    assert [text for text in _texts(document) if text] == ["Uno", "Due"]
    assert sorted(margin.kind for margin in document.margins) == ["footer", "header"]


def test_a_page_number_stands_in_the_margins_once() -> None:
    """Figures are not compared."""
    first, second = leaf().text(50, 60, "Uno"), leaf().text(50, 60, "Due")
    document = _read(first.text(280, 810, "Pagina 1"), second.text(280, 810, "Pagina 2"))
    assert _texts(document) == ["Uno", "Due"]
    assert len(document.margins) == 1


def test_a_footnote_is_an_aside_of_the_text_that_refers_to_it() -> None:
    """The raised sign goes, and the note is no paragraph of its own."""
    document = _read(_noted())
    asides = [
        one for paragraph in document.paragraphs() for one in paragraph.inlines if isinstance(one, Aside)
    ]
    assert _texts(document) == ["Abbiamo chiuso"]
    assert [(one.kind, one.text) for one in asides] == [(AsideKind.FOOTNOTE, "Dati riferiti a un anno fa.")]


def test_a_line_to_sign_on_begins_no_footnote() -> None:
    """Without a sign before its words the text below a rule stays where it is."""
    document = _read(leaf().text(50, 700, "In fede").line(50, 770, 170, 770).text(60, 784, "Il presidente"))
    assert _texts(document) == ["In fede", "Il presidente"]


def test_a_table_goes_on_over_a_footnote() -> None:
    """What stands between the two halves of a table on two pages is no longer there."""
    first = leaf().grid([40, 200, 550], [100, 740]).text(45, 112, "Descrizione").text(205, 112, "Prima parte")
    first.text(260, 108, "1", size=6).line(40, 770, 160, 770)
    first.text(40, 784, "1", size=6).text(46, 786, "Una nota.", size=9)
    second = leaf().grid([40, 200, 550], [40, 80]).text(205, 52, "e la seconda")
    assert len(_read(first, second).blocks) == 1


def test_a_note_that_begins_with_its_sign_at_once() -> None:
    """No blank need part the sign from the note's first word."""
    page = leaf().text(50, 700, "Abbiamo chiuso").text(122, 696, "1", size=6).line(50, 770, 170, 770)
    document = _read(page.text(50, 786, "1Dati riferiti a un anno fa.", size=9))
    assert _texts(document) == ["Abbiamo chiuso"]


def test_a_sentence_that_comes_back_by_chance_is_no_footer() -> None:
    """Something else stands between it and the page's edge."""
    first = leaf().text(50, 60, "Uno").text(50, 780, "Lavorano 12 soci").text(50, 794, "nella sede.")
    second = leaf().text(50, 60, "Due").text(50, 780, "Lavorano 15 soci").text(50, 794, "in paese.")
    document = _read(first, second)
    assert not document.margins
    assert " ".join(_texts(document)).count("Lavorano") == 2


def test_a_sentence_at_the_foot_of_few_pages_is_no_footer() -> None:
    """A footer stands on most pages; two of five that end alike end so by chance."""
    pages = [leaf().text(50, 60, f"Parte {word}") for word in ("una", "due", "tre", "quattro", "cinque")]
    for page in pages[1:3]:
        page.text(50, 790, "Lavorano soci")
    document = _read(*pages)
    assert not document.margins
    assert _texts(document).count("Lavorano soci") == 2


def test_a_note_stands_below_the_end_of_a_row_that_refers_to_it_a_page_before() -> None:
    """A row of a table that goes over a page's end has its note at the foot of the second page."""
    first = (
        leaf().grid([40, 200, 550], [700, 800]).text(205, 790, "Abbiamo chiuso").text(277, 786, "1", size=6)
    )
    second = leaf().grid([40, 200, 550], [40, 80]).text(205, 52, "Poi riaperto").line(50, 770, 170, 770)
    document = _read(first, second.text(50, 786, "1Dati riferiti a un anno fa.", size=9))
    assert all("1" not in text for text in _texts(document))
