"""What is said of meetings, lessons and conversations: a line for each event, a sentence for each refusal."""

from application.language.sentences import BECAUSE, CORRECTED, WITHDRAWN, Line, Sentence
from application.language.words import Words

PRESENT = Words("Aantal aanwezigen: {present}.", "Number present: {present}.")

LINES = {
    "MeetingPlanned": Line(
        "{who} plande een bijeenkomst: {title}. Dag: {day}. Vorm: {mode}. Voor: {audience}.",
        "{who} planned a meeting: {title}. Day: {day}. Form: {mode}. For: {audience}.",
    ),
    "MeetingRecorded": Line(
        "{who} meldde dat er een bijeenkomst was: {title}. Vorm: {mode}. Voor: {audience}. Aanwezig: {present}.",
        "{who} told that there was a meeting: {title}. Form: {mode}. For: {audience}. Present: {present}.",
    ),
    "MeetingMoved": Line("{who} verplaatste de bijeenkomst naar {day}.", "{who} moved the meeting to {day}."),
    "MeetingCancelled": Line("{who} zegde de bijeenkomst af.", "{who} called the meeting off.", {"reason": BECAUSE}),
    "MeetingHeld": Line(
        "{who} meldde dat de bijeenkomst doorging. Aanwezig: {present}.",
        "{who} told that the meeting was held. Present: {present}.",
    ),
    "Meeting.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"present": PRESENT}),
    "Meeting.EntryWithdrawn": WITHDRAWN,
    "Conversation.EntryCorrected": CORRECTED,
    "Conversation.EntryWithdrawn": WITHDRAWN,
    "ConversationOpened": Line(
        "Er is iets om over te praten: {occasion}, op {day}. Het streefaantal is {target}.",
        "There is something to talk about: {occasion}, on {day}. The target is {target}.",
    ),
    "ConversationHeld": Line(
        "{who} legde vast wat partij en netwerk afspraken. Uitkomst: {outcome}.",
        "{who} recorded what party and network agreed. Outcome: {outcome}.",
        {"agreed": Words("Afgesproken: {agreed}", "Agreed: {agreed}")},
    ),
    "LessonsTold": Line(
        "{who} vertelde wat de kerngroep leerde in {half_year}.",
        "{who} told what the core group learned in {half_year}.",
    ),
    "LessonsToldAgain": Line("{who} vertelde opnieuw wat de kerngroep leerde.", "{who} told anew what the core group learned."),
}

SENTENCES = {
    "meeting-planned-too-late": Sentence(
        "{day} was toen al voorbij. Een bijeenkomst plant u voor een dag die nog komt.",
        "{day} was over by then. A meeting is planned for a day that is still to come.",
        "Kies een latere dag. Was de bijeenkomst er al? Leg dan vast dat de bijeenkomst doorging.",
        "Choose a later day. Was the meeting held? Then record that.",
    ),
    "meeting-planned-already": Sentence(
        "De bijeenkomst staat al op {day}.",
        "The meeting is planned for {day} already.",
        "Kies een andere dag.",
        "Choose another day.",
    ),
    "meeting-not-yet": Sentence(
        "De bijeenkomst staat op {day}. Die dag moet nog komen.",
        "The meeting is planned for {day}. That day is still to come.",
        "Was de bijeenkomst eerder? Zeg dan op welke dag.",
        "Was the meeting held earlier? Then say on which day.",
    ),
    "meeting-not-planned-yet": Sentence(
        "Deze bijeenkomst is pas gepland op {at}. De bijeenkomst kan niet eerder zijn geweest.",
        "This meeting was planned on {at}. The meeting cannot have been held before.",
        "Was de bijeenkomst toch eerder? Het partijbureau kan de planning intrekken. Leg daarna vast dat er een bijeenkomst was.",
        "Was the meeting held earlier after all? The party bureau can withdraw the planning. Then record that there was "
        "a meeting.",
    ),
    "meeting-held-already": Sentence(
        "Deze bijeenkomst is al geweest, op {at}.",
        "This meeting was held already, on {at}.",
        "Klopt de dag of het aantal niet? Het partijbureau kan die vermelding verbeteren.",
        "Is the day or the number wrong? The party bureau can correct that entry.",
    ),
    "meeting-cancelled-already": Sentence(
        "Deze bijeenkomst is afgezegd op {at}.",
        "This meeting was called off on {at}.",
        "Was dat een vergissing? Het partijbureau kan die vermelding intrekken. Of plan een nieuwe bijeenkomst.",
        "Was that a mistake? The party bureau can withdraw that entry. Or plan a new meeting.",
    ),
    "meeting-withdrawn": Sentence(
        "Deze bijeenkomst is ingetrokken en telt niet meer mee.",
        "This meeting was withdrawn and no longer counts.",
        "Leg de bijeenkomst opnieuw vast.",
        "Record the meeting anew.",
    ),
    "names-not-kept": Sentence(
        "Dit is een gevoelig netwerk. Wie er bij een bijeenkomst was, bewaren we dan niet.",
        "This is a sensitive network. Who came to a meeting is not kept then.",
        "Leg alleen vast hoeveel mensen er waren.",
        "Record only how many people were there.",
    ),
    "fewer-present-than-named": Sentence(
        "U noemt {named} mensen, maar er waren er {present}.",
        "You name {named} people, but {present} were there.",
        "Verhoog het aantal, of noem alleen wie er was.",
        "Raise the number, or name only who was there.",
    ),
    "entry-has-no-number": Sentence(
        "Bij deze vermelding hoort een dag en geen aantal mensen.",
        "This entry has a day and no number of people.",
        "Geef de goede dag. Een aantal hoort alleen bij een bijeenkomst die is geweest.",
        "Give the right day. Only a meeting that was held has a number.",
    ),
    "no-lesson-told": Sentence(
        "Geen van de drie vragen is beantwoord.",
        "None of the three questions is answered.",
        "Beantwoord minstens één vraag.",
        "Answer at least one question.",
    ),
    "lessons-told-already": Sentence(
        "Dit staat er al zo. Er verandert niets.",
        "It says so already. Nothing changes.",
        "Pas een van de antwoorden aan, of laat het zo.",
        "Change one of the answers, or leave it like this.",
    ),
    "half-year-not-begun": Sentence(
        "Het halfjaar {half_year} was op die dag nog niet begonnen.",
        "The half year {half_year} had not begun on that day.",
        "Kies het halfjaar van nu.",
        "Choose the half year of today.",
    ),
    "half-year-over": Sentence(
        "Lessen over {half_year} kon u vertellen tot en met {until}.",
        "Lessons over {half_year} could be told until {until}.",
        "Vertel ze bij het halfjaar van nu.",
        "Tell them with the half year of today.",
    ),
}
