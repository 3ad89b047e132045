"""What went wrong with a question of somebody who looks over the record, and what to do next."""

from application.language.sentences import Sentence

AUDITING = {
    "unknown-figure": Sentence(
        "Dit cijfer kennen wij niet: {figure}.",
        "We do not know this figure: {figure}.",
        "Kies een cijfer van de evaluatie.",
        "Choose a figure of the evaluation.",
    ),
    "figure-needs-item": Sentence(
        "Dit cijfer is er van elk netwerk apart. U noemde nog geen netwerk.",
        "There is one such figure of each network. You have named no network yet.",
        "Kies van welk netwerk u het wilt weten.",
        "Choose of which network you want to know it.",
    ),
    "figure-needs-no-item": Sentence(
        "Dit cijfer gaat over alle netwerken samen, en niet over één netwerk.",
        "This figure is about all networks together, and not about one network.",
        "Vraag het cijfer zonder netwerk.",
        "Ask for the figure without a network.",
    ),
    "day-not-begun": Sentence(
        "De gekozen dag moet nog komen: {on}.",
        "The chosen day is still to come: {on}.",
        "Kies vandaag, {today}, of een eerdere dag.",
        "Choose today, {today}, or an earlier day.",
    ),
    "network-not-begun-then": Sentence(
        "Op {on} was dit netwerk er nog niet. Het begon op {since}.",
        "On {on} this network was not there yet. It began on {since}.",
        "Kies {since} of een latere dag.",
        "Choose {since} or a later day.",
    ),
    "nothing-recorded-then": Sentence(
        "Van {on} is niets vastgelegd: alles begon op {since}.",
        "Nothing is recorded of {on}: everything began on {since}.",
        "Kies {since} of een latere dag.",
        "Choose {since} or a later day.",
    ),
    "no-rules-then": Sentence(
        "Op {on} golden er nog geen spelregels. De eerste gelden vanaf {since}.",
        "On {on} no rules were in force yet. The first hold from {since}.",
        "Kies {since} of een latere dag.",
        "Choose {since} or a later day.",
    ),
    "unknown-rules-version": Sentence(
        "Er zijn geen spelregels met versie “{version}” vastgesteld.",
        "No rules of version “{version}” were adopted.",
        "Kies een versie uit de lijst van spelregels.",
        "Choose a version from the list of rules.",
    ),
    "unknown-plan-version": Sentence(
        "Versie {version} van dit plan is niet ingediend. De nieuwste is versie {newest}.",
        "Version {version} of this plan was not submitted. The newest is version {newest}.",
        "Kies een versie die is ingediend.",
        "Choose a version that was submitted.",
    ),
    "not-known-then": Sentence(
        "Op {since} was hierover nog niets vastgelegd.",
        "On {since} nothing was recorded about this yet.",
        "Kies een latere dag.",
        "Choose a later day.",
    ),
}
