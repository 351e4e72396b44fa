"""Which blocks of a page are its article, and which are navigation, advertising, other articles, comments, notices.

The elements and roles of HTML say it (``article``, ``main``, ``nav`` …), so do the names that publishers give their classes; where
neither helps, the article is where the prose is, and a list of links is none. Nothing that holds most of the prose is left out,
whatever its name. Measured against trafilatura on the pages of ``tests/pages``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.readers.html.plain import as_plain_text
from mtaudit.readers.lines import stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mtaudit.document import Segment
    from mtaudit.readers.html.blocks import Block
    from mtaudit.readers.html.tree import Node, Page

_APART = frozenset("nav aside footer form menu".split())
_ROLES = frozenset(
    "navigation complementary contentinfo search banner menu menubar dialog alertdialog form toolbar tablist tab button status alert "
    "doc-toc doc-index".split()
)
_WORDS = frozenset(
    "ad ads adv adbox adsense advert advertisement advertising banner bookmark breadcrumb breadcrumbs carousel comment commentlist "
    "comments consent cookie cookies copyright correction crumb crumbs dable date datetime disqus dropdown emoticon feedback flash font "
    "fontsize footer gdpr gnb goog hotnews infoline inputdate keyword keywords likes lnb login masthead menu modal mostread mostviewed "
    "mostpopular nav navbar navigation newsletter outbrain pager paging pagination popover popular popup prevnext print promo promoted "
    "promotion publishdate pubdate ranking rating reaction reactions readingtime readmore readnext recomm recommend recommendation recommendations recommended "
    "readtime regdate relate related relation replies reply respond satisfaction search share sharing sidebar signin signup sitemap skip slider snb sns social socials "
    "sponsor sponsored subscribe subscription survey taboola tagcloud taglist tags teads teaser teasers timestamp toast toc toolbar "
    "tooltip trending tts util utility utils widget widgets".split()
)
"""What classes and ids of other things are made of, on pages in Korean and English."""
_BYLINE = frozenset("author authors byline journalist reporter reporters writer".split())
_COMMENTS = frozenset("comment commentlist comments disqus replies reply respond".split())
_FEW = 0.3
"""A page of which the classes leave less than this share of the prose has misleading ones."""
_MOST, _FAIR = 0.6, 0.25
"""Shares of the prose that an ``article`` must hold: among others, alone."""
_DENSE = 0.85
"""An element with this share of its parent's prose holds the article."""
_LINE = 40
"""Units of a line that may be prose, when it ends as a sentence does; of three times as many it is in any case."""
_NOTICE = re.compile(
    r"(?:[\[(<【▶▷►☞※■◆●•·\-\s]*)(?:"
    r"(?:관련|추천|주요|인기|연관|다른)\s?(?:기사|뉴스|글|콘텐츠|영상|포스트)|많이\s?본|실시간\s?(?:인기|뉴스|랭킹)|이\s?시각|댓글|좋아요|구독|공유|인쇄|스크랩|글자\s?(?:크기|작게|크게)|"
    r"(?:기사\s?)?(?:입력|수정|등록|승인|송고|작성|발행|업데이트|최종\s?수정)(?:일|시간|일시)?\s*[:：]?\s*\d{4}|광고(?:$|\s문의)|"
    r"(?:카카오톡|네이버|유튜브|페이스북|트위터|텔레그램|인스타그램).{0,40}(?:구독|추가|팔로우|공유|채널|친구)|기사\s?제보|제보는|제보하기|"
    r"저작권자|무단\s?(?:전재|복제|배포)|ⓒ|©|\(c\)\s|copyright\b|all rights reserved|"
    r"related\b|read (?:more|next|also)|more (?:on|from|stories)\b|most (?:read|popular|viewed)|see also\b|recommended\b|trending\b|"
    r"you may also|advertisement\b|sponsored\b|sign up\b|subscribe\b|follow us\b|share (?:this|on|via)|share$|print$|tweet$|comments?\b|"
    r"(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies|skip to\b|click here\b|listen to\b|"
    r"(?:published|updated|posted|last (?:updated|modified))\b.{0,60}\d|関連記事|おすすめ|無断転載|この記事を)"
    r"|.*(?:무단\s?(?:전재|복제|배포)|재배포\s?금지|all rights reserved)",
    re.I,
)
_NOTICE_SIZE = 200
"""Units of a longer block that is no notice, whatever it begins with."""
_DATE = re.compile(r"(?=.*\d{4}\s?[.\-/년])[\d\s.,:/\-()|년월일시분초오전후입력수정월화수목금토요AMPKSTGU+]{8,60}")

_STAMP = re.compile(r"\d{4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}[.일]?,?\s+(?:오[전후]\s?)?\d{1,2}:\d{2}(?::\d{2})?[^\w]*$")
"""What lines about an article end with, and no line of one."""


