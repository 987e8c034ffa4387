from datetime import date

import pytest

from communique.model.claim import Party
from communique.model.mention import Bound
from communique.model.terms import Finance, Grade
from communique.vocab.claims.commitments import load_commitment_words

pytestmark = pytest.mark.model

EXAMPLES = [pytest.param(*s.example, id=s.verbs[0]) for s in load_commitment_words().senses]


@pytest.fixture(scope="session")
def commitments(extract):
    def find(text, **told):
        return extract(text, "commitment", published=date(2024, 10, 15), **told)

    return find


def codes(parties):
    return [party.code or party.name for party in parties]


@pytest.mark.parametrize(("text", "grade"), EXAMPLES)
def test_the_example_of_each_group_of_verbs(commitments, text, grade):
    assert [claim.grade for claim in commitments(text)] == [grade]


SUMS = {
    "promised": ("Canada promised Ghana 20 million dollars.", Grade.PLEDGED),
    "future": ("Canada will give Ghana 20 million dollars.", Grade.PLEDGED),
    "progressive": ("Canada is putting up 20 million dollars for Ghana.", Grade.PLEDGED),
    "past": ("Canada gave Ghana 20 million dollars last year.", Grade.DELIVERED),
    "passive": ("On Monday 20 million dollars were wired to Ghana.", Grade.DELIVERED),
    "received": ("Ghana received 20 million dollars from Canada.", Grade.DELIVERED),
    "plan": ("Canada plans to give Ghana 20 million dollars.", Grade.INTENDED),
    "readiness": ("Canada declared its readiness to lend 20 million dollars.", Grade.INTENDED),
    "talks": ("Ghana is negotiating a loan of 20 million dollars.", Grade.CONSIDERED),
    "proposal": ("Canada proposed to lend Ghana 20 million dollars.", Grade.CONSIDERED),
    "agreed": ("Canada and Ghana agreed on a loan of 20 million dollars.", Grade.AGREED),
    "memorandums": ("Memorandums worth 20 million dollars were signed.", Grade.AGREED),
    "contract": ("Togo signed a contract worth 20 million dollars.", Grade.CONTRACTED),
    "loan-agreement": ("A loan agreement of 20 million euros was signed.", Grade.CONTRACTED),
    "completion-welcomed": (
        "Both sides welcomed the completion of two bridges worth 20 million dollars.",
        Grade.DELIVERED,
    ),
    "stands-at": ("Peru's package for Togo stands at 20 million dollars.", Grade.PLEDGED),
    "request": ("Peru's request for Togo is 20 million dollars.", Grade.INTENDED),
    "approved": ("The board approved a grant of 20 million euros for Togo.", Grade.CONTRACTED),
    "by-law": ("The parliament provided 20 million euros for Togo.", Grade.CONTRACTED),
    "noun-alone": ("The ministry hailed a $20 million commitment.", Grade.PLEDGED),
    "participle": ("The loan of 20 million euros, approved in May, is large.", Grade.CONTRACTED),
    "light-verb": ("Peru made a contribution of 20 million dollars.", Grade.DELIVERED),
    "under-accord": ("Under the accord, Peru will pay 20 million dollars.", Grade.AGREED),
    "aim": ("Our aim is to provide 20 million dollars.", Grade.INTENDED),
    "said-would": ("Peru announced that it would give 20 million dollars.", Grade.PLEDGED),
}


@pytest.mark.parametrize(("text", "grade"), SUMS.values(), ids=SUMS)
def test_the_grade_of_a_sum(commitments, text, grade):
    (claim,) = commitments(text)
    assert claim.amount is not None
    assert claim.amount.value == 20_000_000
    assert claim.grade is grade


