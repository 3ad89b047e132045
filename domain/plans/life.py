"""The life of a plan as it is known once mistakes in it were mended."""

from collections.abc import Sequence

from domain.kernel.acts import EventName
from domain.kernel.events import DomainEvent, event_name
from domain.plans.founding_plan import FoundingPlan

FOLLOWS_BY_ITSELF: dict[type[DomainEvent], tuple[type[DomainEvent], ...]] = {
    FoundingPlan.PlanDeferred: (FoundingPlan.DeferralEnded,),
    FoundingPlan.PlanApproved: (FoundingPlan.ConditionReminded, FoundingPlan.ConditionNotMetInTime),
}
"""What time did because of something; it goes when that goes."""


def as_known(events: Sequence[DomainEvent]) -> list[DomainEvent]:
    """
    Give what happened to a plan as it is known: corrected entries as they were corrected, withdrawn ones left out.

    A question that was withdrawn stays, because those after it keep their numbers (see ``taken_back``).
    """
    life: list[DomainEvent] = []
    for event in events:
        if isinstance(event, FoundingPlan.EntryCorrected):
            along = _with_what_goes_along(life, event.of)
            life = [_corrected(each, event) if event_name(each) in along else each for each in life]
        elif isinstance(event, FoundingPlan.EntryWithdrawn):
            life = _without(life, event.of)
        else:
            life.append(event)
    return life


def taken_back(events: Sequence[DomainEvent]) -> frozenset[EventName]:
    """Give the names of what was withdrawn."""
    return frozenset(event.of for event in events if isinstance(event, FoundingPlan.EntryWithdrawn))


def _corrected(entry: DomainEvent, correction: FoundingPlan.EntryCorrected) -> DomainEvent:
    told: dict[str, object] = {"act": entry.act.model_copy(update={"at": correction.at})}
    if event_name(entry) == correction.of and "reasons" in type(entry).model_fields:
        told["reasons"] = correction.reasons
    return entry.model_copy(update=told)


def _without(life: list[DomainEvent], of: EventName) -> list[DomainEvent]:
    place = next(place for place, each in enumerate(life) if event_name(each) == of)
    if isinstance(life[place], FoundingPlan.BoardQuestionAsked):
        return life
    gone = _with_what_goes_along(life, of)
    by_itself = next((kinds for kind, kinds in FOLLOWS_BY_ITSELF.items() if isinstance(life[place], kind)), ())
    after = [each for each in life[place:] if event_name(each) not in gone and not isinstance(each, by_itself)]
    return [*life[:place], *after]


def _with_what_goes_along(life: list[DomainEvent], of: EventName) -> frozenset[EventName]:
    """Give an entry and, of a hard condition that was not met, the lapse of the plan that came with it."""
    entry = next(each for each in life if event_name(each) == of)
    after = f"{entry.originator_id}:{entry.originator_version + 1}"
    lapsed = next((each for each in life if event_name(each) == after and isinstance(each, FoundingPlan.PlanLapsed)), None)
    if lapsed is None or not isinstance(entry, FoundingPlan.ConditionLapsed):
        return frozenset({of})
    approved = next(each for each in life if isinstance(each, FoundingPlan.PlanApproved))
    return frozenset({of, after}) if approved.conditions[entry.condition_number - 1].hard else frozenset({of})
