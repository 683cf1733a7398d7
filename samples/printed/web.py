"""The form as a web page, filled in: the same questions and answers, set out with HTML and CSS."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from random import Random
from typing import TypeAlias

from samples import blank
from samples.answers import Answers, Expected, Json, truth
from samples.drawing import planned
from samples.labels import SPELLINGS, Spelling
from samples.printed.boxes import BOXES, STYLE, logo
from samples.printed.styles import PAGE
from samples.sheet import NUMBERS


@dataclass(frozen=True, slots=True)
class Question:
    """A label, what asks for the answer, and the answer, as HTML."""

    label: str
    prompt: str
    answer: str
    kind: str
    """``short``, ``long``, ``choice`` or ``head``: a heading without an answer."""


Layout: TypeAlias = Callable[[Sequence[Sequence[Question]]], str]
Options: TypeAlias = Callable[[Sequence[tuple[str, str]]], str]
"""From boxes and words of a group to its HTML."""


@dataclass(frozen=True, slots=True)
class Website:
    """A filled-in form as a browser gets it."""

    html: str
    truth: Mapping[str, Json]
    expect: Expected
    axes: Mapping[str, str]
    """The way drawn on each axis."""


# How the options of a group stand


def _lines(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<div>{box} {words}</div>" for box, words in pairs)


def _labels(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<label class=block>{box}{words}</label>" for box, words in pairs)


def _inline(pairs: Sequence[tuple[str, str]]) -> str:
    return "<p>" + " &nbsp;&nbsp; ".join(f"<label>{box} {words}</label>" for box, words in pairs) + "</p>"


def _wrapped(pairs: Sequence[tuple[str, str]]) -> str:
    return f"<div class=wrap>{''.join(f'<span>{box} {words}</span>' for box, words in pairs)}</div>"


def _columns(count: int) -> Options:
    return lambda pairs: (
        f"<div style='display:grid;grid-template-columns:repeat({count},1fr);gap:2px 14px'>"
        + "".join(f"<div>{box} {words}</div>" for box, words in pairs)
        + "</div>"
    )


def _newspaper(pairs: Sequence[tuple[str, str]]) -> str:
    return f"<div style='columns:2'>{_lines(pairs)}</div>"


def _listed(pairs: Sequence[tuple[str, str]]) -> str:
    return f"<ul class=plain>{''.join(f'<li>{box} {words}</li>' for box, words in pairs)}</ul>"


def _hanging(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<div class=hang><div>{box}</div><div>{words}</div></div>" for box, words in pairs)


def _celled(pairs: Sequence[tuple[str, str]]) -> str:
    return f"<table class=inner>{''.join(f'<tr><td>{box}<td>{words}' for box, words in pairs)}</table>"


def _behind(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<div>{words} {box}</div>" for box, words in pairs)


def _far_right(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<div class=apart><span>{words}</span><span>{box}</span></div>" for box, words in pairs)


def _led(pairs: Sequence[tuple[str, str]]) -> str:
    """With a row of dots from the words to the box."""
    return "".join(
        f"<div class=apart><span>{words}</span><span class=dots></span><span>{box}</span></div>"
        for box, words in pairs
    )


OPTIONS: Mapping[str, Options] = {
    "lines": _lines,
    "labels": _labels,
    "inline": _inline,
    "wrapped": _wrapped,
    "two-columns": _columns(2),
    "three-columns": _columns(3),
    "newspaper": _newspaper,
    "list": _listed,
    "hanging": _hanging,
    "cells": _celled,
    "behind": _behind,
    "far-right": _far_right,
    "dot-leaders": _led,
}


# How the questions stand


def _joined(one: Question) -> str:
    return one.prompt + one.answer


def _table(name: str) -> Layout:
    def laid(sections: Sequence[Sequence[Question]]) -> str:
        rows = []
        for one in (one for section in sections for one in section):
            if one.kind == "head":
                rows.append(f"<tr><th colspan=2>{one.label}</th></tr>")
            else:
                rows.append(f"<tr><td class=label>{one.label}</td><td>{_joined(one)}</td></tr>")
        return f"<table class='{name}'>{''.join(rows)}</table>"

    return laid


def _each(before: str, between: str, after: str, around: tuple[str, str] = ("", "")) -> Layout:
    def laid(sections: Sequence[Sequence[Question]]) -> str:
        made = []
        for section in sections:
            body = "".join(
                f"<h3>{one.label}</h3>"
                if one.kind == "head"
                else f"{before}{one.label}{between}{_joined(one)}{after}"
                for one in section
            )
            made.append(around[0] + body + around[1])
        return "".join(made)

    return laid


def _pairs(sections: Sequence[Sequence[Question]]) -> str:
    """Short questions two by two, label over answer; the others over the whole width."""
    cells = []
    for one in (one for section in sections for one in section):
        wide = "" if one.kind == "short" else " class=wide"
        head = f"<b>{one.label}</b>"
        cells.append(f"<div{wide}>{head}<div class=value>{_joined(one)}</div></div>")
    return f"<div class=pairs>{''.join(cells)}</div>"


LAYOUTS: Mapping[str, Layout] = {
    "table": _table("ruled"),
    "table-bare": _table("bare"),
    "table-bands": _table("bands"),
    "table-levels": _table("levels"),
    "table-thick": _table("thick"),
    "table-dotted": _table("dotted"),
    "table-parted": _table("parted"),
    "table-tinted": _table("tinted"),
    "definitions": _each("<dt>", "</dt><dd>", "</dd>", ("<dl>", "</dl>")),
    "fieldsets": _each(
        "<div class=row><b>", "</b><div>", "</div></div>", ("<fieldset><legend>Dati</legend>", "</fieldset>")
    ),
    "flex": _each("<div class=flex><div>", "</div><div>", "</div></div>"),
    "flex-lined": _each("<div class='flex lined'><div>", "</div><div>", "</div></div>"),
    "cards": _each("<div class=card><div class=cap>", "</div><div class=body>", "</div></div>"),
    "inputs": _each("<p class=q>", "</p><div class=input>", "</div>"),
    "plain": _each("<p class=q><b>", "</b></p><div>", "</div>"),
    "headings": _each("<h4>", "</h4><div>", "</div>"),
    "capitals": _each("<div class=caps>", "</div><div class=value>", "</div>"),
    "pairs": _pairs,
}

LOOKS: Mapping[str, str] = {
    "sans": "font:10.5pt 'Liberation Sans'",
    "serif": "font:11pt/1.35 'Liberation Serif'",
    "dejavu": "font:9.5pt 'DejaVu Sans'",
    "justified": "font:10.5pt 'Liberation Serif';text-align:justify",
    "spaced": "font:10pt 'Noto Sans';letter-spacing:.04em",
    "wide": "font:10pt 'Liberation Sans';word-spacing:.25em;line-height:1.6",
    "carlito": "font:11pt Carlito;font-variant-ligatures:common-ligatures",
    "mono": "font:9pt 'Liberation Mono'",
}
"""The body's style."""

