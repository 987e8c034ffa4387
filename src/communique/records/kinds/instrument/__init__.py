"""Which claims tell of one instrument."""
