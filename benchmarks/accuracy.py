"""How rightly forms are read: ``python -m benchmarks.accuracy [--seed N] [--count N] [--pdf | --fillable]``.

Draws returned forms that nobody has tuned for (a fresh seed, printed so that the draw can be repeated),
reads each the whole way and compares it with the reading that is right. The forms are invented: the
figures tell one state of the program from another, and not what a real post bag will give.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from random import SystemRandom

from benchmarks.measure import Bar, judge, table
from benchmarks.score import Score, score
from ingest import pipeline
from parsers.definition import built_in
from samples import fillable, producers
from samples.drawing import ASKED_FOR, AXES, Sample, draw, planned

WRONG_FIELDS = 0.01
"""The most of all fields that may be read wrongly."""
WRONG_BOXES = 0.01
"""The most that the F1 of the ticked boxes may lack to 1."""
FALSE_ALARMS = 0.02
"""The most errors and warnings a form that are not expected."""


class Source(StrEnum):
    """What the forms are files of."""

    WORD = "Word"
    PRINT = "PDF"
    FILLABLE = "fillable PDF"


SILENT = {Source.WORD: 0.0, Source.PRINT: 0.001, Source.FILLABLE: 0.0}
"""The most of all fields that may be wrong with nothing said of them."""
COUNT = 300
_BATCH = 40
"""Forms that one process draws and reads in one go, and files in one start of LibreOffice."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form to draw: its seed, and the ways that are not left to it."""

    seed: int
    ways: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """A form that was not read as it was drawn."""

    name: str
    axes: Mapping[str, str]
    score: Score


@dataclass(frozen=True, slots=True)
class Tally:
    """What reading some forms came to."""

    total: Score = field(default_factory=Score)
    seconds: float = 0.0
    drawn: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many forms were drawn in each way, by (axis, way)."""
    faulty: tuple[Fault, ...] = ()
    unprinted: int = 0
    """Forms left out, since the program that prints them hangs at them or gives no file."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.total + other.total,
            self.seconds + other.seconds,
            self.drawn + other.drawn,
            self.faulty + other.faulty,
            self.unprinted + other.unprinted,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed, 2 when LibreOffice is wanted and prints nothing."""
    asked = _parser().parse_args(arguments)
    if asked.pdf and not producers.available():
        print("--pdf needs LibreOffice (soffice), which is not on this computer")
        return 2
    seed = SystemRandom().randrange(10**6, 10**9) if asked.seed is None else asked.seed
    source = Source.PRINT if asked.pdf else Source.FILLABLE if asked.fillable else Source.WORD
    wanted = list(each_way(seed, asked.ways) if asked.ways else _mixed(seed, asked.count, source))
    print(f"{len(wanted)} forms, {source}, --seed {seed}\n")
    tally = _measured(wanted, source, asked.jobs)
    if not tally.total.forms:
        print("LibreOffice printed none of them")
        return 2
    print(table(_figures(tally)), end="\n\n")
    _show(tally, asked.show)
    if tally.faulty and (asked.show or asked.axes):
        print(table(_by_way(tally)), end="\n\n")
        _tell("wrong", tally.total.wrong)
        _tell("wrong with nothing said", tally.total.silent)
        print()
    return judge(_bars(tally.total, source))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description="How rightly forms are read."
    )
    parser.add_argument("--seed", type=int, help="the first form's seed; without it a fresh one is drawn")
    parser.add_argument("--count", type=int, default=COUNT, help="how many forms")
    parser.add_argument(
        "--ways", type=int, default=0, metavar="N", help="instead: N forms of every way there is in Word"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many processes share the work")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--pdf", action="store_true", help="export each form to PDF with LibreOffice first")
    kind.add_argument("--fillable", action="store_true", help="draw fillable PDFs instead")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="also show N forms with a fault")
    parser.add_argument("--axes", action="store_true", help="also show the ways that go wrong, by axis")
    return parser


def _mixed(seed: int, count: int, source: Source) -> Iterator[Wanted]:
    """The forms of so many seeds from that one on, those left out that do not outlast printing."""
    seeds = (
        number for number in itertools.count(seed) if source is not Source.PRINT or not _is_changed(number)
    )
    return (Wanted(number, {}) for number in itertools.islice(seeds, count))


def each_way(seed: int, times: int) -> Iterator[Wanted]:
    """So many forms of every way of every axis, those included that are drawn only when asked for."""
    seeds = itertools.count(seed)
    for axis, ways in AXES.items():
        for way in dict.fromkeys((*ways, *ASKED_FOR.get(axis, ()))):
            yield from (Wanted(next(seeds), {axis: way}) for _ in range(times))


def _is_changed(seed: int) -> bool:
    """Whether the printed page no longer says what the form says."""
    return not producers.keeps("printed", planned(seed).axes)


def _measured(wanted: Sequence[Wanted], source: Source, jobs: int) -> Tally:
    """All forms together; `jobs` processes take a batch each in turn."""
    batches = [(wanted[start : start + _BATCH], source) for start in range(0, len(wanted), _BATCH)]
    if jobs < 2:
        return sum(itertools.starmap(_batch, batches), Tally())
    with get_context("spawn").Pool(jobs) as pool:
        return sum(pool.starmap(_batch, batches, chunksize=1), Tally())


def _batch(wanted: Sequence[Wanted], source: Source) -> Tally:
    """Draws some forms, reads them and compares."""
    forms = built_in()
    total, seconds = Score(), 0.0
    drawn: Counter[tuple[str, str]] = Counter()
    faulty: list[Fault] = []
    drawer = fillable.draw if source is Source.FILLABLE else draw
    for sample, data, name in _files([drawer(one.seed, **one.ways) for one in wanted], source):
        began = time.perf_counter()
        outcome = pipeline.read(data, name, forms)
        seconds += time.perf_counter() - began
        one = score(sample, outcome, folded=source is not Source.WORD)
        total += one
        drawn.update(_ways(sample.axes))
        if one.wrong or one.false_alarms or one.missed:
            faulty.append(Fault(name, sample.axes, one))
    return Tally(total, seconds, drawn, tuple(faulty), len(wanted) - total.forms)


def _ways(axes: Mapping[str, str]) -> set[tuple[str, str]]:
    """The ways of a form; the second mark counts as a mark where it is another."""
    if "second" not in axes:
        return set(axes.items())
    second = axes["second"] if axes["second"] in AXES["mark"] else axes["mark"]
    return {("mark", second), *((axis, way) for axis, way in axes.items() if axis != "second")}


def _files(samples: Sequence[Sample], source: Source) -> Iterator[tuple[Sample, bytes, str]]:
    if source is not Source.PRINT:
        yield from ((sample, sample.data, sample.name) for sample in samples)
        return
    stems = {f"form-{index}": one for index, one in enumerate(samples)}
    printed = _printed({stem: one.data for stem, one in stems.items()})
    yield from (
        (one, printed[stem], one.name.replace(".docx", ".pdf"))
        for stem, one in stems.items()
        if stem in printed
    )


def _printed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The forms as LibreOffice prints them, without those at which it hangs or of which it gives nothing."""
    try:
        return producers.converted(files, "pdf")
    except (OSError, subprocess.TimeoutExpired):
        if len(files) == 1:
            return {}
    stems, middle = list(files), len(files) // 2
    halves = (stems[:middle], stems[middle:])
    return {
        stem: data for half in halves for stem, data in _printed({one: files[one] for one in half}).items()
    }


