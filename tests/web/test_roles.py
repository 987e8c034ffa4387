"""Who may do what: every page, also one that is added later, is asked by everybody."""

import re

import pytest
from starlette.routing import Mount

from communique.model.account import Grant, Role
from communique.web.workshop import Workshop
from filling import SentenceLoader, add, documents
from team import PEOPLE, Team

NAMES = {role: name for name, role in PEOPLE.items()}
# Who has signed in may do these, whatever the role: they change one's own account alone.
SAFE = ("GET", "HEAD")
OWN = {"/sign-out", "/account", "/tokens"}
GOVERNED = {"/accounts", "/audit"}
OPEN = {"/sign-in"}
# What the interface looks like, the same for every dossier.
DESCRIBED = {"/api/v1/openapi.json"}
# Pages whose only use is to change something.
WORK = ("/add", "/review", "/documents/{key}/add-claim", "/api/v1/additions", "/api/v1/review")
# Each needs an account, also where anybody may read.
PERSONAL = {"/account"}
TOLD = {"{number}": "1", "{token}": "1", "{ending}": "txt"}


def first(path):
    return "/" + path.split("/")[1]


def routes(app, before=""):
    """Methods and paths of all routes, those of included routers and mounted parts too."""
    for entry in app.routes:
        within = getattr(entry, "effective_route_contexts", None)
        for route in within() if within else (entry,):
            for method in sorted(getattr(route, "methods", None) or ()):
                yield method, before + route.path
        if isinstance(entry, Mount):
            yield from routes(entry, before + entry.path)


def needed(method, path):
    """The least role that may ask."""
    if first(path) in OPEN or path in DESCRIBED:
        return Role.NOBODY
    if first(path) in GOVERNED:
        return Role.ADMINISTRATOR
    reads = method in SAFE and not path.startswith(WORK)
    return Role.READER if reads or first(path) in OWN else Role.REVIEWER


def address(path):
    return re.sub(r"{\w+(:\w+)?}", lambda found: TOLD.get(found[0], "x"), path)


def is_turned_away(answer):
    """Whether somebody is refused for who they are, not for what they ask."""
    if answer.status_code == 303 and answer.headers["location"].startswith("/sign-in?"):
        return True
    if answer.status_code == 401:
        return True
    return answer.status_code == 403 and "may not do this" in answer.text


def is_refused_as_foreign(answer):
    return answer.status_code == 403 and "not from here" in answer.text


@pytest.fixture
def team(dossier):
    add(dossier, documents(3))
    # Nothing is changed, whatever is sent, but for accounts.
    team = Team(dossier, lambda site: Workshop(site, SentenceLoader()), read_only=True)
    team.add("Alan", Role.ADMINISTRATOR)
    return team


def test_there_are_routes_to_look_at(team):
    known = set(routes(team.app))
    assert {("GET", "/"), ("POST", "/accounts"), ("POST", "/add/text")} <= known
    assert len(known) > 30


@pytest.mark.parametrize("role", list(Role))
def test_everybody_may_do_what_their_role_allows_and_no_more(team, role):
    def visitor():
        if role is Role.NOBODY:
            return team.browser(), ""
        return team.session(NAMES[role])

    client, token = visitor()
    for method, path in routes(team.app):
        answer = client.request(method, address(path), headers={"x-csrf-token": token})
        if method not in SAFE or role is Role.NOBODY:
            # Some requests end the session, or give out a form.
            client, token = visitor()
        expected = role.rank < needed(method, path).rank
        if method not in SAFE and role is Role.NOBODY:
            # Without the cookie of the form, it is given out first.
            expected = True
        assert is_turned_away(answer) == expected, (method, path, answer.status_code, answer.text)
        assert answer.status_code != 500


def test_whatever_changes_something_comes_from_a_form_of_ours(team):
    client, _ = team.session("Ada")
    _, other = team.session("Ada")
    for method, path in routes(team.app):
        if method in SAFE:
            continue
        for token in ("", "x", other):
            answer = client.request(method, address(path), headers={"x-csrf-token": token})
            assert is_refused_as_foreign(answer), (method, path, answer.status_code)


def test_where_anybody_may_read_nobody_may_do_more(dossier):
    team = Team(dossier, public_read=True, read_only=True)
    for method, path in routes(team.app):
        answer = team.browser().request(method, address(path))
        is_open = needed(method, path).rank <= Role.READER.rank and first(path) not in PERSONAL
        expected = not is_open or method not in SAFE
        assert is_turned_away(answer) == expected, (method, path, answer.status_code, answer.text)


@pytest.mark.parametrize(
    ("name", "grants", "may"),
    [
        ("Ada", (Grant.READ,), Role.READER),
        ("Ada", (Grant.WRITE,), Role.REVIEWER),
        ("Ada", (Grant.READ, Grant.ADMINISTER), Role.ADMINISTRATOR),
        ("Grace", (Grant.ADMINISTER,), Role.REVIEWER),
        ("Rita", (Grant.READ, Grant.WRITE), Role.READER),
    ],
)
def test_a_program_may_do_what_its_token_and_its_account_allow(team, name, grants, may):
    program = team.program(name, *grants)
    for method, path in routes(team.app):
        if first(path) in OWN | OPEN:
            continue
        answer = program.request(method, address(path))
        expected = may.rank < needed(method, path).rank
        assert is_turned_away(answer) == expected, (method, path, answer.status_code, answer.text)
        assert not is_refused_as_foreign(answer)


def test_a_program_has_no_hand_in_its_account(team):
    program = team.program("Ada", Grant.ADMINISTER)
    for method, path in routes(team.app):
        if first(path) == "/account":
            answer = program.request(method, address(path))
            assert answer.status_code == 403, (method, path)
            assert "a token is not enough" in answer.text.lower()
