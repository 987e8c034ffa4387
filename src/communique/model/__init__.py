"""The shapes that all stages share. Standard library only; nothing here reads or decides."""
