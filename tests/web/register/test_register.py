"""Bringing in the register in a browser: shown first, then taken in exactly so; what people changed themselves stays."""

import io
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import xlsxwriter

from application.commands.party import CorrectPerson
from application.ports.claims import NoticeKind
from application.register.desk import LARGEST
from netwerkpartij.background import bring_in_registers
from netwerkpartij.wiring import Opened
from tests.application.party import SOMEBODY, Party
from tests.web.conftest import FORM_OF_OURS, Browser
from tests.web.register.conftest import ANNE, VERA, Sends, written
from web.shell import SESSION_COOKIE

NEW, ENDED = "Nieuwe leden", "Leden die geen lid meer zijn"


def counted(browser: Browser, at: str, words: str) -> int:
    """Read a number beside its words."""
    text = browser.get(at).text
    return int(text.split(f'>{words}</dt><dd class="govuk-summary-list__value">')[1].split("<")[0])


def takes_in(browser: Browser, service: Opened, at: str, **more: str) -> str:
    answer = browser.submit(at, doe="overnemen", **more)
    assert answer.status_code == 303, answer.text
    bring_in_registers(service)
    return browser.get(at).text


def kept(service: Opened) -> list[bool]:
    """Give of each register that was sent whether its file is kept."""
    uploads = service.vault.register_uploads
    return [uploads.file(each.id) is not None for each in uploads.all()]


def test_what_would_change_is_shown_and_nothing_is_recorded(bureau: Browser, sends: Sends, service: Opened):
    before = service.log.last_position()
    at = sends(written(ANNE, VERA))
    assert counted(bureau, at, NEW) == 2
    assert "Er is nog niets vastgelegd" in bureau.get(at).text
    assert (service.log.last_position(), service.vault.person_named("Anne Registervoorbeeld")) == (before, None)


def test_taking_in_does_what_was_shown_and_again_nothing_changes(bureau: Browser, sends: Sends, service: Opened):
    assert "Het bestand is overgenomen" in takes_in(bureau, service, sends(written(ANNE, VERA)))
    assert service.vault.person_named("Anne Registervoorbeeld") is not None
    again = sends(written(ANNE, VERA))
    assert [counted(bureau, again, words) for words in (NEW, ENDED)] == [0, 0]
    before = service.log.last_position()
    takes_in(bureau, service, again)
    assert service.log.last_position() == before


def test_whose_address_a_register_changes_is_told_so_where_their_mail_went(bureau: Browser, sends: Sends, service: Opened):
    """Whoever sends a register with another address for somebody could sign in as them."""
    takes_in(bureau, service, sends(written(ANNE, VERA)))
    takes_in(bureau, service, sends(written(ANNE.replace("anne@voorbeeld", "anne@elders"), VERA)))
    letters = iter(lambda: service.vault.notices.take(datetime(2100, 1, 1, tzinfo=UTC)), None)
    assert [(each.address, each.kind) for each in letters] == [("anne@voorbeeld.example", NoticeKind.ADDRESS_CHANGED)]


def test_it_is_recorded_who_brought_it_in(bureau: Browser, sends: Sends, service: Opened, party: Party):
    takes_in(bureau, service, sends(written(ANNE)))
    (act,) = {each.event.act for each in service.log.read(after=service.log.last_position() - 1, limit=10)}
    bureau_person = party.bureau.person
    assert bureau_person is not None
    assert (act.by, act.role.value, act.entered_by) == ("import", "party-bureau", party.vault.reference(bureau_person, "office"))


def test_whoever_is_not_in_the_file_any_more_is_named_and_many_are_asked(bureau: Browser, sends: Sends, service: Opened):
    takes_in(bureau, service, sends(written(ANNE, VERA)))
    at = sends(written(ANNE))
    assert "Vera Registerverzonnen" in bureau.get(at).text
    refused = bureau.submit(at, doe="overnemen")
    assert refused.status_code == 409
    assert "Bevestig dat dan" in refused.text
    assert "Het bestand is overgenomen" in takes_in(bureau, service, at, veel="ja")


def test_what_changed_meanwhile_is_shown_again_and_not_taken_in(bureau: Browser, sends: Sends, service: Opened, party: Party):
    takes_in(bureau, service, sends(written(ANNE)))
    at = sends(written(ANNE.replace("Registervoorbeeld", "Anders")))
    person = service.vault.person_named("Anne Registervoorbeeld")
    assert person is not None
    party.give(CorrectPerson(person=person, name="Anne Nogweeranders"), party.bureau)
    text = takes_in(bureau, service, at)
    assert "Intussen is er iets gewijzigd" in text
    assert "Het bestand is overgenomen" not in text
    assert service.vault.person_named("Anne Nogweeranders") == person


