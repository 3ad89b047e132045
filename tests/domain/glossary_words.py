"""The words that events, errors and commands are made of: one word per thing (DOMAIN 5.1)."""

GLOSSARY = {
    "Party, Member, Members": "party member members membership",
    "MemberRegister": "register",
    "Network, ThemeNetwork, CommunityNetwork": "network theme community",
    "BringInExistingNetwork": "bring brought in existing",
    "Longlist, Priority, MemberSurvey": "longlist priority survey",
    "ExpressionOfInterest": "expression interest",
    "Initiators": "initiators",
    "FoundingPlan": "founding plan plans",
    "purpose, organisation, duration, term": "purpose organisation duration term",
    "three agreements": "agreements",
    "intendedCooperation": "intended cooperation",
    "CoreGroup, CoreGroupChair": "core group chair",
    "appoint, stepDown": "appoint appointed step stepped down",
    "NationalBoard, BoardDecision": "board decision decides decided",
    "ConditionalApproval": "condition approve approved approval",
    "Defer": "defer deferred deferral",
    "PartyBureau, NetworkCoordinator, ContactPoint": "bureau coordinator contact",
    "WaitingList": "wait waiting list listed",
    "found, close, merge": "found founded close closed merge merged merger",
    "renew": "renew renewed renewal longer",
    "NetworkMembership, join, leave": "join joined leave left",
    "EndorsePurpose": "endorse endorsed",
    "Meeting, Attendance, WorkingGroup": "meeting attendance working",
    "lessons of a core group, by half year": "lesson lessons tell told half over",
    "AdviceRequest, Requester, DeliverAdvice": "advice advise request requester deliver delivered requested",
    "Expert": "expert",
    "Feedback (on use)": "use reported report recommendation publish published acknowledge acknowledged",
    "TalkList": "talk",
    "Dossier, NameErased": "dossier name erased",
    "Pilot, Evaluation, BaselineMeasurement, BroadRepresentation": "pilot evaluation baseline representation shares",
    "RuleBook": "rule rules book",
    "ConflictOfInterest, recuse": "conflict conflicted recuse recused",
    "ExpenseContribution, Donation": "contribution donation",
    "GrowthCurve": "growth curve",
    "YearPlan, YearReport": "year report",
}
"""By the glossary's entries."""

LIFE_CYCLE = {
    "writing a plan": "draft drafted revise revised submit submitted return returned amend amended",
    "what the bureau checks": "completeness complete incomplete missing",
    "how a plan ends": "reject rejected withdraw withdrawn lapse lapsed carried out",
    "seats on a plan and in a network": "seat nominate nominated nomination accept accepted decline declined drop",
    "deliberation": "question ask asked answer answered reason declare declared",
    "conditions": "meet met",
    "supporters, where rules ask for them": "supporters count counted",
    "places: 'plekken', capacity before the design": "place offer offered taken freed back put line next off",
    "talks": "showed held",
    "a network between founding and closing": "suspend suspended suspension resume resumed change changed",
    "sensitive networks": "sensitive mark marked explicit consent young",
    "rules are decisions": "adopt adopted",
    "a request on its way": "redirect redirected clarification agree agreed invite invited invitation disclose disclosed",
    "a request and its day": "reminded overdue day past twice",
    "a call to all members": "call called",
    "the end of a party membership waits": "announce announced pending undo undone due",
    "a talk about the number of members": "conversation held",
    "time does something by itself": "let time pass reminded over goes forward calendar lacks",
    "'slapend'": "dormant fell",
    "a core group below its minimum": "small repaired",
    "meetings": "planned move moved cancel cancelled hold number named names kept present fewer than",
    "roles": "office role",
    "late, mended and erased entries": "entry correct corrected correction correctable late",
}
"""By the life cycles and the event storming (DOMAIN 5.2, 5.3) and the design's decisions on them (DESIGN 2 to 4)."""

EVERY_DAY = {
    "beginning and ending, of anything": "start started begun open opened end ended",
    "giving and recording, of anything": "give given received record recorded",
    "what a refusal says": "already not no has nothing too few long allowed may needed impossible exists known unknown open",
    "when": "again now since yet future new stays",
    "glue": "a the of on into itself another body group to",
    "whoever asks": "person access denied",
    "what a command asks of the log": "log command id item version superseded stale reused",
    "an error's base class": "domain error",
    "rules that hold": "apply",
    "checks and finds": "checked find",
}
"""Words that need no entry, each group with what it is for."""


def words_of(*tables: dict[str, str]) -> set[str]:
    return {word for table in tables for words in table.values() for word in words.split()}
