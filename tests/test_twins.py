"""The guard: a form in Word and the same form as PDF say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import identity
from parsers.definition import built_in
from tests.readings import SAMPLES, problems, read_file, sample_files, values_of

PAGES = sample_files("twins")


def word_of(page: Path) -> Path:
    """The Word file that a PDF of twins/ was exported from."""
    return SAMPLES / "returned" / f"{page.stem}.docx"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_form_and_its_pdf_hold_the_same_answers(page: Path) -> None:
    """Each value is the same in Word and PDF, white space in texts apart."""
    assert values_of(read_file(page), folded=True) == values_of(read_file(word_of(page)), folded=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_form_and_its_pdf_have_the_same_problems(page: Path) -> None:
    """The same errors and warnings are found in Word and PDF."""
    assert problems(read_file(page)) == problems(read_file(word_of(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_form_and_its_pdf_count_once(page: Path) -> None:
    """Whoever sends both is in the data with one of them."""
    form = built_in()[0]
    pair = [read_file(path).record for path in (page, word_of(page))]
    answers = [identity.of(record, form).answers for record in pair if record is not None]
    assert answers[0] is not None
    assert answers == answers[:1] * 2


def test_there_are_ten_pairs() -> None:
    """Ten forms lie there in both kinds."""
    assert [word_of(page).exists() for page in PAGES] == [True] * 10
