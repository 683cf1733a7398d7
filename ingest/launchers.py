"""What `init` puts into a work folder for people who open no terminal: instructions, and launchers."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.texts import Texts
from ingest.workspace import Workspace

_COMMAND = "schedario"


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A file for staff."""

    name: str
    data: bytes
    is_program: bool = False


def put(workspace: Workspace, texts: Texts, command: str) -> None:
    """Writes the files that are not there yet; what somebody changed stays. `command` starts the program."""
    for leaflet in leaflets(workspace, texts, command):
        path = workspace.folder / leaflet.name
        if path.exists():
            continue
        path.write_bytes(leaflet.data)
        if leaflet.is_program:
            path.chmod(0o755)


def leaflets(workspace: Workspace, texts: Texts, command: str) -> tuple[Leaflet, ...]:
    """The instructions, and a launcher for Windows, macOS and Linux each."""
    name = texts.say("leaflet", "launcher")
    return (
        # Windows' editor takes a file without a mark at its beginning for one of another alphabet.
        Leaflet(texts.say("leaflet", "readme"), _lines(texts.say("leaflet", "text"), "\r\n", "utf-8-sig")),
        Leaflet(f"{name}.bat", _lines(_windows(command, texts), "\r\n")),
        Leaflet(f"{name}.command", _lines(_mac(command, texts), "\n"), is_program=True),
        Leaflet(f"{name}.desktop", _lines(_linux(workspace, command, name), "\n"), is_program=True),
    )


def installed() -> str:
    """How the program that runs now is started: its own path, or its name where that is not known."""
    beside = Path(sys.executable).parent
    return shutil.which(_COMMAND, path=str(beside)) or _COMMAND


def _lines(text: str, end: str, encoding: str = "utf-8") -> bytes:
    return (end.join(text.strip("\n").split("\n")) + end).encode(encoding)


def _windows(command: str, texts: Texts) -> str:
    # In a batch file a percent sign begins a variable.
    quoted = command.replace("%", "%%")
    failed = texts.say("leaflet", "failed")
    return f"""
@echo off
chcp 65001 >nul
cd /d "%~dp0"
set PROGRAM="{quoted}"
if not exist %PROGRAM% set PROGRAM={_COMMAND}
%PROGRAM% run .
if errorlevel 2 echo {failed}
if exist "reports\\index.html" start "" "reports\\index.html"
pause
"""


def _mac(command: str, texts: Texts) -> str:
    failed = shlex.quote(texts.say("leaflet", "failed"))
    return f"""
#!/bin/sh
cd "$(dirname "$0")" || exit 2
PROGRAM={shlex.quote(command)}
command -v "$PROGRAM" >/dev/null 2>&1 || PROGRAM={_COMMAND}
"$PROGRAM" run . || echo {failed}
[ -f reports/index.html ] && open reports/index.html
"""


def _linux(workspace: Workspace, command: str, name: str) -> str:
    folder = str(workspace.folder.resolve())
    script = f"cd {shlex.quote(folder)} && {shlex.quote(command)} run .; xdg-open reports/index.html; read _"
    return f"""
[Desktop Entry]
Type=Application
Name={name}
Terminal=true
Exec=sh -c {_desktop_word(script)}
"""


def _desktop_word(text: str) -> str:
    """A quoted word of an Exec line: quoted once for the command, and once more as a value of the file."""
    quoted = re.sub(r'["`$\\]', r"\\\g<0>", text)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
