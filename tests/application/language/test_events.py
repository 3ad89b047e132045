import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from string import Formatter
from typing import Any
from uuid import UUID, uuid5

import pytest
from pydantic import BaseModel

import domain
from application.language.events import HOW, SOMEBODY, event_sentence
from application.language.subjects import LINES
from application.language.subjects.party import ONE_PERSON
from application.language.words import Language
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import CLOCK, IMPORT, NATIONAL_BOARD, Act, Role, Source
from domain.kernel.events import Aggregate, events_of
from domain.kernel.mending import MendableAggregate
from tests.application.language.raised import import_all

MEMBER = "r" + "1" * 32
OFFICER = "r" + "2" * 32
OTHER = "r" + "3" * 32
NETWORK = uuid5(UUID(int=0), "network")
NAMES = {MEMBER: "Jan Voorbeeld", OFFICER: "Anna Voorbeeld", str(NETWORK): "Netwerk zorg"}
EVENTS = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
JOINED = {"network": str(NETWORK), "reference": MEMBER, "purpose_version": 1}


def test_every_aggregate_of_the_domain_is_known():
    import_all(domain)
    found = {*Aggregate.__subclasses__(), *MendableAggregate.__subclasses__()} - {MendableAggregate}
    assert {kind for kind in found if kind.__module__.startswith("domain.")} == set(AGGREGATES)


def test_every_event_has_a_line_and_no_line_is_left_over():
    assert len(EVENTS) > 50
    assert {event.TOPIC for event in EVENTS} ^ LINES.keys() == set()


def _is_of_parts(annotation):
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_a_line_uses_only_what_its_event_holds(event):
    line = LINES[event.TOPIC]
    held = {"who", *ONE_PERSON, *event.model_fields, *fields_of_values(event)}
    used = {name for text in (line.nl, line.en) for _, name, _, _ in Formatter().parse(text) if name}
    assert used <= held
    for field, words in line.also.items():
        assert field in held
        assert {name for text in words for _, name, _, _ in Formatter().parse(text) if name} <= {field}


def fields_of_values(event):
    """The fields of the values that an event holds: a sentence may use those as well."""
    values = [field.annotation for field in event.model_fields.values()]
    return {name for value in values if isinstance(value, type) and issubclass(value, BaseModel) for name in value.model_fields}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_both_languages_tell_the_same(event):
    line = LINES[event.TOPIC]
    told_nl, told_en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in (line.nl, line.en))
    assert told_nl == told_en


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
@pytest.mark.parametrize("language", Language)
def test_an_event_of_which_little_is_known_is_told_all_the_same(event, language):
    told = event_sentence(event.TOPIC, an_act(), {}, language, names={})
    assert re.match(r"[A-Z].*\.$", told)


def test_a_member_joins_by_phone():
    assert told("MemberJoined", an_act(entered_by=OFFICER, source=Source.PHONE), JOINED) == (
        "Jan Voorbeeld meldde zich aan en onderschreef het doel (versie 1). "
        "Vastgelegd door Anna Voorbeeld na een telefoongesprek."
    )


def test_a_member_joins_without_anybodys_help():
    assert told("MemberJoined", an_act(), JOINED) == ("Jan Voorbeeld meldde zich aan en onderschreef het doel (versie 1).")


def test_the_board_founds_and_the_bureau_records():
    act = an_act(by=NATIONAL_BOARD, role=Role.NATIONAL_BOARD, entered_by=OFFICER, source=Source.MEETING)
    assert told("NetworkFounded", act, {"name": "Netwerk zorg"}) == (
        "Het Landelijk Bestuur richtte Netwerk zorg op. Vastgelegd door Anna Voorbeeld na een vergadering."
    )
    assert told("NetworkFounded", act, {"name": "Netwerk zorg"}, Language.EN) == (
        "The National Board founded Netwerk zorg. Recorded by Anna Voorbeeld after a meeting."
    )


def test_who_acts_in_an_office_is_named_with_it():
    act = an_act(by=OFFICER, role=Role.PARTY_BUREAU)
    assert told("PlanReturned", act, {"plan_version": 1, "missing": ["purpose", "budget"]}) == (
        "Anna Voorbeeld (partijbureau) gaf versie 1 van het plan terug. Dit ontbrak nog: doel en begroting."
    )


def test_who_did_it_is_told_when_the_sentence_is_about_somebody_else():
    act = an_act(by=NATIONAL_BOARD, role=Role.NATIONAL_BOARD)
    assert told("CoreGroupMemberAppointed", act, {"reference": MEMBER}) == (
        "Het Landelijk Bestuur stelde Jan Voorbeeld aan in de kerngroep."
    )


@pytest.mark.parametrize(
    ("by", "role", "source", "ending"),
    [
        (CLOCK, Role.CLOCK, Source.CLOCK, "Automatisch vastgelegd."),
        (IMPORT, Role.ADMINISTRATOR, Source.IMPORT, "Vastgelegd uit een bestand."),
    ],
)
def test_clock_and_import_are_named_once(by, role, source, ending):
    act = an_act(by=by, role=role, source=source)
    assert told("MembershipEnded", act, {"reference": MEMBER, "ending": "network-closed"}) == (
        f"Het lidmaatschap van Jan Voorbeeld eindigde: het netwerk is gestopt. {ending}"
    )


