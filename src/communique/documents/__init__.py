"""From raw documents to text with metadata and regions, and to its linguistic analysis."""
