"""One line for every kind of event, by its topic; application.language.events adds who did it and how it came in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from application.language.words import Language, Words

NOTHING_MORE: Mapping[str, Words] = MappingProxyType({})


class Line(NamedTuple):
    """
    A sentence about one kind of event.

    ``{who}`` is whoever did it, other names in braces are fields of the event or of what it holds. ``also`` adds a sentence
    when a field is there.
    """

    nl: str
    en: str
    also: Mapping[str, Words] = NOTHING_MORE

    def in_language(self, language: Language, data: Mapping[str, object]) -> list[str]:
        """Give the sentences that these data call for."""
        first = self.nl if language == Language.NL else self.en
        return [first, *(words.in_language(language) for name, words in self.also.items() if data.get(name))]


BECAUSE = Words("Reden: {reason}", "Reason: {reason}")
REASONS = Words("Redenen: {reasons}", "Reasons: {reasons}")
BEYOND_PLACES = Words(
    "Daarmee ging het bestuur boven het aantal plekken. Reden: {beyond_places_because}",
    "With this the board went beyond the places. Reason: {beyond_places_because}",
)
OUT_OF_ORDER = Words(
    "Daarmee week het bestuur af van de volgorde. Reden: {out_of_order_because}",
    "With this the board departed from the order. Reason: {out_of_order_because}",
)
CLOSED_REQUEST = Words("Vertrouwelijk: {closed}.", "Closed: {closed}.")
RECORDED_FOR = Words("Voor de vrager vastgelegd ({recorded_by}).", "Recorded for the requester ({recorded_by}).")
CORRECTED = Line(
    "{who} verbeterde een vermelding ({mistake}): het gebeurde op {at}.",
    "{who} corrected an entry ({mistake}): it happened on {at}.",
)
PRESENT = Words("Aantal aanwezigen: {present}.", "Number present: {present}.")
WITHDRAWN = Line("{who} trok een vermelding in ({mistake}).", "{who} withdrew an entry ({mistake}).")

LINES: Mapping[str, Line] = MappingProxyType(
    {
        "LogOpened": Line("Het logboek begon.", "The log began."),
        "RuleBookOpened": Line("{who} begon een boek met spelregels.", "{who} began a rule book."),
        "RulesAdopted": Line(
            "{who} stelde de spelregels {rules_version} vast voor dit type: {network_type}. Ze gelden vanaf {valid_from}.",
            "{who} adopted the rules {rules_version} for this type: {network_type}. They hold from {valid_from}.",
        ),
        "RepresentationBaselineRecorded": Line(
            "{who} legde een nulmeting vast van {group}, naar {variable}: {counted} mensen op {reference_day}. Bron: {origin}.",
            "{who} recorded a baseline of {group}, by {variable}: {counted} people on {reference_day}. Source: {origin}.",
        ),
        "PartyMembersCounted": Line(
            "{who} legde vast dat de partij {members} leden had op {reference_day}. Bron: {origin}.",
            "{who} recorded that the party had {members} members on {reference_day}. Source: {origin}.",
        ),
        "PilotOpened": Line(
            "{who} begon de pilot {label} met {places} plekken, van {first_day} tot en met {last_day}.",
            "{who} began the pilot {label} with {places} places, from {first_day} until {last_day}.",
        ),
        "GroupShowedInterest": Line("Een groep wil een netwerk rond: {theme}.", "A group wants a network around: {theme}."),
        "TalkHeld": Line(
            "{who} praatte met een groep die een netwerk wil. Uitkomst: {outcome}.",
            "{who} talked with a group that wants a network. Outcome: {outcome}.",
        ),
        "PilotTimeOver": Line(
            "De laatste dag van de pilot is voorbij. Evalueer de pilot en beëindig hem.",
            "The last day of the pilot is over. Evaluate the pilot and end it.",
        ),
        "DeferralEnded": Line(
            "De tijd die het bestuur had gevraagd is voorbij. Het plan ligt er weer.",
            "The time that the board had asked for is over. The plan is before it again.",
        ),
        "ConditionReminded": Line(
            "Voorwaarde {condition_number} moet bijna vervuld zijn. Er ging een herinnering uit.",
            "Condition {condition_number} is due soon. A reminder was given.",
        ),
        "ConditionNotMetInTime": Line(
            "De dag van voorwaarde {condition_number} is voorbij. Is zij vervuld?",
            "The day of condition {condition_number} is over. Was it met?",
        ),
        "HoursEstimated": Line(
            "{who} schatte hoeveel uren de netwerken het partijbureau kostten in {month}: {hours}.",
            "{who} estimated how many hours the networks took the party bureau in {month}: {hours}.",
        ),
        "PlaceTaken": Line(
            "{network} nam een plek in de pilot in.",
            "{network} took a place in the pilot.",
            {"beyond_places_because": BEYOND_PLACES},
        ),
        "PlaceFreed": Line("De plek van {network} kwam vrij.", "The place of {network} became free."),
        "PlanPutOnWaitingList": Line(
            "{plan} kwam op de wachtlijst. Het was compleet op {complete_at}.",
            "{plan} was put on the waiting list. It was complete on {complete_at}.",
        ),
        "PlaceOffered": Line(
            "Aan {plan} werd een vrije plek aangeboden.",
            "A free place was offered to {plan}.",
            {"out_of_order_because": OUT_OF_ORDER},
        ),
        "PlaceOfferTakenBack": Line(
            "De plek die aan {plan} was aangeboden, ging naar een ander plan.",
            "The place that was offered to {plan} went to another plan.",
        ),
        "PlanTakenOffWaitingList": Line("{plan} ging van de wachtlijst af.", "{plan} left the waiting list."),
        "PilotEnded": Line("{who} beëindigde de pilot.", "{who} ended the pilot."),
        "PlanDrafted": Line("{who} begon een oprichtingsplan voor {name}.", "{who} began a founding plan for {name}."),
        "PlanRevised": Line("{who} paste het concept aan.", "{who} wrote the draft differently."),
        "CoreGroupMemberNominated": Line(
            "{who} vroeg {reference} voor de kerngroep.", "{who} asked {reference} for a seat in the core group."
        ),
        "NominationAccepted": Line(
            "{reference} nam de plaats in de kerngroep aan.", "{reference} accepted the seat in the core group."
        ),
        "NominationDeclined": Line(
            "{reference} nam de plaats in de kerngroep niet aan of gaf die terug.",
            "{reference} declined the seat in the core group or gave it up.",
        ),
        "ChairNominated": Line(
            "{who} droeg {reference} voor als voorzitter.", "{who} named {reference} as chair of the core group."
        ),
        "SupportersCounted": Line(
            "{who} telde hoeveel leden de oprichting steunen: {supporters}.",
            "{who} counted the members who support the founding: {supporters}.",
        ),
        "PlanSubmitted": Line(
            "{who} diende versie {plan_version} van het plan in bij het partijbureau.",
            "{who} handed version {plan_version} of the plan to the party bureau.",
        ),
        "PlanAmended": Line(
            "{who} diende een nieuwe versie van het plan in: versie {plan_version}.",
            "{who} handed in a new version of the plan: version {plan_version}.",
        ),
        "PlanReturned": Line(
            "{who} gaf versie {plan_version} van het plan terug. Er ontbrak nog: {missing}.",
            "{who} gave version {plan_version} of the plan back. It lacked: {missing}.",
        ),
        "PlanFoundComplete": Line(
            "{who} vond versie {plan_version} van het plan compleet, volgens de spelregels {rules_version}.",
            "{who} found version {plan_version} of the plan complete, under the rules {rules_version}.",
        ),
        "BureauAdviceGiven": Line(
            "{who} gaf het Landelijk Bestuur advies over versie {plan_version} van het plan.",
            "{who} advised the National Board on version {plan_version} of the plan.",
        ),
        "BoardQuestionAsked": Line("{who} stelde de kerngroep een vraag.", "{who} asked the core group a question."),
        "BoardQuestionAnswered": Line(
            "{who} beantwoordde vraag {question_number} van het Landelijk Bestuur.",
            "{who} answered question {question_number} of the National Board.",
        ),
        "ConflictOfInterestDeclared": Line(
            "{reference} heeft een tegenstrijdig belang en beslist niet mee over dit plan.",
            "{reference} has a conflict of interest and takes no part in deciding on this plan.",
        ),
        "PlanDeferred": Line(
            "{who} hield versie {plan_version} van het plan aan tot {until}.",
            "{who} deferred version {plan_version} of the plan until {until}.",
            {"reasons": REASONS},
        ),
        "PlanApproved": Line(
            "{who} keurde versie {plan_version} van het plan goed, volgens de spelregels {rules_version}.",
            "{who} approved version {plan_version} of the plan, under the rules {rules_version}.",
            {
                "conditions": Words("Er zijn voorwaarden: {conditions}.", "There are conditions: {conditions}."),
                "reasons": REASONS,
            },
        ),
        "PlanRejected": Line(
            "{who} wees versie {plan_version} van het plan af, volgens de spelregels {rules_version}.",
            "{who} rejected version {plan_version} of the plan, under the rules {rules_version}.",
            {"reasons": REASONS},
        ),
        "ConditionMet": Line("Aan voorwaarde {condition_number} is voldaan.", "Condition {condition_number} was met."),
        "ConditionLapsed": Line(
            "Aan voorwaarde {condition_number} is niet op tijd voldaan.", "Condition {condition_number} was not met in time."
        ),
        "PlanWaitListed": Line(
            "Het plan is goedgekeurd en wacht op een plek. Het was compleet op {complete_at}.",
            "The plan was approved and waits for a place. It was complete on {complete_at}.",
        ),
        "PlanCarriedOut": Line("Op dit plan is {network} opgericht.", "On this plan {network} was founded."),
        "PlanWithdrawn": Line("{who} trok het plan in.", "{who} withdrew the plan."),
        "PlanLapsed": Line("Het plan verviel: {lapse_reason}.", "The plan lapsed: {lapse_reason}."),
        "FoundingPlan.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"reasons": REASONS}),
        "FoundingPlan.EntryWithdrawn": WITHDRAWN,
        "NetworkFounded": Line("{who} richtte {name} op.", "{who} founded {name}."),
        "ExistingNetworkBroughtIn": Line(
            "{who} bracht {name} in. Dit netwerk bestond al sinds {existed_since}.",
            "{who} brought in {name}. This network had existed since {existed_since}.",
        ),
        "CoreGroupMemberAppointed": Line(
            "{reference} kreeg een plaats in de kerngroep.", "{reference} was appointed to the core group."
        ),
        "CoreGroupMemberSteppedDown": Line(
            "De plaats van {reference} in de kerngroep eindigde.", "The seat of {reference} in the core group ended."
        ),
        "CoreGroupChairAppointed": Line(
            "{reference} werd voorzitter van de kerngroep.", "{reference} became chair of the core group."
        ),
        "CoreGroupMixStated": Line(
            "{who} gaf aan hoe bestuurlijke ervaring in de kerngroep is verdeeld.",
            "{who} stated how administrative experience is divided in the core group.",
        ),
        "AgreementsChanged": Line(
            "{who} maakte nieuwe afspraken met het netwerk. Versie van het doel: {purpose_version}.",
            "{who} agreed anew with the network. Version of the purpose: {purpose_version}.",
        ),
        "NetworkMarkedSensitive": Line(
            "{who} markeerde het netwerk als gevoelig. Wat vanaf nu komt, is beter beschermd.",
            "{who} marked the network as sensitive. What comes from now on is better protected.",
        ),
        "NetworkSuspended": Line("{who} legde het netwerk stil.", "{who} suspended the network.", {"reason": BECAUSE}),
        "NetworkResumed": Line("{who} liet het netwerk weer doorgaan.", "{who} let the network go on."),
        "NetworkRenewed": Line(
            "{who} verlengde de afspraken met het netwerk. Einddatum: {ends_on}.",
            "{who} renewed the agreements with the network. Last day: {ends_on}.",
        ),
        "RenewalAsked": Line(
            "De afgesproken duur loopt bijna af. Gaat het netwerk door?",
            "The agreed duration ends soon. Does the network go on?",
        ),
        "NetworkFellDormant": Line(
            "De afgesproken duur liep af zonder besluit. Het netwerk is slapend.",
            "The agreed duration ended without a decision. The network is dormant.",
        ),
        "CoreGroupFoundTooSmall": Line(
            "De kerngroep is te klein: {size} van minstens {minimum}. Dat moet hersteld zijn op {repair_by}.",
            "The core group is too small: {size} of at least {minimum}. That should be repaired by {repair_by}.",
        ),
        "CoreGroupReminded": Line(
            "De kerngroep kreeg een herinnering: zij is nog te klein.",
            "The core group was reminded: it is still too small.",
        ),
        "CoreGroupNotRepaired": Line(
            "De kerngroep is niet op tijd hersteld. Het partijbureau is ingelicht.",
            "The core group was not repaired in time. The party bureau was told.",
        ),
        "CoreGroupRepaired": Line("De kerngroep is groot genoeg.", "The core group is large enough."),
        "NetworkMerged": Line(
            "{who} liet het netwerk opgaan in {into}. De leden worden opnieuw gevraagd.",
            "{who} let the network merge into {into}. Its members are asked anew.",
            {"reason": BECAUSE},
        ),
        "MergerReceived": Line("{merged} ging op in dit netwerk.", "{merged} went on as part of this network."),
        "NetworkClosed": Line("{who} hief het netwerk op.", "{who} closed the network.", {"reason": BECAUSE}),
        "Network.EntryCorrected": CORRECTED,
        "Network.EntryWithdrawn": WITHDRAWN,
        "NetworkNameGiven": Line("{network} kreeg de naam {name}.", "{network} got the name {name}."),
        "NetworkNameReserved": Line(
            "De naam {name} is bezet tot dit plan een netwerk wordt: {plan}.",
            "The name {name} is reserved until this plan becomes a network: {plan}.",
        ),
        "NetworkNameReservedAgain": Line(
            "De naam is weer bezet, voor dit plan: {plan}.", "The name is reserved again, for this plan: {plan}."
        ),
        "NetworkNameFreed": Line("De naam is weer vrij.", "The name is free again."),
        "ReservedNameGiven": Line("{network} kreeg de naam.", "{network} got the name."),
        "MemberJoined": Line(
            "{reference} sloot zich aan bij het netwerk en onderschreef het doel, versie {purpose_version}.",
            "{reference} joined the network and endorsed its purpose, version {purpose_version}.",
        ),
        "MemberReturned": Line(
            "{reference} sloot zich opnieuw aan bij het netwerk en onderschreef het doel, versie {purpose_version}.",
            "{reference} joined the network again and endorsed its purpose, version {purpose_version}.",
        ),
        "MemberLeft": Line("{reference} ging weg uit het netwerk.", "{reference} left the network."),
        "MembershipEnded": Line(
            "Het lidmaatschap van {reference} eindigde: {ending}.", "The membership of {reference} ended: {ending}."
        ),
        "PurposeEndorsed": Line(
            "{reference} onderschreef het nieuwe doel, versie {purpose_version}.",
            "{reference} endorsed the new purpose, version {purpose_version}.",
        ),
        "Membership.EntryCorrected": CORRECTED,
        "Membership.EntryWithdrawn": WITHDRAWN,
        "MeetingPlanned": Line(
            "{who} plande een bijeenkomst: {title}. Dag: {day}. Vorm: {mode}. Voor: {audience}.",
            "{who} planned a meeting: {title}. Day: {day}. Form: {mode}. For: {audience}.",
        ),
        "MeetingRecorded": Line(
            "{who} legde vast dat er een bijeenkomst was: {title}. Vorm: {mode}. Voor: {audience}. Aanwezig: {present}.",
            "{who} recorded that there was a meeting: {title}. Form: {mode}. For: {audience}. Present: {present}.",
        ),
        "MeetingMoved": Line("{who} verplaatste de bijeenkomst naar {day}.", "{who} moved the meeting to {day}."),
        "MeetingCancelled": Line("{who} zegde de bijeenkomst af.", "{who} called the meeting off.", {"reason": BECAUSE}),
        "MeetingHeld": Line(
            "{who} legde vast dat de bijeenkomst doorging. Aanwezig: {present}.",
            "{who} recorded that the meeting was held. Present: {present}.",
        ),
        "Meeting.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"present": PRESENT}),
        "Meeting.EntryWithdrawn": WITHDRAWN,
        "AdviceRequest.EntryCorrected": Line(
            CORRECTED.nl, CORRECTED.en, {"talked_on": Words("Het gesprek was op {talked_on}.", "The talk was on {talked_on}.")}
        ),
        "AdviceRequest.EntryWithdrawn": WITHDRAWN,
        "ConversationOpened": Line(
            "Er is iets om over te praten: {occasion}, op {day}. Het streefaantal is {target}.",
            "There is something to talk about: {occasion}, on {day}. The target is {target}.",
        ),
        "ConversationHeld": Line(
            "{who} en het netwerk praatten erover. Uitkomst: {outcome}.",
            "{who} and the network talked about it. Outcome: {outcome}.",
            {"agreed": Words("Afgesproken: {agreed}", "Agreed: {agreed}")},
        ),
        "LessonsTold": Line(
            "{who} vertelde wat de kerngroep leerde in {half_year}.",
            "{who} told what the core group learned in {half_year}.",
        ),
        "LessonsToldAgain": Line(
            "{who} vertelde opnieuw wat de kerngroep leerde.", "{who} told anew what the core group learned."
        ),
        "AdviceRequested": Line(
            "{who} stelde het netwerk een vraag ({kind}). Er is antwoord nodig op {due}.",
            "{who} put a question to the network ({kind}). An answer is needed by {due}.",
            {"closed": CLOSED_REQUEST, "recorded_by": RECORDED_FOR},
        ),
        "AdviceRequestAccepted": Line("{who} nam de adviesaanvraag aan.", "{who} accepted the request for advice."),
        "AdviceRequestDeclined": Line(
            "{who} nam de adviesaanvraag niet aan: {decline_reason}.", "{who} declined the request for advice: {decline_reason}."
        ),
        "AdviceRequestRedirected": Line(
            "{who} bracht de adviesaanvraag naar {network}. Er is antwoord nodig op {due}.",
            "{who} brought the request for advice to {network}. An answer is needed by {due}.",
        ),
        "RequestLeftToBureau": Line(
            "Het netwerk hield op. Het partijbureau zoekt een ander netwerk voor deze vraag.",
            "The network closed. The party bureau looks for another one for this question.",
        ),
        "ClarificationAsked": Line(
            "{who} vroeg om uitleg. De dagen tellen zolang niet.", "{who} asked what is meant. Meanwhile the days wait."
        ),
        "ClarificationGiven": Line(
            "{who} gaf uitleg. Er is nu antwoord nodig op {due}.", "{who} said what is meant. An answer is now needed by {due}."
        ),
        "ClarificationReminded": Line(
            "Herinnering: de kerngroep wacht nog op uitleg.", "A reminder: the core group still waits for a clarification."
        ),
        "ClarificationNotGiven": Line(
            "De adviesaanvraag verviel: er kwam geen uitleg.", "The request for advice lapsed: no clarification came."
        ),
        "NewDayAgreed": Line(
            "Er is een nieuwe dag afgesproken: er is antwoord nodig op {due}.",
            "A new day was agreed: an answer is needed by {due}.",
        ),
        "NewDayRefused": Line(
            "{who} was het niet eens met de nieuwe dag. Er is weer antwoord nodig op {due}.",
            "{who} had not agreed with the new day. An answer is needed by {due} again.",
        ),
        "ExpertInvited": Line(
            "{who} vroeg {reference} om als deskundige mee te werken.", "{who} invited {reference} to work on it as an expert."
        ),
        "ExpertAccepted": Line("{reference} werkt mee als deskundige.", "{reference} works on it as an expert."),
        "ExpertDeclined": Line(
            "{reference} werkt niet mee als deskundige, of is gestopt.",
            "{reference} does not work on it as an expert, or stopped.",
        ),
        "ExpertConflictDeclared": Line(
            "{reference} heeft een eigen belang bij het onderwerp en werkt niet mee tot dat bij het advies wordt vermeld.",
            "{reference} has an interest of their own and takes no part until it will be disclosed with the advice.",
        ),
        "ExpertConflictDisclosed": Line(
            "Het belang van {reference} wordt bij het advies vermeld.",
            "The interest of {reference} will be disclosed with the advice.",
        ),
        "MembersCalled": Line(
            "{who} vroeg alle leden van het netwerk om mee te denken, tot en met {closes_on}.",
            "{who} asked all members of the network to think along, until {closes_on}.",
        ),
        "ContributionGiven": Line("{network} droeg bij aan het antwoord.", "{network} contributed to the answer."),
        "AdviceDelivered": Line("{who} gaf antwoord.", "{who} answered."),
        "AdviceAcknowledged": Line(
            "{who} ontving het advies. Is de vraag beantwoord? {answered}.",
            "{who} received the advice. Was the question answered? {answered}.",
        ),
        "AdviceUseReported": Line("{who} vertelde wat er met het advies is gedaan.", "{who} told what was done with the advice."),
        "AdviceUsePublished": Line(
            "Wat er met het advies is gedaan, is voor alle leden te lezen.",
            "What was done with the advice can be read by all members.",
        ),
        "AdviceRequestWithdrawn": Line("{who} trok de adviesaanvraag in.", "{who} withdrew the request for advice."),
        "AnswerReminded": Line("De dag voor het antwoord komt dichterbij.", "The day for the answer comes near."),
        "NoAnswerYet": Line(
            "De dag voor het antwoord is voorbij. Er is nog geen antwoord.",
            "The day for the answer has passed. There is no answer yet.",
        ),
        "AdviceOverdue": Line(
            "Het antwoord is te laat. Het partijbureau vraagt ernaar.", "The answer is overdue. The party bureau asks after it."
        ),
        "AdviceRequestLapsed": Line(
            "De adviesaanvraag verviel: niemand nam haar aan.", "The request for advice lapsed: nobody accepted it."
        ),
        "AnswerGivenToCall": Line("{reference} dacht mee.", "{reference} thought along."),
        "AdviceOffered": Line("{network} gaf ongevraagd advies.", "{network} gave advice unasked."),
        "PartyMembershipStarted": Line("{reference} is lid van de partij.", "{reference} is a member of the party."),
        "PartyMembershipEndAnnounced": Line(
            "Het partijlidmaatschap eindigt. Dat is definitief op {final_on}.",
            "The party membership ends. That is final on {final_on}.",
        ),
        "PartyMembershipEndUndone": Line(
            "Het gemelde einde van het partijlidmaatschap was een vergissing.",
            "The announced end of the party membership was a mistake.",
        ),
        "PartyMembershipEnded": Line("Het partijlidmaatschap eindigde.", "The party membership ended."),
        "PartyMembershipStartedAgain": Line(
            "Een oud-lid werd opnieuw lid van de partij.", "A former member became a member of the party again."
        ),
        "RoleGiven": Line("{who} gaf {reference} een rol: {held_role}.", "{who} gave {reference} a role: {held_role}."),
        "RoleEnded": Line("{who} beëindigde deze rol.", "{who} ended this role."),
        "RoleGivenAgain": Line("{who} gaf deze rol opnieuw.", "{who} gave this role again."),
    }
)
