from communique.records.registry import MATCHERS, matchers_with


def test_matchers_have_kinds_of_their_own_in_order(lore):
    kinds = [matcher.kind for matcher in matchers_with(lore)]
    assert kinds == sorted(set(kinds))
    assert len(kinds) == len(MATCHERS)
