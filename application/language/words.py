"""The words for every choice that the domain knows, in Dutch and in English."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from application.access.table import Scope
from application.errors import NeededFor
from application.ports.vault.looks import LookPurpose
from application.ports.vault.people import SameDetail
from application.queries.auditing.oversight import ExceptionKind
from application.register.columns import Column
from domain.across_items import Ground, WhatRests
from domain.advice.answer_days import ClockStep
from domain.advice.values import (
    AdviceKind,
    AdviceUse,
    Answered,
    Conflict,
    DeclineReason,
    Invitation,
    NextActor,
    RequesterKind,
    RequestStage,
    RequestStatus,
)
from domain.kernel.acts import CLOCK, CORE_GROUP, IMPORT, NATIONAL_BOARD, PARTY_BUREAU, DecisionForm, DecisionPart, Role, Source
from domain.kernel.entries import EntryKind, Mistake
from domain.kernel.errors import WayOut
from domain.kernel.text import Purpose, TextKind
from domain.networks.conversation import ConversationOutcome, Occasion
from domain.networks.meeting import MeetingAudience, MeetingMode
from domain.networks.membership import MembershipEnding
from domain.party.consent import ConsentPurpose, EndsWithConsent
from domain.party.erasures import StaysOnRecord, WhyErased
from domain.party.party_membership import PersonalDetail
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome
from domain.party.reference_lifting import LiftingStatus
from domain.party.service_parts import ServicePart
from domain.pilot.baseline import BaselineGroup, BaselineVariable
from domain.pilot.frozen_evaluation import NetworkFuture
from domain.pilot.pilot import TalkOutcome
from domain.pilot.rules import FoundingBody, NetworkType, PlanPart, RepresentationReference
from domain.plans.content import ConditionOwner, LapseReason, PlanOrigin, PlanStatus
from domain.plans.entries import RestsOn
from domain.plans.founding_plan import Nomination


class Language(StrEnum):
    """The languages of the service; Dutch is the first one of its users."""

    NL = "nl"
    EN = "en"


class Words(NamedTuple):
    """The same thing said in both languages."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.nl if language == Language.NL else self.en


NOT_YET = Words("Deze dienst is nog niet bedoeld voor gegevens van echte mensen.", "This service is not for real people yet.")
"""Said to whoever sets it up, reads about it or comes as a stranger, until nobody can learn from it what they should not."""

NATIONAL_BOARD_WORDS = Words("het Landelijk Bestuur", "the National Board")
PARTY_BUREAU_WORDS = Words("het partijbureau", "the party bureau")
CORE_GROUP_WORDS = Words("de kerngroep", "the core group")
PARTY_CONGRESS_WORDS = Words("het partijcongres", "the party congress")

NOT_TOLD_WHAT_FOR = Words("niet verteld waarvoor", "not told what for")
"""Said of a look of which nobody told the purpose."""

BODIES: Mapping[str, Words] = {
    NATIONAL_BOARD: NATIONAL_BOARD_WORDS,
    PARTY_BUREAU: PARTY_BUREAU_WORDS,
    CORE_GROUP: CORE_GROUP_WORDS,
    CLOCK: Words("het systeem", "the system"),
    IMPORT: Words("een bestand", "a file"),
}
"""Whoever acts and is not a person."""

