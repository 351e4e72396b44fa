"""What ends a Korean sentence that is none: particles, adnominals, bare nouns.

Lists hold the common words of their kind; a word that is missing makes a rule silent or, for nouns that look like a
particle, could make it loud: those lists are the long ones.
"""

from __future__ import annotations

from typing import Literal

from mtaudit.languages.ko.hangul import final

Tail = Literal["of", "object", "place", "link", ""]
"""How a word ends: 의, 을/를, 에/에게, a word that leads on (통해, 위한, 및), or otherwise."""

_NOUNS_OF = frozenset(
    # Nouns whose last syllable is 의. Of two syllables, all that are common, though some are also a noun and its particle
    # (물의); of more, those that are no such thing: 사건의 is no 건의.
    "강의 거의 건의 결의 경의 고의 궁의 군의 귀의 내의 논의 단의 대의 도의 동의 명의 모의 문의 물의 발의 번의 법의 백의 본의 부의 불의 사의 상의 선의 성의 "
    "수의 숙의 신의 심의 악의 여의 열의 예의 용의 우의 유의 의의 이의 임의 자의 재의 전의 정의 제의 조의 주의 진의 질의 창의 축의 타의 탈의 토의 편의 표의 "
    "하의 한의 합의 항의 현의 협의 호의 회의 후의 부주의 요주의 전문의 전공의 주치의 수련의 개업의 집도의 공보의 봉직의 부동의 재논의 재심의 재협의 "
    "재합의 재결의 사회정의 대정부질의 서면질의 공개질의 정책질의 온라인강의 인터넷강의 특별결의".split()
)
_COUNCILS = tuple(
    # 국무회의 is a noun, 위원회의 is not.
    kind + "회의"
    for kind in "국무 정상 이사 총 본 확대 각료 장관 안보 화상 간부 대책 전체 실무 편집 전략 당정 수석 비서관 보좌관 주간 월례 정례 긴급 비상 연석 국제 학술 전국 "
    "고위급 실무자 관계자 점검 조정 자문 평의 상임 지도부 부장 팀장 국장 총리 평화 협력 준비 기자 교직원 교무 가족 학부모 주민 영상 원격 대면 비공개".split()
)
_NOUNS_OBJECT = frozenset("가을 마을 노을 고을 저녁노을 아침노을 늦가을 초가을 산마을 한마을 온마을 새마을 갑을".split())
_NOUNS_PLACE = frozenset("소믈리에 까르띠에 카르티에 몽펠리에 쇼콜라티에 아틀리에 파티시에 코르비지에".split())

_POSTPOSED = tuple(
    # Adverbials of time and circumstance that Korean writers put after the sentence on purpose: 단 며칠 만에.
    noun + "에"
    for noun in "만 사이 때문 덕분 동안 전 후 뒤 끝 중 밖 속 곁 앞 위 옆 아래 안 날 밤 새벽 아침 점심 저녁 오전 오후 낮 때 적 시 분 초 순간 번 김 탓 덕 통 바람 참 해 년 월 일 대 "
    "세기 차례 마지막 처음 결국 주 달 가운데 와중 반면 대신 틈 그때 나중 이전 이후 곳 이번 다음 지금".split()
)
_PRAISE = frozenset(
    # What is wished or given without a verb: 모두에게 박수를.
    "찬사 박수 갈채 경의 감사 축복 축하 응원 위로 영광 평화 명복 건배 격려 사랑 희망 행운 은총 자비 안녕 기도 기적 용기 자유 관심 성원 지지 투표 한표 행복 "
    "웃음 미소 존경 애도 추모 고마움 감동 정의 기회 희망 꿈 힘 빛".split()
)