def test_somebody_who_may_be_known_waits_until_it_is_said(bureau: Browser, sends: Sends, service: Opened, party: Party):
    party.party_member("Koos Registerfictief")
    at = sends(written(ANNE, "1003,Koos Registerfictief,,8011 PK,1980,,"))
    page = bureau.get(at).text
    assert (counted(bureau, at, NEW), "Regel 3: wie is dit?" in page) == (1, True)
    bureau.submit(at, **{"doe": "opnieuw", "regel-3": str(party.person("Koos Registerfictief"))})
    bring_in_registers(service)
    assert counted(bureau, at, "Leden van wie iets verandert") == 1
    takes_in(bureau, service, at)
    assert list(service.vault.member_numbers_of(party.person("Koos Registerfictief"))) == ["1003"]


def test_somebody_else_of_that_name_is_new(bureau: Browser, sends: Sends, service: Opened, party: Party):
    party.party_member("Koos Registerfictief")
    at = sends(written("1003,Koos Registerfictief,,8011 PK,1980,,"))
    bureau.submit(at, **{"doe": "opnieuw", "regel-2": "anders"})
    bring_in_registers(service)
    assert counted(bureau, at, NEW) == 1


def a_sheet(*rows: list[str]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def test_a_spreadsheet_comes_in_too(bureau: Browser, sends: Sends):
    assert counted(bureau, sends(a_sheet(["lidnummer", "naam"], ["1001", "Anne Registervoorbeeld"])), NEW) == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (written('1001,"=1+1",,,,,'), "Regel"),
        (written(ANNE, ANNE), "regel 2"),
        (written("1001,Anne Voorbeeld,anne,,,,"), "e-mailadres"),
        (written(ANNE)[:40] + b"\xff\xfe\x81 " + "é".encode(), "CSV"),
        (b"%PDF-1.7 \0\0", "geen CSV"),
        (b"zomaar een brief\n", "ontbreken kolommen"),
        (b"\n\n", "leeg"),
        (written(), "leeg"),
    ],
    ids=["formula", "double", "address", "encoding", "no-table", "no-columns", "empty", "nobody"],
)
def test_what_cannot_be_is_told_in_sentences_and_nothing_is_kept(
    bureau: Browser, sends: Sends, service: Opened, file: bytes, said: str
):
    before = service.log.last_position()
    text = bureau.get(sends(file)).text
    assert "kan niet worden ingelezen" in text
    assert said.casefold() in text.casefold()
    assert (kept(service), service.log.last_position()) == ([False], before)


def test_no_file_and_too_large_a_file_are_told_beside_the_field(bureau: Browser):
    nothing = bureau.post("/register", files={"bestand": ("", b"")}, headers=FORM_OF_OURS)
    large = bureau.post("/register", files={"bestand": ("leden.csv", b"1" * (LARGEST + 1))}, headers=FORM_OF_OURS)
    assert [nothing.status_code, large.status_code] == [400, 400]
    assert "Kies een bestand" in nothing.text
    assert "groter dan 10 MB" in large.text


def test_a_million_rows_are_too_many(bureau: Browser, sends: Sends, monkeypatch: pytest.MonkeyPatch):
    a_million = b"number,name\n" + b"1,A\n" * 1_000_000
    answer = bureau.post("/register", files={"bestand": ("leden.csv", a_million)}, headers=FORM_OF_OURS)
    assert (answer.status_code, "meer dan 200.000 regels" in answer.text) == (400, True)
    monkeypatch.setattr("application.register.work.MOST_LINES", 3)  # of a sheet it is known when it is read
    rows = [["lidnummer", "naam"], *([str(each), f"Anne Voorbeeld{each}"] for each in range(4))]
    assert "meer dan drie regels" in bureau.get(sends(a_sheet(*rows))).text


def test_far_too_large_a_file_is_not_read(bureau: Browser):
    answer = bureau.post("/register", files={"bestand": ("leden.csv", b"1" * (LARGEST + 100_000))}, headers=FORM_OF_OURS)
    assert answer.status_code == 413


def test_a_day_that_has_not_come_or_is_none_is_told_beside_the_field(bureau: Browser):
    days = ({"day-day": "1", "day-month": "1", "day-year": "2031"}, {"day-day": "31", "day-month": "2", "day-year": "2024"})
    for day in days:
        answer = bureau.post("/register", files={"bestand": ("a.csv", written(ANNE))}, data=day, headers=FORM_OF_OURS)
        assert (answer.status_code, 'href="#day-day"' in answer.text) == (400, True)


