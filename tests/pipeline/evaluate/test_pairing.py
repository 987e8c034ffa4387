import pytest

from communique.model.claim import Actor, Amount, Person, Quantity
from communique.model.terms import ActorRole, EventType, Grade, InstrumentAction
from communique.pipeline.evaluate.pairing import keys_agree, paired, share_evidence
from factory import OMAN, UNION, commitment, day, event, figure, instrument, office


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param((0, 10), (5, 15), True, id="half"),
        pytest.param((0, 10), (6, 16), False, id="less"),
        pytest.param((0, 100), (40, 44), True, id="inside"),
        pytest.param((0, 10), (10, 20), False, id="beside"),
    ],
)
def test_evidence_is_shared_by_half_of_the_shorter(one, other, same):
    first, second = (event("x" * (end - start), start) for start, end in (one, other))
    assert share_evidence(first, second) is same


UNNAMED = {"name": None, "parties": ()}
ALONE = (Actor(ActorRole.SOURCE, UNION),)


@pytest.mark.parametrize(
    ("found", "gold", "agrees"),
    [
        pytest.param(event(), event(), True, id="event"),
        pytest.param(event(), event(type=EventType.AGREE), False, id="event-type"),
        pytest.param(event(when=day("2024-01-02")), event(), False, id="event-date"),
        pytest.param(event(actors=ALONE), event(), False, id="event-actor"),
        pytest.param(event(actors=ALONE), event(actors=()), True, id="event-no-actor"),
        pytest.param(
            event(actors=(Actor(ActorRole.SOURCE, None, Person("Ali Rahimov")),)),
            event(actors=(Actor(ActorRole.HOST, OMAN, Person("Rahimov")),)),
            True,
            id="event-person",
        ),
        pytest.param(instrument(), instrument(name="pact"), True, id="instrument-parties"),
        pytest.param(instrument(parties=()), instrument(), True, id="instrument-name"),
        pytest.param(instrument(**UNNAMED), instrument(), False, id="instrument-nothing"),
        pytest.param(instrument(), instrument(**UNNAMED), True, id="instrument-gold-unnamed"),
        pytest.param(
            instrument(), instrument(action=InstrumentAction.ADOPTED), False, id="instrument-step"
        ),
        pytest.param(commitment(), commitment(by=()), True, id="commitment"),
        pytest.param(commitment(), commitment(grade=Grade.AGREED), False, id="commitment-grade"),
        pytest.param(
            commitment(amount=Amount(5_000_000, "USD")),
            commitment(),
            False,
            id="commitment-currency",
        ),
        pytest.param(
            commitment(amount=None, deadline=day("2030-01-01")),
            commitment(deadline=day("2030-01-01")),
            True,
            id="commitment-deadline",
        ),
        pytest.param(
            commitment(amount=None, quantity=Quantity(12, "city buses")),
            commitment(amount=None, quantity=Quantity(12, "buses")),
            True,
            id="commitment-quantity",
        ),
        pytest.param(figure(), figure(label="sales"), True, id="figure"),
        pytest.param(figure(), figure(unit="USD"), False, id="figure-unit"),
        pytest.param(office(), office(person=Person("Rahimov")), True, id="office"),
        pytest.param(office(), office(post="Vice President"), False, id="office-rank"),
        pytest.param(office(), event(), False, id="kinds"),
    ],
)
def test_key_slots(found, gold, agrees):
    assert keys_agree(found, gold) is agrees


def test_pairs_are_one_to_one_and_the_best_agreeing():
    gold = [commitment(), commitment(by=(UNION,))]
    found = [commitment(by=(UNION,)), commitment()]
    assert sorted(paired(found, gold, keys_agree)) == [(0, 1), (1, 0)]
    assert len(paired([commitment()] * 3, gold, keys_agree)) == 2


def test_a_claim_gives_way_to_one_without_a_second_choice():
    # The first could have either; the second only what the first likes best.
    gold = [event("a" * 20, 0), event("b" * 20, 15)]
    found = [event("a" * 30, 2), event("a" * 12, 0)]
    assert len(paired(found, gold, keys_agree)) == 2
