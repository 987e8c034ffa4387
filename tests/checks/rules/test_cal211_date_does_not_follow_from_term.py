"""CAL211: a date that is not a stated term after the day from which the term is counted."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

RULE = "A withdrawal takes effect six months after the notice has reached the depositary."
FIRES = {
    "rule, then days": f"{RULE} Oman deposited its own on 3 May 2024 and will cease to be bound on"
    " 3 October 2024.",
    "later": "The pact, signed on 3 March 2024, enters into force 30 days later, on 5 May 2024.",
    "both behind the term": "The agreement takes effect six months after its deposit on 27 June"
    " 2024, on 27 November 2024.",
    "end before the term": "The treaty will enter into force on 5 April 2024, 90 days after it was"
    " signed on 3 March 2024.",
    "pronoun": "The law enters into force 60 days after publication. It was published on 1 March"
    " 2024 and takes effect on 2 June 2024.",
    "a sentence each": "The convention enters into force three months after the deposit of the"
    " tenth instrument. This was deposited on 14 January 2024. The convention will therefore"
    " enter into force on 14 May 2024.",
    "expiry": "The agreement expires five years after its entry into force on 2 July 2020, that is"
    " on 2 July 2026.",
    "start told before": "Kenya received the note on 3 May 2024. The suspension will apply two"
    " weeks after that date, from 27 May 2024.",
    "for a period": "The truce was declared on 3 May 2024 for 30 days and ends on 20 June 2024.",
    "unless": "The treaty was signed on 10 May 2021 and expires five years after signature, on"
    " 10 May 2025, unless it is extended.",
    "may be renewed": "The lease was signed on 10 May 2021 and ends five years later, on 10 May"
    " 2025, and may be renewed.",
    "after the term": "The ban, in force since 1 March 2024, expires after six months, on 1"
    " November 2024.",
    "lasts": "The truce began on 1 June 2024 and lasts 30 days; it expires on 20 June 2024.",
    "no year": "The deal, signed on 3 March, will enter into force one month later, on 13 April.",
    "what it leads to": "The list was published on 5 March 2024. As the decree takes effect 30 days"
    " after its publication, importers can use it from 5 May 2024.",
    "so that it applies": "The decree was promulgated on 5 March 2024. Since it binds everybody 60"
    " days after its promulgation, banks must apply it as of 5 June 2024.",
    "until": "The permit was issued on 1 March 2024 and is valid for 90 days, thus until 30 June"
    " 2024.",
    "the thirtieth day": "The last notification was received on 15 March 2024. The treaty enters"
    " into force on the thirtieth day after that, 30 April 2024.",
}
QUIET = {
    "what it leads to": "The list was published on 5 March 2024. As the decree takes effect 30 days"
    " after its publication, importers can use it from 4 April 2024.",
    "what was said": "The list was published on 5 March 2024. The decree takes effect 30 days after"
    " its publication, the ministry said on 20 March 2024.",
    "until": "The permit was issued on 1 March 2024 and is valid for 90 days, thus until 30 May"
    " 2024.",
    "the thirtieth day": "The last notification was received on 15 March 2024. The treaty enters"
    " into force on the thirtieth day after that, 14 April 2024.",
    # CAL208 tells of it.
    "a stretch of days": "The 90-day pause announced on 9 April 2024 expires on 9 August 2024.",
    "fits": f"{RULE} Oman deposited its own on 3 May 2024 and will cease to be bound on 3 November"
    " 2024.",
    "a day less": "The 90-day pause announced on 9 April 2024 expires on 7 July 2024.",
    "end of a shorter month": "The pact, signed on 31 January 2024, will enter into force one month"
    " later, on 29 February 2024.",
    "first day of a month": "The law enters into force on the first day of the second month after"
    " publication. It was published on 3 March 2024 and takes effect on 1 May 2024.",
    "prolonged": "The measures, adopted on 30 June 2024, were prolonged by six months and run"
    " until 31 January 2025.",
    "unless": "The treaty was signed on 10 May 2021 and expires five years after signature, on"
    " 10 May 2026, unless it is extended.",
    "extended": "The treaty, signed on 10 May 2021, was extended; it expires five years after"
    " signature, on 10 May 2027.",
    "at most": "The law takes effect within 60 days of publication. It was published on 1 March"
    " 2024 and takes effect on 2 April 2024.",
    "several starts": "The pact was signed on 3 January 2024, the last note was received on 10"
    " February 2024, and 30 days after that it entered into force on 11 March 2024.",
    "working days": "The law takes effect 60 working days after publication. It was published on"
    " 1 March 2024 and takes effect on 2 June 2024.",
    "other thing": "Prices fell six months after the war. Oman deposited its own instrument on"
    " 3 May 2024.",
    "another start": "Peru named her to the board for the term of seven years expiring on 1 March"
    " 2024, in a message sent to the Senate on 3 January 2021.",
    "range, which is another rule's": "The mandate of two years from 1 January 2023 to 31 December"
    " 2027 was approved.",
    "begins and ends": "The two-week exercise begins on 4 May 2024 and ends on 8 May 2024.",
    "loose": "Three months after the summit of 3 May 2023 the ministers met on 20 August 2023.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL211", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL211", [told(text)])


def test_message_tells_the_day_that_was_counted(workbench):
    (found,) = findings(workbench, "CAL211", [told(FIRES["rule, then days"])])
    assert found.message == "6 months after 3 May 2024 is 3 November 2024, not 3 October 2024"
    assert [(q.exact, q.subject) for q in found.quotes] == [
        ("3 October 2024", True),
        ("six months", False),
        ("3 May 2024", False),
    ]


def test_what_fits_is_told_on_demand(workbench):
    (found,) = computed(workbench, "CAL211", [told(QUIET["fits"])])
    assert found.message == "6 months after 3 May 2024 is 3 November 2024"
