"""What the report's page of one form shows, in words, before it becomes markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.filed import Change, Filed
from ingest.messages import place_words
from ingest.record import Entry, Evidence, Severity
from ingest.texts import Texts
from output.changes import Difference, differences
from output.gallery import Shot, Thumbnail, address, embedded, shots
from output.labels import counted, headings, local_time, method_word, named, shown, version_word
from output.letter import Letter, letter
from output.problems import Problem, of_severity, problems
from parsers.document import Place
from parsers.form import Form

Crop: TypeAlias = Callable[[Filed, Sequence[Place]], bytes | None]
"""Draws the part of the original at places with a box, all on one page, as PNG; None where it cannot."""

_MOST_CROPS = 4
"""So many pages of an answer are shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known about the file; `href` is ``""`` or a relative address made by us."""

    term: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One field with its evidence."""

    field: str
    label: str
    value: str
    raw: str
    """What was written, where it differs from the value."""
    context: str
    """The whole cell, where it says more."""
    method: str
    confidence: str
    where: str
    crops: tuple[str, ...]
    """What it was read from, a picture a page, as ``data:`` addresses."""
    severity: str
    """Of the worst finding on the field: ``error``, ``warning`` or ``""``."""
    perhaps: tuple[str, ...]
    """The nearest known values, where what is written is none."""
    shots: tuple[Shot, ...]
    """The pictures that answer the field."""


