"""Bringing in: files and folders from elsewhere are copied into the inbox, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from ingest import names, originals
from ingest.inbox import files
from ingest.intake import Held, held_by
from ingest.store import Store
from ingest.trouble import SetUp, is_full, of_system
from ingest.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Brought:
    """What was copied into the inbox from elsewhere."""

    sources: frozenset[str]
    """The copies, named as `Arrival.source` names them."""
    known: int
    """How many were taken in before under the same name, and were not copied again."""
    held: tuple[Held, ...]


def bring(workspace: Workspace, store: Store, paths: Sequence[Path]) -> Brought:
    """Copy files and folders into the inbox, sub-folders kept; the sources stay as they are.

    Raises SetUp for a path that is not there or has to do with the work folder itself.
    """
    sources: set[str] = set()
    held: list[Held] = []
    known = 0
    for path, group in _to_bring(workspace, paths):
        try:
            source = _bring_one(workspace, store, path, group)
        except OSError as error:
            if is_full(error):
                raise of_system(error) from error
            held.append(held_by(error, names.shown(path.name)))
            continue
        if source is None or source in sources:
            known += 1
        else:
            sources.add(source)
    return Brought(frozenset(sources), known, tuple(held))


def _to_bring(workspace: Workspace, paths: Sequence[Path]) -> list[tuple[Path, PurePath]]:
    found: list[tuple[Path, PurePath]] = []
    home = workspace.folder.resolve()
    for given in paths:
        path = given.resolve()
        if not path.exists():
            raise SetUp("no-such-path", path=names.shown(str(given)))
        if path == home or home in path.parents or path in home.parents:
            raise SetUp("from-itself", path=names.shown(str(given)))
        inside = files(path) if path.is_dir() else iter([path])
        root = path if path.is_dir() else path.parent
        found.extend((file, file.relative_to(root).parent) for file in inside if not names.ignored(file.name))
    return found


def _bring_one(workspace: Workspace, store: Store, path: Path, group: PurePath) -> str | None:
    """The copy's source in the inbox, or None where the file was taken in before."""
    copy = originals.spool(path, workspace.spool)
    try:
        safe_group = PurePath(*(names.safe(part) for part in group.parts))
        label = "" if safe_group == PurePath() else safe_group.as_posix()
        wanted = names.safe(path.name)
        before = store.names_of(copy.sha256, names.shown(label))
        if any(names.is_numbered(name, wanted) for name in before):
            return None
        folder = workspace.inbox / safe_group
        folder.mkdir(parents=True, exist_ok=True)
        placed = originals.place(copy.path, copy.sha256, folder, wanted)
        return placed.relative_to(workspace.inbox).as_posix()
    finally:
        if not store.needs(copy.sha256):
            copy.path.unlink(missing_ok=True)
