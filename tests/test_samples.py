"""Every file of samples/ is read as the reading beside it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readings import (
    expected_of,
    fold,
    named,
    notes,
    problems,
    read_file,
    sample_files,
    values_of,
)

FORMS = [*sample_files("returned"), *sample_files("twins")]
READABLE = [path for path in FORMS + sample_files("bad") if expected_of(path)["record"] is not None]
REFUSED = [path for path in sample_files("bad") if expected_of(path)["record"] is None]


def named_after(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", READABLE, ids=named_after)
def test_each_value_is_the_expected_one(path: Path) -> None:
    """Every field of the record has the value that was written; pages lose white space in texts."""
    right = expected_of(path)["record"]
    assert isinstance(right, dict)
    on_page = path.read_bytes().startswith(b"%PDF")
    assert values_of(read_file(path), folded=on_page) == (fold(right) if on_page else right)


@pytest.mark.parametrize("path", READABLE, ids=named_after)
def test_each_problem_is_found_and_no_other(path: Path) -> None:
    """Errors and warnings are those expected, no more and no less, and the status follows them."""
    outcome, right = read_file(path), expected_of(path)
    assert (outcome.status, problems(outcome)) == (right["status"], named(right["findings"]))


@pytest.mark.parametrize("path", READABLE, ids=named_after)
def test_each_certain_note_is_given(path: Path) -> None:
    """The notes that are certain are among those given."""
    outcome, right = read_file(path), expected_of(path)
    assert set(named(right["notes"])) <= set(notes(outcome))


@pytest.mark.parametrize("path", [path for path in FORMS if path.suffix == ".pdf"], ids=named_after)
def test_a_page_holds_nothing_that_nobody_wrote(path: Path) -> None:
    """Paragraphs of the form itself that a page runs together are no text that belongs to no field."""
    certain = named(expected_of(path)["notes"])
    assert [found for found in notes(read_file(path)) if found[1] == "unexpected-content"] == [
        found for found in certain if found[1] == "unexpected-content"
    ]


@pytest.mark.parametrize("path", REFUSED, ids=named_after)
def test_what_is_no_readable_form_is_refused_for_the_expected_reason(path: Path) -> None:
    """A file that cannot be read, or is another form, is rejected with the code expected."""
    outcome, right = read_file(path), expected_of(path)
    assert outcome.failure is not None
    assert (outcome.status, outcome.failure.code) == (right["status"], right["error"])


@pytest.mark.parametrize("path", [path for path in FORMS if path.suffix == ".docx"], ids=named_after)
def test_an_answer_shows_where_it_stands(path: Path) -> None:
    """Whatever has a value in a Word file has a place that names a table or a paragraph."""
    record = read_file(path).record
    assert record is not None
    given = [entry for entry in record.entries if entry.value not in (None, "", (), 0)]
    nowhere = [
        entry.field
        for entry in given
        if entry.evidence.place is None
        or (entry.evidence.place.table is None and entry.evidence.place.paragraph is None)
    ]
    assert nowhere == []


def test_the_samples_are_there() -> None:
    """The folders hold what the tests of this module run over."""
    assert (len(READABLE) > 40, len(REFUSED) > 4) == (True, True)
