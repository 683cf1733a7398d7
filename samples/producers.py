"""Office programs that a form passes through on its way back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Producer: TypeAlias = Callable[[bytes], bytes]
"""From a Word file to the file that comes back."""

SECONDS = 120

_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "pdf": "pdf:writer_pdf_Export",
    "locked-pdf": (
        'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"segreto"}}'
    ),
}


def available() -> bool:
    """Whether LibreOffice is on this computer."""
    return shutil.which("soffice") is not None


def as_written(data: bytes) -> bytes:
    """The file as it is."""
    return data


def converted(files: Mapping[str, bytes], filter: str) -> dict[str, bytes]:
    """Word files by stem, each passed through LibreOffice to `filter`, all in one start of the program.

    Raises OSError when LibreOffice is not there or gives no file, TimeoutExpired when it hangs.
    """
    with tempfile.TemporaryDirectory(prefix="samples-") as folder:
        work = Path(folder)
        for stem, data in files.items():
            (work / f"{stem}.docx").write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            _FILTERS[filter],
            "--outdir",
            str(work / "out"),
            *(str(work / f"{stem}.docx") for stem in files),
        ]
        _run(command)
        suffix = _FILTERS[filter].partition(":")[0]
        return {stem: (work / "out" / f"{stem}.{suffix}").read_bytes() for stem in files}


def _run(command: Sequence[str]) -> None:
    """Runs the program and, when it hangs, ends it with what it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise


def saved_again(data: bytes) -> bytes:
    """The file opened in LibreOffice and saved again as Word."""
    return converted({"form": data}, "docx")["form"]


def printed(data: bytes) -> bytes:
    """The file exported to PDF by LibreOffice."""
    return converted({"form": data}, "pdf")["form"]


PRODUCERS: Mapping[str, Producer] = {
    "as-written": as_written,
    "saved-again": saved_again,
    "printed": printed,
}
"""By what was done; only the first keeps equal bytes equal."""

_FLATTENED = ("tables-controlled", "rows-controlled", "cells-controlled")

LOST: Mapping[str, Mapping[str, Sequence[str]]] = {
    # LibreOffice makes one run of what a control around cells holds, drops the line breaks of a text
    # control, and takes a tick without a value for none.
    "saved-again": {
        "mark": ("control-absent",),
        "writing": ("control",),
        "blank": ("placeholder",),
        "extra": _FLATTENED,
    },
    # Where a symbol font is missing the letter is printed; deleted text stands beside the new, hints
    # look like answers, and a text longer than its box is cut.
    "printed": {
        "mark": (
            *("font-tick", "font-cross", "font-x", "font-private", "font-2", "font-2-cross", "font-by-style"),
            *("control-wingdings-2", "control-absent", "symbol-x", "symbol-webdings", "tracked"),
        ),
        "writing": ("control", "tracked", "tracked-middle", "text-box"),
        "blank": ("placeholder",),
        "extra": _FLATTENED,
    },
}
"""Ways that the program loses, by producer and axis: the file that comes back no longer says it."""


def keeps(producer: str, axes: Mapping[str, str]) -> bool:
    """Whether a form so made still says the same after that producer."""
    again = {**axes, "mark": axes["second"]}
    lost = LOST.get(producer, {})
    return not any(ways[axis] in gone for axis, gone in lost.items() for ways in (axes, again))
