"""What whoever keeps the register is told of a file that was sent, and of what people know better than the register."""

from collections.abc import Iterable, Mapping
from itertools import chain

from application.access.scopes import Reach
from application.ports.register_uploads import RegisterUpload, RegisterUploads, SaidMistake
from application.ports.vault.contexts import PersonId
from application.ports.vault.people import PersonDetails
from application.queries.register import (
    FileMistake,
    RegisterDifference,
    RegisterDifferences,
    RegisterDifferencesFound,
    RegisterImportDetails,
    RegisterImportEntry,
    RegisterOutcome,
    RegisterPerson,
    WaitingMember,
)
from application.register.comparing import ProvinceOf
from application.register.differences import register_differences
from application.register.file import RegisterImportGone
from application.register.outcome import RegisterChange, RegisterImported

OF_REGISTER = (RegisterImportDetails, RegisterDifferences)
"""Questions that the vault answers."""
PER_CENT = 10
"""Parts of a thousand."""


def of_register(
    question: RegisterImportDetails | RegisterDifferences, reach: Reach, uploads: RegisterUploads, province_of: ProvinceOf
) -> RegisterImportEntry | RegisterDifferencesFound:
    """
    Answer a question about the register.

    :raises RegisterImportGone: if nothing is kept of what was sent (any more)
    """
    if isinstance(question, RegisterDifferences):
        return _differences(reach, province_of)
    found = uploads.of(question.register_import)
    if found is None:
        raise RegisterImportGone
    return _entry(found, reach)


def _entry(upload: RegisterUpload, reach: Reach) -> RegisterImportEntry:
    told = upload.told
    return RegisterImportEntry(
        register_import=upload.id,
        state=upload.state,
        day=told.day,
        per_cent=upload.per_mille // PER_CENT,
        differs=told.differs,
        outcome=None if told.found is None else _outcome(told.found, reach),
        mistakes=tuple(map(_mistake, told.refused)),
        mistakes_count=told.mistakes,
    )


def _outcome(found: RegisterImported, reach: Reach) -> RegisterOutcome:
    waiting = sorted(found.possibly_known, key=lambda each: each.line)
    named = reach.people([*found.missing, *chain.from_iterable(each.people for each in waiting)])
    counts = {change.name.lower(): found.counts.get(change, 0) for change in COUNTED}
    return RegisterOutcome(
        rows=found.rows,
        **counts,
        kept_own=found.kept,
        without_province=found.without_province,
        members_before=found.members_before,
        asks=found.asks,
        missing=_people(found.missing, named),
        changing_lines=tuple(sorted(line for line, _ in found.first if line is not None)),
        possibly_known=tuple(WaitingMember(line=each.line, people=_people(each.people, named)) for each in waiting),
        erased_lines=tuple(sorted(each.line for each in found.erased)),
        alike=tuple(map(tuple, found.alike)),
    )


COUNTED = (
    RegisterChange.NEW,
    RegisterChange.CHANGED,
    RegisterChange.ENDED,
    RegisterChange.RETURNED,
    RegisterChange.UNCHANGED,
    RegisterChange.ENDED_BEFORE,
    RegisterChange.OLDER,
)


def _people(people: Iterable[PersonId], named: Mapping[PersonId, PersonDetails]) -> tuple[RegisterPerson, ...]:
    return tuple(RegisterPerson(person=each, name=named[each].name) for each in people if each in named)


def _mistake(said: SaidMistake) -> FileMistake:
    return FileMistake(line=said.line, code=said.code, nl=" ".join(said.nl), en=" ".join(said.en))


def _differences(reach: Reach, province_of: ProvinceOf) -> RegisterDifferencesFound:
    every = list(register_differences(reach.vault, province_of))
    named = reach.people(each.person for each in every)
    found = (
        RegisterDifference(
            number=each.number,
            person=each.person,
            name=named[each.person].name if each.person in named else None,
            field=each.field,
            register_says=str(each.register),
            known=None if each.known is None else str(each.known),
        )
        for each in every
    )
    return RegisterDifferencesFound(differences=tuple(found))
