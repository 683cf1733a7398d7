"""The register: a row a file received, with all that is known of it and of the files it has to do with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Row, Select, and_, select

from ingest import codec
from ingest.filed import Filed
from ingest.schema import reading, received, relation
from ingest.told import changes, told_of, twins


def rows() -> Select[tuple[object, ...]]:
    """The rows, by number."""
    older = relation.alias("older")
    successor = reading.alias("successor")
    predecessor = reading.alias("predecessor")
    other = received.alias("other_file")
    replaced_file = received.alias("replaced_file")
    columns = (
        received,
        reading.c.form,
        reading.c.outcome,
        reading.c.seconds,
        reading.c.program,
        relation.c.kind,
        relation.c.other,
        other.c.name.label("other_name"),
        older.c.number.label("supersedes"),
        successor.c.outcome.label("successor"),
        predecessor.c.outcome.label("predecessor"),
        replaced_file.c.name.label("replaced_name"),
    )
    replaced = and_(successor.c.number == relation.c.other, relation.c.kind == "superseded")
    tables = (
        received.join(reading, reading.c.number == received.c.number)
        .outerjoin(relation, relation.c.number == received.c.number)
        .outerjoin(other, other.c.number == relation.c.other)
        .outerjoin(successor, replaced)
        .outerjoin(older, and_(older.c.other == received.c.number, older.c.kind == "superseded"))
        .outerjoin(predecessor, predecessor.c.number == older.c.number)
        .outerjoin(replaced_file, replaced_file.c.number == older.c.number)
    )
    return select(*columns).select_from(tables).order_by(received.c.number)


def filed(row: Row[tuple[object, ...]]) -> Filed:
    """What a row says."""
    outcome = codec.decode(row.outcome)
    changed = changes(outcome.record, codec.decode(row.successor).record) if row.successor else ()
    told = told_of(row.kind, row.other, row.other_name, changed)
    if row.predecessor and outcome.record is not None:
        before = codec.decode(row.predecessor).record
        told += twins(before, outcome.record, row.replaced_name, row.supersedes)
    return Filed(
        number=row.number,
        file=row.name,
        group=row.group,
        archived=row.archived or "",
        sha256=row.sha256,
        size=row.size,
        received_at=datetime.fromisoformat(row.received_at),
        form_id=row.form,
        outcome=replace(outcome, findings=outcome.findings + told),
        current=row.form is not None and row.kind is None,
        supersedes=row.supersedes,
        superseded_by=row.other if row.kind == "superseded" else None,
        duplicate_of=row.other if row.kind == "duplicate" else None,
        changed=changed,
        seconds=row.seconds,
        program=row.program,
    )