def _figures(tally: Tally) -> list[Sequence[object]]:
    total = tally.total
    return [
        ("figure", "value"),
        ("forms", total.forms),
        ("fields right, %", 100 * total.right / total.fields),
        ("forms with every field right, %", 100 * total.perfect / total.forms),
        ("ticked boxes, F1 %", 100 * total.box_f1),
        ("wrong fields with nothing said of them", len(total.silent)),
        ("false alarms (errors, warnings)", len(total.false_alarms)),
        ("expected findings not given", len(total.missed)),
        ("forms a second", total.forms / tally.seconds),
        *([("forms that LibreOffice could not print, left out", tally.unprinted)] if tally.unprinted else []),
    ]


def _bars(total: Score, source: Source) -> list[Bar]:
    return [
        Bar("wrong fields, share", 1 - total.right / total.fields, WRONG_FIELDS),
        Bar("boxes, 1 - F1", 1 - total.box_f1, WRONG_BOXES),
        Bar("silent, share of fields", len(total.silent) / total.fields, SILENT[source]),
        Bar("false alarms a form", len(total.false_alarms) / total.forms, FALSE_ALARMS),
    ]


def _show(tally: Tally, most: int) -> None:
    """The first faulty forms with their ways: with those and its seed a form can be drawn again."""
    for one in tally.faulty[:most]:
        ways = ", ".join(f"{axis}={way}" for axis, way in one.axes.items())
        print(f"{one.name}: {one.score.faults()}\n    {ways}")
    if tally.faulty and most:
        print()


def _by_way(tally: Tally) -> list[Sequence[object]]:
    """The ways with a fault, axis by axis, the worst first."""
    wrong = Counter(way for one in tally.faulty for way in _ways(one.axes))
    silent = Counter(way for one in tally.faulty if one.score.silent for way in _ways(one.axes))
    axes = list(dict.fromkeys(axis for one in tally.faulty for axis in one.axes))
    worst = sorted(wrong, key=lambda way: (axes.index(way[0]), -wrong[way] / tally.drawn[way], way[1]))
    rows: list[Sequence[object]] = [("way", "forms", "with a fault", "silent")]
    return rows + [
        (f"{axis}={way}", tally.drawn[axis, way], wrong[axis, way], silent[axis, way]) for axis, way in worst
    ]


def _tell(what: str, fields: Sequence[str]) -> None:
    counts = ", ".join(f"{field} {count}" for field, count in Counter(fields).most_common())
    print(f"{what}: {counts or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
