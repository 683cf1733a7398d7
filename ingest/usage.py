"""The look of the command line: commands with their options and help, and what is said of wrong use.

What the commands do stands in ingest/cli.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import click

from ingest.session import program_version
from ingest.texts import LANGUAGES, Texts

Action: TypeAlias = Callable[..., int]
"""What a command does: the session and its own parameters to the exit status."""


class _Formatter(click.HelpFormatter):
    """Click's help page with its own headings in the language of `texts`."""

    texts: Texts

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self.texts.say("click", "Usage"))

    def write_heading(self, heading: str) -> None:
        known = self.texts.has("click", heading)
        super().write_heading(self.texts.say("click", heading) if known else heading)


def program(texts: Texts, alone: Action, actions: Mapping[str, Action], delay: float) -> click.Group:
    """The program with its commands; `alone` is done without a command, `delay` is watch's usual one."""
    commands = [_command(name, actions[name], params, texts) for name, params in _commands(texts, delay)]
    group = click.Group(
        "schedario",
        callback=click.pass_context(alone),
        commands={str(command.name): command for command in commands},
        params=[_version(texts), *_common(texts)],
        help=texts.say("help", "program"),
        invoke_without_command=True,
        add_help_option=False,
        subcommand_metavar="COMMAND …",
        options_metavar="",
    )
    formatter = type("Formatter", (_Formatter,), {"texts": texts})
    context = type("Context", (click.Context,), {"formatter_class": formatter})
    for command in (group, *commands):
        command.context_class = context
    return group


def _commands(texts: Texts, delay: float) -> tuple[tuple[str, list[click.Parameter]], ...]:
    strict, json = _flag("strict", texts), _flag("json", texts)
    return (
        ("run", [_folder(), _from(texts), strict]),
        ("watch", [_folder(), _delay(texts, delay)]),
        ("read", [_paths(), json, strict]),
        ("inspect", [_paths(), json, _picture(texts)]),
        ("init", [_folder(required=True)]),
    )


def _command(name: str, action: Action, params: list[click.Parameter], texts: Texts) -> click.Command:
    return click.Command(
        name,
        callback=click.pass_obj(action),
        params=[*params, *_common(texts)],
        help=texts.say("help", name),
        short_help=texts.say("help", name),
        add_help_option=False,
        options_metavar="[--…]",
    )


def _common(texts: Texts) -> list[click.Parameter]:
    """Options taken before and after the command: the words were looked through for them already."""
    language = click.Choice(LANGUAGES)
    return [
        click.Option(["--lang"], type=language, expose_value=False, help=texts.say("help", "lang")),
        click.Option(["--debug"], is_flag=True, expose_value=False, help=texts.say("help", "debug")),
        _page("help", lambda context: context.get_help(), texts),
    ]


def _version(texts: Texts) -> click.Parameter:
    return _page("version", lambda _: f"schedario {program_version()}", texts)


def _page(name: str, text: Callable[[click.Context], str], texts: Texts) -> click.Parameter:
    """An option that prints something and ends."""

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(text(context))
            context.exit()

    return click.Option(
        [f"--{name}"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=texts.say("help", name),
    )


def _folder(required: bool = False) -> click.Parameter:
    metavar = "FOLDER" if required else "[FOLDER]"
    return click.Argument(["folder"], required=required, type=click.Path(path_type=Path), metavar=metavar)


def _paths() -> click.Parameter:
    return click.Argument(["paths"], nargs=-1, required=True, metavar="FILE…")


def _from(texts: Texts) -> click.Parameter:
    return click.Option(
        ["--from", "sources"],
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="PATH…",
        help=texts.say("help", "from"),
    )


def _picture(texts: Texts) -> click.Parameter:
    return click.Option(
        ["--picture", "pictures"],
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=texts.say("help", "picture"),
    )


def _delay(texts: Texts, usual: float) -> click.Parameter:
    seconds = click.FloatRange(min=0)
    return click.Option(["--delay"], type=seconds, default=usual, help=texts.say("help", "delay"))


def _flag(name: str, texts: Texts) -> click.Parameter:
    return click.Option([f"--{name}", f"is_{name}"], is_flag=True, help=texts.say("help", name))


def language_of(words: Sequence[str], environment: str | None) -> str | None:
    """The language that the words or, failing that, the environment ask for."""
    asked = environment
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in LANGUAGES else None


def spread_from(words: Sequence[str]) -> list[str]:
    """``run FOLDER --from A B`` as ``run FOLDER --from A --from B``.

    Without a folder before it, what follows the first path is the folder, as everywhere.
    """
    spread: list[str] = []
    bare = 0  # the command, then the folder
    option = ""
    for index, word in enumerate(words):
        is_value = index > 0 and words[index - 1] in ("--from", "--lang", "--delay")
        if word.startswith("-"):
            option = word
        elif option == "--from" and not is_value and bare > 1:
            spread.append("--from")
        elif not is_value:
            bare += 1
        spread.append(word)
    return spread


def complaint(error: click.ClickException, texts: Texts) -> str:
    """What is wrong with the words, and where help is to be had."""
    command = "schedario"
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = error.ctx.command_path
    key, word = _kind(error)
    reason = error.message
    return texts.say("click", key, word=word, command=command, reason=reason)


def _kind(error: click.ClickException) -> tuple[str, str]:
    if isinstance(error, click.NoSuchOption):
        return "no-such-option", error.option_name
    if isinstance(error, click.exceptions.NoSuchCommand):
        return "no-such-command", error.command_name
    if isinstance(error, click.MissingParameter):
        return "missing", _parameter(error)
    if isinstance(error, click.BadOptionUsage):
        return "needs-value", error.option_name
    if isinstance(error, click.BadParameter):
        return "bad-value", _parameter(error)
    return "other", ""


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    if isinstance(error.param, click.Argument) and error.param.metavar:
        return error.param.metavar
    return ""
