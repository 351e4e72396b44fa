"""Bytes to text and back, with nothing lost.

A text is UTF-8 unless that is impossible. Then a byte order mark, the NULs of UTF-16, the syllables that Korean is
made of and the kana of Japanese decide, in this order; only what is left is shown to ``charset_normalizer``, which
takes short Korean for Chinese or Johab too often to be asked first. Bytes that stay undecodable become lone
surrogates (PEP 383).
"""

from __future__ import annotations

import codecs
import re

from mtaudit.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FREQUENT = frozenset(
    "이다는에의을가고를하은지사한로도기자서어그인들으해리나대있아게수라정시일보제부전과성주니할장만상화동스"
    "경원비구공여국되면무오소생선연세조회관적안유습신요우중물위었했것저와드금때없거여모같내개통구문단용"
    "발업치민실방간질진법산출분계교학던린년월된러음며될예더두말불입차간마미김식운본프트터려야까"
)
"""Syllables of which running Korean consists to about four fifths: particles, endings, common Sino-Korean morphemes."""

_SAMPLE = 1 << 16
"""How many bytes are looked at to guess an encoding."""

_CONTROL = bytes(range(9)) + bytes(range(16, 27)) + bytes(range(28, 32)) + b"\x7f"


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of ``data`` without its byte order mark, and the name of the encoding.

    ``name`` is what a message calls the input. Raises UnreadableInput for what is no text and for an unknown encoding.
    """
    if encoding:
        return _as_told(data, name, encoding), encoding
    for mark, by_mark in _BOMS:
        if data.startswith(mark):
            return _keeping(data, by_mark), by_mark
    if b"\0" in data:
        wide = _utf16(data)
        if wide is None:
            raise UnreadableInput(f"{name} is not a text file")
        return _keeping(data, wide), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        guess = _guess(_sample(data, error.start), name)
    return _keeping(data, guess), guess


def encode(text: str, encoding: str) -> bytes:
    """What ``decode`` was given: undecodable bytes come back as they were, and a byte order mark where there was one."""
    if encoding.replace("-", "").replace("_", "").lower().startswith(("utf16", "utf32")):
        return text.encode(encoding, "surrogatepass")
    return text.encode(encoding, "surrogateescape")


def _as_told(data: bytes, name: str, encoding: str) -> str:
    try:
        text = _keeping(data, encoding)
    except (LookupError, ValueError) as error:
        known = not isinstance(error, LookupError)
        reason = f"cannot be decoded as {encoding}" if known else f"cannot be decoded: there is no text encoding {encoding!r}"
        raise UnreadableInput(f"{name} {reason}") from error
    return text.removeprefix("\ufeff")


def _keeping(data: bytes, encoding: str) -> str:
    """``data`` decoded, with every undecodable byte as a lone surrogate."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    if encoding.startswith("utf-16"):
        whole, rest = (data[:-1], data[-1:]) if len(data) % 2 else (data, b"")
        return whole.decode(encoding, "surrogatepass") + "".join(chr(0xDC00 + byte) for byte in rest)
    try:
        return data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # surrogateescape refuses a bad byte below 128
        codecs.register_error("mtaudit-keep", _keep)
        return data.decode(encoding, "mtaudit-keep")


def _keep(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


def _bad(text: str) -> int:
    return len(re.findall("[\ud800-\udfff]", text))


def _kana(text: str) -> int:
    return len(re.findall("[ぁ-んァ-ヶー]", text))


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, or None where the bytes are nothing of the kind."""
    head = data[:_SAMPLE]
    if len(head) % 2:
        head = head[:-1]
    texts = {name: head.decode(name, "replace") for name in ("utf-16-le", "utf-16-be")}
    familiar = {name: _ascii(text) + _kana(text) + _korean(text) for name, text in texts.items()}
    name = max(familiar, key=lambda n: familiar[n])
    text = texts[name][:4000]
    if familiar[name] < 3 * min(familiar.values()) + 1 or familiar[name] < 0.1 * len(texts[name]):
        return None
    from unicodedata import category

    strange = sum(category(char) in ("Cc", "Cn", "Co", "Cs") and char not in "\t\n\r\f\v" for char in text)
    return name if strange * 50 <= len(text) else None


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _sample(data: bytes, trouble: int) -> bytes:
    """Some of ``data``: the place of the first undecodable byte, and places all over the rest, in whole lines."""
    if len(data) <= _SAMPLE:
        return data
    size = _SAMPLE // 8
    starts = [max(0, trouble - size // 2), *range(0, len(data) - size, (len(data) - size) // 6 or 1)]
    windows = []
    for start in starts:
        window = data[start : start + size]
        first, last = window.find(b"\n"), window.rfind(b"\n")
        windows.append(window[first + 1 : last + 1] if 0 <= first < last else window)
    return b"".join(windows)


def _guess(data: bytes, name: str) -> str:
    utf8 = data.decode("utf-8", "surrogateescape")
    bad = _bad(utf8)
    good = len(utf8) - _ascii(utf8) - bad
    if good >= 4 * bad:
        return "utf-8"
    head = data[:8192]
    if len(head.translate(None, _CONTROL)) < 0.98 * len(head):
        wide = _utf16(data)
        if wide is None:
            raise UnreadableInput(f"{name} is not a text file")
        return wide
    score, best = max((_plausible(data, encoding), encoding) for encoding in ("cp949", "cp932", "euc_jp"))
    if score >= 0.3:
        return best
    if good >= bad:
        return "utf-8"
    return _utf16(data) or ("cp949" if _all_hangul(data) else _library(data))


def _plausible(data: bytes, encoding: str) -> float:
    """How much of the non-ASCII text is what the language of the encoding is made of, less what is undecodable."""
    text = data.decode(encoding, "surrogateescape")
    rest = len(text) - _ascii(text)
    hits = _korean(text) if encoding == "cp949" else _kana(text)
    return (hits - 4 * _bad(text)) / rest if rest else 0.0


def _korean(text: str) -> int:
    return sum(map(text.count, _FREQUENT))


def _all_hangul(data: bytes) -> bool:
    """Whether the bytes are good Korean of rarer syllables: a name, a single word."""
    try:
        return re.fullmatch(r"[\0-\x7f가-힣]+", data.decode("euc_kr")) is not None
    except UnicodeDecodeError:
        return False


def _library(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best is not None else "utf-8"
