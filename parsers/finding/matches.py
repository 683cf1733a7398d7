"""A place in a document where words of the form stand."""

from __future__ import annotations

from typing import NamedTuple

from parsers.finding.anchors import Anchor, Role


class Span(NamedTuple):
    """A stretch of one line. A form has some hundreds of them, and a tuple is made and sorted faster."""

    line: int
    start: int
    end: int


class Match(NamedTuple):
    """An anchor's words found in the document."""

    anchor: Anchor
    spans: tuple[Span, ...]
    """Where: one stretch, or several where the words go over lines of one cell."""
    quality: float
    """0 to 1: how well the words and what surrounds them fit."""
    likeness: float = 1.0
    """0 to 1: how like the form's the words are."""
    boxed: bool = True
    """For an option: whether a mark stands in its line."""

    @property
    def gain(self) -> float:
        """What finding it adds to a chain; an option without a box may be anybody's word."""
        weight = self.quality * self.anchor.weight
        return weight if self.boxed or self.anchor.role is not Role.OPTION else 0.25 * weight

    @property
    def position(self) -> tuple[int, int]:
        """Line and offset of its beginning."""
        return self.spans[0].line, self.spans[0].start

    @property
    def end(self) -> tuple[int, int]:
        """Line and offset of its end."""
        return self.spans[-1].line, self.spans[-1].end
