"""What a reader of the demo should find in it."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import NATIONAL_BOARD, Role, Source, is_reference
from domain.kernel.days import day_of, end_of
from domain.kernel.events import event_name, events_of
from domain.networks.membership import MembershipEnding
from domain.pilot.pilot import Pilot
from domain.plans.content import PlanOrigin
from netwerkpartij.story import plans
from netwerkpartij.story.summer_2022 import CANDIDATES
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")

END = date(2023, 12, 31)


def test_two_rule_books_and_five_places(heard: Heard):
    adopted = heard.all_of("RulesAdopted")
    assert len({each.rules_version for each in adopted}) == 2
    assert {each.rules_version for each in heard.all_of("PlanApproved")} == {each.rules_version for each in adopted}
    pilot = heard.the("PilotOpened")
    assert (pilot.label, pilot.places) == ("pilot-2022-2023", 5)


def test_sixteen_groups_want_a_network_and_every_one_is_talked_with(heard: Heard):
    interests = heard.all_of("GroupShowedInterest")
    assert [each.theme for each in interests] == [theme for theme, _, _ in CANDIDATES]
    assert len(interests) == 16
    assert {each.group for each in heard.all_of("TalkHeld")} == {each.group for each in interests}


def test_one_existing_network_is_brought_in(heard: Heard):
    (brought_in,) = [each for each in heard.all_of("ExistingNetworkBroughtIn") if each.pilot is not None]
    assert brought_in.existed_since < date(2022, 6, 28) < day_of(brought_in.act.at)


def test_a_sixth_network_is_founded_beyond_the_places_with_a_reason(heard: Heard):
    reasons = [each.beyond_places_because for each in heard.all_of("PlaceTaken")]
    assert [reason is not None for reason in reasons] == [False, False, False, False, False, True, False]


def test_of_two_decisions_on_the_last_place_one_founds_and_the_other_waits(heard: Heard):
    young, farming = heard.told.plans[plans.YOUNG], heard.told.plans[plans.FARMING]
    approved = {each.originator_id: each for each in heard.all_of("PlanApproved")}
    assert timedelta(0) < approved[farming].timestamp - approved[young].timestamp < timedelta(minutes=1)
    assert heard.network(plans.YOUNG).begun_at == approved[young].act.at
    assert farming in {each.originator_id for each in heard.all_of("PlanWaitListed")}


def test_a_plan_is_returned_with_what_is_missing_and_handed_in_again(heard: Heard):
    returned = heard.the("PlanReturned")
    versions = [each.plan_version for each in heard.all_of("PlanSubmitted") if each.originator_id == returned.originator_id]
    assert returned.missing
    assert versions == [1, 2]


def test_a_plan_is_amended_after_closed_questions_of_the_board(heard: Heard):
    question, answer, amended = heard.the("BoardQuestionAsked"), heard.the("BoardQuestionAnswered"), heard.the("PlanAmended")
    assert question.originator_id == answer.originator_id == amended.originator_id
    assert question.act.at < answer.act.at < amended.act.at
    assert question.question.box != answer.answer.box


def test_a_plan_is_rejected_with_reasons_and_another_follows_it(heard: Heard):
    rejected = heard.the("PlanRejected")
    assert rejected.reasons
    assert rejected.originator_id in {each.follows for each in heard.all_of("PlanDrafted")}


def test_a_decision_is_deferred(heard: Heard):
    assert heard.the("PlanDeferred").until == date(2023, 5, 16)


def test_of_two_conditions_one_is_met_and_founds_the_network(heard: Heard):
    met, lapsed = heard.the("ConditionMet"), heard.the("ConditionLapsed")
    assert met.originator_id == lapsed.originator_id == heard.told.plans[plans.CLIMATE]
    assert heard.network(plans.CLIMATE).begun_at == met.act.at


def test_a_board_member_with_a_conflict_of_interest_takes_no_part(heard: Heard):
    declared = heard.the("ConflictOfInterestDeclared")
    struck, decision = [each for each in heard.all_of("PlanApproved") if each.originator_id == declared.originator_id]
    assert heard.the("FoundingPlan.EntryWithdrawn").of == event_name(struck)
    assert len(decision.act.decided.taking_part) == 4
    assert declared.reference not in decision.act.decided.taking_part


def test_the_board_begins_a_plan_itself_under_the_second_rule_book(heard: Heard):
    (begun,) = [each for each in heard.all_of("PlanDrafted") if each.origin is PlanOrigin.NATIONAL_BOARD]
    (decision,) = [each for each in heard.all_of("PlanApproved") if each.originator_id == begun.originator_id]
    assert decision.rules_version != heard.all_of("RulesAdopted")[0].rules_version


def test_a_merged_networks_members_are_asked_anew(heard: Heard):
    merged, by_mistake = heard.all_of("NetworkMerged")
    assert by_mistake.originator_id == heard.told.networks[plans.NEWCOMERS]
    before, anew = heard.members(plans.FAMILY, date(2023, 6, 12)), heard.members(plans.FAMILY, date(2023, 6, 14))
    assert merged.into == heard.told.networks[plans.EDUCATION]
    assert before > 60
    assert anew == 0
    assert 20 < heard.members(plans.EDUCATION, date(2023, 7, 15)) - heard.members(plans.EDUCATION, date(2023, 6, 12)) < before


def test_a_suspension_ends_and_nobody_joins_during_it(heard: Heard):
    suspended, resumed = heard.the("NetworkSuspended"), heard.the("NetworkResumed")
    joined = [each.act.at for each in heard.all_of("MemberJoined") if each.network == suspended.originator_id]
    assert [moment for moment in joined if suspended.act.at < moment < resumed.act.at] == []


def test_after_a_new_purpose_some_endorse_it_and_some_leave(heard: Heard):
    changed = heard.the("AgreementsChanged")
    endorsed = heard.all_of("PurposeEndorsed")
    left = [each for each in heard.all_of("MemberLeft") if each.network == changed.originator_id]
    assert changed.purpose_version == 2
    assert {each.network for each in endorsed} == {changed.originator_id}
    assert len(endorsed) > 10
    assert len([each for each in left if changed.act.at < each.act.at < changed.act.at + timedelta(days=45)]) > 2


def test_joining_the_sensitive_network_takes_an_explicit_consent(heard: Heard):
    (founded,) = [each for each in heard.all_of("NetworkFounded") if each.sensitive]
    joined = [each for each in heard.all_of("MemberJoined", "MemberReturned") if each.network == founded.originator_id]
    assert len(joined) > 50
    assert None not in {each.consent_version for each in joined}


def test_a_network_is_renewed_and_has_had_two_chairs(heard: Heard):
    education = heard.told.networks[plans.EDUCATION]
    assert {each.originator_id for each in heard.all_of("NetworkRenewed")} == {education, heard.told.networks[plans.NEWCOMERS]}
    assert {each.originator_id for each in heard.all_of("CoreGroupChairAppointed")} == {education}
    assert len({each.reference for each in heard.all_of("CoreGroupChairAppointed")}) == 2


def test_one_core_group_is_below_its_minimum_at_the_end(heard: Heard):
    open_networks = [name for name in heard.told.networks if heard.network(name).closed_at is None]
    sizes = {name: len(heard.network(name).core_group(end_of(END))) for name in open_networks}
    assert {name for name, size in sizes.items() if size < 4} == {plans.CLIMATE}


def test_one_network_has_fifty_within_a_year_one_has_not_and_one_is_too_young(heard: Heard):
    anniversary = {name: day_of(heard.network(name).begun_at).replace(year=2023) for name in (plans.EDUCATION, plans.CARE)}
    assert heard.members(plans.EDUCATION, anniversary[plans.EDUCATION]) >= 50
    assert heard.members(plans.CARE, anniversary[plans.CARE]) < 50
    assert max(heard.members(plans.CARE, day) for day in _month_ends(2023)) < 50
    assert day_of(heard.network(plans.FARMING).begun_at) > date(2023, 1, 1)
    assert heard.members(plans.FARMING, END) < 50


def test_about_three_hundred_people_have_seven_to_nine_hundred_memberships(heard: Heard):
    assert 300 <= len(heard.all_of("PartyMembershipStarted")) <= 350
    assert 700 <= len(heard.all_of("MemberJoined", "MemberReturned")) <= 900
    assert len(heard.all_of("MemberReturned")) > 10


def test_who_left_by_phone_in_march_was_typed_in_april(heard: Heard):
    (late,) = [each for each in heard.all_of("MemberLeft") if each.timestamp - each.act.at > timedelta(days=14)]
    assert (day_of(late.act.at), day_of(late.timestamp)) == (date(2023, 3, 14), date(2023, 4, 5))
    assert late.act.source is Source.PHONE


def test_a_wrong_join_is_withdrawn_and_wrong_days_are_corrected(heard: Heard):
    (withdrawn, *_), corrected = heard.all_of("Membership.EntryWithdrawn"), heard.the("Membership.EntryCorrected")
    names = {f"{each.originator_id}:{each.originator_version}" for each in heard.all_of("MemberJoined")}
    assert {withdrawn.of, corrected.of} <= names
    assert heard.the("Network.EntryCorrected").originator_id == heard.told.networks[plans.YOUNG]


def test_of_two_ends_of_party_memberships_one_is_undone_and_one_is_final(heard: Heard):
    announced = {each.originator_id for each in heard.all_of("PartyMembershipEndAnnounced")}
    undone, (final, of_who_was_erased) = heard.the("PartyMembershipEndUndone"), heard.all_of("PartyMembershipEnded")
    assert of_who_was_erased.timestamp > heard.the("PersonalDataErased").timestamp
    assert {each.originator_id for each in (undone, final, of_who_was_erased)} == announced
    ended = [each for each in heard.all_of("MembershipEnded") if each.ending is MembershipEnding.PARTY_MEMBERSHIP_ENDED]
    assert len(ended) == len({day_of(each.timestamp) for each in ended}) == 3
    assert len({each.act.command for each in ended}) == 3
    assert {each.act.cause for each in ended} == {None}


def test_the_bureau_records_what_came_by_phone_mail_and_paper(heard: Heard):
    foundings = {each.act.command for each in heard.all_of("NetworkFounded")}
    joined = [each.act for each in heard.all_of("MemberJoined") if each.act.command not in foundings]
    recorded = [act for act in joined if act.entered_by and is_reference(act.by)]
    assert {act.source for act in recorded} == {Source.PHONE, Source.MAIL, Source.PAPER}
    assert {each.act.source for each in heard.all_of("PlanDrafted")} == {Source.SELF, Source.MAIL, Source.PAPER}


def test_the_board_decides_in_meetings_that_the_bureau_records_and_in_the_evening_itself(heard: Heard):
    decisions = [each.act for each in heard.all_of("PlanApproved", "PlanRejected", "PlanDeferred")]
    assert {act.by for act in decisions} == {NATIONAL_BOARD}
    assert {act.role for act in decisions} == {Role.NATIONAL_BOARD}
    assert {act.source for act in decisions} == {Source.MEETING, Source.SELF}
    assert all(act.entered_by is not None and is_reference(act.entered_by) for act in decisions)


def test_the_place_of_a_closed_network_goes_to_the_plan_that_waited_first(heard: Heard):
    (closed,) = [each for each in heard.all_of("NetworkClosed") if each.originator_id == heard.told.networks[plans.YOUNG]]
    offered, other, back = heard.all_of("PlaceOffered")
    assert [each.plan for each in heard.all_of("PlaceOfferTakenBack")] == [offered.plan, other.plan]
    assert back.plan == offered.plan
    assert closed.act.command == offered.act.command
    assert offered.plan == heard.told.plans[plans.FARMING] == heard.the("PlanTakenOffWaitingList").plan
    assert heard.network(plans.FARMING).begun_at > closed.act.at


def test_the_pilot_ends_on_the_last_day_of_2023_with_two_plans_waiting(heard: Heard):
    ended = heard.the("PilotEnded")
    assert day_of(ended.act.at) == END
    waiting = {each.plan for each in heard.all_of("PlanPutOnWaitingList")} - {heard.the("PlanTakenOffWaitingList").plan}
    assert waiting == {heard.told.plans[plans.POVERTY], heard.told.plans[plans.EUROPE]}


def test_two_plans_come_to_nothing(heard: Heard):
    assert heard.the("PlanWithdrawn").originator_id == heard.told.plans[plans.PRAYER]
    assert heard.the("PlanLapsed").originator_id == heard.told.plans[plans.WOMEN]


def _month_ends(year: int) -> list[date]:
    return [date(year, month, monthrange(year, month)[1]) for month in range(1, 13)]


def test_core_groups_state_a_number_for_the_group(heard: Heard):
    names = {network: name for name, network in heard.told.networks.items()}
    stated = {names[each.originator_id]: (each.with_experience, each.seats) for each in heard.all_of("CoreGroupMixStated")}
    assert stated == {plans.EDUCATION: (2, 5), plans.CLIMATE: (1, 5), plans.CARE: (0, 4)}


NOT_IN_THE_STORY = {
    Pilot.PilotTimeOver: "the board ends the pilot on its last day, and that its time is over is said on the day after",
}
"""Each with why."""


def test_each_kind_of_event_happens_at_least_once(heard: Heard):
    happened = {recorded.event.TOPIC for recorded in heard.events}
    kinds = {kind.TOPIC for aggregate in AGGREGATES for kind in events_of(aggregate)}
    assert kinds - happened == {kind.TOPIC for kind in NOT_IN_THE_STORY}
    assert len(kinds) > 150


def test_networks_are_a_small_part_of_a_party_of_some_25_000(heard: Heard):
    (struck, counted), baseline = heard.all_of("PartyMembersCounted"), heard.the("RepresentationBaselineRecorded")
    assert heard.the("Baseline.EntryWithdrawn").of == event_name(struck)
    assert counted.members == baseline.counted
    assert 24_000 < counted.members < 26_000
    assert len(heard.all_of("PartyMembershipStarted")) < counted.members / 50
