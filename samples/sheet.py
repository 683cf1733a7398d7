"""The form with its answers, piece by piece, for a layout to put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samples import blank
from samples.answers import Answers
from samples.labels import Spelling
from samples.marks import option
from samples.texts import AROUND, BLANKS, CONTACTS, WRITINGS, plain
from samples.ways import Way
from samples.wordml import Element, inlines, listed, paragraph, run, words

NUMBERS = {field: number for number, field in enumerate(blank.LABELS, start=1)}

PLACEMENTS = ("own-place", "after-prompt", "instead-of-prompt", "beside-label")
"""Where an answer stands: where it belongs, or close by."""

OTHERS = ("among-dots", "same-line", "next-line")
"""Where the text of "Altre, specificare" stands."""

SECOND = ("partnership_economica", "finanziamento")

PARTED = "parted"
"""The contacts in two cells, each with a label of its own."""


@dataclass(frozen=True, slots=True)
class Question:
    """A label, what asks for the answer, and the answer, each as blocks."""

    label: list[Element]
    prompt: list[Element]
    answer: list[Element]
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the layouts draw on."""

    given: Answers
    way: Way
    second: Way
    """The way of the fields in `SECOND`: people do not tick alike to the end."""
    joint: str
    after: bool
    """Whether the box follows its words."""
    writing: str
    blank: str
    contacts: str
    placement: str
    other: str
    spelling: Spelling
    pictures: Mapping[str, Sequence[Element]]
    """The drawings of each picture field, a run each."""

    def label(self, field: str) -> list[Element]:
        """A label's paragraph."""
        return [words(self.spelling.label(blank.LABELS[field], NUMBERS[field]))]

    def prompt(self, field: str) -> list[Element]:
        """What the form says beside or below the label."""
        return [words(self.spelling.words(blank.PROMPTS[field]))] if field in blank.PROMPTS else []

    def said(self, lines: Sequence[str]) -> list[Element]:
        """Paragraphs of the form's own words: title, introduction, notes."""
        return [words(self.spelling.words(line)) for line in lines]

    def written(self, field: str) -> list[Element]:
        """A text answer, or what stands there when there is none."""
        value = self.given.typed.get(field, "")
        return WRITINGS[self.writing](value) if value else BLANKS[self.blank]()

    def drawn(self, field: str) -> list[Element]:
        """The pictures of a picture field, one below the other."""
        return [paragraph(drawing) for drawing in self.pictures[field]]

    def question(self, field: str) -> Question:
        """A question with a text or picture for an answer."""
        if field in self.pictures:
            return Question(self.label(field), self.prompt(field), self.drawn(field))
        return self._placed(field, self.written(field))

    def choice(self, field: str) -> Question:
        """A question answered by ticking, an option a line."""
        return Question(self.label(field), self.prompt(field), self.lines(field), choice=True)

    def contact_questions(self) -> list[Question]:
        """Phones and e-mail: one question, or two where people parted them."""
        if self.contacts == PARTED:
            return [Question(self.label(field), [], self.written(field)) for field in ("telefono", "email")]
        return [self._placed("contatti", self._contacts())]

    def lines(self, field: str, codes: Sequence[str] = ()) -> list[Element]:
        """The options of a field, or those of the given codes, a paragraph each."""
        made: list[Element] = []
        for code in codes or blank.OPTIONS[field]:
            if self.way_of(field).shown(code in self.given.ticks[field]):
                line = self._line(field, code)
                made += self._other(line) if code == "altre" else [line]
        return made

    def _line(self, field: str, code: str) -> Element:
        numbering = self.way_of(field).numbering
        if numbering is None:
            return paragraph(*self.option(field, code))
        chosen = numbering[code in self.given.ticks[field]]
        return listed(chosen, *self.option(field, code))

    def line(self, field: str, between: str) -> Element:
        """The options of a field on one line."""
        made: list[Element] = []
        for block in self.lines(field):
            made += [run(between), *inlines(block)] if made else inlines(block)
        return paragraph(*made)

    def option(self, field: str, code: str) -> list[Element]:
        """Box and words of one option, as inlines."""
        ticked = code in self.given.ticks[field]
        return option(self.way_of(field), ticked, self.word(field, code), self.joint, self.after)

    def boxed(self, field: str) -> list[tuple[list[Element], list[Element]]]:
        """The options of a field as pairs: the box's paragraph, and the words' with what follows."""
        pairs, way = [], self.way_of(field)
        for code in blank.OPTIONS[field]:
            ticked = code in self.given.ticks[field]
            if way.shown(ticked):
                said = paragraph(*way.words(ticked, self.word(field, code)))
                answer = self._other(said) if code == "altre" else [said]
                pairs.append(([paragraph(*way.box(ticked))], answer))
        return pairs

    def way_of(self, field: str) -> Way:
        """The way a field's options are ticked."""
        return self.second if field in SECOND else self.way

    def word(self, field: str, code: str) -> str:
        """The words of an option."""
        words = self.spelling.words(blank.OPTIONS[field][code])
        return self.spelling.option(words, 1 + list(blank.OPTIONS[field]).index(code))

    def _placed(self, field: str, answer: list[Element]) -> Question:
        label, prompt = self.label(field), self.prompt(field)
        if prompt and self.placement == "after-prompt":
            return Question(label, prompt + answer, [])
        if prompt and self.placement == "instead-of-prompt":
            return Question(label, answer, [])
        if not prompt and self.placement == "beside-label":
            return Question([self.beside(field, answer)], [], [])
        return Question(label, prompt, answer)

    def beside(self, field: str, answer: Sequence[Element]) -> Element:
        """A label and its answer in one paragraph."""
        if self.writing in AROUND and self.given.typed.get(field):
            answer = plain(self.given.typed[field])
        label = self.spelling.label(blank.LABELS[field], NUMBERS[field]).strip().rstrip(":")
        made = [run(label + ": ")]
        for number, block in enumerate(answer):
            made += [run("\n"), *inlines(block)] if number else inlines(block)
        return paragraph(*made)

    def _contacts(self) -> list[Element]:
        phone, mail = (self.given.typed.get(field, "") for field in ("telefono", "email"))
        if phone and mail:
            return CONTACTS[self.contacts](phone, mail)
        if not phone and not mail:
            return BLANKS[self.blank]()
        # What wraps paragraphs cannot stand beside a label in its paragraph.
        inside = self.writing in AROUND and self.placement == "beside-label"
        return (plain if inside else WRITINGS[self.writing])(phone or mail)

    def _other(self, option: Element) -> list[Element]:
        """The option «Altre, specificare» and the line or two for saying which."""
        value = self.given.typed.get("finanziamento_altre", "")
        if not value:
            return [option] if self.other == "same-line" else [option, words(blank.DOTS), words(blank.DOTS)]
        if self.other == "same-line":
            option.append(run(f" {value}"))
            return [option]
        return [option, words(f"……{value}………………" if self.other == "among-dots" else value)]
