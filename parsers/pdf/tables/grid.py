"""Ruling lines to tables: rules → edges → crossings → cells → grids of rows and columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from parsers.document import Box
from parsers.pdf.objects import Rule, Way, area, around, holds, middle

_SNAP = 2.0
"""Rules this near to one another are one, in points: the two strokes of a double border."""

_BESIDE = 1.0
"""A rule farther than this from another one is no second stroke of it, in points."""

_JOIN = 3.0
_MEET = 2.5
_SMALLEST = 4.0
"""A cell smaller than this holds nothing: the gap of a double border."""

_APART = 6.0
"""Boxes of one height that stand closer than this are the cells of a row, in points."""

_MARGIN = 9.0
"""What programs keep between a cell's line and a table in it is less than this, in points."""

_TALL = 40.0
"""A column narrower than that is a margin where it is taller than this, in points."""

_MOST_EDGES = 1200
_MOST_CROSSINGS = 4000
"""Beyond these the page is a drawing or squared paper, and no table is looked for."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: row and column from 0, spans from 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page."""

    box: Box
    columns: tuple[float, ...]
    """The distances from the left of all its upright lines."""
    rows: tuple[float, ...]
    """The heights on the page of all its level lines."""
    cells: tuple[GridCell, ...]


def grids(rules: Iterable[Rule], width: float, height: float) -> tuple[Grid, ...]:
    """The tables that the rules of a page make, from the top; the page's own frame is none."""
    edges = [_edge(rule) for rule in _without_bars(list(rules))]
    if len(edges) < 4:
        return ()
    merged = merge_edges(edges, _SNAP, _SNAP, _JOIN, _JOIN)
    merged = [edge for edge in merged if _length(edge) > _SMALLEST]
    if len(merged) > _MOST_EDGES:
        return ()
    crossings = edges_to_intersections(merged + _closing(merged), _MEET, _MEET)
    if len(crossings) > _MOST_CROSSINGS:
        return ()
    cells = [box for box in intersections_to_cells(crossings) if _fits(box, width, height)]
    tables = [_grid(boxes) for boxes in _side_by_side(_connected(cells))] if cells else []
    return tuple(sorted(tables, key=lambda grid: (grid.box[1], grid.box[0])))


def _without_bars(rules: list[Rule]) -> list[Rule]:
    """The rules without short upright ones right along a longer one: bars that tell of changes.

    Taken as one with the border, they would move it.
    """
    upright = sorted((rule for rule in rules if rule.way is Way.DOWN), key=lambda rule: rule.at)
    bars: set[int] = set()
    for at, one in enumerate(upright):
        for other in upright[at + 1 :]:
            if other.at - one.at > _SNAP:
                break
            short, long = sorted((one, other), key=lambda rule: rule.length)
            along = long.start <= short.start and short.end <= long.end
            if along and other.at - one.at > _BESIDE and 2 * short.length < long.length:
                bars.add(id(short))
    return [rule for rule in rules if id(rule) not in bars] if bars else rules


Edge = dict[str, str | float]
"""What pdfplumber's functions take for a ruling line."""


