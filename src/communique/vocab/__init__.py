"""The knowledge of states, institutions, groupings, posts, names and places, as data files."""
