"""Pass after pass, until interrupted."""

from __future__ import annotations

import shutil
from pathlib import Path

from ingest.cli import main
from ingest.workspace import create
from tests.ingest.cli.given import BLANK, Output
from tests.invitations import put_csv


def test_watch_follows_the_list_of_those_invited() -> None:
    """Report and dataset are written anew when it changes, though no form came."""
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 1:
            put_csv(Path("demo"), "Cooperativa\nIl Glicine\n")
        if len(naps) == 2:
            raise KeyboardInterrupt

    assert main(["watch", "demo"], sleep) == 0
    assert "Il Glicine" in Path("demo/reports/mancanti.html").read_text("utf-8")


def test_watch_takes_in_what_arrives_until_interrupted(capsys: Output) -> None:
    """A form dropped between two passes is read; Ctrl+C ends the watch with 0."""
    workspace = create(Path("demo"))
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            raise KeyboardInterrupt
        shutil.copy(BLANK, workspace.inbox / "vuota.docx")

    assert main(["watch", "demo", "--delay", "7"], sleep) == 0
    assert "1 ricevuta" in capsys.readouterr().out
    assert naps == [7.0, 7.0]


def test_watch_waits_for_a_share_that_is_away(capsys: Output) -> None:
    """An inbox that cannot be reached is said once, and taken up again when it is back."""
    workspace = create(Path("demo"))
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 1:
            workspace.inbox.rename("via")
        if len(naps) == 3:
            Path("via").rename(workspace.inbox)
            shutil.copy(BLANK, workspace.inbox / "vuota.docx")
        if len(naps) == 4:
            raise KeyboardInterrupt

    assert main(["watch", "demo"], sleep) == 0
    out = capsys.readouterr().out
    assert (out.count("non è raggiungibile"), "1 ricevuta" in out) == (1, True)
