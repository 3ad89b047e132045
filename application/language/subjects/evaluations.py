"""What is said of frozen evaluations: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, WITHDRAWN, Line, Sentence

LINES = {
    "EvaluationFrozen": Line(
        "{who} bevroor de evaluatie van {day}. Kerngroepen kunnen reageren tot en met {reactions_until}.",
        "{who} froze the evaluation of {day}. Core groups can react up to and including {reactions_until}.",
    ),
    "ReactionGiven": Line(
        "De kerngroep van {network} reageerde op de evaluatie. {reaction}",
        "The core group of {network} reacted to the evaluation. {reaction}",
        by_itself=True,
    ),
    "ObservationAdded": Line(
        "{who} voegde een opmerking toe aan de evaluatie. {observation}",
        "{who} added an observation to the evaluation. {observation}",
    ),
    "OutsideResultAdded": Line(
        "{who} zette naast de evaluatie wat anderen vonden. {result} Bron: {origin}",
        "{who} put beside the evaluation what others found. {result} Source: {origin}",
    ),
    "NetworkFutureDecided": Line(
        "{who} besloot over {network}: {future}. Reden: {ground}",
        "{who} decided on {network}: {future}. Reason: {ground}",
    ),
    "EvaluationPublished": Line("{who} publiceerde de evaluatie.", "{who} published the evaluation."),
    "FrozenEvaluation.EntryCorrected": CORRECTED,
    "FrozenEvaluation.EntryWithdrawn": WITHDRAWN,
}

SENTENCES = {
    "evaluation-frozen-already": Sentence(
        "De evaluatie van {day} is al bevroren.",
        "The evaluation of {day} has already been frozen.",
        "Gebruik die evaluatie. Klopt de evaluatie niet? Haal de regel dan door en bevries de evaluatie opnieuw.",
        "Use that evaluation. Is it wrong? Then strike the line and freeze it again.",
    ),
    "evaluation-not-yet": Sentence(
        "De gekozen dag moet nog komen: {day}.",
        "The chosen day is still to come: {day}.",
        "Kies vandaag of een eerdere dag.",
        "Choose today or an earlier day.",
    ),
    "nothing-to-freeze": Sentence(
        "Tot en met {day} is niets vastgelegd om te evalueren.",
        "Up to and including {day} nothing was recorded that can be evaluated.",
        "Kies een latere dag.",
        "Choose a later day.",
    ),
    "evaluation-withdrawn": Sentence(
        "Deze bevroren evaluatie is doorgehaald.",
        "This frozen evaluation was struck.",
        "Bekijk bij de bevroren evaluaties welke evaluatie nu geldt.",
        "See in the list of frozen evaluations which one holds now.",
    ),
    "network-not-evaluated": Sentence(
        "Dit netwerk staat niet in deze evaluatie.",
        "This network is not in this evaluation.",
        "Kies een netwerk dat in de evaluatie staat.",
        "Choose a network that is in the evaluation.",
    ),
    "reaction-too-long": Sentence(
        "De reactie heeft {count} woorden. Er is plaats voor {most} woorden.",
        "The reaction has {count} words. There is room for {most} words.",
        "Maak de reactie korter.",
        "Make the reaction shorter.",
    ),
    "reaction-time-over": Sentence(
        "Reageren kon tot en met {until}.",
        "You could react up to and including {until}.",
        "Hebt u nog iets te zeggen? Vertel dat dan bij de geleerde lessen van het netwerk.",
        "Is there more to say? Then tell it with the lessons of the network.",
    ),
    "reactions-still-possible": Sentence(
        "Kerngroepen kunnen nog reageren tot en met {until}.",
        "Core groups can still react up to and including {until}.",
        "Publiceer de evaluatie na die dag.",
        "Publish the evaluation after that day.",
    ),
    "another-evaluation-seen": Sentence(
        "Het bestuur besloot over een andere evaluatie dan deze.",
        "The board decided on another evaluation than this one.",
        "Open de evaluatie die het bestuur zag, en leg het besluit daar vast.",
        "Open the evaluation that the board saw, and record the decision there.",
    ),
    "evaluation-tells-too-much": Sentence(
        "De evaluatie noemt aantallen die nu verborgen zijn. Deze netwerken kregen strengere privacyregels: {networks}.",
        "The evaluation has numbers that are hidden now. These networks got stricter privacy rules: {networks}.",
        "Haal de regel van het bevriezen door en bevries de evaluatie opnieuw.",
        "Strike the line of the freezing and freeze the evaluation again.",
    ),
    "evaluation-published-already": Sentence(
        "De evaluatie is al gepubliceerd, op {published_on}.",
        "The evaluation was already published, on {published_on}.",
        "Wat is gepubliceerd, blijft zoals het is. Bevries en publiceer een evaluatie van een latere dag.",
        "What was published stays as it is. Freeze and publish an evaluation of a later day.",
    ),
}
