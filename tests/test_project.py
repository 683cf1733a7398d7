"""The project as a whole: what its files may not hold, and that its parts agree."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
TEXT = (".py", ".toml", ".md", ".jinja", ".css", ".csv", ".json", "")
FOLDERS = ("ingest", "parsers", "output", "samples", "tests", "benchmarks", "docs", "scripts", ".ci")
MACHINE = re.compile(r"/(?:home|Users|root|work|tmp)/[a-z]|[A-Z]:\\Users\\", re.IGNORECASE)
PYPROJECT = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))


def _sources() -> list[Path]:
    inside = (path for folder in FOLDERS for path in (HOME / folder).rglob("*"))
    found = [path for path in (*inside, *HOME.iterdir()) if path.is_file() and path.suffix in TEXT]
    return [path for path in found if "__pycache__" not in path.parts and path.name != ".git"]


def test_no_file_names_a_place_of_one_computer() -> None:
    """No file of the project holds a path of the computer it was written on."""
    mine = Path(__file__)
    sources = [path for path in _sources() if path != mine]
    assert len(sources) > 100
    faulty = [path for path in sources if MACHINE.search(path.read_text(encoding="utf-8"))]
    assert [str(path.relative_to(HOME)) for path in faulty] == []


def test_the_changelog_tells_of_the_version() -> None:
    """The version that the project declares has its section in the changelog."""
    changelog = (HOME / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{PYPROJECT['project']['version']}]" in changelog


@pytest.mark.parametrize("package", ["ingest", "parsers", "output"])
def test_a_package_does_nothing_when_imported(package: str) -> None:
    """A package's own module holds words only."""
    source = (HOME / package / "__init__.py").read_text(encoding="utf-8")
    assert re.fullmatch(r'\s*(?:""".*?"""\s*)?', source, re.DOTALL)


def test_every_script_is_given_to_the_shell_as_such() -> None:
    """The checks can be started by their name, and are words that the shell understands."""
    script = HOME / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


@pytest.mark.parametrize("tool", ["ruff check", "ruff format --check", "mypy", "lint-imports", "pytest"])
def test_the_checks_run_every_tool(tool: str) -> None:
    """The script of checks runs style, types, imports and tests."""
    script = (HOME / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(rf"^check {re.escape(tool)}$", script, re.MULTILINE)
