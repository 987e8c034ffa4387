from communique.records.comparing.tally import Tally


def test_parts_add_up_with_the_strongest_reason_first():
    tally = Tally()
    tally.add(0.2, "form")
    tally.add(0.45, "sides")
    tally.add(0, "nothing")
    tally.add(-0.25, "but a third side")
    match = tally.match()
    assert match.score == 0.4
    assert match.reasons == ("sides", "form", "but a third side")


def test_nothing_in_favour_is_no_match():
    tally = Tally()
    tally.add(-0.25, "but a third side")
    assert tally.match() is None
