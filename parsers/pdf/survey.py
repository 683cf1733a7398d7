"""What a PDF holds, told from its bytes alone, before the PDF library unpacks and paints it.

The library has hardly a limit of its own, and takes torn data for what is there. So the packed parts
are unpacked here once, up to a limit, and what the pages paint is counted, forms inside forms included.
Nothing is interpreted: where a file is irregular, the most that it may mean is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.errors import TooLarge
from parsers.pdf.index import holds
from parsers.pdf.parts import Parts, named, parts

MOST_PAGE = 32 * 2**20
"""Bytes that one page paints, forms as often as they are painted."""

MOST_PAINTED = 120_000
"""Operators of one page that paint or set up, likewise."""

_EASY = 2 * 2**20
"""Who paints less than this, in bytes, cannot paint too much."""

_LAYERS = 40
"""So deep the library follows forms inside forms."""

_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10}+)\s++\d++\s++R\b")
_CONTENTS = re.compile(rb"/Contents\s*+(\[[^\]/]*+\]|\d++\s++\d++\s++R\b)")
_DO = re.compile(rb"/([^\s/<>\[\](){}%]++)\s++Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]++)\s++(\d{1,10}+)\s++\d++\s++R\b")
_LINKED = re.compile(rb"/(?:Resources|XObject|Parent)\s++(\d{1,10}+)\s++\d++\s++R\b")
_PAINT = re.compile(rb"(?<![^\s\])>])(?:[SsfFBb]\*?|T[jJ]|['\"]|Do|sh|EI|q|BDC)(?![^\s\[(</%])")
_REPLACED = b"/ActualText"
_STRING = re.compile(rb"\([^()\\]*+\)")
_PAGE = re.compile(rb"/Type\s*+/Page\b")
_KIDS = re.compile(rb"/Kids\s*+(\[[^\]/]*+\]|\d++\s++\d++\s++R\b)")
_ROOT = re.compile(rb"/Pages\s++(\d{1,10}+)\s++\d++\s++R\b")


@dataclass(frozen=True, slots=True)
class Survey:
    """A file's parts, and what they tell of the whole."""

    data: bytes
    parts: Parts

    def weigh(self) -> None:
        """Raises TooLarge (``unpacks-too-large``, ``objects``) where a page paints more than any form's."""
        if not _is_easy(self.parts):
            _weigh(self.parts)

    def replaces(self) -> bool:
        """Whether a text may be said in other words than its own letters."""
        return self.parts.secret or any(
            _REPLACED in part for part in (*self.parts.streams.values(), *self.parts.plain)
        )

    def is_damaged(self, pages: int) -> bool:
        """Whether part of the file is lost or changed, for one in which the library finds so many pages.

        That is when packed data does not unpack to what was packed, an object is not where it should be,
        or more pages hang on the tree.
        """
        if self.parts.secret:
            return False
        return self.parts.torn or not holds(self.data, self.parts) or self._has_more_than(pages)

    def _has_more_than(self, pages: int) -> bool:
        listed = sum(len(_PAGE.findall(text)) for text in self.parts.plain)
        return listed > pages and _leaves(self.parts) > pages


def survey(data: bytes) -> Survey:
    """Takes the file apart. Raises TooLarge where it unpacks to more than any form."""
    return Survey(data, parts(data))


def _is_easy(found: Parts) -> bool:
    """Whether the pages cannot paint too much, however their parts refer to each other."""
    if any(b"Do" in found.streams[number] for number in found.forms if number in found.streams):
        return False
    largest = max(map(len, found.streams.values()), default=0)
    contents = [each for text in found.plain for each in _CONTENTS.findall(text)]
    shown = [int(number) for each in contents for number in _REFERENCE.findall(each)]
    if not found.streams.keys() >= set(shown):
        return False
    times = len(shown)
    if found.forms:
        times += sum(data.count(b" Do") for data in found.streams.values())
    return largest * times <= _EASY


