"""The command line: one word a task, help that teaches, plain output when nobody watches."""

import os
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from application.language.errors import error_sentence
from application.ports.errors import StoreError
from domain.kernel.errors import DomainError
from infrastructure.vault.errors import VaultRefusal
from netwerkpartij.cli import (
    backup,
    begin,
    check,
    clock,
    demo,
    evaluation,
    events,
    history,
    key,
    persons,
    register,
    reports,
    serving,
    tokens,
)
from netwerkpartij.cli.terminal import LANGUAGE, REFUSED, fail
from netwerkpartij.logs import log_to_standard_error
from netwerkpartij.settings import WrongSetting

app = typer.Typer(
    name="netwerkpartij",
    help=(
        "Member networks of a party: founding plans, decisions, memberships, and the history of all of it.\n\n"
        "Start with `netwerkpartij demo` (an invented party) or `netwerkpartij begin` (your own)."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def tell_version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"netwerkpartij {program_version()}")
        raise typer.Exit


def program_version() -> str:
    """Give the version of the checkout that this program is run from."""
    declared = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    return str(declared["project"]["version"])


@app.callback()
def options(
    *,
    _: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=tell_version)
    ] = False,
) -> None: ...


app.command()(demo.demo)
app.command()(serving.serve)
app.command("begin")(begin.begin_party)
app.command()(events.events)
app.command()(evaluation.evaluate)
app.command()(evaluation.why)
app.command()(serving.rebuild)
app.command()(check.check)
app.command()(backup.backup)
app.command()(backup.restore)

GROUPS: Mapping[str, tuple[str, Mapping[str, Callable[..., None]]]] = {
    "clock": ("What time does by itself.", {"advance": clock.advance}),
    "import": ("Bring in what was recorded elsewhere.", {"history": history.history, "register": register.register}),
    "key": ("The master key of the vault.", {"rotate": key.rotate}),
    "person": (
        "What is kept of one person.",
        {"add": persons.add, "show": persons.show, "export": persons.export, "erase": persons.erase},
    ),
    "register": ("What the party's register says.", {"differences": register.differences}),
    "report": ("Reports about networks.", {"memberships": reports.memberships}),
    "token": ("Tokens for those who hold a role.", {"give": tokens.give, "list": tokens.list_tokens, "end": tokens.end}),
}
for name, (what, commands) in GROUPS.items():
    group = typer.Typer(help=what, no_args_is_help=True)
    group.callback()(lambda: None)
    for word, command in commands.items():
        group.command(word)(command)
    app.add_typer(group, name=name)


def main() -> None:
    """Run the command line; whatever goes wrong is told in one sentence with what to do next."""
    log_to_standard_error()
    try:
        app(prog_name="netwerkpartij")
    except WrongSetting as error:
        fail(f"{WrongSetting.code}: {error}", REFUSED)
    except (DomainError, StoreError, VaultRefusal) as error:
        refusal = error_sentence(error.code, getattr(error, "facts", {}), LANGUAGE)
        fail(f"{error.code}: {refusal}", REFUSED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(REFUSED) from None
