"""Reads what texts tell of numbers, and whether it adds up, without a language model.

A paragraph is reduced to a skeleton in which every number is a slot (`passages`); forms, which are
data (`vocab/data/checks/arithmetic.yaml`), find the numbers' roles in it (`forms`).
"""
