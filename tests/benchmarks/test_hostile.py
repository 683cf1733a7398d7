"""The measure of hostile PDFs: each in a process of its own, with bars on time and memory."""

from __future__ import annotations

import pytest

from benchmarks import hostile


def test_a_bomb_and_a_long_form_meet_every_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that unpacks to a thousand times its size is refused within the bars."""
    assert hostile.main(["bomb-blanks", "--slack", "3"]) == 0
    assert "too-large/unpacks-too-large" in capsys.readouterr().out


def test_a_missed_bar_is_the_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever takes longer than it may makes the status one of failure."""
    monkeypatch.setattr(hostile, "SECONDS", 0.0)
    assert hostile.main(["numbers"]) == 1
