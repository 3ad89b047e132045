"""
From the whole log nobody can tell which references are one person; only the vault knows.

What the log still lets somebody guess, who has nothing else (docs/decisions/0002 and 0027):

* *When.* Things recorded one after the other, or for the same day, are perhaps of one person: somebody becomes a member of
  the party and joins a network a minute later; a call about two networks is typed in one go, with the same day. No value is
  shared, the order and the day are seen.
* *Few.* Where one person leaves the party in a month, the memberships that end with that month are theirs.
* *Who recorded.* ``enteredBy`` is the office of whoever typed it. That says nothing about the one it was typed for, but a
  bureau of one person is one reference.
* *Doubles.* Where one person was registered twice in a month, what the clock withdraws as entered twice is theirs
  (docs/decisions/0031).
* *Groups.* A plan that ``follows`` a rejected one is of the same group, so the four of the one are among those of the other;
  the same for who joins the network that theirs merged into.
* *What is known.* Whether statistics of a member are sealed at all tells whether the vault knew any.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.advice import (
    AcknowledgeAdvice,
    AnswerCall,
    CallMembers,
    DeclareExpertConflict,
    DeliverAdvice,
    InviteExpert,
    ReportUse,
    UseText,
)
from application.commands.networks import (
    AppointChair,
    ChangeAgreements,
    CloseNetwork,
    CorrectEntry,
    EndorsePurpose,
    EndSeat,
    JoinNetwork,
    LeaveNetwork,
    WithdrawEntry,
)
from application.commands.party import (
    AnnouncePartyEnd,
    EndRole,
    GiveRole,
    MergePersons,
    StartPartyMembership,
    UndoPartyEnd,
    UndoPersonMerger,
)
from application.commands.plans import AdviseOnPlan, ApprovePlan, AskQuestion, DeclareConflictOfInterest
from application.ports.vault.contexts import OFFICE, PARTY, in_network
from domain.advice.values import AdviceUse
from domain.kernel.acts import Role, Source
from domain.kernel.entries import Mistake
from netwerkpartij.background import settle
from netwerkpartij.cli.events import told
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import BOARD, BUREAU, FOUNDERS, NETWORK, MovableClock, Party, the_id
from tests.beginning import administrator

REFERENCE = re.compile(r"^r[0-9a-f]{32}$")
Dump = list[dict[str, Any]]
Truth = Mapping[str, str]
"""Whose each reference is: what only the vault knows."""

OF_THEMSELVES = {Role.MEMBER, Role.CORE_GROUP, Role.REQUESTER}
"""Who acts in these roles acts as themselves."""
SEVERAL = 2
"""Of how many others a value must be too, so that it does not tie two references of one person together."""


class RunningClock(MovableClock):
    """A clock that runs as clocks do, some weeks behind, and is moved on by days."""

    def __init__(self) -> None:
        self.behind = timedelta(days=60)

    def __call__(self) -> datetime:
        return datetime.now(UTC) - self.behind

    def pass_time(self, **span: float) -> None:
        self.behind -= timedelta(**{unit: amount for unit, amount in span.items() if unit == "days"})


# The history: everybody is in several networks, some hold offices, calls come in bursts

PEOPLE = (*FOUNDERS, BUREAU, BOARD, "Pien Verzonnen", "Sem Fictief", "Teun Voorbeeld", "Wim Fictief", "Xander Voorbeeld")
LEAVERS = ("Sem Fictief", "Teun Voorbeeld", "Wim Fictief", FOUNDERS[3])
DOUBLES = {"P. Verzonnen": "Pien Verzonnen", "X. Voorbeeld": "Xander Voorbeeld", "B. Verzonnen": FOUNDERS[1]}
"""Who is registered a second time, and as whom first."""
PROVINCES = ("Utrecht", "Fryslân", "Noord-Brabant", None)


def live(party: Party) -> list[UUID]:
    """Let much happen, by ordinary commands. Gives the networks."""
    for number, name in enumerate(PEOPLE):
        party.person(name, province=PROVINCES[number % 4], birth_year=1960 + number if number % 5 else None)
    for name in (BOARD, "Pien Verzonnen", FOUNDERS[0]):
        party.holder(name, Role.NATIONAL_BOARD)
    for name in PEOPLE:
        party.party_member(name)
    networks = [party.network(name=f"Netwerk {number}") for number in range(4)]
    networks.append(by_plan(party))
    bursts(party, networks)
    registered_twice(party, networks)
    by_themselves(party, networks)
    advised(party, networks)
    mended(party, networks[0])
    merged_and_undone(party)
    end_party_memberships(party)
    return networks


def by_plan(party: Party) -> UUID:
    """Found a network; one of the founders is of the board and has a conflict, the bureau records the decision."""
    plan = party.submitted((*FOUNDERS, BUREAU))
    party.give(AdviseOnPlan(plan=plan, advice="Doen."), party.bureau)
    for name in (FOUNDERS[0], "Pien Verzonnen"):
        party.give(DeclareConflictOfInterest(plan=plan, interest="Ik doe mee."), party.session(Role.NATIONAL_BOARD, name))
    party.give(AskQuestion(plan=plan, question="Wie betaalt?"), party.board)
    decided = party.met(BOARD, "Quirijn Fictief")
    approved = party.give(ApprovePlan(plan=plan, plan_version=1, decided=decided, source=Source.MAIL), party.bureau)
    return the_id(approved.data.network)


def bursts(party: Party, networks: list[UUID]) -> None:
    """Let the bureau type what came in: calls of people about several networks, some of them a day ago."""
    party.clock.pass_time(days=2)
    for number, name in enumerate(PEOPLE):
        yesterday = party.clock().date() - timedelta(days=1) if number % 2 else None
        for network in networks[:4]:
            party.join_by_phone(name, network, on=yesterday)
    for name in PEOPLE[:6]:
        for network in networks[:3]:
            party.seat(name, network)  # the bureau's and the board's own people too


def by_themselves(party: Party, networks: list[UUID]) -> None:
    """Let people leave, come back, endorse, take the chair and give up seats."""
    party.clock.pass_time(days=1)
    for number, network in enumerate(networks[:3]):
        for name in PEOPLE[6:9]:
            party.give(LeaveNetwork(network=network), party.member(name))
            party.give(JoinNetwork(network=network, purpose_version=1), party.member(name))
        party.give(
            AppointChair(network=network, person=party.person(PEOPLE[number])), party.core_group(PEOPLE[number + 1], network)
        )
        party.give(EndSeat(network=network), party.core_group(PEOPLE[number + 2], network))
        anew = {"network": network, "purpose": "Anders gezegd.", "organisation": NETWORK["organisation"]}
        party.give(ChangeAgreements(**anew), party.board, expected=party.log.load_many([network])[network].public_version)
        for name in PEOPLE[3:7]:
            party.give(EndorsePurpose(network=network, purpose_version=2), party.member(name))
    party.give(CloseNetwork(network=networks[3], reason="Af."), party.board)
    settle(party.opened, nightly=True)


def advised(party: Party, networks: list[UUID]) -> None:
    """Let founders who hold an office ask networks in which they sit themselves, and members think along."""
    for number, network in enumerate(networks[:2]):
        for asker in FOUNDERS[:2]:
            due = party.clock().date() + timedelta(days=9)
            request = party.asked(network, by=asker, due=due, closed=bool(number), other_networks=(networks[4],))
            kern = party.core_group(PEOPLE[3 + number], network)
            for expert in PEOPLE[6:10]:
                party.give(InviteExpert(advice_request=request, expert=party.person(expert)), kern)
                party.give(DeclareExpertConflict(advice_request=request, interest="Ik doe mee."), party.member(expert))
            if not number:
                party.give(CallMembers(advice_request=request, closes_on=due), kern)
                for name in PEOPLE[6:9]:
                    party.give(AnswerCall(advice_request=request, answer="Ja."), party.member(name))
            party.give(DeliverAdvice(advice_request=request, advice="Doen."), kern)
            party.give(AcknowledgeAdvice(advice_request=request), party.requester(asker))
            party.give(ReportUse(advice_request=request, uses=(UseText(use=AdviceUse.NOT),)), kern)


def mended(party: Party, network: UUID) -> None:
    """Let the bureau mend what it typed."""
    for name in PEOPLE[7:10]:
        entry = party.membership(name, network).entries[0].event
        real = party.clock() - timedelta(days=2)
        party.give(CorrectEntry(of=entry, corrected_at=real, mistake=Mistake.WRONG_DAY), party.bureau)
        left = party.give(LeaveNetwork(network=network, person=party.person(name)), party.bureau)
        entry = f"{left.data.membership}:{left.data.version}"
        party.give(WithdrawEntry(of=entry, mistake=Mistake.WRONG_PERSON), party.bureau)


def registered_twice(party: Party, networks: list[UUID]) -> None:
    """Let some be registered a second time, who joined before."""
    for name in DOUBLES:
        party.party_member(name)
        for network in networks[:2]:
            party.join_by_phone(name, network)


def merged_and_undone(party: Party) -> None:
    """Let the bureau make them one, and two again."""
    both = [{"into": party.person(name), "merged": party.person(double)} for double, name in DOUBLES.items()]
    for each in both:
        party.give(MergePersons.model_validate(each), party.bureau)
    pass_days(party, 5)
    for each in both:
        party.give(UndoPersonMerger.model_validate(each), party.bureau)
    pass_days(party, 5)


def pass_days(party: Party, days: int) -> None:
    for _ in range(days):
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)


def end_party_memberships(party: Party) -> None:
    """Let people leave the party, one by mistake, and the clock do what follows; one comes back, one loses a role."""
    for name in (*LEAVERS, BOARD):
        party.give(AnnouncePartyEnd(person=party.person(name)), party.bureau)
    party.give(UndoPartyEnd(person=party.person(BOARD)), party.bureau)
    pass_days(party, 22)
    party.give(StartPartyMembership(person=party.person(LEAVERS[0])), party.bureau)
    admin = administrator(party.opened)
    for command in (EndRole, GiveRole):
        party.give(command(person=party.person("Pien Verzonnen"), role=Role.NATIONAL_BOARD), admin)


def dump(party: Party) -> Dump:
    """Give the log as ``netwerkpartij events`` prints it."""
    return [json.loads(json.dumps(told(recorded))) for recorded in party.recorded()]


def truth(party: Party, networks: list[UUID]) -> Truth:
    """Give whose each reference is."""
    contexts = [PARTY, OFFICE, *(in_network(network) for network in networks)]
    people = {**party.people, "the administrator": administrator(party.opened).person}
    known = {name: person for name, person in people.items() if person is not None}
    return {
        party.vault.reference(person, context): DOUBLES.get(name, name) for name, person in known.items() for context in contexts
    }


# The search for links


def leaves(value: Any) -> Iterator[Any]:
    """Give every single value in a JSON document, but for numbers: they count, and are no marks."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


