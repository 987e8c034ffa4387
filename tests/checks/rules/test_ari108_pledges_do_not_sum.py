"""ARI108: pledges or tranches that do not make up their total."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "paid in tranches": "The credit for Peru is 500 million euros. It is to be disbursed in three"
    " instalments: 200 million in May, 150 million in July and 100 million in 2026.",
    "givers": "At the conference Oman pledged 20 million euros, Peru 15 million and Kenya 10"
    " million, for a total of 55 million euros.",
    "kinds": "The package of 3 billion euros consists of 1.2 billion in grants and 2.1 billion in"
    " loans.",
    "rest": "Oman is to invest $100 million in 15 years: $50 million within the first ten years and"
    " the remaining $40 million after that.",
    "announced": "Three donors announced a total of 500 million dollars. Germany will give 200"
    " million, France 150 million and Norway 100 million.",
    "tranches": "The bank will provide 300 million dollars in three tranches: 100 million in 2024,"
    " 120 million in 2025 and 100 million in 2026.",
    "summed up": "Japan pledged $40 million, Korea $25 million and Australia $15 million."
    " Altogether, the pledges amount to $90 million.",
    "list": "The donors promised the following, a total of 90 million euros:\n- Oman: 40 million"
    " euros\n- Peru: 25 million euros\n- Kenya: 15 million euros",
    "more than the whole": "The aid package totals $61 billion, including $25 billion in grants,"
    " $14 billion in loans and $30 billion in guarantees.",
    "equal instalments": "The $120 million loan will be paid in four tranches of $25 million each.",
    "counted": "Norway's 90 million euros come in two tranches, 50 million euros in 2024 and 30"
    " million euros in 2025.",
    "last one": "Oman will provide 300 million dollars. A first tranche of 100 million dollars is"
    " due in June, the second and last one of 150 million dollars in December.",
    "covered": "Peru pledged EUR 6 million, Oman EUR 4 million and Togo EUR 3.5 million. These"
    " three pledges cover the budget of EUR 15 million.",
    "add up": "Japan's grant of $30 million and Korea's loan of $20 million add up to $65 million.",
    "told elsewhere": "The Fund approved the disbursement of US$36 million to Oman.\nA first"
    " tranche of US$60 million was paid out in May and a second one of equal size in June; US$36"
    " million followed in July. Together with the tranche released now, total disbursements will"
    " come to some US$220 million.",
}
QUIET = {
    "only some are listed": "We announce additional commitments to the initiative, including $8"
    " million from Norway and $4 million from Japan for a total of over $22 million.",
    "a part, then the next giver": "Nepal gets $70 million by the World Bank, of which $30 million"
    " as a grant, and $50 million by Japan.",
    "paid in tranches": "The credit for Peru is 500 million euros. It is to be disbursed in three"
    " instalments: 200 million in May, 150 million in July and 150 million in 2026.",
    "two of three tranches": "The credit for Peru is 500 million euros. It has three instalments:"
    " 200 million came in May, 150 million in July.",
    "right": "The programme has EUR 6 billion for 2024-2027: EUR 2 billion in grants and EUR 4"
    " billion in loans.",
    "running": "Oman pledged 20 million euros and Peru 15 million, bringing the total to 55 million"
    " euros.",
    "some": "Donors pledged 500 million euros, including 200 million from Germany and 100 million"
    " from Norway.",
    "within a part": "The EU provides 50 million euros, of which 20 million for schools, and Norway"
    " 10 million, a total of 60 million euros.",
    "with others": "Oman pledged 20 million euros and Peru 15 million. Together with the"
    " contributions of other donors, the pledges amount to 90 million euros.",
    "equal instalments": "The $100 million loan will be paid in four tranches of $25 million each.",
    "hardly covered": "Peru pledged EUR 6 million and Oman EUR 4 million. With these pledges the"
    " budget of EUR 15 million is partly covered.",
    "among others": "Pledges reached $75 million: $30 million came from Japan and $20 million from"
    " Korea, among others.",
    "a time of its own": "Japan gave $30 million in 2022 and $20 million in 2023; over ten years"
    " its aid totalled $190 million.",
    "hedged": "Oman pledged 20 million euros and Peru 15 million, for a total of about 36 million"
    " euros.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI108", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI108", [told(text)])


def test_message_adds_the_pledges(workbench):
    (found,) = findings(workbench, "ARI108", [told(FIRES["givers"])])
    assert (
        found.message
        == "20 million + 15 million + 10 million make 45 million euros, not 55 million"
    )
    assert found.quotes[0].exact.startswith("20 million euros, Peru 15 million")


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI108", [told(QUIET["right"])])
    assert found.message == "2 billion + 4 billion make 6 billion euros"
