"""From a document and its analysis to what the text names. Pure functions of both."""
