"""The report in a browser: searched, sorted, copied, by keyboard, small, printed, without scripts, by ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.output.browsing import OLD, REJECTED, REVIEW, Visit, chromium, report, visiting, window

PAGES = ("index.html", REVIEW, REJECTED, OLD)
_FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in Italian."""
    return report(tmp_path_factory.mktemp("it"), "it")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in English."""
    return report(tmp_path_factory.mktemp("en"), "en")


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[BrowserContext]:
    """A window as on a desk."""
    with window(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def small(browser: Browser) -> Iterator[BrowserContext]:
    """A window of 1280 points at 400 %."""
    with window(browser, width=320) as opened:
        yield opened


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[BrowserContext]:
    """A window that runs no scripts."""
    with window(browser, script=False) as opened:
        yield opened


@pytest.fixture
def visit(screen: BrowserContext, home: Path) -> Iterator[Visit]:
    """A fresh page that has to stay quiet: no error, no question, nothing asked for elsewhere."""
    with visiting(screen, home) as opened:
        yield opened
        assert (opened.asked, opened.said) == ([], [])


def _shown(page: Page) -> list[str]:
    """The numbers of the forms in sight, in their order."""
    return [text.lstrip("0") for text in page.locator("tbody[data-rows] > tr:visible > th").all_inner_texts()]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("ancora", ["2"]), ("COOPERATIVA girandola", ["1", "4", "5"]), ("chiuso.pdf", ["3"]), ("zzz", [])],
)
def test_searching_leaves_what_holds_every_word(visit: Visit, words: str, numbers: list[str]) -> None:
    """Whatever the case and the accents; the count of what is shown follows."""
    page = visit.open("index.html")
    page.get_by_role("searchbox").fill(words)
    assert _shown(page) == numbers
    assert page.locator("output").inner_text() == f"Schede mostrate: {len(numbers)} su 5"


@pytest.mark.parametrize(
    ("name", "value", "numbers"),
    [
        ("state", "ok", ["1", "5"]),
        ("state", "superseded", ["4"]),
        ("region", "Veneto", ["2", "5"]),
        ("group", "sud", ["2"]),
        ("finding", "missing-required", ["2"]),
    ],
)
def test_a_filter_leaves_its_forms(visit: Visit, name: str, value: str, numbers: list[str]) -> None:
    """By state, region, folder and finding; the count follows."""
    page = visit.open("index.html")
    page.locator(f"select[name={name}]").select_option(value)
    assert _shown(page) == numbers
    assert f" {len(numbers)} su 5" in page.locator("output").inner_text()


def test_search_and_filters_narrow_each_other_and_are_reset_together(visit: Visit) -> None:
    """One button shows everything again."""
    page = visit.open("index.html")
    page.locator("select[name=region]").select_option("Veneto")
    page.get_by_role("searchbox").fill("girandola")
    assert _shown(page) == ["5"]
    page.get_by_role("button", name="Mostra tutte").click()
    expect(page.locator("tbody[data-rows] > tr:visible")).to_have_count(5)
    assert _shown(page) == ["1", "2", "3", "4", "5"]
    assert "5 su 5" in page.locator("output").inner_text()


def test_a_column_sorts_up_and_down(visit: Visit) -> None:
    """Words by the language's order, and the header says which way."""
    page = visit.open("index.html")
    head = page.get_by_role("columnheader", name="Chi l'ha inviata")
    head.get_by_role("button").click()
    assert (_shown(page)[-4:], head.get_attribute("aria-sort")) == (["2", "1", "4", "5"], "ascending")
    head.get_by_role("button").click()
    assert (_shown(page)[-2:], head.get_attribute("aria-sort")) == (["2", "3"], "descending")


def test_only_one_column_is_said_to_be_sorted(visit: Visit) -> None:
    """And times are sorted as times."""
    page = visit.open("index.html")
    for name in ("Progetto", "Ricevuta il", "Ricevuta il"):
        page.get_by_role("columnheader", name=name).get_by_role("button").click()
    assert page.locator("th[aria-sort]").count() == 1
    assert _shown(page) == ["5", "4", "3", "2", "1"]


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(f"(selector) => {_FOCUSED}.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by the keyboard")


def test_everything_is_done_by_keyboard(visit: Visit) -> None:
    """Search, filter, reset, sort, open a form, come back."""
    page = visit.open("index.html")
    _tab_to(page, "input[type=search]")
    page.keyboard.type("ancora")
    assert _shown(page) == ["2"]
    _tab_to(page, "select[name=state]")
    page.keyboard.press("ArrowDown")
    assert _shown(page) == []
    _tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    expect(page.locator("tbody[data-rows] > tr:visible")).to_have_count(5)
    _tab_to(page, "thead button")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert _shown(page) == ["5", "4", "3", "2", "1"]
    _tab_to(page, "tbody a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/0005.html")
    _tab_to(page, "nav a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")


