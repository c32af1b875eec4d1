"""Where X sees web addresses in a text: with a scheme or bare (``humas.go.id``), each of which it shortens.

The rules are those of twitter-text 3.1.0 (2020-03-27), learnt by reading its grammar and by comparing with it;
written anew as one pass over the text, since its expressions go back over what they have read and take seconds for
a long row of dots. An address ends in a top-level domain that X knows, whatever stands before it:
``https://kota.example`` is none, ``M.Si`` is one. A bare one is none behind ``@ # $ - _ . /``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

DOMAINS_FILE: Final = Path(__file__).parent / "top_level_domains.txt"
LONGEST_LABEL: Final = 63  # of a domain, as it is looked up (RFC 1035, 2.3.4)
LONGEST_ADDRESS: Final = 4096  # with a scheme
LONGEST_SHORT_PATH: Final = 40  # of an address of t.co

# Latin letters with accents, and Cyrillic ones; the odd ones have a capital among them.
_LATIN: Final = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0268\u0269\u026f\u0272\u0275"
    "\u0280\u0283\u0288-\u028c\u0292\u02bb\u0300-\u036f\u0399\u03b9\u1e00-\u1eff\u1fbe\u2c65\u2c66\u2c7e\u2c7f\ua7dc"
)
_CYRILLIC: Final = "\u0400-\u04ff\u1c80-\u1c87"
_PUNCTUATION: Final = r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
_SPACES: Final = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
# What a label is made of: any character but these, quotation marks and dashes too. A domain lies within a run.
_INSIDE: Final = f"[^{_PUNCTUATION}{_SPACES}{_UNSEEN}]"
_RUN: Final = re.compile(rf"(?<!{_INSIDE})(?<![_-])(?:{_INSIDE}|[_-])*+\.(?:{_INSIDE}|[._-])*+")
_NO_EDGE: Final = frozenset("_-")
_FREE: Final = re.compile("[^A-Za-z0-9@＠$#＃\ufeff\ufffe\uffff]")
_NOT_BEFORE_BARE: Final = frozenset("-_./")
_SCHEME: Final = re.compile(r"https?://\Z", re.IGNORECASE | re.ASCII)
_GENERAL: Final = rf"[A-Za-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}{_CYRILLIC}]"
_BRACKETED: Final = rf"\((?:{_GENERAL}++|{_GENERAL}*+\({_GENERAL}++\){_GENERAL}*+)\)"
_PATH: Final = re.compile(rf"/(?:{_GENERAL}|{_BRACKETED})*+")
_NO_PATH_END: Final = "!*';:,.$%[]\u2013~@|&"
_ASKED: Final = r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/]"
_PORT: Final = re.compile(r":[0-9]+")
_QUERY: Final = re.compile(_ASKED)
_SHORT: Final = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_ASKED})?", re.IGNORECASE | re.ASCII)
_WESTERN: Final = re.compile(rf"(?:[-A-Za-z0-9{_LATIN}]+\.)+")
_WIDE_STOPS: Final = re.compile("[\u3002\uff0e\uff61]")
_ALPHANUMERIC: Final = re.compile("[0-9A-Za-z]*")
_PUNYCODE: Final = re.compile("xn--[-0-9a-z]+", re.IGNORECASE | re.ASCII)
_NOT_BEHIND: Final = re.compile("[0-9A-Za-z@+-]")


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each address in ``text``, which is composed (NFC), in order. Takes time in proportion to
    its length."""
    done = 0
    for run in _RUN.finditer(text):
        for start, domain_end in _domains(text, run.start(), run.end()):
            if start <= done and (start or done):
                continue
            scheme = _scheme_before(text, start, done) if start == run.start() else start
            if scheme == start and start and not _FREE.match(text, start - 1):
                continue
            end = _rest(text, domain_end)
            yield from _addresses(text, scheme, start, domain_end, end)
            done = end


