from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.pipeline.evaluate.gold import GoldDocument
from communique.pipeline.evaluate.measure import Counts
from communique.pipeline.evaluate.run import compared
from factory import event, given


def test_what_failed_counts_as_missed_and_is_named():
    gold = [GoldDocument(given(name), (event(),)) for name in ("a", "b")]
    document = Document(id="a", text="A text.", text_given=True)
    results = [
        Extraction(document, (), (event(),), {"no quote": 2}),
        Failure("b", "documents", "IN006", "b: its text is empty; give it a text"),
    ]
    evaluation = compared(gold, results)
    assert evaluation.failed == ("b",)
    assert evaluation.refused == {"no quote": 2}
    assert evaluation.found["event"].counts == Counts(1, 0, 1)
