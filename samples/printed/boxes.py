"""The boxes of a web page: characters, the browser's own, drawn ones, pictures and icons."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from samples.pictures import box as picture
from samples.pictures import picture as photo

Box: TypeAlias = Callable[[bool], str]


def _chars(empty: str, ticked: str) -> Box:
    return lambda on: f"<span class=sign>{ticked if on else empty}</span>"


def _native(kind: str) -> Box:
    return lambda on: f"<input type={kind}{' checked' if on else ''}>"


def _framed(sign: str, round_: bool = False) -> Box:
    shape = "frame round" if round_ else "frame"
    return lambda on: f"<span class='{shape}'>{sign if on else ''}</span>"


def _drawn(tick: str, frame: str = "") -> Box:
    frame = frame or '<rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="#333"/>'
    head = '<svg class=icon viewBox="0 0 16 16" width="13" height="13">'
    return lambda on: f"{head}{frame}{tick if on else ''}</svg>"


def _image(tick: str) -> Box:
    def shown(on: bool) -> str:
        data = base64.b64encode(picture(tick if on else "empty")).decode()
        return f'<img class=icon width=13 height=13 src="data:image/png;base64,{data}">'

    return shown


BOXES: Mapping[str, Box] = {
    "ballot": _chars("☐", "☒"),
    "ballot-check": _chars("☐", "☑"),
    "squares": _chars("□", "■"),
    "brackets": _chars("[ ]", "[X]"),
    "brackets-wide": _chars("[&nbsp;&nbsp;]", "[x]"),
    "parentheses": _chars("(&nbsp;)", "(X)"),
    "emoji": _chars("⬜", "✅"),
    "native": _native("checkbox"),
    "radio": _native("radio"),
    "framed-check": _framed("✓"),
    "framed-cross": _framed("✗"),
    "framed-x": _framed("X"),
    "framed-heavy": _framed("✔"),
    "framed-dot": _framed("●", round_=True),
    "filled": lambda on: f"<span class='frame{' full' if on else ''}'></span>",
    "styled": lambda on: f"<span class='styled{' on' if on else ''}'></span>",
    "switched": lambda on: f"<span class='frame ringed'>{'<i class=dot></i>' if on else ''}</span>",
    "drawn-check": _drawn('<path d="M3.5 8 L7 12 L13 4" fill="none" stroke="#111" stroke-width="2"/>'),
    "drawn-cross": _drawn('<path d="M4 4 L12 12 M12 4 L4 12" stroke="#c00" stroke-width="1.6"/>'),
    "drawn-filled-check": _drawn(
        '<rect x="1" y="1" width="14" height="14" rx="2" fill="#0d6efd"/>'
        '<path d="M4 8.5l2.5 2.5L12 5.5" fill="none" stroke="#fff" stroke-width="2"/>',
        '<rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="#fff" stroke="#888"/>',
    ),
    "drawn-round": _drawn(
        '<circle cx="8" cy="8" r="3.5" fill="#222"/>',
        '<circle cx="8" cy="8" r="6.5" fill="none" stroke="#222"/>',
    ),
    "drawn-outline": _drawn(
        '<path d="M6.6 11.6 3 8l1.2-1.2 2.4 2.4 5.2-5.2L13 5.2z" fill="#070"/>',
        '<path d="M1 1h14v14H1z M2.4 2.4v11.2h11.2V2.4z" fill="#555" fill-rule="evenodd"/>',
    ),
    "picture-x": _image("x"),
    "picture-full": _image("full"),
}
"""By what they look like; each of them empty or ticked."""

STYLE = """
.frame{display:inline-block;box-sizing:border-box;width:13px;height:13px;border:1px solid #333;
 font:bold 11px/11px "DejaVu Sans",sans-serif;text-align:center;vertical-align:-2px;overflow:visible}
.round{border-radius:50%;font-size:8px}
.ringed{border-radius:50%;position:relative}
.dot{position:absolute;left:2px;top:2px;width:7px;height:7px;border-radius:50%;background:#222}
.full{background:#222}
.styled{display:inline-block;box-sizing:border-box;width:14px;height:14px;border:1px solid #bbb;
 border-radius:3px;vertical-align:-2px;background:#fff}
.styled.on{background-color:#0d6efd;border-color:#0d6efd;background-size:contain;background-image:url("data:image/svg+xml,\
%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3e%3cpath fill='none' stroke='%23fff'\
 stroke-linecap='round' stroke-linejoin='round' stroke-width='3' d='m6 10 3 3 6-6'/%3e%3c/svg%3e")}
.icon{vertical-align:-2px}
"""


def logo(random: Random) -> str:
    """A picture that is an answer."""
    data = base64.b64encode(photo(random)).decode()
    return f'<img class=photo width=90 height=60 src="data:image/png;base64,{data}">'
