"""What hostile PDFs cost: ``python -m benchmarks.hostile``.

Each file of samples/hostile.py is read in a process of its own; its time and the most memory it had at
once are told, with what was said of it. A form of sixty full pages is measured likewise. This process
makes the files and imports nothing of the readers: a child's figure is never below its parent's.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Bar, judge, table

SECONDS = 10.0
"""The most that any file may take."""
PEAK = 500.0
"""The most memory that any file may take, in MiB."""
PEAK_OF_A_FORM = 300.0
"""The most for a form of sixty pages."""
FORM = "a form of sixty pages"
_MAKE = """
import sys
from pathlib import Path
from samples.hostile import HOSTILE, dense
folder, *names = sys.argv[1:]
for name in names:
    Path(folder, name).write_bytes(HOSTILE[name].make() if name in HOSTILE else dense(60))
"""
_READ = """
import resource, sys, time
from ingest.pipeline import document_of
from parsers.errors import FileError
import parsers.pdf.reader
data = open(sys.argv[1], "rb").read()
began = time.perf_counter()
try:
    said = "read " + " ".join(sorted({note.code for note in document_of(data).notes}))
except FileError as error:
    said = f"{error.code}/{error.reason}"
spent, unit = time.perf_counter() - began, 1 if sys.platform == "darwin" else 1024
print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20, said.strip(), sep="\\t")
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One file."""

    name: str
    seconds: float
    peak: float
    """In MiB."""
    said: str


def measured(name: str, folder: Path) -> Run:
    """The file of that name made and read. Raises CalledProcessError where either process dies."""
    subprocess.run([sys.executable, "-c", _MAKE, str(folder), name], check=True)
    command = [sys.executable, "-c", _READ, str(folder / name)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=120)
    (folder / name).unlink()
    seconds, peak, said = done.stdout.rstrip("\n").split("\t")
    return Run(name, float(seconds), float(peak), said)


def _names() -> list[str]:
    command = [sys.executable, "-c", "from samples.hostile import HOSTILE; print(*HOSTILE)"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description="Hostile PDFs.")
    parser.add_argument("names", nargs="*", help="which of them; all, where none is named")
    parser.add_argument("--slack", type=float, default=1.0, help="widens the bars, for a noisy computer")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        runs = [measured(name, Path(folder)) for name in wanted.names or [*_names(), FORM]]
    rows: list[Sequence[object]] = [("file", "seconds", "peak, MiB", "said")]
    rows += [(run.name, run.seconds, run.peak, run.said) for run in runs]
    print(table(rows), end="\n\n")
    bars = [
        Bar("seconds, the slowest", max(run.seconds for run in runs), SECONDS),
        Bar("peak, the largest", max(run.peak for run in runs), PEAK),
        *(Bar(f"peak, {run.name}", run.peak, PEAK_OF_A_FORM) for run in runs if run.name == FORM),
    ]
    return judge(bars, wanted.slack)


if __name__ == "__main__":
    sys.exit(main())
