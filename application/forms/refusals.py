"""Which field of a command a refusal is about, so that a form can say it beside that field."""

from collections.abc import Mapping

from application.commands.base import Command

PERSON = ("nominee", "expert", "names", "person")
HAPPENED = ("corrected_at", "on", "at")
DAY = ("day", "due", "closes_on", "until", "ends_on", "valid_from", "on", "at")
NAME = ("name",)

FIELDS: Mapping[str, tuple[str, ...]] = {
    # who
    **dict.fromkeys(("already-a-party-member", "already-in-core-group", "already-member", "not-a-member"), PERSON),
    **dict.fromkeys(("not-a-party-member", "not-in-core-group", "not-nominated", "nominated-already"), PERSON),
    **dict.fromkeys(("nominated-person-not-found", "person-missing", "person-not-found", "requester-missing"), PERSON),
    **dict.fromkeys(("no-address-in-use", "role-held-already", "role-not-held", "last-administrator-stays"), PERSON),
    **dict.fromkeys(("expert-answered-already", "expert-invited-already", "expert-not-invited"), PERSON),
    **dict.fromkeys(("both-still-needed", "person-merged-already", "person-not-merged"), ("merged",)),
    **dict.fromkeys(("merged-into-itself", "merged-with-oneself"), ("into",)),
    "possibly-same-person": ("somebody_else",),
    "not-a-birth-year": ("birth_year",),
    "address-not-confirmed": ("email",),
    "part-needs-another": ("parts",),
    "role-not-given": ("role",),
    "role-term-already-over": ("last_day",),
    # when
    **dict.fromkeys(
        ("in-the-future", "not-on-another-day", "recorded-too-late", "nothing-to-rest-on-then", "correction-impossible"), HAPPENED
    ),
    **dict.fromkeys(("day-already-past", "deferred-until-past-day", "meeting-not-yet", "meeting-planned-too-late"), DAY),
    **dict.fromkeys(("term-already-over", "term-not-longer"), ("ends_on",)),
    **dict.fromkeys(("half-year-not-begun", "half-year-over"), ("half_year",)),
    **dict.fromkeys(("network-not-begun-yet", "pilot-not-begun-yet"), ("on", "at")),
    **dict.fromkeys(("evaluation-not-yet",), ("result_day", "day")),
    **dict.fromkeys(("evaluation-frozen-already", "nothing-recorded-then", "nothing-to-freeze"), ("day",)),
    "month-not-of-pilot": ("month",),
    "baseline-recorded-already": ("reference_day",),
    # what is called, and written
    **dict.fromkeys(("network-name-taken", "network-name-given-already", "hidden-character-in-name"), NAME),
    **dict.fromkeys(("foreign-letter-in-name", "mixed-scripts-in-name", "name-looks-latin"), NAME),
    "rules-version-exists": ("rules_version",),
    "group-known-already": ("theme",),
    **dict.fromkeys(("lessons-told-already", "no-lesson-told"), ("what_worked",)),
    "lessons-answered-already": ("answer",),
    "no-change-told": ("on", "at"),
    "nothing-to-deliver": ("advice",),
    "reason-needed": ("beyond_places_because", "out_of_order_because", "reason", "reasons"),
    "no-place-left": ("beyond_places_because",),
    "not-next-in-line": ("out_of_order_because",),
    "privacy-reasons-missing": ("reasons",),
    "entry-has-no-reasons": ("reasons",),
    "entry-has-no-talk": ("talked_on",),
    # how many
    **dict.fromkeys(("entry-has-no-number", "fewer-present-than-named"), ("present",)),
    "reaction-too-long": ("reaction",),
    "welcome-too-long": ("welcome",),
    "fewer-seats-than-stated": ("with_experience",),
    "shares-incomplete": ("shares",),
    # which
    **dict.fromkeys(("entry-not-found", "entry-not-correctable", "entry-not-newest", "entry-already-withdrawn"), ("of",)),
    **dict.fromkeys(("condition-lapsed", "condition-not-due", "condition-not-open"), ("condition_number",)),
    "condition-due-too-early": ("conditions",),
    "question-not-open": ("question_number",),
    "recommendation-unknown": ("uses",),
    "plan-version-superseded": ("plan_version",),
    "purpose-changed-since": ("purpose_version",),
    **dict.fromkeys(("explicit-consent-needed", "unknown-consent-wording"), ("consent_version",)),
    **dict.fromkeys(("consent-needs-network", "network-not-evaluated"), ("network",)),
    "another-evaluation-seen": ("digest",),
    "joining-gives-consent": ("purpose",),
    "network-asked-twice": ("other_networks", "other_network"),
    "no-rules-apply": ("network_type",),
    "unknown-group": ("group",),
    "reference-unknown": ("reference",),
    "record-not-lifted": ("network",),
    "last-day-not-near": ("until",),
    "auditor-needed": ("person",),
    "names-not-kept": ("attendees",),
    "closed-request-not-recorded": ("closed",),
    # how the board decided
    **dict.fromkeys(("board-decision-incomplete", "too-few-took-part", "mandate-not-given-yet"), ("decided",)),
    **dict.fromkeys(("decided-on-another-day", "conflicted-member-decides"), ("decided",)),
}
"""By the code of the refusal: the fields that it can be about, of which the first that the command has filled in is meant."""


def field_of(code: str, command: Command) -> str | None:
    """Give the field of a command that a refusal is about; None when it is about what the command is given on."""
    fields = [name for name in FIELDS.get(code, ()) if name in type(command).model_fields]
    filled_in = (name for name in fields if getattr(command, name) is not None)
    return next(filled_in, next(iter(fields), None))
