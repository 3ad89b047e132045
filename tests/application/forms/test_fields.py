"""How the fields of commands are filled in, and which of them a refusal is about."""

import re
from uuid import UUID

import pytest
from pydantic import ValidationError

from application.access.table import COMMANDS
from application.commands import all_commands
from application.commands.advice import RequestAdvice
from application.commands.base import Command
from application.commands.meetings import HoldMeeting, RecordMeeting
from application.commands.networks import JoinNetwork, MergeNetwork
from application.commands.party import GiveRole, MergePersons, RegisterPartyMember
from application.commands.pilot import EstimateHours
from application.commands.plans import ApprovePlan, DraftPlan, RejectPlan
from application.errors import InTheFuture
from application.forms.fields import Kind, form_of
from application.forms.refusals import FIELDS, field_of
from application.language.forms.beside import beside
from application.language.words import Language
from domain.kernel.acts import Role, Source
from domain.pilot.rules import NetworkType
from tests.application.language.raised import refusals
from tests.application.party import MONDAY, Party

PEOPLES = [command for command in all_commands() if set(COMMANDS[command]) != {Role.CLOCK}]


def kinds(command: type[Command]) -> dict[str, str]:
    return {each.name: each.kind.value for each in form_of(command).fields if each.name not in {"on", "at", "source"}}


def test_a_form_says_how_each_field_is_filled_in():
    assert kinds(RequestAdvice) == {
        "network": "network",
        "other_networks": "network",
        "person": "person",
        "contact": "parts",
        "requester_kind": "choice",
        "kind": "choice",
        "question": "long-text",
        "due": "day",
        "closed": "yes-no",
        "kept_back": "text",
    }
    assert kinds(RegisterPartyMember) == {
        "name": "text",
        "province": "choice",
        "birth_year": "number",
        "email": "email",
        "somebody_else": "yes-no",
    }
    assert kinds(EstimateHours) == {"pilot": "item", "month": "month", "hours": "number"}
    assert kinds(MergePersons) == {"into": "person", "merged": "person"}
    assert kinds(MergeNetwork)["into"] == "network"
    assert kinds(JoinNetwork) == {"network": "network", "purpose_version": "item", "person": "person", "consent_version": "item"}


def test_a_form_says_what_must_be_filled_in_how_much_and_how_many():
    form = form_of(RequestAdvice)
    assert [each.name for each in form.fields if each.required] == ["network", "requester_kind", "question", "due"]
    assert (form.field("question").longest, form.field("other_networks").several) == (10_000, True)
    present = form_of(HoldMeeting).field("present")
    assert (present.least, present.most, present.required) == (0, 100_000, True)


def test_when_it_happened_stands_last_and_is_asked_once():
    for command in PEOPLES:
        assert [each.name for each in form_of(command).fields[-3:]] == ["at", "on", "source"]
        assert not {each.name for part in form_of(command).fields for each in part.fields} & {"at", "on", "source"}


def test_what_the_deed_itself_says_nobody_fills_in():
    assert (form_of(RejectPlan).field("outcome").kind, form_of(RejectPlan).field("outcome").only) == (Kind.FIXED, "rejected")
    assert form_of(RecordMeeting).field("outcome").only == "held"


def test_one_condition_is_a_part_with_fields_of_its_own():
    conditions = form_of(ApprovePlan).field("conditions")
    assert (conditions.kind, conditions.several) == (Kind.PARTS, True)
    assert [(each.name, each.kind.value) for each in conditions.fields] == [
        ("text", "text"),
        ("owner", "choice"),
        ("due", "day"),
        ("hard", "yes-no"),
    ]


def test_only_choices_that_people_can_make_are_offered():
    assert {each.value for each in form_of(DraftPlan).field("source").choices} == {
        Source.PHONE,
        Source.MAIL,
        Source.MEETING,
        Source.PAPER,
    }
    assert NetworkType.IMPORTED not in {each.value for each in form_of(DraftPlan).field("network_type").choices}
    assert {Role.CLOCK, Role.VISITOR, Role.MEMBER}.isdisjoint(each.value for each in form_of(GiveRole).field("role").choices)


# Beside a field


def mistakes(**given: object) -> dict[str, str]:
    form = form_of(RequestAdvice)
    with pytest.raises(ValidationError) as refused:
        RequestAdvice.model_validate(given)
    return {
        name: beside(form.field(name).label, error, Language.NL)
        for error in refused.value.errors()
        for name in [re.sub("([A-Z])", r"_\1", str(error["loc"][0])).lower()]
    }


def test_beside_an_empty_field_stands_what_to_fill_in():
    assert mistakes() == {
        "network": "Kies een netwerk",
        "requester_kind": "Kies wie om advies vraagt",
        "question": "Vul uw vraag in",
        "due": "Vul in wanneer het antwoord nodig is",
    }


