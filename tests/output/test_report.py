"""The report: what it says, and that no answer becomes markup."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from ingest import messages
from ingest.filed import Change, Filed
from ingest.record import finding
from ingest.texts import Texts
from output import labels, problems
from output.report import CATALOGUE, write
from parsers.document import Place
from tests.output.made import FORM, rejected, returned

WORDS = Texts("it", labels.CATALOGUE, CATALOGUE)

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></style><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "<!-- ",
    "javascript:alert(1)",
    "https://esempio.example",
    "&lt;b&gt;",
    "\x00\ud800\u202e",
)


def _tree(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _shape(path: Path) -> list[str]:
    return [str(element.tag) for element in _tree(path).iter()]


def _full(text: str) -> Filed:
    """A return that says `text` wherever a person's words can come to stand."""
    place = Place(page=1, box=(1, 2, 3, 4))
    said = [finding("unexpected-content", None, place, text=text)]
    answers = dict.fromkeys(("sender", "project", "story", "mail", "other_text"), text)
    form = returned(1, *said, answers={**answers}, raw=f"raw {text}", context=f"cell {text}", file=text)
    return replace(form, group=text, changed=(Change("story", text, f"{text}."),), superseded_by=2)


@pytest.mark.parametrize("text", PAYLOADS, ids=ascii)
def test_what_a_form_says_never_becomes_markup(tmp_path: Path, text: str) -> None:
    """The pages hold the same elements as with a harmless word, and no script or link of theirs."""
    write(tmp_path / "plain", [_full("parola")], [FORM], "it")
    write(tmp_path / "nasty", [_full(text)], [FORM], "it")
    for name in ("0001.html", "index.html"):
        assert _shape(tmp_path / "nasty" / name) == _shape(tmp_path / "plain" / name)
        nasty, plain = (_tree(tmp_path / kind / name).xpath("//script/text()") for kind in ("nasty", "plain"))
        assert nasty == plain


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), min_size=1).filter(lambda text: text.strip() != ""))
def test_any_text_can_be_shown(tmp_path: Path, text: str) -> None:
    """Surrogates, controls and brackets included."""
    write(tmp_path, [_full("x" + text)], [FORM], "it")
    assert _shape(tmp_path / "0001.html").count("h1") == 1


def test_every_link_stays_in_the_folder(tmp_path: Path) -> None:
    """Pages link to each other and to the original, whose name is quoted; nothing else."""
    odd = replace(returned(1), archived='archive/a b#"<x>?.docx', supersedes=2)
    write(tmp_path, [odd, replace(returned(2, current=False), superseded_by=1)], [FORM], "it")
    links = {str(link) for link in _tree(tmp_path / "0001.html").xpath("//a/@href")}
    assert links == {"#main", "index.html", "0002.html", "../archive/a%20b%23%22%3Cx%3E%3F.docx"}


def test_a_page_forbids_remote_content_and_all_scripts_but_its_own(tmp_path: Path) -> None:
    """The browser is told so, before anything else is read: only what has this very hash may run."""
    write(tmp_path, [returned()], [FORM], "it")
    for name in ("0001.html", "index.html"):
        tree = _tree(tmp_path / name)
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        (script,) = tree.xpath("//script/text()")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        allowed = f"script-src 'sha256-{digest}'"
        assert policy == f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; {allowed}"


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_page_can_be_read_by_ear(tmp_path: Path, language: str) -> None:
    """Language, one heading of the first level, landmarks, headed rows and columns."""
    write(tmp_path, [returned(1, finding("missing-required", "mail"))], [FORM], language)
    for name in ("0001.html", "index.html"):
        tree = _tree(tmp_path / name)
        assert tree.get("lang") == language
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == len(tree.xpath("//header")) == 1
        assert tree.xpath("//th[not(@scope)]") == []


def test_errors_warnings_and_notes_stand_apart(tmp_path: Path) -> None:
    """Each finding in the list of its severity, with a link to the answer it is about."""
    said = (
        finding("missing-required", "mail"),
        finding("low-confidence", "story"),
        finding("macros"),
    )
    write(tmp_path, [returned(1, *said)], [FORM], "it")
    tree = _tree(tmp_path / "0001.html")
    codes = [
        tree.xpath(f"//section[@class='{name}']//code/text()") for name in ("errors", "warnings", "notes")
    ]
    assert codes == [["missing-required"], ["low-confidence"], ["macros"]]
    assert tree.xpath("//section[@class='errors']//a/@href") == ["#f-mail"]
    assert tree.xpath("//tr[@id='f-mail']/@class") == ["error"]


def test_a_form_in_order_has_no_list_of_problems(tmp_path: Path) -> None:
    """It says so in one sentence."""
    write(tmp_path, [returned()], [FORM], "it")
    tree = _tree(tmp_path / "0001.html")
    assert tree.xpath("//section/@class") == []
    assert WORDS.say("verdict", "ok") in tree.xpath("string(//header)")


def test_a_rejected_file_has_a_page_that_says_why(tmp_path: Path) -> None:
    """Without a table of answers."""
    write(tmp_path, [rejected(4)], [FORM], "it")
    tree = _tree(tmp_path / "0004.html")
    (problem,) = problems.problems(rejected(4), None, Texts("it", messages.CATALOGUE))
    assert problem.message in tree.xpath("string(//section[@class='errors'])")
    assert tree.xpath("//table") == []


