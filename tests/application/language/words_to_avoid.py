"""The words that people do not use for these things, each with what to say instead: the one table of the test beside it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from application.language.words import Language


class Avoided(NamedTuple):
    """A pattern of words, what to say instead, and how it looks in a sentence that somebody might write."""

    pattern: str
    instead: str
    example: str

    def is_in(self, text: str) -> bool:
        return re.search(self.pattern, text, re.IGNORECASE) is not None


OF_PROGRAMS = (
    Avoided(r"/v1/|\buuid\b|\bjson\b|if-match|idempotency|event-position|authorization", "a field for programs", "Geef een UUID"),
    Avoided(r"\b(true|false|null)\b", "yes or no", "moet true zijn"),
    Avoided(r"\b\d{4}-(H[12]|\d\d)\b(?!-\d\dT|-\d\d)", "a month or half year in words", "Lessen over 2023-H1"),
    Avoided(r"docs/", "the manual", "Kijk in docs/contract.md"),
    Avoided(r";", "two sentences", "Het is af; het kan weg"),
)

AVOIDED: Mapping[Language, tuple[Avoided, ...]] = {
    Language.NL: (
        *OF_PROGRAMS,
        Avoided(r"\bvermelding(en)?\b", "regel", "Deze vermelding is dubbel"),
        Avoided(r"\badviesaanvra|\baanvra(ag|gen)\b", "adviesvraag", "De aanvraag verviel"),
        Avoided(r"(?<!advies)\bvragers?\b|\bindiener", "adviesvrager", "Vraag het de vrager"),
        Avoided(r"nulmeting|\bwegging\b", "telling", "De nulmeting van mei"),
        Avoided(r"\bgevoelig", "extra beschermd", "een gevoelig netwerk"),
        Avoided(r"klok van het systeem|\bde klok (?!kan)", "automatisch, het systeem", "De klok legt het vast"),
        Avoided(r"\blogboek", "administratie", "Het logboek begon"),
        Avoided(r"leden die iets delen", "doelgroepnetwerk", "netwerk van leden die iets delen"),
        Avoided(r"compleet be(vind|vond)|\bnakijken\b", "controleren, compleet", "Laat het plan nakijken"),
        Avoided(r"\binstem(men|de|t)\b", "goedkeuren", "instemmen met het plan"),
        Avoided(r"\baan(ge)?houden\b|\bhield .* aan\b|\bhoud .* aan\b", "uitstellen", "Het plan is aangehouden"),
        Avoided(r"\bvervuld?(en|de)?\b(?! in)(?<!vervul)", "voldoen aan een voorwaarde", "De voorwaarde is vervuld"),
        Avoided(r"\bbeslissing(en)?\b", "besluit", "een beslissing nemen"),
        Avoided(r"partijgeleding|kernteam|secretariaat|initiatiefnemer", "the words of the glossary", "het secretariaat"),
        Avoided(r"plaats(en)? in (de|een) kerngroep|\bzetels?\b", "in de kerngroep zitten", "een plaats in de kerngroep"),
        Avoided(r"\bsloot zich aan\b|\bging(en)? weg\b|uittreden", "aanmelden, afmelden", "Jan ging weg"),
        Avoided(r"\bakkoord\b", "onderschrijven, eens zijn", "Gaat u akkoord?"),
        Avoided(r"\bbesloten (tekst|vraag|netwerk)", "vertrouwelijk", "een besloten vraag"),
        Avoided(r"\bzoveel (mensen|leden|dagen|woorden)\b", "a noun phrase", "Zoveel dagen duurt het"),
        Avoided(r"\b(haar|hem)\b", "the noun again", "Trek haar in"),
        Avoided(r"\bis nu: ", "Status: …", "Dit plan is nu: concept"),
        Avoided(r"\bgedaan door\b", "who did it, in front", "Gedaan door Mees"),
        Avoided(r"(?<!van )\bu heeft\b", "u hebt", "als u dit nodig heeft, en u heeft het"),
        Avoided(r"\bindien\b(?! (het|een|uw|de) )|alstublieft", "a question", "indien nodig"),
        Avoided(r"\bongeldig|\bverplicht\b|\bverboden\b", "what to do", "is verplicht"),
        Avoided(r"\bopen staan\b|\bhalf jaar van\b", "one word", "het eerste half jaar van 2023"),
        Avoided(r"voor programma", "a field for programs", "Voor programma's: stuur"),
        Avoided(r"^op een plek$|staan hun kerngroepen", "op locatie, groot genoeg", "Staan hun kerngroepen?"),
        Avoided(r"iemand is gewist|niemand heeft het verteld", "de gegevens zijn gewist, niet opgegeven", "iemand is gewist"),
    ),
    Language.EN: (
        *OF_PROGRAMS,
        Avoided(r"\banew\b", "again", "Ask anew"),
        Avoided(r"\bmend(ed|s|ing)?\b", "correct", "Mend the file"),
        Avoided(r"\bth(ink|ought) along\b", "give ideas", "thought along"),
        Avoided(r"\b(lies|lay) with\b", "is with", "lies with the bureau"),
        Avoided(r"\btold of\b", "declared", "an interest told of"),
        Avoided(r"\b(was|were) \w+ (before|already)\b|already[.:]", "has already been", "was asked already"),
        Avoided(r"\bclosed (request|text)", "confidential", "a closed request"),
        Avoided(r"administrative experience", "experience in public office", "administrative experience"),
        Avoided(r"\b(their|paid) contribution", "membership fee", "paid their contribution"),
        Avoided(r"\bhand(ed|s)? (it |the plan )?in\b", "submit", "was handed in"),
        Avoided(r"\bsensitive\b", "with extra protection", "a sensitive network"),
        Avoided(r"\bentr(y|ies)\b", "line", "This entry"),
        Avoided(r"\bbaseline", "count", "The baseline of May"),
        Avoided(r"\bclock of\b|\bthe log\b|\bthis log\b", "the system, the record", "The log began"),
        Avoided(r"found complete|\bdefer", "complete, postpone", "was deferred"),
        Avoided(r"\bseats?\b", "in the core group", "a seat in the core group"),
        Avoided(r"\bdone by\b(?! (them|your)selves)", "who did it, in front", "Done by Mees"),
        Avoided(r"for programs|\bis required\b|\binvalid\b", "what to do", "is required"),
        Avoided(r"\bparty body\b|\bconversation\b", "part of the party, talk", "a conversation"),
        Avoided(r"\bdo(es)? not stand\b|core groups stand", "large enough", "Do their core groups stand?"),
    ),
}
