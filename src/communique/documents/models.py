"""How the models of a pipeline are run: to spaCy's own result, in about half its time.

Matrices are multiplied by numpy's library, which is several times as fast as the one spaCy takes.
The recogniser is led word by word from here: spaCy's inner loop gives the interpreter's lock back
and asks for it again for each label it weighs, which costs more than the weighing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

# Words that the recogniser takes at once: some sixty articles, and about 200 MB of memory.
_WORDS = 40_000


def multiply_with_numpy(nlp: Language) -> None:
    """Have all models of a pipeline on the processor use numpy's matrix products."""
    from thinc.api import NumpyOps

    ours = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            # Pipelines with an `Ops` of their own (a graphics card, Apple's library) keep it.
            if type(node.ops) is NumpyOps:
                node.ops = ours


def take_recogniser(nlp: Language) -> EntityRecognizer | None:
    """Switch off the last component if it is a recogniser that can be led, and return it."""
    from spacy.pipeline import EntityRecognizer

    name, component = nlp.pipeline[-1] if nlp.pipeline else ("", None)
    if not isinstance(component, EntityRecognizer) or component.cfg["beam_width"] != 1:
        return None
    nlp.disable_pipe(name)
    return component


def recognised(recogniser: EntityRecognizer, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Documents with their names, as the recogniser's own `pipe` gives them."""
    for batch in _batches(docs):
        model = recogniser.model.predict(batch)
        states = recogniser.moves.init_batch(batch)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = recogniser.transition_states(unfinished, model.predict(unfinished))
        recogniser.set_annotations(batch, states)
        model.clear_memory()
        yield from batch


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        if batch and words + len(doc) > _WORDS:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch
