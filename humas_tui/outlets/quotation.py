"""The one quotation that an account tells, and who says it.

A release names its speakers where they first appear, ``Kepala Dinas Sosial Arman Jatisunda``, and later calls them
``Arman``. On an account nothing stands before the quotation, so whoever is called by one name there is introduced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

#: Words that make a quotation out of what stands in quotation marks; fewer are a name or a title.
QUOTED_WORDS: Final = 5
#: Capitalised words behind a quotation that name a speaker with a title.
NAMED_WORDS: Final = 3

_NAME: Final = re.compile(r"\b[A-Z]\w")
_QUOTED: Final = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»")  # one that is not closed is none
#: A name alone at the end of a quotation: ``ujar Arman.`` or ``ujar Arman di balai kota.``
_ALONE: Final = re.compile(r"\s*[a-z]+ (?P<name>[A-Z][\w’'-]+)(?P<rest>[.,]?$|[.,;]? [a-z][^A-Z]*$)")
#: How titles begin that stand before a name.
_TITLE: Final = (
    r"(?:(?:Wakil|Plt\.|Pj\.|Plh\.) )?(?:Wali Kota|Bupati|Gubernur|Kepala|Sekretaris|Camat|Lurah|Ketua|Direktur|"
    r"Asisten|Komandan|Rektor|Juru Bicara)(?:,? (?:dan |[a-z]{2,4}\. )?[A-Z][\w.]*){0,16}?"
)
_SURNAMES: Final = r"(?: [A-Z][\w’'.-]*[\w’]){1,5}"


def chosen(paragraphs: Sequence[str]) -> str:
    """The first paragraph that quotes somebody by name and title; else the first that begins with a quotation,
    else the first that holds one. A speaker called by one name is introduced as the paragraphs before do it."""
    quoting = [number for number, paragraph in enumerate(paragraphs) if _quotes(paragraph)]
    opening = [number for number in quoting if paragraphs[number][0] in '“"«']
    named = [number for number in opening if len(_NAME.findall(_behind(paragraphs[number]))) >= NAMED_WORDS]
    number = next(chain(named, opening, quoting), None)
    if number is None:
        return ""
    return introduced(paragraphs[number], " ".join(paragraphs[:number]))


def introduced(quotation: str, before: str) -> str:
    """``quotation`` with its speaker introduced as in ``before``; as it is where there is nothing to add."""
    behind = _behind(quotation)
    alone = _ALONE.match(behind)
    if alone is None:
        return quotation
    name = re.escape(alone["name"])
    titled = re.search(rf"\b{_TITLE} (?:[a-z]{{2,4}}\. )?{name}{_SURNAMES}", before)
    plain = re.search(rf"\b(?P<full>{name}{_SURNAMES})(?: \(\d+\))?(?P<who>, [a-z][^,.;]{{3,60}})?", before)
    if titled:
        full = titled[0]
    elif plain:
        ends = alone["rest"] in ("", ".")
        full = plain["full"] + (plain["who"] or "" if ends else "")
    else:
        return quotation
    start = len(quotation) - len(behind) + alone.start("name")
    return quotation[:start] + full + quotation[start + len(alone["name"]) :]


def _behind(paragraph: str) -> str:
    """What stands behind the last quotation of a paragraph."""
    return _QUOTED.split(paragraph)[-1] or ""


def _quotes(paragraph: str) -> bool:
    return any(len(found[0].split()) >= QUOTED_WORDS for found in _QUOTED.finditer(paragraph))
