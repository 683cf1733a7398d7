"""Sheets and pages: two pages on one, a page twice, pages in the wrong order."""

from __future__ import annotations

from parsers.document import Paragraph, Text
from parsers.pdf.pages.sheets import arranged
from parsers.pdf.reader import PdfReader, read_pages
from samples.printed.book import Printed
from samples.printed.sheets import backwards, doubled, swapped, two_up
from tests.parsers.pdf.builder import HEIGHT, WIDTH, Leaf, leaf, pdf

LINE = "le attività di ascolto e di accoglienza nel quartiere con"


def page(*lines: str) -> Leaf:
    made = leaf()
    for at, line in enumerate(lines):
        made.text(60, 200 + 14 * at, line)
    return made


def full(*lines: str) -> Leaf:
    """A page whose lines stand at its end as well."""
    made = page(*lines)
    return made.text(60, HEIGHT - 100, f"Da anni la cooperativa porta avanti {LINE}")


def texts(data: bytes) -> list[str]:
    document = PdfReader().read(data)
    return [
        "".join(inline.text for inline in block.inlines if isinstance(inline, Text))
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]


def side_by_side(left: list[str], right: list[str]) -> bytes:
    """Two pages of lines on a sheet twice as wide."""
    sheet = leaf()
    for x, lines in ((60, left), (60 + WIDTH, right)):
        for at, line in enumerate(lines):
            sheet.text(x, 80 + 30 * at, line)
    return pdf(sheet).replace(f"[0 0 {WIDTH} {HEIGHT}]".encode(), f"[0 0 {2 * WIDTH} {HEIGHT}]".encode())


LEFT = [f"Riga {at} della prima pagina" for at in range(6)]
RIGHT = [f"Riga {at} della seconda pagina" for at in range(6)]


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    """All of the left one comes first."""
    assert texts(side_by_side(LEFT, RIGHT)) == [*LEFT, *RIGHT]


def test_what_two_pages_on_a_sheet_say_has_its_place_on_the_sheet() -> None:
    """Evidence is shown on the file's own pages."""
    document = PdfReader().read(side_by_side(LEFT, RIGHT))
    places = [block.place for block in document.blocks]
    assert [place.page for place in places] == [1] * 12
    assert round(places[-1].box[0] if places[-1].box else 0) == 60 + WIDTH


def test_a_wide_page_with_a_line_across_is_one() -> None:
    """What crosses the middle belongs to both halves."""
    whole = (
        "Una riga che corre per tutto il foglio da un margine fino a quello opposto, oltre la sua metà " * 2
    )
    data = side_by_side([whole.strip(), *LEFT], ["", *RIGHT])
    assert arranged(read_pages(data).pages).middles == ()


def test_a_page_that_is_there_twice_is_read_once() -> None:
    """As when a sheet is drawn in twice."""
    one, two = page("Prima pagina"), page("Seconda pagina")
    assert texts(pdf(one, two, two)) == ["Prima pagina", "Seconda pagina"]


def test_a_form_that_is_there_twice_is_kept_so() -> None:
    """Two copies are told of elsewhere."""
    one, two = page("Prima pagina"), page("Seconda pagina")
    assert texts(pdf(one, two, one, two)).count("Prima pagina") == 2


def test_pages_in_the_wrong_order_are_put_right_and_told() -> None:
    """A sentence goes on on the page before."""
    first = full("Scheda di rilevazione")
    second = page("le famiglie del quartiere che ci vivono da sempre.", "Fine della scheda")
    document = PdfReader().read(pdf(second, first))
    said = [note.detail for note in document.notes]
    assert said == ["page-order"]
    assert texts(pdf(second, first))[0] == "Scheda di rilevazione"


def test_pages_in_order_are_left_as_they_are() -> None:
    """Nothing is said of them."""
    first = full("Scheda di rilevazione")
    second = page("le famiglie del quartiere che ci vivono da sempre.", "Fine della scheda")
    assert PdfReader().read(pdf(first, second)).notes == ()


def test_the_makers_ways_of_ordering() -> None:
    """They do what they say."""
    pages = [Printed(name, 100, 200) for name in "abc"]
    assert [one.content for one in swapped(pages)] == ["b", "a", "c"]
    assert [one.content for one in backwards(pages)] == ["c", "b", "a"]
    assert [one.content for one in doubled(pages)] == ["a", "b", "b", "c"]
    assert [(one.width, one.height) for one in two_up(pages)] == [(200, 100), (200, 100)]


def test_pages_that_are_each_there_twice_are_read_once() -> None:
    """As where copies are not sorted, or each sheet went in twice."""
    one, two = page("Prima pagina"), page("Seconda pagina")
    assert texts(pdf(one, one, two, two)) == ["Prima pagina", "Seconda pagina"]


def test_a_sheet_whose_right_page_holds_a_few_words_is_parted_as_the_others() -> None:
    """The last page of a form may be nearly empty."""
    sheets = [(LEFT, RIGHT), (["Prima riga", *LEFT[1:]], ["Fine"])]
    halves = []
    for left, right in sheets:
        sheet = leaf()
        for x, lines in ((60, left), (60 + WIDTH, right)):
            for at, line in enumerate(lines):
                sheet.text(x, 80 + 30 * at, line)
        halves.append(sheet)
    old, new = f"[0 0 {WIDTH} {HEIGHT}]".encode(), f"[0 0 {2 * WIDTH} {HEIGHT}]".encode()
    assert texts(pdf(*halves).replace(old, new))[-2:] == ["Riga 5 della prima pagina", "Fine"]


def test_a_page_that_begins_with_an_empty_column_is_half_a_sheet_all_the_same() -> None:
    """Its table's lines begin where the other page's do."""
    sheet = leaf()
    for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(260, 95 + 30 * at, left).text(66 + WIDTH, 95 + 30 * at, right)
    ys = [80.0 + 30 * at for at in range(7)]
    sheet.grid([60, 250, 500], ys).grid([60.0 + WIDTH, 500 + WIDTH], ys)
    old, new = f"[0 0 {WIDTH} {HEIGHT}]".encode(), f"[0 0 {2 * WIDTH} {HEIGHT}]".encode()
    middles = arranged(read_pages(pdf(sheet).replace(old, new)).pages).middles
    assert middles == ((1, float(WIDTH)),)


def test_an_order_that_is_asked_for_is_followed_and_told() -> None:
    """Whoever knows the form's words may ask for one."""
    one, two = page("Prima pagina"), page("Seconda pagina")
    document = PdfReader().read(pdf(two, one), ((2, False), (1, False)))
    assert [note.detail for note in document.notes] == ["page-order"]
    assert [block.place.page for block in document.blocks] == [2, 1]


def test_an_order_that_tears_a_sentence_is_not_followed() -> None:
    """What goes on over a page's end says more than the order of questions."""
    first = full("Scheda di rilevazione")
    second = page("le famiglie del quartiere che ci vivono da sempre.", "Fine della scheda")
    document = PdfReader().read(pdf(first, second), ((2, False), (1, False)))
    assert document.notes == ()
