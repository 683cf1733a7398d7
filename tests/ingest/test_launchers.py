"""What staff find in a new work folder: instructions, and launchers that do the pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.launchers import leaflets, put
from ingest.session import texts_of
from ingest.workspace import Workspace, create

STUB = '#!/bin/sh\npwd > called\necho "$@" >> called\n'


def _folder(tmp_path: Path) -> Workspace:
    return create(tmp_path / "Schede dell'anno 100% $HOME")


def _stub(tmp_path: Path) -> str:
    path = tmp_path / "il mio programma"
    path.write_text(STUB, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_instructions_are_ten_lines_that_every_editor_shows_rightly(tmp_path: Path) -> None:
    """With Windows' line ends and a mark that tells the alphabet."""
    put(_folder(tmp_path), texts_of("it"), "schedario")
    (found,) = tmp_path.rglob("LEGGIMI.txt")
    data = found.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 10


def test_what_somebody_changed_stays(tmp_path: Path) -> None:
    """A second `init` overwrites nothing."""
    workspace = _folder(tmp_path)
    put(workspace, texts_of("it"), "schedario")
    (workspace.folder / "LEGGIMI.txt").write_text("nostro", encoding="utf-8")
    put(workspace, texts_of("it"), "schedario")
    assert (workspace.folder / "LEGGIMI.txt").read_text(encoding="utf-8") == "nostro"


@pytest.mark.skipif(sys.platform == "win32", reason="runs the launcher of another system")
@pytest.mark.parametrize("language", ["it", "en"])
def test_the_launcher_of_macos_does_the_pass_in_its_own_folder(tmp_path: Path, language: str) -> None:
    """Wherever it is called from, and with blanks and signs in the names."""
    workspace = _folder(tmp_path)
    put(workspace, texts_of(language), _stub(tmp_path))
    (launcher,) = workspace.folder.glob("*.command")
    subprocess.run([str(launcher)], cwd="/", check=False, timeout=30)
    said = (workspace.folder / "called").read_text(encoding="utf-8").splitlines()
    assert said == [str(workspace.folder.resolve()), "run ."]


@pytest.mark.skipif(sys.platform == "win32", reason="runs the launcher of another system")
def test_a_launcher_finds_the_program_again_by_its_name(tmp_path: Path) -> None:
    """Where the program was moved since, the one that the system knows is taken."""
    workspace = _folder(tmp_path)
    put(workspace, texts_of("it"), "/non/esiste/schedario")
    known = tmp_path / "bin"
    known.mkdir()
    stub = known / "schedario"
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    (launcher,) = workspace.folder.glob("*.command")
    path = f"{known}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([str(launcher)], env={**os.environ, "PATH": path}, check=False, timeout=30)
    assert (workspace.folder / "called").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="runs the launcher of another system")
def test_the_launcher_of_linux_does_the_pass_in_the_folder(tmp_path: Path) -> None:
    """Its line, unquoted as desktops do, is a command that the shell takes."""
    workspace = _folder(tmp_path)
    put(workspace, texts_of("it"), _stub(tmp_path))
    (launcher,) = workspace.folder.glob("*.desktop")
    line = next(
        line for line in launcher.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")
    )
    quoted = line.removeprefix('Exec=sh -c "').removesuffix('"').replace("%%", "%")
    script = quoted.replace("\\\\", "\0").replace("\0\0", "\\").replace("\0", "")
    subprocess.run(
        ["sh", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=30
    )
    said = (workspace.folder / "called").read_text(encoding="utf-8").splitlines()
    assert said == [str(workspace.folder.resolve()), "run ."]


def test_the_launcher_of_windows_speaks_its_language(tmp_path: Path) -> None:
    """Its own line ends; percent signs doubled; it goes to its folder, runs, opens the report and waits."""
    workspace = _folder(tmp_path)
    put(workspace, texts_of("it"), r"C:\Programmi 100%\schedario.exe")
    (launcher,) = workspace.folder.glob("*.bat")
    data = launcher.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    lines = data.decode().splitlines()
    assert lines[2] == 'cd /d "%~dp0"'
    assert r'set PROGRAM="C:\Programmi 100%%\schedario.exe"' in lines
    assert lines.index("%PROGRAM% run .") < lines.index(
        'if exist "reports\\index.html" start "" "reports\\index.html"'
    )
    assert lines[-1] == "pause"


def test_launchers_are_three(tmp_path: Path) -> None:
    """One for each kind of computer, each named for what it does."""
    names = {leaflet.name for leaflet in leaflets(_folder(tmp_path), texts_of("it"), "schedario")}
    assert {name for name in names if name.startswith("Leggi le schede")} == {
        "Leggi le schede.bat",
        "Leggi le schede.command",
        "Leggi le schede.desktop",
    }
