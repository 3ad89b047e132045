"""
Why something needs somebody and what to do next, in plain Dutch and in English, by its kind.

Names in braces are the facts of the item; a test compares them. `{what}` is the name; of a sensitive network
a message, which is read over a shoulder, says only that it is one.
"""

from collections.abc import Mapping

from application.language.errors import Refusal as Told
from application.language.formatting import Facts, capitalized
from application.language.sentences import Sentence
from application.language.words import Language, Words
from application.queries.attention import AttentionItem, AttentionKind
from domain.kernel.days import day_of

UNNAMED = Words("een netwerk dat wij hier niet noemen", "a network that is not named here")
UNNAMED_THEME = Words("een onderwerp dat u na het aanmelden ziet", "a subject that you see once you have signed in")
"""Whether it is sensitive is agreed with a plan, and there is none yet."""
UNNAMED_PERSON = Words("iemand die u na het aanmelden ziet", "somebody whom you see once you have signed in")
UNNAMED_AS: Mapping[AttentionKind, Words] = {
    AttentionKind.GROUP_TO_TALK_WITH: UNNAMED_THEME,
    AttentionKind.ADDRESS_REFUSED: UNNAMED_PERSON,
    AttentionKind.MEMBER_TO_MATCH: UNNAMED_PERSON,
}
"""What is never named in a mail, and how it is called there."""

