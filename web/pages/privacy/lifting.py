"""Names asked for behind references: by two people, told once."""

from uuid import UUID, uuid4

from application.commands.liftings import AgreeToLifting, AgreeToRecordLifting, RefuseLifting, RefuseRecordLifting, TellLiftedName
from application.language.forms.titles import title_of
from application.language.words import Words
from application.queries.privacy import RecordLiftingEntry, RecordLiftings, ReferenceLiftingEntry, ReferenceLiftings
from domain.kernel.days import day_of
from domain.party.reference_lifting import LiftingStatus
from infrastructure.tables import Table, TableColumn
from web.asking.deed import COMMAND_ID
from web.drawing.lists import listing
from web.drawing.readable import id_in
from web.page import Facts, Menu, page
from web.refusals import NOT_THERE, PageRefused
from web.sitemap import site
from web.visit import Visit

LIFTINGS = Words("Gevraagde namen achter verwijzingen", "Names asked for behind references")


@page("/gevraagde-namen", LIFTINGS, menu=Menu(60, Words("Gevraagde namen", "Names asked for"), asks=ReferenceLiftings))
def liftings(visit: Visit) -> Facts:
    """Whose reference was asked for and why, and which auditor is to read of a network; the second of two agrees or refuses."""
    return listing(lifted(visit), read_by_auditors(visit), ways=_ways(visit))


def lifted(visit: Visit) -> Table[ReferenceLiftingEntry]:
    """Tell each name that was asked for, with what became of it."""
    columns = (
        TableColumn[ReferenceLiftingEntry](Words("Waarom", "Why"), lambda each: each.reasons, lambda each: _decide(visit, each)),
        TableColumn[ReferenceLiftingEntry](Words("Gevraagd op", "Asked on"), lambda each: day_of(each.asked_at)),
        TableColumn[ReferenceLiftingEntry](Words("Tot en met", "Up to and including"), lambda each: each.last_day),
        TableColumn[ReferenceLiftingEntry](Words("Stand", "Status"), lambda each: each.status),
    )
    return visit.table(LIFTINGS, columns, [*visit.all_of(ReferenceLiftings())])


def read_by_auditors(visit: Visit) -> Table[RecordLiftingEntry]:
    """Tell for which network an auditor was to read of its people, with what became of that."""
    columns = (
        TableColumn[RecordLiftingEntry](Words("Waarom", "Why"), lambda each: each.reasons),
        TableColumn[RecordLiftingEntry](Words("Netwerk", "Network"), lambda each: visit.name_of(each.network)),
        TableColumn[RecordLiftingEntry](Words("Inzage tot en met", "Read up to and including"), lambda each: each.until),
        TableColumn[RecordLiftingEntry](Words("Stand", "Status"), lambda each: each.status),
    )
    name = Words("Gevraagde inzage voor een controleur", "Reading asked for an auditor")
    return visit.table(name, columns, [*visit.all_of(RecordLiftings())])


def _ways(visit: Visit) -> list[tuple[str, str, str]]:
    """Give, of each reading that was asked and not answered, the forms that answer it."""
    if visit.past:
        return []
    open_now = [each for each in visit.all_of(RecordLiftings()) if each.status is LiftingStatus.ASKED]
    answers = [each for each in site().deeds.values() if each.command in {AgreeToRecordLifting, RefuseRecordLifting}]
    return [
        (visit.tell(of.title), of.at.replace("{record_lifting}", str(each.record_lifting)), each.reasons)
        for each in open_now
        for of in answers
        if visit.may(of.command)
    ]


def _decide(visit: Visit, of: ReferenceLiftingEntry) -> str | None:
    return None if visit.past else f"/gevraagde-namen/{of.reference_lifting}"


@page("/gevraagde-namen/{reference_lifting}", Words("Een gevraagde naam", "A name that was asked for"), has_past=False)
def lifting(visit: Visit, reference_lifting: UUID) -> Facts:
    """Why it was asked, until when it holds, and what can be done with it."""
    found = next((each for each in visit.all_of(ReferenceLiftings()) if each.reference_lifting == reference_lifting), None)
    if found is None:
        raise PageRefused(NOT_THERE)
    open_to = (AgreeToLifting, RefuseLifting) if found.status is LiftingStatus.ASKED else ()
    ways = {each.command: each.at for each in site().deeds.values()}
    return {
        "lifting": found,
        "ways": [
            (visit.tell(title_of(each)), ways[each].replace("{reference_lifting}", str(reference_lifting)))
            for each in open_to
            if visit.may(each)
        ],
        "may_read": found.status is LiftingStatus.AGREED and visit.may(TellLiftedName),
    }


@page(
    "/gevraagde-namen/{reference_lifting}/naam",
    Words("De naam lezen", "Read the name"),
    has_past=False,
    names_people=True,
    takes_forms=True,
    gives=TellLiftedName,
)
def name_behind(visit: Visit, reference_lifting: UUID) -> Facts:
    """Told once, to who asked; that it was read is kept."""
    command_id = next((id_in(text) for name, text in visit.form if name == COMMAND_ID), None) or uuid4()
    told = visit.give(TellLiftedName(reference_lifting=reference_lifting), command_id) if visit.is_sent else None
    return {"command_id": command_id, "told": told is not None, "name": told.data.name if told is not None else None}