def people_in(events: Dump) -> list[set[str]]:
    """
    Give the references that each event is about.

    Not whoever recorded it for others, as ``enteredBy`` or as ``by`` in an office that records for many. An
    event of an aggregate of one person is about that person, also where it does not repeat the reference.
    """
    own = {
        event["aggregate"]: event["data"]["reference"]
        for event in events
        if event["type"] in {"PartyMembershipStarted", "RoleGiven", "MemberJoined"}
    }
    found = []
    for event in events:
        by_member = event["by"] if event["role"] in OF_THEMSELVES else None
        about = {value for value in leaves({**event, "by": by_member, "enteredBy": None}) if REFERENCE.match(str(value))}
        found.append(about | ({own[event["aggregate"]]} if event["aggregate"] in own else set()))
    return found


def together(events: Dump, whose: Truth) -> list[str]:
    """Give what puts two references of one person into one event, one command or one transaction."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, about in zip(events, people_in(events), strict=True):
        for what in ("id", "command", "recordedAt"):
            groups[what, event[what]] |= about
    return [f"{what} {value}: {name}" for (what, value), about in groups.items() for name in twice(about, whose)]


def shared(events: Dump, whose: Truth) -> list[str]:
    """Give every value that events about two references of one person share, and that is not of several others too."""
    touched: dict[Any, set[str]] = defaultdict(set)
    for event, about in zip(events, people_in(events), strict=True):
        for value in set(leaves(event)):
            touched[value] |= about
    return [
        f"{value}: {name}"
        for value, about in touched.items()
        for name in twice(about, whose)
        if len({whose[reference] for reference in about} - {name}) < SEVERAL
    ]


def twice(about: set[str], whose: Truth) -> set[str]:
    """Give the people of whom more than one reference is there."""
    names = [whose[reference] for reference in about]
    return {name for name in names if names.count(name) > 1}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dump, Truth]:
    """A history and whose references are in it."""
    folder: Path = tmp_path_factory.mktemp("lived")
    clock = RunningClock()
    with opened(settings_for(f"sqlite:///{folder / 'events.db'}"), clock=clock) as service:
        party = Party(service, clock)
        networks = live(party)
        return dump(party), truth(party, networks)


def test_the_history_has_people_in_many_places(lived: tuple[Dump, Truth]):
    events, whose = lived
    references = set().union(*people_in(events))
    assert references <= whose.keys()
    per_person = [sum(whose[reference] == name for reference in references) for name in PEOPLE]
    assert min(per_person) >= 5
    assert len({event["type"] for event in events}) >= 25


def test_no_event_no_command_and_no_transaction_is_about_two_references_of_one_person(lived: tuple[Dump, Truth]):
    assert together(*lived) == []


def test_no_value_ties_two_references_of_one_person_together(lived: tuple[Dump, Truth]):
    assert shared(*lived) == []


def test_sealed_statistics_cannot_be_told_apart_by_their_length(lived: tuple[Dump, Truth]):
    events, _ = lived
    sealed = [event["data"]["statistics"] for event in events if event["data"].get("statistics")]
    assert len(sealed) > 30
    assert len({len(each["box"]) for each in sealed}) == 1


def test_what_was_merged_and_undone_is_in_it(lived: tuple[Dump, Truth]):
    events, whose = lived
    by_clock = [each for each in events if each["type"] in {"EntryWithdrawn", "EntryRestored"} and each["by"] == "clock"]
    assert sorted(whose[each["data"]["reference"]] for each in by_clock) == sorted([*DOUBLES.values()] * 4)


def test_who_recorded_it_recorded_for_several_people(lived: tuple[Dump, Truth]):
    events, whose = lived
    typed: dict[str, set[str]] = defaultdict(set)
    for event, about in zip(events, people_in(events), strict=True):
        for office in {event["enteredBy"], event["by"]} & (whose.keys() - about):
            typed[office] |= {whose[reference] for reference in about}
    assert {whose[office] for office in typed} >= {BUREAU, BOARD}
    assert all(len(people - {whose[office]}) >= SEVERAL for office, people in typed.items())


def test_nobody_acts_in_a_network_in_the_role_of_an_office(lived: tuple[Dump, Truth]):
    events, _ = lived
    offices = {event["data"]["reference"] for event in events if event["type"] == "RoleGiven"}
    acting = {(event["by"] in offices, event["role"]) for event in events if REFERENCE.match(event["by"])}
    assert {role for of_office, role in acting if not of_office} == {"member", "core-group"}
    assert {role for of_office, role in acting if of_office} == {"administrator", "party-bureau", "national-board", "requester"}


@pytest.mark.parametrize("leak", ["command", "cause", "at", "recordedAt", "key", "commitment", "value", "box", "reference"])
def test_a_link_that_is_there_is_found(lived: tuple[Dump, Truth], leak: str):
    events, whose = json.loads(json.dumps(lived[0])), lived[1]
    joins = [
        event
        for event in events
        if event["type"] == "MemberJoined" and event["data"]["statistics"] and whose[event["by"]] == "Pien Verzonnen"
    ]
    first, second = joins[:2]
    if leak in first["data"]["statistics"]:
        second["data"]["statistics"][leak] = first["data"]["statistics"][leak]
    elif leak == "reference":
        second["data"]["reference"] = first["data"]["reference"]
    else:
        first[leak] = second[leak] = str(uuid4())
    assert any("Pien Verzonnen" in link for link in (*shared(events, whose), *together(events, whose)))
