"""The command line in a folder of the test's own, with no settings from outside."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from netwerkpartij.settings import PREFIX
from tests.netwerkpartij.terminal import Terminal


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in an empty folder: whatever a command makes, it makes below there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "var"))
    return Terminal(tmp_path)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[Terminal]:
    """A terminal in whose folder the real history was imported."""
    folder = tmp_path_factory.mktemp("imported")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("XDG_DATA_HOME", str(folder / "var"))
        terminal = Terminal(folder)
        terminal.first = terminal.does("import", "history", str(shared_data / "team_history.csv"), "--format", "json")
        yield terminal
