"""What was decided, in a few words, by the name of the event that records it: the register of decisions and the log say it so."""

from collections.abc import Mapping

from application.language.words import Words

DECISIONS: Mapping[str, Words] = {
    "RulesAdopted": Words("regels vastgesteld", "rules adopted"),
    "PilotOpened": Words("pilot begonnen", "pilot begun"),
    "PilotEnded": Words("pilot beëindigd", "pilot ended"),
    "PlaceTaken": Words("plek boven het aantal gegeven", "place given beyond the number"),
    "PlaceOffered": Words("plek buiten de volgorde aangeboden", "place offered out of order"),
    "PlanApproved": Words("plan goedgekeurd", "plan approved"),
    "PlanRejected": Words("plan afgewezen", "plan rejected"),
    "PlanDeferred": Words("besluit uitgesteld", "decision postponed"),
    "PlanWaitListed": Words("plan op de wachtlijst", "plan on the waiting list"),
    "NetworkFounded": Words("netwerk opgericht", "network founded"),
    "ExistingNetworkBroughtIn": Words("bestaand netwerk opgenomen", "existing network brought in"),
    "AgreementsChanged": Words("afspraken gewijzigd", "agreements changed"),
    "NetworkMarkedSensitive": Words("netwerk extra beschermd", "network given extra protection"),
    "SeatsOffered": Words("leden mogen zelf in de kerngroep komen", "members may join the core group by themselves"),
    "NetworkSuspended": Words("netwerk stilgelegd", "network suspended"),
    "NetworkResumed": Words("netwerk gaat weer door", "network resumed"),
    "NetworkRenewed": Words("netwerk verlengd", "network renewed"),
    "NetworkMerged": Words("netwerk samengevoegd", "network merged"),
    "NetworkClosed": Words("netwerk opgeheven", "network closed"),
    "NetworkReopened": Words("netwerk heropend", "network reopened"),
    "LessonsAnswered": Words("antwoord op wat de partij moet veranderen", "answer to what the party should change"),
    "NetworkRenamed": Words("netwerk anders genoemd", "network renamed"),
}
