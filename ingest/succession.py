"""How the returns of a project follow each other, in the store's table of relations."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, and_, insert, or_, select

from ingest.schema import reading, received, relation


def relate(connection: Connection, number: int) -> None:
    """A return that says nothing new points at the first that said it; another replaces its predecessor."""
    first = connection.scalars(_first_alike(number)).first()
    if first is not None:
        connection.execute(insert(relation).values(number=number, kind="duplicate", other=first))
        return
    older = connection.scalars(_predecessor(number)).first()
    if older is not None:
        connection.execute(insert(relation).values(number=older, kind="superseded", other=number))


def _first_alike(number: int) -> Select[tuple[int]]:
    """The first earlier file with the same bytes or answers, of the same form or of none like this one."""
    mine = select(reading.c.form, reading.c.answers, received.c.sha256).join(received)
    this = mine.where(reading.c.number == number).subquery()
    same_form = reading.c.form.is_not_distinct_from(this.c.form)
    alike = or_(received.c.sha256 == this.c.sha256, reading.c.answers == this.c.answers)
    found = select(reading.c.number).join(received).join(this, and_(same_form, alike))
    return found.where(reading.c.number < number, _is_no("duplicate")).order_by(reading.c.number).limit(1)


def _predecessor(number: int) -> Select[tuple[int]]:
    """The current return of the same project, where there is one."""
    mine = select(reading.c.form, reading.c.project).where(reading.c.number == number).subquery()
    same = and_(reading.c.form == mine.c.form, reading.c.project == mine.c.project)
    found = select(reading.c.number).join(mine, same)
    free = and_(reading.c.number < number, _is_no("duplicate"), _is_no("superseded"))
    return found.where(free).order_by(reading.c.number.desc()).limit(1)


def _is_no(kind: str) -> ColumnElement[bool]:
    related = select(relation.c.number).where(relation.c.kind == kind)
    return reading.c.number.not_in(related)
