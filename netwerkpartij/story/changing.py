"""What happens to networks while they live: chairs, seats, a changed purpose, a suspension, a renewal, a merger."""

from datetime import date, timedelta

from application.commands import networks as commands
from application.commands.base import NOT_NOTED, DecidedText
from application.commands.conversations import HoldConversation
from application.commands.party import EndRole, GiveRole
from domain.kernel.acts import DecisionForm, Role, Source
from domain.networks.conversation import ConversationOutcome, Occasion, conversation_id
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import BOARD, CORE_GROUPS, NEW_BOARD_MEMBER
from netwerkpartij.story.telling import Chapter, Story, nights


def a_chair_and_a_fifth_seat(story: Story) -> Chapter:
    """Choose a chair, as the core group of education does twice, and give a member of the network a fifth seat."""
    people = CORE_GROUPS["education"]
    yield at("2022-11-01 20:00")
    network = story.networks[plans.EDUCATION]
    story.core_group(people[0], plans.EDUCATION, commands.AppointChair(network=network, person=story.persons[people[1]]))
    yield at("2023-03-01 20:30")
    story.join("Noor Verzonnen", plans.EDUCATION)
    yield at("2023-03-29 09:30")
    fifth = story.persons["Noor Verzonnen"]
    met = story.met("2023-03-28")
    story.bureau(commands.AppointCoreGroupMember(network=network, person=fifth, at=at("2023-03-28 21:00"), decided=met))
    yield at("2023-08-28 20:00")
    story.core_group(people[1], plans.EDUCATION, commands.AppointChair(network=network, person=fifth))


def who_is_in_a_core_group(story: Story) -> Chapter:
    """Three core groups state how many of them have administrative experience: two are mixed, one is not."""
    yield at("2023-06-20 20:15")
    for network, core_group, number in (
        (plans.EDUCATION, "education", 2),
        (plans.CLIMATE, "climate", 1),
        (plans.CARE, "care", 0),
    ):
        stated = commands.StateCoreGroupMix(network=story.networks[network], with_experience=number)
        story.core_group(CORE_GROUPS[core_group][0], network, stated)


def a_conversation(story: Story) -> Chapter:
    """Talk with education, which has reached fifty: it goes on as it does."""
    yield at("2023-04-24 15:30")
    held = HoldConversation(
        conversation=conversation_id(story.networks[plans.EDUCATION], Occasion.TARGET_REACHED),
        outcome=ConversationOutcome.CONTINUE,
        agreed="Het netwerk gaat door. De kerngroep zoekt leden uit het mbo.",
    )
    story.bureau(held)


def a_new_purpose(story: Story) -> Chapter:
    """Care words its purpose anew: some members endorse it, some leave, and some have not answered yet."""
    yield at("2023-06-14 09:15")
    network = story.networks[plans.CARE]
    agreed = commands.ChangeAgreements(
        network=network,
        purpose=plans.CARE_PURPOSE_ANEW,
        organisation=plans.ORGANISATION,
        ends_on=date(2024, 5, 8),
        intended_cooperation=plans.COOPERATION,
        at=at("2023-06-13 20:50"),
        decided=story.met("2023-06-13"),
    )
    story.bureau(agreed)
    story.wordings[plans.CARE] = 2
    told = [name for name in story.members[plans.CARE] if not story.cast[name].speaks]
    for name in CORE_GROUPS["care"]:
        yield story.clock() + timedelta(hours=11)
        story.member(name, commands.EndorsePurpose(network=network, purpose_version=2))
    for number, name in enumerate(told):
        yield story.clock() + timedelta(hours=17)
        if name not in story.members[plans.CARE]:
            continue
        if number % 6 == 0:
            story.leave(name, plans.CARE)
        elif number % 3 == 0:
            person = story.persons[name]
            story.bureau(commands.EndorsePurpose(network=network, purpose_version=2, person=person, source=Source.MAIL))
        elif number % 3 == 1:
            story.member(name, commands.EndorsePurpose(network=network, purpose_version=2))


def a_suspension(story: Story) -> Chapter:
    """Suspend the young professionals for two months, until their core group agrees on how to go on."""
    yield at("2023-04-19 09:30")
    network = story.networks[plans.YOUNG]
    reason = "De kerngroep is het niet eens over de koers. Het partijbureau helpt het gesprek op gang."
    met = story.met("2023-04-18")
    story.bureau(commands.SuspendNetwork(network=network, reason=reason, at=at("2023-04-18 22:00"), decided=met))
    yield at("2023-06-13 22:15")
    story.board(BOARD[0], commands.ResumeNetwork(network=network, decided=story.met("2023-06-13")))


def a_renewal(story: Story) -> Chapter:
    """Education was agreed on for a year and may go on; nobody wrote down who was at that meeting."""
    yield at("2023-09-13 09:10")
    renewed = commands.RenewNetwork(
        network=story.networks[plans.EDUCATION],
        ends_on=date(2024, 12, 31),
        at=at("2023-09-12 20:40"),
        decided=DecidedText(form=DecisionForm.MEETING, day=date(2023, 9, 12), taking_part=NOT_NOTED),
    )
    story.bureau(renewed)


def a_merger(story: Story) -> Chapter:
    """Youth and family goes on in education. Nobody is moved: members are asked anew, and more than half say yes."""
    yield at("2023-06-14 09:40")
    merged = commands.MergeNetwork(
        network=story.networks[plans.FAMILY],
        into=story.networks[plans.EDUCATION],
        reason="Beide kerngroepen spraken steeds vaker over hetzelfde en willen samen verder.",
        at=at("2023-06-13 21:20"),
        decided=story.met("2023-06-13"),
    )
    story.bureau(merged)
    asked = story.members.pop(plans.FAMILY)
    yield from nights(story, 1)
    for number, name in enumerate(asked):
        yield story.clock() + timedelta(hours=9)
        if number % 8 not in {2, 5, 6} and name not in story.members[plans.EDUCATION] and name in story.party_members:
            story.join(name, plans.EDUCATION)


def stepping_down(story: Story) -> Chapter:
    """Climate began with five in its core group; two step down, and for the first time it is below the minimum."""
    _, _, third, _, fifth = CORE_GROUPS["climate"]
    yield at("2023-08-30 21:00")
    network = story.networks[plans.CLIMATE]
    story.core_group(third, plans.CLIMATE, commands.EndSeat(network=network))
    yield at("2023-10-23 10:00")
    story.bureau(commands.EndSeat(network=network, person=story.persons[fifth], source=Source.PHONE, on=date(2023, 10, 20)))


def a_change_in_the_board(story: Story) -> Chapter:
    """End one term on the board and begin another."""
    yield at("2023-06-30 17:00")
    story.administrator(EndRole(person=story.persons[BOARD[4]], role=Role.NATIONAL_BOARD))
    story.administrator(GiveRole(person=story.persons[NEW_BOARD_MEMBER], role=Role.NATIONAL_BOARD))
