"""Two versions side by side, with what differs marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from ingest.filed import Change
from output.changes import Piece, pieces
from output.report import write
from tests.output.made import FORM, returned


def test_the_word_that_changed_is_marked_in_both() -> None:
    """The rest stands as it is, spaces included."""
    before, after = pieces("Orti in  comune, dal 1998.", "Orti in  comune, dal 2004.")
    assert before == (Piece("Orti in  comune, dal "), Piece("1998", True), Piece("."))
    assert after == (Piece("Orti in  comune, dal "), Piece("2004", True), Piece("."))


def test_texts_that_have_nothing_in_common_are_not_marked() -> None:
    """A mark on every word tells nothing."""
    assert pieces("Tipo A", "nulla di simile qui") == ((Piece("Tipo A"),), (Piece("nulla di simile qui"),))


def test_an_answer_that_was_not_there_is_no_piece() -> None:
    """The page says that there was none."""
    assert pieces("", "Tipo A") == ((), (Piece("Tipo A"),))


def test_very_long_texts_are_shown_whole() -> None:
    """Comparing them would take too long."""
    before, after = pieces("a " * 3_000, "a " * 2_999 + "b ")
    assert (len(before), len(after)) == (1, 1)


def test_the_newer_version_shows_what_changed_too(tmp_path: Path) -> None:
    """On its own page, with the answer before and now."""
    changed = (
        Change("story", "Orti in comune dal 1998", "Orti in comune dal 2004"),
        Change("type", None, "A"),
    )
    old = replace(returned(1, current=False), superseded_by=2, changed=changed)
    write(tmp_path, [old, replace(returned(2), supersedes=1)], [FORM], "it")
    page = html.document_fromstring((tmp_path / "0002.html").read_bytes())
    cells = [cell.text_content() for cell in page.xpath("//section[@aria-labelledby='news']//td")]
    assert cells == ["Orti in comune dal 1998", "Orti in comune dal 2004", "nessuna risposta", "Tipo A"]
    assert page.xpath("//section[@aria-labelledby='news']//mark/text()") == ["1998", "2004"]
