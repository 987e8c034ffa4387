"""Claims become records: stories, matching, merging, decisions. Pure: no store, no clock."""
