"""Stories: which documents are copies or light edits of one text, and how their texts differ."""
