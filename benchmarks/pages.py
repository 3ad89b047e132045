"""Pages over HTTP, each beside what the API answers to the question that it is about: a page adds more questions, and words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import httpx2

from application.queries.networks import LONGEST_CURVE
from benchmarks.attention import fill
from benchmarks.measuring import Result, costs
from benchmarks.party import Party, a_network, a_party, members, people
from benchmarks.serving import ok, served
from domain.kernel.acts import Role
from web.hats import HAT_COOKIE
from web.shell import SESSION_COOKIE

EACH, NETWORKS, MEMBERS, PLANS = 5, 20, 100, 20


def http_page_directory() -> Result:
    """Read all networks as a page beside the same list of the API."""
    with _asked(Role.MEMBER) as (client, _, headers):
        return costs("http-page-directory", _page(client, "/netwerken"), _api(client, headers, "/v1/networks"), each=EACH)


def http_page_network() -> Result:
    """Read one network as a page beside the answers of the API that it is made of: the network, its growth and its meetings."""
    with _asked(Role.MEMBER) as (client, network, headers):
        last = date.today()  # noqa: DTZ011  # the day of this machine
        days = f"first={last - timedelta(days=LONGEST_CURVE - 1)}&last={last}"
        of = f"/v1/networks/{network}"
        reads = (of, f"{of}/growth-days?{days}", f"/v1/meetings?network={network}")
        return costs("http-page-network", _page(client, f"/netwerken/{network}"), _api(client, headers, *reads), each=EACH)


def http_page_attention() -> Result:
    """Read what waits for the bureau as a page beside the same list of the API."""
    with _asked(Role.PARTY_BUREAU) as (client, _, headers):
        peer = _api(client, headers, "/v1/attention?limit=50")
        return costs("http-page-attention", _page(client, "/te-doen"), peer, each=EACH)


def http_page_form() -> Result:
    """Open the form of joining a network beside the API's read of the network."""
    with _asked(Role.MEMBER) as (client, network, headers):
        page, peer = _page(client, f"/netwerken/{network}/lid-worden"), _api(client, headers, f"/v1/networks/{network}")
        return costs("http-page-form", page, peer, each=EACH)


@contextmanager
def _asked(role: Role) -> Iterator[tuple[httpx2.Client, UUID, dict[str, str]]]:
    """Serve a party, and give a browser of somebody in a role, one of the networks, and how the same asks the API."""
    with a_party() as party:
        networks = [a_network(party, f"network {number}") for number in range(NETWORKS)]
        for each in networks:
            members(party, each, MEMBERS)
        fill(party, plans=PLANS, networks=PLANS)
        party.service.reads.catch_up()
        cookies, headers = _known(party, role)
        with served(party.settings.database_url) as client:
            client.cookies.update(cookies)
            yield client, networks[0], headers


def _known(party: Party, role: Role) -> tuple[dict[str, str], dict[str, str]]:
    person = party.bureau.person if role is Role.PARTY_BUREAU else people(party, 1)[0]
    assert person is not None
    party.service.reads.catch_up()
    token = party.service.vault.issue_token(role, person=person)
    secret = party.service.door.begin(person, own_device=True)
    return {SESSION_COOKIE: secret, HAT_COOKIE: role.value}, {"Authorization": f"Bearer {token}"}


def _page(client: httpx2.Client, path: str) -> partial[None]:
    return partial(_get, client, {}, path)


def _api(client: httpx2.Client, headers: dict[str, str], *paths: str) -> partial[None]:
    return partial(_get, client, headers, *paths)


def _get(client: httpx2.Client, headers: dict[str, str], *paths: str) -> None:
    for path in paths:
        ok(client.get(path, headers=headers))