def _domains(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where in a run a domain may begin, and where the longest one from there ends."""
    labels = []
    for label in text[begin:stop].split("."):
        labels.append((begin, begin + len(label)))
        begin += len(label) + 1
    ends = [0] * len(labels)  # of the longest domain that begins with the label
    behind = [0] * len(labels)  # and of the longest whose first label ends with this one
    bare = [0] * len(labels)  # where no underscore is in the first label
    for number in reversed(range(len(labels) - 1)):
        behind[number] = ends[number + 1]
        bare[number] = behind[number] or _top_level(text, labels[number + 1][0], len(text))
        first, last = labels[number]
        if bare[number] and first < last and not {text[first], text[last - 1]} & _NO_EDGE:
            ends[number] = behind[number] if "_" in text[first:last] else bare[number]
    for number, (first, last) in enumerate(labels):
        if bare[number] and first < last and text[last - 1] not in _NO_EDGE:
            yield from _starts(text, first, last, behind[number], bare[number])


def _starts(text: str, first: int, last: int, behind: int, bare: int) -> Iterator[tuple[int, int]]:
    """Where in a label a domain may begin. It ends at ``bare``; at ``behind`` (0: there is none) where an
    underscore follows within the label."""
    starts = [first, *(free.end() for free in _FREE.finditer(text, first, last - 1))]
    if first == 0 and starts[1:2] == [1]:
        starts[:2] = [1, 0]  # at the very start X rather takes the first character for one that stands before
    underscore = text.rfind("_", first, last)
    for start in starts:
        end = behind if start <= underscore else bare
        if end and text[start] not in _NO_EDGE:
            yield start, end


def _scheme_before(text: str, start: int, done: int) -> int:
    """Where the scheme before a domain begins; ``start`` where there is none, or where no address may begin."""
    found = _SCHEME.search(text, max(done, start - len("https://")), start)
    if not found:
        return start
    begin = found.start()
    return begin if begin == 0 or (begin > done and _FREE.match(text, begin - 1)) else start


def _rest(text: str, domain_end: int) -> int:
    """Where the address whose domain ends there ends: behind its port, path and query."""
    end = domain_end
    if port := _PORT.match(text, end):
        end = port.end()
    if path := _PATH.match(text, end):
        end += len(path[0].rstrip(_NO_PATH_END))
    query = _QUERY.match(text, end)
    return query.end() if query else end


def _addresses(text: str, scheme: int, start: int, domain_end: int, end: int) -> Iterator[tuple[int, int]]:
    """The addresses that X makes of one: of a bare domain only what stands in western letters."""
    domain = text[start:domain_end]
    western = list(_western_domains(domain))
    prefix = start - scheme or len("https://")
    if not _can_be_looked_up(domain, bool(western)) or prefix + end - scheme > LONGEST_ADDRESS:
        return
    if scheme < start:
        short = _SHORT.match(text, scheme, end)
        if not short or len(short[1]) <= LONGEST_SHORT_PATH:
            yield scheme, short.end() if short else end
        return
    if not western or text[start - 1 : start] in _NOT_BEFORE_BARE:
        return
    *others, (first, last) = western
    port = _PORT.match(text, domain_end)
    if text.startswith("/", port.end() if port else domain_end):
        last += end - domain_end
    yield from ((start + one, start + two) for one, two in (*others, (first, last)))


def _western_domains(domain: str) -> Iterator[tuple[int, int]]:
    done = 0
    while chain := _WESTERN.search(domain, done):
        done = chain.end()
        for place in reversed([dot.end() for dot in re.finditer(r"\.", chain[0])]):
            if end := _top_level(domain, chain.start() + place, len(domain)):
                yield chain.start(), end
                done = end
                break


def _can_be_looked_up(domain: str, western: bool) -> bool:
    if domain.startswith("xn--") and not western:
        return False
    return all(
        0 < len(label) <= LONGEST_LABEL and _encoded_length(label) <= LONGEST_LABEL for label in domain.split(".")
    )


def _encoded_length(label: str) -> int:
    parts = _WIDE_STOPS.split(label)
    encoded = (part if part.isascii() else f"xn--{part.encode('punycode').decode('ascii')}" for part in parts)
    return len(".".join(encoded))


def _top_level(text: str, start: int, stop: int) -> int:
    """Where the top-level domain that begins at ``start`` ends; 0 where there is none. ``stop`` ends the text."""
    western, others = _top_level_domains()
    word = _ALPHANUMERIC.match(text, start, stop)
    whole = (word[0],) if word and word[0].lower() in western else ()
    for name in (*whole, *others.get(text[start : start + 1].lower(), ())):
        end = start + len(name)
        if end <= stop and text[start:end].lower() == name.lower() and not _NOT_BEHIND.match(text, end, stop):
            return end
    encoded = _PUNYCODE.match(text, start, stop)
    return encoded.end() if encoded else 0


@lru_cache(maxsize=1)
def _top_level_domains() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Those in ASCII, and the others by their first letter, the longest first."""
    lines = DOMAINS_FILE.read_text(encoding="utf-8").splitlines()
    names = {name for line in lines if not line.startswith("#") for name in line.split()}
    others: dict[str, tuple[str, ...]] = {}
    for name in sorted((name for name in names if not name.isascii()), key=len, reverse=True):
        others[name[0]] = (*others.get(name[0], ()), name)
    return frozenset(name for name in names if name.isascii()), others
