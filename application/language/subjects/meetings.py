"""What is said of meetings, lessons and conversations: a line for each event, a sentence for each refusal."""

from application.language.sentences import BECAUSE, CORRECTED, RIGHT_DAY, WITHDRAWN, Line, Sentence
from application.language.words import Words

PRESENT = Words("Het goede aantal aanwezigen is {present}.", "The right number present is {present}.")
BEGINS = Words("De bijeenkomst begint om {begins}.", "The meeting begins at {begins}.")
PLACE = Words("Plaats: {place}.", "Place: {place}.")

LINES = {
    "MeetingPlanned": Line(
        "{who} plande een bijeenkomst op {day}: “{title}” ({mode}, voor {audience}).",
        "{who} planned a meeting on {day}: “{title}” ({mode}, for {audience}).",
        {"begins": BEGINS, "place": PLACE},
    ),
    "MeetingRecorded": Line(
        "{who} meldde een bijeenkomst: “{title}” ({mode}, voor {audience}). Aantal aanwezigen: {present}.",
        "{who} reported a meeting: “{title}” ({mode}, for {audience}). Number present: {present}.",
    ),
    "MeetingMoved": Line(
        "{who} verplaatste de bijeenkomst naar {day}.",
        "{who} moved the meeting to {day}.",
        {"begins": BEGINS, "place": PLACE},
    ),
    "MeetingCancelled": Line("{who} zegde de bijeenkomst af.", "{who} called the meeting off.", {"reason": BECAUSE}),
    "MeetingHeld": Line(
        "{who} meldde dat de bijeenkomst doorging. Aantal aanwezigen: {present}.",
        "{who} reported that the meeting was held. Number present: {present}.",
    ),
    "Meeting.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"at": RIGHT_DAY, "present": PRESENT}),
    "Meeting.EntryWithdrawn": WITHDRAWN,
    "Conversation.EntryCorrected": CORRECTED,
    "Conversation.EntryWithdrawn": WITHDRAWN,
    "Lessons.EntryCorrected": CORRECTED,
    "Lessons.EntryWithdrawn": WITHDRAWN,
    "ConversationOpened": Line(
        "Tijd voor een gesprek: {occasion} ({day}). Streefaantal: {target:lid|leden}.",
        "Time for a talk: {occasion} ({day}). Target: {target:member|members}.",
        by_itself=True,
    ),
    "ConversationHeld": Line(
        "{who} sprak met het netwerk over het aantal leden. Uitkomst: {outcome}.",
        "{who} talked with the network about its number of members. Outcome: {outcome}.",
        {"agreed": Words("Afgesproken: {agreed}", "Agreed: {agreed}")},
    ),
    "LessonsTold": Line(
        "{who} vertelde wat de kerngroep leerde in het {half_year}.",
        "{who} told what the core group learned in the {half_year}.",
    ),
    "LessonsAnswered": Line(
        "{who} antwoordde op wat de partij moet veranderen.",
        "{who} answered what the party should change.",
        {"answer": Words("Het antwoord: {answer}", "The answer: {answer}")},
    ),
    "LessonsToldAgain": Line("{who} paste de geleerde lessen aan.", "{who} changed the lessons."),
}

