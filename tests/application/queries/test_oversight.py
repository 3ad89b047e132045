"""What who looks over the record asks of the log: by role, day and lateness, what was mended, and what went otherwise."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.networks import CloseNetwork, CorrectEntry, JoinNetwork, MarkSensitive, ReopenNetwork, WithdrawEntry
from application.commands.plans import ApprovePlan, DeferPlan
from application.errors import DayNotBegun, LastDayTooEarly, UnknownEventType, UnknownItem
from application.language.answers import in_sentences
from application.language.formatting import format_value
from application.language.words import Language
from application.queries.auditing.oversight import CorrectionsMade, ExceptionKind, Exceptions
from application.queries.auditing.record import EVENT_TYPES, Events
from application.queries.base import OfLog
from domain.kernel.acts import Role, Source
from domain.kernel.days import day_of, start_of
from domain.kernel.entries import Mistake
from projections.queries.auditing.exceptions import OF_NAME, OF_REASON
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

NOON = timedelta(hours=12)


@pytest.fixture
def network(party: Party) -> UUID:
    """A network that was brought in, in which somebody who called weeks ago is recorded today."""
    party.session(Role.AUDITOR)
    network = party.network()
    party.party_member(SOMEBODY)
    party.clock.pass_time(days=20)
    joined = JoinNetwork(
        network=network, purpose_version=1, person=party.person(SOMEBODY), source=Source.PHONE, on=days_ago(party, 19)
    )
    party.give(joined, party.bureau)
    return network


def days_ago(party: Party, days: int) -> date:
    return day_of(party.clock() - timedelta(days=days))


def asked(party: Party, question: OfLog[Any], role: Role = Role.AUDITOR) -> tuple[Any, ...]:
    found: tuple[Any, ...] = in_sentences(party.ask(question, party.session(role)), Language.NL)
    return found


def types(found: tuple[Any, ...]) -> list[str]:
    return [each.type for each in found]


@pytest.mark.usefixtures("network")
def test_each_line_of_the_log_is_told_in_a_sentence(party: Party):
    (brought_in,) = asked(party, Events(type="ExistingNetworkBroughtIn"))
    assert brought_in.sentence == (
        "Het Landelijk Bestuur nam Netwerk jeugd en gezin op als partijnetwerk. "
        "Het netwerk bestond al sinds 12 maart 2016. "
        "Besloten in de vergadering van 3 maart 2025. Wie meededen, is niet genoteerd."
    )


def test_events_are_asked_for_by_type_role_actor_item_command_and_reference(party: Party, network: UUID):
    member = party.reference(SOMEBODY, network)
    joined = party.all_of("MemberJoined")[-1]

    assert types(asked(party, Events(type="MemberJoined"))) == ["MemberJoined"]
    assert types(asked(party, Events(role=Role.NATIONAL_BOARD, item=network))) == ["ExistingNetworkBroughtIn"]
    assert types(asked(party, Events(item=network))) == ["ExistingNetworkBroughtIn"]
    assert types(asked(party, Events(command=joined.act.command))) == ["MemberJoined"]
    assert types(asked(party, Events(reference=member))) == ["MemberJoined"]
    assert {each.by for each in asked(party, Events(actor="national-board"))} == {"national-board"}
    assert types(asked(party, Events(actor=joined.act.entered_by, type="MemberJoined"))) == ["MemberJoined"]
    assert asked(party, Events(type="MemberJoined", role=Role.CORE_GROUP)) == ()


@pytest.mark.usefixtures("network")
def test_events_are_asked_for_by_the_day_of_recording_and_by_lateness(party: Party):
    today = day_of(party.clock())
    recorded_today = types(asked(party, Events(recorded_from=today)))

    assert recorded_today == types(asked(party, Events(recorded_from=today, recorded_to=today))) == ["MemberJoined"]
    assert "MemberJoined" not in types(asked(party, Events(recorded_to=today - timedelta(days=1), limit=500)))
    assert types(asked(party, Events(late_by_days=19, recorded_from=today))) == ["MemberJoined"]
    assert asked(party, Events(late_by_days=20, recorded_from=today)) == ()


def test_a_list_goes_on_after_the_last_one_seen_also_when_it_is_narrowed(party: Party, network: UUID):
    party.join(SOMEBODY_ELSE, network)
    first = asked(party, Events(type="MemberJoined", limit=1))
    second = asked(party, Events(type="MemberJoined", limit=1, after=first[0].position))

    assert [each.data["reference"] for each in (*first, *second)] == [
        party.reference(name, network) for name in (SOMEBODY, SOMEBODY_ELSE)
    ]
    assert asked(party, Events(type="MemberJoined", after=second[0].position)) == ()
    assert asked(party, Events(item=network, after=asked(party, Events(item=network))[-1].position)) == ()


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("question", [Events, CorrectionsMade, Exceptions])
def test_what_cannot_be_asked_is_refused(party: Party, question: type[OfLog[Any]]):
    today, auditor = day_of(party.clock()), party.session(Role.AUDITOR)
    for refusal, wrong in (
        (LastDayTooEarly, question(recorded_from=today, recorded_to=today - timedelta(days=1))),
        (DayNotBegun, question(recorded_to=today + timedelta(days=1))),
        (DayNotBegun, question(recorded_from=today + timedelta(days=1))),
        (UnknownItem, question(item=uuid4())),
    ):
        with party.refused(refusal):
            party.ask(wrong, auditor)


def test_what_never_happens_cannot_be_asked_for_by_its_name(party: Party):
    auditor = party.session(Role.AUDITOR)
    with party.refused(UnknownEventType):
        party.ask(Events(type="NetworkExploded"), auditor)
    assert {"MemberJoined", "EntryCorrected"} <= set(EVENT_TYPES)


@pytest.mark.usefixtures("network")
def test_a_correction_is_told_with_the_mistake_and_what_stood_there(party: Party):
    joined = party.all_of("MemberJoined")[-1]
    of, right = f"{joined.originator_id}:{joined.originator_version}", start_of(days_ago(party, 18)) + NOON
    party.give(CorrectEntry(of=of, corrected_at=right, mistake=Mistake.WRONG_DAY), party.bureau)
    party.give(WithdrawEntry(of=of, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)

    corrected, struck = asked(party, CorrectionsMade())
    assert [(each.mended, each.mistake, each.struck) for each in (corrected, struck)] == [
        (of, Mistake.WRONG_DAY, False),
        (of, Mistake.DID_NOT_HAPPEN, True),
    ]
    line = "Een lid meldde zich aan en onderschreef het doel (versie 1)."
    assert corrected.was == struck.was == f"{line} Vastgelegd na een telefoongesprek."
    assert day_of(corrected.corrected_at) == days_ago(party, 18)
    assert day_of(corrected.was_at) == days_ago(party, 19)
    assert f"De regel was: “{line}”" in corrected.sentence
    assert [each.struck for each in asked(party, CorrectionsMade(mistake=Mistake.DID_NOT_HAPPEN))] == [True]


def test_exceptions_say_in_what_and_an_ordinary_line_is_none(party: Party):
    party.session(Role.AUDITOR)
    party.clock.pass_time(days=1)
    begins = day_of(party.clock())
    pilot = party.pilot(places=1)
    party.founded(FOUNDERS, pilot=pilot)
    plan = party.submitted(OTHER_FOUNDERS, name="Netwerk zorg", pilot=pilot)
    later = DeferPlan(plan=plan, plan_version=1, outcome="deferred", until=days_ago(party, -3), reasons="Eerst praten.")
    party.give(later, party.board)
    party.clock.pass_time(days=4)
    beyond = ApprovePlan(plan=plan, plan_version=1, outcome="approved", beyond_places_because="Het loopt al.")
    network = party.give(beyond, party.board).data.network
    assert network is not None
    party.give(CloseNetwork(network=network, reason="Zo besloten."), party.board)
    party.give(ReopenNetwork(network=network, reason="Een vergissing.", beyond_places_because="Het loopt al."), party.board)

    found = asked(party, Exceptions(recorded_from=begins))
    assert [(each.type, *each.exceptions) for each in found] == [
        ("PlanDeferred", ExceptionKind.DEFERRED),
        ("PlaceTaken", ExceptionKind.BEYOND_PLACES),
        ("NetworkReopened", ExceptionKind.REOPENED),
        ("PlaceTaken", ExceptionKind.BEYOND_PLACES),
    ]
    assert found[1].why == ("Het bestuur gaf een plek boven het afgesproken aantal.",)
    assert types(asked(party, Exceptions(kind=ExceptionKind.DEFERRED))) == ["PlanDeferred"]


@pytest.mark.usefixtures("network")
def test_what_was_recorded_more_than_fourteen_days_later_is_an_exception(party: Party):
    today = day_of(party.clock())
    (late,) = asked(party, Exceptions(kind=ExceptionKind.LATE, recorded_from=today))
    assert (late.type, late.late_by_days) == ("MemberJoined", 19)
    assert late.why == (f"Dit is 19 dagen na de dag zelf vastgelegd, op {today.day} maart 2025.",)


def test_each_kind_of_exception_comes_of_some_event():
    assert {*OF_NAME.values(), *(kind for kind, _ in OF_REASON.values()), ExceptionKind.LATE} == set(ExceptionKind)


@pytest.mark.parametrize("kind", [CorrectionsMade(), Exceptions(), Events(type="EntryCorrected"), Events(late_by_days=1)])
def test_of_a_sensitive_network_nothing_is_told_of_its_members(party: Party, network: UUID, kind: OfLog[Any]):
    """What was late, and mended, was about one member; the network is marked as sensitive after that."""
    joined = party.all_of("MemberJoined")[-1]
    of = f"{joined.originator_id}:{joined.originator_version}"
    question = kind.model_copy(update={"recorded_from": day_of(party.clock())})
    right: datetime = start_of(days_ago(party, 18)) + NOON
    party.give(CorrectEntry(of=of, corrected_at=right, mistake=Mistake.WRONG_DAY), party.bureau)
    assert asked(party, question) != ()
    party.give(MarkSensitive(network=network), party.board)

    assert asked(party, question) == ()
    for role in (Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        who = party.session(role)
        with party.refused(UnknownItem):
            party.ask(question.model_copy(update={"item": joined.originator_id}), who)


def test_who_sees_days_is_told_no_hour_in_a_sentence_either(party: Party):
    party.network()
    told = party.ask(Events(limit=500), party.session(Role.AUDITOR))
    said = {format_value(each.at, language) for each in told for language in Language}
    assert said
    assert not [each for each in said if " om " in each or " at " in each]
