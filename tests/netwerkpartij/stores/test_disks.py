"""Disks that are full or only to be read: the service says that it is not ready, and before it starts in one line."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from application.ports.errors import StoreFull, StoreReadOnly
from infrastructure.taking_writes import ROOM, must_have_room
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

SIZE = 8_000_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], capture_output=True, check=False)  # noqa: S603, S607
    if mounting.returncode:
        pytest.skip("only who may mount disks can try what a full one does")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S603, S607


def make_read_only(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)  # noqa: S603, S607


def fill(disk: Path) -> Path:
    """Fill a disk to the last byte."""
    file = disk / "something-else"
    with file.open("wb", buffering=0) as filling:
        try:
            while filling.write(bytes(4_096)):
                pass
        except OSError:
            return file
    raise AssertionError(file)


@contextmanager
def service_on(events: Path, vault: Path) -> Iterator[tuple[Opened, TestClient]]:
    settings = load_settings(database_url=f"sqlite:///{events / 'events.db'}", vault_url=f"sqlite:///{vault / 'vault.db'}")
    with opened(settings) as service, TestClient(create_app(service.service)) as client:
        yield service, client


@pytest.mark.parametrize("which", ["events", "vault"])
def test_a_service_on_a_full_disk_is_not_ready_until_there_is_room(disk: Path, tmp_path: Path, which: str, monkeypatch):
    monkeypatch.setattr("api.http.health.SECONDS", 0.0)
    here = {"events": (disk, tmp_path), "vault": (tmp_path, disk)}[which]
    with service_on(*here) as (_, client):
        assert client.get("/health/ready").status_code == 200
        filling = fill(disk)
        full = client.get("/health/ready")
        filling.unlink()
        again = client.get("/health/ready")

    assert (full.status_code, full.json()["code"], full.headers["Retry-After"]) == (503, "store-full", "60")
    assert again.status_code == 200


def test_a_service_whose_database_is_only_to_be_read_is_not_ready(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("api.http.health.SECONDS", 0.0)
    with service_on(tmp_path, tmp_path) as (service, client):
        assert client.get("/health/ready").status_code == 200
        monkeypatch.setattr(service.log._recorder.datastore, "address", f"file:{tmp_path / 'events.db'}?mode=ro")  # noqa: SLF001
        told = client.get("/health/ready")

    assert (told.status_code, told.json()["code"]) == (503, "store-read-only")


def test_beside_a_database_on_a_disk_that_is_only_to_be_read_there_is_no_room(disk: Path):
    must_have_room(disk / "events.db")
    make_read_only(disk)
    with pytest.raises(StoreReadOnly):
        must_have_room(disk / "events.db")


def test_a_little_room_is_not_enough(disk: Path):
    filling = fill(disk)
    with filling.open("r+b") as less:
        less.truncate(filling.stat().st_size - ROOM // 2)
    with pytest.raises(StoreFull):
        must_have_room(disk / "events.db")
    assert os.listdir(disk) == ["something-else"]  # noqa: PTH208  # nothing is left of the looking


@pytest.mark.parametrize("command", ["serve --port 18735", "events", "check", "rebuild", "token list"])
def test_a_folder_that_is_only_to_be_read_is_said_in_one_line(disk: Path, terminal: Terminal, command: str):
    here = terminal.with_settings(data=str(disk / "ours"))
    here.does(*BEGIN)
    make_read_only(disk)

    assert here.really(*command.split()).complaint == (
        "wrong-setting: NETWERKPARTIJ_DATABASE_URL: its folder cannot be made or written to (Read-only file system)"
    )