SENTENCES: Mapping[AttentionKind, Sentence] = {
    AttentionKind.PLAN_TO_CHECK: Sentence(
        "Het plan voor {what} wacht op controle.",
        "The plan for {what} is waiting to be checked.",
        "Controleer of het plan compleet is. Ontbreekt er iets? Geef het plan dan terug.",
        "Check whether the plan is complete. Is something missing? Then return it.",
    ),
    AttentionKind.PLAN_RETURNED_LONG_AGO: Sentence(
        "Het plan voor {what} is op {since} teruggegeven. De groep diende het nog niet opnieuw in.",
        "The plan for {what} was returned on {since}. The group has not submitted it again yet.",
        "Vraag de groep of zij hulp nodig heeft. Gaat het plan niet door? Laat het dan vervallen.",
        "Ask the group whether it needs help. Will it not go on? Then let the plan lapse.",
    ),
    AttentionKind.PLAN_TO_COMPLETE: Sentence(
        "In het plan voor {what} ontbreekt nog iets. Daarom gaf het partijbureau het plan terug.",
        "Something is missing in the plan for {what}. That is why the party bureau returned it.",
        "Vul het plan aan en dien het opnieuw in.",
        "Complete the plan and submit it again.",
    ),
    AttentionKind.PLAN_OUTSIDE_PILOT: Sentence(
        "Het plan voor {what} is ingediend buiten de pilot. De pilot loopt nog.",
        "The plan for {what} was submitted outside the pilot. The pilot still runs.",
        "Breng het plan in de pilot vóór het besluit van het Landelijk Bestuur. "
        "Hoort het plan er niet bij? Dan hoeft u niets te doen.",
        "Bring the plan into the pilot before the National Board decides. Is it "
        "not part of the pilot? Then there is nothing to do.",
    ),
    AttentionKind.PLAN_TO_DECIDE: Sentence(
        "Het plan voor {what} wacht op een besluit van het Landelijk Bestuur.",
        "The plan for {what} is waiting for a decision of the National Board.",
        "Neem een besluit, stel een vraag of stel het besluit uit.",
        "Decide, ask a question, or postpone the decision.",
    ),
    AttentionKind.QUESTION_OPEN_LONG: Sentence(
        "Vraag {number} over het plan voor {what} staat open sinds {since}.",
        "Question {number} about the plan for {what} has been open since {since}.",
        "Bel de groep en vraag wanneer het antwoord komt.",
        "Call the group and ask when the answer will come.",
    ),
    AttentionKind.QUESTION_TO_ANSWER: Sentence(
        "Het Landelijk Bestuur heeft een vraag over het plan voor {what} (vraag {number}).",
        "The National Board has a question about the plan for {what} (question {number}).",
        "Lees de vraag en geef antwoord.",
        "Read the question and answer it.",
    ),
    AttentionKind.QUESTION_ANSWERED: Sentence(
        "De groep beantwoordde vraag {number} over het plan voor {what}.",
        "The group answered question {number} about the plan for {what}.",
        "Lees het antwoord. Neem daarna een besluit of stel nog een vraag.",
        "Read the answer. Then decide or ask another question.",
    ),
    AttentionKind.NOMINATION_TO_ANSWER: Sentence(
        "U bent gevraagd voor de kerngroep van {what}.",
        "You have been asked to join the core group of {what}.",
        "Laat weten of u meedoet.",
        "Say whether you will take part.",
    ),
    AttentionKind.CONDITION_DUE_SOON: Sentence(
        "Het plan voor {what} heeft een voorwaarde (nummer {number}). Daaraan moet uiterlijk op {due_on} zijn voldaan.",
        "The plan for {what} has a condition (number {number}). It must be met by {due_on}.",
        "Regel wat het bestuur vroeg. Het partijbureau legt daarna vast dat het is gebeurd.",
        "Do what the board asked. The party bureau then records that it was done.",
    ),
    AttentionKind.CONDITION_NOT_MET_IN_TIME: Sentence(
        "De tijd voor voorwaarde {number} bij het plan voor {what} was op {due_on} "
        "voorbij. Wij weten niet of aan de voorwaarde is voldaan.",
        "The time for condition {number} of the plan for {what} ended on {due_on}. We do not know whether it was met.",
        "Ga na of aan de voorwaarde is voldaan. Het partijbureau legt dat vast of laat de voorwaarde vervallen.",
        "Find out whether it was met. The party bureau records that, or lets the condition lapse.",
    ),
    AttentionKind.PLACE_OFFERED: Sentence(
        "Er is een plek voor {what}. Het plan is al goedgekeurd.",
        "There is a place for {what}. Its plan has already been approved.",
        "Richt het netwerk op, of bied de plek aan een ander plan aan.",
        "Found the network, or offer the place to another plan.",
    ),
    AttentionKind.PLACE_FREE: Sentence(
        "Het plan voor {what} staat nog op de wachtlijst, maar er is nu ruimte.",
        "The plan for {what} is still on the waiting list, but there is room now.",
        "Is de pilot voorbij? Richt het netwerk dan op. Loopt de pilot nog? Bied de groep een plek aan.",
        "Is the pilot over? Then found the network. Is it still running? Offer the group a place.",
    ),
    AttentionKind.GROUP_TO_TALK_WITH: Sentence(
        "Een groep vroeg op {since} om een netwerk over {what}. Er is nog geen gesprek geweest.",
        "On {since} a group asked for a network on {what}. There has been no talk yet.",
        "Maak een afspraak. Leg na het gesprek de uitkomst vast.",
        "Make an appointment. Record the outcome after the talk.",
    ),
    AttentionKind.PILOT_TIME_OVER: Sentence(
        "De laatste dag van de pilot {what} was {due_on}.",
        "The last day of the pilot {what} was {due_on}.",
        "Maak de evaluatie en beëindig de pilot.",
        "Make the evaluation and end the pilot.",
    ),
    AttentionKind.CORE_GROUP_TOO_SMALL: Sentence(
        "De kerngroep van {what} is te klein. Uiterlijk op {due_on} moet de kerngroep weer groot genoeg zijn.",
        "The core group of {what} is too small. By {due_on} it must be large enough again.",
        "Zoek nieuwe kerngroepleden, of help daarbij.",
        "Find new core group members, or help with that.",
    ),
    AttentionKind.CORE_GROUP_NOT_REPAIRED: Sentence(
        "De kerngroep van {what} was op {due_on} nog steeds te klein.",
        "The core group of {what} was still too small on {due_on}.",
        "Bespreek samen hoe het netwerk verdergaat.",
        "Discuss together how the network can go on.",
    ),
    AttentionKind.RENEWAL_ASKED: Sentence(
        "De afgesproken duur van {what} eindigt op {due_on}.",
        "The agreed duration of {what} ends on {due_on}.",
        "Bespreek of het netwerk doorgaat. Het Landelijk Bestuur besluit daarna: verlengen of opheffen.",
        "Discuss whether the network goes on. The National Board then decides: renew or close.",
    ),
    AttentionKind.NETWORK_DORMANT: Sentence(
        "De afgesproken duur van {what} was op {due_on} voorbij. Er kwam geen besluit. Het netwerk is nu slapend.",
        "The agreed duration of {what} ended on {due_on}. No decision was taken. The network is now dormant.",
        "Nodig is een besluit van het Landelijk Bestuur: verlengen of opheffen.",
        "A decision of the National Board is needed: renew or close.",
    ),
    AttentionKind.NETWORK_REOPENED: Sentence(
        "Op {since} is {what} heropend. Het netwerk was bij vergissing opgeheven of samengevoegd.",
        "On {since} {what} was opened again. It had been closed or merged by mistake.",
        "Laat de leden dit weten. Is er intussen iets anders geregeld? Maak daar dan nieuwe afspraken over.",
        "Tell the members. Was something else arranged meanwhile? Then make new agreements about that.",
    ),
    AttentionKind.MERGER_WITHDRAWN: Sentence(
        "Een netwerk dat was opgegaan in {what}, gaat sinds {since} toch zelf door.",
        "A network that had merged into {what} has gone on by itself since {since}.",
        "Vraag de leden die van dat netwerk kwamen, waar zij lid willen blijven.",
        "Ask the members who came from that network where they want to stay.",
    ),
    AttentionKind.ADVICE_TO_GIVE: Sentence(
        "Er is een adviesvraag voor {what}. Het antwoord is nodig op {due_on}.",
        "There is a request for advice for {what}. The answer is needed by {due_on}.",
        "Lees de vraag en geef antwoord. Meer tijd nodig? Spreek dan een nieuwe dag af met de adviesvrager.",
        "Read the question and answer it. Need more time? Then agree on a new day with the requester.",
    ),
    AttentionKind.ADVICE_OVERDUE: Sentence(
        "Het antwoord van {what} was nodig op {due_on}. Er is nog geen antwoord.",
        "The answer of {what} was needed by {due_on}. There is no answer yet.",
        "Bel de kerngroep, of leg de vraag voor aan een ander netwerk.",
        "Call the core group, or put the question to another network.",
    ),
    AttentionKind.ADVICE_WITHOUT_NETWORK: Sentence(
        "{what} is opgeheven. Er wacht nog een adviesvraag op antwoord.",
        "{what} was closed. A request for advice is still waiting for an answer.",
        "Leg de vraag voor aan een ander netwerk.",
        "Put the question to another network.",
    ),
    AttentionKind.CLARIFICATION_TO_GIVE: Sentence(
        "De kerngroep van {what} wil weten wat u met uw vraag bedoelt. De tijd staat nu stil.",
        "The core group of {what} wants to know what you mean. The clock is paused meanwhile.",
        "Leg uit wat u bedoelt. Zonder uitleg vervalt uw vraag.",
        "Explain what you mean. Without an explanation your question lapses.",
    ),
    AttentionKind.NEW_DAY_AGREED: Sentence(
        "Er is een nieuwe dag vastgelegd voor het antwoord van {what}: {due_on}.",
        "A new day was recorded for the answer of {what}: {due_on}.",
        "Bent u het eens met deze dag? Dan hoeft u niets te doen. Niet eens? Laat dat weten. Dan geldt weer de vorige dag.",
        "Do you agree? Then there is nothing to do. If not, tell us. Then the former day holds again.",
    ),
    AttentionKind.ADVICE_NOT_CLARIFIED: Sentence(
        "Uw vraag aan {what} is op {since} vervallen, omdat er geen uitleg kwam.",
        "Your question to {what} lapsed on {since}, because no explanation came.",
        "Wilt u nog antwoord? Stel de vraag dan opnieuw, met de uitleg erbij.",
        "Do you still want an answer? Then ask again, with the explanation.",
    ),
    AttentionKind.ADVICE_TO_FOLLOW_UP: Sentence(
        "U kreeg antwoord van {what}. Het netwerk weet nog niet wat u ermee hebt gedaan.",
        "You got an answer from {what}. The network does not know yet what you did with it.",
        "Laat in één zin weten wat u met het advies deed.",
        "Tell in one sentence what you did with the advice.",
    ),
    AttentionKind.ADVICE_ASKED_FOR_YOU: Sentence(
        "Op {since} is namens u een vraag gesteld aan {what}.",
        "On {since} a question was put to {what} on your behalf.",
        "Controleer de vraag. Klopt de vraag niet? Trek de vraag dan in en stel een nieuwe.",
        "Check the question. Is it wrong? Then withdraw it and ask a new one.",
    ),
    AttentionKind.CONVERSATION_TO_HOLD: Sentence(
        "Het is tijd voor een gesprek met {what} over het aantal leden.",
        "It is time for a talk with {what} about its number of members.",
        "Maak een afspraak. Het partijbureau legt na het gesprek vast wat is afgesproken.",
        "Make an appointment. The party bureau records afterwards what was agreed.",
    ),
    AttentionKind.LESSONS_TO_TELL: Sentence(
        "Wat leerde de kerngroep van {what} in het afgelopen halfjaar? U kunt dat vertellen tot en met {due_on}.",
        "What did the core group of {what} learn in the past half year? You can tell it up to and including {due_on}.",
        "Beantwoord drie vragen: wat werkte, wat werkte niet, en wat moet de partij veranderen?",
        "Answer three questions: what worked, what did not work, and what should the party change?",
    ),
    AttentionKind.LESSONS_TO_ANSWER: Sentence(
        "De kerngroep van {what} zei op {since} wat de partij moet veranderen. Het bestuur antwoordde daar nog niet op.",
        "The core group of {what} said on {since} what the party should change. The board has not answered that yet.",
        "Bespreek het in het bestuur, en leg het antwoord vast.",
        "Discuss it in the board, and record the answer.",
    ),
    AttentionKind.EVALUATION_TO_REACT_TO: Sentence(
        "De evaluatie van {what} is klaar. De kerngroep kan reageren tot en met {due_on}.",
        "The evaluation of {what} is ready. The core group can react up to and including {due_on}.",
        "Lees de evaluatie. Schrijf in hooguit 200 woorden wat de kerngroep ervan vindt.",
        "Read the evaluation. Write in at most 200 words what the core group thinks of it.",
    ),
    AttentionKind.EVALUATION_TO_PUBLISH: Sentence(
        "De kerngroepen konden reageren op de evaluatie. Sinds {since} kan de evaluatie gepubliceerd worden.",
        "The core groups could react to the evaluation. Since {since} it can be published.",
        "Lees de reacties en publiceer de evaluatie.",
        "Read the reactions and publish the evaluation.",
    ),
    AttentionKind.ADDRESS_REFUSED: Sentence(
        "Het weekoverzicht kwam niet aan bij {what}: het e-mailadres werkt niet.",
        "The weekly overview did not reach {what}: the e-mail address does not work.",
        "Vraag het juiste e-mailadres en leg dat vast.",
        "Ask for the right e-mail address and record it.",
    ),
    AttentionKind.REGISTER_DIFFERS: Sentence(
        "Leden wijzigden zelf hun gegevens, het laatst op {since}. De ledenadministratie weet dat nog niet.",
        "Members changed their details themselves, the last time on {since}. The member register does not know it yet.",
        "Bekijk de lijst en neem de wijzigingen over in de ledenadministratie.",
        "See the list and put the changes into the member register.",
    ),
    AttentionKind.MEMBER_TO_MATCH: Sentence(
        "Op {since} liet {what} weten lid te zijn. Het e-mailadres is bij ons niet bekend.",
        "On {since} {what} told us to be a member. We do not know the e-mail address.",
        "Zoek wie dit is, of laat weten dat het niet lukte.",
        "Find out who this is, or tell them that it did not work.",
    ),
    AttentionKind.LIFTING_TO_ANSWER: Sentence(
        "Op {since} vroeg een functionaris gegevensbescherming van wie een verwijzing is. Toestaan kan tot en met {due_on}.",
        "On {since} a privacy officer asked whose a reference is. You can allow it up to and including {due_on}.",
        "Lees waarom. Sta het toe of weiger, als u de vraag niet zelf stelde.",
        "Read why. Allow or refuse it, unless you asked yourself.",
    ),
    AttentionKind.RECORD_LIFTING_TO_ANSWER: Sentence(
        "Op {since} vroeg een functionaris gegevensbescherming inzage voor een controleur. Antwoorden kan tot en met {due_on}.",
        "On {since} a privacy officer asked that an auditor may read a record. You can allow it up to and including {due_on}.",
        "Lees waarom. Sta het toe of weiger, als u de vraag niet zelf stelde.",
        "Read why. Allow or refuse it, unless you asked yourself.",
    ),
    AttentionKind.PRIVACY_REQUEST_TO_ANSWER: Sentence(
        "Op {since} vroeg iemand iets over de eigen gegevens. Het antwoord is uiterlijk op {due_on} nodig.",
        "On {since} somebody asked about their own data. The answer is needed by {due_on}.",
        "Bekijk wie het vroeg en wat de vraag is. Doe wat nodig is. Leg daarna het antwoord vast."
        " Alleen een bezwaar heeft door uw antwoord zelf gevolg.",
        "See who asked and what the question is. Do what is needed. Then record the answer."
        " Only an objection has its effect by your answer.",
    ),
}


def attention_sentence(item: AttentionItem, language: Language) -> Told:
    """Give why an item needs somebody, and what to do next."""
    sentence = SENTENCES[item.kind]
    unnamed = UNNAMED_AS.get(item.kind, UNNAMED)
    what = unnamed.in_language(language) if item.name is None else item.name
    facts = Facts({"what": what, "number": item.number, "since": day_of(item.since), "due_on": item.due_on}, language)
    dutch = language == Language.NL
    text, following = (sentence.nl, sentence.next_nl) if dutch else (sentence.en, sentence.next_en)
    return Told(text=capitalized(text.format_map(facts)), next=capitalized(following.format_map(facts)))
