"""Finders of claims: one module (or package) a kind; none knows another."""