def _edge(rule: Rule) -> Edge:
    if rule.way is Way.ACROSS:
        x0, top, x1, bottom = rule.start, rule.at, rule.end, rule.at
    else:
        x0, top, x1, bottom = rule.at, rule.start, rule.at, rule.end
    return {
        "object_type": "line",
        "orientation": rule.way.value,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _length(edge: Edge) -> float:
    ends = ("x0", "x1") if edge["orientation"] == "h" else ("top", "bottom")
    return float(edge[ends[1]]) - float(edge[ends[0]])


def _closing(edges: list[Edge]) -> list[Edge]:
    """Level lines for tables left open at a page's end or start: their upright lines just stop."""
    level = [edge for edge in edges if edge["orientation"] == "h"]
    loose: dict[float, list[float]] = {}
    for edge in edges:
        if edge["orientation"] == "v":
            x = float(edge["x0"])
            for end in (float(edge["top"]), float(edge["bottom"])):
                if not any(_touches(line, x, end) for line in level):
                    height = next((known for known in loose if abs(known - end) <= _JOIN), end)
                    loose.setdefault(height, []).append(x)
    return [
        _edge(Rule(Way.ACROSS, height, min(found), max(found)))
        for height, found in loose.items()
        if len(found) > 1 and max(found) - min(found) > _SMALLEST
    ]


def _touches(line: Edge, x: float, y: float) -> bool:
    near = abs(float(line["top"]) - y) <= _JOIN
    return near and float(line["x0"]) - _JOIN <= x <= float(line["x1"]) + _JOIN


def _fits(box: Box, width: float, height: float) -> bool:
    """Whether a box is a cell: neither a gap between two strokes nor the frame of the page."""
    across, down = box[2] - box[0], box[3] - box[1]
    return min(across, down) >= _SMALLEST and not (across > 0.9 * width and down > 0.8 * height)


def _connected(cells: list[Box]) -> list[list[Box]]:
    """The cells table by table. Unlike the library's own grouping it keeps tables of one cell.

    A table inside a cell may share a corner with it; it is a table of its own all the same.
    """
    found: list[list[Box]] = []
    for level in _by_holder(cells):
        for group in _grouped(level):
            inner = _without_margin(group)
            tables = [[around(group)], *_grouped(inner)] if inner else [group]
            found += [part for table in tables for part in _unnested(table)]
    return found


def _side_by_side(tables: list[list[Box]]) -> list[list[Box]]:
    """The tables' cells, those of tables that stand close beside one another as one: boxes set in a row."""
    found: list[list[Box]] = []
    for cells in sorted(tables, key=lambda cells: around(cells)[0]):
        box = around(cells)
        row = next((one for one in found if _adjoins(around(one), box)), None)
        if row is None:
            found.append(list(cells))
        else:
            row.extend(cells)
    return found


def _adjoins(one: Box, two: Box) -> bool:
    level = abs(one[1] - two[1]) <= _SNAP and abs(one[3] - two[3]) <= _SNAP
    return level and 0 <= two[0] - one[2] < _APART


def _grouped(cells: list[Box]) -> list[list[Box]]:
    groups: list[list[Box]] = cells_to_tables(cells)
    single = {box for group in groups for box in group}
    return groups + [[box] for box in cells if box not in single]


def _without_margin(cells: list[Box]) -> list[Box]:
    """The cells of a table that fills the cell around it but for a narrow margin; else nothing.

    The margin looks like a column of its own, and the cell around like none.
    """
    whole = around(cells)
    if whole[3] - whole[1] < _TALL:
        return []
    if not any(_is_margin(box) and _same_height(box, whole) and box[0] < whole[0] + 1 for box in cells):
        return []
    return [box for box in cells if not (_is_margin(box) and _same_height(box, whole))]


def _unnested(cells: list[Box]) -> list[list[Box]]:
    """A table's cells, and those of each table that fills one of them but for a narrow margin.

    The second kind shares its lines with the first one's: both look like one table.
    """
    found: list[list[Box]] = []
    rest = list(cells)
    for margin in sorted(box for box in cells if _is_margin(box)):
        block, gone = _beside(margin, rest) if margin in rest else ([], [])
        if block:
            rest = [box for box in rest if box not in gone] + [around(gone)]
            found += _grouped(block)
    return [rest, *found]


def _beside(margin: Box, cells: list[Box]) -> tuple[list[Box], list[Box]]:
    """The cells of the table that a margin stands left of, and the same with its margins; or nothing.

    It ends at a margin on its other side, or at a cell as tall as all of it.
    """
    level = [box for box in cells if margin[1] - 1 <= box[1] and box[3] <= margin[3] + 1]
    row = sorted(box for box in level if box[0] > margin[2] - 1)
    tall = [box for box in row if _same_height(box, margin)]
    other = next((box for box in tall if _is_margin(box)), None)
    end = other or next(iter(tall), None)
    block = [box for box in row if end is None or box[2] <= end[0] + 1]
    if other is None and len({box[1] for box in block}) < 2:
        return [], []
    return block, [margin, *block, *([other] if other else [])]


def _is_margin(box: Box) -> bool:
    return box[2] - box[0] <= _MARGIN


def _same_height(one: Box, two: Box) -> bool:
    return abs(one[1] - two[1]) < _SNAP and abs(one[3] - two[3]) < _SNAP


def _by_holder(cells: list[Box]) -> list[list[Box]]:
    """The cells parted by the innermost other cell that they lie in."""
    found: dict[Box | None, list[Box]] = {}
    holders = [box for box in cells if box[3] - box[1] > 2 * _SMALLEST and box[2] - box[0] > 2 * _SMALLEST]
    holders.sort(key=area)
    for cell in cells:
        x, y = middle(cell)
        size = area(cell)
        outer = next((box for box in holders if holds(box, x, y) and area(box) > size), None)
        found.setdefault(outer, []).append(cell)
    return list(found.values())


def _grid(cells: list[Box]) -> Grid:
    columns = _lines([x for box in cells for x in (box[0], box[2])])
    rows = _lines([y for box in cells for y in (box[1], box[3])])
    placed = [_placed(box, columns, rows) for box in cells]
    return Grid(around(cells), columns, rows, tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))


def _placed(box: Box, columns: tuple[float, ...], rows: tuple[float, ...]) -> GridCell:
    left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
    top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
    return GridCell(top, left, max(bottom - top, 1), max(right - left, 1), box)


def _lines(values: list[float]) -> tuple[float, ...]:
    """The values in order, those within a cell's least size taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] >= _SMALLEST:
            kept.append(value)
    return tuple(kept)


def _nearest(lines: tuple[float, ...], value: float) -> int:
    return min(range(len(lines)), key=lambda at: abs(lines[at] - value))
