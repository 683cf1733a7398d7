"""Telephone numbers as people write them in Italy, one or several in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

_RUN = re.compile(r"(?<![\w@])[+(]{0,2}\d[\d\s()./+\-–—]*", re.ASCII)
_EXTENSION = re.compile(r"\b(?:int(?:erno)?|ext|est)\b[.:]?\s*\d{1,4}\b", re.IGNORECASE)
_OTHER_CODES = re.compile(
    r"\b(?:p(?:art(?:ita)?)?\.?\s?iva|c\.?\s?f\.?|cod(?:ice|\.)\s?fisc(?:ale|\.)|cap|c\.a\.p\.)"
    r"(?![^\W\d_])\W*[a-z0-9]+",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?i)\b(tel|cell|fax|telefono|cellulare|mobile)(?=\d)")
_WEAK = re.compile(r"[ \t]*[.()\-–]?[ \t]*[()]*[ \t]*")
_SPACED_DASH = re.compile(r"\s[-–]|[-–]\s")
_MANY = 5
"""Fewer digits than this are a house number or a floor, no try at a telephone number."""

_SHORT = 6
"""Up to so many digits are a telephone number so seldom that a line's end may have cut it short."""

_MOST = 15
"""Digits of the longest number there can be, so the most groups of them."""


@dataclass(frozen=True, slots=True)
class Phones:
    """What a text holds: numbers in E.164, what looks like one and is none, and the text without both."""

    numbers: tuple[str, ...]
    broken: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Group:
    digits: str
    before: str
    """What stands between this group of digits and the one before it."""


def find_phones(text: str) -> Phones:
    """The telephone numbers of a text, in their order, each once. The text holds no e-mail address."""
    spaced = _EXTENSION.sub(" ", _GLUED.sub(r"\1 ", text))
    hidden = _OTHER_CODES.sub(lambda match: re.sub(r"\d", "#", match.group()), spaced)
    numbers: list[str] = []
    broken: list[str] = []
    rest: list[str] = []
    end = 0
    for match in _RUN.finditer(hidden):
        rest.append(spaced[end : match.start()])
        end = match.end()
        found, left = _read(match.group())
        numbers += found
        broken += [piece for piece in left if sum(map(str.isdigit, piece)) >= _MANY]
        rest += [f" {piece} " for piece in left if sum(map(str.isdigit, piece)) < _MANY]
    rest.append(spaced[end:])
    return Phones(tuple(dict.fromkeys(numbers)), tuple(broken), " ".join(rest))


def _read(run: str) -> tuple[list[str], list[str]]:
    """The numbers in a run of digits and separators, and the digits that make none."""
    groups = list(_groups(run))
    best: list[list[tuple[int, str]]] = [[] for _ in range(len(groups) + 1)]
    score = [0] + [10**6] * len(groups)
    for end in range(1, len(groups) + 1):
        score[end], best[end] = score[end - 1] + 10_000, [*best[end - 1], (end - 1, "")]
        for start in range(max(0, end - _MOST), end):
            number = _number(groups[start:end])
            # A digit left over costs more than one number more: every group wants a number. Of as many
            # numbers those win that are parted where a slash or a line end stands.
            cost = score[start] + 10 + sum(map(_parts, groups[start + 1 : end]))
            if number and cost < score[end]:
                score[end], best[end] = cost, [*best[start], (start, number)]
    numbers = [number for _, number in best[-1] if number]
    return numbers, _loose(groups, best[-1])


def _groups(run: str) -> Iterator[_Group]:
    before = ""
    for piece in re.findall(r"[\d+]+|[^\d+]+", run):
        if piece[0] in "+0123456789":
            yield _Group(piece, before)
            before = ""
        else:
            before = piece


def _loose(groups: list[_Group], parts: list[tuple[int, str]]) -> list[str]:
    """Neighbouring groups that make no number, as one piece each."""
    pieces: list[str] = []
    previous = -2
    for start, number in parts:
        if not number:
            joined = previous == start - 1 and pieces
            digits = groups[start].digits
            if joined:
                pieces[-1] += f"{groups[start].before}{digits}"
            else:
                pieces.append(digits)
            previous = start
    return pieces


def _number(groups: list[_Group]) -> str:
    """The number in E.164 that these groups make together, or "" when they make none."""
    if any("+" in group.digits[1:] for group in groups) or any("+" in group.digits for group in groups[1:]):
        return ""
    if not all(_inside(groups, i) for i in range(1, len(groups))):
        return ""
    digits = "".join(group.digits for group in groups)
    return _italian(digits) or _foreign(digits)


def _inside(groups: list[_Group], i: int) -> bool:
    """Whether what stands before group `i` can stand inside a number.

    A slash, a spaced dash or a line end parts numbers, but for after the country's or the area's code;
    a line end does not where a few digits follow that are none by themselves.
    """
    between = groups[i].before
    if not _parts(groups[i]):
        return not _is_alternative_ending(groups, i)
    head = _national("".join(group.digits for group in groups[:i]))
    if not between.strip() and len(head) <= _SHORT and len(groups[i].digits) < _MANY:
        return True
    return len(head) <= 4 and len(re.sub(r"[\s()]", "", between)) <= 1


def _parts(group: _Group) -> bool:
    """Whether what stands before a group parts numbers, as a slash, a spaced dash and a line end do."""
    return _WEAK.fullmatch(group.before) is None or _SPACED_DASH.search(group.before) is not None


def _is_alternative_ending(groups: list[_Group], i: int) -> bool:
    """Whether group `i` is the last digits of a second number: ``0522 589738-9``."""
    dashes = [group.before.strip() in ("-", "–") for group in groups[1 : i + 1]]
    return dashes[-1] and not all(dashes) and len(groups[i].digits) <= 2


def _national(digits: str) -> str:
    for prefix in ("+39", "0039"):
        if digits.startswith(prefix):
            return digits.removeprefix(prefix)
    return digits


def _italian(digits: str) -> str:
    national = _national(digits)
    if national.startswith(("+", "00")):
        return ""
    if digits.startswith("39") and len(digits) >= 11 and digits[2:3] in ("0", "3"):
        national = digits[2:]
    sure = re.fullmatch(r"0[1-9]\d{6,9}|3\d{9}", national)
    if not sure and not re.fullmatch(r"[0-9]{6,10}", national):
        return ""
    number = phonenumbers.PhoneNumber(
        country_code=39,
        national_number=int(national),
        italian_leading_zero=national.startswith("0") or None,
    )
    if not sure and not phonenumbers.is_valid_number(number):
        return ""
    return f"+39{national}"


def _foreign(digits: str) -> str:
    plus = "+" + digits.removeprefix("+").removeprefix("00")
    if not digits.startswith(("+", "00")) or plus.startswith("+39") or len(plus) < 9:
        return ""
    try:
        number = phonenumbers.parse(plus)
    except phonenumbers.NumberParseException:
        return ""
    return plus if phonenumbers.is_valid_number(number) else ""
