"""What each rule of a rule book means, in Dutch and in English."""

from collections.abc import Mapping

from application.language.words import Words

RULES: Mapping[str, Words] = {
    "core_group_minimum": Words("Minimumaantal leden van een kerngroep", "Minimum number of core group members"),
    "core_group_grace_days": Words(
        "Dagen om een te kleine kerngroep aan te vullen",
        "Days to complete a core group that is too small",
    ),
    "core_group_reminder_days": Words(
        "Dagen tot de herinnering bij een te kleine kerngroep",
        "Days until the reminder when a core group is too small",
    ),
    "core_group_appointed_by": Words(
        "Wie na de oprichting kerngroepleden aanstelt", "Who appoints core group members after the founding"
    ),
    "chair_required": Words("Moet een kerngroep een voorzitter hebben?", "Must a core group have a chair?"),
    "core_group_mix_asked": Words(
        "Moet een kerngroep mensen met en zonder bestuurlijke ervaring hebben?",
        "Must a core group have people with and without experience in public office?",
    ),
    "founding_body": Words("Wie een netwerk opricht", "Who founds a network"),
    "required_parts": Words("Wat in een oprichtingsplan moet staan", "What a founding plan must contain"),
    "supporters_minimum": Words(
        "Minimumaantal leden dat de oprichting steunt", "Minimum number of members who support the founding"
    ),
    "supporter_membership_days": Words(
        "Dagen dat iemand partijlid moet zijn om te steunen (het partijbureau controleert dit)",
        "Days of party membership needed to be a supporter (the party bureau checks this)",
    ),
    "supporter_contribution_paid": Words(
        "Moet wie steunt de contributie hebben betaald? (het partijbureau controleert dit)",
        "Must supporters have paid their membership fee? (the party bureau checks this)",
    ),
    "plan_word_limit": Words("Maximumaantal woorden van een plan", "Maximum number of words of a plan"),
    "may_start_with_board": Words(
        "Mag het Landelijk Bestuur zelf een plan beginnen?", "May the National Board begin a plan itself?"
    ),
    "completeness_check_required": Words(
        "Moet het partijbureau een plan eerst controleren?", "Must the party bureau check a plan first?"
    ),
    "bureau_advice_required": Words("Moet het partijbureau eerst advies geven?", "Must the party bureau give its advice first?"),
    "target_members": Words("Streefaantal leden", "Target number of members"),
    "target_after_months": Words(
        "Maanden waarna een netwerk het streefaantal wil hebben", "Months after which a network wants to reach the target"
    ),
    "target_is_aim": Words(
        "Is het streefaantal een doel en geen eis? (het leidt tot een gesprek en sluit nooit een netwerk)",
        "Is the target an aim and not a demand? (it leads to a talk and never closes a network)",
    ),
    "renewal_notice_days": Words(
        "Dagen vóór het einde waarop de vraag komt of het netwerk doorgaat",
        "Days before the end on which we ask whether the network goes on",
    ),
    "condition_reminder_days": Words(
        "Dagen van tevoren waarop een herinnering aan een voorwaarde komt",
        "Days before a condition is due on which a reminder comes",
    ),
    "suspension_allowed": Words("Kan een netwerk worden stilgelegd?", "Can a network be suspended?"),
    "non_members_allowed": Words(
        "Mogen ook mensen lid worden van het netwerk die geen partijlid zijn?", "May people join who are not party members?"
    ),
    "party_end_pending_days": Words(
        "Dagen waarin het einde van een partijlidmaatschap ongedaan kan worden gemaakt",
        "Days in which the end of a party membership can be undone",
    ),
    "sensitive_minimum_age": Words(
        "Minimumleeftijd voor een extra beschermd netwerk",
        "Minimum age for a network with extra protection",
    ),
    "published_minimum_cell": Words(
        "Kleinste aantal mensen dat wij publiceren",
        "Smallest number of people that we publish",
    ),
    "representation_reference": Words(
        "Met wie wij de leden van een netwerk vergelijken", "With whom we compare the members of a network"
    ),
    "advice_acceptance_required": Words(
        "Moet een kerngroep een adviesvraag eerst in behandeling nemen?", "Must a core group first take on a request?"
    ),
    "advice_reminder_days": Words(
        "Dagen vóór de afgesproken dag waarop een herinnering komt",
        "Days before the agreed day on which a reminder comes",
    ),
    "advice_overdue_days": Words(
        "Dagen na de afgesproken dag waarna een advies te laat is",
        "Days after the agreed day on which advice is overdue",
    ),
    "advice_lapse_days": Words(
        "Dagen na de afgesproken dag waarna een vraag vervalt die niemand in behandeling nam",
        "Days after the agreed day on which a request lapses that nobody took on",
    ),
    "clarification_reminder_days": Words(
        "Dagen waarna de adviesvrager een herinnering krijgt om uitleg te geven",
        "Days after which the requester is reminded to explain",
    ),
}
"""By the name of the rule (domain.pilot.rules.NetworkRules)."""
