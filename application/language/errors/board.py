"""What is said when a decision of the National Board is not one: it does not say how the board came to it."""

from application.language.sentences import Sentence

BOARD = {
    "board-decision-incomplete": Sentence(
        "Eén bestuurslid is niet het bestuur. Bij dit besluit ontbreekt nog: {missing}.",
        "One board member is not the board. This is still missing with the decision: {missing}.",
        "Vul in hoe het bestuur besloot, op welke dag en wie meededen. Heeft niemand opgeschreven wie meededen? Kies dan "
        "“niet genoteerd”.",
        "Fill in how the board decided, on which day and who took part. Did nobody write down who took part? Then choose "
        "“not noted”.",
    ),
    "too-few-took-part": Sentence(
        "Aan een besluit van het bestuur doen minstens "
        "{needs:bestuurslid|bestuursleden} mee. U vulde {has:geen namen|naam|namen} in.",
        "At least {needs:board member takes|board members take} part in a decision "
        "of the board. You filled in {has:no names|name|names}.",
        "Vul in wie nog meer meededen. Besloot iemand namens het bestuur? Vul dan het mandaat in.",
        "Fill in who else took part. Did somebody decide on behalf of the board? Then fill in the mandate.",
    ),
    "decided-on-another-day": Sentence(
        "Het bestuur besloot op {decided}, maar u vulde als dag van het besluit {at} in.",
        "The board decided on {decided}, but you filled in {at} as the day of the decision.",
        "Vul één keer in op welke dag het bestuur besloot.",
        "Fill in once on which day the board decided.",
    ),
    "mandate-not-given-yet": Sentence(
        "Het mandaat is van {given_on}. Dat is later dan het besluit van {decided}.",
        "The mandate is of {given_on}. That is later than the decision of {decided}.",
        "Kies de dag waarop het bestuur het mandaat gaf.",
        "Choose the day on which the board gave the mandate.",
    ),
}
