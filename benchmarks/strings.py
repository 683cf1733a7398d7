"""Strings that spreadsheets like to misread, through the workbook and back: ``python -m benchmarks.strings``.

What comes back, by openpyxl and by LibreOffice, has to be the text that went in: no formula, no error,
no number, no link, nothing lost. `texts` and the two readers serve the tests too, in small numbers.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice, product
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.measure import Bar, judge, table
from ingest.filed import Filed
from ingest.record import Entry, Evidence, Outcome, Record
from output.cells import as_written
from output.workbook import write
from parsers.form import Field, Form, Kind

ADVERSE, DRAWN = 10_000, 100_000
_WIDE = 20
"""So many answers a form."""
SHEET = 3
"""The sheet for programs, counted from 1."""
_PARAGRAPH = 16_000
"""LibreOffice's editor breaks paragraphs over 16,367 characters in a cell of several lines or runs."""

_BEFORE = (
    "",
    "=",
    "+",
    "-",
    "@",
    "'",
    '"',
    " ",
    "\t",
    "\n",
    "\r",
    "＝",
    "＠",
    "\ufeff",
    "\u200b",
    "\u202e",
    "_x003D_",
)
_CORE = (
    "1+1",
    "SUM(A1:A9)",
    "SOMMA(A1:A9)",
    'HYPERLINK("https://esempio.example";"qui")',
    "cmd|' /C calc'!A0",
    'WEBSERVICE("https://esempio.example/")',
    "{1}",
    "#N/A",
    "#DIV/0!",
    "#RIF!",
    "TRUE",
    "VERO",
    "NA",
    "nan",
    "None",
    "1e5",
    "1E400",
    "0x1F",
    "00118",
    "+39 0522 123456",
    "1.234,56",
    "12/11/2026",
    "2026-11-23T09:05:00",
    "12:30",
    "3/4",
    "50%",
    "€ 12",
    "https://esempio.example/a?b=c&d",
    "mailto:info@esempio.example",
    r"\\server\parte\file",
    "_x000D_",
    "_x005F_x000D_",
    "x_x0041__x0042_y",
    "_xD83D_",
    "<b>&amp;</b>",
    "]]>",
    "<!--",
    "&#0;&lt;",
    "a;b,c\td",
    'a"b""c',
    "prima\nseconda\n\nquarta",
    "fine\n",
    "a\r\nb\rc",
    "\x00\x01\x0b\x0c\x1f\x7f\x85\x9f",
    "\ud800x\udfff",
    "\ufffe\uffff",
    "🙂👩‍👩‍👧",
    "e\u0301 ﬁ \u2028\u2029\xa0",
    "שלום مرحبا",
    "x" * 300,
)
_AFTER = ("", " ", "\n", "\t", "'", '"', "%", "_x000A_", "\x00", "=1", ")", "🙂")
_LONG = ("x" * 40_000, "🙂" * 20_000, "_x000D_" * 5_000, "\n" * 40_000, "x" * 20_000 + "\nx")
_ALWAYS = (*_LONG, *_CORE)
_KINDS = (
    tuple(range(0x20, 0x7F)),
    tuple(range(0xA0, 0x180)),
    tuple(range(0x20)),
    tuple(range(0x2000, 0x2070)),
    tuple(range(0xD7F0, 0xE010)),
    tuple(range(0xFDC0, 0xFE10)),
    tuple(range(0xFFE0, 0x10000)),
    tuple(range(0x1F300, 0x1F700)),
    tuple(map(ord, "=+-@'\"_x0dD;,\n\t#<>&")),
)
"""The characters to draw from, as code points: each kind as likely as any other."""


def adverse() -> Iterator[str]:
    """What is known to go wrong: the longest texts, contents bare, then beginnings, contents and ends."""
    yield from _ALWAYS
    yield from map("".join, product(_BEFORE, _CORE, _AFTER))


def drawn(seed: int) -> Iterator[str]:
    """Texts of up to 40 characters, without end, the same for the same seed."""
    dice = random.Random(seed)
    while True:
        kinds = dice.choices(_KINDS, k=dice.randint(1, 40))
        yield "".join(chr(dice.choice(kind)) for kind in kinds)


