"""What rules must know of Indonesian: the shapes of verbs, of names and titles, and the lists they look up."""
