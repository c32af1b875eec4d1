"""The copy desk for Indonesian: rules of a file each, a few kinds that carry the logic, one engine."""
