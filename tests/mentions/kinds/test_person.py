import pytest

pytestmark = pytest.mark.model


def people(find, text, **kwargs):
    return [(m.text, m.name) for m in find(text, "person", **kwargs)]


def names(find, text, **kwargs):
    return [m.name for m in find(text, "person", **kwargs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("President Qosimjon Rahmatov spoke.", ["Qosimjon Rahmatov"], id="title"),
        pytest.param(
            "the President of Kazakhstan, Kassym-Jomart Tokayev, left",
            ["Kassym-Jomart Tokayev"],
            id="post-of-party-comma",
        ),
        pytest.param(
            "Minister of Commerce of China Wang Wentao said so.",
            ["Wang Wentao"],
            id="post-of-party-no-comma",
        ),
        pytest.param(
            "Emir Faisal Al-Hamad Al-Salim Al-Nasri left.",
            ["Faisal Al-Hamad Al-Salim Al-Nasri"],
            id="hyphens-make-no-name-too-long",
        ),
        pytest.param(
            "President H.H. Sheikh Omar bin Rashid Al Nasri spoke.",
            ["Omar bin Rashid Al Nasri"],
            id="highness",
        ),
        pytest.param(
            "Prime Minister Karim Rabi’ al-Nasri spoke.",
            ["Karim Rabi' al-Nasri"],
            id="apostrophe-before-particle",
        ),
        pytest.param(
            "President Rahmatov—alone among them—spoke, as did Minister Le Van Dung—to applause.",
            ["Rahmatov", "Le Van Dung"],
            id="dash-without-blanks",
        ),
        pytest.param(
            "Murat Nurtleu, the Deputy Prime Minister – Minister of Foreign Affairs of the "
            "Republic of Kazakhstan, attended.",
            ["Murat Nurtleu"],
            id="name-before-post",
        ),
        pytest.param(
            "European Commissioner Janusz Wojciechowski will come.",
            ["Janusz Wojciechowski"],
            id="commissioner",
        ),
        pytest.param(
            "the European Commissioner for Home Affairs, Ylva Johansson, agreed",
            ["Ylva Johansson"],
            id="portfolio",
        ),
        pytest.param(
            "Presidents Sadyr Japarov, Emomali Rahmon and Shavkat Mirziyoyev met.",
            ["Sadyr Japarov", "Emomali Rahmon", "Shavkat Mirziyoyev"],
            id="plural",
        ),
        pytest.param(
            "European Commission President Ursula von der Leyen arrived.",
            ["Ursula von der Leyen"],
            id="particles",
        ),
        pytest.param("H.E. Mr. Bakhtiyor Saidov opened it.", ["Bakhtiyor Saidov"], id="honorific"),
        pytest.param(
            "Egyptian President Abdel Fattah al-Sisi spoke.",
            ["Abdel Fattah al-Sisi"],
            id="article-in-name",
        ),
    ],
)
def test_a_post_or_title_makes_a_person(find, text, expected):
    assert names(find, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Jordan Meadows, a spokesman of the club, declined.",
            ["Jordan Meadows"],
            id="state-name",
        ),
        pytest.param("Roberta Vasconi will lead the delegation.", ["Roberta Vasconi"], id="plain"),
        pytest.param(
            "the Director for Europe at the Foreign Ministry Rosa Villalba",
            ["Rosa Villalba"],
            id="after-ministry",
        ),
        pytest.param(
            "his wife, Ilva Dorenka Malti, was barred.", ["Ilva Dorenka Malti"], id="kinship"
        ),
        pytest.param("Prime Minister Naomi Vata'ofa spoke.", ["Naomi Vata'ofa"], id="apostrophe"),
    ],
)
def test_a_given_name_or_kinship_makes_a_person(find, text, expected):
    assert names(find, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "President Ursula von der Leyen spoke. Later von der Leyen left.",
            ("von der Leyen", "Ursula von der Leyen"),
            id="particles",
        ),
        pytest.param(
            "Spokeswoman Mao Ning spoke. Asked about trade, Mao said it grew.",
            ("Mao", "Mao Ning"),
            id="family-name-first",
        ),
        pytest.param(
            "Foreign Minister KAMIKAWA Yoko spoke. Minister Kamikawa left.",
            ("Kamikawa", "KAMIKAWA Yoko"),
            id="family-name-in-capitals",
        ),
        pytest.param(
            "President Sali Verisha and his son, Skel Verisha, are barred. Verisha denies it.",
            ("Verisha", "Sali Verisha"),
            id="family-means-the-first-told",
        ),
    ],
)
def test_short_forms_lead_to_the_person_meant(find, text, expected):
    assert people(find, text)[-1] == expected


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("One Year After Russia's Invasion of Ukraine, Biden Speaks", id="comma"),
        pytest.param("Ukraine Biden Trip", id="party"),
    ],
)
def test_a_title_completes_no_name_with_what_is_none(find, title):
    assert names(find, "President Biden spoke.", title=title) == ["Biden"]


