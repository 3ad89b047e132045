"""Who holds which role, and by name only to who may know that."""

import re

from domain.kernel.acts import Role
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.web.conftest import Enter

ROLES = "/rollen"


def test_whoever_gives_roles_reads_who_holds_them(party: Party, enter: Enter):
    told = enter(party.session(Role.ADMINISTRATOR, SOMEBODY)).get(ROLES).text
    assert (re.search(r"<th[^>]*>Wie</th>", told) is not None, SOMEBODY in told) == (True, True)


def test_whoever_may_name_nobody_has_no_empty_column(party: Party, enter: Enter):
    party.session(Role.ADMINISTRATOR, SOMEBODY)
    told = enter(party.session(Role.AUDITOR, SOMEBODY_ELSE)).get(ROLES).text
    assert re.findall(r"<th[^>]*>([^<]+)</th>", told)[:3] == ["Rol", "Sinds", "Tot en met"]
    assert SOMEBODY not in told
