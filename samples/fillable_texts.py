"""Texts and lists of a fillable form, each kept in many ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from samples.fillable_fields import Made, Said, Setting, Writes, head_of, joined
from samples.fillable_file import literal, refs
from samples.fillable_pages import Box, plain, width, wrapped


def shown(setting: Setting, said: Said, text: str | None = None) -> int:
    """The picture of a text field."""
    box, size = said.blank.box, 9.0
    wide, high = box[2] - box[0], box[3] - box[1]
    text = said.text if text is None else text
    lines = wrapped(text, wide - 4, size) if high > 30 else [text.replace("\n", " ")]
    size = min(size, size * (wide - 4) / max(width(line, size) for line in lines)) if any(lines) else size
    first = high - size - 1 if high > 30 else (high - size) / 2 + 1.5
    pitch = min(size * 1.15, (high - 4) / len(lines))
    shown = "".join(f"{plain(line)} Tj 0 -{pitch:.2f} Td " for line in lines)
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {wide:.2f} {high:.2f}]/Resources<<{setting.fonts}>>"
    return setting.book.stream(head, f"/Tx BMC q BT /F1 {size:.2f} Tf 0 g 2 {first:.2f} Td {shown}ET Q EMC")


def _string(text: str) -> str:
    """A string in the format's own one-byte encoding where that holds it."""
    if any(ord(char) > 126 or char in "()\\" for char in text) and not text.isascii():
        return literal(text)
    return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"


_OWN = {"…": 0x83, "—": 0x84, "–": 0x85, "“": 0x8D, "”": 0x8E, "‘": 0x8F, "’": 0x90, "€": 0xA0}


def _one_byte(text: str) -> str:
    """The same, with the signs of that encoding that are not Latin's."""
    codes = [_OWN.get(char, ord(char) if ord(char) < 256 else -1) for char in text]
    if min(codes, default=0) < 0:
        return literal(text)
    return "<" + bytes(codes).hex() + ">"


