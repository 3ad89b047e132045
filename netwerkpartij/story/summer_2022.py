"""Summer 2022: offices, the members of the party, the pilot with five places, and sixteen groups to talk with."""

from datetime import date
from typing import Final

from application.commands.party import GiveRole, StartPartyMembership
from application.commands.pilot import AdoptRules, CountPartyMembers, OpenPilot, RecordBaseline, RecordInterest, RecordTalk
from application.rule_books import RULE_BOOKS
from domain.kernel.acts import Role, Source
from domain.pilot.baseline import BaselineGroup, ShareOf
from domain.pilot.pilot import TalkOutcome
from domain.pilot.rules import NetworkType
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import ASSISTANT, MEMBERS_BY_PROVINCE, OFFICES
from netwerkpartij.story.telling import Chapter, Story

PILOT: Final = "pilot-2022-2023"

THEME, COMMUNITY = NetworkType.THEME, NetworkType.COMMUNITY
WRITES, JOINS = TalkOutcome.WILL_WRITE_PLAN, TalkOutcome.JOINS_EXISTING_NETWORK
LATER, NOT = TalkOutcome.LATER, TalkOutcome.NO_NETWORK

CANDIDATES: Final = (
    (plans.FAMILY, THEME, JOINS),
    (plans.EDUCATION, THEME, WRITES),
    ("Wonen en ruimte netwerk", THEME, LATER),
    (plans.CLIMATE, THEME, WRITES),
    (plans.FARMING, THEME, WRITES),
    (plans.CARE, THEME, WRITES),
    (plans.POVERTY, THEME, LATER),
    (plans.FINANCE, THEME, WRITES),
    (plans.EUROPE, THEME, LATER),
    ("Netwerk vrede zoeken & recht doen wereldwijd", THEME, LATER),
    ("Veelkleurig netwerk", COMMUNITY, LATER),
    (plans.LHBTIQ, COMMUNITY, WRITES),
    (plans.YOUNG, COMMUNITY, WRITES),
    ("Netwerk christelijk-sociaal denken", COMMUNITY, NOT),
    (plans.PRAYER, COMMUNITY, WRITES),
    (plans.WOMEN, COMMUNITY, WRITES),
)
"""The first list of the founding document of 28 June 2022, and what comes of each talk in the story."""


def offices(story: Story) -> Chapter:
    """Who may act in which role, besides the administrator who began."""
    yield at("2022-06-28 13:00")
    for name, role in OFFICES:
        if role is not Role.ADMINISTRATOR:
            story.administrator(GiveRole(person=story.persons[name], role=role))


def rules_of_the_pilot(story: Story) -> Chapter:
    """Adopt the rules of the pilot's page, from the new year on."""
    yield at("2022-12-13 21:40")
    for written in RULE_BOOKS["pilot-rule-page"]:
        story.bureau(AdoptRules(**written._asdict(), decided=story.met("2022-12-13")))


def party_members(story: Story) -> Chapter:
    """Take over the member register, and note who came since."""
    yield at("2022-06-29 09:00")
    newcomers = sorted((each for each in story.cast.values() if each.comes_later), key=lambda each: each.party_member_since)
    for each in story.cast.values():
        if not each.comes_later:
            known = StartPartyMembership(person=story.persons[each.name], at=each.party_member_since, source=Source.IMPORT)
            story.bureau(known, ASSISTANT)
            story.party_members.append(each.name)
    for each in newcomers:
        yield each.party_member_since
        story.bureau(StartPartyMembership(person=story.persons[each.name]), ASSISTANT)
        story.party_members.append(each.name)


def a_baseline(story: Story) -> Chapter:
    """Count the members of the whole party by province, so that networks can be compared with it."""
    yield at("2022-07-04 10:00")
    counted = sum(MEMBERS_BY_PROVINCE.values())
    day, origin = date(2022, 7, 1), "De ledenadministratie van de Voorbeeldpartij."
    shares = tuple(
        ShareOf(value=province, share=round(count / counted, 4)) for province, count in sorted(MEMBERS_BY_PROVINCE.items())
    )
    recorded = RecordBaseline(group=BaselineGroup.PARTY_MEMBERS, shares=shares, counted=counted, reference_day=day, origin=origin)
    story.bureau(recorded, ASSISTANT)
    story.bureau(CountPartyMembers(members=counted, reference_day=day, origin=origin), ASSISTANT)


def talks(story: Story) -> Chapter:
    """Open the pilot, note who wants a network, and talk with all of them."""
    yield at("2022-07-05 21:15")
    opened = OpenPilot(
        label=PILOT, places=5, first_day=date(2022, 6, 28), last_day=date(2023, 12, 31), decided=story.met("2022-07-05")
    )
    story.pilot = story.bureau(opened).data.pilot
    groups = {}
    for number, (theme, network_type, _) in enumerate(CANDIDATES):
        yield at(f"2022-07-{6 + number:02} 10:30")
        source = (Source.MAIL, Source.PHONE)[number % 2]
        interest = RecordInterest(pilot=story.pilot, theme=theme, network_type=network_type, source=source)
        groups[theme] = story.bureau(interest).data.group
    for number, (theme, _, outcome) in enumerate(CANDIDATES):
        yield at(f"2022-08-{8 + number:02} 15:00")
        story.bureau(RecordTalk(pilot=story.pilot, group=groups[theme], outcome=outcome))
    for day, theme in (
        ("2023-02-21", plans.POVERTY),
        ("2023-05-09", "Wonen en ruimte netwerk"),
        ("2023-10-03", "Veelkleurig netwerk"),
    ):
        yield at(f"{day} 15:00")
        outcome = WRITES if theme == plans.POVERTY else LATER
        story.bureau(RecordTalk(pilot=story.pilot, group=groups[theme], outcome=outcome))
