"""What everybody may see of an evaluation, and what the vault adds to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from application.commands.networks import LeaveNetwork, MarkSensitive
from application.commands.pilot import CountPartyMembers, RecordBaseline
from application.errors import NothingRecordedThen
from application.evaluation import details
from application.evaluation.figures import Tells
from application.queries.auditing.reasons import Why
from application.queries.base import Query
from application.queries.evaluating.evaluation import Evaluation, Figure, Note
from application.queries.networks import MembershipReport
from domain.kernel.acts import Role
from domain.pilot.baseline import BaselineGroup, ShareOf
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, Party

UTRECHT, GELDERLAND = (ShareOf(value=f"NL-{name}", share=share) for name, share in (("UT", 0.4), ("GE", 0.6)))
MANY = tuple(f"Voorbeeld {number}" for number in range(12))


APRIL = datetime(2025, 4, 2, 10, tzinfo=UTC)
"""The quarter in which most tests begin is over."""


def figures(party: Party, role: Role = Role.PARTY_BUREAU, **when: Any) -> dict[tuple[str, str | None], Figure]:
    answer = party.ask(Evaluation(events=True, **when), party.session(role))
    return {(each.figure, each.network): each for each in answer.figures}


def baseline(party: Party, group: BaselineGroup = BaselineGroup.PARTY_MEMBERS) -> None:
    recorded: dict[str, Any] = {"counted": 25_000, "reference_day": date(2025, 1, 1), "origin": "De ledenadministratie."}
    party.give(RecordBaseline(group=group, shares=(UTRECHT, GELDERLAND), **recorded), party.bureau)


def join(party: Party, network: Any, *names: str) -> None:
    for name in names:
        party.person(name, province="NL-UT")
        party.join(name, network)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.AUDITOR, Role.REQUESTER])
def test_nobody_can_count_or_follow_people_of_a_sensitive_network(party: Party, role: Role):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(MANY[0], network, consent_version=CONSENT)
    assert figures(party, role)["members", "LHBTIQ+ netwerk"].value is None
    party.clock.now = APRIL
    found = figures(party, role)
    for (name, of), figure in found.items():
        if of is not None and figure.figure.tells is not Tells.THINGS:
            assert (figure.events, figure.ground, figure.n, figure.detail) == ((), (), None, None), name
    assert found["members", "LHBTIQ+ netwerk"].value == "0-9"
    assert found["growth-per-month", "LHBTIQ+ netwerk"].value is None
    assert found["growth-per-month", "LHBTIQ+ netwerk"].note == Note.SENSITIVE


def test_a_network_that_became_sensitive_is_protected_in_the_past_too(party: Party):
    network = party.founded()
    before = party.clock.now
    assert figures(party)["members", "Onderwijsnetwerk"].value == 4
    party.give(MarkSensitive(network=network), party.board)
    party.clock.now = APRIL
    assert figures(party, on=before.date())["members", "Onderwijsnetwerk"].value is None
    assert figures(party, on=APRIL.date())["members", "Onderwijsnetwerk"].value == "0-9"
    assert figures(party)["reach", None].events == ()


def test_people_in_two_networks_are_counted_once(party: Party):
    one, other = party.founded(), party.network()
    join(party, one, *MANY)
    join(party, other, *MANY)
    party.give(CountPartyMembers(members=1_000, reference_day=date(2025, 1, 1), origin="Geteld."), party.bureau)
    found = figures(party)
    assert (found["reach", None].value, found["reach", None].n) == (0.02, 20)  # sixteen people, in tens
    assert found["overlap", None].value == 0.5  # twelve of them, in tens


def test_few_people_in_two_networks_are_not_counted(party: Party):
    one, other = party.founded(), party.network()
    join(party, one, *MANY)
    join(party, other, MANY[0])
    found = figures(party)
    assert (found["overlap", None].value, found["overlap", None].note) == (None, Note.TOO_FEW)
    assert (found["reach", None].value, found["reach", None].note) == (None, Note.NO_BASELINE)


A_QUARTER = 95
"""Days after which a quarter is over that had not ended before."""


def test_a_network_is_compared_with_the_party_when_its_baseline_is_recorded(party: Party):
    network = party.network()
    join(party, network, *MANY[:9])
    name = "Netwerk jeugd en gezin"
    assert figures(party)["likeness", name].note == Note.NO_BASELINE
    baseline(party, BaselineGroup.VOTERS)
    assert figures(party)["likeness", name].note == Note.NOT_YET_MEASURABLE
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", name].note == Note.TOO_FEW
    join(party, network, *MANY[9:])
    assert figures(party)["likeness", name].note == Note.TOO_FEW
    party.clock.pass_time(days=A_QUARTER)
    stand_in = figures(party)["likeness", name]
    assert (stand_in.value, stand_in.n, stand_in.verdict, stand_in.note) == (0.4, 12, None, Note.STAND_IN)
    baseline(party)
    told = figures(party)["likeness", name]
    assert (told.value, told.detail_as(details.Likeness).to_move, told.verdict, told.note) == (0.4, 7, "narrow", None)
    assert told.detail_as(details.Likeness).told_of == date(2025, 6, 30)
    assert len(told.events) == 13
    assert len(told.ground) == 2


def test_what_is_told_stands_until_ten_people_differ(party: Party):
    network = party.network()
    join(party, network, *MANY)
    baseline(party)
    party.clock.pass_time(days=A_QUARTER)
    first = figures(party)["likeness", "Netwerk jeugd en gezin"]
    party.give(LeaveNetwork(network=network), party.member(MANY[1]))
    join(party, network, *(f"Nieuw {number}" for number in range(8)))
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", "Netwerk jeugd en gezin"] == first
    join(party, network, "Nog iemand")
    party.clock.pass_time(days=A_QUARTER)
    later = figures(party)["likeness", "Netwerk jeugd en gezin"]
    assert (first.n, later.n) == (12, 20)
    assert figures(party, on=date(2025, 7, 1))["likeness", "Netwerk jeugd en gezin"] == first


def test_what_an_erased_person_was_counted_in_is_not_told_again(party: Party):
    network = party.network()
    join(party, network, *MANY)
    baseline(party)
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", "Netwerk jeugd en gezin"].n == 12
    party.give(LeaveNetwork(network=network), party.member(MANY[0]))
    party.vault.erase_person(party.person(MANY[0]))
    told = figures(party)["likeness", "Netwerk jeugd en gezin"]
    assert (told.value, told.n, told.detail, told.note) == (None, None, None, Note.ERASED)
    join(party, network, *(f"Nieuw {number}" for number in range(9)))
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", "Netwerk jeugd en gezin"].n == 20


def test_who_told_no_province_is_not_compared(party: Party):
    network = party.network()
    join(party, network, *MANY[:10])
    party.person(MANY[11], province=None)
    party.join(MANY[11], network)
    baseline(party)
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", "Netwerk jeugd en gezin"].n == 10


def test_no_figure_shows_a_count_by_province(party: Party):
    network = party.network()
    join(party, network, *MANY)
    baseline(party)
    party.clock.pass_time(days=A_QUARTER)
    assert figures(party)["likeness", "Netwerk jeugd en gezin"].n == 12
    for figure in figures(party).values():
        assert "NL-UT" not in figure.model_dump_json() or figure.detail_as(details.Likeness).missing


def test_founders_are_in_the_core_group(party: Party):
    party.founded()
    size = figures(party)["core-group-size", "Onderwijsnetwerk"]
    assert (size.value, size.norm, size.verdict) == (len(FOUNDERS), 4, "stands")


# Bad input


@pytest.mark.parametrize("question", [Evaluation, partial(Why, figure="reach")])
def test_figures_of_all_networks_are_not_made_of_a_day_before_anything_happened(
    party: Party, question: Callable[..., Query[Any]]
):
    party.founded()
    with pytest.raises(NothingRecordedThen) as refused:
        party.ask(question(on=date(1900, 1, 1)), party.bureau)
    since = refused.value.facts["since"]
    assert isinstance(since, date)
    party.ask(question(on=since), party.bureau)
    with pytest.raises(NothingRecordedThen):
        party.ask(question(on=since - timedelta(days=1)), party.bureau)


def test_a_day_before_the_first_network_has_none_to_report(party: Party):
    party.founded()
    assert party.ask(MembershipReport(on=date(1900, 1, 1)), party.bureau).items == ()


def test_where_nothing_is_known_at_all_nothing_is_what_there_is(party: Party):
    known = party.clock() - timedelta(days=3650)
    assert party.ask(MembershipReport(on=date(1900, 1, 1), known_at=known), party.bureau).items == ()