_LEADING_ON = tuple(
    "통해 통하여 통한 위한 위하여 대한 대하여 관한 관하여 따른 의한 의하여 인한 인하여 비롯한 포함한 둘러싼 향한 향하여 및 또는 혹은 그리고 따라서 하지만 그러나 또한 그런데 이에 하고 되고 "
    "이고 있고 없고 않고 시키고 하여 되어 면서 지만".split()
)
_MANY = frozenset("여러 모든 다른 어떤 온갖 각종 새 첫 몇 이런 저런 그런 다양한 주요".split())
_OWN_NP_STYLE = frozenset(
    "바로 이름하여 말하자면 즉 곧 이른바 그야말로 역시 과연 아 오 그렇다 그래서 다름 결국 문제는 이유는 결론은 답은 정답은 하나 둘 셋".split()
)
"""First words with which writers set a noun as a sentence on purpose: 바로 지속적인 관심."""
_HEADS = tuple(
    "것 일 때문 정도 뿐 셈 듯 대로 만큼 따름 마련 노릇 순간 덕분 중 곳 때 예정 계획 방침 전망 상황 모양 분위기 이유 까닭 지경 차례".split()
)
_SHORT_HEADS = frozenset("법 터 점 탓 격 판 바 수 참 편".split())
"""Last words of sentences that Korean leaves without a copula: …할 예정. …한 것. The short ones end other nouns, too (방법, 센터)."""
_NOUNS_M = tuple(
    "결함 위험 보험 경험 실험 시험 체험 모험 시스템 프로그램 게임 팀 사람 이름 그림 바람 구름 마음 처음 다음 죽음 웃음 믿음 걸음 도움 아픔 슬픔 기쁨 싸움 앨범 플랫폼 유형 힘 봄 밤 꿈".split()
)


def tail(word: str) -> Tail:
    """How ``word``, without punctuation, leads on to a word that should follow."""
    if not word or not "가" <= word[-1] <= "힣":
        return ""
    last = word[-1]
    if last == "의":
        return (
            ""
            if len(word) < 2 or word in _NOUNS_OF or (len(word) > 3 and word.endswith("주의")) or word.endswith(_COUNCILS)
            else "of"
        )
    if last in "을를":
        return "" if word in _NOUNS_OBJECT or len(word) < 2 or (last == "을" and not _takes_eul(word)) else "object"
    if last == "에":
        return "" if word in _NOUNS_PLACE or len(word) < 2 or word.endswith(_POSTPOSED) else "place"
    if len(word) > 2 and word.endswith(("에서", "으로", "에게", "에게서")):
        return "place"
    return "link" if word.endswith(_LEADING_ON) or _behind_syllable(word, ("며",)) else ""


def _behind_syllable(word: str, endings: tuple[str, ...], also: str = "") -> bool:
    """Whether ``word`` ends in one of ``endings`` and has a syllable, or a character of ``also``, before it."""
    if not word.endswith(endings):
        return False
    before = [word[-len(ending) - 1] for ending in endings if word.endswith(ending) and len(word) > len(ending)]
    return any("가" <= char <= "힣" or char in also for char in before)


def _takes_eul(word: str) -> bool:
    before = word[-2]
    return not "가" <= before <= "힣" or final(before) != ""


def is_wish(word: str) -> bool:
    """박수를, 감사를: an object that stands without its verb on purpose."""
    return word[:-1] in _PRAISE


def is_noun_phrase(words: list[str]) -> bool:
    """Whether ``words`` are a noun with its modifier and no predicate: 여러 눈에 띄는 결함."""
    head = words[-1]
    if (
        len(words) < 2
        or words[0] in _OWN_NP_STYLE
        or head in _SHORT_HEADS
        or head.endswith(_HEADS)
        or (final(head[-1]) == "ㅁ" and not head.endswith(_NOUNS_M))
    ):
        return False
    if words[0] in _MANY:
        return True
    return len(words) > 2 and (any(w in _MANY or _is_adnominal(w) for w in words[:-1]) or _is_prospective(words[-2], words[-3]))


def _is_adnominal(word: str) -> bool:
    return (
        word.endswith(("는", "운", "은", "던", "적인"))
        or _behind_syllable(word, ("의",))
        or (len(word) > 1 and final(word[-1]) == "ㄴ" and word[-1] in "한된린인진킨준난간친른란쓴본온긴신빈센연운든선")
    )