def _weigh(found: Parts) -> None:
    """Counts what each page paints. Raises TooLarge."""
    shown = _Shown(found)
    sizes = {number: float(len(data)) for number, data in found.streams.items()}
    weights = shown.painted(sizes)
    heavy = [page for page in shown.pages if sum(weights.get(part, 0.0) for part in page) > _EASY]
    if any(sum(weights.get(part, 0.0) for part in page) > MOST_PAGE for page in heavy):
        raise TooLarge("unpacks-too-large")
    if not heavy:
        return
    counts = {number: float(_operators(data)) for number, data in found.streams.items()}
    weights = shown.painted(counts)
    if any(sum(weights.get(part, 0.0) for part in page) > MOST_PAINTED for page in heavy):
        raise TooLarge("objects", limit=MOST_PAINTED)


def _operators(data: bytes) -> int:
    count = 0
    for count, _ in enumerate(_PAINT.finditer(_STRING.sub(b"()", data)), 1):
        if count > MOST_PAINTED:
            break
    return count


class _Shown:
    """Which parts the pages show, and which parts those show in turn."""

    def __init__(self, found: Parts) -> None:
        self._found = found
        self._bodies = found.bodies()
        self._inner: dict[int, list[int]] = {}
        self.pages: list[list[int]] = []
        """The parts that make up each page's content, as often as they are named."""
        for body in self._bodies.values():
            for said in _CONTENTS.findall(body):
                self._add_page(body, said)
        for number in found.forms:
            self._add_inner(number, self._scope(self._bodies.get(number, b"")))

    def painted(self, own: dict[int, float]) -> dict[int, float]:
        """What each part comes to, with the parts that it shows; `own` is what each is by itself."""
        weights = dict(own)
        for _ in range(_LAYERS):
            more = {
                number: own.get(number, 0.0) + sum(weights.get(part, 0.0) for part in inner)
                for number, inner in self._inner.items()
            }
            if all(weights.get(number) == weight for number, weight in more.items()):
                break
            weights |= more
        return weights

    def _add_page(self, body: bytes, said: bytes) -> None:
        numbers = [int(number) for number in _REFERENCE.findall(said)]
        if not said.startswith(b"[") and numbers[0] not in (self._found.streams.keys() | self._found.aside):
            numbers = [int(number) for number in _REFERENCE.findall(self._bodies.get(numbers[0], b""))]
        if any(number in self._found.aside for number in numbers):
            raise TooLarge("unpacks-too-large")  # content under the name of a picture was not looked at
        self.pages.append(numbers)
        scope = self._scope(body)
        for number in set(numbers) - self._inner.keys():
            self._add_inner(number, scope)

    def _add_inner(self, number: int, scope: dict[bytes, set[int]]) -> None:
        data = self._found.streams.get(number, b"")
        if b"Do" not in data:
            return
        drawn = (scope.get(named(name), set()) for name in _DO.findall(data))
        self._inner[number] = [max(some, key=self._size) for some in drawn if some]

    def _size(self, number: int) -> int:
        return len(self._found.streams.get(number, b""))

    def _scope(self, body: bytes) -> dict[bytes, set[int]]:
        """What the names that are used beside this object stand for."""
        text, seen = body, set[int]()
        for _ in range(4):
            linked = {int(number) for number in _LINKED.findall(text)} - seen
            if not linked:
                break
            seen |= linked
            text += b"\n".join(self._bodies.get(number, b"") for number in linked)
        scope: dict[bytes, set[int]] = {}
        for name, number in _NAMED.findall(text):
            scope.setdefault(name, set()).add(int(number))
        return scope


def _number(reference: bytes) -> int:
    return int(reference.split(None, 1)[0])


def _leaves(found: Parts) -> int:
    """How many pages hang on the tree of pages, as it was written last."""
    bodies = found.bodies(last=True)
    roots = [int(number) for text in found.plain for number in _ROOT.findall(text)]
    waiting, seen, count = roots[-1:], set[int](), 0
    while waiting:
        number = waiting.pop()
        body = bodies.get(number, b"")
        kids = _KIDS.search(body)
        if number in seen or not body:
            continue
        seen.add(number)
        count += kids is None and _PAGE.search(body) is not None
        if kids is not None:
            listed = kids[1] if kids[1].startswith(b"[") else bodies.get(_number(kids[1]), b"")
            waiting.extend(int(kid) for kid in _REFERENCE.findall(listed))
    return count
