"""A dossier that is served to a team in tests: accounts, browsers, programs, a clock to turn."""

import re
from datetime import timedelta

from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from communique.model.account import ApiToken, By, Grant, Role, Session
from communique.store.sessions import put_session, put_token
from communique.web.app import create_app
from communique.web.team.accounts import Keeper
from communique.web.team.passwords import Passwords
from communique.web.team.secrets import digest_of
from communique.web.visitors import Visitor, token_for
from serving import NOON, site_on

PASSWORD = "correct horse battery"
#: Parameters that no dossier should be kept with.
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
HASHED = CHEAP.hash(PASSWORD)
PEOPLE = {"Rita": Role.READER, "Grace": Role.REVIEWER, "Ada": Role.ADMINISTRATOR}


class Clock:
    def __init__(self):
        self.at = NOON

    def __call__(self):
        return self.at

    def turn(self, **by):
        self.at += timedelta(**by)


class Team:
    """A team of a reader, a reviewer and an administrator."""

    def __init__(self, dossier, workshop=None, **options):
        self.clock = Clock()
        options = {"team": True, "hosts": None, "passwords": CHEAP, **options}
        self.site = site_on(dossier, clock=self.clock, **options)
        self.app = create_app(self.site, workshop(self.site) if workshop else None)
        self.accounts = {name: self.add(name, role) for name, role in PEOPLE.items()}
        self._made = 0

    def add(self, name, role, hashed=HASHED):
        with self.site.dossier.writing(changes=False) as connection:
            return Keeper(connection, By("test"), self.clock()).add(name, hashed, role)

    def browser(self, **options):
        return TestClient(self.app, follow_redirects=False, **options)

    def session(self, name):
        """A browser that has signed in, and the token of its forms."""
        account = self.accounts[name]
        self._made += 1
        secret = f"secret {self._made}"
        now = self.clock()
        session = Session(digest_of(secret), account.id, now, now, now + timedelta(days=7))
        with self.site.dossier.writing(changes=False) as connection:
            put_session(connection, session)
        client = self.browser()
        client.cookies.set("communique", secret)
        visitor = Visitor(account.name, account.role, session.digest)
        return client, token_for(self.site, visitor)

    def program(self, name, *grants, **options):
        """A program with a token."""
        self._made += 1
        secret = f"token {self._made}"
        account, chosen = self.accounts[name].id, grants or (Grant.READ,)
        token = ApiToken(
            0, digest_of(secret), account, "a program", chosen, self.clock(), **options
        )
        with self.site.dossier.writing(changes=False) as connection:
            put_token(connection, token)
        return self.browser(headers={"authorization": f"Bearer {secret}"})


def form_token(answer):
    """The token of the forms of a page."""
    return re.search(r'name="csrf" value="(\w+)"', answer.text)[1]


def sign_in(client, name="Ada", password=PASSWORD, back="/"):
    """Fill in the form; the answer."""
    token = form_token(client.get("/sign-in", params={"back": back}))
    sent = {"csrf": token, "name": name, "password": password, "back": back}
    return client.post("/sign-in", data=sent)
