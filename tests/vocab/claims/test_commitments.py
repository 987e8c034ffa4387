from communique.model.terms import Finance, Grade
from communique.vocab.claims.commitments import load_commitment_words

WORDS = load_commitment_words()


def test_no_verb_stands_in_two_groups():
    verbs = [verb for sense in WORDS.senses for verb in sense.verbs]
    assert len(verbs) == len(set(verbs))


def test_no_noun_tells_two_grades():
    nouns = [noun for group in WORDS.nouns.grades for noun in group.nouns]
    assert len(nouns) == len(set(nouns))


def test_each_grade_has_verbs_and_nouns():
    told = {sense.done or sense.doing for sense in WORDS.senses} - {None}
    assert told == set(Grade)
    assert set(WORDS.graded.values()) == set(Grade)


def test_each_kind_of_money_has_a_noun():
    assert set(WORDS.money.values()) - {None} == set(Finance)


def test_a_statistic_is_no_undertaking():
    assert not WORDS.nouns.statistics & (set(WORDS.graded) | set(WORDS.money))


def test_verbs_that_tell_the_kind_of_money_are_verbs_of_undertaking():
    for verbs in WORDS.nouns.verbs.values():
        assert verbs <= set(WORDS.verbs)


def test_a_deliverable_alone_is_one_that_counts():
    assert not WORDS.deliverables.single & WORDS.deliverables.never


def test_longer_wordings_come_first():
    for wordings in WORDS.verbs.values():
        lengths = [len(rest) for rest, _ in wordings]
        assert lengths == sorted(lengths, reverse=True)
