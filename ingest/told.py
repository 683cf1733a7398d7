"""What is said of a file because of others: that it came twice, that a newer one replaced it."""

from __future__ import annotations

from ingest.filed import Change
from ingest.identity import same
from ingest.record import Finding, Record, finding, is_paged


def told_of(kind: str | None, other: int, name: str, changed: tuple[Change, ...]) -> tuple[Finding, ...]:
    """What to say of a file that is ``duplicate`` or ``superseded``; `other` is the file that holds."""
    if kind == "duplicate":
        return (finding("possible-duplicate", file=name, number=other),)
    if kind == "superseded":
        fields = ", ".join(change.field for change in changed)
        return (finding("superseded", file=name, number=other, fields=fields),)
    return ()


def twins(before: Record | None, after: Record, name: str, number: int) -> tuple[Finding, ...]:
    """What to say where the version that was replaced is the same form as another kind of file.

    Somebody sends the Word file and its PDF: most answers are the same, and where one is not, either
    it was mended in between or one of the two was not read rightly.
    """
    if before is None or is_paged(before) == is_paged(after):
        return ()
    changed = changes(before, after)
    if 2 * len(changed) > len(after.entries):
        return ()
    fields = ", ".join(change.field for change in changed)
    return (finding("possible-duplicate", file=name, number=number, fields=fields),)


def changes(before: Record | None, after: Record | None) -> tuple[Change, ...]:
    """The fields that two versions answer differently, white space aside."""
    if before is None or after is None:
        return ()
    old, new = before.values(), after.values()
    fields = [*old, *(field for field in new if field not in old)]
    pairs = ((field, old.get(field), new.get(field)) for field in fields)
    return tuple(Change(field, first, second) for field, first, second in pairs if not same(first, second))
