"""What the README and the documents say is what the program does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pandas
import pytest

from ingest import pipeline
from ingest.cli import main
from ingest.inbox import files
from ingest.record import SEVERITIES
from ingest.trouble import Exit
from parsers.definition import built_in, parse
from parsers.form import Kind

HOME = Path(__file__).parents[1]
README = (HOME / "README.md").read_text(encoding="utf-8")
NEW_FORM = (HOME / "docs" / "new-form.md").read_text(encoding="utf-8")
CODE = re.compile(r"^\| `([a-z-]+)` \| (error|warning|info)(?:; [^|]*)? \|", re.MULTILINE)
FORMS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Demo:
    """What the README's first command makes."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The README's first command in a fresh process, where the checkout is not."""
    words = "schedario run demo --from samples/returned"
    assert words in README
    home = tmp_path_factory.mktemp("readme")
    shutil.copytree(HOME / "samples" / "returned", home / "samples" / "returned")
    program = "import sys; from ingest.cli import main; sys.exit(main())"
    command = [sys.executable, "-W", "error", "-c", program, *words.split()[1:]]
    settings = {**os.environ, "PYTHONPATH": str(HOME), "SCHEDARIO_LANG": ""}
    done = subprocess.run(command, cwd=home, env=settings, check=True, capture_output=True, encoding="utf-8")
    return Demo(home / "demo", done.stdout)


def test_the_demo_reads_every_form(demo: Demo) -> None:
    """Every returned form of the samples ends in the archive."""
    returned = [path.name for path in files(HOME / "samples" / "returned") if path.suffix in FORMS]
    assert sorted(path.name for path in files(demo.folder / "archive")) == sorted(returned)


def test_the_demo_rejects_no_file(demo: Demo) -> None:
    """A newcomer's first run shows returned forms and no refused files."""
    assert list(files(demo.folder / "rejected")) == []


def test_the_demo_writes_the_report(demo: Demo) -> None:
    """The page that the README says to open is there."""
    assert (demo.folder / "reports" / "index.html").is_file()


def test_the_demo_says_what_the_readme_shows(demo: Demo) -> None:
    """The line on the screen is the README's, figures aside."""
    shown = re.search(r"^\d+ ricevute: .*$", README, re.MULTILINE)
    assert shown is not None
    assert re.sub(r"\d+", "N", demo.said) == re.sub(r"\d+", "N", shown[0]) + "\n"


def test_the_demo_makes_the_folder_that_the_readme_shows(demo: Demo) -> None:
    """A work folder holds what the README's picture shows and, but for hidden ones, nothing else."""
    picture = README.partition("```\ndemo/\n")[2].partition("```")[0]
    shown = [line.split()[0].rstrip("/") for line in picture.splitlines()]
    made = [path.name for path in demo.folder.iterdir() if not path.name.startswith(".")]
    assert sorted(shown) == sorted(made)


def test_the_line_for_analysts_opens_the_dataset(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The README's line of pandas gives a row a project, all of them text."""
    line = re.search(r"^df = (pandas\.read_excel\(.*\))$", README, re.MULTILINE)
    assert line is not None
    monkeypatch.chdir(demo.folder.parent)
    frame = eval(line[1], {"pandas": pandas})  # noqa: S307 - the README's own words are what is tested
    assert frame["cooperativa"].map(type).eq(str).all()


def test_the_finding_codes_are_those_of_the_program() -> None:
    """The README's table names every finding code with its severity, and no other."""
    assert dict(CODE.findall(README)) == {code: str(severity) for code, severity in SEVERITIES.items()}


def test_the_exit_codes_are_those_of_the_program() -> None:
    """The README's table names every exit code, and no other."""
    assert [int(code) for code in re.findall(r"^\| (\d) \|", README, re.MULTILINE)] == [
        int(one) for one in Exit
    ]


@pytest.mark.parametrize("command", ["run", "watch", "read", "inspect", "init"])
def test_every_command_is_in_the_readme(command: str) -> None:
    """Every command of the program is explained."""
    assert re.search(rf"^\| `schedario {command}", README, re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "docs/guida.md", "docs/new-form.md", "samples/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every relative link of the documents leads to a file of the project."""
    page = HOME / name
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_paths_in_the_readme_exist() -> None:
    """Every folder and file that the layout of the code names is there."""
    layout = README.partition("## The code")[2].partition("\n## ")[0]
    paths = re.findall(r"`([a-z_/.]+/|[a-z_/]+\.(?:py|md|toml))`", layout)
    assert paths
    assert [path for path in paths if not (HOME / path).exists()] == []


def test_the_example_of_a_definition_reads_its_sample() -> None:
    """The definition in docs/new-form.md reads the form it is said to be for, with nothing to remark."""
    example = re.search(r"```toml\n(.*?)```", NEW_FORM, re.DOTALL)
    assert example is not None
    form = parse(example[1], "docs/new-form.md")
    data = (HOME / "samples" / "bad" / "altro-modulo.docx").read_bytes()
    outcome = pipeline.read(data, "altro-modulo.docx", (*built_in(), form))
    assert outcome.record is not None
    assert (outcome.record.form, outcome.findings) == ("iscrizione-corsi", ())


def test_every_kind_of_field_is_documented() -> None:
    """docs/new-form.md explains each kind that a definition can name."""
    assert [kind for kind in Kind if f"`{kind.value}`" not in NEW_FORM] == []


def test_every_word_of_a_definition_is_documented() -> None:
    """docs/new-form.md explains each word that the built-in definition uses."""
    source = (HOME / "parsers" / "forms" / "mappa-pratiche-innovative.toml").read_text(encoding="utf-8")
    form = tomllib.loads(source)
    fields = form["fields"]
    options = [option for field in fields for option in field.get("options", ()) if isinstance(option, dict)]
    words = {word for part in (form, *fields, *options) for word in part}
    assert [word for word in sorted(words) if f"`{word}`" not in NEW_FORM] == []


def test_the_version_is_the_one_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    """`schedario --version` says the version that the project declares."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    main(["--version"])
    assert capsys.readouterr().out.split() == ["schedario", project["version"]]