def test_the_form_says_when_its_day_may_stay_empty(bureau: Browser):
    assert "Laat dit leeg als het bestand van vandaag is." in bureau.get("/register").text


def test_who_gives_up_leaves_nothing_behind(bureau: Browser, sends: Sends, service: Opened):
    at = sends(written(ANNE))
    assert kept(service) == [True]
    bureau.submit(at, doe="weg")
    assert (kept(service), bureau.get(at).status_code) == ([], 404)


def test_who_walks_away_leaves_nothing_after_an_hour(
    bureau: Browser, sends: Sends, service: Opened, monkeypatch: pytest.MonkeyPatch
):
    at, uploads = sends(written(ANNE)), service.vault.register_uploads
    (upload,) = uploads.all()
    monkeypatch.setattr(uploads, "_clock", lambda: datetime.now(UTC) + timedelta(minutes=61))
    assert bureau.get(at).status_code == 404
    assert uploads.file(upload.id) is not None  # nobody looked at it since
    bring_in_registers(service)
    assert uploads.file(upload.id) is None


def test_a_page_says_how_far_the_work_is(bureau: Browser, service: Opened):
    answer = bureau.post("/register", files={"bestand": ("leden.csv", written(ANNE))}, headers=FORM_OF_OURS)
    at = answer.headers["location"]
    service.vault.register_uploads.note(UUID(at.rpartition("/")[2]), 420)
    assert "42%" in bureau.get(at).text


def test_two_processes_do_not_do_the_same_work(bureau: Browser, service: Opened):
    bureau.post("/register", files={"bestand": ("leden.csv", written(ANNE))}, headers=FORM_OF_OURS)
    uploads = service.vault.register_uploads
    assert [uploads.claim() is not None, uploads.claim() is not None] == [True, False]


def test_nobody_else_may_send_or_see_it(browser: Browser, sends: Sends, service: Opened, party: Party):
    at = sends(written(ANNE))
    file = {"bestand": ("leden.csv", written(ANNE))}
    assert browser.get(at).status_code == browser.post("/register", files=file, headers=FORM_OF_OURS).status_code == 403
    browser.cookies.set(SESSION_COOKIE, service.door.begin(party.person(SOMEBODY)))
    assert browser.get(at).status_code == browser.post("/register", files=file, headers=FORM_OF_OURS).status_code == 403
    assert [browser.submit(at, doe=each).status_code for each in ("overnemen", "opnieuw", "weg")] == [403] * 3
    assert kept(service) == [True]


def test_a_file_from_another_site_or_to_another_page_is_refused(bureau: Browser):
    file = {"bestand": ("leden.csv", written(ANNE))}
    assert bureau.post("/register", files=file, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert bureau.post("/mensen", files=file, headers=FORM_OF_OURS).status_code == 415
    assert (
        bureau.post("/register", content=b"--x", headers={**FORM_OF_OURS, "Content-Type": "multipart/form-data"}).status_code
        == 415
    )


def test_what_somebody_changed_themselves_is_listed_and_stays(bureau: Browser, sends: Sends, service: Opened, party: Party):
    takes_in(bureau, service, sends(written(ANNE)))
    assert 'href="/register/verschillen"' not in bureau.get("/te-doen").text
    assert "Er zijn geen verschillen" in bureau.get("/register/verschillen").text
    person = service.vault.person_named("Anne Registervoorbeeld")
    assert person is not None
    party.give(CorrectPerson(person=person, name="Anne Zelfgewijzigd"), party.bureau)
    assert 'href="/register/verschillen"' in bureau.get("/te-doen").text
    text = bureau.get("/register/verschillen").text
    assert ("Anne Registervoorbeeld" in text, "Anne Zelfgewijzigd" in text) == (True, True)
    takes_in(bureau, service, sends(written(ANNE)))
    assert service.vault.person_named("Anne Zelfgewijzigd") == person


def test_nothing_is_there_under_another_id(bureau: Browser):
    assert bureau.get(f"/register/{uuid4()}").status_code == 404


def test_work_that_is_stopped_records_nothing(bureau: Browser, service: Opened):
    bureau.post("/register", files={"bestand": ("leden.csv", written(ANNE))}, headers=FORM_OF_OURS)
    bring_in_registers(service, stopped=lambda: True)
    assert service.vault.register_uploads.all()[0].state.value == "to-read"
