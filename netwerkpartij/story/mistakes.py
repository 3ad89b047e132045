"""Mistakes that were put right: an offer, a lesson, a talk, a meeting, a count and two people taken for one."""

from datetime import date, timedelta
from uuid import UUID

from application.commands import advice
from application.commands.conversations import HoldConversation
from application.commands.evaluations import AddObservation
from application.commands.lessons import TellLessons
from application.commands.meetings import RecordMeeting
from application.commands.networks import CorrectEntry, EndSeat, MergeNetwork, ReopenNetwork, WithdrawEntry
from application.commands.party import MergePersons, RegisterPartyMember, UndoPersonMerger
from application.commands.pilot import CountPartyMembers, OfferPlace
from domain.advice.values import RequesterKind
from domain.kernel.acts import Source
from domain.kernel.entries import Mistake
from domain.networks.conversation import ConversationOutcome, Occasion, conversation_id
from domain.networks.meeting import MeetingAudience, MeetingMode
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import ASSISTANT, BOARD, CORE_GROUPS, NAMESAKE
from netwerkpartij.story.telling import Chapter, NotRegistered, Story, nights


def a_count_without_a_nought(story: Story) -> Chapter:
    """Strike a count of the party that lacks a figure, and correct at what hour the right one was recorded."""
    yield at("2022-07-04 09:00")
    typed = CountPartyMembers(
        members=2_506, reference_day=date(2022, 6, 30), origin="De ledenadministratie van de Voorbeeldpartij."
    )
    wrong = story.bureau(typed, ASSISTANT).data.baseline
    yield at("2022-07-04 09:20")
    story.bureau(WithdrawEntry(of=f"{wrong}:1", mistake=Mistake.WRONG_NUMBER))
    yield at("2022-07-05 09:00")
    recorded = story.last_of("RepresentationBaselineRecorded")
    story.bureau(CorrectEntry(of=recorded, corrected_at=at("2022-07-04 09:30"), mistake=Mistake.WRONG_DAY))


def a_place_for_another(story: Story) -> Chapter:
    """Give the place of farming to the plan about poverty, and a week later back to who waited longest."""
    yield at("2023-09-20 21:00")
    for day, plan, because in (
        ("2023-09-20", plans.POVERTY, "Armoede heeft nu haast."),
        ("2023-09-27", plans.FARMING, "De groep over voedsel wachtte het langst."),
    ):
        yield at(f"{day} 21:00")
        offered = OfferPlace(pilot=story.pilot, plan=story.plans[plan], out_of_order_because=because, decided=story.met(day))
        story.board(BOARD[0], offered)


def an_offer_that_was_not_given(story: Story) -> Chapter:
    """Correct the day of an advice nobody asked for, and strike it: it was a draft."""
    yield at("2023-09-20 10:00")
    drafted = advice.OfferAdvice(
        network=story.networks[plans.CARE], addressee=RequesterKind.COMMITTEE, advice="Zet de patiënt bovenaan."
    )
    offer = story.core_group(CORE_GROUPS["care"][0], plans.CARE, drafted).data.advice_offer
    yield at("2023-09-21 10:00")
    story.bureau(CorrectEntry(of=f"{offer}:1", corrected_at=at("2023-09-19 20:00"), mistake=Mistake.WRONG_DAY))
    yield at("2023-09-22 10:00")
    story.bureau(WithdrawEntry(of=f"{offer}:1", mistake=Mistake.DID_NOT_HAPPEN))


def lessons_told_twice(story: Story) -> Chapter:
    """Correct when care told its lessons, and strike that it told them once more."""
    yield at("2023-07-04 09:30")
    told = story.last_of("LessonsTold")
    story.bureau(CorrectEntry(of=told, corrected_at=at("2023-07-03 19:30"), mistake=Mistake.WRONG_DAY))
    yield at("2023-07-10 20:00")
    again = TellLessons(network=story.networks[plans.CARE], what_worked="Grote groepen.", half_year="2023-H2")
    story.core_group(CORE_GROUPS["care"][1], plans.CARE, again)
    yield at("2023-07-11 09:00")
    story.bureau(WithdrawEntry(of=story.last_of("LessonsToldAgain"), mistake=Mistake.WRONG_NETWORK))


