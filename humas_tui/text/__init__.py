"""Text: safe to show, parsed to blocks, counted."""
