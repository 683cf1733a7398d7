"""What the measures share: turns, tables, bars."""

from __future__ import annotations

import pytest

from benchmarks.measure import Bar, best_of, judge, table


def test_works_take_turns() -> None:
    """Pieces of work are timed one after the other in every round."""
    done: list[str] = []
    best_of([lambda: done.append("ours"), lambda: done.append("theirs")], rounds=2)
    assert done == ["ours", "theirs", "ours", "theirs"]


def test_a_bar_that_is_missed_is_the_exit_status() -> None:
    """A figure above its bar gives status 1."""
    assert judge([Bar("one", 0.2, 0.3), Bar("two", 0.5, 0.3)]) == 1


def test_slack_forgives_and_still_tells(capsys: pytest.CaptureFixture[str]) -> None:
    """With slack a bar that is nearly held is told as missed, and the status is 0."""
    assert (judge([Bar("one", 0.5, 0.3)], slack=2), "MISSED" in capsys.readouterr().out) == (0, True)


def test_slack_has_an_end() -> None:
    """What is beyond the slack too gives status 1."""
    assert judge([Bar("one", 0.7, 0.3)], slack=2) == 1


def test_columns_stand_in_line() -> None:
    """The first column is set to the left, the others to the right."""
    assert table([("name", "n"), ("a", 1.5), ("bb", 0.02)]) == "name       n\na       1.50\nbb    0.0200"
