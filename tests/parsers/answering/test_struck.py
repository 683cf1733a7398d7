"""Answers with words that somebody struck out."""

from __future__ import annotations

import pytest

from tests.parsers.visit_form import SURE, confidence


@pytest.mark.parametrize(
    ("answer", "sure"), [("Circolo Merlo", True), ("~Circolo Merlo~", False), ("~Circolo~ Merlo", False)]
)
def test_struck_words_make_an_answer_doubtful(answer: str, sure: bool) -> None:
    """Nobody can tell whether they are still meant."""
    assert (confidence(f"| Nome dell’ente | {answer} |", "ente") >= SURE) is sure
