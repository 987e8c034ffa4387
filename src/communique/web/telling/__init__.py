"""What pages and the JSON interface tell alike: asked for, computed and kept in one place."""
