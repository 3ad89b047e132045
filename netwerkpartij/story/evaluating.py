"""Half-way the pilot: an evaluation is frozen, core groups react, the board decides on it, and everybody can read it."""

from datetime import date

from application.commands.evaluations import (
    AddObservation,
    AddOutsideResult,
    DecideNetworkFuture,
    FreezeEvaluation,
    PublishEvaluation,
    ReactToEvaluation,
)
from domain.pilot.frozen_evaluation import FrozenEvaluation, NetworkFuture
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import CORE_GROUPS
from netwerkpartij.story.telling import Chapter, Story

REACTIONS = (
    (plans.EDUCATION, "education", "Wij herkennen dit. Terughoren wat er met ons advies gebeurt, helpt leden om mee te doen."),
    (plans.CARE, "care", "Wij zijn een kleine groep. Het aantal leden zegt minder dan wat zij meebrengen uit hun werk."),
)


def half_way(story: Story) -> Chapter:
    """Freeze what was so on the last day of June, and let those who are judged speak first."""
    yield at("2023-07-03 11:00")
    frozen = story.bureau(FreezeEvaluation(pilot=story.pilot, day=date(2023, 6, 30))).data.frozen_evaluation
    survey = AddOutsideResult(
        frozen_evaluation=frozen,
        result="Meer dan de helft van de deelnemers noemde armoede en klimaat. Leden kozen liever themanetwerken.",
        origin="De ledenenquête over ledennetwerken, zoals de partij die op haar site samenvatte.",
        result_day=date(2022, 8, 29),
    )
    story.bureau(survey)
    for evening, (network, core_group, reaction) in zip(("2023-07-06 20:40", "2023-07-11 21:05"), REACTIONS, strict=True):
        yield at(evening)
        told = ReactToEvaluation(frozen_evaluation=frozen, network=story.networks[network], reaction=reaction)
        story.core_group(CORE_GROUPS[core_group][0], network, told)
    yield at("2023-07-13 14:00")
    observed = "Drie netwerken bestaan een jaar. Dat is weinig om van te leren wat in het hele land werkt."
    story.auditor(AddObservation(frozen_evaluation=frozen, observation=observed))
    yield at("2023-07-19 10:15")
    found = story.service.log.load(FrozenEvaluation, frozen)
    for network, future, ground in (
        (plans.EDUCATION, NetworkFuture.GO_ON, "Er kwam advies, en er is iets mee gedaan."),
        (plans.CARE, NetworkFuture.CHANGE, "Het netwerk zoekt leden in het noorden."),
    ):
        decided = DecideNetworkFuture(
            frozen_evaluation=frozen,
            network=story.networks[network],
            future=future,
            ground=ground,
            digest="" if found is None else found.digest,
            at=at("2023-07-18 21:00"),
            decided=story.met("2023-07-18"),
        )
        story.bureau(decided)
    story.bureau(PublishEvaluation(frozen_evaluation=frozen))