def test_somebody_without_a_name_is_a_member_or_erased_as_the_reader_may_know():
    data = JOINED | {"reference": OTHER}
    act = an_act(by=OTHER, entered_by=OTHER, source=Source.MAIL)
    assert told("MemberLeft", act, data) == "Een lid meldde zich af. Vastgelegd na een e-mail."
    assert told("MemberLeft", act, data, erased={OTHER}) == (
        "(naam verwijderd) meldde zich af. Vastgelegd door (naam verwijderd) na een e-mail."
    )


def test_networks_and_plans_are_named_when_their_names_are_given():
    assert told("MergerReceived", an_act(), {"merged": str(NETWORK)}).startswith("Netwerk zorg ging op in dit netwerk.")
    assert told("MergerReceived", an_act(), {"merged": str(UUID(int=9))}).startswith("Een ander netwerk ging op")


def test_reasons_and_conditions_are_told_when_they_are_there():
    act = an_act(by=NATIONAL_BOARD, role=Role.NATIONAL_BOARD)
    condition = {"text": "zoek een vierde lid", "owner": "core-group", "due": "2023-03-12"}
    approved = {"plan_version": 2, "rules_version": "2022-06-28", "conditions": [condition], "reasons": None}
    assert told("PlanApproved", act, approved) == (
        "Het Landelijk Bestuur keurde versie 2 van het plan goed. Daarbij golden de spelregels van 28 juni 2022. "
        "Voorwaarde 1: zoek een vierde lid (de kerngroep, uiterlijk 12 maart 2023)."
    )
    assert told("NetworkClosed", act, {"reason": "Te weinig mensen"}).endswith("hief het netwerk op. Reden: Te weinig mensen.")


def test_the_name_in_a_plan_is_told():
    content = {"name": "Netwerk gebed", "network_type": "community-network"}
    assert told("PlanDrafted", an_act(), {"content": content}) == "Jan Voorbeeld begon een oprichtingsplan voor Netwerk gebed."


def test_every_way_to_come_in_and_every_role_is_told():
    assert set(HOW) == set(Source)
    assert set(SOMEBODY) == set(Role)


def told(topic: str, act: Act, data: Mapping[str, object], language: Language = Language.NL, **options: Any) -> str:
    return event_sentence(topic, act, data, language, names=NAMES, **options)


def an_act(by: str = MEMBER, role: Role = Role.MEMBER, **more: Any) -> Act:
    return Act(by=by, role=role, at=datetime(2023, 3, 12, 13, 30, tzinfo=UTC), command=UUID(int=1), **more)


def test_nobody_is_said_to_have_done_what_follows_from_something_else():
    grown: dict[str, object] = {"size": 3, "minimum": 4, "repair_by": date(2023, 6, 1)}
    assert told("CoreGroupFoundTooSmall", an_act(), grown) == (
        "De kerngroep is te klein: drie leden. Minstens vier leden zijn nodig, uiterlijk op 1 juni 2023."
    )
    assert told("CoreGroupFoundTooSmall", an_act(), grown | {"size": 0}).startswith("De kerngroep is te klein: geen leden.")
    assert told("PartyMembershipStarted", an_act(by=OFFICER, role=Role.PARTY_BUREAU), {"reference": MEMBER}) == (
        "Jan Voorbeeld werd lid van de partij."
    )


def test_who_offers_is_not_said_to_ask_themselves():
    assert told("CoreGroupMemberNominated", an_act(), {"reference": MEMBER}) == (
        "Jan Voorbeeld stelde zich beschikbaar voor de kerngroep."
    )
    assert told("CoreGroupMemberNominated", an_act(), {"reference": OTHER}) == "Jan Voorbeeld vroeg een lid voor de kerngroep."


def test_a_correction_says_which_line_and_gives_a_day_only_where_the_day_was_wrong():
    act = an_act(by=OFFICER, role=Role.PARTY_BUREAU)
    wrong = {"of": "x", "at": "2023-08-28T21:59:59Z", "mistake": "wrong-day"}
    assert told("Network.EntryCorrected", act, wrong, mended="Jan Voorbeeld zit niet meer in de kerngroep.") == (
        "Anna Voorbeeld (partijbureau) verbeterde een regel (verkeerde dag). "
        "De regel was: “Jan Voorbeeld zit niet meer in de kerngroep.” De goede dag is 28 augustus 2023."
    )
    counted = {"of": "x", "at": "2023-08-28T21:59:59Z", "mistake": "wrong-number", "present": 12}
    assert told("Meeting.EntryCorrected", act, counted) == (
        "Anna Voorbeeld (partijbureau) verbeterde een regel (verkeerd aantal). Het goede aantal aanwezigen is 12."
    )
