"""
Why something needs somebody and what to do next, in plain Dutch and in English, by its kind.

Names in braces are the facts of the item; a test compares them. `{what}` is the name; of a sensitive network
a message, which is read over a shoulder, says only that it is one.
"""

from collections.abc import Mapping

from application.language.errors import Refusal as Told
from application.language.formatting import Facts
from application.language.sentences import Sentence
from application.language.words import Language, Words
from application.queries.attention import AttentionItem, AttentionKind
from domain.kernel.days import day_of

UNNAMED = Words("een gevoelig netwerk", "a sensitive network")
UNNAMED_THEME = Words("een onderwerp dat op uw lijst staat", "a subject that is on your list")
"""Whether it is sensitive is agreed with a plan, and there is none yet."""

SENTENCES: Mapping[AttentionKind, Sentence] = {
    AttentionKind.PLAN_TO_CHECK: Sentence(
        "Het plan {what} is ingediend en nog niet gecontroleerd.",
        "The plan {what} was handed in and not checked yet.",
        "Kijk of het plan compleet is. Stel dat vast, of geef het terug.",
        "See whether the plan is complete. Record that, or return it.",
    ),
    AttentionKind.PLAN_RETURNED_LONG_AGO: Sentence(
        "Het plan {what} is teruggegeven op {since} en kwam nog niet terug.",
        "The plan {what} was returned on {since} and did not come back yet.",
        "Vraag de groep of zij hulp nodig heeft, of laat het plan vervallen.",
        "Ask the group whether it needs help, or let the plan lapse.",
    ),
    AttentionKind.PLAN_TO_COMPLETE: Sentence(
        "Het plan {what} is teruggegeven, omdat er iets ontbreekt.",
        "The plan {what} was returned, because something is missing.",
        "Vul het plan aan en dien het opnieuw in.",
        "Complete the plan and hand it in again.",
    ),
    AttentionKind.PLAN_OUTSIDE_PILOT: Sentence(
        "Het plan {what} is ingediend buiten de pilot. De pilot loopt nog.",
        "The plan {what} was handed in outside the pilot. The pilot still runs.",
        "Breng het plan in de pilot, voordat het Landelijk Bestuur besluit. Hoort het er niet bij? Dan hoeft u niets te doen.",
        "Bring the plan into the pilot, before the National Board decides. Is it no part of it? Then there is nothing to do.",
    ),
    AttentionKind.PLAN_TO_DECIDE: Sentence(
        "Het plan {what} wacht op een besluit van het Landelijk Bestuur.",
        "The plan {what} waits for a decision of the National Board.",
        "Besluit over het plan, stel een vraag, of houd het aan tot een dag.",
        "Decide on the plan, ask a question, or defer it until a day.",
    ),
    AttentionKind.QUESTION_OPEN_LONG: Sentence(
        "Vraag {number} over het plan {what} staat al open sinds {since}.",
        "Question {number} on the plan {what} is open since {since}.",
        "Bel de groep en vraag wanneer het antwoord komt.",
        "Call the group and ask when the answer comes.",
    ),
    AttentionKind.QUESTION_TO_ANSWER: Sentence(
        "Het Landelijk Bestuur stelde vraag {number} over het plan {what}.",
        "The National Board asked question {number} on the plan {what}.",
        "Lees de vraag en geef antwoord.",
        "Read the question and answer it.",
    ),
    AttentionKind.QUESTION_ANSWERED: Sentence(
        "Vraag {number} over het plan {what} is beantwoord.",
        "Question {number} on the plan {what} was answered.",
        "Lees het antwoord. Besluit daarna, of vraag verder.",
        "Read the answer. Then decide, or ask further.",
    ),
    AttentionKind.NOMINATION_TO_ANSWER: Sentence(
        "U bent gevraagd voor de kerngroep van {what}.",
        "You were asked for a seat in the core group of {what}.",
        "Laat weten of u de plaats aanneemt.",
        "Say whether you accept the seat.",
    ),
    AttentionKind.CONDITION_DUE_SOON: Sentence(
        "Aan voorwaarde {number} bij het plan {what} moet zijn voldaan op {due_on}.",
        "Condition {number} on the plan {what} must be met on {due_on}.",
        "Regel wat er is gevraagd. Het partijbureau legt daarna vast dat dat is gedaan.",
        "Do what was asked. Then the party bureau records that it was done.",
    ),
    AttentionKind.CONDITION_NOT_MET_IN_TIME: Sentence(
        "Aan voorwaarde {number} bij het plan {what} moest op {due_on} zijn voldaan. Er is niet vastgelegd dat dat zo is.",
        "Condition {number} on the plan {what} had to be met on {due_on}. It is not recorded that it was.",
        "Ga na of er aan is voldaan. Het partijbureau legt dat vast, of laat de voorwaarde vervallen.",
        "Find out whether it was met. The party bureau records that, or lets the condition lapse.",
    ),
    AttentionKind.PLACE_OFFERED: Sentence(
        "Aan het plan {what} is een plek aangeboden.",
        "A place was offered to the plan {what}.",
        "Richt het netwerk op, of bied de plek aan een ander aan.",
        "Found the network, or offer the place to another.",
    ),
    AttentionKind.PLACE_FREE: Sentence(
        "Het plan {what} wacht nog, maar dat is niet meer nodig.",
        "The plan {what} still waits, but need not any more.",
        "Bied de groep een plek aan. Is de pilot voorbij, richt het netwerk dan op.",
        "Offer the group a place. If the pilot is over, found the network.",
    ),
    AttentionKind.GROUP_TO_TALK_WITH: Sentence(
        "Een groep meldde zich op {since} voor een netwerk over {what}. Er is nog niet met haar gesproken.",
        "A group told on {since} that it wants a network on {what}. Nobody talked with it yet.",
        "Maak een afspraak, en leg vast wat het gesprek opleverde.",
        "Make an appointment, and record what came of the talk.",
    ),
    AttentionKind.PILOT_TIME_OVER: Sentence(
        "De laatste dag van de pilot {what} was {due_on}.",
        "The last day of the pilot {what} was {due_on}.",
        "Evalueer de pilot en beëindig hem.",
        "Evaluate the pilot and end it.",
    ),
    AttentionKind.CORE_GROUP_TOO_SMALL: Sentence(
        "De kerngroep van {what} is te klein. Op {due_on} moet zij weer groot genoeg zijn.",
        "The core group of {what} is too small. By {due_on} it must be large enough again.",
        "Zoek nieuwe kerngroepleden, of help daarbij.",
        "Find others for the core group, or help with that.",
    ),
    AttentionKind.CORE_GROUP_NOT_REPAIRED: Sentence(
        "De kerngroep van {what} was op {due_on} nog steeds te klein.",
        "The core group of {what} was still too small on {due_on}.",
        "Overleg samen hoe het netwerk verdergaat.",
        "Talk together about how the network goes on.",
    ),
    AttentionKind.RENEWAL_ASKED: Sentence(
        "De afgesproken duur van {what} eindigt op {due_on}.",
        "The agreed duration of {what} ends on {due_on}.",
        "Overleg of het netwerk verdergaat. Het Landelijk Bestuur verlengt het, of heft het op.",
        "Talk about whether the network goes on. The National Board renews or closes it.",
    ),
    AttentionKind.NETWORK_DORMANT: Sentence(
        "De afgesproken duur van {what} eindigde op {due_on}. Er kwam geen besluit. Het netwerk slaapt.",
        "The agreed duration of {what} ended on {due_on}. No decision came. The network is dormant.",
        "Nodig is een besluit van het Landelijk Bestuur: verlengen of opheffen.",
        "A decision of the National Board is needed: renew or close.",
    ),
    AttentionKind.NETWORK_REOPENED: Sentence(
        "Op {since} is {what} heropend. Het werd bij vergissing opgeheven of samengevoegd.",
        "On {since} {what} was opened again. It had been closed or merged by mistake.",
        "Laat het de leden weten. Is er intussen iets anders geregeld? Spreek dat dan opnieuw af.",
        "Tell the members. Was something else arranged meanwhile? Then agree on that again.",
    ),
    AttentionKind.MERGER_WITHDRAWN: Sentence(
        "Een netwerk dat opging in {what}, gaat sinds {since} toch zelf door.",
        "A network that had merged into {what} goes on by itself since {since}.",
        "Vraag de leden die van dat netwerk kwamen, waar zij lid willen blijven.",
        "Ask the members who came from that network where they want to stay.",
    ),
    AttentionKind.ADVICE_TO_GIVE: Sentence(
        "Er is een vraag gesteld aan {what}. Het antwoord is nodig op {due_on}.",
        "A question was put to {what}. The answer is needed by {due_on}.",
        "Lees de vraag en geef antwoord. Is er meer tijd nodig? Spreek een andere dag af.",
        "Read the question and answer it. Is more time needed? Agree on another day.",
    ),
    AttentionKind.ADVICE_OVERDUE: Sentence(
        "Het antwoord van {what} was nodig op {due_on} en is er nog niet.",
        "The answer of {what} was needed by {due_on} and has not come.",
        "Bel de kerngroep, of breng de vraag naar een ander netwerk.",
        "Call the core group, or bring the question to another network.",
    ),
    AttentionKind.ADVICE_WITHOUT_NETWORK: Sentence(
        "Het netwerk {what} is opgeheven, en er wacht nog een vraag op antwoord.",
        "The network {what} was closed, and a question still waits for its answer.",
        "Breng de vraag naar een ander netwerk.",
        "Bring the question to another network.",
    ),
    AttentionKind.CLARIFICATION_TO_GIVE: Sentence(
        "De kerngroep van {what} vraagt wat u met uw vraag bedoelt. Zolang loopt de tijd niet door.",
        "The core group of {what} asks what you mean. Meanwhile the days wait.",
        "Leg uit wat u bedoelt. Zonder uitleg vervalt uw vraag.",
        "Say what you mean. Without that your question lapses.",
    ),
    AttentionKind.NEW_DAY_AGREED: Sentence(
        "Voor het antwoord van {what} is een nieuwe dag vastgelegd: {due_on}.",
        "A new day was recorded for the answer of {what}: {due_on}.",
        "Klopt dat, dan hoeft u niets te doen. Zo niet, zeg dan dat u niet akkoord bent: de eerdere dag geldt weer.",
        "If that is right, there is nothing to do. If not, say that you did not agree: the former day holds again.",
    ),
    AttentionKind.ADVICE_NOT_CLARIFIED: Sentence(
        "Uw vraag aan {what} verviel op {since}: er kwam geen uitleg.",
        "Your question to {what} lapsed on {since}: no clarification came.",
        "Wilt u nog antwoord? Stel de vraag dan opnieuw, met de uitleg erbij.",
        "Do you still need an answer? Then ask anew, and say what you mean.",
    ),
    AttentionKind.ADVICE_TO_FOLLOW_UP: Sentence(
        "U hebt antwoord gekregen van {what}. Het netwerk hoorde nog niet wat u ermee deed.",
        "You got an answer from {what}. The network has not heard what you did with it.",
        "Laat in één regel weten wat ermee is gedaan.",
        "Tell in one line what was done with it.",
    ),
    AttentionKind.ADVICE_ASKED_FOR_YOU: Sentence(
        "Op {since} is voor u een vraag vastgelegd aan {what}.",
        "On {since} a question to {what} was recorded for you.",
        "Kijk of de vraag zo klopt. Zo niet, trek haar in en vraag opnieuw.",
        "See whether it is right. If not, withdraw it and ask anew.",
    ),
    AttentionKind.CONVERSATION_TO_HOLD: Sentence(
        "Er is met {what} iets te bespreken over het aantal leden.",
        "There is something to talk about with {what}: its number of members.",
        "Maak een afspraak. Het partijbureau legt vast wat er is afgesproken.",
        "Make an appointment. The party bureau records what was agreed.",
    ),
    AttentionKind.LESSONS_TO_TELL: Sentence(
        "Wat heeft {what} het afgelopen half jaar geleerd? Dat kan tot en met {due_on}.",
        "What did {what} learn in the past half year? It can be told until {due_on}.",
        "Beantwoord de drie vragen: wat werkte, wat niet, en wat moet de partij veranderen?",
        "Answer the three questions: what worked, what did not, and what should the party change?",
    ),
    AttentionKind.ADDRESS_REFUSED: Sentence(
        "Een weekbericht kon niet worden bezorgd: het e-mailadres wordt geweigerd.",
        "A weekly message could not be delivered: the e-mail address is refused.",
        "Vraag het goede adres en leg het vast.",
        "Ask for the right address and record it.",
    ),
    AttentionKind.LIFTING_TO_ANSWER: Sentence(
        "Op {since} vroeg een functionaris gegevensbescherming van wie een verwijzing is. Instemmen kan tot en met {due_on}.",
        "On {since} a privacy officer asked whose a reference is. Agreeing is possible until {due_on}.",
        "Lees waarom. Stem in of weiger, als u niet zelf de vraag stelde.",
        "Read why. Agree or refuse, unless you asked yourself.",
    ),
    AttentionKind.PRIVACY_REQUEST_TO_ANSWER: Sentence(
        "Iemand vroeg op {since} iets over de eigen gegevens. Het antwoord is nodig op {due_on}.",
        "Somebody asked on {since} about what is kept of them. The answer is needed on {due_on}.",
        "Bekijk wie het is en wat er gevraagd is. Doe wat gevraagd is, en leg het antwoord vast.",
        "See who it is and what was asked. Do what was asked, and record the answer.",
    ),
}


def attention_sentence(item: AttentionItem, language: Language) -> Told:
    """Give why an item needs somebody, and what to do next."""
    sentence = SENTENCES[item.kind]
    unnamed = UNNAMED_THEME if item.kind is AttentionKind.GROUP_TO_TALK_WITH else UNNAMED
    what = unnamed.in_language(language) if item.name is None else item.name
    facts = Facts({"what": what, "number": item.number, "since": day_of(item.since), "due_on": item.due_on}, language)
    dutch = language == Language.NL
    text, following = (sentence.nl, sentence.next_nl) if dutch else (sentence.en, sentence.next_en)
    return Told(text=text.format_map(facts), next=following.format_map(facts))