def texts(adverse_count: int, drawn_count: int, seed: int = 0) -> list[str]:
    """So many of the one and of the other; the adverse ones start bare and are spread over the rest."""
    known = list(adverse())[len(_ALWAYS) :]
    wanted = max(0, adverse_count - len(_ALWAYS))
    spread = islice(known[:: max(1, len(known) // max(1, wanted))], wanted)
    return [*_ALWAYS, *spread, *islice(drawn(seed), drawn_count)]


@dataclass(frozen=True, slots=True)
class Loss:
    """A text that came back as another, or as something else than a text."""

    wanted: str
    found: str


def saved(path: Path, strings: Sequence[str]) -> None:
    """Writes the workbook of forms that answer with these strings, several a form."""
    write(path, _forms(strings), _form(), "it")


def by_openpyxl(path: Path, strings: Sequence[str]) -> list[Loss]:
    """What differs from the strings when openpyxl reads the sheet for programs."""
    sheet = load_workbook(path)[load_workbook(path, read_only=True).sheetnames[SHEET - 1]]
    found = []
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=1 + _WIDE):
        for cell in row:
            kind = "" if cell.data_type == "s" or cell.value is None else f" ({cell.data_type})"
            found.append(
                f"{'' if cell.value is None else cell.value}{kind}{' (link)' * bool(cell.hyperlink)}"
            )
    return _losses(strings, found)


def by_libreoffice(path: Path, strings: Sequence[str]) -> list[Loss]:
    """What differs from the strings when LibreOffice reads it. Raises CalledProcessError when it fails."""
    folder = path.parent / "libreoffice"
    # Comma, double quotes, UTF-8, contents as they are shown, and this sheet only.
    shape = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{SHEET}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", shape, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    (written,) = folder.glob("*.csv")
    csv.field_size_limit(10_000_000)
    with written.open(encoding="utf-8", newline="") as lines:
        _, *rows = csv.reader(lines)
    lost = _losses(strings, [cell for row in rows for cell in row[1 : 1 + _WIDE]])
    return [one for one in lost if len(one.wanted) < _PARAGRAPH or _lineless(one)]


def formulas(path: Path) -> int:
    """How many cells hold a formula or an error, in all sheets."""
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    return sum(sheet.count(sign) for sheet in sheets for sign in (b"<f>", b"<f ", b't="e"'))


def _losses(strings: Sequence[str], found: Sequence[str]) -> list[Loss]:
    padded = chain(found, [""] * (len(strings) - len(found)))
    return [
        Loss(wanted, back)
        for wanted, back in zip(strings, padded, strict=False)
        if back != as_written(wanted)
    ]


def _lineless(loss: Loss) -> bool:
    """Whether the texts differ in more than their line feeds."""
    return loss.found.replace("\n", "") != as_written(loss.wanted).replace("\n", "")


def _form() -> Form:
    fields = tuple(Field(f"answer_{number}", f"Domanda {number}", Kind.LONG_TEXT) for number in range(_WIDE))
    return Form(id="strings", version="1", title="Stringhe", language="it", fields=fields, identity=())


def _forms(strings: Sequence[str]) -> Iterator[Filed]:
    for number, first in enumerate(range(0, len(strings), _WIDE), 1):
        said = strings[first : first + _WIDE]
        entries = tuple(
            Entry(f"answer_{position}", text, Evidence(text, "text", 1.0, None))
            for position, text in enumerate(said)
        )
        yield Filed(
            number=number,
            file=f"{number}.docx",
            group="",
            archived=f"archive/{number}.docx",
            sha256="",
            size=1,
            received_at=datetime(2026, 11, 23, tzinfo=UTC),
            form_id="strings",
            outcome=Outcome(Record("strings", "1", entries)),
            current=True,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a text did not come back."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.strings", description="Strings, there and back."
    )
    parser.add_argument("--adverse", type=int, default=ADVERSE)
    parser.add_argument("--drawn", type=int, default=DRAWN)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--show", type=int, default=5, help="so many of the texts that did not come back")
    wanted = parser.parse_args(arguments)
    strings = texts(wanted.adverse, wanted.drawn, wanted.seed)
    print(f"{len(strings)} texts, seed {wanted.seed}", end="\n\n")
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        path = Path(folder) / "dataset.xlsx"
        saved(path, strings)
        bars = [Bar("formulas and errors", formulas(path), 0)]
        lost = {"openpyxl": by_openpyxl(path, strings)}
        if shutil.which("soffice"):
            lost["LibreOffice"] = by_libreoffice(path, strings)
        else:
            print("LibreOffice is not installed: not read with it.")
    bars += [Bar(f"not the same by {reader}", len(some), 0) for reader, some in lost.items()]
    examples = [
        (reader, ascii(one.wanted[:60]), ascii(one.found[:60]))
        for reader, some in lost.items()
        for one in some
    ]
    if examples:
        print(table([("by", "went in", "came back"), *examples[: wanted.show]]), end="\n\n")
    return judge(bars)


if __name__ == "__main__":
    sys.exit(main())