def test_the_first_key_leads_past_the_header(visit: Visit) -> None:
    """The link to the contents is seen as soon as it is reached."""
    page = visit.open(REVIEW)
    page.keyboard.press("Tab")
    assert page.locator("a.skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")


@pytest.mark.parametrize("name", ["index.html", REVIEW])
def test_what_has_the_keyboard_is_seen_to_have_it(visit: Visit, name: str) -> None:
    """Each stop has an outline that it lacks otherwise, and lies in sight."""
    page = visit.open(name)
    stops = page.locator("a, button:visible, input, select, summary").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        width, style, inside = page.evaluate(
            f"""() => {{
              const look = getComputedStyle({_FOCUSED}), box = {_FOCUSED}.getBoundingClientRect();
              const inside = box.right > 0 && box.left < innerWidth
                && box.bottom > 0 && box.top < innerHeight;
              return [parseFloat(look.outlineWidth), look.outlineStyle, inside];
            }}"""
        )
        assert (width >= 2, style != "none", inside) == (True, True, True)


def test_the_message_is_copied_as_it_stands(visit: Visit) -> None:
    """Pasted elsewhere it is the same text, and the button says that it was copied."""
    page = visit.open(REVIEW)
    text = page.locator("#message").inner_text()
    page.get_by_role("button", name="Copia il messaggio").click()
    assert page.get_by_role("button", name="Messaggio copiato").is_visible()
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    assert page.locator("textarea").input_value().strip() == text.strip()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(visit: Visit, name: str) -> None:
    """To a file that is there, or a place on the same page."""
    page = visit.open(name)
    for address in page.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))"):
        if address.startswith("#"):
            assert page.locator(f"[id='{address[1:]}']").count() == 1
        elif not address.startswith("mailto:"):
            assert (visit.home / unquote(address)).is_file(), address


_CLIPPED = """() => [...document.querySelectorAll('main *, header *')].filter((one) => {
  const look = getComputedStyle(one);
  const cut = (way) => ['hidden', 'clip'].includes(look[way]);
  return (cut('overflowX') && one.scrollWidth > one.clientWidth + 1)
    || (cut('overflowY') && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", PAGES)
def test_four_times_as_large_nothing_is_lost(
    small: BrowserContext, home: Path, visit: Visit, name: str
) -> None:
    """In a window of 320 points nothing is cut off, and no page is wider than it."""
    with visiting(small, home) as narrow:
        page = narrow.open(name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(_CLIPPED) == []
        texts = [_words(one) for one in (page, visit.open(name))]
        assert texts[0] == texts[1]


def _words(page: Page) -> list[str]:
    """What a person sees of the contents, whatever its order on the screen."""
    return sorted(re.findall(r"\w+", page.locator("body").inner_text()))


@pytest.mark.parametrize("name", PAGES)
def test_a_printed_page_holds_everything_but_the_controls(visit: Visit, name: str) -> None:
    """What is folded on the screen is printed; buttons, search and navigation are not."""
    page = visit.open(name)
    page.emulate_media(media="print")
    assert page.locator("nav:visible, .skip:visible, .tools:visible, button[data-copy]:visible").count() == 0
    for number in range(page.locator("details .written").count()):
        assert page.locator("details .written").nth(number).is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_everything_is_there(
    bare: BrowserContext, home: Path, visit: Visit, name: str
) -> None:
    """All forms and all texts, and no control that would do nothing."""
    with visiting(bare, home) as still:
        page, other = still.open(name), visit.open(name)
        assert page.locator("form:visible, button:visible, select:visible").count() == 0
        seen = "dl, .written, li, tbody"
        assert page.locator(seen).all_inner_texts() == other.locator(seen).all_inner_texts()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["it", "en"])
def test_a_screen_reader_finds_nothing_to_stumble_over(
    screen: BrowserContext, home: Path, english: Path, language: str, name: str
) -> None:
    """By all of axe's rules: contrast, names, landmarks, headings, tables, sizes."""
    with visiting(screen, home if language == "it" else english) as visit:
        assert _stumbles(visit.open(name)) == []


@pytest.mark.parametrize("name", ["index.html", REVIEW])
def test_a_small_page_is_as_easy_to_hear(small: BrowserContext, home: Path, name: str) -> None:
    """What scrolls can be scrolled by keyboard, and tables stay tables."""
    with visiting(small, home) as visit:
        assert _stumbles(visit.open(name)) == []


def _stumbles(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response
    assert len(found["passes"]) > 10  # it has looked
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