class _Sums:
    """Of an element and all in it, in units: text, text in links, prose."""

    __slots__ = ("clean", "links", "prose", "size")

    def __init__(self) -> None:
        self.size = self.links = self.prose = self.clean = 0


def chosen(page: Page, blocks: Sequence[Block], facts: Mapping[str, str]) -> list[Block]:
    """The blocks of the article, in the order of the text, with their kinds. ``facts`` are what the page says of it."""
    return as_plain_text(_Choice(page, blocks, facts).kept())


def everything(page: Page, blocks: Sequence[Block]) -> list[Segment]:
    """The segments of all blocks but those in ``nav``, and of each alternative text that says more than a word, once."""
    apart: set[Node] = set()
    apart.update(node for node in page.nodes if node.name == "nav" or node.parent in apart)
    said = {_key(block.text) for block in blocks if not block.is_alt}
    return [b.segment for b in blocks if b.node not in apart and (not b.is_alt or _says_more(b, said))]


class _Choice:
    def __init__(self, page: Page, blocks: Sequence[Block], facts: Mapping[str, str]) -> None:
        self.page = page
        self.blocks = [_bylined(block, facts.get("author", "").split(", ")) for block in blocks]
        self.title = _key(facts.get("title", ""))
        self.sums = {node: _Sums() for node in page.nodes}
        self.spared: set[Node] = set()
        self.apart: set[Node] = set()
        for block in blocks:
            mine = self.sums[block.node]
            mine.size += block.size
            mine.links += block.links
            mine.prose += _prose(block)
        for node in reversed(page.nodes):
            if node.parent is not None:
                above, mine = self.sums[node.parent], self.sums[node]
                above.size += mine.size
                above.links += mine.links
                above.prose += mine.prose
        self._set_apart()
        total = self.sums[page.root].prose
        for _ in range(5):
            if self.sums[page.root].clean >= _FEW * total or not self._spare_the_largest():
                break
        self.root = self._root()
        self.spared.update(self.root.within())
        self.inside = {self.root}
        self.inside.update(node for node in page.nodes if node.parent in self.inside)
        self.linked = self._linked()
        self._set_apart()

    def _set_apart(self) -> None:
        """Which elements are no article, with all that is in them; and the prose of the others."""
        self.apart = set()
        for node in self.page.nodes:
            if node.parent in self.apart or (node not in self.spared and self._is_apart(node)):
                self.apart.add(node)
        for sums in self.sums.values():
            sums.clean = 0
        for block in self.blocks:
            if block.node not in self.apart:
                self.sums[block.node].clean += _prose(block)
        for node in reversed(self.page.nodes):
            if node.parent is not None:
                self.sums[node.parent].clean += self.sums[node].clean

    def _is_apart(self, node: Node) -> bool:
        if node.name in _APART or node.get("role") in _ROLES or not node.words.isdisjoint(_WORDS):
            return node.name not in ("html", "body", "h1")
        if node.name == "header":
            return not any(above.name in ("article", "main", "section") for above in node.within())
        return False

    def _spare_the_largest(self) -> bool:
        """Takes the element that was set apart with the most prose for the page's frame: a form round it all, a class that misleads."""
        outer = [n for n in self.apart if n.parent not in self.apart and n.words.isdisjoint(_COMMENTS)]
        largest = max(outer, key=lambda node: self.sums[node].prose, default=None)
        if largest is None or not self.sums[largest].prose:
            return False
        self.spared.add(largest)
        self._set_apart()
        return True

    def _root(self) -> Node:
        """The element that holds the article."""
        clean = {node: self.sums[node].clean for node in self.page.nodes}
        whole = clean[self.page.root]
        tiers: tuple[list[Node], ...] = ([], [], [])
        for node in self.page.nodes:
            if node in self.apart or not clean[node]:
                continue
            if node.get("itemprop") == "articleBody":
                tiers[1].append(node)
            elif node.name == "main" or node.get("role") == "main":
                tiers[2].append(node)
            elif node.name == "article" or node.get("role") == "article":
                tiers[0].append(node)
        for tier in tiers:
            best = max(tier, key=lambda node: clean[node], default=None)
            alone = len(self._outer(tier)) == 1
            if best is not None and clean[best] >= (_FAIR if alone else _MOST) * whole:
                return self._dense(best) if tier is tiers[2] else best
        return self._dense(self.page.root)

    def _outer(self, several: Sequence[Node]) -> list[Node]:
        """Those that are in no other."""
        covered: set[Node] = set(several)
        covered.update(node for node in self.page.nodes if node.parent in covered)
        return [node for node in several if node.parent not in covered]

    def _dense(self, root: Node) -> Node:
        """The innermost element that holds nearly all prose of ``root``."""
        inner: dict[Node, Node] = {}
        for node in self.page.nodes:
            parent = node.parent
            if parent is not None and (parent not in inner or self.sums[node].clean > self.sums[inner[parent]].clean):
                inner[parent] = node
        at = root
        while (child := inner.get(at)) is not None and self.sums[child].clean >= _DENSE * max(1, self.sums[root].clean):
            if not child.is_block or child.name in ("p", "li", "dd", "blockquote", "pre"):
                break
            at = child
        return at

    def kept(self) -> list[Block]:
        """The blocks of the article."""
        inside = [block.node in self.inside for block in self.blocks]
        first = inside.index(True) if True in inside else 0
        head = self._headline(first)
        verdicts: list[bool] = []
        for i, block in enumerate(self.blocks):
            near = inside[i] or (head is not None and head <= i < first)
            good = near and block.node not in self.apart and (i == head or not self._is_other(block))
            verdicts.append(good)
        said = {_key(b.text) for b, good in zip(self.blocks, verdicts, strict=True) if good and not b.is_alt} | {self.title}
        for i, block in enumerate(self.blocks):
            if block.is_alt and verdicts[i]:
                verdicts[i] = _says_more(block, said)
        self._drop_orphans(verdicts, head)
        return [block for block, good in zip(self.blocks, verdicts, strict=True) if good]

    def _headline(self, first: int) -> int | None:
        """The number of the block that is the article's title: what the page calls it, else the last first-level heading."""
        end = next((i for i in range(first, len(self.blocks)) if _prose(self.blocks[i])), first)
        candidates = [i for i in range(end) if not self.blocks[i].is_alt]
        for i in reversed(candidates):
            key = _key(self.blocks[i].text)
            if self.title and key and (key == self.title or (len(key) > 10 and key in self.title)):
                return i
        headings = [i for i in candidates if self.blocks[i].node.name == "h1" and self.blocks[i].node not in self.apart]
        return headings[-1] if headings else None

    def _is_other(self, block: Block) -> bool:
        """Whether a block of the article's element is none of its text: links to other articles, a notice, a date."""
        segment = block.segment
        text = block.text
        if block.is_alt:
            return block.node in self.linked
        if segment.kind == "code":
            return False
        if block.size <= _NOTICE_SIZE and (_NOTICE.match(text) or _DATE.fullmatch(text) or _STAMP.search(text)):
            return True
        if segment.kind == "byline":
            return False
        if block.links >= 0.8 * block.size and not (stops(text) and segment.kind in ("body", "quote")):
            return True
        return segment.kind in ("item", "cell", "body", "heading") and block.node in self.linked

    def _linked(self) -> set[Node]:
        """The lists, tables and divisions in the article without prose, of which the most is links, and what is in them."""
        linked: set[Node] = set()
        for node in self.page.nodes:
            if node.parent in linked:
                linked.add(node)
            elif node.parent in self.inside and node.is_block and node.name not in ("p", "li", "td", "tr", "tbody"):
                sums = self.sums[node]
                if sums.links > 0.5 * sums.size and sums.prose < 0.3 * sums.size:
                    linked.add(node)
        return linked

    def _drop_orphans(self, verdicts: list[bool], head: int | None) -> None:
        """Leaves out headings of which all is left out."""
        for i, block in enumerate(self.blocks):
            if verdicts[i] and block.segment.kind == "heading" and i != head:
                under = [*self._under(i)]
                if under and not any(verdicts[j] for j in under):
                    verdicts[i] = False

    def _under(self, heading: int) -> Iterator[int]:
        for i in range(heading + 1, len(self.blocks)):
            if self.blocks[i].segment.kind == "heading" and self.blocks[i].segment.level <= self.blocks[heading].segment.level:
                return
            yield i


