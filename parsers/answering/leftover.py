"""What of a line is left over: neither the form's own words nor a mark that was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.answering.placeholders import is_placeholder, placeholder_end
from parsers.finding.matches import Span
from parsers.layout import IMAGE, MARK, Line


def by_line(spans: Iterable[Span]) -> dict[int, list[tuple[int, int]]]:
    """Stretches from and up to, by line, in order."""
    found: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        found.setdefault(span.line, []).append((span.start, span.end))
    return {line: sorted(stretches) for line, stretches in found.items()}


_AFTER_OWN = re.compile(
    r"(?:[ \t\u00a0]*(?:[(（] ?\d+ ?[)）]|\*))*[ \t\u00a0]*(?:[:;.,?)\]”：）]+|[-–—=]*[>→⇒](?=\s)|=(?=\s))?"
    r"[ \t\u00a0]*(?:[-–—]+[ \t\u00a0]+)?"
)
_NUMBERING = re.compile(
    r"[ \t\u00a0]*(?:\(?\d{1,2}(?:[.)]\d{1,2}){0,4}[.)°]?|\(?[A-Za-z][.)]|[-–—•·▪*#]+)?[ \t\u00a0(\[“\"]*$"
)


def left_over(line: Line, own: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are not the form's own, without numbering and colons beside it."""
    at = 0
    for start, end in own:
        if start > at and not (at == 0 and _NUMBERING.match(line.text[:start])):
            yield from _written(line, at, start)
        if end > at:
            found = _AFTER_OWN.match(line.text, end) if end < len(line.text) else None
            at = found.end() if found is not None else end
    if at < len(line.text):
        # Most of a form's lines are its own to their end.
        yield from _written(line, at, len(line.text))


def _written(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = placeholder_end(line.text, start, end)
    text = line.text[start:end].replace(IMAGE, " ")
    if not is_blank(text) and not is_placeholder(text):
        yield start, end


def is_blank(text: str) -> bool:
    """Whether a stretch holds nothing a person wrote: leaders, rules, punctuation, no mark."""
    return not any(char.isalnum() or char == MARK or ord(char) > 0x2FFF for char in text)