_NOUNS_L = tuple(
    # Nouns and adverbs of two syllables and more that end in ㄹ like an adnominal.
    "오늘 내일 매일 평일 휴일 생일 종일 통일 주말 연말 월말 서울 마을 가을 겨울 시골 고을 방울 저울 거울 하늘 바늘 그늘 비늘 구슬 이슬 벼슬 얼굴 동굴 발굴 기술 예술 미술 학술 수술 진술 서술 전술 "
    "건물 식물 동물 선물 인물 작물 사물 보물 유물 국물 눈물 재물 음식물 폐기물 현실 사실 진실 성실 확실 교실 거실 침실 사무실 시설 건설 개설 신설 증설 해설 소설 연설 전설 가설 개발 출발 폭발 유발 "
    "남발 고발 재발 처벌 차별 선별 식별 개별 특별 이별 구별 판별 역할 분할 관할 연결 해결 체결 대결 종결 완결 판결 결별 조절 거절 단절 계절 절실 배출 수출 지출 제출 진출 유출 대출 도출 연출 창출 추출 노출 "
    "탈출 구출 매출 인출 품질 체질 물질 자질 본질 성질 조율 비율 확률 효율 환율 자율 법률 규율 선율 세율 지하철 전철 강철 파일 메일 모델 채널 터널 호텔 모텔 스타일 프로필 모바일 디지털 케이블 테이블 모듈 글로벌 "
    "레벨 라벨 타이틀 싱글 아이돌 콘솔 컨트롤 스케줄 저널 포털 정말".split()
)
_SHORT_NOUNS_L = frozenset("말 일 글 물 길 별 달 술 돌 쌀 살 발 칼 절 불 뿔 풀 활 잘 늘 덜".split())


def _is_prospective(word: str, before: str) -> bool:
    """Whether ``word`` is an adnominal in -ㄹ with its object or place before it: 협정을 지킬."""
    return (
        final(word[-1]) == "ㄹ"
        and not word.endswith(_NOUNS_L)
        and word not in _SHORT_NOUNS_L
        and (tail(before) in ("object", "place") or before.endswith(("이", "가", "과", "와")))
    )


def expects(word: str) -> bool:
    """Whether ``word`` must be followed by a predicate or its rest, never by a name and a full stop: 방법을, 에 따라, 가장."""
    leads_on = (
        word in _EXPECTING
        or _behind_syllable(word, ("을", "를"), _LATIN + "0123456789)]’”'\"")
        or _behind_syllable(word, ("에", "에서", "에게", "에는", "에도", "으로", "께"), _LATIN + "0123456789)")
        or _behind_syllable(word, ("로",), _LATIN + ")")
        or _behind_syllable(word, ("하여", "해서", "하고", "하며", "되어", "되고", "니까", "이", "가"))
        or word.endswith(("하지", "되지", "이지", "있지", "없지", "않지"))
    )
    return leads_on and word not in _NOUNS_OBJECT and not _subject_like_noun(word)


_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_EXPECTING = frozenset(
    "따라 통해 위해 대해 의해 인해 가장 매우 아주 더욱 더 가지 통하여 위하여 대하여 의하여 인하여 관하여 따르면 함께 수".split()
)
_NOUNS_I = tuple(
    "길이 높이 깊이 넓이 놀이 먹이 종이 같이 많이 굽이 벌이 걸이 받이 잡이 맞이 풀이 쟁이 장이 둥이 덩이 어린이 젊은이 늙은이 지은이 옮긴이 엮은이 글쓴이 고양이 원숭이 호랑이 구렁이 달팽이 "
    "지팡이 꼬맹이 알맹이 곰팡이 엉덩이 궁둥이 손잡이 목걸이 옷걸이 같이 높이 깊이 없이 끊임없이 틈없이 일일이 낱낱이 곳곳이 더욱이 일찍이 반짝이 멍청이".split()
)
_NOUNS_GA = frozenset(
    "작가 화가 음악가 전문가 평가 국가 대가 주가 물가 원가 단가 휴가 추가 증가 참가 허가 건축가 사업가 정치가 기업가 투자가 예술가 운동가 활동가 연출가 소설가 평론가 번역가 안무가 작곡가 성악가 "
    "조각가 만화가 극작가 상가 자가 저가 고가 정가 시가 유가 사가 미술가 혁명가 사상가 전략가 행정가 외교가 자본가 발명가 탐험가 수집가 비평가 역사가 여가 종가 처가 친가 외가 본가 인가 부가 첨가 "
    "서양화가 동양화가 한국화가 판화가 서예가 무용가 연주가 지휘가 애호가 미식가 대식가 노래가 찬송가 애국가 교가 군가 응원가 주제가 자장가".split()
)


