"""What a clerk is told after a pass: how many, how they fared, what to open, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest import names
from ingest.brought import Brought
from ingest.inbox import Inbox
from ingest.intake import Held, Taken
from ingest.messages import failure_message
from ingest.publish import Published
from ingest.record import Failure, Status
from ingest.session import counted
from ingest.texts import Texts
from ingest.workspace import Workspace


@dataclass(slots=True)
class Tally:
    """What came of a pass, counted up file by file; only what a person has to be told is kept."""

    counts: dict[Status, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    rejected: list[tuple[str, Failure]] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)

    def add(self, step: Taken | Held) -> None:
        """Count one file."""
        if isinstance(step, Held):
            self.held.append(step)
            return
        self.counts[step.status] += 1
        if step.failure is not None:
            self.rejected.append((step.file, step.failure))

    @property
    def received(self) -> int:
        """How many files were taken in."""
        return sum(self.counts.values())

    @property
    def needs_look(self) -> bool:
        """Whether something needs a person or was rejected."""
        return self.counts[Status.REVIEW] + self.counts[Status.REJECTED] > 0


def result(workspace: Workspace, tally: Tally, texts: Texts) -> str:
    """The pass in one line, ending with what to open."""
    opened = texts.say("summary", "open", path=workspace.index)
    if not tally.received:
        return texts.say("summary", "nothing", inbox=workspace.inbox) + " " + opened
    parts = [
        counted(texts, "summary", status.value, count) for status, count in tally.counts.items() if count
    ]
    return f"{counted(texts, 'summary', 'received', tally.received)}: {', '.join(parts)}. {opened}"


def details(
    workspace: Workspace, tally: Tally, inbox: Inbox, brought: Brought | None, texts: Texts
) -> Iterator[str]:
    """The lines after it: what was rejected and why, what stays in the inbox and why."""
    if brought is not None and brought.known:
        yield counted(texts, "summary", "known", brought.known)
    if tally.rejected:
        yield texts.say("summary", "rejected-head", folder=workspace.rejected)
        yield from (f"  {file}: {failure_message(failure, texts)}" for file, failure in tally.rejected)
    if inbox.waiting:
        yield texts.say("summary", "waiting-head")
        why = texts.say("held", "young")
        yield from (f"  {names.shown(arrival.source)}: {why}" for arrival in inbox.waiting)
    held = [*tally.held, *(brought.held if brought else ())]
    if held:
        yield texts.say("summary", "held-head")
        yield from (f"  {one.file}: {texts.say('held', one.why)}" for one in held)


def written(published: Published, workspace: Workspace, texts: Texts) -> Iterator[str]:
    """What is to say of the workbooks, where something is."""
    for wanted, beside in published.beside:
        yield texts.say("summary", "beside", path=wanted, beside=beside.name)
    for form in published.unknown:
        yield texts.say("summary", "no-form", form=form, folder=workspace.forms)
    if (roll := published.roll) is not None:
        yield texts.say("summary", "answered", answered=roll.answered, asked=roll.asked)
