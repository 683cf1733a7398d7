"""The work folder: where everything lies in it, how it is made, and the forms it knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.trouble import SetUp
from parsers.definition import FormError, built_in, load
from parsers.form import Form


@dataclass(frozen=True, slots=True)
class Workspace:
    """A work folder and the paths in it; nothing is touched by making one of these."""

    folder: Path

    @property
    def inbox(self) -> Path:
        """Where staff drop returned forms."""
        return self.folder / "inbox"

    @property
    def archive(self) -> Path:
        """Originals that were read."""
        return self.folder / "archive"

    @property
    def rejected(self) -> Path:
        """Originals that could not be read, each with a note beside it."""
        return self.folder / "rejected"

    @property
    def reports(self) -> Path:
        """The report's pages."""
        return self.folder / "reports"

    @property
    def index(self) -> Path:
        """The report's first page."""
        return self.reports / "index.html"

    @property
    def images(self) -> Path:
        """Logos and photos taken out of the forms."""
        return self.folder / "images"

    @property
    def forms(self) -> Path:
        """Definitions of further forms."""
        return self.folder / "forms"

    @property
    def settings(self) -> Path:
        """The optional settings."""
        return self.folder / "schedario.toml"

    @property
    def database(self) -> Path:
        """The store."""
        return self.folder / "schedario.db"

    @property
    def hidden(self) -> Path:
        """The program's own files."""
        return self.folder / ".schedario"

    @property
    def spool(self) -> Path:
        """Copies of what is being read, named by their SHA-256."""
        return self.hidden / "spool"

    @property
    def lock(self) -> Path:
        """Held by the program that works in the folder."""
        return self.hidden / "lock"

    @property
    def log(self) -> Path:
        """What went wrong inside the program, without a word of the forms."""
        return self.hidden / "log"

    def dataset(self, form: str | None = None) -> Path:
        """The workbook; with a form's id the one of that form, where the folder holds several."""
        return self.folder / (f"dataset-{form}.xlsx" if form else "dataset.xlsx")

    def exists(self) -> bool:
        """Whether the folder is a work folder already."""
        return self.inbox.is_dir() and self.hidden.is_dir()

    def relative(self, path: Path) -> str:
        """The path as seen from the work folder, with ``/``."""
        return path.relative_to(self.folder).as_posix()


def create(folder: Path) -> Workspace:
    """Make what is missing of a work folder; what is there stays. Raises SetUp when a file is in the way."""
    workspace = Workspace(folder)
    for path in _folders(workspace):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise SetUp("not-a-folder", path=str(path)) from error
    return workspace


def _folders(workspace: Workspace) -> tuple[Path, ...]:
    return (
        workspace.inbox,
        workspace.archive,
        workspace.rejected,
        workspace.reports,
        workspace.images,
        workspace.forms,
        workspace.spool,
    )


def known_forms(workspace: Workspace | None = None) -> tuple[Form, ...]:
    """The built-in forms and those defined in the work folder's ``forms/``, by file name.

    Raises SetUp when a definition is bad or an id stands twice.
    """
    forms = built_in()
    if workspace is None or not workspace.forms.is_dir():
        return forms
    paths = sorted(path for path in workspace.forms.iterdir() if path.suffix == ".toml" and path.is_file())
    return _all_different((*forms, *(_load(path) for path in paths)))


def _load(path: Path) -> Form:
    try:
        return load(path)
    except FormError as error:
        raise SetUp("bad-form", reason=str(error)) from error


def _all_different(forms: Sequence[Form]) -> tuple[Form, ...]:
    seen: set[str] = set()
    for form in forms:
        if form.id in seen:
            raise SetUp("same-form-twice", form=form.id)
        seen.add(form.id)
    return tuple(forms)
