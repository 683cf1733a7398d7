"""What the measures share: timings taken in turns, the table they print, the verdict on their bars."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

HOME = Path(__file__).resolve().parents[1]
RETURNED = HOME / "samples" / "returned"
TWINS = HOME / "samples" / "twins"

Work: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Bar:
    """A measured figure beside the most that it may be."""

    name: str
    measured: float
    most: float

    def holds(self, slack: float = 1.0) -> bool:
        """Whether the figure is within the bar; `slack` widens the bar by that factor."""
        return self.measured <= self.most * slack


def best_of(works: Sequence[Work], rounds: int) -> list[float]:
    """The shortest time of each piece of work, in seconds; they take turns, so that noise hits all alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for index, work in enumerate(works):
            began = time.perf_counter()
            work()
            best[index] = min(best[index], time.perf_counter() - began)
    return best


def table(rows: Sequence[Sequence[object]]) -> str:
    """Rows under a header, the first column to the left, the others to the right."""
    cells = [[_said(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _said(cell: object) -> str:
    if not isinstance(cell, float):
        return str(cell)
    return f"{cell:.2f}" if abs(cell) >= 0.1 else f"{cell:.4f}"


def judge(bars: Sequence[Bar], slack: float = 1.0) -> int:
    """Print each bar and whether it holds. Returns the exit status: 1 when one is missed.

    With `slack` a bar may be missed by that factor: it is said, and the status stays 0.
    """
    rows: list[Sequence[object]] = [("bar", "measured", "at most", "")]
    rows += [(bar.name, bar.measured, bar.most, "ok" if bar.holds() else "MISSED") for bar in bars]
    print(table(rows))
    return 0 if all(bar.holds(slack) for bar in bars) else 1
