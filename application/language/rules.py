"""What each rule of a rule book means, in Dutch and in English."""

from collections.abc import Mapping

from application.language.words import Words

RULES: Mapping[str, Words] = {
    "core_group_minimum": Words("Zoveel mensen heeft een kerngroep minstens.", "A core group has at least this many people."),
    "core_group_grace_days": Words(
        "Zoveel dagen heeft een kerngroep om weer groot genoeg te worden.",
        "A core group has this many days to become large enough again.",
    ),
    "core_group_reminder_days": Words(
        "Na zoveel dagen komt er een herinnering als een kerngroep te klein is.",
        "After this many days a core group that is too small is reminded.",
    ),
    "core_group_appointed_by": Words(
        "Wie na de oprichting leden van de kerngroep aanstelt.", "Who appoints the core group after the founding."
    ),
    "chair_required": Words("Of een kerngroep een voorzitter moet hebben.", "Whether a core group must have a chair."),
    "core_group_mix_asked": Words(
        "Of een kerngroep mensen met en zonder bestuurlijke ervaring moet hebben.",
        "Whether a core group should have people with and without administrative experience.",
    ),
    "founding_body": Words("Wie een netwerk opricht.", "Who founds a network."),
    "required_parts": Words("Wat er in een oprichtingsplan moet staan.", "What a founding plan must have."),
    "supporters_minimum": Words("Zoveel leden moeten de oprichting steunen.", "This many members must support the founding."),
    "supporter_membership_days": Words(
        "Zoveel dagen moet iemand partijlid zijn om te mogen steunen; het partijbureau staat ervoor in.",
        "Somebody must be a party member for this many days to count as a supporter; the party bureau vouches for it.",
    ),
    "supporter_contribution_paid": Words(
        "Of wie steunt de contributie betaald moet hebben; het partijbureau staat ervoor in.",
        "Whether supporters must have paid their contribution; the party bureau vouches for it.",
    ),
    "plan_word_limit": Words("Zoveel woorden mag een plan hebben.", "A plan may have this many words."),
    "may_start_with_board": Words(
        "Of het Landelijk Bestuur zelf een plan mag beginnen.", "Whether the National Board may begin a plan itself."
    ),
    "completeness_check_required": Words(
        "Of het partijbureau een plan eerst moet nakijken.", "Whether the party bureau must check a plan first."
    ),
    "bureau_advice_required": Words(
        "Of het partijbureau eerst advies moet geven.", "Whether the party bureau must advise first."
    ),
    "target_members": Words(
        "Zoveel leden wil een netwerk na een tijd hebben.", "A network wants to have this many members after a while."
    ),
    "target_after_months": Words("Na zoveel maanden.", "After this many months."),
    "target_is_aim": Words(
        "Of dat aantal een doel is en geen eis. Het leidt tot een gesprek en sluit nooit een netwerk.",
        "Whether that number is an aim and not a demand. It leads to a talk and never closes a network.",
    ),
    "renewal_notice_days": Words(
        "Zoveel dagen voor het einde komt de vraag of het netwerk doorgaat.",
        "This many days before the end the question comes whether the network goes on.",
    ),
    "condition_reminder_days": Words(
        "Zoveel dagen voordat een voorwaarde vervuld moet zijn komt er een herinnering.",
        "This many days before a condition is due comes a reminder.",
    ),
    "suspension_allowed": Words("Of een netwerk stilgelegd kan worden.", "Whether a network can be suspended."),
    "non_members_allowed": Words(
        "Of ook mensen die geen partijlid zijn zich mogen aansluiten.", "Whether people who are no party members may join."
    ),
    "party_end_pending_days": Words(
        "Zoveel dagen is het einde van een partijlidmaatschap nog ongedaan te maken.",
        "For this many days the end of a party membership can be undone.",
    ),
    "sensitive_minimum_age": Words(
        "Zo oud moet iemand minstens zijn voor een gevoelig netwerk.",
        "Somebody must be at least this old for a sensitive network.",
    ),
    "published_minimum_cell": Words(
        "Een aantal mensen met een kenmerk wordt pas vanaf deze grootte gepubliceerd.",
        "A number of people with an attribute is published from this size on.",
    ),
    "representation_reference": Words(
        "Op wie de leden van een netwerk moeten lijken.", "Whom the members of a network should look like."
    ),
    "advice_acceptance_required": Words(
        "Of een kerngroep een adviesaanvraag eerst moet aannemen.", "Whether a core group must accept a request first."
    ),
    "advice_reminder_days": Words(
        "Zoveel dagen voor de afgesproken dag komt een herinnering.",
        "This many days before the agreed day a reminder comes.",
    ),
    "advice_overdue_days": Words(
        "Zoveel dagen na de afgesproken dag is een advies te laat.",
        "This many days after the agreed day an advice is overdue.",
    ),
    "advice_lapse_days": Words(
        "Zoveel dagen na de afgesproken dag vervalt een aanvraag die niemand aannam.",
        "This many days after the agreed day a request lapses that nobody accepted.",
    ),
    "clarification_reminder_days": Words(
        "Zoveel dagen na een verzoek om uitleg krijgt de vrager een herinnering.",
        "This many days after a clarification was asked whoever put the question is reminded.",
    ),
}
"""By the name of the rule (domain.pilot.rules.NetworkRules)."""
