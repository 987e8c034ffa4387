"""Which commitments are one undertaking."""
