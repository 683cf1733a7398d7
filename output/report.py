"""The report: an index and one self-contained page a form, which open without server and scripts."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest import messages
from ingest.filed import Change, Filed
from ingest.roll import Roll
from ingest.texts import Texts
from output import labels
from output.absent import PAGE, absent
from output.characters import unambiguous
from output.gallery import Thumbnail
from output.index import Noted, index, noted
from output.letter import letter, words_of
from output.missing import draft_name as reminder_name
from output.missing import summary
from output.page import Beside, Crop, Wording, draft_name, page, page_name, row_id
from parsers.form import Form

CATALOGUE = "output.texts:report"

_OUR_NAME = re.compile(r"\d{4,}\.(?:html|eml)|promemoria-\d{4,}\.eml|mancanti\.html")
_MARK = '<meta name="schedario" content="{}">'
_END = b"</html>\n"


def write(
    folder: Path,
    filed: Iterable[Filed],
    forms: Sequence[Form],
    language: str,
    crop: Crop | None = None,
    *,
    thumbnail: Thumbnail | None = None,
    roll: Roll | None = None,
) -> None:
    """Writes ``index.html``, a page a form and drafts of messages into `folder` (made if it is not there).

    With a `roll`, who was invited and has not answered stands in ``mancanti.html``, with a reminder each.
    A page whose form has not changed is left alone, and so is every file that is not a page of
    ours; pages of forms that are no longer there are removed. Raises OSError where it cannot write.
    """
    wording = Wording(
        Texts(language, labels.CATALOGUE, CATALOGUE),
        Texts(language, messages.CATALOGUE),
        words_of(language),
    )
    pages = _Pages(
        folder,
        {form.id: form for form in forms},
        wording,
        _environment(wording.words),
        _digest(forms, language, (crop is not None, thumbnail is not None)),
    )
    folder.mkdir(parents=True, exist_ok=True)
    listed = roll.addresses if roll is not None else {}
    received: list[Noted] = []
    news: dict[int, tuple[Change, ...]] = {}
    for one in filed:
        if one.superseded_by is not None:
            news[one.superseded_by] = one.changed
        beside = Beside(crop, thumbnail, listed.get(one.number, ""), news.pop(one.number, ()))
        received.append(pages.put(one, beside))
    received.sort(key=lambda one: one.number)
    if roll is not None:
        pages.put_absent(roll, _sent_out(forms, received))
    pages.put_index(received, roll)
    pages.remove_stale()


@dataclass(slots=True)
class _Pages:
    """The report's folder while it is written."""

    folder: Path
    forms: dict[str, Form]
    wording: Wording
    environment: Environment
    base: str
    """A fingerprint of all that pages are made from besides the forms."""
    names: set[str] = field(default_factory=set)
    """The files that belong to the report as it is now."""

    def put(self, filed: Filed, beside: Beside) -> Noted:
        """The page of one form and its message; what is kept of it for the index."""
        form = self.forms.get(filed.form_id or "")
        name = page_name(filed.number)
        stamp = self._stamp(filed, beside.address, beside.replaced)
        if not _is_current(self.folder / name, stamp):
            self._render(name, "page.html.jinja", stamp, page=page(filed, form, self.wording, beside))
        self.names.add(name)
        message = letter(filed, form, self.wording.letters, beside.address) if form is not None else None
        if message is not None:
            _put(self.folder / draft_name(filed.number), message.draft())
            self.names.add(draft_name(filed.number))
        return noted(filed, form, self.wording)

    def put_absent(self, roll: Roll, form: Form | None) -> None:
        """The page of those who have not answered, and the reminders."""
        stamp = self._stamp(roll, form)
        drafts = {reminder_name(one.guest) for one in roll.missing}
        self.names |= {PAGE, *drafts}
        if _is_current(self.folder / PAGE, stamp) and all((self.folder / name).is_file() for name in drafts):
            return
        shown, letters = absent(roll, form, self.wording)
        for name, message in letters.items():
            _put(self.folder / name, message.draft())
        # Last, because its stamp says that the reminders are there.
        self._render(PAGE, "absent.html.jinja", stamp, absent=shown)

    def put_index(self, received: Sequence[Noted], roll: Roll | None) -> None:
        """The list of all forms."""
        words = self.wording.words
        answered = summary(roll, words) if roll is not None else ""
        self._render("index.html", "index.html.jinja", "", index=index(received, words, answered))

    def remove_stale(self) -> None:
        """Takes away pages and drafts of ours that no longer belong to the report."""
        for found in self.folder.iterdir():
            if _OUR_NAME.fullmatch(found.name) and found.name not in self.names:
                found.unlink()

    def _render(self, name: str, template: str, stamp: str, **shown: object) -> None:
        rendered = self.environment.get_template(template).render(stamp=stamp, **shown)
        _put(self.folder / name, rendered.encode())

    def _stamp(self, *sources: object) -> str:
        """A fingerprint of what a page is made from: drawing crops again at each run would take hours."""
        return hashlib.sha256((self.base + repr(sources)).encode("utf-8", "surrogatepass")).hexdigest()


def _sent_out(forms: Sequence[Form], received: Sequence[Noted]) -> Form | None:
    """The form that those invited were sent: the one there are returns of, or the only one there is."""
    used = {one.form for one in received if one.form is not None}
    known = [form for form in forms if form.id in used] or forms
    return known[0] if len(known) == 1 else None


def _digest(forms: Sequence[Form], language: str, drawn: tuple[bool, ...]) -> str:
    """A fingerprint of all that pages are made from besides the forms: definitions, words, templates."""
    digest = hashlib.sha256(repr((tuple(forms), language, drawn)).encode("utf-8", "surrogatepass"))
    sources = [
        (files("output") / "templates", ".jinja"),
        (files("output") / "templates", ".css"),
        (files("output") / "templates", ".js"),
        (files("output") / "texts", f".{language}.toml"),
        (files("ingest") / "texts", f".{language}.toml"),
        (files("output"), "page.py"),
        (files("output"), "letter.py"),
        (files("output"), "changes.py"),
        (files("output"), "gallery.py"),
        (files("output"), "absent.py"),
        (files("output"), "missing.py"),
    ]
    for folder, suffix in sources:
        for source in sorted(folder.iterdir(), key=lambda source: source.name):
            if source.name.endswith(suffix):
                digest.update(source.read_bytes())
    return digest.hexdigest()


def _environment(words: Texts) -> Environment:
    environment = Environment(
        loader=PackageLoader("output", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    script = environment.get_template("report.js").render()
    environment.globals.update(
        say=words.say, language=words.language, row_id=row_id, script_hash=_script_hash(script)
    )
    return environment


def _script_hash(script: str) -> str:
    """What lets the browser run this script and no other: its hash as the page's policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode('ascii')}"


def _finalize(value: object) -> object:
    # Exactly str: what is already markup is ours.
    return unambiguous(value) if type(value) is str else value


def _is_current(target: Path, stamp: str) -> bool:
    if not target.is_file():
        return False
    written = target.read_bytes()
    return _MARK.format(stamp).encode("ascii") in written and written.endswith(_END)


def _put(target: Path, data: bytes) -> None:
    """Replaces the file in one step, unless it holds these bytes already."""
    if target.is_file() and target.read_bytes() == data:
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
