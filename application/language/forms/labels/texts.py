"""What fields of free text are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import NO_NAMES, Label, label
from application.language.words import Words

TEXTS: Mapping[str, Label] = {
    "title": label("Waar gaat het over?", "What is it about?", "Vul in waar het over gaat", "Fill in what it is about", NO_NAMES),
    "label": label(
        "Hoe heet de pilot?", "What is the pilot called?", "Vul in hoe de pilot heet", "Fill in what the pilot is called"
    ),
    "theme": label(
        "Waarover wil de groep een netwerk?",
        "On what does the group want a network?",
        "Vul in waarover de groep een netwerk wil",
        "Fill in on what the group wants a network",
        NO_NAMES,
    ),
    "purpose": label(
        "Wat is het doel?", "What is the purpose?", "Vul in wat het doel is", "Fill in what the purpose is", NO_NAMES
    ),
    "organisation": label(
        "Hoe is het netwerk georganiseerd?",
        "How is the network organised?",
        "Vul in hoe het netwerk is georganiseerd",
        "Fill in how the network is organised",
        NO_NAMES,
    ),
    "intended_cooperation": label(
        "Met wie wil het netwerk samenwerken?",
        "With whom does the network want to cooperate?",
        "Vul in met wie het netwerk wil samenwerken",
        "Fill in with whom the network wants to cooperate",
        NO_NAMES,
    ),
    "year_plan": label(
        "Wat doet het netwerk in het eerste jaar?",
        "What does the network do in its first year?",
        "Vul in wat het netwerk in het eerste jaar doet",
        "Fill in what the network does in its first year",
    ),
    "budget": label(
        "Wat kost het, en wie betaalt dat?",
        "What does it cost, and who pays?",
        "Vul in wat het kost en wie dat betaalt",
        "Fill in what it costs and who pays",
    ),
    "distinctiveness": label(
        "Wat is het verschil met andere netwerken?",
        "What is the difference from other networks?",
        "Vul in wat het verschil met andere netwerken is",
        "Fill in what the difference from other networks is",
    ),
    "question": label("Wat is uw vraag?", "What is your question?", "Vul uw vraag in", "Fill in your question", NO_NAMES),
    "answer": label("Wat is het antwoord?", "What is the answer?", "Vul het antwoord in", "Fill in the answer"),
    "advice": label("Wat is het advies?", "What is the advice?", "Vul het advies in", "Fill in the advice"),
    "contribution": label(
        "Wat draagt uw netwerk bij?",
        "What does your network contribute?",
        "Vul in wat uw netwerk bijdraagt",
        "Fill in what it is",
    ),
    "recommendations": label(
        "Aanbevelingen",
        "Recommendations",
        "Vul op elke regel één aanbeveling in, of laat dit leeg",
        "Fill in one recommendation on each line, or leave this empty",
    ),
    "minority_views": label(
        "Wat vond een minderheid?",
        "What did a minority think?",
        "Vul in wat een minderheid vond, of laat dit leeg",
        "Fill in what a minority thought, or leave this empty",
        NO_NAMES,
    ),
    "talked_with": label(
        "Met wie was het gesprek?",
        "With whom was the talk?",
        "Vul in met wie het gesprek was",
        "Fill in with whom the talk was",
        Words("Noem de rol, geen namen.", "Name the role, and no people."),
    ),
    "reason": label("Waarom?", "Why?", "Schrijf op waarom", "Write down why", NO_NAMES),
    "reasons": label(
        "Waarom besloot het bestuur dit?",
        "Why did the board decide this?",
        "Schrijf op waarom het bestuur zo besloot",
        "Write down why the board decided so",
        Words("Iedereen kan dit lezen. Noem geen namen van mensen.", "Everybody can read this. Name no people."),
    ),
    "explanation": label("Toelichting", "Explanation", "Vul een toelichting in", "Fill in an explanation"),
    "interest": label("Wat is het eigen belang?", "What is the own interest?", "Vul in wat het belang is", "Fill in what it is"),
    "reaction": label(
        "Wat vindt de kerngroep van de evaluatie?",
        "What does the core group think of the evaluation?",
        "Schrijf de reactie van de kerngroep op",
        "Write down the reaction of the core group",
        Words(
            "Niet meer dan 200 woorden. Iedereen kan dit later lezen. Noem geen namen van mensen.",
            "Not more than 200 words. Everybody can read this later. Name no people.",
        ),
    ),
    "observation": label("Wat valt op?", "What stands out?", "Schrijf op wat opvalt", "Write down what stands out", NO_NAMES),
    "result": label(
        "Wat vonden zij?", "What did they find?", "Schrijf op wat zij vonden", "Write down what they found", NO_NAMES
    ),
    "ground": label(
        "Waarom besloot het bestuur dit?",
        "Why did the board decide this?",
        "Schrijf op waarom het bestuur zo besloot",
        "Write down why the board decided so",
        Words("Iedereen kan dit later lezen. Noem geen namen van mensen.", "Everybody can read this later. Name no people."),
    ),
    "agreed": label(
        "Wat is er afgesproken?", "What was agreed?", "Vul in wat er is afgesproken", "Fill in what was agreed", NO_NAMES
    ),
    "what_worked": label("Wat ging goed?", "What went well?", "Vul in wat goed ging", "Fill in what went well", NO_NAMES),
    "what_did_not": label(
        "Wat ging niet goed?", "What did not go well?", "Vul in wat niet goed ging", "Fill in what did not go well", NO_NAMES
    ),
    "what_to_change": label(
        "Wat moet de partij veranderen?",
        "What should the party change?",
        "Vul in wat de partij moet veranderen",
        "Fill in what the party should change",
        NO_NAMES,
    ),
    "beyond_places_because": label(
        "Waarom mag dit netwerk erbij, als alle plekken bezet zijn?",
        "Why may this network begin when all places are taken?",
        "Schrijf op waarom dit netwerk erbij mag",
        "Write down why this network may begin",
    ),
    "out_of_order_because": label(
        "Waarom gaat dit plan voor?",
        "Why does this plan go first?",
        "Schrijf op waarom dit plan voorgaat",
        "Write down why this plan goes first",
        Words("Alleen als een ander plan langer wacht.", "Only if another plan has waited longer."),
    ),
    "origin": label("Waar staat dit?", "Where does this stand?", "Vul in waar dit staat", "Fill in where this stands"),
    "mandate": label(
        "Waar staat het mandaat?",
        "Where is the mandate written down?",
        "Vul in waar het mandaat staat",
        "Fill in where the mandate is written down",
    ),
    "text": label("Wat is de voorwaarde?", "What is the condition?", "Vul de voorwaarde in", "Fill in the condition"),
    "remark": label("Opmerking", "Remark", "Vul een opmerking in", "Fill in a remark"),
    "place": label(
        "Waar is het?",
        "Where is it?",
        "Vul een adres of een gebouw in",
        "Fill in an address or a building",
        Words("Bijvoorbeeld de naam van een zaal met het adres.", "For example the name of a hall with its address."),
    ),
    "link": label(
        "Adres van een webpagina",
        "Address of a web page",
        "Vul een webadres in, zoals https://voorbeeld.nl",
        "Fill in a web address, such as https://voorbeeld.nl",
    ),
    "rules_version": label(
        "Hoe heten deze regels?",
        "What are these rules called?",
        "Vul een korte naam in, zoals lente-2026",
        "Fill in a short name, such as spring-2026",
        Words("Kleine letters, cijfers, punten en streepjes.", "Small letters, digits, dots and hyphens."),
    ),
}
