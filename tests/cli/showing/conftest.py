"""A small dossier of what Oman, Peru and others did, as records tell it."""

import contextlib
import io
import sys
from datetime import date

import pytest

from communique.cli.main import app
from communique.model.claim import Actor, Amount, Party, Person
from communique.model.record import (
    Directness,
    Dispute,
    Joint,
    Step,
    Tellers,
    Telling,
)
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    EventType,
    Grade,
    InstrumentAction,
    Modality,
)
from dossiers import shelf
from factory import OMAN, PERU, commitment, day, event, figure, instrument, office

GULF = Party("Gulf Cooperation Council", "GCC")
MINISTER = Actor(ActorRole.SOURCE, OMAN, Person("Ali Rahimov"))
APRIL, MAY = date(2024, 4, 20), date(2024, 5, 3)
TOLD = {"told_first": APRIL, "told_last": MAY}


@pytest.fixture(autouse=True)
def _width_of_files(monkeypatch):
    """Tables are as wide as in a file, whatever terminal the tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def dossier(tmp_path_factory):
    """Path of the dossier; nobody writes to it."""
    path = tmp_path_factory.mktemp("dossiers") / "dossier.db"
    with shelf(path) as put:
        _events(put)
        _commitments(put)
        _others(put)
    return path


def _events(put):
    met = event(place="Lima", when=day("2024-05-02"), mode=EventMode.MEETING)
    (own,) = put.document(
        "own",
        met,
        published="2024-04-20",
        publisher="Ministry of Foreign Affairs of Oman",
        speaks_for=(OMAN,),
        names=(OMAN, PERU),
        story=7,
    )
    other = event("Oman met Peru", place="Cusco", when=day("2024-05-02"), attributed_to="a witness")
    (copy,) = put.document("copy", other, names=(OMAN,), story=7)
    put.record(
        "event.aa11bb22cc",
        met,
        own,
        copy,
        stories=1,
        first=date(2024, 5, 2),
        last=date(2024, 5, 2),
        tellers=Tellers((OMAN,), outsiders=True),
        disputes=(
            Dispute(
                "place",
                (
                    Telling("Lima", (own,), 1, Directness.OWN_ACT),
                    Telling("Cusco", (copy,), 1, Directness.OUTSIDER),
                ),
            ),
        ),
        joints=(Joint(own, copy, 1.25, ("the same day (2024-05-02)", "the same sides")),),
        **TOLD,
    )
    trip = event(
        "Minister Ali Rahimov will visit Peru",
        type=EventType.CONSULT,
        mode=EventMode.VISIT,
        actors=(MINISTER, Actor(ActorRole.HOST, PERU)),
        status=EventStatus.PLANNED,
        modality=Modality.PLANNED,
    )
    (ref,) = put.document("trip", trip, publisher="=HYPERLINK()", title="A trip, planned")
    put.record("event.aa12000000", trip, ref, tellers=Tellers(outsiders=True), **TOLD)


def _commitments(put):
    pledge = commitment()
    loan = commitment(
        "Oman lent 7 million euros",
        amount=Amount(7_000_000, "EUR"),
        action="lent 7 million euros",
        grade=Grade.DELIVERED,
    )
    gulf = commitment(
        "the Gulf states promised 90 million dollars",
        by=(GULF,),
        amount=Amount(90_000_000, "USD"),
        action="promised 90 million dollars",
    )
    refs = put.document("money", pledge, loan, gulf, names=(PERU,))
    told = {"tellers": Tellers(outsiders=True), **TOLD}
    put.record("commitment.ba00000000", pledge, refs[0], **told)
    steps = (
        Step("pledged", APRIL, APRIL, False, False, (refs[1],)),
        Step("delivered", MAY, MAY, True, False, (refs[1],)),
    )
    put.record("commitment.bb00000000", loan, refs[1], history=steps, **told)
    put.record("commitment.bc00000000", gulf, refs[2], **told)


def _others(put):
    treaty = instrument(action=InstrumentAction.NEGOTIATING, name="Treaty on Ports")
    trade = figure(about=(OMAN, PERU), period=day("2023-12-31"))
    again = figure("exports of 4 billion euros", about=(OMAN, PERU), value=4_000_000_000)
    holder = office()
    refs = put.document("others", treaty, trade, again, holder, language="fr")
    told = {"tellers": Tellers(joint=True), **TOLD}
    put.record("instrument.ca00000000", treaty, refs[0], **told)
    put.record("figure.da00000000", trade, refs[1], refs[2], **told)
    put.record("office.ea00000000", holder, refs[3], **told)
    put.record("person.fa00000000", holder, refs[3], name="Ali Rahimov", **told)


@pytest.fixture
def shown(dossier, monkeypatch):
    """What a command prints on the dossier, its lines without blanks at their ends."""

    def run(*arguments):
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        with contextlib.suppress(SystemExit):
            options = ["--dossier", str(dossier)]
            place = arguments.index("--") if "--" in arguments else len(arguments)
            app([*arguments[:place], *options, *arguments[place:]], standalone_mode=False)
        return "\n".join(line.rstrip() for line in out.getvalue().splitlines())

    return run
