"""Two processes that start at once on an empty folder, in the order that goes wrong most easily."""

from pathlib import Path
from typing import Any

import pytest

from domain.kernel.log import LOG, Log
from infrastructure.vault.vault import open_vault
from netwerkpartij import wiring
from tests.application.conftest import settings_for


def test_who_looks_before_another_begins_the_log_and_keeps_people_opens_the_same_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings = settings_for(f"sqlite:///{tmp_path / 'events.db'}")

    def another_is_first(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr("netwerkpartij.wiring.open_vault", open_vault)
        with wiring.opened(settings) as other:
            other.vault.add_person("Anne Voorbeeld")
        return open_vault(*given, **named)

    monkeypatch.setattr("netwerkpartij.wiring.open_vault", another_is_first)
    with wiring.opened(settings) as service:
        assert service.vault.person_named("Anne Voorbeeld") is not None
        assert len(service.log.history(LOG)) == 1
        begun = service.log.load(Log, LOG)
        assert begun is not None
        assert begun.log == service.vault.log
