"""``netwerkpartij backup`` and ``restore``: everything at one moment in a folder, and put back."""

from pathlib import Path
from typing import Annotated

import typer

from netwerkpartij.backups import Manifest, back_up, put_back
from netwerkpartij.settings import load_settings


def backup(folder: Annotated[Path, typer.Argument(help="A new folder.")]) -> None:
    """
    Write a backup: events, vault and key as they are at one moment, also while the service runs.

    It is opened and compared with what was read before it counts as made. Whoever has it can read all of it: keep it as safe
    as the service itself. A key that is in NETWERKPARTIJ_MASTER_KEY is not in it.

    Example: netwerkpartij backup /srv/backups/2026-11-27
    """
    settings = load_settings()
    made = back_up(settings, folder.absolute())
    typer.echo(f"Made and opened: {_told(made)}, in {folder.absolute()}.")
    if settings.master_key is not None:
        typer.echo("The master key is in your settings and not in the backup: keep a copy of it somewhere else.")


def restore(folder: Annotated[Path, typer.Argument(help="A folder that `netwerkpartij backup` made.")]) -> None:
    """
    Put a backup back where the settings say, on SQLite or PostgreSQL. Stop the service first.

    The backup is checked before anything is touched. What is there now is not removed: it is set aside, and this says where.

    Example: netwerkpartij restore /srv/backups/2026-11-27
    """
    settings = load_settings()
    done = put_back(settings, folder.absolute())
    for place in done.set_aside:
        typer.echo(f"What was there before is in {place}.")
    typer.echo(f"Put back: {_told(done.manifest)}, in {settings.place}.")
    typer.echo("Next: netwerkpartij check, then netwerkpartij serve.")


def _told(backup: Manifest) -> str:
    return f"events up to position {backup.position}, as of {backup.made_at.isoformat(timespec='seconds')}"
