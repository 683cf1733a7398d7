"""Values that are on no list: each as often as it was written, with the known value it may stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pandas import DataFrame
from rapidfuzz import fuzz

from ingest.filed import Filed
from ingest.texts import Texts
from output.labels import Cell, headings
from output.returns import is_shown
from parsers.form import Form, Kind
from parsers.keys import key

COLUMNS = ("field", "label", "value", "count", "proposed", "likeness")
_ALIKE = 85
"""Two spellings this much alike, of 100, may be one value."""
_LISTED = (Kind.REGION, Kind.MUNICIPALITY)


@dataclass(slots=True)
class FreeValues:
    """The free values of one form as its returns come by."""

    form: Form
    words: Texts
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often a field (by id) says a value."""
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    """What the list of the field's kind holds that comes nearest, by field and value."""

    def add(self, filed: Filed) -> None:
        """Puts in what one form says that is on no list."""
        if not is_shown(filed, self.form):
            return
        for name, value in (*self._unlisted(filed), *self._further(filed)):
            self.counts[name, value] += 1

    def frame(self) -> DataFrame:
        """A row a distinct value: field by id and label, value, how often, what may be meant, how alike."""
        labels = headings(self.form, self.words)
        order = {name: number for number, name in enumerate(labels)}
        rows = sorted(
            self.counts.items(), key=lambda pair: (order[pair[0][0]], -pair[1], pair[0][1].casefold())
        )
        return DataFrame(
            [
                [name, labels[name], value, count, *self._proposed(name, value)]
                for (name, value), count in rows
            ],
            columns=[self.words.say("column", name) for name in COLUMNS],
            dtype=object,
        )

    def _unlisted(self, filed: Filed) -> Iterator[tuple[str, str]]:
        """What stands where a region or a municipality is asked for, and is none."""
        fields = {one.id for one in self.form.fields if one.kind in _LISTED}
        for finding in filed.outcome.findings:
            text = " ".join(str(finding.fact("text") or "").split())
            if finding.field in fields and finding.code.startswith("unknown-") and text:
                self.known.setdefault((finding.field, text), str(finding.fact("suggestion") or ""))
                yield finding.field, text

    def _further(self, filed: Filed) -> Iterator[tuple[str, str]]:
        """What was written beside an option that asks for it."""
        asked = {option.asks_text for one in self.form.fields for option in one.options}
        entries = filed.outcome.record.entries if filed.outcome.record is not None else ()
        for entry in entries:
            if entry.field in asked and isinstance(entry.value, str) and entry.value:
                yield entry.field, " ".join(entry.value.split())

    def _proposed(self, name: str, value: str) -> tuple[Cell, Cell]:
        """The nearest known value, else a commoner spelling much like it, with how alike they are (0–100)."""
        known = self.known.get((name, value), "")
        if known:
            return known, round(fuzz.ratio(key(value), key(known)))
        others = (
            (count, other)
            for (field_id, other), count in self.counts.items()
            if field_id == name and other != value and count > self.counts[name, value]
        )
        alike = [(fuzz.ratio(key(value), key(other)), count, other) for count, other in others]
        score, _, best = max(alike, default=(0.0, 0, ""))
        return (best, round(score)) if score >= _ALIKE else ("", "")
