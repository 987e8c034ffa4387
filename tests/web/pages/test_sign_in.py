"""Signing in and out: sessions, cookies, delays, and where one is led."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from communique.model.account import By, Role, What
from communique.store.accounts import hash_of
from communique.store.audit import list_entries
from communique.store.sessions import sessions_of
from communique.web.app import create_app
from communique.web.team.accounts import Keeper
from communique.web.team.passwords import Passwords
from communique.web.team.signing import IDLE, LONGEST, NOTED
from serving import site_on
from team import PASSWORD, Team, form_token, sign_in


@pytest.fixture
def team(dossier):
    return Team(dossier)


def audit(team):
    with team.site.reading() as connection:
        return [(e.what, e.by.name, e.detail) for e in list_entries(connection, 0, 100)]


def test_who_has_not_signed_in_is_led_to_the_form_and_back(team):
    client = team.browser()
    answer = client.get("/instruments?since=2024")
    assert answer.status_code == 303
    form = client.get(answer.headers["location"])
    assert 'value="/instruments?since=2024"' in form.text
    answer = sign_in(client, back="/instruments?since=2024")
    assert (answer.status_code, answer.headers["location"]) == (303, "/instruments?since=2024")
    told = client.get("/instruments").text
    assert 'href="/account"' in told
    assert client.get("/sign-in").headers["location"] == "/"


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/\t/evil.example/",
        "\\\\evil.example",
        "evil.example",
        "javascript:alert(1)",
        "/\n//evil.example",
        "",
    ],
)
def test_nobody_is_led_elsewhere(team, back):
    assert sign_in(team.browser(), back=back).headers["location"] == "/"


def test_names_are_compared_without_case(team):
    assert sign_in(team.browser(), name=" aDA ").status_code == 303


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ada", "wrong"), ("Ada", ""), ("nobody", PASSWORD), ("", ""), ("\0\u2028<b>", "x" * 5000)],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(team, name, password):
    answer = sign_in(team.browser(), name=name, password=password)
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text
    assert "communique=" not in answer.headers.get("set-cookie", "")


def test_a_closed_account_is_told_like_a_wrong_password(team):
    client, _ = team.session("Rita")
    assert client.get("/").status_code == 200
    with team.site.dossier.writing(changes=False) as connection:
        Keeper(connection, By("test"), team.clock()).close(team.accounts["Rita"])
    assert client.get("/").status_code == 303
    answer = sign_in(team.browser(), name="Rita")
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text


def test_what_was_typed_for_an_unknown_name_is_not_kept(team):
    sign_in(team.browser(), name=PASSWORD)
    assert audit(team)[0] == (What.SIGN_IN_FAILED, "", "no such account")


def test_the_audit_tells_of_failures_and_success(team):
    client = team.browser()
    sign_in(client, password="wrong")
    sign_in(client)
    assert audit(team)[:2] == [(What.SIGNED_IN, "Ada", ""), (What.SIGN_IN_FAILED, "Ada", "")]


def test_after_failures_one_has_to_wait(team):
    client = team.browser()
    for _ in range(6):
        assert sign_in(client, password="wrong").status_code == 403
    answer = sign_in(client)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "2"
    assert "Try again in 2 seconds" in answer.text
    # Unknown names are no different.
    for _ in range(6):
        sign_in(client, name="nobody")
    assert sign_in(client, name="nobody").status_code == 429
    team.clock.turn(seconds=3)
    assert sign_in(client).status_code == 303
    # Failures before success are forgotten.
    assert sign_in(team.browser(), password="wrong").status_code == 403
    assert sign_in(team.browser()).status_code == 303


def test_the_form_is_tied_to_the_browser(team):
    elsewhere = form_token(team.browser().get("/sign-in"))
    sent = {"name": "Ada", "password": PASSWORD, "csrf": elsewhere}
    # Without a cookie the form is given out anew; with another's it is refused.
    assert team.browser().post("/sign-in", data=sent).headers["location"].startswith("/sign-in")
    client = team.browser()
    client.get("/sign-in")
    assert client.post("/sign-in", data=sent).status_code == 403


@pytest.mark.parametrize(
    ("base", "name", "secure"),
    [("http://testserver", "communique", False), ("https://testserver", "__Host-communique", True)],
)
def test_the_cookie_is_out_of_reach(team, base, name, secure):
    client = TestClient(team.app, base_url=base, follow_redirects=False)
    answer = sign_in(client)
    (cookie,) = (c for c in answer.headers.get_list("set-cookie") if c.startswith(f"{name}="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert ("Secure" in cookie) is secure
    assert answer.headers["cache-control"] == "no-store"
    assert client.get("/").status_code == 200


def test_the_dossier_does_not_hold_what_opens_it(team, tmp_path):
    client = team.browser()
    sign_in(client)
    secret = client.cookies["communique"]
    for path in tmp_path.glob("dossier.db*"):
        held = path.read_bytes()
        assert secret.encode() not in held
        assert PASSWORD.encode() not in held


def test_signing_in_again_replaces_the_session_of_the_browser(team):
    client = team.browser()
    sign_in(client)
    first = client.cookies["communique"]
    team.clock.turn(seconds=LONGEST.total_seconds() + 1)
    # Its cookie is still sent; other browsers keep their sessions.
    other, _ = team.session("Ada")
    assert sign_in(client).status_code == 303
    assert client.cookies["communique"] != first
    assert other.get("/").status_code == 200
    with team.site.reading() as connection:
        assert len(sessions_of(connection, team.accounts["Ada"].id)) == 2


def test_signing_out_ends_the_session_for_whoever_has_the_cookie(team):
    client, token = team.session("Rita")
    secret = client.cookies["communique"]
    answer = client.post("/sign-out", data={"csrf": token})
    assert answer.headers["location"] == "/sign-in"
    thief = team.browser()
    thief.cookies.set("communique", secret)
    assert thief.get("/").status_code == 303
    assert audit(team)[0] == (What.SIGNED_OUT, "Rita", "")


def test_a_session_ends_when_nobody_was_seen(team):
    client, _ = team.session("Rita")
    for _ in range(3):
        team.clock.turn(seconds=IDLE.total_seconds() - 1)
        assert client.get("/").status_code == 200
    team.clock.turn(seconds=IDLE.total_seconds())
    assert client.get("/").status_code == 303


def test_a_session_ends_in_any_case(team):
    client, _ = team.session("Rita")
    begun = team.clock()
    while team.clock() - begun + IDLE / 2 < LONGEST:
        team.clock.turn(seconds=IDLE.total_seconds() / 2)
        assert client.get("/").status_code == 200
    team.clock.turn(seconds=IDLE.total_seconds() / 2)
    assert client.get("/").status_code == 303


def test_it_is_noted_now_and_then_that_somebody_was_seen(team):
    client, _ = team.session("Rita")

    def seen():
        with team.site.reading() as connection:
            return sessions_of(connection, team.accounts["Rita"].id)[0].last_seen

    begun = seen()
    team.clock.turn(seconds=NOTED.total_seconds() - 1)
    client.get("/")
    assert seen() == begun
    team.clock.turn(seconds=1)
    client.get("/")
    assert seen() == begun + NOTED


def test_a_token_that_does_not_hold_is_refused(team):
    program = team.program("Rita", expires=team.clock() + timedelta(days=1))
    assert program.get("/").status_code == 200
    team.clock.turn(days=1)
    answer = program.get("/")
    assert answer.status_code == 401
    assert "Bearer" in answer.headers["www-authenticate"]
    wrong = team.browser(headers={"authorization": b"bearer \xe9"})
    assert wrong.get("/").status_code == 401


def test_a_bad_token_is_not_helped_by_a_cookie(team):
    client, _ = team.session("Ada")
    assert client.get("/", headers={"authorization": "Bearer x"}).status_code == 401


def test_the_role_of_an_account_counts_at_once(team):
    client, _ = team.session("Rita")
    assert client.get("/audit").status_code == 403
    with team.site.dossier.writing(changes=False) as connection:
        keeper = Keeper(connection, By("test"), team.clock())
        keeper.change_role(keeper.named("rita"), Role.ADMINISTRATOR)
    assert client.get("/audit").status_code == 200


def test_older_hashes_are_renewed(dossier):
    better = Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    team = Team(dossier, passwords=better)
    with team.site.reading() as connection:
        before = hash_of(connection, team.accounts["Ada"].id)
    assert sign_in(team.browser()).status_code == 303
    with team.site.reading() as connection:
        after = hash_of(connection, team.accounts["Ada"].id)
    assert better.is_outdated(before)
    assert not better.is_outdated(after)
    assert sign_in(team.browser()).status_code == 303


def test_a_session_of_another_dossier_opens_nothing(team):
    client = team.browser()
    client.cookies.set("communique", "anything")
    assert client.get("/").status_code == 303


def test_nobody_signs_in_where_the_dossier_is_served_to_one(dossier):
    with TestClient(create_app(site_on(dossier))) as client:
        assert client.get("/sign-in").status_code == 404
        assert client.get("/account").status_code == 404
        assert client.get("/accounts").status_code == 200
        assert client.get("/audit").status_code == 200


def test_where_anybody_may_read_one_may_sign_in(dossier):
    team = Team(dossier, public_read=True)
    client = team.browser()
    told = client.get("/instruments").text
    assert 'href="/sign-in?back=%2Finstruments"' in told
    assert client.get("/account").status_code == 303
    assert sign_in(client).status_code == 303
    assert client.get("/accounts").status_code == 200
