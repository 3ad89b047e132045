"""``netwerkpartij key``: another master key, with which everything in the vault is wrapped anew."""

from pathlib import Path
from typing import Annotated

import typer

from netwerkpartij.cli.terminal import WRONG_USE, fail
from netwerkpartij.key_replacement import replace_key
from netwerkpartij.settings import PREFIX, load_settings


def rotate(
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", help=f"The file for the new key, when the key is in {PREFIX}MASTER_KEY; one that holds a key is used."
        ),
    ] = None,
) -> None:
    """
    Replace the master key: every key in the vault is wrapped anew, all or none. Stop the service first.

    Do it when somebody who could read the key no longer should. Events, references and tokens stay as they are. Stopped on the
    way, nothing is lost: run it again. A backup of before opens only with the key of its own day.

    Example: netwerkpartij key rotate
    """
    settings = load_settings()
    if settings.master_key is None and to is not None:
        fail(f"--to goes with a key in {PREFIX}MASTER_KEY: here the new key takes the place of the key file", WRONG_USE)
    if settings.master_key is not None and to is None:
        fail(f"--to: name a new file for the key, since the one of now is in {PREFIX}MASTER_KEY", WRONG_USE)
    replaced = replace_key(settings, None if to is None else to.absolute())
    done = (
        f"{replaced.wrapped} keys were wrapped anew" if replaced.wrapped else "that was done before, and there was nothing to do"
    )
    typer.echo(f"The master key was replaced: {done}.")
    if replaced.file is not None:
        typer.echo(f"The new key is in {replaced.file}. Put it into {PREFIX}MASTER_KEY of everything that opens this vault.")
    typer.echo("Backups of before need the key of their own day: keep it as long as you keep them.")
    typer.echo("Next: netwerkpartij check, netwerkpartij backup FOLDER, then netwerkpartij serve.")
