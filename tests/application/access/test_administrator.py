"""Administrators operate: whatever they may ask, no member, no list of people and no sealed text is in the answer."""

import json
from uuid import UUID

import pytest

from application.access.table import COMMANDS, QUERIES
from application.commands import consents, privacy
from application.commands import party as of_party
from application.commands.evaluations import FreezeEvaluation, PublishEvaluation
from application.errors import AccessDenied
from application.ports.vault.sessions import Session
from application.queries.auditing.record import Events, OfficesHeld
from application.queries.base import Query
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from tests.application.command_examples import example
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party
from tests.beginning import administrator

UNREADABLE = "Wat niemand anders mag lezen."
ASKED = sorted((kind for kind, row in QUERIES.items() if Role.ADMINISTRATOR in row), key=lambda kind: kind.__name__)


@pytest.fixture
def things(party: Party) -> dict[str, UUID]:
    """Networks with people in them, a plan, a meeting and a closed request."""
    network = party.founded()
    hidden = party.founded(OTHER_FOUNDERS, name="Netwerk Regenboog", sensitive=True)
    party.join(SOMEBODY, network)
    party.join(SOMEBODY_ELSE, hidden, consent_version=CONSENT)
    plan = party.draft(SOMEBODY, name="Netwerk Plan")
    request = party.asked(network, **{**REQUEST, "question": UNREADABLE, "closed": True})
    return {"network": network, "item": network, "plan": plan, "meeting": party.meeting(network), "advice_request": request}


def published(party: Party) -> UUID:
    """Freeze an evaluation and publish it: no other is for an administrator."""
    party.clock.pass_time(days=1)
    frozen: UUID = party.give(FreezeEvaluation(day=day_of(party.clock())), party.bureau).data.frozen_evaluation
    party.clock.pass_time(days=15)
    party.give(PublishEvaluation(frozen_evaluation=frozen), party.bureau)
    return frozen


def told(party: Party, question: Query[object], who: Session) -> str:
    answer = party.ask(question, who)
    parts = answer if isinstance(answer, tuple) else (answer,)
    return json.dumps([each.model_dump(mode="json") if hasattr(each, "model_dump") else str(each) for each in parts])


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: kind.__name__)
def test_an_administrator_reads_no_people_and_no_sealed_text(party: Party, things: dict[str, UUID], kind: type[Query[object]]):
    if "frozen_evaluation" in kind.model_fields:
        things["frozen_evaluation"] = published(party)
    text = told(party, example(kind, **things), administrator(party.opened))
    people = (*FOUNDERS, *OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE)
    assert [name for name in people if name in text] == []
    assert UNREADABLE not in text
    if kind not in {Events, OfficesHeld}:  # the log under its references, and who holds an office, which an administrator gave
        references = {party.reference(name, things["network"]) for name in people}
        assert [each for each in references if each in text] == []


def test_an_administrator_gives_and_ends_roles_and_chooses_parts_and_does_nothing_else(party: Party, things: dict[str, UUID]):
    may = {kind for kind, row in COMMANDS.items() if Role.ADMINISTRATOR in row}
    of_oneself = {
        of_party.ChangeAddress,
        of_party.CorrectOwnDetails,
        consents.GiveConsent,
        consents.WithdrawConsent,
        privacy.AskPrivacyOfficer,
        privacy.EraseOwnData,
    }
    assert may == {of_party.GiveRole, of_party.EndRole, of_party.ChooseParts, *of_oneself}
    with party.refused(AccessDenied):
        address = of_party.RecordAddress(person=party.person(SOMEBODY), email="x@voorbeeld.example")
        party.give(address, administrator(party.opened))
    assert "MembersOfNetwork" not in {kind.__name__ for kind in ASKED}
    assert things
