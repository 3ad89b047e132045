"""``netwerkpartij serve`` and ``rebuild``: the service, and its read side made anew."""

import os
import resource
import socket
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
import uvicorn

from api.http.metrics import SHARED_FOLDER
from api.limits.connections import server_options
from application.operating import DemoNotServed
from domain.kernel.log import LOG, Log
from netwerkpartij.cli.terminal import fail, progress
from netwerkpartij.settings import PREFIX, WrongSetting, load_settings
from netwerkpartij.wiring import opened
from projections.store.old_stores import OldStore, remove_old_stores

Host = Annotated[str, typer.Option("--host", help="The address to listen on.")]
Port = Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen on.")]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that share the work.")]

OTHER_FILES = 300
"""Open files of a process beside its connections: databases for forty threads, the program itself."""


def serve(host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 1) -> None:
    """
    Serve the API, from the folder or database that the settings name; the first time, make it.

    Example: netwerkpartij serve --port 8000
    """
    settings = load_settings()
    must_be_free(host, port)
    with opened(settings) as service:  # a wrong setting, key or database stops the start here, with one sentence
        log = service.log.load(Log, LOG)
    if log is not None and log.demo:
        raise DemoNotServed(place=settings.place)
    if log is None or log.party is None:
        typer.echo("No party has begun here: no rule holds and nobody may act. Set yours up with: netwerkpartij begin", err=True)
    for line in settings.open_to_others():
        typer.echo(line, err=True)
    typer.echo(f"Everything is kept in {settings.place}.")
    typer.echo(f"http://{host}:{port}/v1/openapi.json describes what this service can do. Stop it with Ctrl-C.")
    run(host, port, workers)


def run(host: str, port: int, workers: int) -> None:
    settings = load_settings()
    must_have_files_for(settings.limits.connections)
    options = server_options(settings.limits)
    with ExitStack() as stack:
        if workers > 1 and settings.metrics_token.get_secret_value():
            os.environ[SHARED_FOLDER] = stack.enter_context(TemporaryDirectory(prefix="netwerkpartij-metrics-"))
        uvicorn.run("netwerkpartij.asgi:make_app", factory=True, host=host, port=port, workers=workers, **options)


def must_have_files_for(connections: int) -> None:
    """
    See to it that a process may have as many files open as it may have connections, and those of its databases.

    :raises WrongSetting: if the machine does not allow that
    """
    needed = connections + OTHER_FILES
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != resource.RLIM_INFINITY and allowed < needed:
        if most != resource.RLIM_INFINITY and most < needed:
            message = f"{PREFIX}CONNECTIONS: needs {needed} open files, and this machine allows {most}"
            raise WrongSetting(message)
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, most))


def must_be_free(host: str, port: int) -> None:
    """Stop with one sentence when somebody else listens on a port."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            fail(f"port-not-free: {host}:{port} cannot be used ({error.strerror}); choose another with --port", 1)


def rebuild() -> None:
    """
    Build the read store anew from the log. Nothing is lost: every row follows from the events.

    Read stores that other releases left behind are removed, unless a process has them open.

    Example: netwerkpartij rebuild
    """
    settings = load_settings()
    with opened(settings, make=False) as service:
        newest = service.log.last_position()
        with progress("rebuild", newest) as show:
            reached = service.reads.rebuild(lambda position: show(min(position, newest)))
    typer.echo(f"Rebuilt from the events up to position {reached}.")
    for old in remove_old_stores(settings.database_url):
        typer.echo(_of_another_release(old))


def _of_another_release(old: OldStore) -> str:
    size = f"{old.size / 1_000_000:.1f} MB"
    if old.removed:
        return f"Removed {old.name} ({size}), the read store of another release; it is built anew when it is needed."
    return f"Left {old.name} ({size}), the read store of another release: a process has it open, or it is no read store."