def _utf8(text: str) -> str:
    return "<EFBBBF" + text.encode().hex() + ">"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text field."""

    encoded: Callable[[str], str] = literal
    end: str = "\r"
    """Between lines."""
    picture: str = "fresh"
    """``fresh``, ``stale`` (an older text's) or ``none``."""
    parent: bool = False
    more: str = ""
    stream: bool = False
    """Whether the value is a stream."""
    default: str = ""
    """What stands in the field before anything is filled in."""

    def __call__(self, setting: Setting, said: Said) -> Made:
        """The field."""
        book, blank = setting.book, said.blank
        many = blank.box[3] - blank.box[1] > 30
        kind = f"/FT/Tx/DA(/F1 9 Tf 0 g){'/Ff 4096' if many else ''}{self.more}"
        text = said.text.replace("\n", self.end)
        value = self.encoded(text)
        if self.stream and text:
            value = f"{book.stream('', text.encode('utf-16').decode('latin-1'))} 0 R"
        value = f"/V {value}" if text else ""
        if self.default:
            value = f"{value or f'/V{literal(self.default)}'}/DV{literal(self.default)}"
        stream = shown(setting, said)
        old = shown(setting, said, "vecchio") if self.picture == "stale" else stream
        face = f"/AP<</N {old} 0 R>>" if self.picture != "none" else ""
        number, up = book.add(), book.add() if self.parent else 0
        head = head_of(setting, blank, "" if self.parent else said.name)
        pictures = [(blank.page, blank.box, stream)]
        if self.parent:
            book.set(number, f"{head}{face}/Parent {up} 0 R>>")
            title = f"<</T{literal(said.name)}{kind}/Kids[{number} 0 R]"
            book.set(up, f"{title}{value}>>", f"{title}>>")
            return Made([(blank.page, number)], [up], pictures)
        book.set(number, f"{head}{kind}{value}{face}>>", f"{head}{kind}>>")
        return Made([(blank.page, number)], [number], pictures)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A text that is shown in several places: one field."""

    places: Sequence[tuple[int, Box]]
    """Further ones, with their pages."""

    def __call__(self, setting: Setting, said: Said) -> Made:
        """The field."""
        up, widgets, pictures = setting.book.add(), [], []
        for page, box in ((said.blank.page, said.blank.box), *self.places):
            there = replace(said.blank, page=page, box=box)
            stream = shown(setting, replace(said, blank=there))
            head = head_of(setting, there, "")
            widgets.append((page, setting.book.add(f"{head}/Parent {up} 0 R/AP<</N {stream} 0 R>>>>")))
            pictures.append((page, box, stream))
        title = f"<</FT/Tx/DA(/F1 9 Tf 0 g)/T{literal(said.name)}/Kids[{refs([one for _, one in widgets])}]"
        setting.book.set(up, f"{title}/V{literal(said.text)}>>", f"{title}>>")
        return Made(widgets, [up], pictures)


def rich(setting: Setting, said: Said) -> Made:
    """A text with its dress kept beside it."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in said.text.split("\n"))
    body = f'<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml">{lines}</body>'
    return Typed(more=f"/Ff 33558528/RV{literal(body)}")(setting, said)


def combed(setting: Setting, said: Said) -> Made:
    """A field with a place for each letter."""
    count = max(len(said.text), 12)
    return Typed(more=f"/MaxLen {count}/Ff 16777216")(setting, said)


def letters(setting: Setting, said: Said) -> Made:
    """A field for each letter."""
    x0, top, _, bottom = said.blank.box
    made = []
    for at in range(max(len(said.text), 14)):
        left = x0 + at * 15.0
        there = replace(said.blank, box=(left, top, left + 14.0, bottom))
        made.append(
            Typed(more="/MaxLen 1")(setting, Said(there, f"{said.name} {at}", said.text[at : at + 1]))
        )
    return joined(made)


WRITES: Mapping[str, Writes] = {
    "utf-16": Typed(),
    "latin": Typed(_string),
    "one-byte": Typed(_one_byte, end="\r\n"),
    "utf-8": Typed(_utf8, end="\n"),
    "stale": Typed(picture="stale"),
    "no-picture": Typed(picture="none"),
    "parent": Typed(parent=True),
    "stream": Typed(stream=True),
    "rich": rich,
    "password": Typed(more="/Ff 8192"),
    "read-only": Typed(more="/Ff 1"),
    "hint": Typed(default="Inserire qui la risposta"),
    "spell": Typed(more="/Ff 4194304/Q 1/MaxLen 4000"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list to choose from."""

    options: Sequence[str]
    flags: int = 131072
    coded: bool = False
    """Whether what is kept is a code and not the words."""
    indexed: bool = False
    """Whether the chosen one's number is kept too."""
    first: str = ""
    """The entry that only asks for one."""

    def __call__(self, setting: Setting, said: Said) -> Made:
        """The field."""
        options = [self.first, *self.options] if self.first else list(self.options)
        if said.text and said.text not in options and not self.flags & 262144:
            options.append(said.text)
        text = said.text or self.first
        codes = {one: f"r{at:02}" if self.coded else one for at, one in enumerate(options)}
        listed = "".join(
            f"[{literal(codes[one])}{literal(one)}]" if self.coded else literal(one) for one in options
        )
        kind = f"/FT/Ch/DA(/F1 9 Tf 0 g)/Ff {self.flags}/Opt[{listed}]"
        value = f"/V{literal(codes.get(text, text))}" if text else ""
        if self.indexed and text in codes:
            value += f"/I[{list(codes).index(text)}]"
        number = setting.book.add()
        stream = shown(setting, said)
        head = head_of(setting, said.blank, said.name)
        setting.book.set(number, f"{head}{kind}{value}/AP<</N {stream} 0 R>>>>", f"{head}{kind}>>")
        return Made([(said.blank.page, number)], [number], [(said.blank.page, said.blank.box, stream)])


def lists(options: Sequence[str]) -> Mapping[str, Writes]:
    """Ways of choosing from a list."""
    return {
        "combo": Listed(options),
        "combo-own": Listed(options, flags=393216),
        "combo-coded": Listed(options, coded=True),
        "combo-indexed": Listed(options, coded=True, indexed=True),
        "combo-asking": Listed(options, first="- Selezionare -"),
        "list": Listed(options, flags=0),
    }
