"""Shares of a whole, in the many ways in which they are told (ARI105)."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "named by its root": "Kenya harvested 480,000 tonnes of tea. Sales to Pakistan amounted to"
    " 120,000"
    " tonnes, or 40 per cent of the harvest.",
    "two shares": "Of 1,600 pupils, 400 take Korean, or one in five, and 640 take Chinese, or 40"
    " per cent.",
    "fraction first": "The country has 60,000 hectares of vineyards. Half of them, 20,000 hectares,"
    " lie in the south.",
    "fraction with its whole": "Two thirds of the loan of $900 million, that is $450 million,"
    " will go to roads.",
    "one in": "One in five of the ministry's 1,200 employees, 480 people, works abroad.",
    "of which": "The ministry has 1,250 employees, of whom 250, or 30 per cent, are women.",
    "of these": "Last year 9,000 Tajiks studied in Russia. Of these, 3,000, or 45 per cent, had"
    " scholarships.",
    "that is": "Exports amounted to 2.0 billion euros, of which 0.5 billion euros went to"
    " Austria. That is 40 per cent.",
    "share of": "Exports amounted to 2.0 billion euros, of which 0.5 billion euros went to"
    " Austria; its share was thus 40 per cent.",
    "colon": "Spain is the destination of a fifth of Morocco's vegetables: of 1.5 million"
    " tonnes, 0.6 million tonnes were shipped there.",
    "semicolon": "A total of 1,200 experts came; 30 per cent, or 460, were women.",
    "beside": "Women hold 250 of the ministry's 1,250 posts, which is 30 per cent.",
    "verb": "The fund holds $40 billion; bonds worth $10 billion make up 40 per cent of that sum.",
    "with": "Total trade came to $12.0 billion, with oil making up $4.8 billion, or 55 per cent.",
    "chain": "Of 400 engineers who applied, 120 came from Kandy, and 30 of these, or 55 per"
    " cent, were women.",
    "brackets": "A total of 1,200 experts came, among them 460 women (30 per cent).",
}
QUIET = {
    "right": "Total trade came to $12.0 billion, with oil making up $4.8 billion, or 40 per cent.",
    "other noun": "Germany produced 500 gigawatt-hours and sent 100 gigawatt-hours to Denmark, 30"
    " per cent of Danish demand.",
    "other kind": "Exports came to 2.0 billion euros. Austria took 0.5 billion euros' worth, 40"
    " per cent of all wine exports.",
    "growth": "Exports came to 2.0 billion euros. Austria took 0.5 billion euros' worth, 40"
    " per cent more than in 2022.",
    "other year": "Exports came to 2.0 billion euros in 2023. In 2022 Austria took 0.5 billion"
    " euros' worth, or 40 per cent of the total.",
    "other whole": "Exports came to 2.0 billion euros, and 0.5 billion euros went to Austria, where"
    " they make up 40 per cent of imports.",
    "of these": "Of 400 engineers who applied, 120 came from Kandy, and 30 of these, or 25 per"
    " cent, were women.",
    "of the part": "Exports were $8 billion, and copper brought in $2 billion, 45 per cent of it"
    " from one mine.",
    "imports": "Exports were $8 billion and imports $2 billion, 45 per cent of them from China.",
    "no part": "Of 400 engineers who applied, 120 came from Kandy, up 40 per cent on last year.",
    "hedged": "Of 400 engineers who applied, up to 40 per cent, or some 160, may be invited.",
    "holding": "The company, in which Oman holds 30 per cent, invested $2 billion of its $8"
    " billion abroad.",
    "grant element": "The loan of $900 million has a grant element of 30 per cent, $100 million"
    " coming from the fund.",
    "tariff": "The tax of 30 per cent on $10 billion brought in $2 billion.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_contradiction_is_found(workbench, text):
    found = findings(workbench, "ARI105", [told(text)])
    assert len(found) == 1
    assert found[0].quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_other_share_is_left_alone(workbench, text):
    assert not findings(workbench, "ARI105", [told(text)])
