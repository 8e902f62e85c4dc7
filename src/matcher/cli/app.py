"""The commands, and what becomes of their errors."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import (
    asking,
    auditing,
    demonstration,
    evaluating,
    fetching,
    indexing,
    judging,
    matching,
    reading,
    serving,
    tuning,
    vocabulary,
    warming,
)
from matcher.cli.examples import EXAMPLES, epilog
from matcher.cli.helping import Command, Group
from matcher.cli.options import TOLD, Lang, Told
from matcher.cli.streams import OutputClosedError, finish, prepare, show, silence, worded
from matcher.errors import MatcherError, ReadError

UNEXPECTED = 1
INTERRUPTED = 130
_NO_OPTION = "Invalid value: "
"""What stands before a message that is about no single option."""

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _group(name: str, help: str, commands: Mapping[str, Callable[..., None]]) -> None:
    group = typer.Typer(cls=Group, rich_markup_mode=None, help=help, epilog=epilog(name))
    group.callback()(_group_itself)
    for word, function in commands.items():
        group.command(word, cls=Command, epilog=epilog(f"{name} {word}"))(function)
    app.add_typer(group, name=name)


def _group_itself(lang: Told = "en") -> None:
    pass


_shown: dict[str, bool] = {"traceback": False}


def _version(wanted: bool) -> None:
    if wanted:
        from matcher._version import __version__

        typer.echo(f"matcher {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=epilog(""))
def _matcher(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    show_traceback: Annotated[
        bool, typer.Option("--traceback", help="For a bug report: show where a failure happened. May show input data.")
    ] = False,
    lang: Annotated[Lang | None, TOLD] = None,
) -> None:
    """Match people's competences with jobs, with reasons. Files in, JSON Lines out; a dash is standard input."""
    _shown["traceback"] = show_traceback
    if lang is not None:
        context.default_map = {name: {"lang": lang} for name in EXAMPLES}
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for _function in (
    reading.read,
    reading.requirements,
    matching.rank,
    matching.explain,
    asking.ask,
    asking.steps,
    vocabulary.normalize,
    evaluating.evaluate,
    auditing.audit,
    judging.judge,
    judging.agree,
    tuning.tune,
    serving.serve,
    demonstration.demo,
    warming.warm,
):
    app.command(cls=Command, epilog=epilog(_function.__name__))(_function)
_group(
    "taxonomy",
    "Bring in an official taxonomy, or look into one.",
    {"import": vocabulary.import_, "fetch": vocabulary.fetch, "info": vocabulary.info},
)
_group("ads", "Bring today's ads.", {"fetch": fetching.fetch})
_group(
    "index",
    "Keep what was read in a folder that opens at once.",
    {"build": indexing.build, "update": indexing.update, "info": indexing.info, "verify": indexing.verify},
)


def run(arguments: Sequence[str]) -> int:
    """Run a command line.

    Parameters
    ----------
    arguments : sequence of str
        Without the program's name.

    Returns
    -------
    int
        0 if anything asked for was done, 2 on bad usage or if nothing could be read (the exit code of the error), 1 on
        a fault of the program, 130 if interrupted.
    """
    prepare(_language(arguments))
    _shown["traceback"] = False
    try:
        status = app(args=list(arguments), prog_name="matcher", standalone_mode=False)
        finish()
        return status if isinstance(status, int) else 0
    except typer.TyperException as error:
        message = error.format_message().removeprefix(_NO_OPTION)
        show(f"matcher: {_sentence(message)}{_right_call(error, message)}")
        return error.exit_code
    except MatcherError as error:
        show(f"matcher: {_refusal(error)}")
        return error.exit_code
    except OutputClosedError:
        silence()
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:  # a file named on the command line that cannot be read or written
        where = f"{error.filename}: " if isinstance(error.filename, str) else ""
        show(f"matcher: {where}{_sentence(error.strerror or type(error).__name__)}")
        return MatcherError.exit_code
    except Exception as error:  # the last resort: what failed and where, without the message, which may hold input
        if _shown["traceback"]:
            traceback.print_exc()
        show(f"matcher: {_sentence(_fault(error))}")
        return UNEXPECTED


def _language(arguments: Sequence[str]) -> str:
    """Tell which language is asked for, before the options are read: they may be wrong."""
    asked = [one for option, one in pairwise((*arguments, "")) if option == "--lang"]
    asked += [one.partition("=")[2] for one in arguments if one.startswith("--lang=")]
    return "sv" if "sv" in asked else "en"


def _right_call(error: typer.TyperException, message: str) -> str:
    """Show how a command is called, where something is lacking or stands without the option that it belongs to."""
    context = getattr(error, "ctx", None)
    if context is None or not message.startswith(("Missing", "Got unexpected extra")):
        return ""
    lines = EXAMPLES[context.command_path.partition(" ")[2]]
    several = next((one.opts[0] for one in context.command.params if getattr(one, "multiple", False)), None)
    again = f" To give several, repeat the option: {several} ONE {several} ANOTHER." if several else ""
    return f"{worded(again) if message.startswith('Got') else ''}{worded(f' For example: {lines[0]}')}"


def _sentence(message: str) -> str:
    # Pydantic puts the kind of the error in front of what a choice says.
    line = worded(" ".join(message.split()).replace(": Value error, ", ": ").removesuffix("."))
    return line if line.endswith((".", "?", "!")) else f"{line}."


def _refusal(error: MatcherError) -> str:
    if not isinstance(error, ReadError):
        return _sentence(str(error))
    where = error.path if error.line is None else f"{error.path}, {worded(f'line {error.line}')}"
    return f"{where}: {_sentence(f'expected {error.expected}')}"


def _fault(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).parent.name}/{Path(last.filename).name}, line {last.lineno}"
    return f"a fault of the program ({type(error).__name__} in {place}); matcher --traceback COMMAND shows more"
