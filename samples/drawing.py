"""Draws returned forms, with the reading that is right for each, from a seed.

A form is drawn along axes: how boxes are ticked, where things stand, how text is given, what is
wrong with the answers … Each axis is a table of small functions in a module of its own; a line
there adds a way, and every test that draws forms meets it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from samples import blank
from samples.answers import Answers, Expected, Json, answers, truth
from samples.extras import EXTRAS, Extra
from samples.field_marks import UNPRINTED
from samples.labels import SPELLINGS
from samples.layouts import LAYOUTS, ORDERS
from samples.marks import BARE, BULLETS, JOINTS, JUDGED, TYPED, WAYS
from samples.package import drawings, opened, saved
from samples.programs import AS_MADE, PROGRAMS
from samples.prose import DECOYS
from samples.scenarios import SCENARIOS
from samples.shape_marks import ALONG_WORDS, FLOATING
from samples.sheet import OTHERS, PARTED, PLACEMENTS, SECOND, Sheet
from samples.texts import BLANKS, CONTACTS, WRITINGS
from samples.ways import Way
from samples.wordml import Element

FLATTENING = ("google-docs", "onlyoffice-flat", "pages", "mail", "from-pdf")
"""Programs that keep of a field what it shows and nothing else."""

SAME = "same"
"""The second mark is the first."""

AXES: Mapping[str, Sequence[str]] = {
    "mark": tuple(WAYS),
    "second": (*(SAME,) * len(WAYS), *WAYS),
    "joint": tuple(JOINTS),
    "side": ("before", "before", "before", "after"),
    "layout": tuple(LAYOUTS),
    "order": tuple(ORDERS),
    "spelling": tuple(SPELLINGS),
    "writing": tuple(WRITINGS),
    "placement": PLACEMENTS,
    "other": OTHERS,
    "contacts": (*CONTACTS, PARTED),
    "blank": tuple(BLANKS),
    "decoy": tuple(DECOYS),
    "extra": tuple(EXTRAS),
    "scenario": tuple(SCENARIOS),
    "program": (*(AS_MADE,) * len(PROGRAMS), *PROGRAMS),
}
"""The ways that are drawn from, by axis."""

ASKED_FOR: Mapping[str, Sequence[str]] = {"mark": tuple(JUDGED)}
"""Ways that are never drawn, only asked for by name."""

MARKS: Mapping[str, Way] = {**WAYS, **JUDGED}


@dataclass(frozen=True, slots=True)
class Sample:
    """A returned form."""

    name: str
    """The file's name, with its suffix."""
    data: bytes
    truth: Mapping[str, Json]
    """The record that a right reading gives, every id of the form."""
    expect: Expected
    """The errors and warnings of a right reading as (field, code), no more and no less."""
    notes: Expected
    """Findings of severity info that are certain, as (field, code)."""
    axes: Mapping[str, str]
    """The way drawn on each axis."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a form is to hold and how, before it is made."""

    source: str
    """The seed of the answers."""
    axes: Mapping[str, str]
    given: Answers

    @property
    def expect(self) -> Expected:
        """The errors and warnings of a right reading, those of judged marks included."""
        if self.axes["mark"] not in JUDGED:
            return self.given.expect
        judged = (field for field in blank.OPTIONS if field not in SECOND or self.axes["second"] == SAME)
        chosen = (field for field in judged if self.given.ticks[field])
        return (*self.given.expect, *((field, "ambiguous-mark") for field in chosen))

    @property
    def extra(self) -> Extra:
        """What comes with the form."""
        return EXTRAS[self.axes["extra"]]

    @property
    def notes(self) -> Expected:
        """The findings of severity info that are certain."""
        return (*self.given.notes, *self.extra.notes)


def draw(seed: int, **fixed: str) -> Sample:
    """The Word form of that seed, with some axes fixed by name (``layout="original"``).

    ``answers="7"`` takes the answers of another seed, so that two forms can say the same.
    Raises ValueError for an axis or way that does not exist, and for ways that do not go together.
    """
    plan = planned(seed, **fixed)
    document = opened()
    pictures = drawings(document, plan.given.pictures, Random(f"{plan.source}/pictures"))
    sheet = _sheet(plan.axes, plan.given, pictures)
    blocks = LAYOUTS[plan.axes["layout"]](sheet, ORDERS[plan.axes["order"]])
    return Sample(
        f"scheda-{seed:04d}.docx",
        saved(document, PROGRAMS[plan.axes["program"]](document, plan.extra.change(document, blocks))),
        truth(plan.given),
        plan.expect,
        plan.notes,
        plan.axes,
    )


def planned(seed: int, **fixed: str) -> Plan:
    """What `draw` would make of the same seed and ways. Raises ValueError as `draw` does."""
    source = fixed.pop("answers", str(seed))
    axes = _axes(Random(f"{seed}/axes"), fixed)
    return Plan(source, axes, _given(source, axes))