def test_every_field_is_shown_with_its_evidence(tmp_path: Path) -> None:
    """Value, what was written, the cell as it stands, how it was read and how surely."""
    write(tmp_path, [returned(raw="☒Tipo misto", context="☐Tipo A ☒Tipo misto")], [FORM], "it")
    tree = _tree(tmp_path / "0001.html")
    assert len(tree.xpath("//table[@class='answers']/tbody/tr")) == len(FORM.fields)
    shown = tree.xpath("string(//tr[@id='f-type'])")
    for part in ("Tipologia", "Tipo misto", "☒Tipo misto", "☐Tipo A ☒Tipo misto", "95 %"):
        assert part in shown


def test_a_crop_is_embedded_where_a_place_has_a_box(tmp_path: Path) -> None:
    """As a picture within the page, with a text in its place."""
    at = Place(page=1, box=(1, 2, 3, 4))
    write(tmp_path, [returned(place=at)], [FORM], "it", lambda filed, some: b"PNG" if at in some else None)
    pictures = _tree(tmp_path / "0001.html").xpath("//img")
    assert {picture.get("src") for picture in pictures} == {"data:image/png;base64,UE5H"}
    assert all(picture.get("alt") for picture in pictures)


def test_an_answer_over_two_pages_has_a_crop_of_each(tmp_path: Path) -> None:
    """All that was read from one page is on one picture."""
    at = tuple(Place(page=page, box=(1, top, 3, top + 9)) for page, top in ((2, 1), (1, 600), (1, 700)))
    form = returned()
    record = form.outcome.record
    assert record is not None
    first, *others = record.entries
    long = replace(first, evidence=replace(first.evidence, place=at[1], places=at))
    outcome = replace(form.outcome, record=replace(record, entries=(long, *others)))
    asked: list[list[Place]] = []

    def crop(filed: Filed, places: Sequence[Place]) -> bytes:
        asked.append(list(places))
        return b"PNG"

    write(tmp_path, [replace(form, outcome=outcome)], [FORM], "it", crop)
    assert asked == [[at[1], at[2]], [at[0]]]
    assert len(_tree(tmp_path / "0001.html").xpath("//img")) == 2


def test_a_page_without_an_original_has_no_crop(tmp_path: Path) -> None:
    """A crop that cannot be drawn is left out."""
    at = Place(page=1, box=(1, 2, 3, 4))
    write(tmp_path, [returned(place=at)], [FORM], "it", lambda filed, places: None)
    assert _tree(tmp_path / "0001.html").xpath("//img") == []


def test_the_index_counts_every_file_once(tmp_path: Path) -> None:
    """In order, to be checked, rejected, superseded, duplicate."""
    forms = [
        returned(1),
        returned(2, finding("missing-required", "mail")),
        rejected(3),
        replace(returned(4, current=False), superseded_by=1),
        replace(returned(5, current=False), duplicate_of=1),
    ]
    write(tmp_path, forms, [FORM], "it")
    tree = _tree(tmp_path / "index.html")
    assert tree.xpath("//dl[@class='counts']//dd/text()") == ["1", "1", "1", "1", "1"]
    assert len(tree.xpath("//tbody/tr")) == len(forms)


def test_a_changed_form_shows_what_changed(tmp_path: Path) -> None:
    """The older version's page holds both answers, and a link to the newer one."""
    old = replace(returned(1, current=False), superseded_by=2, changed=(Change("type", "A", "A+B"),))
    write(tmp_path, [old, replace(returned(2), supersedes=1)], [FORM], "it")
    tree = _tree(tmp_path / "0001.html")
    cells = tree.xpath("//section[@aria-labelledby='changes']//td")
    assert [cell.text_content() for cell in cells] == ["Tipo A", "Tipo misto"]
    assert "0002.html" in tree.xpath("//dl//a/@href")


def test_a_form_that_lacks_something_has_a_message_to_its_sender(tmp_path: Path) -> None:
    """Shown on its page, linked as a draft; gone when nothing is missing any more."""
    write(tmp_path, [returned(1, finding("missing-required", "story"))], [FORM], "it")
    tree = _tree(tmp_path / "0001.html")
    (shown,) = tree.xpath("//*[@id='message']")
    assert "1. «Breve descrizione»: manca la risposta." in shown.text_content()
    assert "0001.eml" in tree.xpath("//a/@href")
    assert (tmp_path / "0001.eml").read_bytes().startswith(b"Subject:")
    write(tmp_path, [returned(1)], [FORM], "it")
    assert not (tmp_path / "0001.eml").exists()
    assert _tree(tmp_path / "0001.html").xpath("//*[@id='message']") == []


def test_the_index_can_be_filtered_by_what_occurs(tmp_path: Path) -> None:
    """State, folder and finding where there are two to choose from, each with its count."""
    forms = [
        returned(1, finding("missing-required", "mail")),
        replace(returned(2), group="nord"),
        replace(returned(3), group="sud"),
    ]
    write(tmp_path, forms, [FORM], "it")
    tree = _tree(tmp_path / "index.html")
    choices = {
        str(select.get("name")): [option.text_content() for option in select.xpath("option")][1:]
        for select in tree.xpath("//select")
    }
    assert choices == {"state": ["In ordine (2)", "Da verificare (1)"], "group": ["nord (1)", "sud (1)"]}
    rows = tree.xpath("//tbody/tr")
    assert [(row.get("data-state"), row.get("data-group")) for row in rows] == [
        ("review", ""),
        ("ok", "nord"),
        ("ok", "sud"),
    ]
