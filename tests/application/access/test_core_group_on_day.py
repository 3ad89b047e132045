"""Who sat in a core group on a day: in a sentence, named to whom may know the names, and of a sensitive network to few."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from application.commands.networks import AppointChair, MarkSensitive
from application.errors import AccessDenied, DayNotBegun, NetworkNotBegunThen
from application.language.answers import in_sentences
from application.language.words import Language
from application.queries.networks import CoreGroupOnDay
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from tests.application.party import FOUNDERS, Party


def test_who_sat_then_is_told_and_not_who_stepped_down_before(party: Party, network: UUID):
    founded = day_of(party.clock())
    party.give(AppointChair(network=network, person=party.person(FOUNDERS[1])), party.board)
    party.clock.pass_time(days=10)
    party.step_down(FOUNDERS[0], network)
    names = {on: {each.name for each in asked(party, network, on).items} for on in (founded, founded + timedelta(days=10))}
    assert names == {founded: {*FOUNDERS}, founded + timedelta(days=10): {*FOUNDERS[1:]}}
    (chair,) = [each for each in in_sentences(asked(party, network, founded), Language.NL).items if each.chair]
    assert chair.sentence == (
        f"{FOUNDERS[1]} zat op 3 maart 2025 in de kerngroep. Dat was zo sinds 3 maart 2025. Dit lid was de voorzitter."
    )


def asked(party: Party, network: UUID, on: date):
    return party.ask(CoreGroupOnDay(network=network, on=on), party.bureau)


def test_an_auditor_reads_days_and_no_names_and_a_core_group_its_own_as_it_is_now(party: Party, network: UUID):
    found = in_sentences(party.ask(CoreGroupOnDay(network=network), party.session(Role.AUDITOR)), Language.EN)
    assert {each.sentence for each in found.items} == {
        "A member was in the core group on 3 March 2025. That was so since 3 March 2025."
    }
    own = party.core_group(FOUNDERS[0], network)
    assert {each.name for each in party.ask(CoreGroupOnDay(network=network), own).items} == {*FOUNDERS}
    with pytest.raises(AccessDenied):
        party.ask(CoreGroupOnDay(network=network, on=day_of(party.clock())), own)


def test_of_a_sensitive_network_only_its_own_core_group_reads_who_sits_in_it(party: Party, network: UUID):
    party.give(MarkSensitive(network=network), party.board)
    for session in (party.bureau, party.session(Role.AUDITOR)):
        with pytest.raises(AccessDenied):
            party.ask(CoreGroupOnDay(network=network), session)
    assert len(party.ask(CoreGroupOnDay(network=network), party.core_group(FOUNDERS[0], network)).items) == 4


def test_a_day_to_come_and_a_day_before_the_network_are_refused_by_name(party: Party, network: UUID):
    today = day_of(party.clock())
    for day, refusal in ((today + timedelta(days=1), DayNotBegun), (today - timedelta(days=1), NetworkNotBegunThen)):
        with pytest.raises(refusal):
            asked(party, network, day)
