"""The whole form laid out on pages, question by question, in the ways form designers have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from samples import blank
from samples.fillable_pages import (
    MARGIN,
    WIDTH,
    Blank,
    Leaf,
    Look,
    Pad,
    Want,
    option,
    options_height,
    width,
    wrapped,
)

_LEFT, _RIGHT = MARGIN, WIDTH - MARGIN
_FIELD = 190.0
"""Where fields begin that have their label on the left."""

OTHER = "finanziamento_altre"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form with nothing filled in."""

    leaves: tuple[Leaf, ...]
    blanks: tuple[Blank, ...]


def drawn(look: Look, random: Random) -> Drawn:
    """The form in one look."""
    pad = Pad(look, random)
    pad.lines(_LEFT, blank.TITLE[0], 500, 14, bold=True)
    pad.lines(_LEFT, blank.TITLE[1], 500, 11)
    pad.y += look.air
    if look.notes:
        pad.lines(_LEFT, blank.INTRODUCTION, _RIGHT - _LEFT, 8)
        pad.y += look.air
    _shorts(pad, ("cooperativa",), ("regione", "citta"))
    _single(pad, "tipologia")
    _shorts(pad, ("nome_progetto",))
    _single(pad, "ambito")
    _partners(pad)
    _choice(pad, "finanziamento")
    for name in blank.LIMITS:
        _long(pad, name)
    _choice(pad, "valutazione_impatto")
    contacts = ("telefono", "email") if look.parted else ("contatti",)
    _shorts(pad, ("referente",), contacts)
    if look.notes:
        _notes(pad)
    return Drawn(tuple(pad.leaves), tuple(pad.blanks))


def _label(name: str) -> str:
    return blank.LABELS[name].replace("\n", " ")


def _shorts(pad: Pad, *groups: tuple[str, ...]) -> None:
    for group in groups:
        if len(group) > 1 and pad.look.paired:
            _side_by_side(pad, group)
        else:
            for name in group:
                _side_by_side(pad, (name,))


def _side_by_side(pad: Pad, names: Sequence[str]) -> None:
    """Short questions on one line."""
    look = pad.look
    needed = 2 * look.height + look.size + 6
    pad.room(needed)
    step = (_RIGHT - _LEFT) / len(names)
    ask = {"left": _left, "above": _above, "below": _below, "table": _row, "table-above": _cell}[look.labels]
    start, ends = pad.y, []
    for at, name in enumerate(names):
        pad.y = start
        ask(pad, name, _LEFT + at * step, _LEFT + (at + 1) * step - (0 if look.labels[:5] == "table" else 10))
        ends.append(pad.y)
    pad.y = max(ends)


def _left(pad: Pad, name: str, x0: float, x1: float) -> None:
    look = pad.look
    start = _FIELD if x0 == _LEFT and x1 > 400 else x0 + width(_label(name), look.size) + 8
    pad.text(x0, pad.y + look.height - 4.5, _label(name))
    pad.blank((start, pad.y, x1, pad.y + look.height), Want.LINE, name, label=_label(name))
    pad.y += look.height + look.air


def _above(pad: Pad, name: str, x0: float, x1: float) -> None:
    look = pad.look
    pad.text(x0, pad.y + look.size, _label(name))
    top = pad.y + look.size * 1.35 + 1
    pad.blank((x0, top, x1, top + look.height), Want.LINE, name, label=_label(name))
    pad.y = top + look.height + look.air


def _below(pad: Pad, name: str, x0: float, x1: float) -> None:
    look = pad.look
    pad.blank((x0, pad.y, x1, pad.y + look.height), Want.LINE, name, label=_label(name))
    pad.rule(x0, pad.y + look.height, x1, pad.y + look.height)
    pad.text(x0, pad.y + look.height + look.size - 1, _label(name), look.size - 2)
    pad.y += look.height + look.size + look.air + 4


