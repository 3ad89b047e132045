"""One example of every decision of every aggregate that is allowed and records something."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from application.rule_books import RULES_2022_06_28
from domain.acts import Act, Role
from domain.baseline import Baseline
from domain.entries import Mistake
from domain.events import Aggregate
from domain.founding_plan import FoundingPlan
from domain.log import Log
from domain.membership import Membership, MembershipEnding, membership_id
from domain.network import FoundedOn, Network
from domain.network_name import NetworkName
from domain.office import Office
from domain.party_membership import PartyMembership
from domain.pilot import Pilot, TalkOutcome
from domain.plan_content import LapseReason, PlanOrigin
from domain.rule_book import RuleBook
from domain.rules import NetworkType, PlanPart
from tests.domain.examples import (
    AGREEMENTS,
    BASELINE,
    BEGIN,
    BOARD_MEMBER,
    DRAFTED,
    FINAL_ON,
    FIRST,
    FOUR,
    HARD,
    NETWORK,
    PEOPLE,
    PLAN,
    SECOND,
    SUBMITTED,
    a_place_holder,
    an_act,
    an_id,
    board,
    content,
    member,
    noon,
    rules_of_2022,
    sealed,
    terms,
)
from tests.domain.histories import (
    a_draft,
    a_former_member,
    a_former_office_holder,
    a_former_party_member,
    a_member,
    a_network,
    a_party_member,
    a_party_member_who_leaves,
    a_pilot,
    a_plan_with_a_question,
    a_rule_book,
    a_submitted_plan,
    a_suspended_network,
    an_approved_plan,
    an_office_holder,
)

RULES = rules_of_2022()
GROUP = an_id("group")
OTHER = an_id("other-network")


class Example(NamedTuple):
    """Fields that are histories themselves are begun anew each time."""

    history: Callable[[], Aggregate] | None
    decision: Callable[..., object]
    fields: dict[str, Any]

    def __str__(self) -> str:
        return self.decision.__qualname__

    def decided(self, act: Act, *, keep_history: bool = False) -> list[Aggregate]:
        """Let the decision be taken, and give every aggregate that it had to do with; what happened before is collected."""
        before = [self.history()] if self.history else []
        others = {name: value() for name, value in self.fields.items() if callable(value)}
        if not keep_history:
            for aggregate in (*before, *others.values()):
                aggregate.collect_events()
        answer = self.decision(*before, act, **self.fields | others)
        return [*before, *([answer] if isinstance(answer, Aggregate) else []), *others.values()]


def a_network_elsewhere() -> Network:
    return a_network(network=OTHER)


def a_plan_with_a_nominee() -> FoundingPlan:
    plan = a_draft()
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    return plan


def a_plan_with_conditions() -> FoundingPlan:
    return an_approved_plan(HARD)


def a_full_pilot_with_a_waiting_plan() -> Pilot:
    return a_pilot(taken=5, waiting=[FIRST])


def a_pilot_with_free_places() -> Pilot:
    return a_pilot(taken=3, waiting=[FIRST, SECOND])


def a_pilot_with_an_offer() -> Pilot:
    pilot = a_pilot(taken=5, waiting=[FIRST, SECOND])
    pilot.free_place(board(), network=a_place_holder(0))
    return pilot


def a_pilot_with_a_group() -> Pilot:
    pilot = a_pilot()
    pilot.record_interest(an_act(BEGIN), group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME)
    return pilot


def _network_fields() -> dict[str, object]:
    return {
        "network": NETWORK,
        "name": "Veelkleurig netwerk",
        "network_type": NetworkType.COMMUNITY,
        "agreements": AGREEMENTS,
        "sensitive": True,
        "rules_version": "2022-06-28",
        "pilot": None,
    }


MEMBER_ENTRY = f"{membership_id(NETWORK, PEOPLE[0])}:2"
SEAT_ENTRY = f"{NETWORK}:2"

EVERY_DECISION = [
    Example(None, Log.open, {"log": an_id("log"), "demo": True}),
    Example(None, RuleBook.open, {}),
    Example(a_rule_book, RuleBook.adopt, RULES_2022_06_28[0]._asdict()),
    Example(None, Baseline.record, BASELINE),
    Example(None, Baseline.count, {"members": 25_000, "reference_day": date(2023, 1, 1), "origin": "De ledenadministratie."}),
    Example(
        None,
        Pilot.open,
        {"label": "pilot-2022", "places": 5, "first_day": date(2022, 6, 28), "last_day": date(2023, 12, 31)},
    ),
    Example(a_pilot, Pilot.record_interest, {"group": GROUP, "theme": "wonen", "network_type": NetworkType.THEME}),
    Example(a_pilot_with_a_group, Pilot.record_talk, {"group": GROUP, "outcome": TalkOutcome.LATER}),
    Example(a_pilot, Pilot.take_place, {"network": NETWORK}),
    Example(a_pilot_with_an_offer, Pilot.take_offered_place, {"plan": FIRST, "network": NETWORK}),
    Example(a_pilot, Pilot.put_on_waiting_list, {"plan": FIRST, "complete_at": SUBMITTED}),
    Example(a_full_pilot_with_a_waiting_plan, Pilot.take_off_waiting_list, {"plan": FIRST}),
    Example(a_full_pilot_with_a_waiting_plan, Pilot.free_place, {"network": a_place_holder(0)}),
    Example(a_pilot_with_free_places, Pilot.offer_free_places, {}),
    Example(a_pilot_with_free_places, Pilot.offer_place, {"plan": SECOND, "out_of_order_because": "Dit haast zich."}),
    Example(a_pilot_with_an_offer, Pilot.offer_place, {"plan": SECOND, "out_of_order_because": "Dit haast zich."}),
    Example(a_pilot, Pilot.end, {}),
    Example(
        None,
        FoundingPlan.draft,
        {
            "plan": PLAN,
            "network": NETWORK,
            "content": content(budget="Zaalhuur: 400 euro."),
            "origin": PlanOrigin.CORE_GROUP,
            "rules": RULES.rules,
            "pilot": None,
            "follows": FIRST,
        },
    ),
    Example(a_draft, FoundingPlan.revise, {"content": content(duration_months=12), "rules": RULES.rules}),
    Example(a_draft, FoundingPlan.nominate, {"reference": PEOPLE[4]}),
    Example(a_plan_with_a_nominee, FoundingPlan.accept_nomination, {"reference": PEOPLE[4], "consent_version": "consent-1"}),
    Example(a_draft, FoundingPlan.decline_nomination, {"reference": PEOPLE[0]}),
    Example(a_draft, FoundingPlan.count_supporters, {"supporters": 30}),
    Example(a_draft, FoundingPlan.submit, {"rules": RULES.rules}),
    Example(a_submitted_plan, FoundingPlan.amend, {"content": content(duration_months=12), "rules": RULES.rules}),
    Example(a_submitted_plan, FoundingPlan.withdraw, {}),
    Example(a_submitted_plan, FoundingPlan.return_incomplete, {"missing": (PlanPart.BUDGET,)}),
    Example(a_submitted_plan, FoundingPlan.find_complete, {"rules": RULES}),
    Example(a_submitted_plan, FoundingPlan.advise, {"advice": sealed("a")}),
    Example(a_submitted_plan, FoundingPlan.ask, {"question": sealed("b")}),
    Example(a_plan_with_a_question, FoundingPlan.answer, {"question_number": 1, "answer": sealed("c")}),
    Example(a_submitted_plan, FoundingPlan.declare_conflict, {"reference": BOARD_MEMBER, "interest": sealed("d")}),
    Example(
        a_submitted_plan,
        FoundingPlan.defer,
        {"plan_version": 1, "until": date(2023, 10, 1), "reasons": "Eerst na het congres."},
    ),
    Example(
        a_submitted_plan,
        FoundingPlan.approve,
        {"plan_version": 1, "rules": RULES, "conditions": (HARD,), "reasons": "Een goed plan.", "participants": (BOARD_MEMBER,)},
    ),
    Example(
        a_submitted_plan,
        FoundingPlan.reject,
        {"plan_version": 1, "rules": RULES, "reasons": "Dit lijkt op een ander netwerk.", "participants": (BOARD_MEMBER,)},
    ),
    Example(a_plan_with_conditions, FoundingPlan.meet_condition, {"condition_number": 1}),
    Example(a_plan_with_conditions, FoundingPlan.lapse_condition, {"condition_number": 1}),
    Example(a_draft, FoundingPlan.lapse, {"lapse_reason": LapseReason.NOT_COMPLETED}),
    Example(an_approved_plan, FoundingPlan.wait_for_place, {}),
    Example(an_approved_plan, FoundingPlan.carry_out, {}),
    Example(
        None,
        Network.found,
        _network_fields() | {"founded_on": FoundedOn(plan=PLAN, plan_version=1, digest="d" * 64)},
    ),
    Example(None, Network.bring_in, _network_fields() | {"label": "veelkleurig", "existed_since": date(2020, 3, 1)}),
    Example(a_network, Network.appoint, {"reference": PEOPLE[4]}),
    Example(a_network, Network.step_down, {"reference": FOUR[0]}),
    Example(a_network, Network.appoint_chair, {"reference": FOUR[0]}),
    Example(a_network, Network.change_agreements, {"agreements": AGREEMENTS.model_copy(update={"purpose": "Ook energie."})}),
    Example(a_network, Network.mark_sensitive, {}),
    Example(a_network, Network.suspend, {"reason": "De kerngroep is uiteen.", "rules": RULES.rules}),
    Example(a_suspended_network, Network.resume, {}),
    Example(a_network, Network.renew, {"ends_on": date(2027, 5, 25)}),
    Example(a_network, Network.merge_into, {"other": a_network_elsewhere, "reason": "Samen verder."}),
    Example(a_network, Network.receive_merger, {"merged": OTHER}),
    Example(a_network, Network.close, {"reason": "De kerngroep is gestopt."}),
    Example(a_network, Network.correct_entry, {"of": SEAT_ENTRY, "at": noon(6, 1), "mistake": Mistake.WRONG_DAY}),
    Example(a_network, Network.withdraw_entry, {"of": SEAT_ENTRY, "mistake": Mistake.WRONG_PERSON}),
    Example(None, NetworkName.give, {"name": "Netwerk zorg", "network": NETWORK}),
    Example(
        None,
        Membership.join,
        {
            "reference": PEOPLE[0],
            "terms": terms(sensitive=True),
            "purpose_version": 1,
            "consent_version": "consent-1",
            "age": 40,
            "statistics": sealed("e"),
        },
    ),
    Example(a_former_member, Membership.join_again, {"terms": terms(), "purpose_version": 1, "statistics": sealed("f")}),
    Example(a_member, Membership.leave, {}),
    Example(a_member, Membership.end, {"ending": MembershipEnding.NETWORK_CLOSED}),
    Example(a_member, Membership.endorse_purpose, {"terms": terms(purpose_version=2), "purpose_version": 2}),
    Example(a_former_member, Membership.correct_entry, {"of": MEMBER_ENTRY, "at": noon(6, 15), "mistake": Mistake.WRONG_DAY}),
    Example(a_former_member, Membership.withdraw_entry, {"of": MEMBER_ENTRY, "mistake": Mistake.DID_NOT_HAPPEN}),
    Example(None, PartyMembership.start, {"reference": PEOPLE[0]}),
    Example(a_former_party_member, PartyMembership.start_again, {}),
    Example(a_party_member, PartyMembership.announce_end, {"final_on": FINAL_ON}),
    Example(a_party_member_who_leaves, PartyMembership.undo_end, {}),
    Example(a_party_member_who_leaves, PartyMembership.time_passes, {}),
    Example(None, Office.give, {"reference": PEOPLE[0], "role": Role.NATIONAL_BOARD}),
    Example(a_former_office_holder, Office.give_again, {}),
    Example(an_office_holder, Office.end, {}),
]
