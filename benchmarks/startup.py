"""How quickly the program starts: ``python -m benchmarks.startup``.

Fresh processes, in turns: one that only imports lxml and docx, `schedario read --help`, and
`schedario read` of one Word form.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from functools import partial

from benchmarks.measure import RETURNED, Bar, best_of, judge, table

OVER = 0.4
"""Seconds that the start may take over the bare import of lxml and docx."""
ROUNDS = 9
FORM = RETURNED / "01-completa.docx"
_PROGRAM = "import sys; from ingest.cli import main; sys.exit(main())"

COMMANDS = {
    "import lxml, docx": ("-c", "import lxml, docx"),
    "schedario read --help": ("-c", _PROGRAM, "read", "--help"),
    "schedario read FORM.docx": ("-c", _PROGRAM, "read", str(FORM)),
}


def _start(words: Sequence[str]) -> None:
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description="The start-up time.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--slack", type=float, default=1.0, help="widens the bar, for a noisy computer")
    wanted = parser.parse_args(arguments)
    times = best_of([partial(_start, words) for words in COMMANDS.values()], wanted.rounds)
    bare, *starts = times
    rows: list[Sequence[object]] = [("a fresh process", "best, s", "over the first, s")]
    rows += [(name, seconds, seconds - bare) for name, seconds in zip(COMMANDS, times, strict=True)]
    print(table(rows), end="\n\n")
    names = list(COMMANDS)[1:]
    return judge(
        [Bar(f"{name}, s over", seconds - bare, OVER) for name, seconds in zip(names, starts, strict=True)],
        wanted.slack,
    )


if __name__ == "__main__":
    sys.exit(main())