def _bylined(block: Block, authors: Sequence[str]) -> Block:
    """The block, as a byline if it is a line with the author's name, or of a class of such lines."""
    text = block.text
    if block.segment.kind != "body" or block.size > _NOTICE_SIZE or stops(text):
        return block
    signed = block.size < 3 * _LINE and any(name in text for name in authors if len(name) > 2)
    for node in (block.node, block.node.parent):
        if node is not None and (not node.words.isdisjoint(_BYLINE) or "author" in (node.get("rel"), node.get("itemprop"))):
            signed = node.name not in ("article", "body", "main")
            break
    return block._replace(segment=block.segment._replace(kind="byline")) if signed else block


def _prose(block: Block) -> int:
    """Units of prose in a block."""
    if block.is_alt or block.segment.kind not in ("body", "quote", "item") or block.size < _LINE:
        return 0
    if block.size < 3 * _LINE and not stops(block.text):
        return 0
    return block.size - block.links


def _says_more(alt: Block, said: set[str]) -> bool:
    """Whether an alternative text is more than a word, and not ``said`` elsewhere; then it is said."""
    key = _key(alt.text)
    if key in said or not any(map(str.isspace, alt.text)):
        return False
    said.add(key)
    return True


def _key(text: str) -> str:
    """What two writings of a title have in common."""
    return "".join(filter(str.isalnum, text)).casefold()
