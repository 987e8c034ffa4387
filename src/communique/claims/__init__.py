"""From mentions to claims: what one document asserts, each with its exact words."""
