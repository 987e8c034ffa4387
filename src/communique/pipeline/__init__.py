"""Runs the stages in order, document by document, on one core or many."""
