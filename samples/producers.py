"""Office programs that a form passes through on its way back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from samples.layouts import LAYOUTS
from samples.marks import BARE
from samples.shape_marks import FLOATING

SECONDS = 120

_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "html": "html:HTML (StarWriter)",
    "pdf": "pdf:writer_pdf_Export",
    "locked-pdf": (
        'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"segreto"}}'
    ),
}


_OPENED_AS = {"html": ("--infilter=HTML (StarWriter)",)}
"""How a file is to be opened where the program would else take it for another kind."""


def available() -> bool:
    """Whether LibreOffice is on this computer."""
    return shutil.which("soffice") is not None


def converted(files: Mapping[str, bytes], filter: str, source: str = "docx") -> dict[str, bytes]:
    """Files by stem, each passed through LibreOffice to `filter`, all in one start of the program.

    `source` is the suffix of what the files are. Raises OSError when LibreOffice is not there or gives
    no file, TimeoutExpired when it hangs.
    """
    with tempfile.TemporaryDirectory(prefix="samples-") as folder:
        work = Path(folder)
        for stem, data in files.items():
            (work / f"{stem}.{source}").write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            *_OPENED_AS.get(source, ()),
            "--convert-to",
            _FILTERS[filter],
            "--outdir",
            str(work / "out"),
            *(str(work / f"{stem}.{source}") for stem in files),
        ]
        _run(command)
        suffix = _FILTERS[filter].partition(":")[0]
        return {stem: (work / "out" / f"{stem}.{suffix}").read_bytes() for stem in files}


def passed(files: Mapping[str, bytes], *filters: str) -> dict[str, bytes]:
    """Word files by stem, each converted by one filter after the other. Raises as `converted` does."""
    source, made = "docx", dict(files)
    for step in filters:
        made = converted(made, step, source)
        source = _FILTERS[step].partition(":")[0]
    return made


def _run(command: Sequence[str]) -> None:
    """Runs the program and, when it hangs, ends it with what it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise


_UNRULED = ("paragraphs", "paragraphs-below", "paragraphs-lined")
_HEADED = (
    *("original", "one-table", "partnership-columns", "labels-in-a-row"),
    *("matrix-type", "empty-rows", "empty-column"),
)
"""Layouts with two groups side by side, each of several columns under one head."""
_FLATTENED = ("tables-controlled", "rows-controlled", "cells-controlled")
_LEGACY = ("legacy", "legacy-valueless", "legacy-default", "legacy-cleared", "legacy-words")

_SAVED: Mapping[str, Sequence[str]] = {
    # LibreOffice makes one run of what a control around cells holds, drops the line breaks of a text
    # control, knows no tick but 1 and true, and draws the columns anew where no widths are given. Old
    # controls and fields without a result it drops.
    "mark": (
        *("control-absent", "control-on-off", "activex", "activex-option", "legacy-simple"),
        *("equation", "equation-raised", "equation-frame", "equation-fonts", "button"),
    ),
    "writing": ("control",),
    "blank": ("placeholder",),
    "extra": _FLATTENED,
    "program": ("library",),
}

LOST: Mapping[str, Mapping[str, Sequence[str]]] = {
    "saved-again": _SAVED,
    "through-odt": _SAVED,
    "through-doc": _SAVED,
    # The state of old form fields is gone, and so are the line ends of a text box; columns are cut anew.
    "through-rtf": {
        **_SAVED,
        "mark": (*_SAVED["mark"], *_LEGACY),
        "writing": ("control", "text-box"),
        "layout": ("options-nested",),
    },
    # Fields are gone, and pictures with them; what a tracked change took out is text again; a style's font
    # is dropped, and an empty cell.
    "through-html": {
        **_SAVED,
        "mark": (*_SAVED["mark"], *_LEGACY, "tracked", "font-by-style"),
        "writing": ("control", "tracked", "tracked-middle"),
        "layout": ("options-nested",),
    },
    # Where a symbol font is missing the letter is printed, and can be read in doubt only; hints look like
    # answers, and a text longer than its box is cut, as is a table wider than its cell; a control's lines
    # are run together. Fields that the program does not know, controls and ink are not printed, nor is, in
    # some lines, a box with something in small letters over it.
    "printed": {
        "mark": (
            *("font-tick", "font-cross", "font-x", "font-private", "font-2", "font-2-cross", "font-by-style"),
            *("control-wingdings-2", "control-absent", "symbol-x", "symbol-webdings"),
            *("symbol-field-shown", "equation", "equation-raised", "equation-frame", "equation-fonts"),
            *("button", "legacy-simple", "activex", "activex-option", "glyph-ink", "box-away-ink", "ruby"),
        ),
        "writing": ("control", "text-box"),
        "blank": ("placeholder",),
        "extra": (*_FLATTENED, "in-columns"),
    },
}
"""Ways that the program loses, by producer and axis: the file that comes back no longer says it."""


LOST_TOGETHER: Mapping[str, Sequence[Mapping[str, Iterable[str]]]] = {
    # What floats in a table's cell is left out where its row goes over to the next page.
    "printed": (
        {
            "mark": (*FLOATING, "glyph-multiply-there"),
            "layout": [name for name in LAYOUTS if name not in _UNRULED],
        },
        # So it is in a form that stands in one cell as a whole.
        {"mark": (*FLOATING, "glyph-multiply-there"), "extra": ("framed",)},
        # Paragraphs in frames of their own are left out from the first page's end on.
        {"program": ("from-pdf",), "layout": _UNRULED},
        # Of some cells whose runs say "not struck" changes are printed like any other text.
        {"program": ("google-docs", "from-pdf"), "writing": ("tracked", "tracked-middle")},
        # Of a control with a reference to a note or a comment in it, nothing but the reference is printed.
        {"extra": ("footnoted", "commented"), "writing": ("control-around",)},
        # So is of a cell that a comment is about as a whole, in a table that is a control.
        {"extra": ("commented",), "program": ("google-docs",)},
        # Where no widths are given a head over several columns is drawn over the first one alone, so that the
        # second group's head stands over the first one's options.
        {"program": ("library",), "layout": _HEADED},
        # An old check box is not printed where the word glued to it has no room behind it: in narrow cells.
        {
            "mark": (*_LEGACY, "legacy-cut"),
            "joint": ("nothing", "same-run"),
            "layout": ("options-nested", "empty-column"),
        },
        # With nothing in place of empty boxes a tick stands beside whatever words wrap to its height.
        {"mark": tuple(BARE), "layout": ("boxes-in-a-cell",)},
    ),
}
"""Ways that the program loses where they meet, by producer."""


def keeps(producer: str, axes: Mapping[str, str]) -> bool:
    """Whether a form so made still says the same after that producer."""
    both = (axes, {**axes, "mark": axes["second"]})
    lost = LOST.get(producer, {})
    if any(ways[axis] in gone for axis, gone in lost.items() for ways in both):
        return False
    together = LOST_TOGETHER.get(producer, ())
    return not any(all(ways[axis] in gone for axis, gone in one.items()) for one in together for ways in both)