def test_a_surname_refers_to_the_full_name_before(find):
    text = "President Kassym-Jomart Tokayev met Charles Michel. Tokayev thanked Mr. Michel."
    assert people(find, text) == [
        ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev"),
        ("Charles Michel", "Charles Michel"),
        ("Tokayev", "Kassym-Jomart Tokayev"),
        ("Michel", "Charles Michel"),
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Chad welcomes First Lady Ana Lima", "First Lady Ana Lima spoke.", "Ana Lima"),
        ("Call with Emir Sheikh Hamad bin Salim", "Emir Sheikh Hamad bin Salim", "Hamad bin Salim"),
        ("Rosa Mendes opens a port", "President Mendes spoke.", "Rosa Mendes"),
    ],
    ids=["end of a post", "courtesy", "given name"],
)
def test_a_post_in_the_title_completes_no_name(find, title, text, expected):
    assert names(find, text, title=title) == [expected]


def test_the_title_of_the_document_completes_a_name(find):
    text = "President Berdimuhamedov opened the port."
    title = "Serdar Berdimuhamedov opens port"
    assert people(find, text, title=title) == [("Berdimuhamedov", "Serdar Berdimuhamedov")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Prime Minister met the press.", id="post-alone"),
        pytest.param("The President of the European Council, in May, spoke.", id="no-name"),
        pytest.param("In Almaty, President of the Bank spoke.", id="place-before-post"),
        pytest.param("The Foreign Ministers Meeting ended.", id="gathering"),
        pytest.param("The Roadmap was adopted.", id="document"),
        pytest.param("We wish all a happy Yom Kippur.", id="holiday"),
        pytest.param("He was awarded the Good Conduct Medal.", id="award"),
        pytest.param("The Grace Period ended.", id="given-name-that-is-a-word"),
    ],
)
def test_near_misses_are_no_persons(find, text):
    assert names(find, text) == []


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param(
            "President Joseph A. Berg spoke. President Berg left.",
            "President Joe Berg Speaks",
            "Joseph A. Berg",
            id="short in the title",
        ),
        pytest.param(
            "President Luis Diaz spoke. Mrs. Diaz and Rosa Diaz left. Diaz stayed.",
            "Rosa Diaz Travels",
            "Rosa Diaz",
            id="two of one name",
        ),
    ],
)
def test_the_text_tells_the_name_that_its_title_shortens(find, text, title, expected):
    assert people(find, text, title=title)[-1][1] == expected


def test_a_courtesy_title_in_the_title_is_no_first_name(find):
    found = find(
        "Emir Tariq bin Salim Al Nasri met Sheikh Tariq.", "person", title="Sheikh Tariq Meets"
    )
    assert [m.name for m in found] == ["Tariq bin Salim Al Nasri"] * 2
