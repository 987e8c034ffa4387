"""A small dossier of all kinds of record, for pages that show them; one text is hostile."""

from datetime import date

from communique.model.claim import Change, Person, When
from communique.model.mention import Bound
from communique.model.terms import Direction, EventStatus, Modality
from dossiers import shelf
from factory import OMAN, PERU, commitment, day, event, figure, instrument, office

HOSTILE = '<script>alert("1")</script>‮' + "x" * 2000


def year(number, **told):
    return When(date(number, 1, 1), date(number, 12, 31), str(number), **told)


def fill(address):
    """Events of 2023 and 2024, a series with a conflict, posts of two persons."""
    with shelf(address) as put:
        _events(put)
        _figures(put)
        _rest(put)


def _events(put):
    met = event("Oman and Peru met in Lima", place="Lima", when=day("2024-05-02"))
    vague = event("They met in 2023", when=year(2023), status=EventStatus.PLANNED, place="Summit")
    off = event("The visit is cancelled", when=day("2024-05-20"), status=EventStatus.CANCELLED)
    undated = event("Oman accused Peru", title=HOSTILE)
    refs = put.document("events", met, vague, off, undated, names=(OMAN, PERU))
    put.record("event.aaaa1", met, refs[0], first=date(2024, 5, 2), last=date(2024, 5, 2))
    span = {"first": date(2023, 1, 1), "last": date(2023, 12, 31)}
    put.record("event.aaaa2", vague, refs[1], **span)
    put.record("event.aaaa3", off, refs[2], first=date(2024, 5, 20), last=date(2024, 5, 20))
    told = date(2024, 5, 3)
    put.record("event.aaaa4", undated, refs[3], told_first=told, told_last=told)


def _figures(put):
    told = {"label": "trade", "unit": "USD", "about": (OMAN, PERU)}
    rise = Change(38, "percent", Direction.UP, year(2021))
    claims = [
        figure("40 billion in 2022", value=40_000_000_000, period=year(2022), change=rise, **told),
        figure("37.7 billion in 2022", value=37_700_000_000, period=year(2022), **told),
        figure(
            "over 41 billion in 2023",
            value=41_000_000_000,
            period=year(2023),
            bound=Bound.MORE_THAN,
            attributed_to="Eurostat",
            **told,
        ),
        figure(
            "45 billion expected",
            value=45_000_000_000,
            period=year(2024),
            modality=Modality.PLANNED,
            **told,
        ),
    ]
    refs = put.document("figures", *claims)
    put.record("figure.bbbb1", claims[0], *refs, stories=2)
    odd = figure("7 things", label=HOSTILE, unit="things", value=7, attributed_to=HOSTILE)
    other = put.document("odd", odd)
    put.record("figure.bbbb2", odd, *other)


def _rest(put):
    signed = instrument("they signed a treaty", when=day("2024-05-04"))
    due = commitment(deadline=When(None, date(2025, 12, 31), "by 2025"))
    held = office("President Ali Rahimov")
    other = office("Minister Ana Ruiz", person=Person("Ana Ruiz"), post="Minister", party=PERU)
    refs = put.document("rest", signed, due, held, other)
    put.record("instrument.cccc1", signed, refs[0], first=date(2024, 5, 4), last=date(2024, 5, 4))
    put.record("commitment.dddd1", due, refs[1])
    span = {"first": date(2024, 5, 3), "last": date(2024, 5, 9)}
    put.record("office.eeee1", held, refs[2], **span)
    put.record("office.eeee2", other, refs[3], **span)
    put.record("person.ffff1", held, refs[2], name="Ali Rahimov")
    put.record("person.ffff2", other, refs[3], name="Ana Ruiz")
