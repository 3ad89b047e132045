"""What a file changes of what is known of somebody: what was changed by hand is not overwritten by an older file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from application.ports.vault.register import KnownNow, RegisterSaid
from application.register.file import RegisterRow
from domain.kernel.days import day_of

ProvinceOf = Callable[[str], str | None]
"""Gives the province of a postcode, None where none is known."""
FIELDS = ("name", "email", "postcode", "birth_year")


def said_by(row: RegisterRow, before: RegisterSaid | None, day: date, *, counts: bool = True) -> RegisterSaid:
    """
    Give what the register says now; of what a line leaves open it says what it said before, but of an address.

    :param counts: whether postcode and year of birth may be kept of this person
    """
    postcode, year = (row.postcode, row.birth_year) if counts else (None, None)
    if before is not None:
        postcode, year = postcode or before.postcode, year or before.birth_year
    email = row.email if row.says_email else None if before is None else before.email
    return RegisterSaid(row.number, row.name, email, postcode, year, member=is_member(row, day))


def is_member(row: RegisterRow, day: date) -> bool:
    """Say whether somebody is a member by the file of a day."""
    return (row.since is None or row.since <= day) and (row.until is None or row.until > day)


@dataclass
class Changes:
    """What follows from a file for one person: what is corrected, and in which fields they know better."""

    corrected: dict[str, Any] = field(default_factory=dict)
    email: tuple[str | None] | None = None
    """Another address, or None in it for none; None: it stays."""
    kept: list[str] = field(default_factory=list)


def changes(before: RegisterSaid | None, said: RegisterSaid, known: KnownNow, day: date, province_of: ProvinceOf) -> Changes:
    """
    Compare what the register says with what it said before, and with what is known.

    What the register still says as before is no news. News is taken over, unless somebody changed the same by hand since:
    then the file must be of a later day than that.

    :param before: None: the register said nothing of this person before; what was never corrected by hand is then taken over
    :param day: of the file
    """
    found = Changes()
    for name in FIELDS:
        new, now = getattr(said, name), getattr(known, name)
        if before is not None and new == getattr(before, name):
            continue
        if _same(new, now) or (new is None and name != "email"):
            continue
        by_hand = known.address_at if name == "email" else known.corrected_at
        if _changed_by_hand(before, known, name, province_of) and not _is_older(by_hand, day):
            found.kept.append(name)
        elif name == "email":
            found.email = (new,)
        else:
            found.corrected[name] = new
    if province := province_of(found.corrected.get("postcode", "")):
        found.corrected |= {} if province == known.province else {"province": province}
    return found


def differences(said: RegisterSaid, known: KnownNow, province_of: ProvinceOf) -> Mapping[str, Sequence[Any]]:
    """Give in which fields the register says something else than what is known: what it says, and what is known."""
    found = {
        name: (getattr(said, name), getattr(known, name))
        for name in FIELDS
        if getattr(said, name) is not None and not _same(getattr(said, name), getattr(known, name))
    }
    province = province_of(said.postcode or "")
    if province is not None and province != known.province:
        found["province"] = (province, known.province)
    return found


def _changed_by_hand(before: RegisterSaid | None, known: KnownNow, name: str, province_of: ProvinceOf) -> bool:
    if before is None:
        return (known.address_at if name == "email" else known.corrected_at) is not None
    if name == "postcode" and before.postcode is not None:
        province = province_of(before.postcode)
        return known.postcode != before.postcode or (province is not None and known.province != province)
    return not _same(getattr(before, name), getattr(known, name))


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401  # texts and years
    return one == other or (isinstance(one, str) and isinstance(other, str) and one.casefold() == other.casefold() and "@" in one)


def _is_older(changed: datetime | None, day: date) -> bool:
    """Say whether something was changed before the day of a file."""
    return changed is None or day_of(changed) < day
