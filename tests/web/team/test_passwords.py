"""What may be a password, and how it is kept."""

import pytest
from argon2 import PasswordHasher

from communique.errors import BadOption
from communique.web.team.passwords import MOST, Passwords, acceptable
from team import CHEAP, PASSWORD


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "zwölf Boxkämpfer",
        "сорок тысяч обезьян",
        "山田太郎の秘密の言葉です",
        "tr0ub4dor&3x",
        "password of my grandmother",
        "ada is not in the garden",
        "a" * 5 + "bcde" * 3,
        " starts and ends blank ",
    ],
)
def test_long_ones_will_do(password):
    assert acceptable(password, "Ada") == password


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "fewer than 10"),
        ("nine char", "fewer than 10"),
        ("x" * (MOST + 1), "more than"),
        ("1234567890", "anybody would try"),
        ("0987654321", "anybody would try"),
        ("qwertyuiop", "anybody would try"),
        ("passwordpassword", "anybody would try"),
        ("Password123", "anybody would try"),
        ("communique1", "anybody would try"),
        ("Dimitrios Papadopoulos", "anybody would try"),
        ("dimitrios papadopoulos1", "anybody would try"),
        ("aaaaaaaaaaaaaaaa", "anybody would try"),
        ("abababababab", "anybody would try"),
    ],
)
def test_short_ones_and_what_is_tried_first_will_not(password, reason):
    with pytest.raises(BadOption, match=reason):
        acceptable(password, "Dimitrios Papadopoulos")


def test_a_hash_is_of_its_password_alone():
    kept = CHEAP.hash(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept
    assert kept != CHEAP.hash(PASSWORD)
    assert CHEAP.verify(kept, PASSWORD)
    for other in ("", PASSWORD.upper(), PASSWORD + " ", PASSWORD * 1000):
        assert not CHEAP.verify(kept, other)


def test_without_a_hash_no_password_is_right():
    assert not CHEAP.verify(None, PASSWORD)
    assert not CHEAP.verify("no hash", PASSWORD)


def test_without_a_hash_the_same_work_is_done():
    asked = []

    class Watched(PasswordHasher):
        def verify(self, kept, password):
            asked.append((kept.split("$")[:4], password))
            return super().verify(kept, password)

    watched = Passwords(Watched(time_cost=1, memory_cost=8, parallelism=1))
    kept = watched.hash(PASSWORD)
    watched.verify(kept, "x")
    watched.verify(None, "x")
    assert asked[0] == asked[1]


def test_a_letter_is_the_same_however_it_is_typed():
    assert CHEAP.verify(CHEAP.hash("café au lait"), "cafe\u0301 au lait")


def test_what_no_text_can_hold_is_a_password_too():
    assert CHEAP.verify(CHEAP.hash("\ud800 and more"), "\ud800 and more")
    assert not CHEAP.verify(CHEAP.hash("\ud800 and more"), "\ud801 and more")


def test_older_parameters_are_known():
    assert not CHEAP.is_outdated(CHEAP.hash(PASSWORD))
    assert Passwords().is_outdated(CHEAP.hash(PASSWORD))
