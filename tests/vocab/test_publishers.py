"""What the file of publishers must hold."""

import pytest

from communique.vocab.publishers import load_publishers


@pytest.fixture(scope="module")
def publishers():
    return load_publishers()


def test_every_host_speaks_for_a_known_party(publishers, kin):
    assert [h for h, word in publishers.hosts.items() if kin.named(word) is None] == []


def test_no_host_is_both_a_partys_and_an_outsider(publishers):
    assert set(publishers.hosts) & publishers.outsiders.hosts == set()


def test_words_and_hosts_are_in_lower_case(publishers):
    joint, outsiders = publishers.joint, publishers.outsiders
    told = {*outsiders.names, *outsiders.hosts, *outsiders.words, *publishers.bodies}
    told |= {*joint.marks, *joint.documents, *joint.instruments, *joint.fillers, *joint.subjects}
    told |= {*publishers.hosts, *publishers.government_domains, *publishers.government_hosts}
    assert [word for word in told if word != word.lower()] == []


def test_domains_of_states_lead_to_their_codes(publishers, kin):
    assert all(kin.named(code) for code in publishers.country_domains.values())
