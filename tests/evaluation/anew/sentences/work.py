"""Questions five to eight: meetings, advice, input, and the work of the bureau."""

from collections import Counter
from datetime import date

from tests.evaluation.anew.sentences.page import Page, Sentences

OUTCOMES = {
    "answered": ("beantwoord", "answered"),
    "declined": ("niet in behandeling genomen", "not taken on"),
    "withdrawn": ("ingetrokken", "withdrawn"),
    "unclarified": ("zonder uitleg gebleven", "never explained"),
    "lapsed": ("vervallen zonder antwoord", "lapsed unanswered"),
    "open": ("nog open", "still open"),
}
USES = {
    "adopted": ("overgenomen", "adopted"),
    "partly": ("voor een deel overgenomen", "partly adopted"),
    "not": ("niet overgenomen", "not adopted"),
    "pending": ("nog niet bekend", "not known yet"),
}
WHY_DECLINED = {"outside-purpose": ("past niet bij het doel van het netwerk", "outside the purpose of the network")}
ANSWERS = ("antwoord", "answer"), ("antwoorden", "answers")
REQUESTS = ("adviesvraag", "request"), ("adviesvragen", "requests")
MEETINGS = ("bijeenkomst", "meeting"), ("bijeenkomsten", "meetings")


def meetings(page: Page) -> Sentences:
    held = {each.id: page.of("meetings-held", each)["n"] or 0 for each in page.networks}
    words, total = page.words, sum(held.values())
    if not total:
        yield page.say("Van geen enkel netwerk is een bijeenkomst vastgelegd.", "No meeting was recorded of any network.")
        yield page.say("Misschien waren die er wel.", "There may have been some.")
        return
    most = sorted((each for each in page.networks if held[each.id]), key=lambda each: -held[each.id])
    each_of = words.listed([f"{page.name(each)} {held[each.id]}" for each in most])
    count = words.some(total, *MEETINGS)
    verb = ("is", "was") if total == 1 else ("zijn", "were")
    yield page.say(f"Er {verb[0]} {count} vastgelegd: {each_of}.", f"In all {count} {verb[1]} recorded: {each_of}.")
    came = [(each, page.of("attendance", each)["value"]) for each in page.networks]
    shares = words.listed([f"{page.name(each)} {words.per_cent(value)}" for each, value in came if value is not None])
    yield page.say(f"Gemiddeld kwam dit deel van de leden: {shares}.", f"On average this part of the members came: {shares}.")
    if off := page.total("meetings-cancelled", "detail", "cancelled"):
        count = words.some(off, *MEETINGS)
        yield page.say(f"Er {'is' if off == 1 else 'zijn'} {count} afgezegd.", f"Called off: {count}.")
    if none := [each for each in page.networks if not held[each.id]]:
        yield page.say(f"Geen bijeenkomst vastgelegd: {page.names(none)}.", f"No meeting was recorded of {page.names(none)}.")
        yield page.say("Misschien waren die er wel.", "There may have been some.")


def advice(page: Page) -> Sentences:
    total, words = page.total("advice-requests", "value"), page.words
    if not total:
        yield page.say("Er is geen adviesvraag vastgelegd.", "No request for advice was recorded.")
        return
    counts = {each: page.total("advice-outcomes", "value", each) for each in OUTCOMES}
    outcomes = words.listed([f"{words.number(count)} {page.say(*OUTCOMES[each])}" for each, count in counts.items() if count])
    times = "once" if total == 1 else f"{words.number(total)} times"
    yield page.say(f"Er is {words.number(total)} keer om advies gevraagd: {outcomes}.", f"Advice was asked {times}: {outcomes}.")
    why = Counter(reason for each in page.networks for reason in page.of("advice-outcomes", each)["detail"].get("reasons", {}))
    if why:
        reasons = words.listed([page.say(*WHY_DECLINED[each]) for each in why])
        yield page.say(f"Waarom niet: {reasons}.", f"Why not: {reasons}.")
    yield from _in_time(page)
    yield from _uses(page)
    none = [each for each in page.networks if page.of("advice-requests", each)["verdict"] in {"not-yet", "not-reached"}]
    if none:
        yield page.say(f"Geen adviesvraag vastgelegd: {page.names(none)}.", f"No request was recorded of {page.names(none)}.")


def of_answers(page: Page, count: int) -> str:
    """So many of the answers."""
    number = page.words.number
    if not count:
        return page.say("geen antwoord", "no answer")
    if page.answered == 1:
        return page.say("het enige antwoord", "the only answer")
    return page.say(
        f"{number(count)} van de {number(page.answered)} antwoorden", f"{number(count)} of {number(page.answered)} answers"
    )


