"""Everything that can be asked of the application, in one list."""

from application.commands import (
    advice,
    consents,
    conversations,
    evaluations,
    lessons,
    liftings,
    meetings,
    networks,
    party,
    pilot,
    plans,
    privacy,
)
from application.commands.base import Command


def all_commands() -> tuple[type[Command], ...]:
    """Give every command, in the order in which a network's life goes."""
    shared = {
        Command,
        advice.OnRequest,
        advice.UseText,
        plans.OnPlan,
        plans.PlanText,
        plans.ConditionText,
        plans.Decision,
        networks.OnNetwork,
        networks.Appointing,
        meetings.MeetingText,
        party.DetailsText,
        evaluations.OnFrozenEvaluation,
    }
    found = [
        thing
        for module in (
            pilot,
            plans,
            networks,
            meetings,
            advice,
            lessons,
            conversations,
            evaluations,
            party,
            privacy,
            consents,
            liftings,
        )
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Command) and thing.__module__ == module.__name__
    ]
    # pydantic leaves a class behind for each answer that a command is given, such as Command[PlanAnswer].
    return tuple(command for command in found if command not in shared and "[" not in command.__name__)
