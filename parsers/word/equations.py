r"""Word's ``EQ`` fields, of which people make boxes: ``EQ \o\ac(□,√)`` prints a tick over a square.

Such a field has no result: what it prints stands in its instruction alone, so all of that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from parsers import marks
from parsers.document import Mark, Method, Place, State
from parsers.word.dress import emphasis
from parsers.word.pieces import Piece, Span

_DEPTH = 12
_LONGEST = 4_000
_UNSURE = 0.5
_BRACKETS = {"[": "]", "{": "}", "(": ")", "<": ">", "|": "|"}


@dataclass(frozen=True, slots=True)
class _Char:
    """A character of an instruction in its font."""

    char: str
    font: str
    dress: int
    literal: bool = False
    """Whether a backslash takes its meaning from it."""


@dataclass(slots=True)
class _Node:
    """A switch with its options and arguments."""

    switches: list[str]
    arguments: list[list[_Part]] = field(default_factory=list)


_Part: TypeAlias = "_Char | _Node | Mark"


def equation(parts: list[Piece], place: Place) -> list[Piece]:
    """What an equation prints: the mark of a tick over or in a box, else its letters in their order.

    `parts` are the pieces of its instruction, its name included.
    """
    chars = _chars(parts)
    tree, _ = _parse(chars[:_LONGEST], 0, 0)
    while tree and (_blank(tree[0]) or _blank(tree[-1])):
        tree = tree[1:] if _blank(tree[0]) else tree[:-1]
    return list(_shown(tree, place))


def _blank(part: _Part) -> bool:
    return isinstance(part, _Char) and not part.char.strip()


def _chars(parts: list[Piece]) -> list[_Char | Mark]:
    """The instruction behind its name, character by character."""
    chars: list[_Char | Mark] = []
    for part in parts:
        if isinstance(part, Span):
            chars += (_Char(char, part.font, part.dress) for char in part.text)
        elif isinstance(part, Mark):
            chars.append(part)
    start = next((at for at, one in enumerate(chars) if isinstance(one, _Char) and one.char.strip()), 0)
    return chars[start + len("EQ") :]


def _parse(chars: list[_Char | Mark], at: int, depth: int) -> tuple[list[_Part], int]:
    """The parts up to the end of the argument that begins at `at`, and where that is."""
    parts: list[_Part] = []
    while at < len(chars):
        one = chars[at]
        if isinstance(one, Mark) or one.char not in "\\,;)":
            parts.append(one)
            at += 1
        elif one.char != "\\":
            if depth:
                break
            parts.append(one)
            at += 1
        else:
            part, at = _switched(chars, at, depth)
            parts.append(part)
    return parts, at


def _switched(chars: list[_Char | Mark], at: int, depth: int) -> tuple[_Part, int]:
    """The switch that begins at `at` with its options and arguments, or the character it escapes."""
    switches: list[str] = []
    while _is(chars, at, "\\"):
        following = chars[at + 1] if at + 1 < len(chars) else None
        if not isinstance(following, _Char) or not following.char.isascii() or not following.char.isalpha():
            if switches or not isinstance(following, _Char):
                break
            return _Char(following.char, following.font, following.dress, literal=True), at + 2
        end = at + 1
        while end < len(chars) and not any(_is(chars, end, stop) for stop in "\\(") and _is_word(chars[end]):
            end += 1
        name = "".join(one.char for one in chars[at + 1 : end] if isinstance(one, _Char)).strip()
        if name.lower() in ("bc", "lc", "rc") and _is(chars, end, "\\"):
            # The bracket's own sign follows: \bc\[
            sign = chars[end + 1] if end + 1 < len(chars) else None
            name += sign.char if isinstance(sign, _Char) else ""
            end += 2
        switches.append(name)
        while _is(chars, end, " "):
            end += 1
        at = end
    node = _Node(switches)
    if not _is(chars, at, "(") or depth >= _DEPTH:
        return node, max(at, 1)
    while at < len(chars) and not _is(chars, at, ")"):
        argument, at = _parse(chars, at + 1, depth + 1)
        node.arguments.append(argument)
    return node, at + 1


def _is(chars: list[_Char | Mark], at: int, char: str) -> bool:
    one = chars[at] if at < len(chars) else None
    return isinstance(one, _Char) and one.char == char


def _is_word(one: _Char | Mark) -> bool:
    """Whether it may stand in a switch's name or the number behind it."""
    return isinstance(one, _Char) and one.char.isascii() and (one.char.isalnum() or one.char == " ")


