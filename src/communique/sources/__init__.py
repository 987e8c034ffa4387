"""Where documents come from: files, folders, JSON lines. The one stage that touches the outside."""
