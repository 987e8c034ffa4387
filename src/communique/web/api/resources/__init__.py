"""What the JSON interface tells, one module a resource."""
