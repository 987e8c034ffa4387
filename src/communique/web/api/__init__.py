"""The JSON interface: an application of its own under /api/v1, described by OpenAPI."""
