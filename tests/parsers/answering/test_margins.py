"""Page headers and footers: letterheads are no answers, a question of the form is one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ingest.normalise import normalise
from ingest.record import Severity
from parsers.answers import Answers
from parsers.document import Document
from parsers.match import match
from parsers.word.reader import WordReader
from tests.parsers.visit_form import FORM
from tests.parsers.word.asides_builder import NAMES
from tests.parsers.word.builder import field, lines, p, r, relationships, table, word

ASKED = table(("Chi ha pagato", p("☒ Fondo comune") + p("☐ Parenti stretti")))


def headed(
    body: str, margins: Mapping[str, str], section: str = "", settings: str = "", kind: str = "default"
) -> bytes:
    """A Word file with those headers and footers, named ``header1``, ``footer1`` and so on."""
    kinds = {name: name.rstrip("0123456789") for name in margins}
    parts: dict[str, bytes | str] = {
        f"word/{name}.xml": f"<w:hdr {NAMES}>{content}</w:hdr>" for name, content in margins.items()
    }
    references = "".join(f'<w:{kinds[name]}Reference w:type="{kind}" r:id="{name}"/>' for name in margins)
    settings_part = f"<w:settings {NAMES}>{settings}</w:settings>"
    rels = relationships(
        *((name, kinds[name], f"{name}.xml") for name in margins), ("s", "settings", "settings.xml")
    )
    parts |= {"word/_rels/document.xml.rels": rels, "word/settings.xml": settings_part}
    return word(f"{body}<w:sectPr>{references}{section}</w:sectPr>", parts)


def shown(document: Document) -> list[tuple[str, list[str]]]:
    """The margins' kinds and lines."""
    return [(one.kind, lines(Document("", one.blocks))) for one in document.margins]


def read(body: str, **margins: str) -> Answers:
    """The answers of a form with those margins."""
    return match(WordReader().read(headed(body, margins)), FORM)


def strays(answers: Answers) -> list[tuple[str, str]]:
    """Source and text of the strays."""
    return [(stray.source, stray.text) for stray in answers.strays]


def written(answers: Answers) -> dict[str, str]:
    """The texts of the answers."""
    return {answer.field: answer.text for answer in answers.answers if answer.text}


def test_headers_and_footers_stand_apart_from_the_text() -> None:
    """They are margins, with places that say so, and no blocks."""
    document = WordReader().read(headed(p("alfa"), {"header1": p("beta"), "footer1": table(("gamma",))}))
    assert (lines(document), shown(document)) == (["alfa"], [("header", ["beta"]), ("footer", ["gamma"])])
    assert {block.place.part for margin in document.margins for block in margin.blocks} == {
        "header",
        "footer",
    }


def test_a_header_without_anything_is_none() -> None:
    """Every program writes empty ones."""
    assert shown(WordReader().read(headed(p("alfa"), {"header1": p(" ")}))) == []


@pytest.mark.parametrize(
    ("kind", "section", "settings", "count"),
    [
        ("first", "", "", 0),
        ("first", "<w:titlePg/>", "", 1),
        ("even", "", "", 0),
        ("even", "", "<w:evenAndOddHeaders/>", 1),
    ],
)
def test_only_headers_that_pages_show(kind: str, section: str, settings: str, count: int) -> None:
    """Those of first and of even pages are shown only where that is switched on."""
    data = headed(p("alfa"), {"header1": p("beta")}, section, settings, kind)
    assert len(WordReader().read(data).margins) == count


def test_a_text_box_in_a_header_is_read() -> None:
    """Letterheads often stand in one."""
    box = f"<w:r><w:pict><w:txbxContent>{p('beta')}</w:txbxContent></w:pict></w:r>"
    assert shown(WordReader().read(headed(p("alfa"), {"header1": p(box)}))) == [("header", ["", "beta"])]


def test_a_header_of_several_sections_is_read_once() -> None:
    """Sections share their headers."""
    parted = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:pPr></w:p>'
    )
    assert len(WordReader().read(headed(parted + p("alfa"), {"header1": p("beta")})).margins) == 1


def test_a_letterhead_is_said_once_and_answers_nothing() -> None:
    """The same words in the headers of first and further pages are one finding."""
    found = read(
        ASKED, header1=p("Circolo Merlo, tel. 0522 000111"), header2=p("Circolo Merlo, Tel. 0522 000111")
    )
    assert (strays(found), written(found)) == (
        [("header", "Circolo Merlo, tel. 0522 000111")],
        {"spese": "☒ Fondo comune"},
    )


def test_a_letterhead_asks_nobody_to_do_anything() -> None:
    """It is an info."""
    findings = normalise(FORM, read(ASKED, header1=p("Circolo Merlo"))).findings
    assert [one.severity for one in findings if one.code == "unexpected-content"] == [Severity.INFO]


PAGE = field("PAGE", r("2"))
NUMBERS = (
    p("Pagina ", PAGE, " di 3"),
    p(PAGE),
    p("- 2 -"),
    p("Pag. 2/3"),
    p("2 | Page"),
    p("GITE DELL’ANNO"),
)


@pytest.mark.parametrize("footer", NUMBERS)
def test_a_page_number_or_the_form_s_own_words_say_nothing(footer: str) -> None:
    """Nothing was written there by anybody."""
    assert strays(read(ASKED, footer1=footer)) == []


TABLES = {
    "a table": (table(("Ente proponente", "Circolo Merlo"), ("Stemma", "")), 0.9),
    "a line": (p("Ente proponente: Circolo Merlo"), 0.7),
}


@pytest.mark.parametrize("header", TABLES)
def test_a_question_of_the_form_in_the_header_is_read(header: str) -> None:
    """Programs and people put the first table there; without a table it may be a letterhead."""
    content, sure = TABLES[header]
    found = read(ASKED, header1=content)
    (answer,) = (one for one in found.answers if one.field == "ente")
    assert (answer.text.strip(), strays(found), answer.confidence > sure) == ("Circolo Merlo", [], True)
    assert answer.place is not None
    assert answer.place.part == "header"


def test_what_the_text_asks_itself_is_not_read_from_the_header() -> None:
    """The main text's own answer stands."""
    found = read(
        table(("Ente proponente", "Circolo Pettirosso")) + ASKED, header1=p("Ente proponente: Merlo")
    )
    assert (written(found)["ente"], strays(found)) == (
        "Circolo Pettirosso",
        [("header", "Ente proponente: Merlo")],
    )
