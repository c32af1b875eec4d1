"""``…. Karena …``: a reason that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset("karena agar supaya walaupun meskipun".split())
_BEGIN: Final = re.compile(r"(?P<word>Karena|Agar|Supaya|Walaupun|Meskipun)(?= \w)(?! (?:itu|demikian|begitu)\b)")
#: Behind a comma an addition begins so, and no main clause.
_ADDITION: Final = re.compile(
    r" (?:terutama|khususnya|termasuk|seperti|misalnya|baik|yakni|yaitu|dan|serta|atau|maupun|juga|sehingga|agar|"
    r"bahkan|di mana|apalagi)\b"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    last = 0
    for start, end in paragraph.sentences:
        match = _BEGIN.match(text, start)
        if (
            match is not None
            and text[end - 1] in ".!"
            and all(map(_ADDITION.match, text[start:end].split(",")[1:]))
        ):
            if last and text[last - 1] == "." and text[last - 2].isalnum():
                fix = f" {match['word'].lower()}"
                yield Hit(last - 1, match.end("word"), (fix,), names={"word": match["word"]})
            else:
                yield Hit(*match.span("word"), names={"word": match["word"]})
        last = end


def _is_addition(part: str) -> bool:
    """Whether what stands behind a comma is no clause of its own."""
    return _ADDITION.match(part) is not None or not any(map(is_predicate, part.rstrip(".!").split()))


KALIMAT_KARENA = Rule(
    code="kalimat-karena",
    level=Level.SARAN,
    title=N_("Subordinate clause that stands alone"),
    message=N_("What begins with “{word}” is half a sentence: join it to the one before."),
    why=N_(
        "A clause with karena, agar, meskipun tells something of a main clause. Without one it is half a "
        "sentence; it mostly belongs to the sentence before."
    ),
    eyd=("TB04",),
    spares_quotes=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Rilis perlu ditulis. Karena warga menunggu kabar.", "Rilis perlu ditulis karena warga menunggu kabar."),
    ),
    leave_alone=(
        "Karena hujan, acara ditunda.",
        "Rilis perlu ditulis karena warga menunggu.",
        "Karena itu warga menunggu.",
    ),
)
