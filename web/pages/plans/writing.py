"""Writing a founding plan: begin it, write it part by part, ask people for the core group, hand it in, and change it after."""

from collections.abc import Mapping
from typing import Any

from application.commands.plans import (
    AcceptNomination,
    AmendPlan,
    AnswerQuestion,
    DeclineNomination,
    DraftPlan,
    NominateChair,
    NominateCoreGroup,
    NominateCoreGroupMember,
    RevisePlan,
    SubmitPlan,
    WithdrawPlan,
)
from application.language.words import Language, Words
from application.own.consents import CONSENT_WORDINGS, wording_on
from application.queries.plans import FoundingPlanDetails, PlanPage
from domain.party.consent import ConsentPurpose
from domain.plans.content import PlanContent
from web.asking.deed import Attempt, Deed, deed

TASKS = "/plannen/{plan}/opstellen"
FILE = "/plannen/{plan}"
TEXTS = tuple(PlanContent.model_fields)
YES_OR_NO = {True: "yes", False: "no"}
SAVED = Words("Opgeslagen.", "Saved.")


def about_plan(plan: Any) -> FoundingPlanDetails:  # noqa: ANN401  # the id in the address
    """Ask what the plan says now."""
    return FoundingPlanDetails(plan=plan)


def _as_typed(plan: PlanPage) -> Mapping[str, str]:
    """Give what a plan says as it stands in the fields of a form."""
    said = plan.content.model_dump(mode="json", exclude_none=True)
    return {name: YES_OR_NO[text] if isinstance(text, bool) else str(text) for name, text in said.items()}


def _as_it_is(name: str) -> Any:  # noqa: ANN401  # a function of the attempt
    return lambda attempt: getattr(attempt.about.content, name)


def part(at: str, title: Words, *asks: str, lead: Words | None = None) -> Deed:
    """Make the page on which one part of a draft is written; the other parts stay as they are."""
    return deed(
        RevisePlan,
        at=f"/plannen/{{plan}}/opstellen/{at}",
        title=title,
        lead=lead,
        about=about_plan,
        says={name: _as_it_is(name) for name in TEXTS if name not in asks},
        starts=_as_typed,
        asks=asks,
        button=Words("Sla op en ga verder", "Save and go on"),
        then=TASKS,
        done=SAVED,
    )


begin = deed(
    DraftPlan,
    at="/plannen/nieuw",
    title=Words("Begin een plan voor een netwerk", "Begin a plan for a network"),
    lead=Words(
        "Begin met de naam. Daarna schrijft u het plan in stappen, wanneer u tijd hebt.",
        "Begin with the name. After that you write the plan in steps, when you have time.",
    ),
    asks=("name", "network_type", "sensitive", "person"),
    button=Words("Begin het plan", "Begin the plan"),
    then=TASKS,
    done=Words("Het plan is begonnen.", "The plan has been begun."),
    next=Words(
        "Niemand leest het plan tot u het indient, behalve het partijbureau en het bestuur.",
        "Until you submit the plan, only the party bureau and the board can read it.",
    ),
)

names = part("naam", Words("Naam en soort netwerk", "Name and kind of network"), "name", "network_type", "sensitive")
purpose = part("doel", Words("Doel van het netwerk", "Purpose of the network"), "purpose")
organisation = part("organisatie", Words("Hoe het netwerk werkt", "How the network works"), "organisation")
duration = part("duur", Words("Hoe lang het netwerk duurt", "How long the network lasts"), "duration_months")
cooperation = part("samenwerking", Words("Samenwerking", "Cooperation"), "intended_cooperation")
more = part("meer", Words("Jaarplan, begroting en verschil", "Plan for the year, budget and difference"),
            "year_plan", "budget", "distinctiveness")  # fmt: skip

amend = deed(
    AmendPlan,
    at="/plannen/{plan}/wijzigen",
    title=Words("Wijzig het plan", "Change the plan"),
    lead=Words("Wat u wijzigt wordt een nieuwe versie.", "What you change becomes a new version."),
    about=about_plan,
    asks=TEXTS,
    starts=_as_typed,
    then=FILE,
    done=Words("Het plan is gewijzigd.", "The plan has been changed."),
    next=Words("Het bestuur besluit over de nieuwe versie.", "The board decides on the new version."),
)


def _consent(attempt: Attempt) -> str | None:
    """Give the wording that is agreed to, where the network will have extra protection."""
    if not attempt.about.content.sensitive:
        return None
    wording = wording_on(attempt.visit.today)
    return None if wording is None else wording.version


ask_somebody = deed(
    NominateCoreGroupMember,
    at="/plannen/{plan}/kerngroep/vragen",
    about=about_plan,
    title=Words("Stel iemand voor de kerngroep voor", "Put somebody forward for the core group"),
    asks=("nominee",),
    button=Words("Leg vast", "Record"),
    then=TASKS,
    done=Words("Vastgelegd voor de kerngroep.", "Recorded for the core group."),
    next=Words("Wie gevraagd is, zegt zelf nog ja of nee.", "Whoever was asked still says yes or no."),
)

