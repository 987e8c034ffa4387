"""The engine that runs a grammar of words and rules, and what all grammars share."""
