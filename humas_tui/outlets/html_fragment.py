"""HTML: the body of a release as elements, and the filling of a template. The web page and the e-mail share it.

The markup is made from the blocks and every character of the text is escaped; nh3 then lets through only the
elements named here and only addresses that a reader may safely follow. The second is there for the day the
first has a fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..text import blocks as b
from .outlet import remembered
from .page import link_children, target
from .txt import link_address

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER: Final = Path(__file__).parent
LIVE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
TAGS: Final = frozenset("a blockquote br code em h2 h3 h4 h5 h6 hr li ol p pre s strong ul".split())
ATTRIBUTES: Final = {"a": {"href"}, "ol": {"start"}}

_STYLE_TAGS: Final = {"strong": "strong", "emphasis": "em", "strike": "s"}


def fill(template: str, **values: Any) -> str:
    """The page that ``template``, a file of this folder, makes of ``values``. Strings are escaped there, but
    for those that the template marks as safe."""
    return _template(template).render(values)


@remembered
def fragment(blocks: tuple[b.Block, ...]) -> str:
    """Blocks as HTML elements, one a line. Headings have the level that ``page.outline`` gives them."""
    import nh3

    markup = "\n".join(_block(block) for block in blocks)
    return nh3.clean(
        markup,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(LIVE_SCHEMES),
        link_rel="noopener noreferrer",
    )


def line(children: Sequence[b.Inline]) -> str:
    """A line of words and links as markup; nothing for none."""
    return fragment((b.Paragraph(tuple(children)),)) if children else ""


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.from_string((FOLDER / name).read_text(encoding="utf-8"))


def _block(block: b.Block) -> str:
    if isinstance(block, b.Paragraph):
        return f"<p>{_inlines(block.children)}</p>"
    if isinstance(block, b.Heading):
        return f"<h{block.level}>{_inlines(block.children)}</h{block.level}>"
    if isinstance(block, b.Quotation):
        return "\n".join(("<blockquote>", *(_block(inner) for inner in block.blocks), "</blockquote>"))
    if isinstance(block, b.Listing):
        return _listing(block)
    if isinstance(block, b.Verbatim):
        return f"<pre><code>{escape(block.text)}</code></pre>"
    return "<hr>"


def _listing(listing: b.Listing) -> str:
    tag = "ul" if listing.start is None else "ol"
    opening = f'<ol start="{listing.start}">' if listing.start not in (None, 1) else f"<{tag}>"
    return "\n".join((opening, *(f"<li>{_item(item)}</li>" for item in listing.items), f"</{tag}>"))


def _item(blocks: Sequence[b.Block]) -> str:
    """An item that is one paragraph needs no element of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], b.Paragraph):
        return _inlines(blocks[0].children)
    return "\n".join(_block(block) for block in blocks)


def _inlines(children: Sequence[b.Inline]) -> str:
    parts = []
    for child in children:
        if isinstance(child, b.Text):
            parts.append(escape(child.text))
        elif isinstance(child, b.Code):
            parts.append(f"<code>{escape(child.text)}</code>")
        elif isinstance(child, b.Break):
            parts.append("<br>\n")
        elif isinstance(child, b.Styled):
            tag = _STYLE_TAGS[child.style]
            parts.append(f"<{tag}>{_inlines(child.children)}</{tag}>")
        else:
            parts.append(_link(child))
    return "".join(parts)


def _link(link: b.Link) -> str:
    """The link, or its words with the address behind them where it must not be followed."""
    shown = _inlines(link_children(link))
    if address := target(link.url):
        return f'<a href="{escape(address)}">{shown}</a>'
    dead = escape(link_address(link)) if link.children else ""
    return f"{shown} ({dead})" if dead else shown
