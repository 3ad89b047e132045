"""What is said of party memberships and offices: a line for each event."""

from application.language.sentences import Line
from application.language.words import Words

LAST_DAY = Words("De laatste dag is {last_day}.", "The last day is {last_day}.")

LINES = {
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
    "PartyMembershipWithdrawn": Line(
        "Dit partijlidmaatschap was dubbel vastgelegd, en telt niet meer mee.",
        "This party membership was recorded twice, and no longer counts.",
    ),
    "PartyMembershipRestored": Line(
        "Dit partijlidmaatschap was toch niet dubbel vastgelegd, en telt weer mee.",
        "This party membership was not recorded twice after all, and counts again.",
    ),
    "PersonalDetailsCorrected": Line(
        "{who} verbeterde gegevens van deze persoon: {details}.", "{who} corrected details of this person: {details}."
    ),
    "RoleGiven": Line(
        "{who} gaf {reference} een rol: {held_role}.", "{who} gave {reference} a role: {held_role}.", also={"last_day": LAST_DAY}
    ),
    "RoleEnded": Line("{who} beëindigde deze rol.", "{who} ended this role."),
    "RoleGivenAgain": Line("{who} gaf deze rol opnieuw.", "{who} gave this role again.", also={"last_day": LAST_DAY}),
}
