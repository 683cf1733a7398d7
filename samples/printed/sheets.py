"""What happens to pages on their way: turned, cropped, two on a sheet, in another order, one left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from samples.printed.book import Printed

Pages: TypeAlias = Sequence[Printed]
Way: TypeAlias = Callable[[Pages], Pages]


def _placed(page: Printed, *matrix: float) -> str:
    return f"q {' '.join(f'{part:.4f}' for part in matrix)} cm\n{page.content}\nQ"


def _kept_turned(turns: int) -> Way:
    """Stored turned, with a note to turn it back: it is shown upright."""

    def one(page: Printed) -> Printed:
        w, h = page.width, page.height
        matrix = {1: (0, 1, -1, 0, h, 0), 2: (-1, 0, 0, -1, w, h), 3: (0, -1, 1, 0, 0, w)}[turns]
        size = (h, w) if turns % 2 else (w, h)
        return Printed(_placed(page, *matrix), *size, f"/Rotate {90 * turns}")

    return lambda pages: [one(page) for page in pages]


def _shown_turned(turns: int) -> Way:
    """Printed sideways, as a landscape printer driver leaves it: people turn their heads."""

    def one(page: Printed) -> Printed:
        return replace(_kept_turned(turns)([page])[0], more="")

    return lambda pages: [one(page) for page in pages]


def _one_turned(pages: Pages) -> Pages:
    """The second page stands on its head."""
    return [page if at != 1 else _shown_turned(2)([page])[0] for at, page in enumerate(pages)]


def _cropped(pages: Pages) -> Pages:
    """Cut out of a larger sheet with crop marks."""

    def one(page: Printed) -> Printed:
        w, h = page.width, page.height
        far, high = f"{w + 80:.1f} {h + 60:.1f}", f"{w + 120:.1f} {h + 60:.1f}"
        marks = f"0.5 w 0 60 m 40 60 l S 60 0 m 60 40 l S {far} m {high} l S"
        boxes = f"/MediaBox[-20 -30 {w + 100:.2f} {h + 90:.2f}]/CropBox[40 30 {w + 40:.2f} {h + 30:.2f}]"
        return Printed(_placed(page, 1, 0, 0, 1, 40, 30) + "\n" + marks, w, h, boxes)

    return [one(page) for page in pages]


def _far_away(pages: Pages) -> Pages:
    """Counted from a far corner."""

    def one(page: Printed) -> Printed:
        w, h = page.width, page.height
        return Printed(
            _placed(page, 1, 0, 0, 1, 5000, -3000), w, h, f"/MediaBox[5000 -3000 {5000 + w} {h - 3000}]"
        )

    return [one(page) for page in pages]


def _larger_units(pages: Pages) -> Pages:
    """Counted in units of two points."""
    return [
        Printed(_placed(page, 0.5, 0, 0, 0.5, 0, 0), page.width / 2, page.height / 2, "/UserUnit 2")
        for page in pages
    ]


def _smaller(pages: Pages) -> Pages:
    """Fitted to the printable part of the sheet."""
    return [replace(page, content=_placed(page, 0.9, 0, 0, 0.9, 0.05 * page.width, 30)) for page in pages]


def two_up(pages: Pages) -> Pages:
    """Two pages side by side on a sheet."""
    made = []
    for at in range(0, len(pages), 2):
        pair = pages[at : at + 2]
        w, h = pair[0].width, pair[0].height
        scale = w / h
        content = [_placed(page, scale, 0, 0, scale, side * h / 2, 0) for side, page in enumerate(pair)]
        made.append(Printed("\n".join(content), h, w))
    return made


def booklet(pages: Pages) -> Pages:
    """Two pages side by side on a sheet, in the order for folding."""
    empty = Printed("", pages[0].width, pages[0].height)
    full = [*pages, *[empty] * (-len(pages) % 4)]
    order = []
    for at in range(len(full) // 4):
        order += [full[-1 - 2 * at], full[2 * at], full[2 * at + 1], full[-2 - 2 * at]]
    return two_up(order)


def swapped(pages: Pages) -> Pages:
    """The first two pages in the wrong order."""
    return [*pages[1::-1], *pages[2:]]


def backwards(pages: Pages) -> Pages:
    """The last page first."""
    return list(reversed(pages))


def doubled(pages: Pages) -> Pages:
    """The second page twice."""
    return [*pages[:2], *pages[1:]]


def blank_between(pages: Pages) -> Pages:
    """An empty page after each, as when backs are scanned too."""
    return [one for page in pages for one in (page, Printed("", page.width, page.height))]


def shortened(pages: Pages) -> Pages:
    """The last page left out."""
    return pages[:-1] or pages


SHEETS: Mapping[str, Way] = {
    "as-is": lambda pages: pages,
    "kept-turned-left": _kept_turned(1),
    "kept-upside-down": _kept_turned(2),
    "kept-turned-right": _kept_turned(3),
    "shown-turned-left": _shown_turned(1),
    "shown-upside-down": _shown_turned(2),
    "shown-turned-right": _shown_turned(3),
    "one-upside-down": _one_turned,
    "cropped": _cropped,
    "far-away": _far_away,
    "larger-units": _larger_units,
    "smaller": _smaller,
    "two-up": two_up,
    "swapped": swapped,
    "backwards": backwards,
    "doubled": doubled,
    "blank-between": blank_between,
}
"""By what was done to the pages; each of them a person still reads without a second thought."""
