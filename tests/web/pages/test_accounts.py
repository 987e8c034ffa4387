"""One's own account, the accounts of a team, and the audit."""

import re

import pytest

from communique.model.account import By, Grant, Role, What
from communique.store.audit import list_entries
from communique.web.team.accounts import Keeper
from communique.web.workshop import Workshop
from filling import SentenceLoader
from team import PASSWORD, Team, sign_in

NEW = "staple of the battery"
HOSTILE = "<script>alert(1)</script> \"'"


@pytest.fixture
def team(dossier):
    return Team(dossier, lambda site: Workshop(site, SentenceLoader()))


def audit(team):
    with team.site.reading() as connection:
        return [(e.what, e.by.name, e.detail) for e in list_entries(connection, 0, 100)]


def number(team, name):
    return team.accounts[name].id


def secret_in(answer):
    return re.search(r"<code>(.+?)</code>", answer.text)[1]


class TestOnesOwn:
    def change(self, team, name="Rita", **sent):
        client, token = team.session(name)
        told = {"csrf": token, "old": PASSWORD, "new": NEW, "again": NEW, **sent}
        return client, client.post("/account/password", data=told)

    def test_a_changed_password_ends_other_sessions(self, team):
        other, _ = team.session("Rita")
        client, answer = self.change(team)
        assert answer.status_code == 303
        assert "is changed" in client.get(answer.headers["location"]).text
        assert other.get("/").status_code == 303
        assert sign_in(team.browser(), "Rita").status_code == 403
        assert sign_in(team.browser(), "Rita", NEW).status_code == 303

    @pytest.mark.parametrize(
        ("sent", "told"),
        [
            ({"old": "wrong"}, "not the one you have"),
            ({"again": "another of them"}, "differ"),
            ({"new": "short", "again": "short"}, "fewer than 10"),
            ({"new": "rita123456", "again": "rita123456"}, "anybody would try"),
        ],
    )
    def test_a_password_that_cannot_be_is_refused(self, team, sent, told):
        _, answer = self.change(team, **sent)
        assert answer.status_code in (400, 422)
        assert told in answer.text
        assert sign_in(team.browser(), "Rita").status_code == 303

    def test_the_password_cannot_be_guessed_at_an_open_browser(self, team):
        for _ in range(6):
            self.change(team, old="wrong")
        _, answer = self.change(team)
        assert "too often" in answer.text
        team.clock.turn(minutes=1)
        assert self.change(team)[1].status_code == 303

    def test_other_sessions_can_be_ended(self, team):
        other, _ = team.session("Rita")
        client, token = team.session("Rita")
        somebody, _ = team.session("Grace")
        client.post("/account/sessions/end", data={"csrf": token})
        assert other.get("/").status_code == 303
        assert client.get("/").status_code == 200
        assert somebody.get("/").status_code == 200

    def test_a_token_is_shown_once(self, team):
        client, token = team.session("Grace")
        sent = {"csrf": token, "name": HOSTILE, "grants": ["read", "write"], "days": "30"}
        answer = client.post("/account/tokens", data=sent)
        secret = secret_in(answer)
        assert answer.headers["cache-control"] == "no-store"
        told = client.get("/account").text
        assert secret not in told
        assert "<script>alert" not in told
        assert "&lt;script&gt;alert" in told
        program = team.browser(headers={"authorization": f"Bearer {secret}"})
        assert program.get("/add").status_code == 200
        (ident,) = re.findall(r"/account/tokens/(\d+)/revoke", told)
        client.post(f"/account/tokens/{ident}/revoke", data={"csrf": token})
        assert program.get("/add").status_code == 401
        assert audit(team)[0] == (What.TOKEN_REVOKED, "Grace", HOSTILE)
        again = client.post(f"/account/tokens/{ident}/revoke", data={"csrf": token})
        assert again.status_code == 404

    @pytest.mark.parametrize(
        "sent",
        [
            {"name": ""},
            {"name": "x" * 101},
            {"grants": []},
            {"grants": ["administer"]},
            {"grants": ["everything"]},
            {"days": "9999"},
        ],
    )
    def test_a_token_that_cannot_be_is_refused(self, team, sent):
        client, token = team.session("Grace")
        told = {"csrf": token, "name": "x", "grants": ["read"], "days": "30", **sent}
        assert client.post("/account/tokens", data=told).status_code in (400, 422)

    def test_nobody_revokes_what_is_anothers(self, team):
        team.program("Ada")
        client, token = team.session("Grace")
        answer = client.post("/account/tokens/1/revoke", data={"csrf": token})
        assert answer.status_code == 404


