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
CORRECTED = Line(
    "{who} verbeterde een vermelding ({mistake}): het gebeurde op {at}.",
    "{who} corrected an entry ({mistake}): it happened on {at}.",
)
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
