"""Commitments: somebody undertakes to give, build or do something that can be checked.

`numbers` lists the sums and counted things of a document, `deeds` finds what is done with each and
`grading` how firm that is; `deadlines`, `givers`, `money` and `parts` fill the slots; `finder` puts
the claims together.
"""