whole_group = deed(
    NominateCoreGroup,
    at="/plannen/{plan}/kerngroep/namen",
    about=about_plan,
    title=Words("Vul de hele kerngroep in", "Fill in the whole core group"),
    asks=("names", "accepted", "source"),
    says={"consent_version": _consent},
    button=Words("Leg de kerngroep vast", "Record the core group"),
    then=TASKS,
    done=Words("De kerngroep is vastgelegd.", "The core group has been recorded."),
)

chair = deed(
    NominateChair,
    at="/plannen/{plan}/kerngroep/voorzitter",
    about=about_plan,
    title=Words("Draag een voorzitter voor", "Put a chair forward"),
    asks=("nominee",),
    then=TASKS,
    done=Words("De voorzitter is voorgedragen.", "The chair has been put forward."),
)


def _what_is_agreed_to(plan: PlanPage, language: Language) -> str:
    """Give the purpose; or the consent, where the network will have extra protection."""
    if not plan.content.sensitive:
        return plan.content.purpose or plan.name
    last = [each for each in CONSENT_WORDINGS if each.purpose is ConsentPurpose.SENSITIVE_NETWORK][-1]
    return Words(last.nl, last.en).in_language(language)


accept = deed(
    AcceptNomination,
    at="/plannen/{plan}/kerngroep/ja",
    about=about_plan,
    title=Words("Doe mee in de kerngroep", "Take part in the core group"),
    lead=Words("U zegt ja tegen dit plan:", "You say yes to this plan:"),
    quote=_what_is_agreed_to,
    says={"consent_version": _consent},
    asks=("person",),
    button=Words("Ja, ik doe mee", "Yes, I take part"),
    then=FILE,
    done=Words("Dank u wel. U doet mee in de kerngroep.", "Thank you. You take part in the core group."),
    next=Words(
        "Het netwerk begint pas na een besluit van het bestuur.", "The network only begins after a decision of the board."
    ),
)

decline = deed(
    DeclineNomination,
    at="/plannen/{plan}/kerngroep/nee",
    about=about_plan,
    title=Words("Doe niet mee in de kerngroep", "Do not take part in the core group"),
    lead=Words("Een reden is niet nodig.", "No reason is needed."),
    asks=("person",),
    button=Words("Nee, ik doe niet mee", "No, I do not take part"),
    then="/te-doen",
    done=Words("U doet niet mee in de kerngroep.", "You do not take part in the core group."),
)

submit = deed(
    SubmitPlan,
    at="/plannen/{plan}/indienen",
    about=about_plan,
    title=Words("Dien het plan in", "Submit the plan"),
    lead=Words(
        "Het partijbureau controleert het plan. Daarna besluit het bestuur.",
        "The party bureau checks the plan. After that the board decides.",
    ),
    button=Words("Dien het plan in", "Submit the plan"),
    then=FILE,
    done=Words("Het plan is ingediend.", "The plan has been submitted."),
    next=Words(
        "Het partijbureau controleert of het plan compleet is en laat u dat weten.",
        "The party bureau checks whether the plan is complete and tells you.",
    ),
)

withdraw = deed(
    WithdrawPlan,
    at="/plannen/{plan}/intrekken",
    about=about_plan,
    title=Words("Trek het plan in", "Withdraw the plan"),
    lead=Words(
        "Het plan stopt dan. Weer verder met dit plan kan niet. Een nieuw plan kan altijd.",
        "The plan then ends. You cannot go on with this plan. You can always begin a new one.",
    ),
    then=FILE,
    done=Words("Het plan is ingetrokken.", "The plan has been withdrawn."),
)

answer = deed(
    AnswerQuestion,
    at="/plannen/{plan}/vraag-beantwoorden",
    about=about_plan,
    title=Words("Beantwoord de vraag van het bestuur", "Answer the question of the board"),
    lead=Words("Het bestuur vraagt:", "The board asks:"),
    quote=lambda plan: next((each.question_text or "" for each in plan.questions if each.answer is None), ""),
    says={"question_number": lambda attempt: first_open(attempt.about.questions)},
    asks=("answer",),
    button=Words("Verstuur het antwoord", "Send the answer"),
    then=FILE,
    done=Words("Het antwoord is verstuurd.", "The answer has been sent."),
    next=Words("Het bestuur leest het antwoord bij het plan.", "The board reads the answer with the plan."),
)


def first_open(questions: Any) -> int | None:  # noqa: ANN401  # of a plan
    """Give the number of the question that has waited longest for an answer."""
    return next((each.number for each in questions if each.answer is None), None)
