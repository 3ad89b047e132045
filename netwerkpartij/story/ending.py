"""Autumn 2023: a network closes, its place goes to the plan that waited, and the pilot ends."""

from datetime import date

from application.commands.base import DecidedText
from application.commands.networks import CloseNetwork, EndSeat
from application.commands.pilot import EndPilot, EstimateHours
from application.commands.plans import FoundWaitingNetwork
from domain.kernel.acts import DecisionForm
from netwerkpartij.story import plans
from netwerkpartij.story.clock import LAST_DAY, at
from netwerkpartij.story.people import BOARD, CORE_GROUPS
from netwerkpartij.story.telling import Chapter, Story, network_founded, nights


def a_network_closes(story: Story) -> Chapter:
    """Close the young professionals, who find no successors; farming, which waited since December, is offered their place."""
    first, second, *_ = CORE_GROUPS["young"]
    yield at("2023-08-21 20:00")
    network = story.networks[plans.YOUNG]
    story.core_group(first, plans.YOUNG, EndSeat(network=network))
    yield at("2023-08-24 20:00")
    story.core_group(second, plans.YOUNG, EndSeat(network=network))
    yield at("2023-09-13 09:45")
    reason = "De kerngroep vond geen opvolgers en stelde zelf voor te stoppen. Dank voor alles wat gedaan is."
    story.bureau(CloseNetwork(network=network, reason=reason, at=at("2023-09-12 21:30"), decided=story.met("2023-09-12")))
    story.members.pop(plans.YOUNG)
    yield from nights(story, 1)
    yield at("2023-10-11 09:20")
    founded = FoundWaitingNetwork(plan=story.plans[plans.FARMING], at=at("2023-10-10 20:30"), decided=story.met("2023-10-10"))
    story.networks[plans.FARMING] = network_founded(story.bureau(founded))


def hours_of_the_bureau(story: Story) -> Chapter:
    """Estimate the hours of three months, and of one of them anew."""
    for day, month, hours in (
        ("2023-10-03", "2023-09", 40),
        ("2023-11-02", "2023-10", 26),
        ("2023-11-06", "2023-10", 32),
        ("2023-12-04", "2023-11", 28),
    ):
        yield at(f"{day} 16:30")
        story.bureau(EstimateHours(pilot=story.pilot, month=month, hours=hours))


def the_pilot_ends(story: Story) -> Chapter:
    """On the last day of 2023. Two plans wait still; from now on places no longer limit."""
    yield at(f"{LAST_DAY} 16:00")
    mandate = DecidedText(
        form=DecisionForm.MANDATE,
        day=date(2023, 12, 12),
        taking_part=(),
        mandate="besluit van 12 december 2023: de pilot eindigt op de laatste dag van het jaar",
    )
    story.board(BOARD[0], EndPilot(pilot=story.pilot, decided=mandate))