KINDS: Mapping[str, Words] = {
    "Log": Words("administratie", "record"),
    "RuleBook": Words("spelregels", "rule book"),
    "Baseline": Words("telling om mee te vergelijken", "count to compare with"),
    "Pilot": Words("pilot", "pilot"),
    "FrozenEvaluation": Words("bevroren evaluatie", "frozen evaluation"),
    "FoundingPlan": Words("oprichtingsplan", "founding plan"),
    "Network": Words("netwerk", "network"),
    "NetworkName": Words("netwerknaam", "network name"),
    "Membership": Words("lidmaatschap van een netwerk", "network membership"),
    "Meeting": Words("bijeenkomst", "meeting"),
    "Conversation": Words("gesprek over het aantal leden", "talk about the number of members"),
    "Lessons": Words("geleerde lessen", "lessons"),
    "AdviceRequest": Words("adviesvraag", "request for advice"),
    "CallAnswer": Words("antwoord van een lid", "answer of a member"),
    "AdviceOffer": Words("ongevraagd advies", "unasked advice"),
    "PartyMembership": Words("partijlidmaatschap", "party membership"),
    "Office": Words("rol", "role"),
    "Consent": Words("toestemming", "consent"),
    "ServiceParts": Words("keuze van onderdelen", "choice of parts"),
    "ReferenceLifting": Words("gevraagde naam achter een verwijzing", "lifting of a reference"),
    "RecordLifting": Words("gevraagde inzage voor een controleur", "lifting of the record for an auditor"),
    "MemberClaim": Words("verzoek van iemand die zegt lid te zijn", "request of somebody who says to be a member"),
    "PrivacyRequest": Words("verzoek over de eigen gegevens", "request about one's own data"),
    "Erasures": Words("lijst van wissingen", "list of erasures"),
    "Entry": Words("regel in de geschiedenis", "line in the history"),
    "Item": Words("geschiedenis", "history"),
}
"""
What an item is called, by the name of its aggregate.

`Entry` is one line of a history, `Item` is whatever has a history.
"""

REQUEST_STAGES: Mapping[str, Words] = {
    RequestStage.ASKED: Words("gevraagd", "asked"),
    RequestStage.ACCEPTED: Words("in behandeling", "taken on"),
    RequestStage.DECLINED: Words("niet in behandeling genomen", "not taken on"),
    RequestStage.DELIVERED: Words("beantwoord", "answered"),
    RequestStage.ACKNOWLEDGED: Words("beantwoord, ontvangst bevestigd", "answered, receipt confirmed"),
    RequestStage.USE_PENDING: Words("nog niet alles teruggekoppeld", "not all feedback given yet"),
    RequestStage.FOLLOWED_UP: Words("teruggekoppeld", "feedback given"),
    RequestStage.WITHDRAWN: Words("ingetrokken", "withdrawn"),
    RequestStage.LAPSED: Words("vervallen", "lapsed"),
    RequestStage.UNCLARIFIED: Words("vervallen: er kwam geen uitleg", "lapsed: no explanation came"),
}

