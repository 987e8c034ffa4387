from communique.records.registry import MATCHERS, load_matchers


def test_matchers_have_kinds_of_their_own_in_order():
    kinds = [matcher.kind for matcher in load_matchers()]
    assert kinds == sorted(set(kinds))
    assert len(kinds) == len(MATCHERS)