SENTENCES = {
    "meeting-planned-too-late": Sentence(
        "U kunt een bijeenkomst alleen plannen voor een dag die nog komt. Toen was {day} al voorbij.",
        "You can only plan a meeting for a day still to come. By then {day} had passed.",
        "Kies een latere dag. Was de bijeenkomst er al? Leg dan vast dat de bijeenkomst doorging.",
        "Choose a later day. Was the meeting held? Then record that.",
    ),
    "meeting-planned-already": Sentence(
        "Deze bijeenkomst stond al gepland op {day}.",
        "This meeting was already planned for {day}.",
        "Kies een andere dag, een andere tijd of een andere plaats.",
        "Choose another day, another time or another place.",
    ),
    "meeting-not-yet": Sentence(
        "Deze bijeenkomst staat gepland op {day}. Die dag moet nog komen.",
        "This meeting is planned for {day}. That day is still to come.",
        "Was de bijeenkomst eerder? Vul dan in op welke dag.",
        "Was the meeting held earlier? Then fill in on which day.",
    ),
    "meeting-not-planned-yet": Sentence(
        "Deze bijeenkomst is pas gepland op {at}. De bijeenkomst kan niet eerder zijn geweest.",
        "This meeting was only planned on {at}. It cannot have been held earlier.",
        "Was de bijeenkomst toch eerder? Het partijbureau kan de planning doorhalen. Leg daarna vast dat er een bijeenkomst was.",
        "Was the meeting held earlier after all? The party bureau can strike the planning. Then record that there was a meeting.",
    ),
    "meeting-held-already": Sentence(
        "Deze bijeenkomst is al vastgelegd, op {at}.",
        "This meeting has already been recorded, on {at}.",
        "Klopt de dag of het aantal niet? Het partijbureau kan die regel verbeteren.",
        "Is the day or the number wrong? The party bureau can correct that line.",
    ),
    "meeting-cancelled-already": Sentence(
        "Deze bijeenkomst is afgezegd op {at}.",
        "This meeting was called off on {at}.",
        "Was dat een vergissing? Het partijbureau kan het afzeggen doorhalen. Of plan een nieuwe bijeenkomst.",
        "Was that a mistake? The party bureau can strike the cancellation. Or plan a new meeting.",
    ),
    "meeting-withdrawn": Sentence(
        "Deze bijeenkomst is doorgehaald en telt niet mee.",
        "This meeting was struck and does not count.",
        "Leg de bijeenkomst opnieuw vast.",
        "Record the meeting again.",
    ),
    "names-not-kept": Sentence(
        "Voor dit netwerk gelden strengere privacyregels. Wij bewaren niet wie er bij een bijeenkomst was.",
        "Stricter privacy rules hold for this network. We do not keep who came to a meeting.",
        "Leg alleen vast hoeveel mensen er waren.",
        "Record only how many people were there.",
    ),
    "fewer-present-than-named": Sentence(
        "U noemt {named:naam|namen}, maar het aantal aanwezigen is {present}.",
        "You name {named:person|people}, but the number present is {present}.",
        "Verhoog het aantal, of haal een naam weg.",
        "Raise the number, or remove a name.",
    ),
    "entry-has-no-number": Sentence(
        "Bij deze regel hoort een dag en geen aantal mensen.",
        "This line has a day and no number of people.",
        "Vul alleen de goede dag in.",
        "Fill in only the right day.",
    ),
    "no-lesson-told": Sentence(
        "U hebt nog geen vraag beantwoord.",
        "You have not answered a question yet.",
        "Beantwoord minstens één van de drie vragen.",
        "Answer at least one of the three questions.",
    ),
    "lessons-told-already": Sentence(
        "Dit hebt u al zo verteld.",
        "You have already told it like this.",
        "Pas een van de antwoorden aan, of laat het zo.",
        "Change one of the answers, or leave it like this.",
    ),
    "no-change-told": Sentence(
        "De kerngroep heeft tot dan niet verteld wat de partij moet veranderen.",
        "By then the core group had not told what the party should change.",
        "Kies een latere dag, of wacht tot de kerngroep het vertelt.",
        "Choose a later day, or wait until the core group tells it.",
    ),
    "lessons-answered-already": Sentence(
        "Dit is het antwoord dat nu al geldt.",
        "This is the answer that counts now.",
        "Pas het antwoord aan, of laat het zo.",
        "Change the answer, or leave it like this.",
    ),
    "half-year-not-begun": Sentence(
        "Het {half_year} was op die dag nog niet begonnen.",
        "The {half_year} had not begun on that day.",
        "Kies een latere dag, of het halfjaar van nu.",
        "Choose a later day, or the current half year.",
    ),
    "half-year-over": Sentence(
        "U kon tot en met {until} vertellen wat u leerde in het {half_year}.",
        "You could tell what you learned in the {half_year} up to and including {until}.",
        "Kies een eerdere dag, of vertel het bij het halfjaar van nu.",
        "Choose an earlier day, or tell it with the current half year.",
    ),
}
