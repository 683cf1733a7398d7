"""The measure of accuracy: what it draws, what it says, when it fails."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from benchmarks import accuracy
from ingest import pipeline
from ingest.record import Outcome
from parsers.form import Form
from samples import producers
from samples.drawing import ASKED_FOR, AXES

READ = pipeline.read
SILENT = "wrong fields with nothing said of them"


def with_another_name(data: bytes, name: str, forms: Sequence[Form]) -> Outcome:
    """The right reading, but for one text, and no word of it."""
    outcome = READ(data, name, forms)
    if outcome.record is None:
        return outcome
    entries = tuple(
        replace(entry, value="un’altra") if entry.field == "nome_progetto" else entry
        for entry in outcome.record.entries
    )
    return replace(outcome, record=replace(outcome.record, entries=entries))


def said(output: str, figure: str) -> str:
    """The value that the table gives for a figure."""
    return next(line for line in output.splitlines() if line.startswith(figure)).split()[-1]


def test_forms_that_are_read_rightly_meet_every_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """A few forms, all read rightly, give the status of success."""
    assert accuracy.main(["--count", "3", "--seed", "20"]) == 0
    assert said(capsys.readouterr().out, "forms with every field right") == "100.00"


def test_fillable_forms_are_measured_too(capsys: pytest.CaptureFixture[str]) -> None:
    """With their own ways."""
    assert accuracy.main(["--count", "3", "--seed", "20", "--fillable"]) == 0
    assert capsys.readouterr().out.startswith("3 forms, fillable PDF, --seed 20")


def test_one_wrong_value_with_nothing_said_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the share, a silent value makes the status one of failure."""
    monkeypatch.setattr(pipeline, "read", with_another_name)
    assert accuracy.main(["--count", "1", "--seed", "20", "--axes"]) == 1
    assert said(capsys.readouterr().out, SILENT) == "1"


def hanging_at(stem: str) -> Callable[[Mapping[str, bytes], str], dict[str, bytes]]:
    """A program that hangs whenever that file is among those it is given, and else gives them back."""

    def converted(files: Mapping[str, bytes], _: str) -> dict[str, bytes]:
        if stem in files:
            raise subprocess.TimeoutExpired("soffice", 1)
        return dict(files)

    return converted


def test_a_form_that_cannot_be_printed_is_left_out_and_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others of its batch are read."""
    monkeypatch.setattr(producers, "available", lambda: True)
    monkeypatch.setattr(producers, "converted", hanging_at("form-1"))
    assert accuracy.main(["--count", "3", "--seed", "20", "--pdf"]) == 0
    output = capsys.readouterr().out
    assert said(output, "forms  ") == "2"
    assert said(output, "forms that LibreOffice could not print") == "1"


def test_nothing_printed_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    """No form read is no form read rightly."""
    monkeypatch.setattr(producers, "available", lambda: True)
    monkeypatch.setattr(producers, "converted", hanging_at("form-0"))
    assert accuracy.main(["--count", "1", "--seed", "20", "--pdf"]) == 2


def test_every_way_can_be_drawn() -> None:
    """The forms of every way are so many of each, those included that are drawn only when asked for."""
    wanted = list(accuracy.each_way(7, 2))
    ways = [set(AXES[axis]) | set(ASKED_FOR.get(axis, ())) for axis in AXES]
    assert len(wanted) == 2 * sum(map(len, ways))
    assert len({one.seed for one in wanted}) == len(wanted)
