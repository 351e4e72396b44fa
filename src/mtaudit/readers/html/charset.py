"""The encoding that a page declares of itself.

Sources: HTML Living Standard 13.2.3.2, "Prescanning a byte stream"; Encoding Standard 4.2, "Names and labels".
"""

from __future__ import annotations

import codecs
import re

_HEAD = 4096
"""Bytes in which a declaration is looked for; the standard asks for 1024, authors put it behind long comments."""
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:\-]+)|<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:\-]+)", re.I
)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_MEANT = {
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949", "ksc_5601": "cp949",
    "korean": "cp949", "windows-949": "cp949", "ms949": "cp949", "uhc": "cp949", "cp949": "cp949",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
    "x-euc-jp": "euc_jp", "tis-620": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip
"""Labels whose encoding browsers take for a larger one, by Python's name."""
_PAGES = re.compile(r"cp\d{3,4}|gb18030|big5hkscs|euc_jp|iso2022_jp|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)")
"""What pages are written in besides UTF-8, by the codecs' own names: Python has codecs that are no such thing."""
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EAST_ASIAN = re.compile("[ぁ-んァ-ヶ一-龥가-힣]")


def declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file declares, if it is ``believable``; None otherwise."""
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD]))
    return None if found is None else believable((found[1] or found[2]).decode("ascii"), data)


def believable(label: str, data: bytes) -> str | None:
    """The encoding that a file says it has, by a name that Python knows; None where that is UTF-8, or cannot be true.

    It cannot be true where a byte order mark says otherwise, where one in fifty bytes beyond ASCII has no meaning in it, and where
    the bytes are Hangul, kana or ideographs in UTF-8: pages are saved anew and keep their old declaration.
    """
    if data.startswith(_BOMS):
        return None
    name = _MEANT.get(label.lower(), label.lower())
    try:
        if _PAGES.fullmatch(codecs.lookup(name).name) is None or "a".encode(name) != b"a":  # a declaration is read as ASCII
            return None
        beyond = len(data.translate(None, _ASCII))
        if data.decode(name, "replace").count("\ufffd") * 50 > beyond:
            return None
    except (LookupError, UnicodeError):
        return None
    if name == "cp1252" and _is_korean(data):  # the label of some editors' templates
        return None
    try:
        return None if _EAST_ASIAN.search(data.decode("utf-8")) else name
    except UnicodeDecodeError:
        return name


def _is_korean(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are Hangul syllables in EUC-KR, and hardly anything else."""
    try:
        beyond = [char for char in data.decode("cp949") if not char.isascii()]
    except UnicodeDecodeError:
        return False
    return len(beyond) > 3 and sum("가" <= char <= "힣" for char in beyond) >= 0.9 * len(beyond)


_ASCII = bytes(range(128))
