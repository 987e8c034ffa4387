"""What sort of text a commitment stands in: of several parties together, about a deal, or of one."""

from __future__ import annotations

from communique.claims.authors import publisher
from communique.claims.kinds.commitment.numbers import singular
from communique.claims.reading import Reading
from communique.vocab.claims.commitments import Texts


def is_joint(reading: Reading, texts: Texts) -> bool:
    """Whether several parties speak together, so that what they "will" do is agreed."""
    title = (reading.document.title or "").lower()
    return any(phrase in title for phrase in texts.joint)


def is_about_a_deal(reading: Reading, texts: Texts) -> bool:
    """Whether one side tells of a deal that is reached: its terms are agreed.

    News about a deal may tell of anything else besides; there, the sentence decides.
    """
    if not publisher(reading):
        return False
    title = (reading.document.title or "").lower()
    words = {singular(word) for word in title.replace(",", " ").split()}
    return bool(words & (texts.deals | texts.reached)) and not any(phrase in title for phrase in texts.ahead)


def laid_down(reading: Reading, texts: Texts, index: int) -> bool:
    """Whether the sentence of a deed says that a deal lays it down: "under the accord, …"."""
    tree = reading.tree
    sentence = range(*tree.sentence(index))
    if any(tree.lower(i) in texts.therein for i in sentence):
        return True
    return any(
        tree.lower(i) == "under"
        and any(tree[head].lemma in texts.laid_down for head in tree.children(i, "pobj"))
        for i in sentence
    )
