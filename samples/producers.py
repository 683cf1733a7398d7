"""Office programs that a form passes through on its way back."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
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
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        suffix = _FILTERS[filter].partition(":")[0]
        return {stem: (work / "out" / f"{stem}.{suffix}").read_bytes() for stem in files}


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
