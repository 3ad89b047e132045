"""People of a party in their browsers, and one who makes papers as the test says."""

from dataclasses import dataclass, field, replace

import pytest

from application.ports.papers import Paper, PaperState
from netwerkpartij.wiring import Opened
from tests.application.party import Party


@dataclass
class Press:
    """Keeps of which pages papers are asked, by whom, and gives one answer: implements Papers (application.ports)."""

    answer: Paper = Paper(PaperState.READY, b"%PDF-1.7")  # noqa: RUF009  # it cannot be changed
    asked: list[tuple[str, str]] = field(default_factory=list)

    def of(self, html: str, wanted_by: str) -> Paper:
        self.asked.append((html, wanted_by))
        return self.answer


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def service(party: Party, press: Press) -> Opened:
    return replace(party.opened, papers=press)  # type: ignore[arg-type]  # nobody closes it
