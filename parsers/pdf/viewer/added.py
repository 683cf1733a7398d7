"""What the things added to a page with a viewer's tools say: ticks in boxes, dress of words, answers.

A mark that lies in one box, or right beside one, ticks it. A mark that may belong to two is unsure in
both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.document import Box, Emphasis, State
from parsers.pdf.objects import Added, Sign, Tool, Word, holds, middle
from parsers.pdf.text.hidden import said
from parsers.pdf.viewer.covers import is_redrawn
from parsers.pdf.viewer.pen import MARK_SIZED, aim, beside, is_blot, is_ring, is_scribble, meet, says, touch
from parsers.pdf.viewer.refusals import is_refusal, near_to
from parsers.pdf.viewer.targets import Target, boxes_of, signs_of
from parsers.pdf.viewer.ticks import COVERED, REFUSED, SCRIBBLED, SURE, Tick, as_sign, shown, together
from parsers.pdf.viewer.under import heart, is_over, left, lined, next_to

_BESIDE, _JUDGED, _EITHER = 0.85, 0.7, 0.5
"""How sure a tick is: beside its box, meant by a ring or a highlighter, in one of two boxes."""

_LEAST = 0.12
"""The share of a mark, or of the box, from which on the mark lies in the box."""

_RIVAL = 0.4
"""A box that a mark lies in to this share of the best one may be meant as well."""

_LONG = 25.0
"""A level stroke longer than this that begins in a box goes through the option's words, in points."""

_LINE_HIGH = 60.0
"""A drawing higher than this strikes no words out one by one, in points."""

_LARGE = 100.0
"""A drawing larger than this both ways is no mark on a box or a word, in points."""

_MOSTLY = 0.5
_SHORT = 3
DRESS = {
    Tool.HIGHLIGHT: Emphasis.HIGHLIGHTED,
    Tool.UNDERLINE: Emphasis.UNDERLINED,
    Tool.STRIKE: Emphasis.STRUCK,
}
"""What the tools for marking words make of them."""


