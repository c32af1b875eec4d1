"""The copy desk for Bahasa Indonesia: what is wrong in a text, and how it is put right."""
