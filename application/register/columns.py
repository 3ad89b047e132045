"""Which column of a register is which, by its name in Dutch or English."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from application.register.file import RegisterColumnsMissing, RegisterColumnTwice


class Column(StrEnum):
    """What a column says."""

    NUMBER = "number"
    NAME = "name"
    FIRST = "first name"
    INFIX = "infix"
    LAST = "last name"
    EMAIL = "email"
    POSTCODE = "postcode"
    COUNTRY = "country"
    BIRTH_YEAR = "birth year"
    BIRTH_DATE = "birth date"
    SINCE = "member since"
    UNTIL = "member until"


NAMES: Final[Mapping[Column, str]] = {
    Column.NUMBER: "number, member number, membership number, member id, lidnummer, lidnr, nummer, relatienummer, lid id",
    Column.NAME: "name, full name, member name, naam, volledige naam, naam lid",
    Column.FIRST: "first name, given name, voornaam, roepnaam, voornamen, voorletters, initials",
    Column.INFIX: "infix, prefix, name prefix, tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels",
    Column.LAST: "last name, surname, family name, achternaam",
    Column.EMAIL: "email, e mail, email address, e mail address, mail, emailadres, e mailadres, e mail adres, mailadres",
    Column.POSTCODE: "postcode, post code, postal code, zip, zip code, zipcode",
    Column.COUNTRY: "country, land",
    Column.BIRTH_YEAR: "birth year, year of birth, geboortejaar",
    Column.BIRTH_DATE: "birth date, date of birth, birthday, geboortedatum",
    Column.SINCE: "member since, since, joined, start date, lid sinds, lid vanaf, sinds, startdatum, ingangsdatum, begindatum",
    Column.UNTIL: "member until, until, ended, end date, lid tot, lid tot en met, tot, einddatum, beëindigd, uitgeschreven",
}
BY_NAME: Final = {name.strip(): column for column, names in NAMES.items() for name in names.split(",")}
NAMED_BY: Final = (Column.NAME, Column.LAST)


def plain(name: str) -> str:
    """Give a name of a column as it is compared: no capitals, and one space for whatever stands between its words."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def columns_in(header: Sequence[str]) -> Mapping[Column, int]:
    """
    Give where each column stands; those with other names are passed over, and nothing of them is kept.

    :raises RegisterColumnTwice: if two say the same thing
    :raises RegisterColumnsMissing: if there is no member number, or no name
    """
    found: dict[Column, int] = {}
    for place, name in enumerate(header):
        column = BY_NAME.get(plain(name))
        if column in found:
            raise RegisterColumnTwice(column=column)
        if column is not None:
            found[column] = place
    missing = [] if Column.NUMBER in found else [Column.NUMBER]
    missing += [] if any(each in found for each in NAMED_BY) else [Column.NAME]
    if missing:
        raise RegisterColumnsMissing(missing=tuple(missing))
    return found
