"""What every test may ask for: databases, real data, and how long properties search."""

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.compiling import compile_once
from tests.databases import fresh_postgres_database, start_postgres, stop_postgres

# No deadline: two busy cores decide how long an example takes. Never derandomized, also not in CI: new examples every run,
# and a failure prints the blob that repeats it.
settings.register_profile("ordinary", deadline=None, max_examples=50, print_blob=True, derandomize=False)
settings.register_profile("slow", settings.get_profile("ordinary"), max_examples=500)
settings.register_profile("reach", settings.get_profile("ordinary"), max_examples=10)  # what is reached, not whether it holds
settings.load_profile("ordinary")  # `--hypothesis-profile slow` comes after this

POSTGRES_HOME = pytest.StashKey[Path]()

MEMORY, ENOUGH = Path("/dev/shm"), 4_000_000_000  # noqa: S108  # a folder of each run's own is made in it


def keep_files_in_memory() -> None:
    """
    Keep the files of tests in memory where there is room: every commit waits for the disk, for more than half of the time.

    Nothing that is tested depends on it: processes are killed, machines are not.
    """
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def keep_what_was_compiled() -> None:
    """Compile each module once, and not again in every run and every process that a test starts, whatever is set outside."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # until all tests are found: they stay
    keep_files_in_memory()
    keep_what_was_compiled()
    compile_once()
    worker: dict[str, str] | None = getattr(config, "workerinput", None)
    if worker is not None:
        config.stash[POSTGRES_HOME] = Path(worker["postgres_home"])
        return
    config.stash[POSTGRES_HOME] = Path(tempfile.mkdtemp(prefix="netwerkpartij-"))
    # A run that is told to stop still stops its PostgreSQL.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # xdist's hook, which has no types
    node.workerinput["postgres_home"] = str(node.config.stash[POSTGRES_HOME])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        stop_postgres(config.stash[POSTGRES_HOME])
        shutil.rmtree(config.stash[POSTGRES_HOME])


def pytest_collection_finish() -> None:
    gc.freeze()  # what stays need not be looked at again
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An SQLite database of this test's own; its file does not exist yet."""
    return f"sqlite:///{tmp_path / 'events.db'}"


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> str:
    """A PostgreSQL server, one for all workers."""
    return os.environ.get("NETWERKPARTIJ_TEST_POSTGRES_URL") or start_postgres(pytestconfig.stash[POSTGRES_HOME])


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database of this test's own, empty."""
    with fresh_postgres_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database of this test's own; the test runs once on each kind."""
    url: str = request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param])
    return url


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with real data, which is no part of the project (its README names the sources)."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real data is not at {folder}")
    return folder


@pytest.fixture(scope="session", params=["a few", pytest.param("many", marks=pytest.mark.slow)])
def often() -> None:
    """Repeat a property among the long checks, whose profile has it search longer."""