def _axes(random: Random, fixed: Mapping[str, str]) -> dict[str, str]:
    for axis, way in fixed.items():
        if axis not in AXES:
            raise ValueError(f"no axis {axis!r}; there are {', '.join(AXES)}")
        if way not in (*AXES[axis], *ASKED_FOR.get(axis, ())):
            raise ValueError(f"no way {way!r} on axis {axis!r}")
    for _ in range(200):
        axes = {axis: fixed.get(axis) or random.choice(ways) for axis, ways in AXES.items()}
        if fits(axes):
            return axes
    raise ValueError(f"these do not go together: {dict(fixed)}")


Rule = Callable[[Mapping[str, str]], bool]


def _in_paragraphs(axes: Mapping[str, str]) -> bool:
    return axes["layout"].startswith("paragraphs")


def _on_a_line(axes: Mapping[str, str]) -> bool:
    lined = ("options-on-a-line", "options-on-a-spaced-line", "paragraphs-lined", "yes-no-inline")
    return axes["layout"] in lined


def _by_paragraphs(axes: Mapping[str, str]) -> bool:
    return not _on_a_line(axes) and not axes["layout"].startswith(("boxes", "matrix", "yes-no"))


def _crossed(axes: Mapping[str, str]) -> bool:
    return axes["layout"].startswith(("matrix", "yes-no"))


UNFIT: tuple[Rule, ...] = (
    # What only Word prints, the others lose: nothing is left of the boxes to read.
    lambda axes: axes["mark"] in UNPRINTED and axes["program"] in FLATTENING,
    # Where no control is left, its state contradicts nothing.
    lambda axes: axes["mark"] == "control-pasted-over" and axes["program"] in FLATTENING,
    # A bullet is a paragraph's: it cannot stand alone, behind its words or several on a line.
    lambda axes: axes["mark"] in BULLETS and (not _by_paragraphs(axes) or axes["side"] == "after"),
    # What floats over the beginning of a line cannot stand behind its words, or further on.
    lambda axes: axes["mark"] in FLOATING and (not _by_paragraphs(axes) or axes["side"] == "after"),
    lambda axes: axes["mark"] in ALONG_WORDS and axes["joint"] in ("tab", "two-spaces"),
    # Without cells a letter's last line might be an answer's.
    lambda axes: axes["extra"] in ("letter", "signature") and _in_paragraphs(axes),
    # A letter glued to a word is not a mark that anybody could tell.
    lambda axes: axes["mark"] in {**TYPED, **BARE} and not JOINTS[axes["joint"]],
    lambda axes: axes["mark"] == "typed-v" and axes["side"] == "after",
    # With several options on a line, a mark between two words belongs to either.
    lambda axes: _on_a_line(axes) and axes["mark"] in {**BARE, **JUDGED},
    lambda axes: _on_a_line(axes) and axes["joint"] in ("tab", "two-spaces"),
    lambda axes: _on_a_line(axes) and axes["side"] == "after" and axes["mark"] in TYPED,
    # Without cells nothing says whether the line "Valutazione" is an answer or the next label.
    lambda axes: _in_paragraphs(axes) and axes["decoy"] in ("label-line", "bullets"),
    # Words that serve two boxes cannot be dressed for one of them.
    lambda axes: _crossed(axes) and axes["mark"] in JUDGED,
    # Without boxes, a mark between "sì" and "no" belongs to either.
    lambda axes: axes["layout"] == "yes-no-inline" and axes["mark"] in BARE,
    # What is written behind the two boxes would be their words.
    lambda axes: axes["layout"] == "yes-no-inline" and axes["other"] == "same-line",
    # A text that is left while its option is deleted contradicts itself.
    lambda axes: (
        axes["mark"] in ("deleted-others", "removed-others")
        and axes["scenario"] in ("text-without-other", "blank", "missing-required")
    ),
)
"""Ways that do not go together, because no person could say what is meant."""


def fits(axes: Mapping[str, str]) -> bool:
    """Whether a person could read a form so made."""
    again = {**axes, "mark": axes["second"]}
    return not any(rule(axes) or rule(again) for rule in UNFIT)


def _given(source: str, axes: Mapping[str, str]) -> Answers:
    right = answers(Random(f"{source}/answers"), axes["decoy"])
    return SCENARIOS[axes["scenario"]](right, Random(f"{source}/{axes['scenario']}"))


def _sheet(axes: Mapping[str, str], given: Answers, pictures: Mapping[str, Sequence[Element]]) -> Sheet:
    return Sheet(
        given,
        way=MARKS[axes["mark"]],
        second=MARKS[axes["mark"] if axes["second"] == SAME else axes["second"]],
        joint=axes["joint"],
        after=axes["side"] == "after",
        writing=axes["writing"],
        blank=axes["blank"],
        contacts=axes["contacts"],
        placement=axes["placement"],
        other=axes["other"],
        spelling=SPELLINGS[axes["spelling"]],
        pictures=pictures,
    )
