import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records.comparing.names import (
    Closeness,
    alike,
    closeness,
    formality,
    keys,
    surname,
    surnames,
    tidied,
)

ONE_PERSON = [
    ("Murat Nurtleu", "Murat Nurtileu"),
    ("Nurtleu", "M. Nurtileu"),
    ("Tokayev", "Kassym-Jomart Tokaev"),
    ("Kasym-Zhomart Tokayev", "Qasym-Jomart Toqaev"),
    ("Volodymyr Zelenskyy", "Zelensky"),
    ("Vladimir Zelenskiy", "Volodymyr Zelenskyy"),
    ("Shavkat Mirziyoyev", "Mirziyoev"),
    ("Gurbanguly Berdimuhamedov", "Gurbanguly Berdymukhammedov"),
    ("Bobur Yoʻldoshev", "Bobur Yuldashev"),
    ("Yerlan Saduakasov", "Erlan Saduakasov"),
    ("Xi Jinping", "Xi"),
    ("Xi Jinping", "Jinping Xi"),
    ("Mao Ning", "Mao"),
    ("KISHIDA Fumio", "Fumio Kishida"),
    ("Kishida Fumio", "Kishida"),
    ("Yoon Suk Yeol", "Yoon Suk-yeol"),
    ("Kim Jong Un", "Kim"),
    ("Orbán Viktor", "Viktor Orbán"),
    ("Joseph R. Biden, Jr.", "Joe Biden"),
    ("Joseph R. Biden Jr.", "Biden"),
    ("J.D. Vance", "James David Vance"),
    ("Antony Blinken", "Tony Blinken"),
    ("Willard Mitt Romney", "Mitt Romney"),
    ("George Bush", "George W. Bush"),
    ("Rodrigo Alberto de Jesús Chaves Robles", "Rodrigo Chaves Robles"),
    ("Andrés Manuel López Obrador", "Andrés López"),
    ("Luiz Inácio Lula da Silva", "Lula"),
    ("Luiz Inácio Lula da Silva", "Inácio Lula"),
    ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
    ("Ursula von der Leyen", "von der Leyen"),
    ("Abdel Fattah el-Sisi", "Sisi"),
    ("Muhammad bin Salman", "Mohammed bin Salman bin Abdulaziz Al Saud"),
    ("Recep Tayyip Erdoğan", "Erdogan"),
]

TWO_PERSONS = [
    ("George H. W. Bush", "George W. Bush"),
    ("Xi Jinping", "Xi Yinping"),
    ("Adam Smith", "Tina Smith"),
    ("Edmund G Brown", "Garrett E Brown Jr"),
    ("Fidel Castro", "Raúl Castro"),
    ("Vitali Klitschko", "Wladimir Klitschko"),
    ("Hamad Al Thani", "Tamim bin Hamad Al Thani"),
    ("Salman bin Abdulaziz Al Saud", "Mohammed bin Salman bin Abdulaziz Al Saud"),
    ("Mohammed bin Salman", "Salman bin Abdulaziz"),
    ("Mohammed bin Zayed", "Mohammed bin Salman"),
    ("Joe Biden", "Jill Biden"),
    ("Ivanov", "Ivanova"),
    ("Alexander Stubb", "Alexandra Stubb"),
    ("Wang Yi", "Wang Li"),
    ("Li Qiang", "Li Keqiang"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Lee Jae-yong", "Lee Jae-myung"),
    ("Carlos Vega Jr.", "Carlos Vega Sr."),
    ("Wang", "Wong"),
    ("Joe", "Joe Biden"),
    ("", "Biden"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_spellings_of_one_person(one, other):
    assert alike(one, other)
    assert alike(other, one)
    assert keys(one) & keys(other)


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_names_of_two_persons(one, other):
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "K.-J. Tokaev"),
        ("Xi Jinping", "Xi"),
        ("Volodymyr Zelenskyy", "Zelenskiy"),
        ("Joseph R. Biden, Jr.", "Biden"),
        ("Ursula von der Leyen", "Leyen"),
    ],
)
def test_spellings_share_the_key_of_the_surname(one, other):
    assert surname(one) == surname(other)
    assert surname(one) in surnames(one) & surnames(other)


def test_other_surnames_have_other_keys():
    assert surname("Adam Smith") != surname("Adam Stone")
    assert surname("Wang") != surname("Wong")


def test_given_names_are_no_surnames():
    assert surnames("John Smith") == {surname("Smith")}


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("Abdel Fattah el-Sisi", "Abdel Fattah El-Sisi", Closeness.EQUAL),
        ("Tim Walz", "Timothy Walz", Closeness.FULL),
        ("Walz", "Tim Walz", Closeness.SURNAME),
        ("Walz", "WALZ", Closeness.SURNAME),
    ],
)
def test_how_close_two_names_are(one, other, close):
    assert closeness(one, other) is close


def test_a_name_with_an_initial_is_the_surest():
    assert formality("Donald J. Trump") > formality("Ivanka Trump") > formality("Harmful Trump")


def test_tidying_keeps_the_capitals_that_tell_a_surname():
    assert tidied("MINASE Haruto") == "MINASE Haruto"
    assert tidied("JOSEPH R. BIDEN, JR.") == "Joseph R Biden Jr"


letters = st.text(alphabet=st.sampled_from("abdeiklmnorstuvyzBKT .'-"), max_size=24)


@given(letters, letters)
def test_likeness_is_symmetric(one, other):
    assert alike(one, other) == alike(other, one)


@given(letters.filter(lambda name: any(c.isalpha() for c in name)))
def test_a_name_shares_keys_with_itself(name):
    assert surname(name) == surname(name.upper().lower()) or surname(name)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared(one, other):
    assert alike(one, other) == alike(other, one)


def test_a_double_surname_alone_is_a_surname():
    assert alike("Marta Holm-Berg", "Holm-Berg")
    assert not alike("Marta Holm-Berg", "Holm-Lind")
    assert not alike("Marta Holm", "Holm-Berg")
