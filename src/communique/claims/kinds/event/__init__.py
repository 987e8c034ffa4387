"""Events: what parties did, or will do, with or to each other.

The acts are data (`vocab/data/claims/events`). `sites` finds their words in the parse, `arguments`
the parties around them, `standing` and `dates` how sure and when, `naming` titles and numbers;
`sighting` puts that together, `merge` makes one claim of the sightings of one event, and `finder`
runs it all.
"""
