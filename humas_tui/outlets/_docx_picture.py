"""A picture inside a line of a Word document."""

from __future__ import annotations

from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.image import ImagePart
from docx.shared import Cm, Emu

from .picture import MEDIA_TYPES, Picture

# Exif orientation (CIPA DC-008, 4.6.4) as DrawingML writes it: degrees clockwise, and whether mirrored first
# (ECMA-376-1, 20.1.7.6).
_TURNS: Final = {
    2: (0, True),
    3: (180, False),
    4: (180, True),
    5: (270, True),
    6: (90, False),
    7: (90, True),
    8: (270, False),
}
_DEGREE: Final = 60_000


def drawing(
    part: Part, picture: Picture, size: tuple[float, float], name: str, number: int, alt: str
) -> BaseOxmlElement:
    """A ``w:drawing`` that shows ``picture`` in ``size`` (cm, as seen) in the story ``part``.

    ``name`` names the media part, and with it the picture: two drawings of one name in one document must be
    of one picture. ``number`` is the drawing's own, unique in the document.
    """
    across, down = (Emu(max(Cm(side), 1)) for side in size)
    stored = (down, across) if picture.turned else (across, down)
    relation = part.relate_to(_media(part, picture, name), RT.IMAGE)
    inline = CT_Inline.new_pic_inline(number, relation, f"{name}.{picture.kind}", *stored)
    # Without all four, LibreOffice shifts the picture by 0.32 cm.
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", alt)
    if picture.orientation in _TURNS:
        _turn(inline, picture.orientation)
    element = OxmlElement("w:drawing")
    element.append(inline)
    return element


def _media(part: Part, picture: Picture, name: str) -> Part:
    uri = PackURI(f"/word/media/{name}.{picture.kind}")
    for relation in part.rels.values():
        if not relation.is_external and relation.target_part.partname == uri:
            known: Part = relation.target_part
            return known
    return ImagePart(uri, MEDIA_TYPES[picture.kind], picture.content)


def _turn(inline: CT_Inline, orientation: int) -> None:
    """Word and LibreOffice show the stored pixels as they lie and do not read Exif.

    The extent stays that of the unturned picture: Word swaps the sides itself in documents of compatibility
    mode 14 and later (LibreOffice tdf#143475, `GraphicImport.cxx`), and ours is 15.
    """
    degrees, mirrored = _TURNS[orientation]
    frame = inline.graphic.graphicData.pic.spPr.get_or_add_xfrm()
    if degrees:
        frame.set("rot", str(degrees * _DEGREE))
    if mirrored:
        frame.set("flipH", "1")
