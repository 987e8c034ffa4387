"""Commitments: somebody undertakes to give, build or do something that can be checked.

`numbers` lists the sums and counted things of a document, `deeds` finds what is done with each and
`grading` how firm that is. `drafting` makes claims of them with `givers`, `shares`, `leadin`,
`deadlines`, `money`, `genre`, `parts` and `wording`; `undertakings` adds those that have a deadline
alone; `finder` joins what belongs together, `merging` what is told twice.
"""