@dataclass(frozen=True, slots=True)
class Page:
    """One form."""

    number: str
    title: str
    status: str
    status_word: str
    verdict: tuple[str, ...]
    facts: tuple[Fact, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    labels: dict[str, str]
    """Field id to heading; findings on other fields show none."""
    rows: tuple[Row, ...]
    changes: tuple[Difference, ...]
    """What the newer version says otherwise."""
    news: tuple[Difference, ...]
    """What this version says otherwise than the one it replaced."""
    letter: Letter | None
    """The message to the sender, where there is something to ask."""
    draft: str
    """The name of the message's file, beside the page."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The catalogues that a page draws on."""

    words: Texts
    sentences: Texts
    letters: Texts


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page shows besides what is filed of its form."""

    crop: Crop | None = None
    thumbnail: Thumbnail | None = None
    address: str = ""
    """The e-mail address that the list of those invited has for the sender."""
    replaced: tuple[Change, ...] = ()
    """What this version answers otherwise than the one it replaced."""


def page_name(number: int) -> str:
    """The stable name of a form's page: ``0012.html``."""
    return f"{number:04d}.html"


def row_id(field: str) -> str:
    """What a field's row is called on its form's page, for links to it."""
    return f"f-{field}"


def draft_name(number: int) -> str:
    """The stable name of the message to a form's sender: ``0012.eml``."""
    return f"{number:04d}.eml"


def page(filed: Filed, form: Form | None, wording: Wording, beside: Beside) -> Page:
    """The page of one form; `form` is None for a file that could not be read."""
    words = wording.words
    found = problems(filed, form, wording.sentences)
    labels = headings(form, words) if form is not None else {}
    return Page(
        number=f"{filed.number:04d}",
        title=_title(filed, form, words),
        status=filed.outcome.status.value,
        status_word=words.say("status", filed.outcome.status.value),
        verdict=tuple(_verdict(filed, found, words)),
        facts=tuple(_facts(filed, form, words)),
        errors=of_severity(found, Severity.ERROR),
        warnings=of_severity(found, Severity.WARNING),
        notes=of_severity(found, Severity.INFO),
        labels=labels,
        rows=tuple(_rows(filed, form, found, wording, beside)) if form is not None else (),
        changes=tuple(differences(filed.changed, form, labels, words)) if form is not None else (),
        news=tuple(differences(beside.replaced, form, labels, words)) if form is not None else (),
        letter=letter(filed, form, wording.letters, beside.address) if form is not None else None,
        draft=draft_name(filed.number),
    )


def _title(filed: Filed, form: Form | None, words: Texts) -> str:
    sender = named(filed, form)[0] or filed.file
    return f"{words.say('page', 'title', number=filed.number)} – {sender}"


def _verdict(filed: Filed, found: tuple[Problem, ...], words: Texts) -> Iterator[str]:
    counts = (
        ("errors", of_severity(found, Severity.ERROR)),
        ("warnings", of_severity(found, Severity.WARNING)),
    )
    todo = [counted(words, "verdict", name, len(some)) for name, some in counts if some]
    yield words.say("verdict", filed.outcome.status.value, todo=words.say("verdict", "and").join(todo))
    if filed.superseded_by is not None:
        yield words.say("verdict", "superseded", number=filed.superseded_by)
    elif filed.duplicate_of is not None:
        yield words.say("verdict", "duplicate", number=filed.duplicate_of)


def _facts(filed: Filed, form: Form | None, words: Texts) -> Iterator[Fact]:
    yield Fact(words.say("fact", "file"), filed.file)
    if filed.archived:
        yield Fact(words.say("fact", "original"), filed.archived, address(filed.archived))
    if filed.group:
        yield Fact(words.say("fact", "group"), filed.group)
    yield Fact(words.say("fact", "received"), local_time(filed))
    if form is not None:
        yield Fact(words.say("fact", "form"), form.title)
        yield Fact(words.say("head", "version"), version_word(filed, words))
    for name in ("supersedes", "superseded_by", "duplicate_of"):
        number = {
            "supersedes": filed.supersedes,
            "superseded_by": filed.superseded_by,
            "duplicate_of": filed.duplicate_of,
        }[name]
        if number is not None:
            yield Fact(words.say("fact", name), words.say("page", "title", number=number), page_name(number))


def _rows(
    filed: Filed,
    form: Form,
    found: tuple[Problem, ...],
    wording: Wording,
    beside: Beside,
) -> Iterator[Row]:
    labels = headings(form, wording.words)
    entries = {entry.field: entry for entry in filed.outcome.record.entries} if filed.outcome.record else {}
    for field in form.fields:
        if field.id not in entries:
            continue
        entry = entries[field.id]
        evidence = entry.evidence
        value = str(shown(field, entry.value, wording.words))
        yield Row(
            field=field.id,
            label=labels[field.id],
            value=value,
            raw=evidence.raw if not _same(evidence.raw, value) else "",
            context=evidence.context if _says_more(entry, value) else "",
            method=method_word(evidence.method, wording.words),
            confidence=wording.words.say("page", "sureness", percent=int(100 * evidence.confidence)),
            where=place_words(evidence.place, wording.sentences) if evidence.place is not None else "",
            crops=tuple(_pictures(filed, evidence, beside.crop)),
            severity=_worst(field.id, found),
            perhaps=tuple(one.suggestion for one in found if one.field == field.id and one.suggestion),
            shots=shots(filed.outcome.pictures, field.id, beside.thumbnail),
        )


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _says_more(entry: Entry, value: str) -> bool:
    context = entry.evidence.context
    return bool(context) and not _same(context, entry.evidence.raw) and not _same(context, value)


def _worst(field: str, found: tuple[Problem, ...]) -> str:
    severities = {problem.severity for problem in found if problem.field == field}
    for severity in (Severity.ERROR, Severity.WARNING):
        if severity in severities:
            return severity.value
    return ""


def _pictures(filed: Filed, evidence: Evidence, crop: Crop | None) -> Iterator[str]:
    """What the value was read from, page by page."""
    pages: dict[int, list[Place]] = {}
    for place in evidence.places or (evidence.place,):
        if place is not None and place.page is not None and place.box is not None:
            pages.setdefault(place.page, []).append(place)
    if crop is None:
        return
    for number in sorted(pages)[:_MOST_CROPS]:
        if drawn := crop(filed, pages[number]):
            yield embedded(drawn)
