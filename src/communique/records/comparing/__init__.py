"""Comparisons that several kinds of record share: names, dates, parties, titles, amounts."""
