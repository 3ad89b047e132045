"""What stands beside each figure on the page of a network, and the rows under it."""

from typing import Any

from tests.evaluation.anew.figure import Said
from tests.evaluation.anew.sentences.closing import LESSONS
from tests.evaluation.anew.sentences.words import MONTHS, Words

NOTES = {
    "sensitive-network": ("extra beschermd netwerk, dus zonder aantallen", "network with extra protection, so without numbers"),
    "not-yet-measurable": ("nog niet te zeggen", "cannot be said yet"),
    "network-closed": ("dit netwerk is gestopt", "this network ended"),
    "too-few-to-publish": ("te weinig mensen om te publiceren", "too few people to publish"),
    "not-stated": ("niet opgegeven", "not stated"),
    "not-recorded-yet": ("wordt nog niet vastgelegd", "is not recorded yet"),
    "reference-is-the-target-group": (
        "van de eigen doelgroep van dit netwerk is geen telling",
        "there is no count of the target group of this network",
    ),
    "no-baseline": (
        "er is geen telling van de partij om mee te vergelijken",
        "there is no count of the party to compare with",
    ),
    "no-rules-apply": ("er gelden geen spelregels", "no rules apply"),
}
NOTHING = ("nog niets vastgelegd", "nothing recorded yet")
VERDICTS = {
    "reached": ("gehaald", "reached"),
    "not-reached": ("niet gehaald", "not reached"),
    "not-yet": ("nog niet", "not yet"),
    "stands": ("groot genoeg", "large enough"),
    "too-small": ("te klein", "too small"),
    "broad": ("bij dit aantal leden niet te onderscheiden van toeval", "with so many members not to be told apart from chance"),
}
NORMS = {
    "core-group-size": ("minstens {} nodig", "at least {} needed"),
    "core-group-continuity": ("gevraagd: elke dag", "asked: every day"),
    "core-group-mix": ("gevraagd: allebei", "asked: both"),
    "members-after-12-months": ("streefaantal {}", "target {}"),
    "days-to-fifty": ("streven: binnen {} dagen", "aim: within {} days"),
    "advice-requests": ("streven: minstens één vraag", "aim: at least one request"),
}
MIXES = {2: ("met en zonder", "with and without"), 1: ("alleen met, of alleen zonder", "only with, or only without")}
TITLES = {
    "core-group-size": ("mensen in de kerngroep", "people in the core group"),
    "core-group-continuity": ("dagen dat de kerngroep groot genoeg was", "days on which the core group was large enough"),
    "core-group-mix": ("met en zonder bestuurlijke ervaring", "with and without experience in public office"),
    "members": ("leden", "members"),
    "members-after-12-months": ("leden na twaalf maanden", "members after twelve months"),
    "days-to-fifty": ("dagen tot vijftig leden", "days to fifty members"),
    "growth-per-month": ("groei per maand", "growth per month"),
    "retention-after-6-months": ("na een half jaar nog lid", "still a member after half a year"),
    "retention-after-12-months": ("na een jaar nog lid", "still a member after a year"),
    "churn-per-quarter": ("vertrokken leden per kwartaal", "members who left per quarter"),
    "likeness": ("gelijkenis met de partij (1 = precies gelijk)", "likeness to the party (1 = exactly alike)"),
    "meetings-held": ("bijeenkomsten per kwartaal", "meetings per quarter"),
    "attendance": ("opkomst bij bijeenkomsten voor alle leden", "attendance at meetings for all members"),
    "meetings-cancelled": ("afgezegde bijeenkomsten", "meetings called off"),
    "working-groups": ("werkgroepen", "working groups"),
    "lessons": ("halfjaren waarover lessen zijn verteld", "half years with lessons told"),
    "advice-requests": ("adviesvragen", "requests for advice"),
    "advice-routes": ("hoe de adviesvragen binnenkwamen", "how the requests came in"),
    "advice-outcomes": ("hoe het met de adviesvragen staat", "where the requests stand"),
    "advice-response-time": ("dagen van vraag tot antwoord", "days from question to answer"),
    "advice-on-time": ("op tijd volgens de eerste afspraak", "in time, as agreed first"),
    "advice-on-time-as-agreed-last": ("op tijd volgens de laatste afspraak", "in time, as agreed last"),
    "advice-acknowledged": ("adviezen met bevestigde ontvangst", "advice with confirmed receipt"),
    "advice-use": ("wat er met de aanbevelingen is gedaan", "what was done with the recommendations"),
    "advice-experts": ("deskundigen per advies", "experts per advice"),
    "advice-days-with-bureau": ("dagen dat een adviesvraag bij het bureau lag", "days that a request was with the bureau"),
    "input-and-reply": ("inbreng van leden en antwoord daarop", "input of members and replies"),
    "late-entries": ("later dan veertien dagen vastgelegd", "recorded more than fourteen days late"),
    "corrections": ("verbeterde regels", "corrected lines"),
}
PARTS = {
    "form": ("formulier", "form"),
    "mail": ("e-mail", "e-mail"),
    "answered": ("beantwoord", "answered"),
    "open": ("nog open", "still open"),
    "declined": ("niet in behandeling genomen", "not taken on"),
    "withdrawn": ("ingetrokken", "withdrawn"),
    "lapsed": ("vervallen", "lapsed"),
    "unclarified": ("vervallen: er kwam geen uitleg", "lapsed: no explanation came"),
    "adopted": ("overgenomen", "adopted"),
    "partly": ("voor een deel overgenomen", "partly adopted"),
    "not": ("niet overgenomen", "not adopted"),
    "pending": ("nog niet bekend", "not known yet"),
    "undecided": ("nog geen besluit", "no decision yet"),
    "waiting": ("goedgekeurd, op de wachtlijst", "approved, on the waiting list"),
    "founded": ("netwerk opgericht", "network founded"),
    "rejected": ("afgewezen", "rejected"),
}
IN_TENS = {"reach", "overlap"}
SHARES = IN_TENS | {
    "core-group-continuity",
    "retention-after-6-months",
    "retention-after-12-months",
    "attendance",
    "meetings-cancelled",
    "advice-on-time",
    "advice-on-time-as-agreed-last",
    "advice-acknowledged",
    "late-entries",
}
MOVED = {
    "growth-per-month": ("joined", "left", "networkClosed"),
    "churn-per-quarter": ("left", "partyMembershipEnded", "networkClosed"),
    "meetings-held": ("held",),
}
COLUMNS = {
    "members": ("leden", "members"),
    "joined": ("nieuw", "new"),
    "left": ("afgemeld", "left"),
    "partyMembershipEnded": ("geen partijlid meer", "no longer a party member"),
    "networkClosed": ("lid tot het netwerk stopte", "member until the network ended"),
    "meanMembers": ("gemiddeld aantal leden", "members on average"),
    "share": ("vertrokken", "left"),
    "shareLeft": ("deel dat zichzelf afmeldde", "part that left by themselves"),
    "sharePartyMembershipEnded": ("deel dat geen partijlid meer is", "part no longer in the party"),
    "held": ("gehouden", "held"),
    "online": ("online", "online"),
    "onSite": ("op locatie", "on site"),
    "both": ("online en op locatie", "online and on site"),
}
HALVES = {"nl": ("Eerste", "Tweede"), "en": ("First", "Second")}
QUARTERS = {"nl": ("eerste", "tweede", "derde", "vierde"), "en": ("first", "second", "third", "fourth")}


