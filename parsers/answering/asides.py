"""Comments and notes as answers: which of them tick an option, doubt a tick, or are the answer themselves.

A comment is what somebody says of the form, not the form: what it ticks is a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from parsers import marks
from parsers.answering.leftover import is_blank
from parsers.answers import Choice
from parsers.choices.fields import ChoiceReading
from parsers.document import Aside, AsideKind, Method, State
from parsers.finding.anchors import Role, anchors
from parsers.finding.govern import Headings, Rule, Tie
from parsers.finding.matches import Match
from parsers.form import Field, Form
from parsers.keys import key
from parsers.layout import Layout, Line, Remark

JUDGED = 0.6
"""How sure a reading is that rests on what somebody said of the form."""
_SHORT = 60
"""Characters: what ticks or denies is said in a few words."""
_YES = frozenset(
    (
        *("questa", "questo", "queste", "questi", "si", "x", "v", "ok", "scelta", "scelto", "scelte"),
        *("selezionata", "selezionato", "barrata", "barrato", "spuntata", "confermo", "confermata"),
        *("vale", "valida", "segnata", "segnato", "scegliamo", "barrare", "segnare", "yes", "this", "chosen"),
    )
)
"""One of these words says that an option is meant …"""
_WITH_YES = frozenset(
    (
        *("scelgo", "abbiamo", "ho", "sono", "la", "il", "lo", "noi", "e", "ed", "anche", "pure", "qui"),
        *("risposta", "nostra", "nostro", "opzione", "voce", "casella", "va", "vanno", "da", "per", "prego"),
        *("grazie", "giusta", "corretta", "esatta", "selezionare", "spuntare", "indichiamo", "one", "we"),
    )
)
"""… with no other words than these beside it."""
_NO = frozenset(
    (
        *("no", "non", "nessuna", "nessuno", "errata", "errato", "errore", "sbagliata", "sbagliato"),
        *("annulla", "annullata", "annullare", "togliere", "tolta", "esclusa", "escludere", "forse", "boh"),
        *("dubbio", "incerto", "incerta", "anzi", "invece", "piuttosto"),
        *("not", "wrong", "maybe"),
    )
)
"""One of these words speaks against an option, or doubts it."""
_WORD = re.compile(r"\w+")
_LEADERS = re.compile(r"[._…\t]")


@dataclass(slots=True)
class _Heard:
    """What the asides of one choice field come to."""

    ticks: dict[str, str] = field(default_factory=dict)
    """Options that a comment chooses, with its words."""
    doubts: set[str] = field(default_factory=set)
    used: list[Aside] = field(default_factory=list)


def heard(
    choices: Mapping[str, ChoiceReading], form: Form, layout: Layout, headings: Headings
) -> tuple[dict[str, ChoiceReading], tuple[Aside, ...]]:
    """The choice fields with what comments and notes say of them, and the asides that became ticks."""
    read: dict[str, ChoiceReading] = {}
    used: list[Aside] = []
    for name, reading in choices.items():
        found = _hear(form.field(name), reading, layout, headings)
        used += found.used
        changed = tuple(_changed(choice, found) for choice in reading.choices)
        read[name] = replace(reading, choices=changed)
    return read, tuple(used)


def _hear(asked: Field, reading: ChoiceReading, layout: Layout, headings: Headings) -> _Heard:
    found = _Heard()
    free = not reading.loose and all(choice.state is State.EMPTY for choice in reading.choices)
    ticked = {choice.option for choice in reading.choices if choice.state is not State.EMPTY}
    for remark in layout.remarks:
        if remark.aside.settled:
            continue
        option = _option_by(remark, reading, layout, headings)
        if option is None and not _is_about(asked, remark, headings):
            continue
        meant = _meant(remark.aside.text, option, asked)
        if meant is not None and any(choice.option == meant for choice in reading.choices):
            if free:
                found.ticks[meant] = remark.aside.text
                found.used.append(remark.aside)
            elif meant not in ticked:
                found.doubts.add(meant)
        elif option in ticked and option is not None and _denies(remark.aside.text, option, asked):
            found.doubts.add(option)
    return found


def _changed(choice: Choice, found: _Heard) -> Choice:
    said = found.ticks.get(choice.option)
    if said is not None:
        raw = f"{choice.raw} [{' '.join(said.split())}]"
        return replace(
            choice, state=State.TICKED, method=Method.ANNOTATION, confidence=JUDGED, raw=raw, doubt="comment"
        )
    if choice.option in found.doubts and not choice.doubt:
        return replace(choice, confidence=min(choice.confidence, JUDGED), doubt="comment")
    return choice


def _is_about(asked: Field, remark: Remark, headings: Headings) -> bool:
    """Whether it stands where this field's label or its options are, but by none of them alone."""
    rule = headings.governing(remark.line, remark.at)
    return rule is not None and asked.id in rule.heading.anchor.fields