class Reading:
    """One page while the things added to it are read, one after the other."""

    def __init__(self, words: Sequence[Word], signs: Sequence[Sign]) -> None:
        self.texts: list[Added] = []
        self.unread: list[Box] = []
        self.hidden: list[Added] = []
        """What words said that whitener hides."""
        self._refusals: list[Added] = []
        self._struck: list[tuple[int, Added]] = []
        """The boxes that the tool for striking out words lies over."""
        self._struck_parts: list[Box] = []
        self._crossed: list[tuple[int, Added]] = []
        """The boxes that a line through words goes through as well."""
        self._gone: set[int] = set()
        self._words = words
        self._signs = signs
        self._targets: list[Target] = [*signs_of(signs), *boxes_of(words)]
        self._boxed = {cut[0] for target in self._targets for cut in target.cuts}
        """The words that are boxes, or have one in them."""
        self._ticks: dict[int, list[Tick]] = {}
        self._dresses: dict[int, Emphasis] = {}
        self._more: list[Word] = []

    def add(self, one: Added) -> None:
        """Takes in what one thing says."""
        self._refusals += [one] if is_refusal(one.remark) else []
        if one.blank and one.tool is Tool.TEXT:
            self._cover(replace(one, box=one.parts[0] if one.parts else one.box))
        if one.tool is Tool.SHAPE and one.blank:
            self._cover(one)
        elif one.tool in DRESS:
            self._mark_words(one)
        elif one.tool is Tool.TEXT:
            self._typed(one)
        elif one.tool is Tool.NOTE or is_redrawn(one, self._said_in(one.box)) or self._drawn(one):
            return
        elif one.tool is not Tool.STAMP:
            self.unread.append(one.box)

    def words(self) -> Iterator[Word]:
        """The page's words, dressed, and without the boxes that were marked."""
        gone: dict[int, list[tuple[int, int]]] = {}
        for at in self._ticks:
            for number, start, end in self._targets[at].cuts:
                gone.setdefault(number, []).append((start, end))
        for at, word in enumerate(self._words):
            if at in self._gone:
                continue
            dress = self._dresses.get(at)
            for part in left(word, sorted(gone[at])) if at in gone else (word,):
                yield part if dress is None else replace(part, dress=dress)
        yield from self._more

    def signs(self) -> Iterator[Sign]:
        """The page's boxes with the marks on them, those that characters were included."""
        decided = {at: together(found, self._targets[at]) for at, found in self._ticks.items()}
        marked = {self._targets[at].sign: tick for at, tick in decided.items()}
        for at, sign in enumerate(self._signs):
            tick = marked.get(at)
            yield sign if tick is None else as_sign(sign.box, tick, sign.conflict)
        for at, tick in decided.items():
            if self._targets[at].sign < 0:
                yield as_sign(self._targets[at].box, tick)

    def finish(self) -> None:
        """Doubts the ticked boxes that are struck out, or that a typed "no" stands beside."""
        # What was typed and then struck out: nobody can tell what is meant.
        self.unread += [part for part in self._struck_parts if any(meet(part, one.box) for one in self.texts)]
        for at, one in self._struck:
            gone = Tick(State.UNSURE, _EITHER, one.method, SCRIBBLED)
            self._note([at], gone if self._is_ticked([at]) else Tick(State.TICKED, _JUDGED, one.method))
        for at, one in self._crossed:
            self._note(
                [at] if self._is_ticked([at]) else [], Tick(State.UNSURE, _EITHER, one.method, SCRIBBLED)
            )
        for one in self._refusals:
            near = [at for at in near_to(one, self._words, self._targets) if self._is_ticked([at])]
            self._note(near, Tick(State.UNSURE, _EITHER, one.method, REFUSED))

    def _note(self, boxes: Iterable[int], tick: Tick) -> None:
        for at in boxes:
            self._ticks.setdefault(at, []).append(tick)

    def _put_on(self, words: Iterable[int], dress: Emphasis) -> None:
        for at in words:
            self._dresses[at] = self._dresses.get(at, Emphasis.NONE) | dress

    def _inside(self, box: Box) -> list[int]:
        """The boxes whose middle lies in a box."""
        return [at for at, target in enumerate(self._targets) if holds(box, *middle(target.box))]

    def _said_in(self, box: Box) -> list[Sequence[Tick]]:
        """What marks said so far of each box whose middle lies in a box."""
        return [self._ticks.get(at, ()) for at in self._inside(box)]

    def _under(self, box: Box) -> list[int]:
        """The words, boxes left out, whose middle lies in a box."""
        words = enumerate(self._words)
        return [at for at, word in words if at not in self._boxed and holds(box, *heart(word))]

    def _cover(self, one: Added) -> None:
        """Whitener: the words and the typed texts under it are hidden, and a tick may be taken back."""
        ticked = (at for at in self._inside(one.box) if self._is_ticked([at]))
        self._note(ticked, Tick(State.UNSURE, _EITHER, one.method, COVERED))
        under = [at for at in self._under(one.box) if at not in self._gone]
        self._gone.update(under)
        self.hidden += [said([self._words[at] for at in under])] if under else []
        covered = [text for text in self.texts if holds(one.box, *middle(text.box))]
        self.texts = [text for text in self.texts if text not in covered]
        self.hidden += [replace(text, remark=text.text) for text in covered]

    def _mark_words(self, one: Added) -> None:
        """A highlighter, a line under or through words: their dress, or a tick where it is on a box alone."""
        for part in one.parts:
            under = [at for at, word in enumerate(self._words) if is_over(part, word)]
            self._put_on(under, DRESS[one.tool])
            self._struck_parts += [part] if one.tool is Tool.STRIKE else []
            if self._boxed.issuperset(under):
                boxes = self._inside(part)
                if one.tool is Tool.STRIKE:
                    self._struck += [(at, one) for at in boxes]
                else:
                    self._note(boxes, Tick(State.TICKED, _JUDGED, one.method))

    def _typed(self, one: Added) -> None:
        """A typed text: a tick where it says one and lies by a box; else itself, as a text."""
        state = says(one.text, one.style.font)
        inside = [at for at, target in enumerate(self._targets) if touch(one, target.box) >= _MOSTLY]
        if state is None and len(one.text) <= _SHORT and inside:
            # Letters that are no tick, in a box: a person must look.
            self._note(inside, Tick(State.UNSURE, _EITHER, one.method, f"text {one.text}"))
        elif state is State.TICKED and self._tick(one):
            return
        elif one.word is not None:
            self._refusals += [one] if is_refusal(one.text) else []
            self._more.append(one.word)
        elif one.text.strip():
            self._refusals += [one] if is_refusal(one.text) else []
            self.texts.append(shown(one) if state is State.TICKED else one)

    def _tick(self, one: Added) -> bool:
        """Ticks the box that a mark lies in or right beside; whether there is any."""
        shares = [(share, at) for at, t in enumerate(self._targets) if (share := touch(one, t.box)) > 0]
        sure = SURE
        if max(shares, default=(0.0, -1))[0] < _LEAST:
            shares, sure = beside(one, self._targets), _BESIDE
        best = max(shares, default=(0.0, -1))[0]
        meant = [at for share, at in shares if share >= _RIVAL * best]
        if len(meant) > 1:
            aimed = None if one.blended else aim(one, [self._targets[at].box for at in meant])
            meant = self._near_to(one, meant) if aimed is None else [meant[aimed]]
        tick = Tick(State.TICKED, sure, one.method)
        if is_blot(one) and (self._is_ticked(meant) or not is_blot(one, throughout=True)):
            tick = Tick(State.UNSURE, _EITHER, one.method, SCRIBBLED)
        self._note(meant, tick if len(meant) == 1 else Tick(State.UNSURE, _EITHER, one.method))
        return bool(meant)

    def _is_ticked(self, boxes: Iterable[int]) -> bool:
        """Whether one of the boxes bears a tick already."""
        return any(
            self._is_printed(at) or any(tick.state is State.TICKED for tick in self._ticks.get(at, ()))
            for at in boxes
        )

    def _is_printed(self, at: int) -> bool:
        """Whether a box is ticked in print, by a sign over it perhaps."""
        target = self._targets[at]
        if any(self._words[number].look is State.TICKED for number, _, _ in target.cuts):
            return True
        return target.state is State.TICKED or any(
            says(word.text, word.style.font) is State.TICKED and holds(target.box, *heart(word))
            for number, word in enumerate(self._words)
            if len(word.text) <= _SHORT and number not in self._boxed
        )

    def _near_to(self, one: Added, meant: list[int]) -> list[int]:
        """Of the boxes that a mark touches the one that it stands beside, if it is in none."""
        if any(holds(self._targets[at].box, *middle(one.box)) for at in meant):
            return meant
        near = [at for _, at in beside(one, self._targets) if at in meant]
        return near if len(near) == 1 else meant

    def _drawn(self, one: Added) -> bool:
        """Strokes, shapes and stamps: a tick, a ring, a line through words; whether it says anything."""
        width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
        if min(width, height) > _LARGE:
            return False
        if is_ring(one, self._targets):
            return self._ring(one)
        touched = [at for at, target in enumerate(self._targets) if touch(one, target.box) >= _LEAST]
        crossed = lined(one, self._words, self._boxed) if one.strokes and height <= _LINE_HIGH else []
        if crossed and self._is_along(one, [self._targets[at].box for at in touched]):
            for at, dress in crossed:
                self._put_on([at], dress)
            through = any(dress is Emphasis.STRUCK for _, dress in crossed)
            self._crossed += [(at, one) for at in touched] if through else []
            return True
        if max(width, height) > MARK_SIZED and not one.strokes:
            return False
        if not crossed or touched:
            return self._tick(one)
        # A cross over the words themselves: chosen or crossed out, who knows.
        self._put_on([at for at, _ in crossed], Emphasis.STRUCK)
        near = [at for _, at in beside(one, self._targets)]
        self._note(near, Tick(State.UNSURE, _EITHER, one.method))
        return True

    def _is_along(self, one: Added, touched: Sequence[Box]) -> bool:
        """Whether a mark runs along words and is no tick in one of the boxes that it touches."""
        width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
        middles = any(holds(box, *middle(one.box), 1.0) for box in touched)
        level = width > 3 * height and (width > _LONG or not middles)
        return level or (not middles and is_scribble(one))

    def _ring(self, one: Added) -> bool:
        """A ring round one box ticks it, with its words or without; one round words alone is a judgement."""
        inside, under = self._inside(one.box), self._under(one.box)
        ticked = Tick(State.TICKED, _BESIDE, one.method, ring=True)
        if under and not inside:
            inside = next_to(self._words[under[0]], self._words[under[-1]], self._targets)
            ticked = Tick(State.TICKED, _JUDGED, one.method, "ring round the option")
        self._note(inside, Tick(State.UNSURE, _EITHER, one.method) if len(inside) > 1 else ticked)
        self._put_on(under, Emphasis.HIGHLIGHTED)
        return bool(inside or under)
