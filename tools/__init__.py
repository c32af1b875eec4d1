"""Programs that make what the package carries. Not part of the wheel."""
