import pytest

from communique.records.comparing.people import Attendant, company


def people(*entries):
    return tuple(Attendant(*entry) for entry in entries)


TOKAYEV, MICHEL = ("Kassym-Jomart Tokayev", "KZ"), ("Charles Michel", "EU")


@pytest.mark.parametrize(
    ("one", "other", "alike", "clash"),
    [
        pytest.param((TOKAYEV, MICHEL), (("Tokayev", "KZ"), MICHEL), 2, "", id="surname"),
        pytest.param((TOKAYEV,), (("Murat Nurtleu", "KZ"),), 0, "KZ", id="another-of-the-side"),
        pytest.param((TOKAYEV,), (TOKAYEV, ("Murat Nurtleu", "KZ")), 1, "", id="in-company"),
        pytest.param((TOKAYEV,), (("Tokayev", ""),), 1, "", id="side-not-told"),
        pytest.param((TOKAYEV, ("Tokayev", "KZ")), (TOKAYEV,), 1, "", id="two-spellings-of-one"),
        pytest.param((TOKAYEV,), (MICHEL,), 0, "", id="two-sides"),
        pytest.param((), (MICHEL,), 0, "", id="nobody"),
    ],
)
def test_what_groups_of_persons_have_in_common(one, other, alike, clash):
    first, second = people(*one), people(*other)
    for found in (company(first, second), company(second, first)):
        assert (len(found.alike), found.clash) == (alike, clash)
    assert company(first, second) == company(second, first)