class TestOfATeam:
    def post(self, team, path, **sent):
        client, token = team.session("Ada")
        return client.post(path, data={"csrf": token, **sent})

    def test_a_new_account_can_sign_in(self, team):
        answer = self.post(team, "/accounts", name=" Zoë  Á ", role="reviewer")
        assert answer.status_code == 200
        assert sign_in(team.browser(), "zoë á", secret_in(answer)).status_code == 303
        assert (What.ACCOUNT_ADDED, "Ada", "Zoë Á, reviewer") in audit(team)

    @pytest.mark.parametrize(
        ("name", "role"),
        [
            ("", "reader"),
            ("x" * 65, "reader"),
            ("RITA", "reader"),
            ("ｒｉｔａ", "reader"),
            ("a\u202eb", "reader"),
            ("a\0b", "reader"),
            ("Eva", "nobody"),
            ("Eva", "king"),
        ],
    )
    def test_an_account_that_cannot_be_is_refused(self, team, name, role):
        assert self.post(team, "/accounts", name=name, role=role).status_code == 400

    def test_names_are_words(self, team):
        team.add(HOSTILE, Role.READER)
        client, _ = team.session("Ada")
        told = client.get("/accounts").text
        assert "<script>alert" not in told
        assert "&lt;script&gt;alert" in told

    def test_a_closed_account_is_shut_out_and_can_be_reopened(self, team):
        client, _ = team.session("Grace")
        program = team.program("Grace", Grant.WRITE)
        self.post(team, f"/accounts/{number(team, 'Grace')}/close")
        assert client.get("/").status_code == 303
        assert program.get("/").status_code == 401
        self.post(team, f"/accounts/{number(team, 'Grace')}/reopen")
        assert sign_in(team.browser(), "Grace").status_code == 303
        assert program.get("/").status_code == 401
        whats = [what for what, *_ in audit(team)]
        assert {What.ACCOUNT_CLOSED, What.ACCOUNT_REOPENED} <= set(whats)

    def test_a_reset_password_shuts_out(self, team):
        client, _ = team.session("Grace")
        program = team.program("Grace")
        answer = self.post(team, f"/accounts/{number(team, 'Grace')}/password")
        assert client.get("/").status_code == 303
        assert program.get("/").status_code == 401
        assert sign_in(team.browser(), "Grace").status_code == 403
        assert sign_in(team.browser(), "Grace", secret_in(answer)).status_code == 303

    def test_the_last_administrator_stays(self, team):
        ada = number(team, "Ada")
        for path, sent in (("role", {"role": "reader"}), ("close", {})):
            answer = self.post(team, f"/accounts/{ada}/{path}", **sent)
            assert answer.status_code == 400
            assert "only administrator" in answer.text
        self.post(team, f"/accounts/{number(team, 'Rita')}/role", role="administrator")
        assert self.post(team, f"/accounts/{ada}/role", role="reader").status_code == 303

    def test_many_accounts_come_in_pages(self, team):
        for index in range(60):
            team.add(f"person {index}", Role.READER)
        client, _ = team.session("Ada")
        assert "1–50 of 63" in client.get("/accounts").text
        assert "51–63 of 63" in client.get("/accounts?number=2").text

    def test_nobody_of_that_number_is_told(self, team):
        for path in ("role", "close", "reopen", "password"):
            answer = self.post(team, f"/accounts/999/{path}", role="reader")
            assert "no such account" in answer.text


class TestTheAudit:
    def test_it_is_paged_and_told_by_kind(self, team):
        with team.site.dossier.writing(changes=False) as connection:
            keeper = Keeper(connection, By("Ada", client=HOSTILE), team.clock())
            for index in range(120):
                keeper.note(What.DECIDED, f"decision {index}.")
        client, _ = team.session("Ada")
        told = client.get("/audit").text
        assert "<script>alert" not in told
        assert "1–50 of 123" in told
        assert "decision 119." in told
        assert "decision 9." in client.get("/audit?number=3").text
        told = client.get("/audit", params={"what": "account added"}).text
        assert "Grace, reviewer" in told
        assert "decision 119." not in told
        assert client.get("/audit?what=nonsense").status_code == 200

    def test_additions_are_told(self, team):
        client, token = team.session("Grace")
        with client:
            sent = {
                "csrf": token,
                "text": "Oman and Peru met on 3 May 2024 in Muscat.",
                "title": "A",
            }
            assert client.post("/add/text", data=sent).status_code == 303
        assert audit(team)[0] == (What.ADDED, "Grace", "A")