PAGES: Mapping[str, Mapping[str, object]] = {
    "a4": {"format": "A4"},
    "a4-headed": {"format": "A4", "headed": True},
    "letter": {"format": "Letter", "headed": True},
    "landscape": {"format": "A4", "landscape": True},
    "small": {"format": "A4", "scale": 0.7, "headed": True},
    "large": {"format": "A4", "scale": 1.3},
    "a5": {"format": "A5", "scale": 0.8},
    "narrow": {"format": "A4", "margin": "35mm"},
}
"""What the browser is told for printing."""

WEB_SPELLINGS = (
    "as-printed",
    "colon",
    "numbered",
    "without-notes",
    "starred",
    "numbered-rounds",
    "options-lettered",
)

BLANKS: Mapping[str, str] = {
    "nothing": "",
    "space": "&nbsp;",
    "dots": "………………",
    "line": "____________",
    "dash": "—",
}

AXES: Mapping[str, Sequence[str]] = {
    "layout": tuple(LAYOUTS),
    "options": tuple(OPTIONS),
    "box": tuple(BOXES),
    "look": tuple(LOOKS),
    "page": tuple(PAGES),
    "spelling": WEB_SPELLINGS,
    "blank": tuple(BLANKS),
    "other": ("behind", "below", "dots"),
    "contacts": ("one", "two"),
    "order": ("as-printed", "as-printed", "contacts-first"),
    "notes": ("with", "without"),
}

_GAPLESS = ("inline", "wrapped")
_BEHIND = ("behind", "far-right", "dot-leaders")


