"""A browser for tests: the computer's own Chromium, a report to look at, and what its pages ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from ingest.filed import Change, Filed
from ingest.record import Entry, Evidence, finding
from output.report import write
from parsers.document import Place
from parsers.form import Field, Kind
from tests.output.made import FORM, rejected, returned

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

_AREA = Field("area", "Regione", Kind.REGION, required=False)
WITH_REGION = replace(FORM, fields=(*FORM.fields, _AREA))
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "81c07e6ba60000000049454e44ae426082"
)
"""A picture of one grey point."""
REVIEW, REJECTED, OLD = "0002.html", "0003.html", "0004.html"


@dataclass(slots=True)
class Visit:
    """A page that is open, and what it did besides showing itself."""

    page: Page
    home: Path
    asked: list[str] = field(default_factory=list)
    """The addresses that were asked for, files of the report aside."""
    said: list[str] = field(default_factory=list)
    """Errors, and boxes that popped up."""

    def open(self, name: str) -> Page:
        """Shows a file of the report."""
        self.page.goto((self.home / name).as_uri())
        return self.page


@contextmanager
def chromium() -> Iterator[Browser]:
    """The installed browser; skips the test where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, *, script: bool = True, width: int = 1280) -> Iterator[BrowserContext]:
    """A window `width` points wide; opening one takes long, so that tests share it."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900})
    try:
        yield context
    finally:
        context.close()


@contextmanager
def visiting(context: BrowserContext, home: Path) -> Iterator[Visit]:
    """A page of its own. What lies outside the report is not given to it, and noted."""
    visit = Visit(context.new_page(), home)

    def give(route: Route) -> None:
        if route.request.url.startswith(home.as_uri()):
            route.continue_()
        else:
            visit.asked.append(route.request.url)
            route.abort()

    visit.page.route("**/*", give)
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.page.on("console", lambda message: visit.said.append(message.text))
    visit.page.on("dialog", lambda box: (visit.said.append(box.message), box.dismiss()))
    try:
        yield visit
    finally:
        visit.page.close()


def forms() -> list[Filed]:
    """One in order, one to be checked, one rejected, one replaced, one more in order."""
    place = Place(page=1, box=(1, 2, 3, 4))
    said = (
        finding("missing-required", "mail"),
        finding("unknown-city", "province", text="Regio", suggestion="Reggio"),
        finding("over-length", "story", length=2134, limit=2000),
        finding("macros"),
    )
    there = {"sender": "Cooperativa Àncora", "mail": None}
    review = returned(2, *said, answers=there, raw="☒ così", context="☒ così e cosà", place=place)
    old = replace(returned(4, current=False), superseded_by=1, changed=(Change("story", "a", "b"),))
    return [
        replace(_of("Liguria", returned(1)), group="nord"),
        replace(_of("Veneto", review), group="sud"),
        rejected(3),
        _of("Liguria", old),
        _of("Veneto", returned(5)),
    ]


def _of(region: str, filed: Filed) -> Filed:
    record = filed.outcome.record
    assert record is not None
    entry = Entry("area", region, Evidence(region, "text", 0.95, None))
    whole = replace(record, entries=(*record.entries, entry))
    return replace(filed, outcome=replace(filed.outcome, record=whole))


def report(folder: Path, language: str) -> Path:
    """The report of `forms`, with the originals that it links to."""
    home = folder / "reports"
    made = forms()
    write(home, made, [WITH_REGION], language, lambda filed, place: PIXEL)
    for one in made:
        original = folder / one.archived
        original.parent.mkdir(exist_ok=True)
        original.write_bytes(b"")
    return home
