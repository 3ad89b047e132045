"""What is hidden of a network with extra protection: all that was counted in people, but a band of its size."""

from tests.evaluation.anew.days import end_of, stretches
from tests.evaluation.anew.figure import Party, Said, says
from tests.evaluation.anew.networks import Network

OF_PEOPLE = {
    "core-group-size",
    "core-group-continuity",
    "core-group-mix",
    "members",
    "members-after-12-months",
    "days-to-fifty",
    "growth-per-month",
    "retention-after-6-months",
    "retention-after-12-months",
    "churn-per-quarter",
    "likeness",
    "attendance",
    "advice-experts",
    "late-entries",
    "corrections",
}
BANDS = (10, 25, 50, 100, 250)


def band(count: int) -> str:
    lower = max((each for each in (0, *BANDS) if each <= count), default=0)
    upper = next((each - 1 for each in BANDS if each > count), None)
    return f"{lower}+" if upper is None else f"{lower}-{upper}"


def size_told(party: Party, network: Network) -> str | None:
    """In what band its members were at the end of the last whole quarter, as it was known that night."""
    over = [last for _, last in stretches(network.start, party.asked.day, 3) if end_of(last) <= party.asked.over]
    if not over:
        return None
    night = end_of(over[-1])
    then = party.known_that(night).get(network.id)
    return None if then is None else band(then.members(night))


def as_shown(party: Party, network: Network, figure: str, said: Said) -> Said:
    """A figure as everybody sees it."""
    if figure in OF_PEOPLE:
        value = size_told(party, network) if figure == "members" else None
        return says(value, None, norm=said["norm"], note="sensitive-network")
    if figure == "advice-requests":
        return {**said, "n": None, "detail": {}, "note": "sensitive-network"}
    return said