def website(seed: int, **fixed: str) -> Website:
    """The page of that seed, with some axes fixed by name."""
    random = Random(f"{seed}/web")
    axes = {axis: fixed.get(axis) or random.choice(ways) for axis, ways in AXES.items()}
    plan = planned(seed, mark="ballot", second="same", decoy="none")
    maker = _Maker(plan.given, axes, random)
    axes["scenario"] = plan.axes["scenario"]
    return Website(maker.page(), truth(plan.given), plan.given.expect, axes)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes a page of answers along axes."""

    given: Answers
    axes: Mapping[str, str]
    random: Random

    @property
    def spelling(self) -> Spelling:
        return SPELLINGS[self.axes["spelling"]]

    def page(self) -> str:
        """The whole page."""
        title = "".join(f"<h1>{line}</h1>" for line in blank.TITLE)
        body = LAYOUTS[self.axes["layout"]](self._sections())
        notes = (
            "".join(f"<p>{escape(line)}</p>" for line in blank.NOTES) if self.axes["notes"] == "with" else ""
        )
        return (
            f"<!doctype html><html lang=it><meta charset=utf-8><title>Scheda di rilevazione</title>"
            f"<style>{STYLE}{PAGE}body{{{LOOKS[self.axes['look']]}}}</style>"
            f"<body>{title}<p>{escape(blank.INTRODUCTION)}</p>{body}<div class=notes>{notes}</div>"
        )

    def _sections(self) -> list[list[Question]]:
        first = [self._open(field) for field in ("cooperativa", "logo", "regione", "citta")]
        contacts = [self._head("riferimenti"), self._open("referente"), *self._contacts()]
        middle = [
            [self._closed("tipologia")],
            [self._open("nome_progetto"), self._closed("ambito")],
            [
                self._head("partnership"),
                self._closed("partnership_intenti"),
                self._closed("partnership_economica"),
            ],
            [self._closed("finanziamento")],
            [self._open("descrizione"), self._open("elementi_innovazione")],
            [self._open("valutazione"), self._closed("valutazione_impatto")],
        ]
        photos = [[self._open("foto")]]
        if self.axes["order"] == "contacts-first":
            return [first, contacts, *middle, *photos]
        return [first, *middle, contacts, *photos]

    def _head(self, field: str) -> Question:
        return Question(self._label(field), "", "", "head")

    def _label(self, field: str) -> str:
        return escape(self.spelling.label(blank.LABELS[field], NUMBERS[field])).replace("\n", "<br>")

    def _prompt(self, field: str) -> str:
        said = blank.PROMPTS.get(field, "")
        return f"<p class=prompt>{escape(self.spelling.words(said))}</p>" if said else ""

    def _open(self, field: str) -> Question:
        kind = "long" if field in blank.LIMITS or field == "foto" else "short"
        if field in self.given.pictures:
            shown = "<br>".join(logo(self.random) for _ in range(self.given.pictures[field]))
            return Question(self._label(field), self._prompt(field), shown, kind)
        return Question(self._label(field), self._prompt(field), self._text(field), kind)

    def _text(self, field: str) -> str:
        value = self.given.typed.get(field, "")
        if not value:
            return BLANKS[self.axes["blank"]]
        return "".join(f"<p>{escape(line)}</p>" for line in value.split("\n"))

    def _contacts(self) -> list[Question]:
        if self.axes["contacts"] == "two":
            return [self._open("telefono"), self._open("email")]
        said = [self.given.typed.get(field, "") for field in ("telefono", "email")]
        text = " &nbsp; ".join(escape(one) for one in said if one) or BLANKS[self.axes["blank"]]
        return [Question(self._label("contatti"), "", f"<p>{text}</p>", "short")]

    def _closed(self, field: str) -> Question:
        box = BOXES[self.axes["box"]]
        ticks = self.given.ticks[field]
        pairs = [(box(code in ticks), self._words(field, code)) for code in blank.OPTIONS[field]]
        return Question(
            self._label(field), self._prompt(field), OPTIONS[self.axes["options"]](pairs), "choice"
        )

    def _words(self, field: str, code: str) -> str:
        number = 1 + list(blank.OPTIONS[field]).index(code)
        words = escape(self.spelling.option(self.spelling.words(blank.OPTIONS[field][code]), number))
        if code != "altre":
            return words
        value = escape(self.given.typed.get("finanziamento_altre", ""))
        if self.axes["options"] in _BEHIND:
            return f"{words}: {value}" if value else words
        if self.axes["other"] == "below" and self.axes["options"] not in _GAPLESS:
            return f"{words}<br>{value or blank.DOTS}"
        return f"{words}: {value or '…………'}" if self.axes["other"] == "dots" else f"{words} {value}"
