"""Versions: which form and which program the data come from."""

from __future__ import annotations

from dataclasses import replace

from output.dataset import frames
from tests.output.made import FORM, returned


def test_each_version_has_its_row_with_its_forms() -> None:
    """Of form and of program, with how many were read by it; the definition in use has its fingerprint."""
    forms = [replace(returned(1), program="1.0"), replace(returned(2), program="1.1"), returned(3)]
    rows = frames([*forms[:2], replace(forms[2], program="1.1")], FORM, "it").versioni.to_numpy().tolist()
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Modulo", "3", 3),
        ("Programma", "1.0", 1),
        ("Programma", "1.1", 2),
    ]
    assert [bool(row[5]) for row in rows] == [True, False, False]
    assert rows[0][2] < rows[0][3]


def test_another_question_gives_another_fingerprint() -> None:
    """The same id and version, and yet not the same form."""
    other = replace(FORM, fields=FORM.fields[:-1])
    prints = [frames([returned(1)], form, "it").versioni.iloc[0, 5] for form in (FORM, other)]
    assert prints[0] != prints[1]


def test_a_definition_that_nobody_answered_yet_is_there() -> None:
    """An empty folder says which form it waits for."""
    assert frames([], FORM, "it").versioni.iloc[0, 1] == "3"