def _in_time(page: Page) -> Sentences:
    words = page.words
    first = page.total("advice-on-time", "detail", "onTime")
    last = page.total("advice-on-time-as-agreed-last", "detail", "onTime")
    if page.answered:
        yield page.say(
            f"Op tijd, dus uiterlijk op de eerst afgesproken dag: {of_answers(page, first)}.",
            f"In time, so by the day that was agreed first: {of_answers(page, first)}.",
        )
        if first != last:
            number = words.number(last)
            yield page.say(
                f"Geteld naar de laatst afgesproken dag: {number}.", f"Counted by the day that was agreed last: {number}."
            )
    if over := page.total("advice-on-time", "detail", "notAnswered"):
        number = words.number(over)
        vraag, request = ("vraag", "request") if over == 1 else ("vragen", "requests")
        yield page.say(
            f"Van {number} {vraag} is de dag voorbij zonder antwoord.",
            f"The day of {number} {request} is over without an answer.",
        )


def _uses(page: Page) -> Sentences:
    words = page.words
    for path, title in (
        (("value",), ("Aanbevelingen", "Recommendations")),
        (("detail", "advices"), ("Adviezen als geheel", "Advice as a whole")),
    ):
        counts = {each: page.total("advice-use", *path, each) for each in USES}
        if any(counts.values()):
            told = words.listed([f"{words.number(count)} {page.say(*USES[each])}" for each, count in counts.items() if count])
            yield f"{page.say(*title)}: {told}."
    if page.unknown_uses:
        count = of_answers(page, page.unknown_uses)
        yield page.say(f"Van {count} weten wij niet wat ermee is gedaan.", f"Of {count} we do not know what was done with it.")
    elif page.answered:
        yield page.say("Van elk antwoord is bekend wat ermee is gedaan.", "Of each answer it is known what was done with it.")


def contributions(page: Page) -> Sentences:
    yield page.say(
        "Dat leggen wij nog niet vast. Wij weten dus ook niet of er niets kwam.",
        "This is not recorded yet. So we do not know whether nothing came.",
    )


def bureau(page: Page) -> Sentences:
    lay, words = page.of("bureau-days"), page.words
    if lay["n"]:
        plans, detail = words.number(lay["n"]), lay["detail"]
        half = words.days(detail["median"])
        if detail["median"]:
            yield page.say(
                f"De helft van de {plans} plannen lag hooguit {half} bij het partijbureau.",
                f"Half of {plans} plans were with the party bureau for at most {half}.",
            )
        else:
            yield page.say(
                f"De helft van de {plans} plannen lag geen hele dag bij het partijbureau.",
                f"Half of {plans} plans were with the party bureau for less than a day.",
            )
        yield page.say(f"Het langst was {words.days(detail['max'])}.", f"The longest was {words.days(detail['max'])}.")
        if longest := detail["waitedForBoard"]["max"]:
            yield page.say(
                f"Een plan wachtte hooguit {words.days(longest)} op het bestuur.",
                f"A plan waited for the board for at most {words.days(longest)}.",
            )
            yield page.say("Die tijd is niet van het bureau.", "That time is not the bureau's.")
    left = page.total("advice-days-with-bureau", "n")
    if left:
        longest = max(page.of("advice-days-with-bureau", each)["detail"].get("max") or 0 for each in page.networks)
        count = words.some(left, *REQUESTS)
        verb = ("lag", "was") if left == 1 else ("lagen", "were")
        yield page.say(
            f"Omdat hun netwerk stopte, {verb[0]} {count} bij het partijbureau.",
            f"Because their network closed, {count} {verb[1]} with the party bureau.",
        )
        yield page.say(f"Het langst was {words.days(longest)}.", f"The longest was {words.days(longest)}.")
    yield from _hours(page)
    yield from _record(page)


def _hours(page: Page) -> Sentences:
    words, months = page.words, page.of("bureau-hours")["value"]
    if not months:
        yield page.say("Het partijbureau schatte zijn uren niet.", "The party bureau did not estimate its hours.")
        return
    told = words.listed(
        [
            f"{words.month(date.fromisoformat(each['month'] + '-01'))} {each['hours']} {page.say('uur', 'hours')}"
            for each in months
        ]
    )
    yield page.say(f"Het partijbureau schatte zijn uren: {told}.", f"The party bureau estimated its hours: {told}.")
    yield page.say("Voor andere maanden is er geen schatting.", "There is no estimate for other months.")


def _record(page: Page) -> Sentences:
    words, mended = page.words, page.total("corrections", "value")
    if mended:
        times = "once" if mended == 1 else f"{words.number(mended)} times"
        yield page.say(
            f"In de administratie van de netwerken is {words.number(mended)} keer iets verbeterd of doorgehaald.",
            f"In the record of the networks something was corrected or struck {times}.",
        )
    else:
        yield page.say(
            "In de administratie van de netwerken is nog niets verbeterd of doorgehaald.",
            "In the record of the networks no line was corrected or struck.",
        )
    if late := page.total("late-entries", "detail", "late"):
        lines = words.figures(page.total("late-entries", "n"))
        number = words.number(late)
        yield page.say(
            f"Later dan veertien dagen vastgelegd: {number} van de {lines} regels.",
            f"Recorded more than fourteen days late: {number} of {lines} lines.",
        )