WORDS: Mapping[type[StrEnum], Mapping[str, Words]] = {
    Role: {
        Role.MEMBER: Words("lid", "member"),
        Role.CORE_GROUP: Words("kerngroeplid", "core group member"),
        Role.PARTY_BUREAU: Words("partijbureau", "party bureau"),
        Role.NATIONAL_BOARD: Words("Landelijk Bestuur", "National Board"),
        Role.REQUESTER: Words("adviesvrager", "requester"),
        Role.PRIVACY_OFFICER: Words("functionaris gegevensbescherming", "privacy officer"),
        Role.AUDITOR: Words("controleur", "auditor"),
        Role.ADMINISTRATOR: Words("beheerder", "administrator"),
        Role.CLOCK: Words("systeem", "system"),
        Role.VISITOR: Words("bezoeker", "visitor"),
    },
    Source: {
        Source.SELF: Words("zelf ingevoerd", "entered by themselves"),
        Source.MEETING: Words("vergadering", "meeting"),
        Source.MAIL: Words("e-mail", "e-mail"),
        Source.PHONE: Words("telefoon", "phone"),
        Source.PAPER: Words("papier", "paper"),
        Source.IMPORT: Words("bestand", "file"),
        Source.CLOCK: Words("automatisch", "automatic"),
        Source.NOT_NOTED: Words("niet genoteerd", "not noted"),
    },
    DecisionForm: {
        DecisionForm.MEETING: Words("vergadering", "meeting"),
        DecisionForm.WRITTEN_ROUND: Words("schriftelijke ronde", "written round"),
        DecisionForm.MANDATE: Words("mandaat", "mandate"),
    },
    DecisionPart: {
        DecisionPart.FORM: Words("vergadering, schriftelijke ronde of mandaat", "meeting, written round or mandate"),
        DecisionPart.DAY: Words("op welke dag", "on which day"),
        DecisionPart.TAKING_PART: Words("wie meededen", "who took part"),
        DecisionPart.MANDATE: Words("waar het mandaat staat", "where the mandate is written down"),
    },
    NetworkType: {
        NetworkType.THEME: Words("themanetwerk", "theme network"),
        NetworkType.COMMUNITY: Words("doelgroepnetwerk", "community network"),
        NetworkType.IMPORTED: Words("netwerk uit een bestand", "network from a file"),
    },
    PersonalDetail: {
        PersonalDetail.NAME: Words("naam", "name"),
        PersonalDetail.PROVINCE: Words("provincie", "province"),
        PersonalDetail.BIRTH_YEAR: Words("geboortejaar", "year of birth"),
    },
    PlanPart: {
        PlanPart.PURPOSE: Words("doel", "purpose"),
        PlanPart.ORGANISATION: Words("organisatie", "organisation"),
        PlanPart.DURATION: Words("duur", "duration"),
        PlanPart.CORE_GROUP: Words("kerngroep", "core group"),
        PlanPart.INTENDED_COOPERATION: Words("beoogde samenwerking", "intended cooperation"),
        PlanPart.YEAR_PLAN: Words("jaarplan", "plan for the year"),
        PlanPart.BUDGET: Words("begroting", "budget"),
        PlanPart.DISTINCTIVENESS: Words("verschil met andere netwerken", "difference from other networks"),
        PlanPart.SUPPORTERS: Words("steun van leden", "support of members"),
    },
    FoundingBody: {
        FoundingBody.NATIONAL_BOARD: NATIONAL_BOARD_WORDS,
        FoundingBody.PARTY_CONGRESS: PARTY_CONGRESS_WORDS,
        FoundingBody.CORE_GROUP: CORE_GROUP_WORDS,
    },
    RepresentationReference: {
        RepresentationReference.PARTY: Words("de partij", "the party"),
        RepresentationReference.TARGET_GROUP: Words("de eigen doelgroep", "its own target group"),
    },
    PlanStatus: {
        PlanStatus.DRAFT: Words("concept", "draft"),
        PlanStatus.SUBMITTED: Words("ingediend", "submitted"),
        PlanStatus.RETURNED: Words("teruggegeven, moet worden aangevuld", "returned, to be completed"),
        PlanStatus.COMPLETE: Words("compleet", "complete"),
        PlanStatus.DEFERRED: Words("besluit uitgesteld", "decision postponed"),
        PlanStatus.APPROVED_WITH_CONDITIONS: Words("goedgekeurd met voorwaarden", "approved with conditions"),
        PlanStatus.APPROVED: Words("goedgekeurd", "approved"),
        PlanStatus.WAITING: Words("goedgekeurd, op de wachtlijst", "approved, on the waiting list"),
        PlanStatus.FOUNDED: Words("netwerk opgericht", "network founded"),
        PlanStatus.REJECTED: Words("afgewezen", "rejected"),
        PlanStatus.WITHDRAWN: Words("ingetrokken", "withdrawn"),
        PlanStatus.LAPSED: Words("vervallen", "lapsed"),
    },
    PlanOrigin: {
        PlanOrigin.CORE_GROUP: CORE_GROUP_WORDS,
        PlanOrigin.NATIONAL_BOARD: NATIONAL_BOARD_WORDS,
    },
    ConditionOwner: {
        ConditionOwner.CORE_GROUP: CORE_GROUP_WORDS,
        ConditionOwner.PARTY_BUREAU: PARTY_BUREAU_WORDS,
        ConditionOwner.NATIONAL_BOARD: NATIONAL_BOARD_WORDS,
    },
    LapseReason: {
        LapseReason.CONDITION_NOT_MET: Words("er is niet op tijd aan een voorwaarde voldaan", "a condition was not met in time"),
        LapseReason.NOT_COMPLETED: Words("het plan is niet afgemaakt", "the plan was not completed"),
        LapseReason.CORE_GROUP_FELL_APART: Words("er was geen kerngroep meer", "there was no core group any more"),
    },
    Nomination: {
        Nomination.OPEN: Words("nog niet beantwoord", "not answered yet"),
        Nomination.ACCEPTED: Words("doet mee", "takes part"),
        Nomination.DECLINED: Words("doet niet mee", "does not take part"),
    },
    MembershipEnding: {
        MembershipEnding.NETWORK_CLOSED: Words("het netwerk is gestopt", "the network closed"),
        MembershipEnding.PARTY_MEMBERSHIP_ENDED: Words("geen lid meer van de partij", "no longer a party member"),
    },
    Occasion: {
        Occasion.TARGET_REACHED: Words("het streefaantal is gehaald", "the target was reached"),
        Occasion.YEAR_OVER: Words("het netwerk bestaat een jaar", "the network is a year old"),
    },
    ConversationOutcome: {
        ConversationOutcome.CONTINUE: Words("het netwerk gaat door", "the network goes on"),
        ConversationOutcome.TARGET_EXTENDED: Words("meer tijd voor het streefaantal", "more time for the target"),
        ConversationOutcome.MERGE: Words("het netwerk gaat samen met een ander netwerk", "the network joins another network"),
        ConversationOutcome.WORKING_GROUP: Words(
            "het netwerk wordt een werkgroep van een ander netwerk", "the network becomes a working group of another network"
        ),
        ConversationOutcome.CLOSE: Words("het netwerk stopt", "the network stops"),
    },
    MeetingMode: {
        MeetingMode.ONLINE: Words("online", "online"),
        MeetingMode.ON_SITE: Words("op locatie", "on site"),
        MeetingMode.BOTH: Words("op locatie en online", "on site and online"),
    },
    MeetingAudience: {
        MeetingAudience.ALL_MEMBERS: Words("alle leden van het netwerk", "all members of the network"),
        MeetingAudience.CORE_GROUP: CORE_GROUP_WORDS,
        MeetingAudience.WORKING_GROUP: Words("een werkgroep", "a working group"),
        MeetingAudience.PARTY: Words("de hele partij", "the whole party"),
    },
    Column: {
        Column.NUMBER: Words("lidnummer", "member number"),
        Column.NAME: Words("naam", "name"),
        Column.FIRST: Words("voornaam", "first name"),
        Column.INFIX: Words("tussenvoegsel", "infix"),
        Column.LAST: Words("achternaam", "last name"),
        Column.EMAIL: Words("e-mail", "e-mail"),
        Column.POSTCODE: Words("postcode", "postcode"),
        Column.COUNTRY: Words("land", "country"),
        Column.BIRTH_YEAR: Words("geboortejaar", "year of birth"),
        Column.BIRTH_DATE: Words("geboortedatum", "date of birth"),
        Column.SINCE: Words("lid sinds", "member since"),
        Column.UNTIL: Words("lid tot", "member until"),
    },
    BaselineVariable: {
        BaselineVariable.PROVINCE: Words("provincie", "province"),
    },
    BaselineGroup: {
        BaselineGroup.PARTY_MEMBERS: Words("de leden van de partij", "the members of the party"),
        BaselineGroup.VOTERS: Words("de kiezers van de partij", "the voters of the party"),
    },
    TalkOutcome: {
        TalkOutcome.WILL_WRITE_PLAN: Words("de groep schrijft een plan", "the group will write a plan"),
        TalkOutcome.JOINS_EXISTING_NETWORK: Words(
            "de groep sluit zich aan bij een bestaand netwerk", "the group joins an existing network"
        ),
        TalkOutcome.LATER: Words("later opnieuw praten", "talk again later"),
        TalkOutcome.NO_NETWORK: Words("er komt geen netwerk", "there will be no network"),
    },
    NetworkFuture: {
        NetworkFuture.GO_ON: Words("het netwerk gaat door", "the network goes on"),
        NetworkFuture.CHANGE: Words("het netwerk verandert", "the network changes"),
        NetworkFuture.STOP: Words("het netwerk stopt", "the network stops"),
    },
    RestsOn: {
        RestsOn.NETWORK_FOUNDED: Words("de oprichting van het netwerk", "the founding of the network"),
        RestsOn.WAITS_FOR_PLACE: Words("de plaats op de wachtlijst", "the place on the waiting list"),
        RestsOn.WRITTEN_SINCE: Words("een wijziging van het plan", "a change of the plan"),
        RestsOn.DECIDED_SINCE: Words("een later besluit over het plan", "a later decision on the plan"),
        RestsOn.CONDITION_ENDED: Words("het einde van een voorwaarde", "the end of a condition"),
        RestsOn.QUESTION_ANSWERED: Words("het antwoord op de vraag", "the answer to the question"),
    },
    WhatRests: {
        WhatRests.SEAT: Words("de aanstelling in de kerngroep", "the appointment to the core group"),
        WhatRests.MIX: Words("de samenstelling van de kerngroep", "the mix of the core group"),
        WhatRests.MEMBERSHIP: Words("een aanmelding bij het netwerk", "a joining of the network"),
        WhatRests.ATTENDANCE: Words("de aanwezigheid bij een bijeenkomst", "the attendance of a meeting"),
        WhatRests.MEETING: Words("een bijeenkomst", "a meeting"),
        WhatRests.REQUEST: Words("een adviesvraag", "a request for advice"),
        WhatRests.ANSWER: Words("het antwoord op een adviesvraag", "the answer to a request for advice"),
        WhatRests.ADVICE_STEP: Words("het werk aan een adviesvraag", "work on a request for advice"),
        WhatRests.CALL_ANSWER: Words("een reactie van een lid op de vraag", "an answer to a question to members"),
        WhatRests.OFFER: Words("een ongevraagd advies", "advice that nobody asked for"),
        WhatRests.LESSONS: Words("wat de kerngroep leerde", "what the core group learned"),
        WhatRests.CONVERSATION: Words("het gesprek met het netwerk", "the talk with the network"),
        WhatRests.MERGER: Words("de samenvoeging van twee netwerken", "the merging of two networks"),
        WhatRests.FOUNDING: Words("de oprichting van het netwerk", "the founding of the network"),
        WhatRests.PLAN: Words("het plan binnen de pilot", "the plan within the pilot"),
        WhatRests.PLACE: Words("de plek in de pilot", "the place in the pilot"),
    },
    Ground: {
        Ground.MEMBERSHIP: Words("het lidmaatschap van het netwerk", "the membership of the network"),
        Ground.NETWORK: Words("het netwerk", "the network"),
        Ground.APPROVAL: Words("de goedkeuring van het plan", "the approval of the plan"),
        Ground.PILOT: Words("de pilot", "the pilot"),
    },
    WayOut: {
        WayOut.MEND_IT: Words(
            "Eerst verbetert het partijbureau die regel, of haalt het die door.",
            "First the party bureau corrects or strikes that line.",
        ),
        WayOut.OTHER_DAY: Words("Die regel blijft staan. Kies een dag die wel past.", "That line stays. Choose a day that fits."),
        WayOut.DECIDE_ANEW: Words(
            "Die regel blijft staan. Leg zo nodig een nieuw besluit vast.", "That line stays. If need be, record a new decision."
        ),
    },
    Mistake: {
        Mistake.WRONG_DAY: Words("verkeerde dag", "wrong day"),
        Mistake.WRONG_PERSON: Words("verkeerde persoon", "wrong person"),
        Mistake.WRONG_NETWORK: Words("verkeerd netwerk", "wrong network"),
        Mistake.WRONG_NUMBER: Words("verkeerd aantal", "wrong number"),
        Mistake.WRONG_WORDS: Words("verkeerde tekst", "wrong text"),
        Mistake.ENTERED_TWICE: Words("dubbel vastgelegd", "entered twice"),
        Mistake.DID_NOT_HAPPEN: Words("is niet gebeurd", "did not happen"),
    },
    SameDetail: {
        SameDetail.NAME: Words("dezelfde naam", "the same name"),
        SameDetail.ADDRESS: Words("hetzelfde e-mailadres", "the same e-mail address"),
    },
    NeededFor: {
        NeededFor.SEAT: Words("een kerngroep", "a core group"),
        NeededFor.NOMINATION: Words("een voordracht of een plan", "a nomination or a plan"),
        NeededFor.EXPERT: Words("een taak als deskundige", "a task as expert"),
        NeededFor.ATTENDANCE: Words("aanwezigheid bij een bijeenkomst", "presence at a meeting"),
        NeededFor.CALL_ANSWER: Words("een antwoord op een vraag aan leden", "an answer to a question to members"),
        NeededFor.MEMBERSHIP: Words("een lidmaatschap", "a membership"),
        NeededFor.ROLE: Words("een rol", "a role"),
    },
    EntryKind: {
        EntryKind.BEGINS: Words("begin", "beginning"),
        EntryKind.ENDS: Words("einde", "ending"),
        EntryKind.STATES: Words("melding", "statement"),
    },
    TextKind: {
        TextKind.INSTITUTIONAL: Words("zakelijke tekst, zonder namen", "business text, without names"),
        TextKind.CLOSED: Words("vertrouwelijke tekst, alleen voor dit dossier", "confidential text, for this case only"),
        TextKind.PERSONAL: Words("persoonlijke tekst van de schrijver", "personal text of the author"),
    },
    LookPurpose: {
        LookPurpose.NETWORK_WORK: Words("voor het werk van het netwerk", "for the work of the network"),
        LookPurpose.ADVICE_WORK: Words("voor een adviesvraag", "for a request for advice"),
        LookPurpose.PLAN_WORK: Words("voor een oprichtingsplan", "for a founding plan"),
        LookPurpose.ASKED_BY_THEM: Words("omdat de persoon zelf dat vroeg", "because they asked for it themselves"),
        LookPurpose.MENDING: Words("om te verbeteren wat verkeerd is vastgelegd", "to correct what was recorded wrongly"),
        LookPurpose.OVERSIGHT: Words("om toezicht te houden", "to see that the rules are kept"),
    },
    ConsentPurpose: {
        ConsentPurpose.SENSITIVE_NETWORK: Words(
            "meedoen aan een extra beschermd netwerk", "being in a network with extra protection"
        ),
        ConsentPurpose.WEEKLY_MESSAGE: Words("elke week een bericht krijgen", "getting a message every week"),
        ConsentPurpose.CORE_GROUP_CONTACT: Words(
            "leden laten zien dat u in de kerngroep zit", "letting members see that you are in the core group"
        ),
    },
    EndsWithConsent: {
        EndsWithConsent.MEMBERSHIP: Words("het lidmaatschap van het netwerk", "the membership of the network"),
        EndsWithConsent.SEAT: Words("meedoen in de kerngroep", "being in the core group"),
        EndsWithConsent.NOMINATION: Words("de toezegging voor de kerngroep", "the promise to join the core group"),
        EndsWithConsent.WEEKLY_MESSAGE: Words("het weekoverzicht", "the weekly message"),
        EndsWithConsent.CORE_GROUP_CONTACT: Words(
            "naam en e-mailadres op de pagina van het netwerk", "name and e-mail address on the page of the network"
        ),
    },
    Purpose: {
        Purpose.IDENTITY: Words("naam en gegevens", "name and record"),
        Purpose.STATISTICS: Words("provincie en leeftijd", "province and age"),
        Purpose.CONTRIBUTION: Words("inbreng", "contribution"),
        Purpose.CONFLICT_OF_INTEREST: Words("tegenstrijdig belang", "conflict of interest"),
    },
    AdviceKind: {
        AdviceKind.ADVICE: Words("advies", "advice"),
        AdviceKind.SOUNDING_BOARD: Words("een klankbordgesprek", "a talk as a sounding board"),
    },
    RequesterKind: {
        RequesterKind.POLITICIAN: Words("politicus", "politician"),
        RequesterKind.PARTY_BODY: Words("onderdeel van de partij", "part of the party"),
        RequesterKind.COMMITTEE: Words("commissie", "committee"),
    },
    RequestStage: REQUEST_STAGES,
    RequestStatus: {
        **REQUEST_STAGES,
        RequestStatus.CLARIFICATION_ASKED: Words(
            "wacht op uitleg van de adviesvrager", "waiting for an explanation of the requester"
        ),
        RequestStatus.OVERDUE: Words("te laat", "overdue"),
        RequestStatus.WITHOUT_NETWORK: Words("zonder netwerk", "without a network"),
    },
    NextActor: {
        NextActor.REQUESTER: Words("de adviesvrager", "the requester"),
        NextActor.CORE_GROUP: CORE_GROUP_WORDS,
        NextActor.PARTY_BUREAU: PARTY_BUREAU_WORDS,
        NextActor.NOBODY: Words("niemand", "nobody"),
    },
    DeclineReason: {
        DeclineReason.OUTSIDE_PURPOSE: Words("past niet bij het doel van het netwerk", "outside the purpose of the network"),
        DeclineReason.NO_TIME: Words("te weinig tijd vóór die dag", "too little time before that day"),
        DeclineReason.NO_EXPERTISE: Words("te weinig kennis van dit onderwerp", "too little knowledge of this subject"),
        DeclineReason.ANSWERED_BEFORE: Words("al eerder beantwoord", "already answered"),
        DeclineReason.OTHER: Words("een andere reden", "another reason"),
    },
    Answered: {
        Answered.YES: Words("ja", "yes"),
        Answered.PARTLY: Words("voor een deel", "partly"),
        Answered.NO: Words("nee", "no"),
    },
    AdviceUse: {
        AdviceUse.ADOPTED: Words("overgenomen", "adopted"),
        AdviceUse.PARTLY: Words("voor een deel overgenomen", "partly adopted"),
        AdviceUse.NOT: Words("niet overgenomen", "not adopted"),
        AdviceUse.PENDING: Words("nog niet bekend", "not known yet"),
    },
    Invitation: {
        Invitation.OPEN: Words("nog niet beantwoord", "not answered yet"),
        Invitation.ACCEPTED: Words("aangenomen", "accepted"),
        Invitation.DECLINED: Words("niet aangenomen", "declined"),
    },
    Conflict: {
        Conflict.NONE: Words("geen eigen belang gemeld", "no interest declared"),
        Conflict.DECLARED: Words("eigen belang gemeld", "interest declared"),
        Conflict.DISCLOSED: Words("eigen belang, staat bij het advies", "interest, mentioned with the advice"),
    },
    ClockStep: {
        ClockStep.REMINDED: Words("herinnerd", "reminded"),
        ClockStep.NO_ANSWER_YET: Words("nog geen antwoord", "no answer yet"),
        ClockStep.OVERDUE: Words("te laat", "overdue"),
        ClockStep.LAPSED: Words("vervallen", "lapsed"),
        ClockStep.CLARIFICATION_REMINDED: Words("herinnering gestuurd over de uitleg", "reminded of the explanation"),
        ClockStep.UNCLARIFIED: Words("vervallen: er kwam geen uitleg", "lapsed: no explanation came"),
    },
    WhyErased: {
        WhyErased.ASKED: Words("op verzoek", "as asked"),
        WhyErased.TERM_OVER: Words("de bewaartermijn was voorbij", "the term was over"),
    },
    ServicePart: {
        ServicePart.PILOT: Words("pilot", "pilot"),
        ServicePart.HOURS: Words("uren van het partijbureau", "hours of the party bureau"),
        ServicePart.BASELINES: Words("tellingen", "counts"),
        ServicePart.CONDITIONS: Words("voorwaarden bij een besluit", "conditions of a decision"),
        ServicePart.RECOMMENDATIONS: Words("losse aanbevelingen in een advies", "separate recommendations in an advice"),
        ServicePart.LESSONS: Words("geleerde lessen", "lessons"),
        ServicePart.CONVERSATIONS: Words("gesprekken over het streefaantal", "talks about the target"),
    },
    LiftingStatus: {
        LiftingStatus.ASKED: Words("gevraagd", "asked"),
        LiftingStatus.AGREED: Words("goedgekeurd", "agreed"),
        LiftingStatus.REFUSED: Words("geweigerd", "refused"),
        LiftingStatus.TOLD: Words("naam genoemd", "name told"),
    },
    PrivacyMatter: {
        PrivacyMatter.ACCESS: Words("inzage", "access"),
        PrivacyMatter.RECTIFICATION: Words("verbetering", "rectification"),
        PrivacyMatter.RESTRICTION: Words("beperking van het gebruik", "restriction"),
        PrivacyMatter.OBJECTION: Words("bezwaar", "objection"),
        PrivacyMatter.ERASURE: Words("wissen", "erasure"),
    },
    PrivacyOutcome: {
        PrivacyOutcome.DONE: Words("gedaan", "done"),
        PrivacyOutcome.PARTLY: Words("voor een deel gedaan", "partly done"),
        PrivacyOutcome.REFUSED: Words("niet gedaan", "refused"),
    },
    StaysOnRecord: {
        StaysOnRecord.ACTS_IN_OFFICE: Words(
            "wat iemand voor de partij besloot of vastlegde, zonder naam",
            "what somebody did in office, without a name",
        ),
        StaysOnRecord.ACTS_IN_NETWORKS: Words("wat er in netwerken gebeurde, zonder naam", "what happened there, without a name"),
    },
    ExceptionKind: {
        ExceptionKind.BEYOND_PLACES: Words("meer plekken dan afgesproken", "more places than agreed"),
        ExceptionKind.OUT_OF_ORDER: Words("niet op volgorde van de wachtlijst", "not in the order of the waiting list"),
        ExceptionKind.LAPSED: Words("vervallen", "lapsed"),
        ExceptionKind.DEFERRED: Words("besluit uitgesteld", "decision postponed"),
        ExceptionKind.TAKEN_BACK: Words("teruggenomen", "taken back"),
        ExceptionKind.REOPENED: Words("weer geopend", "opened again"),
        ExceptionKind.LATE: Words("laat vastgelegd", "recorded late"),
    },
    Scope: {
        Scope.ALL: Words("alles", "everything"),
        Scope.SELF: Words("alleen voor uzelf", "only for yourself"),
        Scope.OWN_NETWORK: Words("alleen uw eigen netwerk", "only your own network"),
        Scope.OWN_REQUEST: Words("alleen uw eigen adviesvraag", "only your own request"),
        Scope.READER: Words(
            "alleen een adviesvraag waarbij u deskundige bent, of een open advies van uw netwerk",
            "only a request that you are an expert on, or an open advice of your network",
        ),
        Scope.MEMBERSHIP: Words("alleen een netwerk waarvan u lid bent", "only a network that you are a member of"),
        Scope.INITIATOR: Words("alleen het plan waaraan u meedoet", "only the plan that you take part in"),
    },
}
"""By the type of the choice: two choices may have the same value, such as `core-group`, and mean different things."""


def words_for(choice: StrEnum) -> Words:
    return WORDS[type(choice)][choice]


def word(choice: StrEnum, language: Language) -> str:
    return words_for(choice).in_language(language)