def a_talk_with_another(story: Story) -> Chapter:
    """Correct when the talk with education was, and strike one with climate that was not held."""
    yield at("2023-04-25 09:00")
    held = story.last_of("ConversationHeld")
    story.bureau(CorrectEntry(of=held, corrected_at=at("2023-04-24 14:30"), mistake=Mistake.WRONG_DAY))
    yield at("2023-05-10 15:00")
    conversation = conversation_id(story.networks[plans.CLIMATE], Occasion.TARGET_REACHED)
    story.bureau(HoldConversation(conversation=conversation, outcome=ConversationOutcome.CONTINUE))
    yield at("2023-05-10 15:20")
    story.bureau(WithdrawEntry(of=story.last_of("ConversationHeld", conversation), mistake=Mistake.DID_NOT_HAPPEN))


def an_evening_of_another(story: Story) -> Chapter:
    """Strike an evening that was another network's, a seat that did not end, and a receipt that nobody gave."""
    yield at("2023-12-07 10:00")
    held = RecordMeeting(
        network=story.networks[plans.FARMING],
        outcome="held",
        title="Mantelzorg in de wijk",
        mode=MeetingMode.ON_SITE,
        audience=MeetingAudience.PARTY,
        present=25,
        on=date(2023, 11, 14),
    )
    meeting = story.bureau(held).data.meeting
    yield at("2023-12-07 10:10")
    story.bureau(WithdrawEntry(of=f"{meeting}:1", mistake=Mistake.WRONG_NETWORK))
    yield at("2023-12-07 11:00")
    network, fifth = story.networks[plans.EDUCATION], story.persons["Noor Verzonnen"]
    story.bureau(EndSeat(network=network, person=fifth, source=Source.PHONE))
    yield at("2023-12-07 11:10")
    ended = story.last_of("CoreGroupMemberSteppedDown", network)
    story.bureau(WithdrawEntry(of=ended, mistake=Mistake.WRONG_PERSON))


def a_receipt_of_another(story: Story) -> Chapter:
    """Strike that the requester said that an advice came: it was about another one."""
    yield at("2023-03-16 10:00")
    request = UUID(story.last_of("AdviceDelivered").partition(":")[0])
    story.requester(advice.AcknowledgeAdvice(advice_request=request))
    yield at("2023-03-17 10:00")
    story.bureau(WithdrawEntry(of=story.last_of("AdviceAcknowledged", request), mistake=Mistake.ENTERED_TWICE))


def an_observation_typed_twice(story: Story) -> Chapter:
    """Strike what the researcher typed twice, and correct on which day the survey was put beside the evaluation."""
    yield at("2023-07-13 14:05")
    frozen = UUID(story.last_of("EvaluationFrozen").partition(":")[0])
    story.auditor(AddObservation(frozen_evaluation=frozen, observation="Drie netwerken bestaan een jaar."))
    yield at("2023-07-13 14:10")
    story.bureau(WithdrawEntry(of=story.last_of("ObservationAdded", frozen), mistake=Mistake.ENTERED_TWICE))
    yield at("2023-07-14 09:00")
    survey = story.last_of("OutsideResultAdded", frozen)
    story.bureau(CorrectEntry(of=survey, corrected_at=at("2023-07-03 11:30"), mistake=Mistake.WRONG_DAY))


def two_taken_for_one(story: Story) -> Chapter:
    """Make one person of two with one name, who are both in the network for climate; they were two after all."""
    yield at("2023-06-12 10:00")
    double = RegisterPartyMember(name=NAMESAKE, province="NL-GE", birth_year=1961, somebody_else=True)
    other = story.bureau(double, ASSISTANT).data.person
    if other is None:
        raise NotRegistered
    yield at("2023-06-13 10:00")
    story.join(NAMESAKE, plans.CLIMATE, Source.PHONE)
    story.join_as(other, plans.CLIMATE)
    yield at("2023-06-15 10:00")
    story.bureau(MergePersons(into=story.persons[NAMESAKE], merged=other), ASSISTANT)
    yield from nights(story, 2)
    yield story.clock() + timedelta(hours=6)
    story.bureau(UndoPersonMerger(into=story.persons[NAMESAKE], merged=other), ASSISTANT)
    yield from nights(story, 2)


def the_wrong_merger(story: Story) -> Chapter:
    """Let the network of newcomers go on in education by mistake, and open it again the same morning."""
    yield at("2023-10-04 10:00")
    network, met = story.networks[plans.NEWCOMERS], story.met("2023-10-03")
    reason = "Bij vergissing bij het verkeerde netwerk genoteerd."
    story.bureau(MergeNetwork(network=network, into=story.networks[plans.EDUCATION], reason=reason, decided=met))
    yield at("2023-10-04 10:20")
    story.board(BOARD[0], ReopenNetwork(network=network, reason="Het bestuur besloot niet tot samengaan.", decided=met))
