"""Foreign forms: every box found, with its state and label, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsers.labels.label import labelled
from tests.foreign.forms import DECOYS, LANGUAGES, LAYOUTS, NUMBERING, Drawn, Words
from tests.parsers.word.builder import p, read, relationships


def _seen(body: str) -> list[tuple[str, str]]:
    parts = {
        "word/_rels/document.xml.rels": relationships(("n", "numbering", "numbering.xml")),
        "word/numbering.xml": NUMBERING,
    }
    return [(found.mark.state.value, found.label) for found in labelled(read(body, parts))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_layout(layout: Callable[[Words], Drawn], language: str) -> None:
    """A layout is read as a person reads it, in every language."""
    body, truth = layout(LANGUAGES[language])
    assert _seen(body) == truth


@pytest.mark.parametrize("language", LANGUAGES)
def test_layouts_one_after_another(language: str) -> None:
    """Layouts do not disturb each other in one document."""
    words = LANGUAGES[language]
    drawn = [layout(words) for layout in LAYOUTS]
    body = p("Titolo").join(body for body, _ in drawn)
    assert _seen(body) == [one for _, truth in drawn for one in truth]


@pytest.mark.parametrize("decoy", DECOYS)
def test_decoy(decoy: str) -> None:
    """What only looks like a box is none."""
    assert _seen(DECOYS[decoy]) == []