def _row(pad: Pad, name: str, x0: float, x1: float) -> None:
    """A row of a table: the label's cell and the answer's."""
    look = pad.look
    bar = x0 + (_FIELD - _LEFT if x1 - x0 > 400 else width(_label(name), look.size) + 10)
    low = pad.y + look.height + 6
    for box in ((x0, pad.y, bar, low), (bar, pad.y, x1, low)):
        pad.frame(box)
    pad.text(x0 + 4, pad.y + look.height - 1, _label(name))
    pad.blank((bar + 3, pad.y + 3, x1 - 3, low - 3), Want.LINE, name, label=_label(name))
    pad.y = low


def _cell(pad: Pad, name: str, x0: float, x1: float) -> None:
    """A cell with a small label over the answer."""
    look = pad.look
    low = pad.y + look.height + look.size + 8
    pad.frame((x0, pad.y, x1, low))
    pad.text(x0 + 4, pad.y + look.size, _label(name), look.size - 1)
    pad.blank((x0 + 3, low - look.height - 3, x1 - 3, low - 3), Want.LINE, name, label=_label(name))
    pad.y = low


def _tabled(pad: Pad) -> bool:
    return pad.look.labels.startswith("table")


def _single(pad: Pad, name: str) -> None:
    """A question that takes one answer."""
    if pad.look.listed:
        _shorts(pad, (name,))
    else:
        _choice(pad, name)


def _choice(pad: Pad, name: str) -> None:
    """A question with boxes."""
    look = pad.look
    label, prompt = _label(name), blank.PROMPTS.get(name, "")
    side = look.labels in ("left", "table") and name != "valutazione_impatto"
    x0 = _FIELD if side else _LEFT + (4 if _tabled(pad) else 0)
    x0 += 5 if look.labels == "table" and side else 0
    room = _RIGHT - x0 - 4
    texts = list(blank.OPTIONS[name].values())
    head = 0 if side else look.size * 1.5
    pad.room(options_height(pad, texts, room) + head + 2 * look.size + 40)
    start = pad.y
    pad.y += 4 if _tabled(pad) else 0
    if side:
        for at, line in enumerate(wrapped(label, _FIELD - _LEFT - 10, look.size)):
            pad.text(_LEFT + (4 if _tabled(pad) else 0), pad.y + look.size * (1 + 1.25 * at), line)
    else:
        pad.lines(x0, label, _RIGHT - x0)
        pad.y += 2
    if prompt:
        pad.lines(x0, prompt, room)
        pad.y += 2
    _options(pad, name, x0, room)
    low = pad.y + 3
    if _tabled(pad):
        pad.frame((_LEFT, start, _RIGHT, low))
        if side:
            pad.rule(_FIELD, start, _FIELD, low)
    pad.y = low + (0 if _tabled(pad) else look.air)


def _options(pad: Pad, name: str, x0: float, room: float) -> None:
    how = pad.look.options
    if how == "row" or name == "valutazione_impatto":
        _in_a_row(pad, name, x0, room)
    elif how == "columns" and len(blank.OPTIONS[name]) > 3 and name != "ambito":
        _in_columns(pad, name, x0, room, _most_columns(pad, name, room))
    else:
        _in_columns(pad, name, x0, room, 1)


def _most_columns(pad: Pad, name: str, room: float) -> int:
    """In how many columns options can stand with no line of their words broken."""
    look, texts = pad.look, blank.OPTIONS[name].values()
    widest = max(width(text, look.size) for text in texts) + look.side + 14
    return max(1, min(look.columns, int(room / widest)))


