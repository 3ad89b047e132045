"""What can be true of a person, before the vault keeps it."""

from datetime import date
from typing import Final

from domain.kernel.errors import DomainError

FIRST_BIRTH_YEAR: Final = 1900


class NotABirthYear(DomainError):
    """Nobody who lives was born before 1900, or in a year to come."""


def must_be_birth_year(year: int | None, today: date) -> None:
    """
    Check that somebody can have been born in a year; None: it is not known.

    :raises NotABirthYear: if not
    """
    if year is not None and not FIRST_BIRTH_YEAR <= year <= today.year:
        raise NotABirthYear(first=str(FIRST_BIRTH_YEAR), last=str(today.year))
