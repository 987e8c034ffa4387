"""Measures an extractor on documents that people have annotated."""