def _meant(text: str, option: str | None, asked: Field) -> str | None:
    """The option that the words choose: the one they stand by, or one that they name."""
    named = _named(text, asked)
    if named is not None:
        return named if option in (None, named) else None
    return option if _affirms(text) else None


def _named(text: str, asked: Field) -> str | None:
    """The option whose very words these are."""
    words = key(text)
    if any(mark.state is State.EMPTY for mark in marks.find(text, "")):
        return None
    for option in asked.options:
        if words and words in (key(option.label), *map(key, option.spellings)):
            return option.code
    return None


def _affirms(text: str) -> bool:
    words = _words(text)
    return (
        "?" not in text and any(word in _YES for word in words) and all(w in _YES | _WITH_YES for w in words)
    )


def _denies(text: str, option: str, asked: Field) -> bool:
    """Whether few words speak against the option they stand by, or for another one."""
    if _named(text, asked) not in (None, option):
        return True
    return len(text) <= _SHORT and ("?" in text or any(word in _NO for word in _words(text)))


def _words(text: str) -> list[str]:
    """The words of a short text, folded; none of a longer one."""
    return [key(word) for word in _WORD.findall(text)] if len(text) <= _SHORT else []


def _option_by(remark: Remark, reading: ChoiceReading, layout: Layout, headings: Headings) -> str | None:
    """The one option that a remark is on or stands by; None where there is none or several."""
    line, start, end = _stretch(remark, layout)
    touched = _touched(line, start, end, reading)
    if touched:
        return touched.pop() if len(touched) == 1 else None
    inside = [match for match in reading.matches if any(span.line == line.index for span in match.spans)]
    if len(inside) == 1:
        return inside[0].anchor.option
    if inside:
        before = [(s.end, m) for m in inside for s in m.spans if s.line == line.index and s.end <= start]
        last = max(before, key=lambda one: one[0], default=None)
        return last[1].anchor.option if last and is_blank(line.text[last[0] : start]) else None
    return None if headings.in_line(line) else _beside(line, reading, layout)


def _stretch(remark: Remark, layout: Layout) -> tuple[Line, int, int]:
    """What of which line a remark is on: one that ends where a line begins is on the line before."""
    line, start, end = remark.line, remark.at - remark.aside.reach, remark.at
    if remark.aside.wide and not line.text[:end].strip() and line.index > 0:
        line = layout.lines[line.index - 1]
        return line, 0, len(line.text)
    return line, max(0, start), end


def _touched(line: Line, start: int, end: int, reading: ChoiceReading) -> set[str]:
    """The options whose words or box are in a stretch."""
    found = {
        match.anchor.option
        for match in reading.matches
        for span in match.spans
        if span.line == line.index and span.start < end and start < span.end
    }
    marks = [mark for at, mark in line.marks if start <= at < end]
    found |= {choice.option for choice in reading.choices if any(choice.mark is mark for mark in marks)}
    return {option for option in found if option is not None}


def _beside(line: Line, reading: ChoiceReading, layout: Layout) -> str | None:
    """The only option of a cell or, for a cell with nothing in it, of its row."""
    spot = line.spot
    if spot is None:
        return None
    places = [(match, layout.lines[match.spans[0].line].spot) for match in reading.matches]
    found: list[Match] = [match for match, there in places if there is spot]
    if not found and all(is_blank(other.text.replace("\x01", "")) for other in layout.by_spot[spot]):
        found = [
            match
            for match, there in places
            if there is not None
            and there.table == spot.table
            and there.row <= spot.last_row
            and spot.row <= there.last_row
        ]
    return found[0].anchor.option if len(found) == 1 else None


def stands_for_answer(remark: Remark, rule: Rule) -> bool:
    """Whether a note stands where an answer is expected: not on a label, but on the blank after it."""
    if remark.aside.kind is AsideKind.COMMENT:
        return False
    if rule.tie is not Tie.LINE:
        return True
    ends = [
        span.end for span in rule.heading.spans if span.line == remark.line.index and span.end <= remark.at
    ]
    return bool(ends) and bool(_LEADERS.search(remark.line.text, max(ends), remark.at))


def without_own_words(text: str, form: Form) -> str:
    """The lines of a text but for sentences that the form itself prints."""
    own = _own_words(form)
    return "\n".join(line for line in text.split("\n") if key(line) not in own).strip()


@lru_cache(maxsize=16)
def _own_words(form: Form) -> frozenset[str]:
    return frozenset(("", key(form.title), *_keys(form)))


def _keys(form: Form) -> Iterator[str]:
    """The sentences that the form itself prints. Labels and options are words that people use too."""
    for anchor in anchors(form):
        if anchor.role not in (Role.LABEL, Role.OPTION):
            yield from anchor.keys
