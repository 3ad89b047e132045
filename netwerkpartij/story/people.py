"""
The people of the story. None of them exists: every surname says so.

Those with the first three surnames have a part with lines; the others join, leave and come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from domain.kernel.acts import Role
from netwerkpartij.story.clock import FIRST_DAY, at

FIRST_NAMES: Final = (
    "Anne", "Bas", "Casper", "Dina", "Elif", "Femke", "Gijs", "Hanna", "Ivo", "Jamila", "Koos", "Lot", "Mees",
    "Noor", "Otto", "Pien", "Quirijn", "Rosa", "Sem", "Teun", "Ubbo", "Vera", "Wim", "Xander", "Yara", "Zef",
)  # fmt: skip
SPEAKING: Final = ("Voorbeeld", "Verzonnen", "Fictief")
OTHERS: Final = (
    "Bedacht", "Denkbeeldig", "Proefpersoon", "Onbestaand", "Zogenaamd", "Uitgedacht", "Nagemaakt", "Papieren",
)  # fmt: skip
NEWCOMERS: Final = "Sprookje"
"""Who is called this becomes a member of the party in the course of the story."""
SURNAMES: Final = (*SPEAKING, *OTHERS, NEWCOMERS)

MEMBERS_BY_PROVINCE: Final[Mapping[str, int]] = {
    "NL-DR": 1_250, "NL-FL": 900, "NL-FR": 1_700, "NL-GE": 5_450, "NL-GR": 1_850, "NL-LI": 190, "NL-NB": 560, "NL-NH": 2_050,
    "NL-OV": 3_650, "NL-UT": 3_600, "NL-ZE": 560, "NL-ZH": 3_300,
}  # fmt: skip
"""The whole party, of which those who join networks are a small part; the others are only counted."""

COORDINATOR: Final = "Vera Voorbeeld"
ASSISTANT: Final = "Wim Verzonnen"
BOARD: Final = ("Otto Voorbeeld", "Pien Verzonnen", "Quirijn Fictief", "Rosa Voorbeeld", "Sem Verzonnen")
NEW_BOARD_MEMBER: Final = "Sem Fictief"
NEW_IN_BOARD_SINCE: Final = date(2023, 6, 30)
PRIVACY_OFFICER: Final = "Teun Fictief"
AUDITOR: Final = "Ubbo Verzonnen"
REQUESTER: Final = "Xander Fictief"
ADMINISTRATOR: Final = "Zef Voorbeeld"
NAMESAKE: Final = "Mees Voorbeeld"
"""Whose name somebody else has too."""
ERASED: Final = "Noor Voorbeeld"
TOO_YOUNG: Final = "Yara Fictief"

OFFICES: Final = (
    (ADMINISTRATOR, Role.ADMINISTRATOR),
    (COORDINATOR, Role.PARTY_BUREAU),
    (ASSISTANT, Role.PARTY_BUREAU),
    *((name, Role.NATIONAL_BOARD) for name in BOARD),
    (PRIVACY_OFFICER, Role.PRIVACY_OFFICER),
    (AUDITOR, Role.AUDITOR),
    (REQUESTER, Role.REQUESTER),
)

CORE_GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "education": ("Anne Voorbeeld", "Bas Verzonnen", "Casper Fictief", "Dina Voorbeeld"),
    "care": ("Elif Voorbeeld", "Femke Verzonnen", "Gijs Fictief", "Hanna Voorbeeld"),
    "climate": ("Ivo Voorbeeld", "Jamila Verzonnen", "Koos Fictief", "Lot Voorbeeld", "Mees Verzonnen"),
    "family": ("Anne Verzonnen", "Bas Fictief", "Casper Voorbeeld", "Dina Verzonnen"),
    "young": ("Elif Verzonnen", "Femke Fictief", "Gijs Voorbeeld", "Hanna Verzonnen"),
    "farming": ("Ivo Verzonnen", "Jamila Fictief", "Koos Voorbeeld", "Lot Verzonnen"),
    "lhbtiq": ("Anne Fictief", "Bas Voorbeeld", "Casper Verzonnen", "Dina Fictief"),
    "poverty": ("Elif Fictief", "Femke Voorbeeld", "Gijs Verzonnen", "Hanna Fictief"),
    "newcomers": ("Ubbo Fictief", "Vera Verzonnen", "Wim Fictief", "Xander Verzonnen"),
    "europe": ("Ivo Fictief", "Jamila Voorbeeld", "Koos Verzonnen", "Lot Fictief"),
}


def board_on(day: date) -> tuple[str, ...]:
    """Give who is on the board on a day: one member makes place for another."""
    return BOARD if day <= NEW_IN_BOARD_SINCE else (*BOARD[:-1], NEW_BOARD_MEMBER)


@dataclass(frozen=True)
class Character:
    """Somebody who does not exist."""

    name: str
    province: str
    birth_year: int
    party_member_since: datetime

    @property
    def speaks(self) -> bool:
        """Say whether this one has a part with lines."""
        return self.name.split()[-1] in SPEAKING

    @property
    def comes_later(self) -> bool:
        """Say whether this one becomes a party member in the course of the story."""
        return self.party_member_since.date() > FIRST_DAY


def everybody(lot: Random) -> list[Character]:
    """Give everybody in the story, with provinces and ages drawn by lot."""
    return [_character(f"{first} {surname}", lot) for surname in SURNAMES for first in FIRST_NAMES]


def _character(name: str, lot: Random) -> Character:
    speaks = name.rsplit(maxsplit=1)[-1] in SPEAKING
    birth_year = lot.randint(1955, 1995) if speaks else round(lot.triangular(1938, 2006, 1975))
    if name.endswith(NEWCOMERS):
        first, last = date(2022, 9, 1), date(2023, 10, 31)
    else:
        first, last = date(max(2003, birth_year + 14), 1, 1), date(2022, 6, 1)
    since = first + timedelta(days=lot.randrange((last - first).days))
    return Character(
        name=name,
        province=lot.choices([*MEMBERS_BY_PROVINCE], [*MEMBERS_BY_PROVINCE.values()])[0],
        birth_year=2007 if name == TOO_YOUNG else birth_year,
        party_member_since=at(f"{since} 10:00"),
    )
