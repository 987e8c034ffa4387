"""Posts and who holds them: how a post is worded, whom it stands beside, whose post it is."""