def test_beside_a_wrong_field_stands_what_is_right_and_never_what_was_typed():
    given = {"network": "ab", "requester_kind": "x", "question": "a" * 10_001, "due": "2023-02-31", "person": "Anne"}
    assert mistakes(**given) == {
        "network": "Kies een netwerk",
        "person": "Vul in wie belt",
        "requester_kind": "Kies wie om advies vraagt",
        "question": "Gebruik hooguit 10000 tekens",
        "due": "Vul een dag in die bestaat, zoals 31 12 2023",
    }


# Refusals


ABOUT_NO_FIELD = frozenset(
    re.findall(
        r"\S+",
        """
    access-denied account-not-shown account-over account-without-mailbox advice-acknowledged-already
    advice-delivered-already advice-not-delivered already-sensitive another-body-appoints another-body-decides
    backup-damaged backup-of-another-log board-may-not-start-plans bureau-advice-missing calendar-lacks-year
    call-answered-already call-open-already chair-missing clarification-asked-already closed-request-stays-closed
    code-not-right code-over command-id-reused completeness-not-checked conflict-declared-already consent-given-already
    contributions-not-paid conversation-held-already cursor-of-someone-else curve-too-long data-erased-already
    data-not-erased-yet day-not-begun day-without-time demo-not-served demo-running ended-before-begun
    evaluation-published-already evaluation-tells-too-much evaluation-withdrawn figure-needs-item figure-needs-no-item
    folder-not-empty folder-not-of-a-demo formula-in-cell has-member-number history-differs history-file-unreadable
    history-in-the-future history-not-in-order history-row-refused invalid-cursor last-day-too-early lifting-not-agreed
    lifting-not-open lifting-of-someone-else look-purpose-missing malformed-kind malformed-member-address
    malformed-member-day malformed-member-name malformed-member-number malformed-member-year malformed-network-name
    malformed-postcode malformed-row malformed-timestamp many-would-end meeting-cancelled-already meeting-held-already
    meeting-not-planned-yet meeting-planned-already meeting-withdrawn member-number-twice members-rest-on-entry
    misread-characters network-closed network-dormant network-not-asked network-not-begun-then network-not-closed
    network-not-sensitive network-not-suspended network-suspended network-unknown no-call-open no-clarification-asked
    no-conflict-declared no-consent-to-withdraw no-database no-double no-new-day-to-refuse no-party-end-pending
    no-right-left no-rules-then nobody-chosen nomination-answered not-a-backup not-a-register-file not-an-address
    not-confirmed-by-mail not-known-then not-utf-8 not-withdrawn nothing-changed nothing-due nothing-to-publish
    own-new-day part-not-used parts-chosen-already party-begun-already party-end-already-pending
    persons-of-sensitive-network pilot-ended pilot-opened-already place-not-offered plan-approved-already plan-decided
    plan-in-pilot-already plan-incomplete plan-not-a-draft plan-not-approved plan-not-submitted plan-not-waiting
    plan-too-long privacy-request-not-open privacy-request-open-already provider-not-reached reaction-time-over
    reactions-still-possible register-column-twice register-columns-missing register-file-empty register-file-missing
    register-file-refused register-file-too-large register-file-unreadable register-import-gone
    register-import-not-ready register-number-unknown register-outcome-changed register-too-long
    register-upload-too-large reopening-too-late request-accepted-already request-left-already request-not-accepted
    request-not-open seats-not-offered second-person-needed semicolons-between-cells service-running
    something-rests-on-entry stale-version supporters-too-new suspension-not-allowed talk-impossible time-goes-forward
    too-few-core-group-members too-few-supporters too-many-wishes too-many-would-end too-young two-encodings
    unknown-event-type unknown-figure unknown-history-event unknown-item unknown-plan-version unknown-rules-version
    vault-missing version-needed wrong-header wrong-number-of-cells
    """,
    )
)


def test_of_every_refusal_it_is_known_whether_it_is_about_a_field():
    codes = {refusal.code for refusal in refusals()}
    assert codes - FIELDS.keys() - ABOUT_NO_FIELD == set()
    assert FIELDS.keys() & ABOUT_NO_FIELD == set()
    assert (FIELDS.keys() | ABOUT_NO_FIELD) - codes == set()


def test_each_field_that_a_refusal_can_be_about_is_one_of_a_command():
    names = {name for command in PEOPLES for name in command.model_fields}
    assert {name for fields in FIELDS.values() for name in fields} <= names


def test_a_refusal_names_the_first_of_its_fields_that_was_filled_in():
    somewhere = UUID(int=9)
    joined = JoinNetwork(network=somewhere, purpose_version=1)
    assert field_of("in-the-future", joined) == "on"
    assert field_of("in-the-future", joined.model_copy(update={"at": MONDAY})) == "at"
    assert field_of("not-a-party-member", joined) == "person"
    assert field_of("network-closed", joined) is None


def test_a_refusal_of_the_service_says_which_field_it_is_about(party: Party):
    draft = DraftPlan(name="Onderwijsnetwerk", network_type=NetworkType.THEME, at=MONDAY.replace(year=2199))
    with pytest.raises(InTheFuture) as refused:
        party.opened.service.execute(draft, session=party.member("Anne Voorbeeld"), command_id=party.person("x"))
    assert refused.value.field == "at"
