"""Days that stand before what happened on them; all sentences are our own."""

import pytest

pytestmark = pytest.mark.model

# Each tells on which day Italy and Malta met, in the ways in which chronicles are written.
CHRONICLES = {
    "sentence": "3 March 2022. A strategy is adopted.\n5 May 2023. Italy and Malta meet in Rome.",
    "colon": "3 March 2022: Italy adopts a strategy.\n5 May 2023: Italy and Malta meet in Rome.",
    "dash": "3 March 2022 – Italy adopts a strategy.\n5 May 2023 – Italy and Malta meet in Rome.",
    "list": "- 3 March 2022: Italy adopts a strategy.\n- 5 May 2023: Italy and Malta meet in Rome.",
    "cells": "3 March 2022 | Rome | A strategy.\n5 May 2023 | Rome | Italy and Malta meet in Rome.",
    "below": "3 March 2022\nItaly adopts a strategy.\n\n5 May 2023\nItaly and Malta meet in Rome.",
    "sentences": "3 March 2022. A strategy.\n5 May 2023. It rained. Italy and Malta meet in Rome.",
}


def day(claim):
    return claim.when.first.isoformat() if claim.when and claim.when.first else None


@pytest.mark.parametrize("text", CHRONICLES.values(), ids=CHRONICLES)
def test_what_a_chronicle_tells_has_the_day_of_its_entry(extract, text):
    (meeting,) = [c for c in extract(text, "event") if c.mode == "meeting"]
    assert day(meeting) == "2023-05-05"
    assert meeting.status == "occurred"


def test_its_own_day_counts_before_that_of_the_entry(extract):
    text = (
        "3 March 2022. Italy adopts a strategy.\n\n"
        "5 May 2023. Italy recalls that Italy and Malta met in Rome on 2 February 2021."
    )
    (meeting,) = [c for c in extract(text, "event") if c.mode == "meeting"]
    assert day(meeting) == "2021-02-02"


def test_what_a_chronicle_says_will_be_is_planned(extract):
    text = "3 March 2022. Italy adopts a strategy.\n\n5 May 2031. Italy and Malta meet in Rome."
    (meeting,) = [c for c in extract(text, "event") if c.mode == "meeting"]
    assert (day(meeting), meeting.status) == ("2031-05-05", "planned")


def test_steps_of_instruments_and_promises_have_it_too(extract):
    text = (
        "3 March 2022. Italy and Malta sign a memorandum of understanding on fisheries.\n\n"
        "5 May 2023. Italy pledges 20 million euros to Malta."
    )
    (step,) = extract(text, "instrument")
    assert (day(step), step.action, step.modality) == ("2022-03-03", "signed", "asserted")
    (promise,) = extract(text, "commitment")
    assert day(promise) == "2023-05-05"


@pytest.mark.parametrize(
    "text",
    [
        # The day of issue alone is no chronicle, however often it stands there.
        "5 May 2023\nItaly and Malta meet in Rome.",
        "5 May 2023\nStatement\n\n5 May 2023. It rained. Italy and Malta meet in Rome.",
        # Days that begin a sentence are part of it.
        "3 March 2022, a Thursday. A strategy.\n\nFriday. Italy and Malta meet in Rome.",
    ],
)
def test_a_day_of_issue_is_no_entry(extract, text):
    assert [day(c) for c in extract(text, "event") if c.mode == "meeting"] in ([], [None])


def test_an_entry_ends_with_its_line_or_at_the_next_heading(extract):
    text = (
        "3 March 2022: Italy adopts a strategy.\n5 May 2023: It ends.\n\n"
        "Italy and Malta meet in Rome."
    )
    assert [day(c) for c in extract(text, "event") if c.mode == "meeting"] in ([], [None])
