"""Of which kind every free text in every event is (docs/decisions/0001): one table, which a test compares with the events."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.kernel.text import TextKind

INSTITUTIONAL, CLOSED, PERSONAL = TextKind.INSTITUTIONAL, TextKind.CLOSED, TextKind.PERSONAL

PLAN_TEXTS = (
    "name",
    "purpose",
    "organisation",
    "intended_cooperation",
    "year_plan",
    "budget",
    "distinctiveness",
)
LESSON = ("what_worked", "what_did_not", "what_to_change")
ADVICE_WRITINGS = (
    ("AdviceRequested", "question"),
    ("AdviceRequestDeclined", "explanation"),
    ("AdviceRequestRedirected", "explanation"),
    ("ClarificationAsked", "question"),
    ("ClarificationGiven", "answer"),
    ("NewDayAgreed", "reason"),
    ("ContributionGiven", "contribution"),
    ("AdviceDelivered", "advice"),
    ("AdviceDelivered", "talk.with_whom"),
    ("AdviceDelivered", "recommendations"),
    ("AdviceDelivered", "minority_views"),
    ("AdviceUseReported", "uses.remark"),
    ("AdviceUseReported", "uses.link"),
)
"""Institutional in an open request, closed in a closed one."""
AGREEMENTS = ("purpose", "organisation", "intended_cooperation")

FREE_TEXT: Mapping[tuple[str, str], TextKind] = MappingProxyType(
    {
        ("RulesAdopted", "origin"): INSTITUTIONAL,
        ("RepresentationBaselineRecorded", "origin"): INSTITUTIONAL,
        ("PartyMembersCounted", "origin"): INSTITUTIONAL,
        ("GroupShowedInterest", "theme"): INSTITUTIONAL,
        ("PlaceTaken", "beyond_places_because"): INSTITUTIONAL,
        ("PlaceOffered", "out_of_order_because"): INSTITUTIONAL,
        **{("PlanDrafted", f"content.{text}"): INSTITUTIONAL for text in PLAN_TEXTS},
        **{("PlanRevised", f"content.{text}"): INSTITUTIONAL for text in PLAN_TEXTS},
        **{("PlanAmended", f"content.{text}"): INSTITUTIONAL for text in PLAN_TEXTS},
        ("BureauAdviceGiven", "advice"): CLOSED,
        ("BoardQuestionAsked", "question"): CLOSED,
        ("BoardQuestionAnswered", "answer"): CLOSED,
        ("ConflictOfInterestDeclared", "interest"): PERSONAL,
        ("PlanDeferred", "reasons"): INSTITUTIONAL,
        ("PlanApproved", "reasons"): INSTITUTIONAL,
        ("PlanApproved", "conditions.text"): INSTITUTIONAL,
        ("PlanRejected", "reasons"): INSTITUTIONAL,
        ("FoundingPlan.EntryCorrected", "reasons"): INSTITUTIONAL,
        ("NetworkNameGiven", "name"): INSTITUTIONAL,
        ("NetworkNameReserved", "name"): INSTITUTIONAL,
        ("NetworkFounded", "name"): INSTITUTIONAL,
        **{("NetworkFounded", f"agreements.{text}"): INSTITUTIONAL for text in AGREEMENTS},
        ("ExistingNetworkBroughtIn", "name"): INSTITUTIONAL,
        **{("ExistingNetworkBroughtIn", f"agreements.{text}"): INSTITUTIONAL for text in AGREEMENTS},
        **{("AgreementsChanged", f"agreements.{text}"): INSTITUTIONAL for text in AGREEMENTS},
        ("NetworkSuspended", "reason"): INSTITUTIONAL,
        ("NetworkMerged", "reason"): INSTITUTIONAL,
        ("NetworkClosed", "reason"): INSTITUTIONAL,
        **{(event, f"{field}.text"): INSTITUTIONAL for event, field in ADVICE_WRITINGS},
        **{(event, f"{field}.sealed"): CLOSED for event, field in ADVICE_WRITINGS},
        ("ExpertConflictDeclared", "interest"): PERSONAL,
        ("AnswerGivenToCall", "answer"): PERSONAL,
        ("AdviceOffered", "advice"): INSTITUTIONAL,
        ("MemberJoined", "statistics"): PERSONAL,
        ("MemberReturned", "statistics"): PERSONAL,
        ("MeetingPlanned", "title"): INSTITUTIONAL,
        ("MeetingRecorded", "title"): INSTITUTIONAL,
        ("MeetingCancelled", "reason"): INSTITUTIONAL,
        ("ConversationHeld", "agreed"): INSTITUTIONAL,
        **{("LessonsTold", f"lesson.{text}"): INSTITUTIONAL for text in LESSON},
        **{("LessonsToldAgain", f"lesson.{text}"): INSTITUTIONAL for text in LESSON},
    }
)
"""By topic and the path of the field."""
