"""Emoji as sequences of characters: ``👨‍👩‍👧‍👦`` and ``🇮🇩`` are one each.

The grammar is that of Unicode Technical Standard #51 (emoji sequences, ED-14 to ED-17). The characters are those
of Emoji 17.0 (emoji-data.txt: Emoji, Emoji_Modifier_Base), the flags those of its region sequences, both as the
package ``emoji`` 2.16 lists them; which take U+FE0F is as twemoji-parser 11 has it, with which X counts. From
U+1F300 to U+1FAFF every character counts, so that next year's emoji are known too. Joined sequences are taken as
they come, whether there is one picture for them or not: the list of those grows every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: Those that may have U+FE0F behind them, which has them shown as pictures; others are shown so by themselves.
_SELECTABLE: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2"
    "\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620"
    "\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668"
    "\u267b\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4"
    "\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2708\u2709\u270c\u270d"
    "\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07"
    "\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f004\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f21a\U0001f22f\U0001f237\U0001f321"
    "\U0001f324-\U0001f32c\U0001f336\U0001f37d\U0001f396\U0001f397\U0001f399-\U0001f39b\U0001f39e\U0001f39f"
    "\U0001f3cb-\U0001f3ce\U0001f3d4-\U0001f3df\U0001f3f3\U0001f3f5\U0001f3f7\U0001f43f\U0001f441\U0001f4fd\U0001f549"
    "\U0001f54a\U0001f56f\U0001f570\U0001f573-\U0001f579\U0001f587\U0001f58a-\U0001f58d\U0001f590\U0001f5a5\U0001f5a8"
    "\U0001f5b1\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1\U0001f5e3"
    "\U0001f5e8\U0001f5ef\U0001f5f3\U0001f5fa\U0001f6cb\U0001f6cd-\U0001f6cf\U0001f6e0-\U0001f6e5\U0001f6e9\U0001f6f0"
    "\U0001f6f3"
)
_OTHERS: Final = (
    "\u23e9-\u23ec\u23f0\u23f3\u26ce\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf"
    "\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f232-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001faff"
)
_TAKES_A_TONE: Final = (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc\U0001f442\U0001f443"
    "\U0001f446-\U0001f450\U0001f466-\U0001f469\U0001f46b-\U0001f478\U0001f47c\U0001f481-\U0001f483"
    "\U0001f485-\U0001f487\U0001f48f\U0001f491\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590\U0001f595\U0001f596"
    "\U0001f645-\U0001f647\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0\U0001f6cc\U0001f90c"
    "\U0001f90f\U0001f918-\U0001f91f\U0001f926\U0001f930-\U0001f939\U0001f93c-\U0001f93e\U0001f977\U0001f9b5"
    "\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9bb\U0001f9cd-\U0001f9cf\U0001f9d1-\U0001f9dd\U0001fac3-\U0001fac5"
    "\U0001faf0-\U0001faff"
)
_TONE: Final = "[\U0001f3fb-\U0001f3ff]"
_FLAGS: Final = """
    AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
    BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG
    EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT
    LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
    NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
    SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA
    VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
_LETTER: Final = 0x1F1E6 - ord("A")  # from a letter to its regional indicator


def _flag_pattern() -> str:
    """``🇮`` and one of the letters that make a flag with it, for each letter."""
    behind: dict[str, str] = {}
    for flag in _FLAGS.split():
        first, second = (chr(ord(letter) + _LETTER) for letter in flag)
        behind[first] = behind.get(first, "") + second
    return "|".join(f"{first}[{seconds}]" for first, seconds in behind.items())


_TAGS: Final = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # the flags of England, Scotland, Wales
_KEYCAP: Final = "[0-9#*]\ufe0f?\u20e3"
_TONED: Final = f"[{_TAKES_A_TONE}](?:(?<=[{_SELECTABLE}])\ufe0f)?{_TONE}"
_ONE: Final = f"(?:{_TAGS}|{_TONED}|[{_SELECTABLE}]\ufe0f?|[{_OTHERS}]|{_TONE})"
_SEQUENCE: Final = re.compile(f"{_KEYCAP}|{_flag_pattern()}|{_ONE}(?:\u200d{_ONE})*")
#: Without one of these a text holds no emoji, or none but ``©``: quotation marks and dashes are below them.
_BEGINS: Final = re.compile("[\u203c-\U0010ffff]")
#: Without one of these a text holds no emoji of more than one character.
_JOINS: Final = re.compile(f"[\ufe0f\u20e3\u200d\U000e007f\U0001f1e6-\U0001f1ff]|{_TONE}")


def find_emoji(text: str) -> Iterator[str]:
    """The emoji in ``text``, in order. ``©``, ``®`` and ``™`` are emoji only with U+FE0F behind them."""
    for found in _SEQUENCE.finditer(text) if _BEGINS.search(text) else ():
        if found[0] not in ("©", "®", "™"):
            yield found[0]


def find_joined(text: str) -> Iterator[str]:
    """The emoji of more than one character in ``text``."""
    if _JOINS.search(text):
        yield from (found[0] for found in _SEQUENCE.finditer(text) if len(found[0]) > 1)