NONE = {
    "trade": "Trade between Peru and Chile reached 20 million dollars.",
    "exports": "Peru sold copper for export worth 20 million dollars, and exports grew.",
    "running-total": "Since 2001 Peru has provided more than 20 million dollars to Chad.",
    "sum-of-all": "Total disbursements come to 20 million dollars.",
    "valued-at": "The ministry put the damage at 20 million dollars.",
    "price": "The tariff that they agreed on is 19 dollars per megawatt hour.",
    "denied": "Peru did not pay 20 million dollars.",
    "no-number": "Peru will give Chad a grant and expand the training of teachers.",
    "votes": "Peru won 20 votes.",
    "countries": "Peru will support 20 countries.",
    "doers": "Twenty companies will build the road.",
    "meeting": "Peru and Chile will meet by the end of 2025.",
    "past-flow": "Last year 20 million tonnes of oil went to Chad.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_none(commitments, text):
    assert commitments(text) == []


def test_a_joint_text_turns_pledges_into_what_is_agreed(commitments):
    text = "The United Kingdom will provide 20 million pounds."
    title = "Joint Statement of the United Kingdom and Kenya"
    assert commitments(text, title=title)[0].grade is Grade.AGREED
    assert commitments(text, title="Fact sheet: Kenya")[0].grade is Grade.PLEDGED


def test_the_deal_in_a_title_counts_in_its_party_s_own_text_alone(commitments):
    text = "Kenya will buy goods for 20 million dollars."
    told = {"title": "Fact Sheet: Historic Trade Deal with Kenya"}
    assert commitments(text, publisher="The White House", **told)[0].grade is Grade.AGREED
    assert commitments(text, publisher="Daily Wire", **told)[0].grade is Grade.PLEDGED


PARTIES = {
    "subject": ("Canada will give Ghana 20 million dollars.", ["CA"], ["GH"]),
    "agent": ("Chad was promised 20 million dollars by Peru.", ["PE"], None),
    "genitive": ("The ministry praised Peru's pledge of 20 million dollars.", ["PE"], []),
    "from": ("A grant of 20 million dollars from Peru will help Chad.", ["PE"], ["TD"]),
    "adjective": ("A Japanese grant of 20 million dollars will help Chad.", ["JP"], ["TD"]),
    "receiver": ("Ghana will receive 20 million dollars from Canada.", ["CA"], ["GH"]),
    "for": ("Peru announced 20 million dollars for schools in Chad.", ["PE"], ["TD"]),
    "signers": ("Peru and Chad signed agreements worth 20 million dollars.", [], None),
    "sum-owned": ("Peru's 20 million dollars for Chad will follow.", ["PE"], ["TD"]),
    "government": ("The Government of Peru will give Chad 20 million dollars.", ["PE"], ["TD"]),
    "board": (
        "The Board of Directors of the African Development Bank approved 2 million euros for Chad.",
        ["AfDB"],
        ["TD"],
    ),
    "law": ("The Budget provides 20 million dollars to Chad.", [], ["TD"]),
    "acronym": ("USAID invested 20 million dollars in Chad last year.", ["USAID"], ["TD"]),
    "unsaid": ("On Monday 20 million dollars were wired to Ghana.", [], ["GH"]),
}


@pytest.mark.parametrize(("text", "by", "to"), PARTIES.values(), ids=PARTIES)
def test_who_gives_and_who_receives(commitments, text, by, to):
    (claim,) = commitments(text)
    assert codes(claim.by) == by
    assert to is None or codes(claim.to) == to


def test_members_of_a_list_have_their_own_parties(commitments):
    text = "Kenya gets 40 million dollars, Uganda 30 million and Rwanda 20 million."
    assert [codes(claim.to) for claim in commitments(text)] == [["KE"], ["UG"], ["RW"]]
    text = "Sweden promised 40 million euros, Norway 30 million and Malta 20 million."
    assert [codes(claim.by) for claim in commitments(text)] == [["SE"], ["NO"], ["MT"]]


def test_receivers_in_a_list_give_nothing(commitments):
    text = "Of this, 5 million dollars will go to UNICEF, 4 million dollars to Peru."
    assert [codes(claim.to) for claim in commitments(text)] == [["UNICEF"], ["PE"]]
    assert [codes(claim.by) for claim in commitments(text)] == [[], []]


def test_who_gives_throughout_is_not_said_again(commitments):
    text = (
        "Canada gave Ghana 20 million dollars for ports. The minister spoke about old roads. "
        "He thanked the engineers. The work is hard. It goes on. Rain has slowed it down. "
        "Another 9 million dollars in aid were paid in June."
    )
    first, second = commitments(text)
    assert (codes(first.by), codes(first.to)) == (["CA"], ["GH"])
    assert (codes(second.by), codes(second.to)) == (["CA"], ["GH"])


def test_a_package_may_hold_counted_things(commitments):
    (claim,) = commitments("Canada's contribution to Ghana includes 22 ambulances.")
    assert (codes(claim.by), claim.quantity.value) == (["CA"], 22)


def test_a_time_since_which_things_are_so_is_no_moment(commitments):
    (claim,) = commitments("Canada is providing 4 million dollars, its first aid since 2020.")
    assert claim.when is None


def test_lines_of_a_list_of_pledges(commitments):
    text = "Pledges at a glance\n\nGermany: EUR 20 million\n\nFrance: EUR 15 million"
    found = commitments(text, title="Pledges for Malawi")
    assert [(codes(c.by), c.amount.value) for c in found] == [
        (["DE"], 20_000_000),
        (["FR"], 15_000_000),
    ]


def test_an_entry_of_one_s_own_list_is_one_s_own(commitments):
    text = "Handing over of 12 patrol boats to the coast guard of Fiji"
    (claim,) = commitments(text, publisher="Ministry of Foreign Affairs of Japan")
    assert (claim.grade, codes(claim.by)) == (Grade.DELIVERED, ["JP"])


def test_a_part_refers_to_the_sum_that_contains_it(commitments):
    text = "Peru will give Chad 50 million dollars, including 20 million dollars in loans."
    whole, part = commitments(text)
    assert part.part_of == whole.id
    assert (part.by, part.to, part.grade) == (whole.by, whole.to, whole.grade)
    assert part.finance is Finance.LOAN


def test_a_sentence_goes_on_from_the_sum_before(commitments):
    text = "Peru has approved 50 million dollars for Chad. This includes 20 million for schools."
    whole, part = commitments(text)
    assert (part.grade, part.part_of) == (Grade.CONTRACTED, whole.id)
    assert codes(part.by) == ["PE"]


def test_a_sum_told_twice_is_one_claim_with_two_quotes(commitments):
    text = (
        "Peru pledged 50 million dollars. Chad thanked Peru for the pledge of 50 million dollars."
    )
    (claim,) = commitments(text)
    assert len(claim.evidence) == 2


def test_a_sum_and_a_counted_thing_are_one_undertaking(commitments):
    (claim,) = commitments("Peru will invest 40 million dollars in two plants in Chad.")
    assert (claim.amount.value, claim.quantity.value) == (40_000_000, 2)


def test_the_same_sum_in_another_currency_is_no_other(commitments):
    assert len(commitments("Peru will pay 1 billion euros (about $1.05 billion) to Chad.")) == 1


FINANCE = {
    "grant": ("Peru announced 20 million dollars in grants.", Finance.GRANT),
    "loan": ("Peru will lend Chad 20 million dollars.", Finance.LOAN),
    "guarantee": ("Peru approved guarantees of 20 million dollars.", Finance.GUARANTEE),
    "investment": ("Peru will invest 20 million dollars in Chad.", Finance.INVESTMENT),
    "purchase": ("Peru will buy ships for 20 million dollars.", Finance.PURCHASE),
    "open": ("Peru will give Chad 20 million dollars.", None),
}


@pytest.mark.parametrize(("text", "kind"), FINANCE.values(), ids=FINANCE)
def test_the_kind_of_money(commitments, text, kind):
    assert commitments(text)[0].finance is kind


DEADLINES = {
    "by": ("Peru will pay 20 million dollars by 2030.", None, date(2030, 12, 31)),
    "through": ("Peru will pay 20 million dollars through 2028.", None, date(2028, 12, 31)),
    "within": ("Peru will pay 20 million dollars within three years.", None, date(2027, 10, 15)),
    "next": (
        "Peru will pay 20 million dollars over the next three years.",
        date(2024, 10, 15),
        date(2027, 10, 15),
    ),
    "length": (
        "Peru is paying 20 million dollars over two years.",
        date(2024, 10, 15),
        date(2026, 10, 15),
    ),
    "period": (
        "Peru earmarked 20 million dollars for 2024-2027.",
        date(2024, 1, 1),
        date(2027, 12, 31),
    ),
    "joined": (
        "Peru pledged 20 million dollars for 2025 and 2026.",
        date(2025, 1, 1),
        date(2026, 12, 31),
    ),
}


@pytest.mark.parametrize(("text", "first", "last"), DEADLINES.values(), ids=DEADLINES)
def test_the_deadline(commitments, text, first, last):
    deadline = commitments(text)[0].deadline
    assert (deadline.first, deadline.last) == (first, last)


def test_a_past_year_is_when_and_no_deadline(commitments):
    (claim,) = commitments("Peru paid Chad 20 million dollars in 2023.")
    assert claim.deadline is None
    assert claim.when.last == date(2023, 12, 31)


ALONE = {
    "agreed": ("Peru and Chad agreed to open the border by 1 March 2025.", Grade.AGREED),
    "aims": ("Albania aims to join the European Union by 2030.", Grade.INTENDED),
    "pledged": ("The Dutch government pledged to end the imports by 2027.", Grade.PLEDGED),
    "will": ("Armenia will shut the plant down by 2036.", Grade.PLEDGED),
    "goal": ("Chad has set itself the goal of reaching that by 2060.", Grade.INTENDED),
    "due": ("The bridge is due to be finished in 2027.", Grade.INTENDED),
}


@pytest.mark.parametrize(("text", "grade"), ALONE.values(), ids=ALONE)
def test_an_undertaking_may_have_a_deadline_alone(commitments, text, grade):
    (claim,) = commitments(text)
    assert (claim.grade, claim.amount, claim.quantity) == (grade, None, None)
    assert claim.deadline is not None


def test_one_site_is_a_deliverable(commitments):
    (claim,) = commitments("Colombia intends to open an embassy in Chad.")
    assert (claim.quantity.value, claim.quantity.unit) == (1, "embassies")


def test_bounds_are_kept_and_a_range_is_its_lower_end(commitments):
    (claim,) = commitments("Peru will pay up to 20 million dollars.")
    assert claim.amount.bound is Bound.AT_MOST
    (claim,) = commitments("Peru will pay between 20 and 30 million dollars.")
    assert (claim.amount.value, claim.amount.bound) == (20_000_000, Bound.AT_LEAST)


def test_we_are_the_authors(commitments):
    (claim,) = commitments("We will provide 20 million dollars.", publisher="The White House")
    assert claim.by == (Party("United States", "US"),)


def test_who_reports_it_is_told(commitments):
    (claim,) = commitments("The minister said that Peru will pay 20 million dollars.")
    assert claim.attributed_to == "minister"


def test_the_line_above_a_list_tells_who_does_what_its_entries_say(commitments):
    text = "By 2030, Kenya will:\n\n- build 12 hospitals;\n\n- train 300 nurses."
    found = commitments(text)
    assert [(codes(c.by), c.grade, c.quantity.value) for c in found] == [
        (["KE"], Grade.PLEDGED, 12),
        (["KE"], Grade.PLEDGED, 300),
    ]
    assert {claim.deadline.last for claim in found} == {date(2030, 12, 31)}


FIELD = {
    "came-up-with": ("Canada came up with 20 million dollars for Ghana.", Grade.PLEDGED),
    "could-come-in-with": ("Canada could come in with 20 million dollars.", Grade.CONSIDERED),
    "blessing": ("The board gave its blessing to a loan of 20 million euros.", Grade.CONTRACTED),
    "extends-a-loan": ("Japan extends to Ghana a loan of 20 million dollars.", Grade.CONTRACTED),
    "carved-out": ("The cabinet carved out 20 million dollars for Ghana.", Grade.CONTRACTED),
    "evaluates": ("Canada evaluates a contribution of 20 million dollars.", Grade.CONSIDERED),
    "repaid": ("Ghana repaid 20 million dollars in May.", Grade.DELIVERED),
    "loan-to-be-repaid": (
        "Peru announced a loan of 20 million dollars repaid in 2040.",
        Grade.PLEDGED,
    ),
    "contract-allows": ("The contract allows Peru to lend 20 million dollars.", Grade.CONTRACTED),
    "treaty": (
        "Under the Panama Trade Agreement, Peru will pay 20 million dollars.",
        Grade.CONTRACTED,
    ),
    "approved-loan": (
        "The port is financed with a loan of 20 million dollars which the bank approved in May.",
        Grade.CONTRACTED,
    ),
    "notes": (
        "Japan told of grants.\nNauru: 20 million dollars for roads (notes were signed in May).",
        Grade.CONTRACTED,
    ),
    "aid-approved": ("There are 20 million dollars in aid approved in May.", Grade.CONTRACTED),
    "agreement-on-credit": (
        "An agreement on a credit of 20 million dollars was signed.",
        Grade.CONTRACTED,
    ),
}


@pytest.mark.parametrize(("text", "grade"), FIELD.values(), ids=FIELD)
def test_the_grade_by_further_wordings(commitments, text, grade):
    (claim,) = commitments(text)
    assert claim.grade is grade


def test_what_arrives_is_delivered(commitments):
    (claim,) = commitments("A plane from Delhi landed in Tashkent with 600,000 doses of vaccine.")
    assert (claim.grade, codes(claim.by), codes(claim.to)) == (Grade.DELIVERED, ["IN"], ["UZ"])
    assert claim.quantity.value == 600_000
    (claim,) = commitments(
        "The first lot of 90,000 doses, flown in by Peru, touched down in Praia on Monday."
    )
    assert (claim.grade, codes(claim.by), codes(claim.to)) == (Grade.DELIVERED, ["PE"], ["CV"])


NO_DELIVERY = {
    "people-arrive": "Nearly 300,000 refugees arrived in Chad in May.",
    "tourists-carried": "A ship carrying 200 tourists docked in Praia on Monday.",
    "ranked": "Peru spends most, followed by France (21 million euros).",
    "wanted": "US$ 258 million received of US$ 1.4 billion required.",
    "state-of-things": "In Peru 7 million people are fully vaccinated.",
    "sent-home": "Workers from Peru sent home 40 million dollars last month.",
    "lacking": "Loans of 3 billion dollars are still missing for the pipeline in Peru.",
    "between-years": "Between 2021 and 2023 Peru spent 102 million dollars in Chad.",
    "agreed-since": "Since 1994 the two sides have agreed 225 kilometres of the border.",
    "debts": "Peru is squeezed by debts of more than 10 billion dollars.",
}


@pytest.mark.parametrize("text", NO_DELIVERY.values(), ids=NO_DELIVERY)
def test_what_comes_or_is_had_is_not_given(commitments, text):
    assert commitments(text) == []


def test_entries_below_what_was_agreed_are_agreed(commitments):
    text = (
        "Peru and Chad agreed as follows:\n(a) Peru shall hand over six boats no later than"
        " 30 June 2026;\n(b) Chad shall open two schools before 2026."
    )
    boats, schools = commitments(text)
    assert {boats.grade, schools.grade} == {Grade.AGREED}
    assert (codes(boats.by), codes(boats.to)) == (["PE"], ["TD"])
    assert (codes(schools.by), codes(schools.to)) == (["TD"], [])
    assert boats.quantity.bound is None
    (told,) = commitments("Peru explained as follows:\n(a) Peru shall hand over six boats to Chad.")
    assert told.grade is Grade.PLEDGED


def test_parts_are_as_firm_as_the_whole(commitments):
    text = (
        "The board of the World Bank approved a package of 90 million euros for Chad. The package"
        " consists of a 60 million euro grant and a loan of 30 million euros."
    )
    assert [c.grade for c in commitments(text)] == [Grade.CONTRACTED] * 3


def test_each_of_several_givers_has_its_own_sum(commitments):
    each = commitments("Peru and Chile promised 10 million dollars each.")
    assert [codes(c.by) for c in each] == [["PE"], ["CL"]]
    both = commitments("Peru and Chile promised 10 million dollars.")
    assert [codes(c.by) for c in both] == [["PE", "CL"]]


def test_sums_told_respectively_go_by_their_place(commitments):
    text = "Peru and Chile promised 10 million dollars and 4 million dollars respectively."
    assert [(c.amount.value, codes(c.by)) for c in commitments(text)] == [
        (10_000_000, ["PE"]),
        (4_000_000, ["CL"]),
    ]


def test_what_starts_at_a_time_ahead_is_undertaken(commitments):
    (claim,) = commitments("Work on the Chad road starts in 2026.")
    assert claim.deadline.first == date(2026, 1, 1)
    assert commitments("If work on the road starts in 2026, it is late.") == []
    assert commitments("The conference starts in May 2026.") == []


def test_whose_people_and_which_place_it_is_for(commitments):
    (claim,) = commitments("Peru will train 40 Fijian engineers.")
    assert codes(claim.to) == ["FJ"]
    (claim,) = commitments("Peru will send 40 French tractors.")
    assert codes(claim.to) == []
    (claim,) = commitments("Peru will build a hospital in Tashkent.")
    assert codes(claim.to) == ["UZ"]


def test_one_vehicle_that_is_given_is_a_deliverable(commitments):
    (claim,) = commitments("Peru has gifted a second patrol boat to Fiji.")
    assert (claim.grade, claim.quantity.value) == (Grade.DELIVERED, 1)
    assert commitments("Peru sent a ship to the area.") == []
    assert commitments("The vessel was handed over in May.") == []


def test_a_sum_may_tell_what_it_is_for(commitments):
    (claim,) = commitments("Peru gave 4 million dollars to help 120 women in Chad.")
    assert (claim.amount.value, claim.quantity.value) == (4_000_000, 120)


def test_a_board_gives_for_its_institution(commitments):
    (claim,) = commitments("The Executive Board of the IMF approved a loan of 9 million dollars.")
    assert codes(claim.by) == ["IMF"]


def test_things_that_are_bought_or_donated_tell_what_kind_of_money_it_is(commitments):
    assert commitments("Peru will donate 40 ambulances to Chad.")[0].finance is Finance.GRANT
    assert commitments("Peru will buy 40 tractors from Chad.")[0].finance is Finance.PURCHASE
    assert commitments("Peru will send 40 tractors to Chad.")[0].finance is None


def test_a_phrasal_verb_may_stand_around_its_object(commitments):
    (claim,) = commitments("Peru and Chile put the long gas pipeline of Arica into operation.")
    assert (claim.grade, claim.quantity.value) == (Grade.DELIVERED, 1)


def test_who_gives_is_told_beside_a_document_signed(extract):
    text = (
        "The EBRD is lending Uzbekistan €150 million for the water supply of Namangan; the "
        "agreement was signed last week."
    )
    (claim,) = extract(text, "commitment")
    assert [party.code for party in claim.by] == ["EBRD"]


def test_who_gives_the_last_sum_does_not_give_those_before(commitments):
    text = (
        "Another 9 million dollars in aid for Benin were paid in June. The work is hard. It goes "
        "on. Rain has slowed it down. The minister thanked the engineers. Peru promised Benin "
        "4 million dollars."
    )
    assert [codes(c.by) for c in commitments(text)] == [[], ["PE"]]


SEEKING = {
    "negotiates": ("Chad is negotiating a loan of 20 million euros with Peru.", ["PE"], ["TD"]),
    "seeks": ("Chad seeks a loan of 20 million euros.", [], ["TD"]),
    "talks": ("Chad is in talks with Peru on a loan of 20 million euros.", ["PE"], None),
    "asked": ("Chad asked Peru for 20 million euros.", ["PE"], ["TD"]),
    "secured": ("Chad secured a loan of 20 million euros from Peru.", ["PE"], ["TD"]),
    "lender": ("The World Bank wants a loan of 20 million euros for Chad.", ["WB"], ["TD"]),
    "offers": ("Chad offers a loan of 20 million euros to Peru.", ["TD"], ["PE"]),
}


@pytest.mark.parametrize(("text", "by", "to"), SEEKING.values(), ids=SEEKING)
def test_who_seeks_a_loan_does_not_give_it(commitments, text, by, to):
    (claim,) = commitments(text)
    assert codes(claim.by) == by
    assert to is None or codes(claim.to) == to


def test_whose_a_thing_is_that_is_handed_over_does_not_tell_who_gives(commitments):
    text = "Fiji's new patrol boat was handed to the police by Peru's President Ana Lima."
    (claim,) = commitments(text)
    assert codes(claim.by) == ["PE"] or claim.by == ()
    (sum_given,) = commitments("Peru's 20 million dollars for Chad will follow.")
    assert codes(sum_given.by) == ["PE"]


WHOSE = {
    "plan-of": (
        "They praised the commitment of Peru to provide 20 million dollars for Chad.",
        ["PE"],
        ["TD"],
    ),
    "welcomed-plan": ("Chad welcomed Peru's plan to provide 20 million dollars.", ["PE"], None),
    "company": (
        "The Dutch company Van Torren will invest 20 million euros in Chad.",
        ["Van Torren"],
        ["TD"],
    ),
    "from-unknown": ("The pledges include 20 million dollars from Acmeco.", ["Acmeco"], []),
    "post": ("The Secretary of Roads will give Chad 20 million dollars.", [], ["TD"]),
    "gathering": ("Geneva VII brought 20 million dollars for Chad.", [], ["TD"]),
    "purpose": ("Peru gave 20 million dollars to help Chad and Benin prevent war.", ["PE"], None),
    "label": ("- Clean Energy and Advanced Batteries: DOE gave 20 million dollars.", ["DOE"], None),
    "own-fund": ("The EU put 20 million euros into the European Peace Facility.", ["EU"], []),
}


@pytest.mark.parametrize(("text", "by", "to"), WHOSE.values(), ids=WHOSE)
def test_who_gives_by_further_wordings(commitments, text, by, to):
    (claim,) = commitments(text)
    assert codes(claim.by) == by
    assert to is None or codes(claim.to) == to


def test_a_bank_that_signs_on_a_loan_gives_it_and_a_state_does_not(commitments):
    text = "The European Investment Bank signed memorandums on loans of 20 million euros with Chad."
    (claim,) = commitments(text)
    assert (codes(claim.by), codes(claim.to)) == (["EIB"], ["TD"])
    (claim,) = commitments("Peru signed memorandums on loans of 20 million euros with Chad.")
    assert claim.by == ()


def test_a_mission_gives_to_the_state_where_it_is(commitments):
    (claim,) = commitments("Japan handed over 14 scanners.", publisher="Embassy of Japan in Fiji")
    assert (codes(claim.by), codes(claim.to)) == (["JP"], ["FJ"])


def test_a_region_in_the_name_of_a_newsletter_gives_nothing(commitments):
    text = "Pledges at a glance\n\nGermany: EUR 20 million\n\nEuropean Union: EUR 15 million"
    found = commitments(text, title="Who promised what", publisher="Tender Talk Levant")
    assert [codes(c.by) for c in found] == [["DE"], ["EU"]]


def test_a_loan_whose_agreement_is_signed_is_contracted(commitments):
    text = "The EBRD is lending Chad 20 million euros. The loan agreement was signed today."
    assert commitments(text)[0].grade is Grade.CONTRACTED
    text = "The EBRD is lending Chad 20 million euros. The visitors' book was signed today."
    assert commitments(text)[0].grade is Grade.PLEDGED


FURTHER = {
    "misread-lemma": ("Peru has airlifted 20 tonnes of relief supplies to Chad.", Grade.DELIVERED),
    "is-a-loan": ("Of the total, 20 million euros is a loan from Peru.", Grade.PLEDGED),
    "allotted": ("Chad has been allotted 20 buses by Peru.", Grade.CONTRACTED),
    "extended-a-grant": ("Japan extended to Ghana a grant of 20 million yen.", Grade.CONTRACTED),
    "approved-before": (
        "A grant of 20 million euros from Peru, approved in May, will help Chad.",
        Grade.CONTRACTED,
    ),
    "raises-ahead": ("Peru raises the number of its consulates to 20 in 2026.", Grade.PLEDGED),
    "meets-to-approve": ("The board meets next week to approve 20 million euros.", Grade.INTENDED),
}


@pytest.mark.parametrize(("text", "grade"), FURTHER.values(), ids=FURTHER)
def test_the_grade_by_still_further_wordings(commitments, text, grade):
    (claim,) = commitments(text)
    assert claim.grade is grade


def test_when_it_was_approved_is_no_deadline(commitments):
    text = "A grant of 20 million euros from Peru, approved in September 2025, will help Chad."
    assert commitments(text)[0].deadline is None


def test_a_thing_promised_for_a_time_is_an_undertaking(commitments):
    (claim,) = commitments("Denmark has promised a further battalion from next year.")
    assert (claim.grade, codes(claim.by)) == (Grade.PLEDGED, ["DK"])
    assert commitments("Denmark has a further battalion from next year.") == []


def test_what_a_sum_comes_to_is_no_undertaking_of_its_own(commitments):
    text = "The new aid brings our contribution to 20 million dollars."
    assert commitments(text) == []
    assert len(commitments("Peru will bring 20 million dollars to Chad.")) == 1


THINGS = {
    "project": ("The project will lay 40 km of pipes in Chad.", 40),
    "works-passive": ("Peru will build 40 schools in Chad.", 40),
    "rate": ("Peru will apply a 40 percent tariff on cars.", 40),
    "from-to": ("Peru will raise the number of its consulates from 30 to 40 consulates.", 40),
}


@pytest.mark.parametrize(("text", "value"), THINGS.values(), ids=THINGS)
def test_counted_things_and_rates(commitments, text, value):
    (claim,) = commitments(text)
    assert claim.quantity.value == value


NO_THINGS = {
    "project-has-done": "The project has laid 40 km of pipes in Chad.",
    "project-employs": "The project will employ 40 people in Chad.",
    "rate-imposed": "Peru will impose a 40 percent tariff on cars.",
    "rate-is": "The tariff rate is 40 percent.",
}


@pytest.mark.parametrize("text", NO_THINGS.values(), ids=NO_THINGS)
def test_what_things_do_otherwise_is_none(commitments, text):
    assert commitments(text) == []


def test_a_shipment_or_payment_is_due_on_a_day(commitments):
    (claim,) = commitments("Another shipment is due on 20 November 2024.")
    assert claim.deadline.last == date(2024, 11, 20)
    assert commitments("The verdict is due on 20 November 2024.") == []


def test_the_rest_of_a_sum_is_no_balance_of_trade(commitments):
    (claim,) = commitments("The government of Malawi puts up the balance of 20 million dollars.")
    assert codes(claim.by) == ["MW"]
    assert commitments("Malawi has a trade balance of 20 million dollars.") == []


def test_a_letter_of_intent_promises_nothing(commitments):
    text = "Oman and Peru signed a letter of intent on a fund of 20 million dollars."
    assert commitments(text)[0].grade is Grade.INTENDED
    text = "Oman and Peru signed a memorandum on a fund of 20 million dollars."
    assert commitments(text)[0].grade is Grade.AGREED


def test_the_kind_of_one_thing_is_told_with_it(commitments):
    (claim,) = commitments("Peru has gifted a second patrol boat to Fiji.")
    assert claim.quantity.unit == "patrol boats"


def test_a_cabinet_that_decides_binds(commitments):
    text = "A grant of 20 million yen for Chad has been decided by the Cabinet of Japan."
    assert commitments(text)[0].grade is Grade.CONTRACTED


def test_who_moves_forward_with_plans_has_them(commitments):
    (claim,) = commitments("Peru is moving forward with plans to invest 20 million dollars.")
    assert (claim.grade, codes(claim.by)) == (Grade.INTENDED, ["PE"])


def test_our_countries_are_those_of_all_who_speak(commitments):
    text = "Our two countries intend to provide 20 million dollars for Chad."
    (claim,) = commitments(text, title="Joint Statement of Peru and Chile")
    assert codes(claim.by) == ["PE", "CL"]


def test_the_department_of_a_secretary_acts(commitments):
    text = "The Secretary of Commerce shall submit a report by 1 March 2025."
    (claim,) = commitments(text, publisher="The White House")
    assert claim.by[0].name == "U.S. Department of Commerce"


def test_a_bank_that_a_text_names_often_is_no_state_that_gets_what_is_given(commitments):
    told = " {0} has rules. {0} has a seat. {0} has many members."
    text = "Peru promised 4 million dollars." + told
    (claim,) = commitments(text.format("The World Bank"))
    assert claim.to == ()
    (claim,) = commitments(text.format("Chad"))
    assert codes(claim.to) == ["TD"]


EVENTS = {
    "hostages": "Hamas freed 24 hostages on Friday.",
    "detainees": "Iran released five American detainees.",
    "captured": "Mali handed over eight captured soldiers to Chad.",
    "missiles": "Russia launched 90 missiles at Ukraine overnight.",
    "across": "China sent 25 warplanes across the median line.",
    "troops": "Chad has deployed 10,000 troops to Mali.",
    "strikes": "Chad delivered 14 strikes on rebel positions.",
}
SIZES = {
    "built-on": "These efforts build on the more than $2 billion that Peru has invested in health.",
    "provided-since": "This builds on the 40 million euros that Peru has provided since 2021.",
    "on-top": "The funds come on top of the 12 million dollars Peru has spent on schools so far.",
    "takes": "They noted that this would take 100 billion dollars.",
    "debt": "The Chadian consumer carries a debt of 71 billion dollars.",
    "owes": "Chad owes Peru 40 million dollars.",
    "effect": "The law works, boosting the wages of teachers by 6,000 dollars a year.",
    "talks-last": "The two ministers talked for two hours about trade.",
    "begun": "Beginning in 2019, trade grew strongly.",
}


@pytest.mark.parametrize("text", [*EVENTS.values(), *SIZES.values()], ids=[*EVENTS, *SIZES])
def test_an_event_or_the_size_of_things_is_no_commitment(commitments, text):
    assert commitments(text) == []


FIRMNESS = {
    "prisoners-ahead": ("Korea will release 40 prisoners.", Grade.PLEDGED),
    "missiles-given": ("Germany delivered 40 missiles to Ukraine.", Grade.DELIVERED),
    "worth": ("Canada announced an aid package for Chad that is worth $40 million.", Grade.PLEDGED),
    "valued": ("Peru unveiled support for Chad, which is valued at $40 million.", Grade.PLEDGED),
    "available": ("Peru will make another 40 million dollars available to Chad.", Grade.PLEDGED),
    "by-law": (
        "Peru is investing 40 million dollars from the Ports Act in ships.",
        Grade.CONTRACTED,
    ),
    "paid-by-law": ("Peru paid 40 million dollars to Chad under the Ports Act.", Grade.DELIVERED),
    "letters": ("EXIM issued four letters of interest for 40 million dollars.", Grade.INTENDED),
    "bill": ("The bill would provide 40 million dollars for Chad.", Grade.INTENDED),
    "could": ("Peru could provide 40 million dollars to Chad.", Grade.CONSIDERED),
    "committed-to": (
        "Peru is committed to cutting emissions by 40 percent by 2030.",
        Grade.PLEDGED,
    ),
    "welcomed": (
        "They welcomed $40 million of new investments by U.S. companies in Chad.",
        Grade.PLEDGED,
    ),
}


@pytest.mark.parametrize(("text", "grade"), FIRMNESS.values(), ids=FIRMNESS)
def test_how_firm_what_is_told_in_passing_is(commitments, text, grade):
    assert [claim.grade for claim in commitments(text)] == [grade]


UNTIL = {
    "beginning": ("Peru will supply 40 buses a year beginning in 2026.", "2026-01-01", None),
    "suspended": (
        "Peru will suspend the duty for one year, starting on November 10, 2024.",
        "2024-11-10",
        "2025-11-10",
    ),
    "kept": ("Peru will keep the waiver in place through May 3, 2026.", None, "2026-05-03"),
    "extended": (
        "Peru and Chile agreed to extend the truce for six months.",
        "2024-10-15",
        "2025-04-15",
    ),
}


@pytest.mark.parametrize(("text", "first", "last"), UNTIL.values(), ids=UNTIL)
def test_from_when_and_until_when_things_are_kept(commitments, text, first, last):
    (claim,) = commitments(text)
    dates = claim.deadline.first, claim.deadline.last
    assert [day and day.isoformat() for day in dates] == [first, last]


PAYERS = {
    "board": ("The IMF Executive Board approved a loan of 40 million dollars to Chad.", ["IMF"]),
    "its-board": ("The IMF's Executive Board approved a loan of 40 million dollars.", ["IMF"]),
    "money": ("Four border posts will be built with Japanese money by 2027.", ["JP"]),
    "no-money": ("Three bridges will be repaired with Japanese timber by 2027.", []),
    "funding": ("Some 40 million dollars in U.S. funding will support schools in Mali.", ["US"]),
}


@pytest.mark.parametrize(("text", "by"), PAYERS.values(), ids=PAYERS)
def test_who_pays_by_a_board_or_with_money(commitments, text, by):
    (claim,) = commitments(text)
    assert codes(claim.by) == by


def test_a_rival_in_the_title_gets_nothing(commitments):
    text = "The United States will spend 40 million dollars on factories."
    told = {"title": "President Protects Workers from China's Dumping", "publisher": "White House"}
    (claim,) = commitments(text, **told)
    assert claim.to == ()


def test_the_president_of_a_states_own_text_is_its_own(commitments):
    text = (
        "President Joseph Biden met with President Volodymyr Zelenskyy of Ukraine. "
        "The President announced aid of 40 million dollars for Ukraine."
    )
    (claim,) = commitments(
        text, title="Readout of President Biden's Meeting", publisher="White House"
    )
    assert codes(claim.by) == ["US"]


def test_a_joint_leaders_statement_lays_down_what_is_agreed(commitments):
    (claim,) = commitments("Peru will give 40 buses.", title="Joint Leaders Statement on Ports")
    assert claim.grade is Grade.AGREED


def test_a_question_promises_nothing(extract):
    text = "Norway lent Chad 3 million euros. How much of the 10 million euros will Peru provide?"
    assert [c.amount.value for c in extract(text, "commitment")] == [3_000_000]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Peru will:\n\n- turn the memorandums, worth 3 million euros, into projects.", []),
        ("Peru will:\n\n- give Chad 3 million euros.", ["PE"]),
        ("Peru will:\n\n- seek to give Chad 3 million euros.", ["PE"]),
    ],
)
def test_who_acts_on_papers_does_not_thereby_pay(extract, text, by):
    (found,) = extract(text, "commitment")
    assert [party.code for party in found.by] == by


def test_what_an_entry_holds_back_its_heading_makes_no_firmer(extract):
    text = "Peru will:\n\n- seek to raise 3 million euros for Chad;\n- give Chad 2 million euros."
    assert [c.grade for c in extract(text, "commitment")] == ["intended", "pledged"]


@pytest.mark.parametrize(
    "text",
    [
        "If Peru invests 3 million euros in Chad, it will be seen.",
        "We ask whether Peru will give Chad 3 million euros.",
        "Peru announced 63 nominees for the courts.",
        "Peru sends its prayers to the six grandchildren.",
        "Peru passed the milestone of 40 hospitals.",
    ],
)
def test_what_is_supposed_or_counts_nothing_that_is_given(extract, text):
    assert extract(text, "commitment") == []


def test_who_promises_under_a_condition_promises(extract):
    (found,) = extract("If Chad agrees, Peru will give it 3 million euros.", "commitment")
    assert (found.grade, found.amount.value) == ("pledged", 3_000_000)