def cell(words: Words, figure: str, said: Said) -> str:
    parts = [_value(words, figure, said)]
    if said["verdict"]:
        parts.append(words.say(*VERDICTS[said["verdict"]]))
    if said["norm"] is not None and figure in NORMS:
        parts.append(words.say(*NORMS[figure]).format(int(said["norm"])))
    if said["norm"] is not None and figure == "networks-founded":
        places = words.some(int(said["norm"]), ("plek", "place"), ("plekken", "places"))
        parts.append(words.say(f"de pilot begon met {places}", f"the pilot began with {places}"))
    counts_itself = said["n"] == said["value"] and not isinstance(said["value"], float)
    if said["n"] and not counts_itself and not isinstance(said["value"], list):
        parts.append(words.say(f"geteld uit {words.figures(said['n'])}", f"counted from {words.figures(said['n'])}"))
    return "; ".join(parts)


def _value(words: Words, figure: str, said: Said) -> str:
    value = said["value"]
    if value is None:
        return words.say(*(NOTES[said["note"]] if said["note"] else NOTHING))
    if isinstance(value, list):
        return _total(words, figure, said)
    if isinstance(value, dict):
        in_order = value.items() if figure == "advice-use" else sorted(value.items())
        told = ", ".join(f"{words.say(*PARTS[each])}: {count}" for each, count in in_order if count)
        return told or words.say(*NOTHING)
    if figure == "core-group-mix":
        return words.say(*MIXES[value])
    if isinstance(value, str):
        return value.replace("-", words.say(" tot ", " to "))
    return _share(words, value, 0 if figure in IN_TENS else said["n"]) if figure in SHARES else _number(words, value)


