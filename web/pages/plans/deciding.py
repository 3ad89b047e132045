"""What bureau and board do with a plan: check it, advise, ask, decide, see to conditions, and found what waited."""

from typing import Any

from application.commands.plans import (
    AdviseOnPlan,
    ApprovePlan,
    AskQuestion,
    BringPlanIntoPilot,
    CountSupporters,
    DeclareConflictOfInterest,
    DeferPlan,
    FindPlanComplete,
    FoundWaitingNetwork,
    LapseCondition,
    LapsePlan,
    MeetCondition,
    RejectPlan,
    ReturnPlan,
)
from application.language.words import Words
from application.queries.pilot import Pilots
from application.queries.plans import FoundingPlanDetails, PlanPage
from web.asking.deed import Attempt, deed
from web.pages.plans.writing import FILE, about_plan
from web.visit import Visit

GROUP_HEARS = Words("De groep krijgt bericht.", "The group gets a message.")
VERSION = {"plan_version": lambda attempt: attempt.about.plan_version}
IN_MEETING = {"decided.0.form": "meeting"}
"""Most decisions are taken in one."""


def _in_meeting(_: PlanPage) -> dict[str, str]:
    return IN_MEETING


find_complete = deed(
    FindPlanComplete,
    at="/plannen/{plan}/compleet",
    about=about_plan,
    title=Words("Stel vast dat het plan compleet is", "Find the plan complete"),
    lead=Words(
        "U stelt vast dat het plan alles heeft wat de spelregels vragen.", "You find that the plan has what the rules ask."
    ),
    button=Words("Leg vast dat het plan compleet is", "Record that the plan is complete"),
    then=FILE,
    done=Words("Het plan is compleet.", "The plan is complete."),
    next=Words("Het plan ligt nu bij het bestuur.", "The plan is now with the board."),
)

give_back = deed(
    ReturnPlan,
    at="/plannen/{plan}/teruggeven",
    about=about_plan,
    title=Words("Geef het plan terug", "Return the plan"),
    lead=Words("De groep vult het plan aan en dient het opnieuw in.", "The group completes the plan and submits it again."),
    asks=("missing",),
    then=FILE,
    done=Words("Het plan is teruggegeven.", "The plan has been returned."),
    next=Words("De groep krijgt bericht over wat er ontbreekt.", "The group gets a message about what is missing."),
)

advise = deed(
    AdviseOnPlan,
    at="/plannen/{plan}/advies",
    about=about_plan,
    title=Words("Geef het bestuur advies", "Advise the board"),
    lead=Words("Alleen bestuur en partijbureau lezen dit.", "Only the board and the party bureau read this."),
    asks=("advice",),
    then=FILE,
    done=Words("Het advies staat bij het plan.", "The advice stands with the plan."),
)

count_supporters = deed(
    CountSupporters,
    at="/plannen/{plan}/steun",
    about=about_plan,
    asks=("supporters", "member_for_days", "contribution_paid"),
    then=FILE,
    done=Words("De steun is vastgelegd.", "The support has been recorded."),
)

ask_question = deed(
    AskQuestion,
    at="/plannen/{plan}/vraag",
    about=about_plan,
    title=Words("Stel de groep een vraag", "Ask the group a question"),
    asks=("question",),
    button=Words("Verstuur de vraag", "Send the question"),
    then=FILE,
    done=Words("De vraag is verstuurd.", "The question has been sent."),
    next=Words("Het antwoord komt bij het plan te staan.", "The answer will stand with the plan."),
)

declare_conflict = deed(
    DeclareConflictOfInterest,
    at="/plannen/{plan}/belang",
    about=about_plan,
    title=Words("Meld een tegenstrijdig belang", "Declare a conflict of interest"),
    lead=Words(
        "Wie een eigen belang heeft, praat en beslist niet mee over dit plan.",
        "Whoever has an interest of their own takes no part in this plan.",
    ),
    asks=("interest", "person"),
    then=FILE,
    done=Words("Het belang is gemeld.", "The interest has been declared."),
)

