"""Texts that were made to break things, through the workbook and the report; and many forms at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from benchmarks import strings, workbook
from ingest.filed import Change, Filed
from ingest.record import Evidence, finding
from output.report import write
from parsers.document import Place
from tests.output.browsing import chromium, visiting, window
from tests.output.made import FORM, returned

_OUT_OF = (
    "",
    '"',
    "'",
    ">",
    '">',
    "'>",
    '"/>',
    "</td>",
    "</div>",
    "</p></li></ul></section>",
    "</title>",
    "</style>",
    "</script>",
    "</textarea>",
    "</main></body>",
    "-->",
    "<!--",
    "<![CDATA[",
    "]]>",
    "{{",
    "{%",
    "${",
    "&#x22;&#62;",
    "\x00",
    "\u2028",
)
_INTO = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//esempio.example/a.js></sCrIpT>",
    "<img src=//esempio.example/a.png onerror=alert(1)>",
    "<img srcset='//esempio.example/a.png 2x'>",
    "<svg onload=alert(1)>",
    "<svg><image href=//esempio.example/a.svg>",
    "<iframe src=//esempio.example></iframe>",
    "<link rel=stylesheet href=//esempio.example/a.css>",
    "<style>@import '//esempio.example/a.css';</style>",
    "<base href=//esempio.example/>",
    "<meta http-equiv=refresh content='0;url=//esempio.example'>",
    "<form action=//esempio.example><button>",
    "<object data=//esempio.example/a.swf>",
    "<video autoplay src=//esempio.example/a.mp4>",
    "<a href=javascript:alert(1)>qui</a>",
    "javascript:alert(1)",
    " onmouseover=alert(1) autofocus onfocus=alert(1) ",
    " style=background:url(//esempio.example/b.png) ",
    "{{ 7*7 }}{% raw %}",
    "<template><math><mi>",
)
PAYLOADS = tuple(map("".join, product(_OUT_OF, _INTO)))
"""Each way out of an attribute, a tag or a block, with each thing that one would put there."""


def _saying(number: int, texts: Sequence[str]) -> Filed:
    """A return that says these texts, one after the other, wherever a person's words can come to stand."""
    place = Place(page=1, box=(1, 2, 3, 4))
    fields = ("sender", "project", "story", "other_text", "province")
    turn = [texts[position % len(texts)] for position in range(9)]
    said = (finding("unexpected-content", None, place, text=turn[5]), finding("missing-required", "photo"))
    form = returned(number, *said, answers=dict(zip(fields, turn, strict=False)), file=turn[6])
    record = form.outcome.record
    assert record is not None
    evidence = Evidence(f"raw {turn[7]}", "text", 0.5, place, f"cell {turn[8]}")
    entries = tuple(replace(entry, evidence=evidence) for entry in record.entries)
    outcome = replace(form.outcome, record=replace(record, entries=entries))
    changed = (Change("story", f"uno {turn[0]}", f"due {turn[0]}"),)
    return replace(form, group=turn[2], outcome=outcome, changed=changed, superseded_by=9000)


def _shape(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Each element with the names of its attributes."""
    tree = etree.HTML(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    return [(str(element.tag), tuple(sorted(map(str, element.attrib)))) for element in tree.iter()]


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    """Five hundred ways to try: each page holds the elements and attributes of a harmless one."""
    write(tmp_path / "plain", [_saying(1, ["parola"])], [FORM], "it")
    write(tmp_path, [_saying(n, [text]) for n, text in enumerate(PAYLOADS, 1)], [FORM], "it")
    plain = _shape(tmp_path / "plain" / "0001.html")
    nasty = [number for number in range(1, 501) if _shape(tmp_path / f"{number:04d}.html") != plain]
    assert (len(PAYLOADS), nasty) == (500, [])


_ELEMENTS = "all => all.map((one) => one.tagName + [...one.attributes].map((a) => a.name).sort().join())"


def test_a_browser_makes_no_markup_of_texts_and_asks_for_nothing(tmp_path: Path) -> None:
    """The same five hundred, nine a page, and the index of them all: no request, no script, no element."""
    pages = [PAYLOADS[first : first + 9] for first in range(0, len(PAYLOADS), 9)]
    nasty, plain = tmp_path / "nasty", tmp_path / "plain"
    write(nasty, [_saying(n, texts) for n, texts in enumerate(pages, 1)], [FORM], "it")
    write(plain, [_saying(n, [f"parola {n}"]) for n in range(1, len(pages) + 1)], [FORM], "it")
    with chromium() as browser, window(browser) as opened:
        with visiting(opened, plain) as harmless:
            one, index = (
                harmless.open(name).locator("*").evaluate_all(_ELEMENTS)
                for name in ("0001.html", "index.html")
            )
        with visiting(opened, nasty) as visit:
            for number in range(1, len(pages) + 1):
                assert visit.open(f"{number:04d}.html").locator("*").evaluate_all(_ELEMENTS) == one
            assert visit.open("index.html").locator("*").evaluate_all(_ELEMENTS) == index
            assert (visit.asked, visit.said) == ([], [])


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """A part of what the benchmark puts through the workbook."""
    return strings.texts(900, 2100)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> Path:
    """The workbook of forms that say these texts."""
    path = tmp_path_factory.mktemp("strings") / "dataset.xlsx"
    strings.saved(path, texts)
    return path


def test_every_text_comes_back_by_openpyxl(book: Path, texts: list[str]) -> None:
    """As a text, equal, without a link."""
    assert strings.by_openpyxl(book, texts) == []


def test_no_text_becomes_a_formula_or_an_error(book: Path) -> None:
    """In no sheet."""
    assert strings.formulas(book) == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_text_comes_back_by_libreoffice(book: Path, texts: list[str]) -> None:
    """As it is shown there."""
    assert strings.by_libreoffice(book, texts) == []


def test_strings_are_the_same_for_the_same_seed() -> None:
    """What failed can be tried again."""
    assert list(islice(strings.drawn(3), 20)) == list(islice(strings.drawn(3), 20))


def test_one_more_form_rewrites_its_page_and_the_index_only(tmp_path: Path) -> None:
    """Of hundreds of pages and drafts all others keep their time."""
    forms = [returned(number, finding("missing-required", "mail")) for number in range(1, 301)]
    write(tmp_path, forms, [FORM], "it")
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    write(tmp_path, [*forms, returned(301)], [FORM], "it")
    fresh = {path.name for path in tmp_path.iterdir() if path.stat().st_mtime != 1}
    assert fresh == {"0301.html", "index.html"}


def test_the_workbook_of_many_forms_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """The table names the forms, seconds and memory; on few forms only their ratio is judged."""
    status = workbook.main(["--short", "--slack", "4"])
    said = capsys.readouterr().out
    assert (status, "workbook / bare cells" in said, "200" in said) == (0, True, True)


def test_a_sheet_says_how_large_it_is(book: Path) -> None:
    """At its top: a program that reads row by row need not go through it all to know."""
    with ZipFile(book) as package:
        top = package.read(f"xl/worksheets/sheet{strings.SHEET}.xml")[:2000]
    assert b'<dimension ref="A1:' in top


def test_all_cells_are_in_one_face(book: Path) -> None:
    """Headers and links name theirs: without a name programs take what comes first."""
    assert {
        cell.font.name for sheet in load_workbook(book) for row in sheet.iter_rows(max_row=3) for cell in row
    } == {"Calibri"}