def _shown(parts: list[_Part], place: Place) -> Iterator[Piece]:
    """What the parts print."""
    for part in parts:
        if isinstance(part, Mark):
            yield part
        elif isinstance(part, _Char):
            yield Span(part.char, part.dress, part.font)
        else:
            yield from _node(part, place)


def _node(node: _Node, place: Place) -> Iterator[Piece]:
    """What a switch prints: a box, or its arguments one after the other."""
    names = [name.lower() for name in node.switches]
    kind = names[0][:1] if names else ""
    mark = None
    if kind == "o":
        mark = _over(node, place)
    elif kind == "x":
        mark = _framed(node, place)
    if mark is not None:
        letters = [one for one in _signs(node) if isinstance(one, _Char) and _is_letter(one)]
        numbered = bool(letters) and all(one.char.isdigit() for one in letters)
        # A ring round a number is how items are numbered; round a letter it may choose the letter.
        if not numbered or mark.state is not State.UNSURE:
            yield mark
        yield from (Span(one.char, one.dress, one.font) for one in letters)
        return
    opening = next((name[2] for name in names if name[:2] in ("bc", "lc") and len(name) > 2), "(")
    if kind == "b":
        yield Span(opening)
    for number, argument in enumerate(node.arguments):
        if number and kind in "fl":
            yield Span("/" if kind == "f" else ", ")
        yield from _shown(argument, place)
    if kind == "b":
        yield Span(_BRACKETS.get(opening, opening))


def _is_letter(one: _Char) -> bool:
    return one.char.isalnum() and _look(one) is None


def _over(node: _Node, place: Place) -> Mark | None:
    """The mark of characters printed one over the other, where one of them is a box."""
    signs = list(_signs(node))
    looks = [_look(sign) for sign in signs]
    box = next((look for look in looks if look is not None and look.boxed), None)
    if box is None:
        return None
    others = [
        (sign, look) for sign, look in zip(signs, looks, strict=True) if look is not box and look != box
    ]
    dressed = 0
    for sign in signs:
        dressed |= sign.dress if isinstance(sign, _Char) else 0
    if not others:
        state, sure = box.state, box.confidence
    elif any(look is not None and look.state is State.TICKED for _, look in others):
        state, sure = State.TICKED, 1.0
    else:
        state, sure = State.UNSURE, _UNSURE
    raw = "☒" if state is State.TICKED else "☐"
    return Mark(state, Method.SYMBOL, raw, place, emphasis(dressed), sure)


def _framed(node: _Node, place: Place) -> Mark | None:
    """The mark of a frame around nothing or around a tick."""
    signs = list(_signs(node))
    looks = [_look(sign) for sign in signs]
    if not signs:
        return Mark(State.EMPTY, Method.SYMBOL, "☐", place)
    if len(signs) == 1 and looks[0] is not None and looks[0].state is State.TICKED:
        return Mark(State.TICKED, Method.SYMBOL, "☒", place)
    return None


def _signs(node: _Node) -> Iterator[_Char | Mark]:
    """All that a switch and those in it print, blanks and quotation marks left out."""
    for argument in node.arguments:
        for part in argument:
            if isinstance(part, _Node):
                yield from _signs(part)
            elif isinstance(part, Mark) or (part.char.strip() and part.char not in '"“”'):
                yield part


def _look(sign: _Char | Mark) -> marks.Look | None:
    """What one of the signs says: by its look, or as a typed tick."""
    if isinstance(sign, Mark):
        return marks.Look(sign.state, sign.boxed, sign.confidence)
    look = marks.glyph(sign.char, sign.font)
    if look is not None:
        return look
    ticked = not sign.char.isdigit() and marks.typed(sign.char) is State.TICKED
    return marks.Look(State.TICKED, boxed=False) if ticked else None
