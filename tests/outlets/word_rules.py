"""A reader of Word documents that is stricter than Word: what the rules say that programs stumble over.

Written from ECMA-376-1 (5th edition): the order of elements in properties (17.3.1.26, 17.3.2.28, 17.6.17),
what must be there, what must be there once; and from ECMA-376-2: parts, relations, content types.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "pBdr": "top left bottom right between bar",
}
#: Elements that mean nothing without a certain attribute.
NEEDED = {
    "pStyle": "val",
    "rStyle": "val",
    "ilvl": "val",
    "numId": "val",
    "abstractNumId": "val",
    "abstractNum": "abstractNumId",
    "num": "numId",
    "fldChar": "fldCharType",
    "jc": "val",
    "outlineLvl": "val",
    "startOverride": "val",
    "lvlOverride": "ilvl",
    "name": "val",
}
#: Elements that no two of one part may share the attribute of.
UNLIKE = {"style": "styleId", "num": "numId", "abstractNum": "abstractNumId"}


def faults(content: bytes) -> list[str]:
    """What is wrong with a document, in sentences."""
    with ZipFile(BytesIO(content)) as file:
        names = file.namelist()
        parts = {name: file.read(name) for name in names}
    trees = {
        name: ElementTree.fromstring(text) for name, text in parts.items() if name.endswith((".xml", ".rels"))
    }
    told = [f"{name} twice in the package" for name in set(names) if names.count(name) > 1]
    told += _typed(trees["[Content_Types].xml"], names)
    for name, tree in trees.items():
        told += [f"{name}: {fault}" for fault in (*_ordered(tree), *_related(name, tree, trees))]
        if name.endswith(".rels"):
            told += [f"{name}: {fault}" for fault in _resolved(name, tree, names)]
    numbers = [one.get("id") for tree in trees.values() for one in tree.iter(f"{DRAWING}docPr")]
    told += [f"drawing {number} twice" for number in set(numbers) if numbers.count(number) > 1]
    return [*told, *_styled(trees), *_numbered(trees)]


def _typed(types: ElementTree.Element, names: list[str]) -> Iterator[str]:
    """Every part has a content type, and every type that names a part has one."""
    endings = {one.get("Extension", "").lower() for one in types.iter(f"{TYPES}Default")}
    named = [one.get("PartName", "").lstrip("/") for one in types.iter(f"{TYPES}Override")]
    for name in names:
        if name != "[Content_Types].xml" and name not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no content type"
    yield from (f"a content type for {name}, which is not there" for name in named if name not in names)
    yield from (f"two content types for {name}" for name in set(named) if named.count(name) > 1)


def _ordered(tree: ElementTree.Element) -> Iterator[str]:
    for element in tree.iter():
        name = element.tag.removeprefix(WORD)
        children = [child.tag.removeprefix(WORD) for child in element]
        if element.tag.startswith(WORD) and name in ORDERS:
            order = ORDERS[name].split()
            known = [child for child in children if child in order]
            if known != sorted(known, key=order.index):
                yield f"{name} has {' '.join(known)} in the wrong order"
            if len(known) < len([child for child in children if "}" not in child]):
                yield f"{name} has {' '.join(set(children) - set(order))}, which it may not have"
        if element.tag.startswith(WORD) and name in NEEDED and not element.get(WORD + NEEDED[name]):
            yield f"{name} without {NEEDED[name]}"
        if name == "tc" and (not children or children[-1] != "p"):
            yield "a cell that does not end with a paragraph"
        if name == "body" and "sectPr" in children and children.index("sectPr") != len(children) - 1:
            yield "the section of the body is not its last"
    for name, attribute in UNLIKE.items():
        values = [one.get(WORD + attribute) for one in tree.iter(WORD + name)]
        yield from (f"{name} {value} twice" for value in set(values) if values.count(value) > 1)


def _related(name: str, tree: ElementTree.Element, trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Every relation that a part names is there."""
    folder, file = posixpath.split(name)
    known = trees.get(f"{folder}/_rels/{file}.rels")
    ids = set() if known is None else {one.get("Id") for one in known}
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            if attribute.startswith(LINK) and value not in ids:
                yield f"no relation {value}"


def _resolved(name: str, tree: ElementTree.Element, names: list[str]) -> Iterator[str]:
    """Every relation leads to a part that is there."""
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [one.get("Id") for one in tree]
    yield from (f"relation {one} twice" for one in set(ids) if ids.count(one) > 1)
    for one in tree:
        target = one.get("Target", "")
        there = (
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        )
        if one.get("TargetMode") != "External" and there not in names:
            yield f"{target} is not there"


def _styled(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Every style that is used or built upon is there, and only one of a kind is the one for everything."""
    styles = list(trees["word/styles.xml"].iter(f"{WORD}style")) if "word/styles.xml" in trees else []
    known = {(style.get(f"{WORD}type"), style.get(f"{WORD}styleId")) for style in styles}
    names = [
        (style.get(f"{WORD}type"), style.find(f"{WORD}name").get(f"{WORD}val", "").lower()) for style in styles
    ]  # type: ignore[union-attr]
    yield from (f"style {name} twice" for name in set(names) if names.count(name) > 1)
    default = [style.get(f"{WORD}type") for style in styles if style.get(f"{WORD}default") in ("1", "true")]
    yield from (f"two default styles for {kind}" for kind in set(default) if default.count(kind) > 1)
    for style in styles:
        base = style.find(f"{WORD}basedOn")
        if base is not None and (style.get(f"{WORD}type"), base.get(f"{WORD}val")) not in known:
            yield f"{style.get(f'{WORD}styleId')} is based on {base.get(f'{WORD}val')}, which is not there"
    for tree in trees.values():
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            for use in tree.iter(WORD + tag):
                if (kind, use.get(f"{WORD}val")) not in known:
                    yield f"no {kind} style {use.get(f'{WORD}val')}"


def _numbered(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Every list that is used is there, and built on a numbering that is there."""
    known = {one.get(f"{WORD}numId") for tree in trees.values() for one in tree.iter(f"{WORD}num")} | {"0"}
    bases = {one.get(f"{WORD}abstractNumId") for tree in trees.values() for one in tree.iter(f"{WORD}abstractNum")}
    for tree in trees.values():
        for use in tree.iter(f"{WORD}numPr"):
            number = use.find(f"{WORD}numId")
            if number is not None and number.get(f"{WORD}val") not in known:
                yield f"no list {number.get(f'{WORD}val')}"
        for one in tree.iter(f"{WORD}num"):
            base = one.find(f"{WORD}abstractNumId")
            if base is None or base.get(f"{WORD}val") not in bases:
                yield f"list {one.get(f'{WORD}numId')} is built on nothing"
