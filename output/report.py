"""The report: an index and one self-contained page a form, which open without server and scripts."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest import messages
from ingest.filed import Filed
from ingest.texts import Texts
from output import labels
from output.characters import unambiguous
from output.index import index, noted
from output.letter import letter, words_of
from output.page import Crop, Wording, draft_name, page, page_name
from parsers.form import Form

CATALOGUE = "output.texts:report"

_OUR_NAME = re.compile(r"\d{4,}\.(?:html|eml)")
_MARK = '<meta name="schedario" content="{}">'
_END = b"</html>\n"


def write(
    folder: Path,
    filed: Iterable[Filed],
    forms: Sequence[Form],
    language: str,
    crop: Crop | None = None,
) -> None:
    """Writes ``index.html``, a page a form and drafts of messages into `folder` (made if it is not there).

    A page whose form has not changed is left alone, and so is every file that is not a page of
    ours; pages of forms that are no longer there are removed. Raises OSError where it cannot write.
    """
    wording = Wording(
        Texts(language, labels.CATALOGUE, CATALOGUE),
        Texts(language, messages.CATALOGUE),
        words_of(language),
    )
    environment = _environment(wording.words)
    known = {form.id: form for form in forms}
    stamps = _Stamps(_digest(forms, language, crop is not None))
    folder.mkdir(parents=True, exist_ok=True)
    received = []
    drafts = set()
    for one in filed:
        form = known.get(one.form_id or "")
        target = folder / page_name(one.number)
        stamp = stamps.of(one)
        if not _is_current(target, stamp):
            shown = page(one, form, wording, crop)
            rendered = environment.get_template("page.html.jinja").render(page=shown, stamp=stamp)
            _put(target, rendered.encode())
        message = letter(one, form, wording.letters) if form is not None else None
        if message is not None:
            _put(folder / draft_name(one.number), message.draft())
            drafts.add(draft_name(one.number))
        received.append(noted(one, form, wording))
    received.sort(key=lambda one: one.number)
    _remove_stale(folder, {one.line.href for one in received} | drafts)
    summary = index(received, wording.words)
    rendered = environment.get_template("index.html.jinja").render(index=summary, stamp="")
    _put(folder / "index.html", rendered.encode())


@dataclass(frozen=True, slots=True)
class _Stamps:
    """Fingerprints of what a page is made from: drawing crops again at each run would take hours."""

    base: str

    def of(self, filed: Filed) -> str:
        return hashlib.sha256((self.base + repr(filed)).encode("utf-8", "surrogatepass")).hexdigest()


def _digest(forms: Sequence[Form], language: str, crops: bool) -> str:
    """A fingerprint of all that pages are made from besides the forms: definitions, words, templates."""
    digest = hashlib.sha256(repr((tuple(forms), language, crops)).encode("utf-8", "surrogatepass"))
    sources = [
        (files("output") / "templates", ".jinja"),
        (files("output") / "templates", ".css"),
        (files("output") / "templates", ".js"),
        (files("output") / "texts", f".{language}.toml"),
        (files("ingest") / "texts", f".{language}.toml"),
        (files("output"), "page.py"),
        (files("output"), "letter.py"),
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
    environment.globals.update(say=words.say, language=words.language, script_hash=_script_hash(script))
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


def _remove_stale(folder: Path, names: set[str]) -> None:
    for found in folder.iterdir():
        if _OUR_NAME.fullmatch(found.name) and found.name not in names:
            found.unlink()
