"""What was recorded late or wrongly, and what was mended; and members of the party who are no longer, or are again."""

from datetime import date, timedelta

from application.commands.networks import CorrectEntry, EndSeat, WithdrawEntry
from application.commands.party import AnnouncePartyEnd, StartPartyMembership, UndoPartyEnd
from domain.kernel.acts import Source
from domain.kernel.entries import Mistake
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import ASSISTANT, CORE_GROUPS
from netwerkpartij.story.telling import Chapter, Story, nights


def left_by_phone(story: Story) -> Chapter:
    """Somebody left by phone on 14 March; the note was found and typed on 5 April."""
    yield at("2022-11-22 20:00")
    story.join("Quirijn Voorbeeld", plans.EDUCATION)
    yield at("2023-04-05 10:20")
    story.leave("Quirijn Voorbeeld", plans.EDUCATION, Source.PHONE, on=date(2023, 3, 14))


def the_wrong_person(story: Story) -> Chapter:
    """Withdraw a form on paper that was typed for a namesake; the right person joins, as of the same day."""
    yield at("2023-02-02 11:00")
    wrong = story.join("Sem Voorbeeld", plans.CLIMATE, Source.PAPER, on=date(2023, 1, 30))
    yield at("2023-02-09 15:40")
    story.bureau(WithdrawEntry(of=wrong, mistake=Mistake.WRONG_PERSON))
    story.members[plans.CLIMATE].remove("Sem Voorbeeld")
    story.join("Teun Voorbeeld", plans.CLIMATE, Source.PAPER, on=date(2023, 1, 30))


def the_wrong_day(story: Story) -> Chapter:
    """Correct a letter of 3 May that was typed as of 13 May, and a last day in a core group that was noted a week late."""
    yield at("2023-05-15 09:30")
    joined = story.join("Ubbo Voorbeeld", plans.CARE, Source.PAPER, on=date(2023, 5, 13))
    yield at("2023-05-22 09:30")
    story.bureau(CorrectEntry(of=joined, corrected_at=at("2023-05-03 12:00"), mistake=Mistake.WRONG_DAY))

    yield at("2023-09-04 09:30")
    third = story.persons[CORE_GROUPS["young"][2]]
    network = story.networks[plans.YOUNG]
    ended = story.bureau(EndSeat(network=network, person=third, source=Source.MAIL))
    yield at("2023-09-07 09:30")
    entry = f"{network}:{ended.data.version}"
    story.bureau(CorrectEntry(of=entry, corrected_at=at("2023-08-28 17:00"), mistake=Mistake.WRONG_DAY))


def no_longer_in_the_party(story: Story) -> Chapter:
    """
    One leaves the party, and comes back half a year later; another's end was a mistake of the register.

    The memberships of the one end by the clock, on different days, so that nobody can tell that they were one person's.
    """
    for day, network in (("2022-12-19", plans.EDUCATION), ("2023-01-12", plans.CLIMATE), ("2023-02-27", plans.CARE)):
        yield at(f"{day} 21:00")
        story.join("Yara Voorbeeld", network)
    yield at("2023-05-02 09:30")
    leaving, staying = story.persons["Yara Voorbeeld"], story.persons["Yara Verzonnen"]
    story.bureau(AnnouncePartyEnd(person=leaving, source=Source.MAIL), ASSISTANT)
    story.bureau(AnnouncePartyEnd(person=staying, source=Source.IMPORT), ASSISTANT)
    story.party_members.remove("Yara Voorbeeld")
    yield at("2023-05-08 11:00")
    story.bureau(UndoPartyEnd(person=staying), ASSISTANT)
    for network in (plans.EDUCATION, plans.CLIMATE, plans.CARE):
        story.members[network].remove("Yara Voorbeeld")
    yield at("2023-05-15 20:00")
    yield from nights(story, 6)
    yield at("2023-11-14 10:00")
    story.bureau(StartPartyMembership(person=leaving), ASSISTANT)
    story.party_members.append("Yara Voorbeeld")
    yield story.clock() + timedelta(days=2)
    story.join("Yara Voorbeeld", plans.EDUCATION)


def still_in_the_party(story: Story) -> Chapter:
    """Whose end was undone is a member of a network and stays one."""
    yield at("2023-03-06 21:00")
    story.join("Yara Verzonnen", plans.LHBTIQ)