approve = deed(
    ApprovePlan,
    at="/plannen/{plan}/goedkeuren",
    about=about_plan,
    title=Words("Keur het plan goed", "Approve the plan"),
    says=VERSION,
    starts=_in_meeting,
    asks=("decided", "reasons", "beyond_places_because", "conditions"),
    button=Words("Leg de goedkeuring vast", "Record the approval"),
    then=FILE,
    done=Words("Het besluit is vastgelegd. Het plan is goedgekeurd.", "The decision has been recorded. The plan is approved."),
    next=GROUP_HEARS,
)

reject = deed(
    RejectPlan,
    at="/plannen/{plan}/afwijzen",
    about=about_plan,
    title=Words("Wijs het plan af", "Reject the plan"),
    says={**VERSION, "outcome": "rejected"},
    starts=_in_meeting,
    asks=("reasons", "decided"),
    button=Words("Leg de afwijzing vast", "Record the rejection"),
    then=FILE,
    done=Words("Het besluit is vastgelegd. Het plan is afgewezen.", "The decision has been recorded. The plan is rejected."),
    next=Words("De groep krijgt bericht met de redenen.", "The group gets a message with the reasons."),
)

defer = deed(
    DeferPlan,
    at="/plannen/{plan}/uitstellen",
    about=about_plan,
    title=Words("Stel het besluit uit", "Postpone the decision"),
    says={**VERSION, "outcome": "deferred"},
    starts=_in_meeting,
    asks=("until", "reasons", "decided"),
    button=Words("Leg het uitstel vast", "Record the postponement"),
    then=FILE,
    done=Words("Het besluit is uitgesteld.", "The decision has been postponed."),
    next=Words(
        "Na die dag staat het plan weer op de lijst van het bestuur.", "After that day the plan is on the board's list again."
    ),
)

found = deed(
    FoundWaitingNetwork,
    at="/plannen/{plan}/oprichten",
    about=about_plan,
    title=Words("Richt het netwerk op", "Found the network"),
    starts=_in_meeting,
    asks=("decided", "beyond_places_because"),
    button=Words("Leg vast dat het netwerk is opgericht", "Record that the network is founded"),
    then=FILE,
    done=Words("Het netwerk is opgericht.", "The network has been founded."),
    next=GROUP_HEARS,
)

lapse = deed(
    LapsePlan,
    at="/plannen/{plan}/vervallen",
    about=about_plan,
    title=Words("Laat het plan vervallen", "Let the plan lapse"),
    asks=("lapse_reason",),
    then=FILE,
    done=Words("Het plan is vervallen.", "The plan has lapsed."),
)


def _about(plan: Any, **_: int) -> FoundingPlanDetails:  # noqa: ANN401  # the id in the address
    return FoundingPlanDetails(plan=plan)


def _condition(plan: PlanPage, condition_number: int) -> str:
    return next((each.text for each in plan.conditions if each.number == condition_number), "")


meet_condition = deed(
    MeetCondition,
    at="/plannen/{plan}/voorwaarden/{condition_number}/voldaan",
    about=_about,
    title=Words("Leg vast dat aan de voorwaarde is voldaan", "Record that the condition was met"),
    quote=_condition,
    asks=("beyond_places_because",),
    then=FILE,
    done=Words("Aan de voorwaarde is voldaan.", "The condition has been met."),
)

lapse_condition = deed(
    LapseCondition,
    at="/plannen/{plan}/voorwaarden/{condition_number}/niet-voldaan",
    about=_about,
    title=Words("Leg vast dat niet op tijd aan de voorwaarde is voldaan", "Record that the condition was not met in time"),
    quote=_condition,
    then=FILE,
    done=Words("Vastgelegd.", "Recorded."),
)


def _running_pilot(attempt: Attempt) -> Any:  # noqa: ANN401  # an id, or nothing
    return next((each.pilot for each in _pilots(attempt.visit) if each.ended_at is None), None)


def _pilots(visit: Visit) -> list[Any]:
    return list(visit.all_of(Pilots()))


bring_into_pilot = deed(
    BringPlanIntoPilot,
    at="/plannen/{plan}/in-de-pilot",
    about=about_plan,
    title=Words("Breng het plan in de pilot", "Bring the plan into the pilot"),
    lead=Words(
        "Het plan neemt dan een plek in van de pilot die nu loopt.", "The plan then takes a place of the pilot that runs now."
    ),
    says={"pilot": _running_pilot},
    then=FILE,
    done=Words("Het plan hoort nu bij de pilot.", "The plan now belongs to the pilot."),
)
