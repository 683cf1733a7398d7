"""Pages of town halls' forms as an office program prints them, with truth. All names are invented.

A page is HTML in which ``{_}`` stands for an empty box and ``{x}`` for a ticked one; what a person sees
follows it, in reading order: the label of each box, with ``x`` before it where it is ticked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A page and what a person sees in it."""

    body: str
    labels: tuple[str, ...]

    def truth(self) -> list[tuple[str, str]]:
        """The state and the label of each box."""
        return [
            ("ticked", label[2:]) if label.startswith("x ") else ("empty", label) for label in self.labels
        ]

    def html(self, empty: str, ticked: str) -> bytes:
        """The page with its boxes put in."""
        body = self.body.replace("{_}", empty).replace("{x}", ticked)
        head = '<meta charset="utf-8"><style>@page {size: A4; margin: 18mm}</style>'
        return f"<html><head>{head}</head><body>{body}</body></html>".encode()


BOXES: Mapping[str, tuple[str, str]] = {
    "squares": ("□", "☒"),
    "ballot": ("☐", "☒"),
    "shadowed": ("❏", "☑"),
    "brackets": ("[ ]", "[X]"),
    "round": ("( )", "(X)"),
    "bars": ("|_|", "|X|"),
    "private": (
        '<font face="Wingdings">\uf0a8</font>',
        '<font face="Wingdings">\uf0fe</font>',
    ),
}
"""By what boxes look like: an empty one and a ticked one."""

LINE = "_" * 24
SHORT_LINE = "_" * 8


def rows(*texts: str) -> str:
    """A ruled table; cells are parted by ``|``."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in text.split("|")) for text in texts)
    return '<table border="1">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)