def _subject_like_noun(word: str) -> bool:
    """A noun in 이 or 가 (높이, 작가), or one whose 이 follows a vowel and so is no particle."""
    if word.endswith("가"):
        return word in _NOUNS_GA or len(word) < 2
    return word.endswith("이") and (
        len(word) < 2 or (final(word[-2]) == "" and "가" <= word[-2] <= "힣") or word.endswith(_NOUNS_I)
    )


_VERBAL_LOANS = frozenset(
    # Loanwords that close a note as verbal nouns: 서버를 테스트.
    "테스트 업데이트 체크 서비스 리뷰 링크 클릭 오픈 로그인 로그아웃 다운로드 업로드 스캔 부팅 리부트 호스트 리드 터치 드래그 드롭 디자인 "
    "마크 블로그 포스트 업그레이드 프린트 서포트 스타트 컨트롤 어필 캐스팅 스카우트 스케치 스크랩 스크랩핑 트레이드 리트윗 리포트 커버 공유 "
    "백업 론칭 런칭 데뷔 컴백 슛 패스 리바운드 어시스트 세이브 블록 스틸 펀치 노크 카운트 그랩 메이크업 코멘트 피처링 세팅 셋업 배포".split()
)


def is_loan(word: str) -> bool:
    """A noun spelled like a loanword (커넥트, 센터드): its last syllable is a consonant with ㅡ, which native nouns avoid."""
    return (
        len(word) >= 3
        and word[-1] in "트크프스츠드그브즈므"
        and word not in _VERBAL_LOANS
        and not word.endswith(("테스트", "데이트", "서비스"))
    )


_PLACES = frozenset(
    # Names that make no verb: countries, capitals, cities that news are about.
    "한국 대한민국 북한 미국 중국 일본 러시아 영국 프랑스 독일 이탈리아 스페인 포르투갈 네덜란드 벨기에 스위스 오스트리아 스웨덴 노르웨이 핀란드 덴마크 폴란드 체코 "
    "헝가리 그리스 튀르키예 터키 우크라이나 이스라엘 팔레스타인 이란 이라크 시리아 사우디아라비아 이집트 인도 파키스탄 베트남 태국 필리핀 인도네시아 말레이시아 싱가포르 "
    "미얀마 캄보디아 라오스 몽골 대만 홍콩 호주 뉴질랜드 캐나다 멕시코 브라질 아르헨티나 칠레 페루 쿠바 남아공 나이지리아 케냐 서울 부산 대구 인천 광주 대전 울산 평양 도쿄 "
    "오사카 베이징 상하이 워싱턴 뉴욕 런던 파리 베를린 모스크바 키이우 브뤼셀 로마 마드리드 하노이 방콕 자카르타 마닐라 나토 유엔 유럽연합 아세안 구글 애플 아마존 페이스북 "
    "메타 마이크로소프트 삼성전자 현대자동차 테슬라 엔비디아 인텔 오픈AI 틱톡 유튜브 인스타그램 트위터 넷플릭스 네이버 카카오 윈도우 안드로이드 리눅스 엑셀 파워포인트".split()
)


def is_place(word: str) -> bool:
    """The name of a country, a city or a company."""
    return word in _PLACES


def is_cut(word: str) -> bool:
    """Whether a sentence whose last word is this one has not come to its predicate."""
    if tail(word) in ("of", "object", "link"):
        return not is_wish(word)
    return (word in _OPEN or _behind_syllable(word, _OPEN_ENDINGS)) and word not in _NOUNS_PLACE


_OPEN = frozenset("위해 통해 따라 대해 때문에 그리고 또는 및 만약 특히 매우 가장 더욱 함께".split())
_OPEN_ENDINGS = tuple("에서 으로 에게 에는 에서는 하여 하면 하고 하며 되면 되고 되며 려면 도록 거나 에".split())


def may_go_on(word: str) -> bool:
    """Connective endings and particles that are weak evidence of a cut, as spoken Korean ends so too."""
    return _behind_syllable(word, _CONNECTIVES)


_CONNECTIVES = tuple("고 면 거나 는데 은데 으나 하되 에 까지 부터 에는 에서는 으로는".split())
