"""The pages, one module each: a router, and what its template is given."""
