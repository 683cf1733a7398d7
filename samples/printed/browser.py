"""Chromium as people print with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from samples.printed.web import PAGES, Website

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

_HEADER = (
    "<div style='font-size:8px;width:100%;display:flex;justify-content:space-between;margin:0 8mm'>"
    "<span>05/03/24, 10:21</span><span class=title></span><span></span></div>"
)
_FOOTER = (
    "<div style='font-size:8px;width:100%;display:flex;justify-content:space-between;margin:0 8mm'>"
    "<span>https://moduli.example/scheda?id=48213</span>"
    "<span><span class=pageNumber></span>/<span class=totalPages></span></span></div>"
)


def found() -> str | None:
    """The browser's path, or None where there is none."""
    return next((path for path in map(shutil.which, _NAMES) if path), None)


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser, closed at the end. Raises OSError where there is none."""
    from playwright.sync_api import sync_playwright

    path = found()
    if path is None:
        raise OSError("no Chromium on this computer")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def printed(browser: Browser, site: Website) -> bytes:
    """The page as PDF."""
    said: Mapping[str, object] = PAGES[site.axes["page"]]
    page = browser.new_page()
    try:
        page.set_content(site.html)
        margin = str(said.get("margin", "14mm"))
        return page.pdf(
            format=str(said["format"]),
            landscape=bool(said.get("landscape", False)),
            scale=float(str(said.get("scale", 1.0))),
            print_background=True,
            display_header_footer=bool(said.get("headed", False)),
            header_template=_HEADER,
            footer_template=_FOOTER,
            margin={"top": margin, "bottom": margin, "left": margin, "right": margin},
        )
    finally:
        page.close()
