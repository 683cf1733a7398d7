"""How rightly forms are read: ``python -m benchmarks.accuracy [--seed N] [--count N] [--pdf]``.

Draws returned forms that nobody has tuned for (a fresh seed, printed so that the draw can be repeated),
reads each the whole way and compares it with the reading that is right. The forms are invented: the
figures tell one state of the program from another, and not what a real post bag will give.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import SystemRandom

from benchmarks.measure import Bar, judge, table
from benchmarks.score import Score, score
from ingest import pipeline
from parsers.definition import built_in
from samples import producers
from samples.drawing import Sample, draw, planned

WRONG_FIELDS = 0.01
"""The most of all fields that may be read wrongly."""
WRONG_BOXES = 0.01
"""The most that the F1 of the ticked boxes may lack to 1."""
SILENT = 0.001
"""The most of all fields that may be wrong with nothing said of them."""
FALSE_ALARMS = 0.02
"""The most errors and warnings a form that are not expected."""
COUNT = 300
CHANGED_IN_PRINT = {
    # LibreOffice prints what a tracked change took out beside what it put in.
    "writing": ("tracked", "tracked-middle"),
    "mark": (
        "tracked",
        "tracked-x-behind",
        # Letters set in Wingdings or Wingdings 2: without these fonts they are printed as plain letters.
        "font-tick",
        "font-cross",
        "font-x",
        "font-2",
        "font-2-cross",
        "font-by-style",
        "control-wingdings-2",
    ),
}
"""Ways that are not drawn for PDF: what is printed is not what the form said."""
_WORST = 15
_BATCH = 40  # files in one start of LibreOffice


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed, 2 when LibreOffice is asked for and not there."""
    wanted = _parser().parse_args(arguments)
    if wanted.pdf and not producers.available():
        print("--pdf needs LibreOffice (soffice), which is not on this computer")
        return 2
    seed = SystemRandom().randrange(10**6, 10**9) if wanted.seed is None else wanted.seed
    print(f"{wanted.count} forms, {'PDF' if wanted.pdf else 'Word'}, --seed {seed}\n")
    samples = _drawn(seed, wanted.count, wanted.pdf)
    total, seconds, faulty = _measure(samples, wanted.pdf)
    print(table(_figures(total, seconds)), end="\n\n")
    _show(samples, faulty, wanted.show)
    if wanted.show:
        _tell("wrong", total.wrong)
        _tell("wrong with nothing said", total.silent)
        print()
    return judge(_bars(total))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description="How rightly forms are read."
    )
    parser.add_argument("--seed", type=int, help="the first form's seed; without it a fresh one is drawn")
    parser.add_argument("--count", type=int, default=COUNT, help="how many forms")
    parser.add_argument("--pdf", action="store_true", help="export each form to PDF with LibreOffice first")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="also show N forms with a fault")
    return parser


def _drawn(seed: int, count: int, as_pdf: bool) -> list[Sample]:
    """The forms of so many seeds from that one on, those left out that do not outlast printing."""
    seeds = (number for number in itertools.count(seed) if not (as_pdf and _is_changed(number)))
    return [draw(number) for number in itertools.islice(seeds, count)]


def _is_changed(seed: int) -> bool:
    axes = planned(seed).axes
    drawn = {*axes.items(), ("mark", axes["second"])}
    return any((axis, way) in drawn for axis, ways in CHANGED_IN_PRINT.items() for way in ways)


def _measure(samples: Sequence[Sample], as_pdf: bool) -> tuple[Score, float, dict[str, tuple[Sample, Score]]]:
    """All forms together, the seconds that reading took, and the forms with a fault."""
    forms = built_in()
    total, seconds = Score(), 0.0
    faulty: dict[str, tuple[Sample, Score]] = {}
    for sample, data, name in _files(samples, as_pdf):
        began = time.perf_counter()
        outcome = pipeline.read(data, name, forms)
        seconds += time.perf_counter() - began
        one = score(sample, outcome, folded=as_pdf)
        total += one
        if one.wrong or one.false_alarms or one.missed:
            faulty[name] = (sample, one)
    return total, seconds, faulty


def _files(samples: Sequence[Sample], as_pdf: bool) -> Iterator[tuple[Sample, bytes, str]]:
    if not as_pdf:
        yield from ((sample, sample.data, sample.name) for sample in samples)
        return
    for start in range(0, len(samples), _BATCH):
        batch = {f"form-{start + index}": one for index, one in enumerate(samples[start : start + _BATCH])}
        printed = producers.converted({stem: one.data for stem, one in batch.items()}, "pdf")
        yield from ((one, printed[stem], one.name.replace(".docx", ".pdf")) for stem, one in batch.items())


def _figures(total: Score, seconds: float) -> list[Sequence[object]]:
    return [
        ("figure", "value"),
        ("forms", total.forms),
        ("fields right, %", 100 * total.right / total.fields),
        ("forms with every field right, %", 100 * total.perfect / total.forms),
        ("ticked boxes, F1 %", 100 * total.box_f1),
        ("wrong fields with nothing said of them", len(total.silent)),
        ("false alarms (errors, warnings)", len(total.false_alarms)),
        ("expected findings not given", len(total.missed)),
        ("forms a second", total.forms / seconds),
    ]


def _bars(total: Score) -> list[Bar]:
    return [
        Bar("wrong fields, share", 1 - total.right / total.fields, WRONG_FIELDS),
        Bar("boxes, 1 - F1", 1 - total.box_f1, WRONG_BOXES),
        Bar("silent, share of fields", len(total.silent) / total.fields, SILENT),
        Bar("false alarms a form", len(total.false_alarms) / total.forms, FALSE_ALARMS),
    ]


def _show(samples: Sequence[Sample], faulty: Mapping[str, tuple[Sample, Score]], most: int) -> None:
    """The first faulty forms with their ways, then the ways that go wrong most often."""
    if not most or not faulty:
        return
    for name, (sample, one) in list(faulty.items())[:most]:
        ways = ", ".join(f"{axis}={way}" for axis, way in sample.axes.items())
        print(f"{name}: {one.faults()}\n    {ways}")
    drawn = Counter(way for sample in samples for way in sample.axes.items())
    wrong = Counter(way for sample, _ in faulty.values() for way in sample.axes.items())
    worst = sorted(wrong, key=lambda way: (-wrong[way] / drawn[way], -wrong[way]))
    print("most often wrong:")
    for axis, way in worst[:_WORST]:
        print(f"    {axis}={way}: {wrong[axis, way]} of {drawn[axis, way]}")
    print()


def _tell(what: str, fields: Sequence[str]) -> None:
    counts = ", ".join(f"{field} {count}" for field, count in Counter(fields).most_common())
    print(f"{what}: {counts or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
