"""How a Word document's paragraphs are set: size, spacing and indents, by the document, styles and runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from parsers.word.names import VAL, Element, W
from parsers.word.styles import styles_in

LEADING = 1.2
"""Of a line's height to its font's size."""
TWIPS = 20.0
"""Twentieths of a point in a point."""
DEPTH = 12
"""How deep styles and tables are followed."""
_WIDE, _NARROW = frozenset("mwMWQO@☐☒☑□■○●—…"), frozenset("iljtfrI.,:;|!'’()[] \u00a0")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set, in points."""

    size: float = 11.0
    before: float = 0.0
    after: float = 0.0
    leading: float = 1.0
    """Lines' height, in single lines; below 0 the height itself."""
    left: float = 0.0
    first: float = 0.0
    """How much further in the first line begins."""
    aligned: str = ""

    @property
    def line(self) -> float:
        """The height of a line."""
        return -self.leading if self.leading < 0 else self.size * LEADING * self.leading


def width_of(text: str, size: float) -> float:
    """How wide a text is set, in points."""
    narrow = sum(char in _NARROW for char in text)
    wide = sum(char in _WIDE for char in text)
    capital = sum(char.isupper() for char in text)
    return size * (0.29 * narrow + 0.85 * wide + 0.5 * (len(text) - narrow - wide) + 0.14 * capital)


def number(element: Element | None, name: str, usual: float = 0.0) -> float:
    """A number as an attribute gives it; `usual` where there is none."""
    try:
        return float(element.get(name, "")) if element is not None else usual
    except ValueError:
        return usual


class Settings:
    """What styles say of paragraphs, read when first asked."""

    def __init__(self, part: bytes | None) -> None:
        self._part = part
        self._known: Mapping[str, Element] | None = None
        self._usual = Setting()
        self._default = ""

    def setting(self, paragraph: Element) -> Setting:
        """How a paragraph is set: by the document, its style, itself and its first run."""
        if self._known is None:
            self._known = self._read()
        own = paragraph.find(W + "pPr")
        named = own.find(W + "pStyle") if own is not None else None
        found = self._styled(named.get(VAL, "") if named is not None else self._default)
        found = _with(found, own, None)
        run = next((one for one in paragraph.iter(W + "r") if one.find(W + "t") is not None), None)
        return _with(found, None, run.find(W + "rPr") if run is not None else None)

    def _read(self) -> Mapping[str, Element]:
        if self._part is None:
            return {}
        root = styles_in(self._part)
        usual = root.find(W + "docDefaults")
        if usual is not None:
            properties = usual.find(f"{W}rPrDefault/{W}rPr")
            self._usual = _with(Setting(10.0), usual.find(f"{W}pPrDefault/{W}pPr"), properties)
        styles = {}
        for style in root.iter(W + "style"):
            styles[style.get(W + "styleId", "")] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = style.get(W + "styleId", "")
        return styles

    def _styled(self, name: str) -> Setting:
        chain: list[Element] = []
        style = (self._known or {}).get(name)
        while style is not None and len(chain) < DEPTH:
            chain.append(style)
            base = style.find(W + "basedOn")
            style = (self._known or {}).get(base.get(VAL, "")) if base is not None else None
        found = self._usual
        for style in reversed(chain):
            found = _with(found, style.find(W + "pPr"), style.find(W + "rPr"))
        return found


def _with(setting: Setting, paragraph: Element | None, run: Element | None) -> Setting:
    """A setting changed by the properties of a paragraph and of a run."""
    size = run.find(W + "sz") if run is not None else None
    if size is not None:
        setting = replace(setting, size=min(max(number(size, VAL, 22.0) / 2, 1.0), 200.0))
    for child in paragraph if paragraph is not None else ():
        if child.tag == W + "spacing":
            setting = _spaced(setting, child)
        elif child.tag == W + "ind":
            left = number(child, W + "left", number(child, W + "start", setting.left * TWIPS))
            first = number(child, W + "firstLine") - number(child, W + "hanging")
            setting = replace(setting, left=left / TWIPS, first=first / TWIPS)
        elif child.tag == W + "jc":
            setting = replace(setting, aligned=child.get(VAL, ""))
    return setting


def _spaced(setting: Setting, spacing: Element) -> Setting:
    before = number(spacing, W + "before", setting.before * TWIPS) / TWIPS
    after = number(spacing, W + "after", setting.after * TWIPS) / TWIPS
    leading = setting.leading
    if spacing.get(W + "line") is not None:
        line = number(spacing, W + "line", 240.0)
        leading = line / 240 if spacing.get(W + "lineRule", "auto") == "auto" else -line / TWIPS
    return replace(setting, before=before, after=after, leading=leading or 1.0)
