"""What is kept of people, why, on what ground and until when: declared here and nowhere else (docs/decisions/0036)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class KeptFor(StrEnum):
    """Why something is kept of a person."""

    KNOWING_WHO = "knowing-who"
    REACHING = "reaching"
    RECORDING = "recording"
    LIKENESS = "likeness"
    WEEKLY_MESSAGE = "weekly-message"
    TAKING_PART = "taking-part"
    CONSENTED = "consented"
    GETTING_IN = "getting-in"
    ACCOUNTING = "accounting"


class LawfulGround(StrEnum):
    """On what ground of the law it is kept."""

    OWN_MEMBERS = "own-members"
    """Article 9(2)(d) GDPR with article 22(2)(c) UAVG: a party, its members and former members, nobody outside."""
    CONSENT = "consent"
    """Article 9(2)(a) GDPR: said explicitly, and withdrawn whenever somebody likes."""
    DUTY = "duty"
    """Article 5(2) and 32 GDPR: showing that the rules were kept, and keeping data safe."""


class Remedy(StrEnum):
    """What somebody can do who wants something about them no longer kept."""

    WITHDRAW_CONSENT = "withdraw-consent"
    OBJECT = "object"
    NOT_BE_COUNTED = "not-be-counted"
    COMPLAIN = "complain"


REMEDIES = {
    LawfulGround.OWN_MEMBERS: Remedy.OBJECT,
    LawfulGround.CONSENT: Remedy.WITHDRAW_CONSENT,
    LawfulGround.DUTY: Remedy.COMPLAIN,
}
"""On what is no consent nobody can go back, but everybody can object (article 21 GDPR); to a duty one can but complain."""


class Term(StrEnum):
    """Until when it is kept; ``LASTS`` says how long that is, where it is a time."""

    AFTER_LEAVING = "after-leaving"
    AFTER_LOOKING = "after-looking"
    AFTER_MAILING = "after-mailing"
    AFTER_ASKING = "after-asking"
    AFTER_CLAIM = "after-claim"
    AFTER_REGISTER = "after-register"
    AFTER_TOKEN = "after-token"  # noqa: S105  # a word
    SIGNED_IN = "signed-in"
    UNTIL_RECORDED = "until-recorded"
    WITH_RECORD = "with-record"


LASTS = {
    Term.AFTER_LEAVING: timedelta(days=730),
    Term.AFTER_LOOKING: timedelta(days=730),
    Term.AFTER_MAILING: timedelta(days=60),
    Term.AFTER_ASKING: timedelta(days=1),
    Term.AFTER_CLAIM: timedelta(days=30),
    Term.AFTER_REGISTER: timedelta(days=365),
    Term.AFTER_TOKEN: timedelta(days=365),
    Term.SIGNED_IN: timedelta(days=90),
    Term.UNTIL_RECORDED: timedelta(hours=1),
}
"""What a term counts from stands in its name; at its end the clock destroys keys and values by itself."""


class What(StrEnum):
    """What is kept of a person, in the words of the register."""

    NAME = "name"
    ADDRESS = "address"
    PROVINCE_AND_YEAR = "province-and-year"
    POSTCODE = "postcode"
    REGISTER = "register"
    ERASED_NUMBER = "erased-number"
    REFERENCES = "references"
    KEYS = "keys"
    ERASURE = "erasure"
    TOKENS = "tokens"
    SIGN_IN_CODES = "sign-in-codes"
    CLAIMS = "claims"
    BROWSER_SESSIONS = "browser-sessions"
    MESSAGES = "messages"
    LETTERS = "letters"
    PERSONAL_TEXTS = "personal-texts"
    CASE_TEXTS = "case-texts"
    CONSENTS = "consents"
    WISHES = "wishes"
    LOOKS = "looks"
    UNFINISHED = "unfinished"
    RECORD = "record"


@dataclass(frozen=True)
class Kept:
    """
    One thing that is kept of people.

    :param vault: where the vault has it: ``table.column``, or a whole table
    :param events: where an event has it: ``EventType.field``
    """

    what: What
    purpose: KeptFor
    ground: LawfulGround
    term: Term
    vault: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def _of_person(*columns: str) -> tuple[str, ...]:
    """Give columns of a person, as they were typed first and as they were corrected."""
    return tuple(f"{table}.{column}" for table in ("persons", "corrected_persons") for column in columns)


PENDING = ("pending", "register_imports", "register_files")

REGISTER: Sequence[Kept] = (
    Kept(What.NAME, KeptFor.KNOWING_WHO, LawfulGround.OWN_MEMBERS, Term.AFTER_LEAVING, vault=_of_person("name", "name_index")),
    Kept(
        What.ADDRESS,
        KeptFor.REACHING,
        LawfulGround.OWN_MEMBERS,
        Term.AFTER_LEAVING,
        vault=("addresses", "refused_addresses", "reading_languages"),
    ),
    Kept(
        What.PROVINCE_AND_YEAR,
        KeptFor.LIKENESS,
        LawfulGround.OWN_MEMBERS,
        Term.AFTER_LEAVING,
        vault=(*_of_person("province", "birth_year"), "corrected_statistics"),
        events=("MemberJoined.statistics", "MemberReturned.statistics"),
    ),
    Kept(What.POSTCODE, KeptFor.LIKENESS, LawfulGround.OWN_MEMBERS, Term.AFTER_LEAVING, vault=_of_person("postcode")),
    Kept(What.REGISTER, KeptFor.KNOWING_WHO, LawfulGround.OWN_MEMBERS, Term.AFTER_LEAVING, vault=("register_entries",)),
    Kept(What.ERASED_NUMBER, KeptFor.ACCOUNTING, LawfulGround.DUTY, Term.AFTER_REGISTER, vault=("erased_numbers",)),
    Kept(
        What.REFERENCES,
        KeptFor.RECORDING,
        LawfulGround.OWN_MEMBERS,
        Term.AFTER_LEAVING,
        vault=(
            "persons.row",
            "persons.number",
            "persons.id",
            "persons.secret",
            "persons.external_index",
            "corrected_persons.number",
            "corrected_persons.person",
            "corrected_persons.at",
            "merged_persons",
            "known_references",
            "fan_outs",
            "to_end",
        ),
    ),
    Kept(What.KEYS, KeptFor.TAKING_PART, LawfulGround.OWN_MEMBERS, Term.AFTER_LEAVING, vault=("keys",)),
    Kept(What.ERASURE, KeptFor.ACCOUNTING, LawfulGround.DUTY, Term.WITH_RECORD, vault=("persons.erased_at",)),
    Kept(What.TOKENS, KeptFor.GETTING_IN, LawfulGround.DUTY, Term.AFTER_TOKEN, vault=("tokens",)),
    Kept(What.SIGN_IN_CODES, KeptFor.GETTING_IN, LawfulGround.DUTY, Term.AFTER_ASKING, vault=("sign_in_codes", "notices")),
    Kept(What.CLAIMS, KeptFor.GETTING_IN, LawfulGround.OWN_MEMBERS, Term.AFTER_CLAIM, vault=("member_claims",)),
    Kept(What.BROWSER_SESSIONS, KeptFor.GETTING_IN, LawfulGround.DUTY, Term.SIGNED_IN, vault=("browser_sessions",)),
    Kept(What.MESSAGES, KeptFor.WEEKLY_MESSAGE, LawfulGround.CONSENT, Term.AFTER_MAILING, vault=("digests",)),
    Kept(What.LETTERS, KeptFor.REACHING, LawfulGround.OWN_MEMBERS, Term.AFTER_MAILING, vault=("letters",)),
    Kept(
        What.PERSONAL_TEXTS,
        KeptFor.TAKING_PART,
        LawfulGround.OWN_MEMBERS,
        Term.AFTER_LEAVING,
        events=("AnswerGivenToCall.answer", "ConflictOfInterestDeclared.interest", "ExpertConflictDeclared.interest"),
    ),
    Kept(What.CASE_TEXTS, KeptFor.TAKING_PART, LawfulGround.OWN_MEMBERS, Term.WITH_RECORD, vault=("dossiers",)),
    Kept(
        What.CONSENTS,
        KeptFor.CONSENTED,
        LawfulGround.CONSENT,
        Term.WITH_RECORD,
        events=(
            "MemberJoined.consent_version",
            "MemberReturned.consent_version",
            "NominationAccepted.consent_version",
            "ConsentGiven.consent_version",
            "ConsentGivenAgain.consent_version",
        ),
    ),
    Kept(What.WISHES, KeptFor.TAKING_PART, LawfulGround.CONSENT, Term.AFTER_LEAVING, vault=("wishes",)),
    Kept(What.LOOKS, KeptFor.ACCOUNTING, LawfulGround.DUTY, Term.AFTER_LOOKING, vault=("looks",)),
    Kept(What.UNFINISHED, KeptFor.RECORDING, LawfulGround.OWN_MEMBERS, Term.UNTIL_RECORDED, vault=PENDING),
    Kept(What.RECORD, KeptFor.RECORDING, LawfulGround.OWN_MEMBERS, Term.WITH_RECORD),
)


def remedy_of(kept: Kept) -> Remedy:
    """Say what somebody can do who does not want something kept: to being counted an objection has its effect at once."""
    return Remedy.NOT_BE_COUNTED if kept.purpose is KeptFor.LIKENESS else REMEDIES[kept.ground]


OF_NOBODY = ("about", "contexts")
"""Tables of the vault that say nothing about a person."""
