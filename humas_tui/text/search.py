"""What a search looks at."""

from __future__ import annotations


def searched(headline: str, place: str, summary: str, body: str) -> str:
    """The text of a release in which words are looked for, in lower case."""
    return f"{headline}\n{place}\n{summary}\n{body}".lower()
