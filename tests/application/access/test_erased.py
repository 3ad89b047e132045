"""Who was erased: what happened stays and counts, and who it was is gone."""

import json

import pytest

from application.commands.networks import LeaveNetwork
from application.ports.vault.contexts import in_network
from application.queries.auditing.record import Events, History
from application.queries.networks import MembershipReport, MembersOfNetwork
from domain.kernel.acts import Role
from domain.kernel.text import Purpose, SealedFor
from domain.networks.membership import Membership
from infrastructure.vault.errors import KeyDestroyed, PersonErased
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from netwerkpartij.cli.events import told
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import seal_closed


def printed(party: Party) -> list[str]:
    """Give what ``netwerkpartij events`` prints."""
    return [json.dumps(told(recorded), ensure_ascii=False) for recorded in party.recorded()]


def test_events_of_an_erased_person_replay_project_and_are_printed_as_before(party_on_each: Party):
    party = party_on_each
    network = party.network()
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.join(name, network)
        party.seat(name, network)
    session = party.core_group(SOMEBODY_ELSE, network)
    lines, report = printed(party), party.ask(MembershipReport(), party.bureau).items
    reference = party.reference(SOMEBODY, network)
    replayed = party.membership(SOMEBODY, network)
    names = [each.name for each in party.ask(MembersOfNetwork(network=network), session).items]
    assert sorted(filter(None, names)) == sorted([SOMEBODY, SOMEBODY_ELSE])

    party.vault.erase_person(party.person(SOMEBODY))
    party.opened.reads.rebuild(lambda _: None)

    assert printed(party) == lines
    assert party.load(Membership, replayed.id) == replayed
    assert party.ask(MembershipReport(), party.bureau).items == report
    members = {each.reference: each.name for each in party.ask(MembersOfNetwork(network=network), session).items}
    assert members == {reference: None, party.reference(SOMEBODY_ELSE, network): SOMEBODY_ELSE}
    assert list(found(party.opened)) == []
    assert settle(party.opened, nightly=True) == 0


def test_what_was_sealed_for_an_erased_person_cannot_be_opened(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    joined = party.newest()
    place = SealedFor(
        aggregate=str(joined.originator_id), event_type="MemberJoined", field="statistics", subject=joined.reference
    )
    assert "Utrecht" in (party.vault.open(joined.statistics, place, context=in_network(network)) or "")
    party.vault.erase_person(party.person(SOMEBODY))
    assert party.vault.open(joined.statistics, place, context=in_network(network)) is None
    assert party.vault.names(in_network(network), [joined.reference]) == {}


def test_the_histories_that_speak_of_an_erased_person_can_still_be_read(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    membership = party.newest().originator_id
    auditor = party.session(Role.AUDITOR)
    party.vault.erase_person(party.person(SOMEBODY))
    (entry,) = party.ask(History(item=membership), party.bureau).items
    assert (entry.type, SOMEBODY in entry.model_dump_json()) == ("MemberJoined", False)
    assert membership in {each.aggregate for each in party.ask(Events(limit=500), auditor)}


def test_nothing_is_recorded_of_an_erased_person(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    session, person = party.member(SOMEBODY), party.person(SOMEBODY)
    party.vault.erase_person(person)
    with party.refused(PersonErased):
        party.give(LeaveNetwork(network=network), session)
    with party.refused(PersonErased):
        party.give(LeaveNetwork(network=network, person=person), party.bureau)


def test_who_gave_up_the_statistics_joins_without_them(party: Party):
    party.party_member(SOMEBODY)
    party.vault.destroy_key(party.person(SOMEBODY), Purpose.STATISTICS)
    party.join(SOMEBODY, party.network())
    assert party.newest().statistics is None


def test_a_token_of_an_erased_person_is_nobodys(party: Party):
    token = party.vault.issue_token(Role.MEMBER, person=party.party_member(SOMEBODY))
    assert party.opened.service.session(token) is not None
    party.vault.erase_person(party.person(SOMEBODY))
    assert party.opened.service.session(token) is None


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.ADMINISTRATOR])
def test_an_office_of_an_erased_person_is_nobodys(party: Party, role: Role):
    session = party.session(role, SOMEBODY)
    party.vault.erase_person(party.person(SOMEBODY))
    with party.refused(PersonErased):
        party.ask(MembershipReport(), session)


def test_closed_texts_whose_key_was_destroyed_stay_closed(party: Party):
    network = party.network()
    party.vault.destroy_dossier_key(network)
    place = SealedFor(aggregate=str(network), event_type="BoardQuestionAsked", field="question", subject=str(network))
    with pytest.raises(KeyDestroyed):
        seal_closed(party.vault, "Wie?", dossier=network, place=place)
