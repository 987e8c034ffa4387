"""Several events that one word tells; all sentences are our own.

The day of publication is 1 February 2024, a Thursday.
"""

import pytest

pytestmark = pytest.mark.model


def talks(claims):
    return [c for c in claims if c.type == "CONSULT"]


def sides(claim):
    return {a.person.name for a in claim.actors if a.person is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile spoke separately today with Minister Ivo Berg of Norway and "
        "Minister Kofi Mensah of Ghana.",
        "Minister Ana Rojas of Chile's calls this week with Minister Ivo Berg of Norway and "
        "Minister Kofi Mensah of Ghana were useful.",
    ],
)
def test_each_call_has_its_own_sides(extract, text):
    found = [sides(c) for c in talks(extract(text, "event"))]
    assert found == [{"Ana Rojas", "Ivo Berg"}, {"Ana Rojas", "Kofi Mensah"}]


def test_who_speaks_with_two_speaks_once(extract):
    text = (
        "Minister Ana Rojas of Chile spoke today with Minister Ivo Berg of Norway and Minister "
        "Kofi Mensah of Ghana."
    )
    assert [len(sides(c)) for c in talks(extract(text, "event"))] == [3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "This trip follows meetings between Minister Ana Rojas of Chile and Minister Ivo Berg "
            "of Norway in Vienna in May 2023, Malta in September 2023, and Oslo in January 2024.",
            [("Vienna", 5), ("Malta", 9), ("Oslo", 1)],
        ),
        (
            "Minister Ana Rojas of Chile travelled to Kenya in February 2021 as First Lady and in "
            "March 2022 and April 2023.",
            [("Kenya", 2), ("Kenya", 3), ("Kenya", 4)],
        ),
    ],
)
def test_each_of_a_list_of_days_is_an_event(extract, text, found):
    events = talks(extract(text, "event"))
    assert [(c.place, c.when.first.month) for c in events] == found


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile will visit Oslo on 3 and 4 May 2024.",
        "Minister Ana Rojas of Chile visited Norway on Monday and Tuesday.",
        "Minister Ana Rojas of Chile met Minister Ivo Berg of Norway in May 2023 and signed a deal "
        "that had been drafted in March 2022.",
        "Minister Ana Rojas of Chile met Minister Ivo Berg of Norway in May 2023 and June 2023 "
        "elections were held.",
    ],
)
def test_further_days_of_one_event_or_of_others_make_no_second(extract, text):
    assert len(talks(extract(text, "event"))) == 1
