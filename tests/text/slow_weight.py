"""Counting as X does, a second time: slowly, place by place, written from the rules and apart from the program.

The rules: what can be an address is tried at every place from the longest domain down; every emoji is one of the
sequences of UTS #51. Only the list of top-level domains is shared with the program.
"""

from __future__ import annotations

import unicodedata

from humas_tui.text.web_addresses import DOMAINS_FILE

TOP_LEVEL = {
    name
    for line in DOMAINS_FILE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split()
}
PUNCTUATION = set("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$")
SPACES = set(map(chr, [*range(9, 14), 32, 0x85, 0xA0, 0x1680, 0x180E, *range(0x2000, 0x200B)]))
SPACES |= set("\u2028\u2029\u202f\u205f\u3000")
UNSEEN = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")
ASCII_WORD = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
QUERY = ASCII_WORD | set("!?*'@();:&=+$/%#[]-_.,~|")
QUERY_END = ASCII_WORD | set("-_&=#/")
VS16, ZWJ, KEYCAP = "\ufe0f", "\u200d", "\u20e3"


def slow_weight(text: str) -> int:
    """The weighted length."""
    text = unicodedata.normalize("NFC", text)
    addresses = dict(slow_addresses(text))
    total = place = 0
    while place < len(text):
        if place in addresses:
            total, place = total + 23, addresses[place]
        elif length := emoji_length(text, place):
            single = text[place] if length == 1 else ""
            total, place = total + (1 if single in ("©", "®") else 2), place + length
        else:
            total, place = total + character_weight(ord(text[place])), place + 1
    return total


def character_weight(code: int) -> int:
    light = [(0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037)]
    return 1 if any(first <= code <= last for first, last in light) else 2


# -- Emoji -----------------------------------------------------------------------------------------------------


def emoji_length(text: str, place: int) -> int:
    """How many characters the emoji that begins there has; 0 for none. The pictures are a sample, those that the
    tests draw from."""
    here = text[place : place + 1]
    if here and here in "0123456789#*":
        behind = text[place + 1 : place + 3]
        return 3 if behind == VS16 + KEYCAP else 2 if behind[:1] == KEYCAP else 0
    if "\U0001f1e6" <= here <= "\U0001f1ff":
        return 2 if text[place : place + 2] in FLAGS else 1
    end = element_end(text, place)
    while end and text[end : end + 1] == ZWJ and (further := element_end(text, end + 1)):
        end = further
    return end - place if end else 0


FLAGS = ("🇮🇩", "🇲🇾", "🇸🇬")
SELECTABLE = "❤☺☎©®♂♀☀✈"
TONED = "👍👋🙏👩👨👧👦"
PLAIN = "🎉🚌🔥✅🏴"


def element_end(text: str, place: int) -> int:
    here, behind = text[place : place + 1], text[place + 1 : place + 2]
    if here == "":
        return 0
    if here in TONED:
        return place + 2 if "\U0001f3fb" <= behind <= "\U0001f3ff" else place + 1
    if here in SELECTABLE:
        return place + 2 if behind == VS16 else place + 1
    return place + 1 if here in PLAIN or "\U0001f3fb" <= here <= "\U0001f3ff" else 0


# -- Addresses -------------------------------------------------------------------------------------------------


def slow_addresses(text: str) -> list[tuple[int, int]]:
    """Start and end of each address."""
    found: list[tuple[int, int]] = []
    place = 0
    while place <= len(text):
        match = address_behind(text, place)
        if match is None:
            place += 1
            continue
        addresses, place = match
        found += addresses
    return found


def address_behind(text: str, place: int) -> tuple[list[tuple[int, int]], int] | None:
    """What is found where the character at ``place`` stands before it, and where to go on; at the very start
    nothing need stand before it."""
    starts = [place + 1] if place < len(text) and is_free(text[place]) else []
    starts += [0] if place == 0 else []
    for start in starts:
        for scheme in ("http://", "https://", ""):
            if text[start : start + len(scheme)].lower() != scheme:
                continue
            begin = start + len(scheme)
            if domain := longest_domain(text, begin):
                end = address_end(text, domain)
                before = text[start - 1 : start]
                return addresses_of(text, start, begin, domain, end, before), end
    return None


def is_free(character: str) -> bool:
    return character not in ASCII_WORD and character not in "@＠$#＃\ufeff\ufffe\uffff"


def is_inside(character: str) -> bool:
    return character not in PUNCTUATION and character not in SPACES and character not in UNSEEN


