"""Networks meet, on an evening every two months or so, and tell twice a year what they learned."""

from datetime import date, time, timedelta
from typing import Final

from application.commands.lessons import AnswerLessons, TellLessons
from application.commands.meetings import CancelMeeting, HoldMeeting, MoveMeeting, PlanMeeting, RecordMeeting
from application.commands.networks import CorrectEntry
from domain.kernel.entries import Mistake
from domain.kernel.half_years import half_year_of
from domain.networks.lessons import lessons_id
from domain.networks.meeting import MeetingAudience, MeetingMode
from netwerkpartij.story import plans
from netwerkpartij.story.clock import LAST_DAY, at
from netwerkpartij.story.people import BOARD, CORE_GROUPS
from netwerkpartij.story.telling import Chapter, Story

AHEAD: Final = timedelta(days=21)
EVENING: Final = time(19, 30)
PLACE: Final = "Dorpshuis De Vonk, Voorbeeldstraat 1, Utrecht"
LINK: Final = "https://vergaderen.example/kamer"
TITLES: Final = ("Kennismaking", "Wat vinden wij van het coalitieakkoord?", "Op bezoek", "Vragen voor de fractie", "Jaarplan")


def education(story: Story) -> Chapter:
    """Meets every two months, mostly online."""
    yield from _meets(story, plans.EDUCATION, "education", "2022-11-08", every=60, share=0.35, mode=MeetingMode.ONLINE)


def climate(story: Story) -> Chapter:
    """Meets every month on site, and calls one evening off for the snow."""
    yield from _meets(story, plans.CLIMATE, "climate", "2023-01-10", every=35, share=0.25, mode=MeetingMode.BOTH, snow=2)


def care(story: Story) -> Chapter:
    """Meets now and then; the bureau writes one down later, with a number that had to be corrected."""
    yield from _meets(story, plans.CARE, "care", "2022-12-14", every=120, share=0.4, mode=MeetingMode.ON_SITE)
    yield at("2023-12-05 10:00")
    held = RecordMeeting(
        network=story.networks[plans.CARE],
        outcome="held",
        title="Mantelzorg in de wijk",
        mode=MeetingMode.ON_SITE,
        audience=MeetingAudience.PARTY,
        present=52,
        on=date(2023, 11, 14),
    )
    meeting = story.bureau(held).data.meeting
    yield at("2023-12-06 09:10")
    story.bureau(CorrectEntry(of=f"{meeting}:1", present=25, mistake=Mistake.WRONG_NUMBER))


def lhbtiq(story: Story) -> Chapter:
    """Meets without names or numbers for others to see."""
    yield from _meets(story, plans.LHBTIQ, "lhbtiq", "2023-03-16", every=70, share=0.5, mode=MeetingMode.ON_SITE)


def lessons(story: Story) -> Chapter:
    """Three core groups tell what they learned; the board answers what one of them wants changed, and the other waits."""
    yield at("2023-06-27 21:00")
    _tells(
        story,
        plans.CLIMATE,
        "climate",
        worked="Een deskundige en een raadslid samen uitnodigen: dan komt het gesprek vanzelf.",
        did_not="Avonden zonder onderwerp. Daar kwamen weinig mensen op af.",
        change="Vertel ons eerder waar de fractie mee bezig is.",
    )
    yield at("2023-07-03 20:30")
    _tells(story, plans.CARE, "care", worked="Kleine groepen.", did_not="Leden in het noorden bereiken.", change=None)
    yield at("2023-07-11 21:30")
    told = lessons_id(story.networks[plans.CLIMATE], half_year_of(date(2023, 6, 27)))
    answer = "Dat doet de fractie voortaan elk kwartaal."
    story.board(BOARD[0], AnswerLessons(lessons=told, answer=answer, decided=story.met("2023-07-11")))
    yield at("2023-12-19 21:10")
    _tells(
        story,
        plans.EDUCATION,
        "education",
        worked="Korte avonden online, met één vraag.",
        did_not="Terughoren wat er met ons advies is gedaan.",
        change="Laat de vrager na een maand vertellen wat het advies deed.",
    )


def _tells(story: Story, network: str, core_group: str, *, worked: str, did_not: str, change: str | None) -> None:
    told = TellLessons(network=story.networks[network], what_worked=worked, what_did_not=did_not, what_to_change=change)
    story.core_group(CORE_GROUPS[core_group][0], network, told)


def _meets(
    story: Story, network: str, core_group: str, first: str, *, every: int, share: float, mode: MeetingMode, snow: int = -1
) -> Chapter:
    """Let a core group plan an evening, hold it with a share of the members, and plan the next."""
    host = CORE_GROUPS[core_group][0]
    evening = date.fromisoformat(first)
    number = 0
    while evening <= LAST_DAY - timedelta(days=10):
        yield at(f"{evening - AHEAD} 20:15")
        title = TITLES[number % len(TITLES)]
        planned = PlanMeeting(
            network=story.networks[network],
            title=title,
            day=evening,
            mode=mode,
            begins=EVENING,
            place=None if mode is MeetingMode.ONLINE else PLACE,
            link=None if mode is MeetingMode.ON_SITE else LINK,
        )
        meeting = story.core_group(host, network, planned).data.meeting
        if number == snow:
            yield at(f"{evening} 15:00")
            story.core_group(host, network, CancelMeeting(meeting=meeting, reason="Er ligt te veel sneeuw."))
        else:
            if number % 3 == 1:
                yield at(f"{evening - timedelta(days=6)} 19:00")
                evening += timedelta(days=2)
                story.core_group(host, network, MoveMeeting(meeting=meeting, day=evening))
            yield at(f"{evening} 22:00")
            present = max(5, round(len(story.members.get(network, [])) * share))
            story.core_group(host, network, HoldMeeting(meeting=meeting, present=present))
        number += 1
        evening += timedelta(days=every)
