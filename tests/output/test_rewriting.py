"""Writing the report again: only what has changed is written, and nothing of others is touched."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.filed import Filed
from ingest.record import finding
from output.report import write
from parsers.document import Place
from tests.output.made import FORM, rejected, returned


def test_an_unchanged_page_is_left_alone(tmp_path: Path) -> None:
    """Its time stays, so that copies and back-ups have nothing to do."""
    write(tmp_path, [returned(1), returned(2)], [FORM], "it")
    for name in ("0001.html", "0002.html", "index.html"):
        os.utime(tmp_path / name, (1, 1))
    write(tmp_path, [returned(1), returned(2, finding("macros"))], [FORM], "it")
    times = [(tmp_path / name).stat().st_mtime == 1 for name in ("0001.html", "0002.html")]
    assert times == [True, False]


def test_crops_are_not_drawn_again_for_an_unchanged_page(tmp_path: Path) -> None:
    """Drawing takes seconds a form."""
    drawn: list[int] = []

    def crop(filed: Filed, places: Sequence[Place]) -> bytes:
        drawn.append(filed.number)
        return b"PNG"

    form = returned(place=Place(page=1, box=(1, 2, 3, 4)))
    write(tmp_path, [form], [FORM], "it", crop)
    first = len(drawn)
    write(tmp_path, [form], [FORM], "it", crop)
    assert (first > 0, len(drawn)) == (True, first)


def test_a_page_that_was_cut_short_is_written_again(tmp_path: Path) -> None:
    """A page is current only when it is whole."""
    write(tmp_path, [returned()], [FORM], "it")
    page = tmp_path / "0001.html"
    whole = page.read_bytes()
    page.write_bytes(whole[: len(whole) // 2])
    write(tmp_path, [returned()], [FORM], "it")
    assert page.read_bytes() == whole


def test_pages_of_forms_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    """Other people's files in the folder stay."""
    write(tmp_path, [returned(1), returned(2)], [FORM], "it")
    (tmp_path / "appunti.html").write_text("miei")
    write(tmp_path, [returned(2)], [FORM], "it")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0002.html", "appunti.html", "index.html"]


def test_a_form_is_let_go_once_its_pages_are_made(tmp_path: Path) -> None:
    """Forms come one by one: thousands of them with all their evidence would fill the memory."""
    held: list[int] = []

    def forms() -> Iterator[Filed]:
        for number in range(1, 9):
            held.append(sum(type(one) is Filed for one in gc.get_objects()))
            yield returned(number)

    write(tmp_path, forms(), [FORM], "it")
    assert max(held) - held[0] <= 1


def test_nothing_is_written_where_nothing_has_changed(tmp_path: Path) -> None:
    """Pages, drafts and index keep their time."""
    forms = [returned(1, finding("missing-required", "mail")), rejected(2)]
    write(tmp_path, forms, [FORM], "it")
    names = ("0001.html", "0001.eml", "0002.html", "index.html")
    for name in names:
        os.utime(tmp_path / name, (1, 1))
    write(tmp_path, forms, [FORM], "it")
    assert [(tmp_path / name).stat().st_mtime for name in names] == [1, 1, 1, 1]