def _in_columns(pad: Pad, name: str, x0: float, room: float, columns: int) -> None:
    """Options one below the other, in columns that are read one after the other."""
    options = blank.OPTIONS[name]
    step, codes = room / columns, list(options)
    each = -(-len(codes) // columns)
    top, ends = pad.y, [pad.y]
    for at, code in enumerate(codes):
        pad.y = top if at % each == 0 else pad.y
        x = x0 + (at // each) * step
        right = _other(pad, code, x, x + step - 6)
        pad.y += option(pad, (x, pad.y), right - x, (name, code), options[code])
        ends.append(pad.y)
    pad.y = max(ends)


def _in_a_row(pad: Pad, name: str, x0: float, room: float) -> None:
    """Options side by side, as many as a line holds."""
    options = blank.OPTIONS[name]
    look, x, tall = pad.look, x0, 0.0
    for code, text in options.items():
        wide = min(width(text, look.size) + look.side + 6, room)
        right = wide + (150 if code == "altre" else 0)
        if x > x0 and x + right > x0 + room:
            x, pad.y, tall = x0, pad.y + tall, 0.0
        _other(pad, code, x, x + right)
        tall = max(tall, option(pad, (x, pad.y), wide + 0.5, (name, code), text))
        x += right + 14
    pad.y += tall


def _other(pad: Pad, code: str, x: float, right: float) -> float:
    """The blank beside «Altre, specificare», and how far its words may reach."""
    look = pad.look
    if code != "altre":
        return right
    start = x + width(blank.OPTIONS["finanziamento"]["altre"], look.size) + look.side + 10
    box = (start, pad.y - 1.5, right, pad.y + look.size + 3.5)
    pad.blank(box, Want.LINE, OTHER, label="Altre, specificare")
    return start - 2


def _partners(pad: Pad) -> None:
    look = pad.look
    names = ("partnership_intenti", "partnership_economica")
    pad.room(look.size * 2 + 9 * (look.side + 6) + 30)
    if not look.aside:
        pad.lines(_LEFT, _label("partnership"), 400)
        pad.y += 3
        for name in names:
            _choice(pad, name)
        return
    pad.lines(_LEFT + (4 if _tabled(pad) else 0), _label("partnership"), 400)
    pad.y += 3
    top, ends = pad.y, []
    step = (_RIGHT - _LEFT) / 2
    for at, name in enumerate(names):
        pad.y = top + (3 if _tabled(pad) else 0)
        x = _LEFT + at * step + (4 if _tabled(pad) else 0)
        pad.lines(x, _label(name), step)
        pad.y += 2
        _in_columns(pad, name, x, step - 8, 1)
        ends.append(pad.y + 3)
    pad.y = max(ends)
    if _tabled(pad):
        for at in range(2):
            pad.frame((_LEFT + at * step, top, _LEFT + (at + 1) * step, pad.y))
    else:
        pad.y += look.air


def _long(pad: Pad, name: str) -> None:
    """A question for a text of many lines, its prompt above the field."""
    look = pad.look
    inset = 4 if _tabled(pad) else 0
    pad.room(look.roomy + 6 * look.size * 1.25 + 14)
    start = pad.y
    pad.y += inset
    pad.lines(_LEFT + inset, _label(name), 400)
    pad.y += 1
    pad.lines(_LEFT + inset, blank.PROMPTS[name], _RIGHT - _LEFT - 2 * inset, look.size - 0.5)
    pad.y += 3
    if _tabled(pad):
        pad.rule(_LEFT, pad.y, _RIGHT, pad.y)
        pad.y += 3
    box = (_LEFT + inset, pad.y, _RIGHT - inset, pad.y + look.roomy)
    pad.blank(box, Want.LINES, name, label=_label(name))
    pad.y += look.roomy + 3
    if _tabled(pad):
        pad.frame((_LEFT, start, _RIGHT, pad.y))
    else:
        pad.y += look.air


def _notes(pad: Pad) -> None:
    pad.y += 12
    for text in blank.NOTES:
        lines = wrapped(text, _RIGHT - _LEFT, 7.5)
        pad.room(len(lines) * 9.5)
        pad.lines(_LEFT, text, _RIGHT - _LEFT, 7.5)
