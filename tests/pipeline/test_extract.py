import pytest

from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.pipeline.extract import cores, extract
from factory import FakeLoader, given, idents

JOBS = pytest.mark.parametrize("jobs", [1, 2])


def run(entries, jobs):
    return list(extract(iter(entries), FakeLoader(), jobs))


@JOBS
def test_results_come_in_the_order_of_the_documents(jobs):
    texts = ["slow" if n == 3 else "quick" for n in range(100)]
    entries = [given(str(n), text) for n, text in enumerate(texts)]
    assert idents(run(entries, jobs)) == [str(n) for n in range(100)]


@JOBS
def test_failures_of_reading_keep_their_place(jobs):
    entries = [given("a"), Failure("b", "sources", "IN001", "missing"), given("c")]
    results = run(entries, jobs)
    assert idents(results) == ["a", "b", "c"]
    assert isinstance(results[1], Failure)


@JOBS
def test_a_fault_of_the_program_takes_one_document_only(jobs):
    entries = [given(str(n), "fault" if n == 40 else "fine") for n in range(80)]
    results = run(entries, jobs)
    assert idents(results) == [str(n) for n in range(80)]
    (failed,) = [r for r in results if isinstance(r, Failure)]
    assert (failed.id, failed.code) == ("40", "CQ500")
    assert "\n" not in failed.message
    assert "unforeseen fault" in failed.message


def test_a_process_that_dies_takes_one_document_only():
    entries = [given(str(n), "die" if n in {5, 70} else "fine") for n in range(100)]
    results = run(entries, 2)
    assert idents(results) == [str(n) for n in range(100)]
    assert [r.id for r in results if isinstance(r, Failure)] == ["5", "70"]
    assert all(isinstance(r, Extraction) for r in results if idents([r]) not in (["5"], ["70"]))


def test_only_so_many_documents_are_read_ahead():
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield given(str(number))
            number += 1

    results = extract(endless(), FakeLoader(), 2)
    for _ in range(10):
        next(results)
    results.close()
    assert len(taken) < 500


@JOBS
def test_nothing_in_gives_nothing_out(jobs):
    assert run([], jobs) == []


def test_there_is_a_core():
    assert cores() >= 1
