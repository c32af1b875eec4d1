"""humas-tui: a newsroom in the terminal for the press officers of Indonesian local governments."""

__version__ = "0.1.0"