def is_empty(figure: str, said: Said) -> bool:
    """Whether there is nothing to tell but why."""
    value = said["value"]
    if isinstance(value, list):
        return figure in MOVED and not _moved(figure, said)
    return value is None or (isinstance(value, dict) and not any(value.values()))


def _total(words: Words, figure: str, said: Said) -> str:
    count = said["detail"]["ended"] if figure == "churn-per-quarter" else said["n"]
    if figure == "bureau-hours":
        hours = words.number(said["detail"]["total"])
        return words.say(f"samen {hours} uur", f"{hours} hours in all")
    if not _moved(figure, said):
        return words.say(*NOTHING)
    number = words.number(count)
    if figure == "meetings-held":
        return words.some(count, ("bijeenkomst", "meeting"), ("bijeenkomsten", "meetings"))
    times = f"{number} time" if count == 1 else f"{number} times"
    if figure == "growth-per-month":
        return words.say(f"{number} keer lid geworden", f"joined {times}")
    return words.say(f"{number} keer vertrokken", f"left {times}")


def _share(words: Words, share: float, n: int = 0) -> str:
    """A share in hundredths, with a tenth where it is of a thousand or more."""
    whole = round(100 * share, 1 if n >= 1000 else None)
    if whole == 100 and share < 1:  # of a hundred
        return words.say("meer dan 99%", "more than 99%")
    return words.say("minder dan 1%", "less than 1%") if not whole and share else f"{_number(words, whole)}%"


def _number(words: Words, number: float) -> str:
    told = f"{number:g}" if number != int(number) else words.figures(int(number))
    return told.replace(".", ",") if words.language == "nl" and number != int(number) else told


def rows(words: Words, figure: str, said: Said) -> list[str]:
    """A line for each month or quarter in which something happened."""
    if not isinstance(said["value"], list):
        return []
    return [_row(words, each) for each in _moved(figure, said)] if figure in MOVED else []


def _moved(figure: str, said: Said) -> list[dict[str, Any]]:
    """The months or quarters in which something happened."""
    return [each for each in said["value"] if any(each[moved] for moved in MOVED[figure])]


def _row(words: Words, row: dict[str, Any]) -> str:
    cells = {name: value for name, value in row.items() if name in COLUMNS}
    titles = COLUMNS if "partyMembershipEnded" in row else {**COLUMNS, "left": ("vertrokken", "left")}
    told = [f"{words.say(*titles[name])}: {_cell_of_row(words, name, value)}" for name, value in cells.items()]
    return ", ".join([_when(words, row), *told])


def _cell_of_row(words: Words, name: str, value: float | None) -> str:
    if value is None:
        return words.say("niet te zeggen", "cannot be told")
    return _share(words, value) if name.startswith("share") else _number(words, value)


def _when(words: Words, row: dict[str, Any]) -> str:
    if "month" in row:
        year, month = row["month"].split("-")
        return f"{MONTHS[words.language][int(month) - 1]} {year}"
    year, quarter = row["quarter"].split("-Q")
    name = QUARTERS[words.language][int(quarter) - 1]
    return words.say(f"{name} kwartaal van {year}", f"{name} quarter of {year}")


def own_page(words: Words, figures: dict[str, Said]) -> list[str]:
    """The lines of the page of a network under its title."""
    found = []
    for figure, title in TITLES.items():
        said = figures[figure]
        found += [f"{words.say(*title)} {cell(words, figure, said)}", *rows(words, figure, said)]
        found += [line for lesson in said["detail"].get("told", ()) for line in _lesson(words, lesson)]
    return found


def _lesson(words: Words, lesson: dict[str, Any]) -> list[str]:
    year, half = lesson["halfYear"].split("-H")
    first = words.say(f"{HALVES['nl'][int(half) - 1]} halfjaar van {year}:", f"{HALVES['en'][int(half) - 1]} half of {year}:")
    return [first, *(f"{words.say(*title)}: “{lesson[key]}”" for key, title in LESSONS.items() if lesson[key])]
