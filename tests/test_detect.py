"""The language of a text, and how little is looked at for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.languages import detect

SHARED = Path(__file__).parents[2] / "shared" / "data"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "und"),
        (" 1,234 !? 😀", "und"),
        ("\ud800\udc80\0", "und"),
        ("정부는 대책을 발표했다.", "ko"),
        ("ㅋㅋㅋ", "ko"),
        ("나토(NATO)는 North Atlantic Treaty Organization의 약자다.", "ko"),
        ("大韓民國은 民主共和國이다. 大韓民國의 主權은 國民에게 있고, 모든 權力은 國民으로부터 나온다.", "ko"),
        ("`pip install mtaudit` 명령으로 [설치](https://example.org/a/very/long/address/of/a/page)한다.", "ko"),
        ("漢字がほとんどの日本国憲法前文第一章天皇", "ja"),
        ("カタカナ", "ja"),
        ("今天天气很好，我们去公园散步。", "zh"),
        ("韩国人说안녕，意思是你好，也可以用于道别，非常常见的一个词语，人人都会用。", "zh"),
        ("สวัสดีครับ", "th"),
        ("Γεια σου κόσμε", "el"),
        ("שלום עולם", "he"),
        ("The government has announced that it will publish the data of all public bodies next month.", "en"),
        ("The Korean word for hello is 안녕, and people use it with friends and with children every day.", "en"),
        ("Chính phủ đã công bố kế hoạch mở văn phòng liên lạc tại Tokyo vào năm tới.", "vi"),
        ("Правительство объявило, что в следующем месяце опубликует данные всех ведомств.", "ru"),
        ("أعلنت الحكومة أنها ستنشر البيانات في الشهر المقبل.", "ar"),
    ],
)
def test_languages(written: str, code: str) -> None:
    assert detect(written) == code
    assert detect(written) == code


def test_a_long_text_is_judged_by_all_its_parts() -> None:
    assert detect("Copyright and licence. " * 40 + "정부는 대책을 발표했다. " * 4000) == "ko"


def test_where_the_script_decides_no_library_is_loaded() -> None:
    code = (
        "import sys; from mtaudit.languages import detect; detect('한국어'); detect('日本語の'); print('langdetect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.skipif(not SHARED.exists(), reason="the development data are not here")
def test_all_korean_development_texts_are_korean() -> None:
    files = [*SHARED.glob("*_ko/*/*.txt"), *SHARED.glob("*_ko/*/*.md")]
    assert {detect(path.read_text(encoding="utf-8")) for path in files} == {"ko"}


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
@settings(deadline=None)
def test_any_text_has_an_answer(written: str) -> None:
    assert 2 <= len(detect(written)) <= 3