def longest_domain(text: str, begin: int) -> int:
    """Where the longest domain that begins there ends; 0 for none."""
    stop = begin
    while stop < len(text) and (is_inside(text[stop]) or text[stop] in "._-"):
        stop += 1
    for dot in reversed([place for place in range(begin, stop) if text[place] == "."]):
        labels = text[begin:dot].split(".")
        if all(is_label(label) for label in labels) and "_" not in labels[-1]:
            top = top_level_end(text, dot + 1, len(text))
            if top:
                return top
    return 0


def is_label(label: str) -> bool:
    return bool(label) and is_inside(label[0]) and is_inside(label[-1])


def top_level_end(text: str, begin: int, stop: int) -> int:
    for length in range(30, 0, -1):
        end = begin + length
        if end <= stop and text[begin:end].lower() in TOP_LEVEL:
            behind = text[end] if end < stop else ""
            if behind not in ASCII_WORD and behind not in tuple("@+-"):
                return end
    if text[begin : begin + 4].lower() == "xn--":
        end = begin + 4
        while end < stop and (text[end] in ASCII_WORD or text[end] == "-"):
            end += 1
        return end if end > begin + 4 else 0
    return 0


def in_path(character: str) -> bool:
    return character in ASCII_WORD or character in "!*';:=+,.$/%#[]-–_~@|&" or is_accented(character)


def is_accented(character: str) -> bool:
    """Of the letters that the tests draw from."""
    return character in "éñàü\u0301" or "\u0400" <= character <= "\u04ff"


def address_end(text: str, place: int) -> int:
    if text[place : place + 1] == ":" and text[place + 1 : place + 2].isdigit() and text[place + 1].isascii():
        place += 1
        while text[place : place + 1].isdigit() and text[place].isascii():
            place += 1
    if text[place : place + 1] == "/":
        place = path_end(text, place)
    if text[place : place + 1] == "?":
        end = place + 1
        while end < len(text) and text[end] in QUERY:
            end += 1
        while end > place + 1 and text[end - 1] not in QUERY_END:
            end -= 1
        if end > place + 1:
            return end
    return place


def path_end(text: str, place: int) -> int:
    last = here = place + 1
    while here < len(text):
        if group := bracketed_end(text, here):
            last = here = group
        elif in_path(text[here]):
            here += 1
            if text[here - 1] in ASCII_WORD or text[here - 1] in "+-=_#/" or is_accented(text[here - 1]):
                last = here
        else:
            break
    return last


def bracketed_end(text: str, place: int) -> int:
    """Where a pair of brackets, with at most one pair inside, ends; 0 where there is none."""
    if text[place] != "(":
        return 0
    here, inner = place + 1, 0
    while here < len(text):
        if text[here] == ")":
            return here + 1 if here > place + 1 else 0
        if text[here] == "(":
            close = text.find(")", here)
            if inner or close <= here + 1 or not all(map(in_path, text[here + 1 : close])):
                return 0
            inner, here = 1, close + 1
        elif in_path(text[here]):
            here += 1
        else:
            return 0
    return 0


def addresses_of(
    text: str, start: int, begin: int, domain_end: int, end: int, before: str
) -> list[tuple[int, int]]:
    domain = text[begin:domain_end]
    western = western_domains(domain)
    if not lookable(domain) or (domain.startswith("xn--") and not western):
        return []
    if (begin - start or 8) + end - start > 4096:
        return []
    if begin > start:
        return [(start, end)]  # t.co is tested by examples
    if before in tuple("-_./") or not western:
        return []
    found = [(start + first, start + last) for first, last in western]
    after_port = domain_end
    if text[after_port : after_port + 1] == ":":
        after_port += 1
        while after_port < len(text) and text[after_port] in "0123456789":
            after_port += 1
        after_port = after_port if text[after_port - 1] != ":" else domain_end
    if text[after_port : after_port + 1] == "/":
        found[-1] = found[-1][0], found[-1][1] + end - domain_end
    return found


def western_domains(domain: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(domain):
        best = 0
        for dot in range(place, len(domain)):
            labels = domain[place:dot].split(".")
            wanted = all(label and all(map(is_western, label)) for label in labels)
            if domain[dot] == "." and wanted and (top := top_level_end(domain, dot + 1, len(domain))):
                best = top
        if best:
            found.append((place, best))
            place = best
        else:
            place += 1
    return found


def is_western(character: str) -> bool:
    return character in ASCII_WORD or character == "-" or character in "éñàü\u0301"


def lookable(domain: str) -> bool:
    for label in domain.split("."):
        parts = label.replace("\uff0e", "\u3002").replace("\uff61", "\u3002").split("\u3002")
        encoded = [part if part.isascii() else "xn--" + part.encode("punycode").decode() for part in parts]
        if not 1 <= len(".".join(encoded)) <= 63:
            return False
    return True
