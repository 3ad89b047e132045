"""What people try with advice requests, and what time does to them meanwhile."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import uuid5

from application.passing_time import let_time_pass
from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import AdviceKind, AdviceUse, Answered, DeclineReason, ReportedUse, RequesterKind
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.events import Aggregate, event_name
from domain.kernel.log import PROJECT
from domain.kernel.text import Writing
from domain.networks.network import Network
from domain.pilot.rules import AdoptedRules
from tests.projections.plan_steps import RULES, SEALED
from tests.projections.stories import NETWORKS, NotThere, Step, Story, act, can, moment, network_of, person_of

ADVICE_STEPS = (
    "accept_request",
    "decline_request",
    "redirect_request",
    "leave_to_bureau",
    "ask_clarification",
    "clarify",
    "agree_new_day",
    "refuse_new_day",
    "invite_expert",
    "expert_accepts",
    "expert_declines",
    "expert_has_interest",
    "disclose_interest",
    "call_members",
    "answer_call",
    "contribute",
    "deliver",
    "deliver",
    "acknowledge",
    "report_use",
    "report_use",
    "publish_use",
    "withdraw_request",
    *("correct_request", "withdraw_from_request", "withdraw_from_request"),
    *("offer_advice", "mend_offer"),
    "time_passes",
    "time_passes",
    "time_passes",
)
REQUESTS = tuple(uuid5(PROJECT, f"story/advice-request/{number}") for number in range(2))
OFFERS = tuple(uuid5(PROJECT, f"story/advice-offer/{number}") for number in range(2))
THIRD = uuid5(PROJECT, "story/network/third")
ASKER = f"r{77:032x}"


def _request(story: Story, step: Step) -> AdviceRequest:
    return story.find(AdviceRequest, REQUESTS[step.one % len(REQUESTS)])


def _writing(step: Step) -> Writing:
    return Writing(text=f"Woorden {step.other}.") if step.one % 2 else Writing(sealed=SEALED)


def _rules() -> AdoptedRules:
    rules = RULES.rules.model_copy(
        update={"advice_overdue_days": 1, "advice_lapse_days": 2, "advice_reminder_days": 1, "clarification_reminder_days": 1}
    )
    return RULES.model_copy(update={"rules": rules})


@can
def ask_network(story: Story, step: Step) -> Iterable[Aggregate]:
    request = REQUESTS[step.one % len(REQUESTS)]
    story.must_be_new(request)
    at = act(step.when, ASKER, Role.REQUESTER)
    return [
        AdviceRequest.ask(
            at,
            advice_request=request,
            requester=ASKER,
            requester_kind=RequesterKind.PARTY_BODY,
            recorded_by=None,
            kind=AdviceKind.SOUNDING_BOARD,
            network=NETWORKS[0],
            other_networks=(NETWORKS[1],),
            question=_writing(step),
            closed=False,
            due=day_of(at.at) + timedelta(days=step.other % 4),
            rules=_rules() if step.other % 3 else None,
        )
    ]


@can
def accept_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.accept(act(step.when))
    return [request]


@can
def decline_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.decline(act(step.when), decline_reason=DeclineReason.NO_TIME, explanation=_writing(step))
    return [request]


@can
def redirect_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    due = day_of(moment(step.when)) + timedelta(days=step.other)
    request.redirect(act(step.when), network=(*NETWORKS, THIRD)[step.other % 3], rules=_rules(), due=due)
    return [request]


@can
def leave_to_bureau(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.leave_to_bureau(act(step.when))
    return [request]


@can
def ask_clarification(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.ask_clarification(act(step.when), question=_writing(step), rules=_rules() if step.other % 3 else None)
    return [request]


@can
def clarify(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.clarify(act(step.when), answer=_writing(step))
    return [request]


@can
def agree_new_day(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    due = day_of(moment(step.when)) + timedelta(days=step.other)
    request.agree_new_day(act(step.when), due=due, reason=_writing(step), rules=_rules())
    return [request]


@can
def refuse_new_day(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.refuse_new_day(act(step.when))
    return [request]


@can
def invite_expert(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.invite_expert(act(step.when), reference=person_of(step))
    return [request]


@can
def expert_accepts(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.accept_invitation(act(step.when), reference=person_of(step))
    return [request]


@can
def expert_declines(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.decline_invitation(act(step.when), reference=person_of(step))
    return [request]


@can
def expert_has_interest(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.declare_conflict(act(step.when), reference=person_of(step), interest=SEALED)
    return [request]


@can
def disclose_interest(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.disclose_conflict(act(step.when), reference=person_of(step))
    return [request]


@can
def call_members(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.call_members(act(step.when), closes_on=day_of(moment(step.when)) + timedelta(days=step.other % 3))
    return [request]


@can
def answer_call(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    number = request.open_call(moment(step.when))
    answered = CallAnswer.give(
        act(step.when),
        advice_request=request.id,
        call_number=number,
        network=request.network,
        reference=person_of(step),
        answer=SEALED,
    )
    if answered.id in story.aggregates:
        raise NotThere
    return [answered]


@can
def contribute(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.contribute(act(step.when), network=NETWORKS[1], contribution=_writing(step))
    return [request]


@can
def deliver(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    talk = Talk(on=day_of(moment(step.when)), with_whom=_writing(step)) if step.other % 2 else None
    recommendations = (_writing(step),) * (step.other % 3)
    request.deliver(act(step.when), advice=_writing(step), talk=talk, recommendations=recommendations)
    return [request]


@can
def acknowledge(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.acknowledge(act(step.when, ASKER, Role.REQUESTER), answered=tuple(Answered)[step.other % 3])
    return [request]


@can
def report_use(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    use = ReportedUse(number=step.other % 3 or None, use=tuple(AdviceUse)[step.other % 4], remark=_writing(step))
    request.report_use(act(step.when, ASKER, Role.REQUESTER), uses=(use,))
    return [request]


@can
def publish_use(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.publish_use(act(step.when, ASKER, Role.REQUESTER))
    return [request]


@can
def withdraw_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.withdraw(act(step.when, ASKER, Role.REQUESTER))
    return [request]


@can
def correct_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    entry = request.decisions[-1 - step.one % 2] if len(request.decisions) > 1 else request.decisions[0]
    has_talk = isinstance(entry, AdviceRequest.AdviceDelivered) and entry.talk is not None
    talked_on = day_of(moment(step.when)) if has_talk and step.other % 2 else None
    at = moment(max(0, step.when - step.other))
    request.correct_entry(act(step.when), of=event_name(entry), at=at, talked_on=talked_on, mistake=Mistake.WRONG_DAY)
    return [request]


@can
def withdraw_from_request(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    request.withdraw_entry(act(step.when), of=event_name(request.decisions[-1]), mistake=Mistake.DID_NOT_HAPPEN)
    return [request]


@can
def time_passes(story: Story, step: Step) -> Iterable[Aggregate]:
    request = _request(story, step)
    if not let_time_pass(request, moment(step.when)):
        raise NotThere
    return [request]


@can
def offer_advice(story: Story, step: Step) -> Iterable[Aggregate]:
    network = story.find(Network, network_of(step))
    at = act(step.when, role=Role.CORE_GROUP)
    network.must_exist_at(at.at)
    story.must_be_new(OFFERS[step.other % 2])
    kind = RequesterKind.COMMITTEE
    return [AdviceOffer.offer(at, offer=OFFERS[step.other % 2], network=network.id, addressee=kind, advice="Doe het niet.")]


@can
def mend_offer(story: Story, step: Step) -> Iterable[Aggregate]:
    offer = story.find(AdviceOffer, OFFERS[step.other % 2])
    if step.one % 2:
        offer.withdraw_entry(act(step.when), of=f"{offer.id}:1", mistake=Mistake.WRONG_NETWORK)
    else:
        offer.correct_entry(act(step.when), of=f"{offer.id}:1", at=moment(step.other), mistake=Mistake.WRONG_DAY)
    return [offer]
