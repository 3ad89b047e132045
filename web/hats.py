"""In which of somebody's hats a page is read: the one that was chosen in this browser, or else the one with most to do."""

from collections.abc import Sequence

from application.access.hats import Hat
from domain.kernel.acts import Role

HAT_COOKIE = "np-rol"
CHOOSE = "/rol"
"""The page on which another is chosen."""
FIRST = (
    Role.PARTY_BUREAU,
    Role.NATIONAL_BOARD,
    Role.CORE_GROUP,
    Role.REQUESTER,
    Role.PRIVACY_OFFICER,
    Role.AUDITOR,
    Role.ADMINISTRATOR,
    Role.MEMBER,
)
"""Who has an office comes for that; everybody in it is a member too."""


def key_of(hat: Hat) -> str:
    """Give by what name a browser remembers a hat."""
    return hat.role.value if hat.network is None else f"{hat.role.value}.{hat.network}"


def hat_of(hats: Sequence[Hat], chosen: str) -> Hat:
    """Give the chosen hat, if it is one of them; otherwise the first by what it is for."""
    return next((hat for hat in hats if key_of(hat) == chosen), min(hats, key=lambda hat: FIRST.index(hat.role)))
