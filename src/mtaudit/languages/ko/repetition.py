"""What Korean says twice on purpose, and what it does not.

The word lists hold the common members of closed or nearly closed classes (adverbs of degree and manner, mimetics,
distributives, interjections, pronouns), each in its written base form. They were written down from the grammar of
reduplication, not collected from any text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtaudit.languages.ko.hangul import final

if TYPE_CHECKING:
    from collections.abc import Callable


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ADVERBS = """
정말 진짜 너무 아주 매우 몹시 무척 굉장히 대단히 상당히 엄청 훨씬 더욱 점점 점차 차츰 차차 조금 조금씩 자꾸 계속 거듭 다시 또다시 자주 가끔
이따금 때때로 항상 늘상 언제나 매번 오래 오래오래 멀리 멀리멀리 높이 깊이 널리 빨리 빨리빨리 얼른 어서 어서어서 급히 천천히 서서히 가만 가만히 살살
조심 조심조심 조심히 차근 차근차근 차근히 고이 곱게 그냥 바로 곧 곧바로 절대 절대로 제발 부디 오직 오로지 반드시 기어이 기필코 결코 워낙 서로 각각
각자 따로 따로따로 혼자 함께 같이 모두 전부 완전 역시 혹시 혹은 아마 설마 과연 별로 특히 더더욱 더더 중간 중간중간 대충 슬슬 이리 저리 그리 요리 조리
이리저리 여기저기 두루 두루두루 드문 드문드문 틈틈 틈틈이 일일이 낱낱이 샅샅이 골고루 고루 고루고루 가지가지 그만 이만 당장 금방 방금 아까 이제 인제 지금
오늘 내일 어제 매일 매일매일 날마다 하루 하루하루 나날 순간 순간순간 시시 시시각각 열심히 부지런히 꾸준히 묵묵히 조용히 자세히 영영 영원히 두고 두고두고
대대 대대로 다음 다다음 살짝 빼곡 빼곡히 알알이 겹겹이 층층이 켜켜이 구구절절 요모조모 나중에 다음에 이다음에 언젠가 어딘가 누군가 무언가 정말로 진짜로 참말로 참으로 스스로 저절로 함부로 제대로 그대로 이대로 마지막으로
아직 아직도 아무리 도무지 도저히 오히려 차라리 아무튼 어쨌든 좀처럼 좀체 다만 단지 그저 마냥 이미 벌써 미리 여전히 마침내 드디어 실컷 마음껏 힘껏 한껏 무조건
"""
MIMETICS = """
반짝 번쩍 살금 슬금 두근 콩닥 쿵쾅 덜컹 덜덜 벌벌 부들 바들 후들 아장 뒤뚱 깡충 깡총 껑충 폴짝 펄쩍 성큼 엉금 뚜벅 터벅 터덜 자박 저벅 타박 사뿐 살랑
산들 한들 하늘 나풀 너풀 펄럭 팔랑 훨훨 너울 넘실 출렁 찰랑 철썩 첨벙 텀벙 졸졸 줄줄 콸콸 주룩 부슬 보슬 추적 송송 뭉게 모락 무럭 이글 활활 지글 보글 부글
자글 와글 바글 북적 웅성 수군 소곤 속닥 도란 두런 중얼 웅얼 종알 조잘 재잘 투덜 궁시렁 칭얼 훌쩍 흑흑 엉엉 깔깔 낄낄 껄껄 하하 호호 히히 방긋 벙긋 방글
벙글 싱글 생글 빙글 빙빙 뱅글 데굴 떼굴 구불 꼬불 구불구불 오돌 오들 우둘 도톨 울퉁 오톨 까칠 꺼칠 매끈 미끈 반질 번질 반들 번들 맨들 물렁 말랑 물컹 쫄깃
쫀득 바삭 아삭 사각 서걱 와삭 오독 오도독 질겅 오물 우물 꿀꺽 홀짝 벌컥 후루룩 쩝쩝 냠냠 콜록 쿨쿨 새근 드르렁 꾸벅 끄덕 갸웃 기웃 두리번 힐끔 흘끔 힐긋
흘깃 멀뚱 말똥 초롱 글썽 그렁 뚝뚝 똑똑 톡톡 툭툭 토닥 다독 쓰담 주물 조물 만지작 꼼지락 꿈틀 꼬물 꾸물 굼실 스멀 근질 간질 따끔 욱신 지끈 화끈 후끈 얼얼
시큰 뻐근 으슬 오싹 조마 안절 울렁 메슥 어질 비틀 휘청 비실 흔들 건들 흐느적 흐물 너덜 나달 주렁 대롱 덜렁 달랑 딸랑 짤랑 쨍그랑 땡땡 둥둥 동동 당실 덩실
너울너울 더듬 머뭇 주춤 우물쭈물 망설 허둥 허겁 헐레벌떡 서성 어슬렁 느릿 어기적 아등 바둥 버둥 옹기 종기 올망 졸망 오순 도순 알콩 달콩 티격 태격 옥신 각신
아웅 다웅 울긋 불긋 알록 달록 얼룩 희끗 희뜩 거뭇 푸릇 파릇 노릇 누릇 불그스름 뾰족 삐죽 들쭉 날쭉 들쑥 날쑥 삐뚤 빼뚤 듬성 빽빽 촘촘 다닥 차곡 주섬 꼬박
또박 따박 조목 구구 빼꼼 쏙쏙 쑥쑥 쓱쓱 싹싹 쌩쌩 씽씽 팔팔 펄펄 살살 솔솔 술술 줄줄이 쨍쨍 탱글 탱탱 통통 퉁퉁 토실 포동 오동 복슬 북슬 보송 뽀송 뽀득
뽀드득 푹신 폭신 푸석 퍼석 파삭 촉촉 축축 끈적 찐득 미끌 칙칙 폭폭 칙폭 야옹 멍멍 꿀꿀 음매 꼬꼬댁 꼬끼오 개굴 맴맴 귀뚤 뻐꾹 지지배배 짹짹 부엉 깍깍
꽥꽥 어흥 찍찍 탕탕 쾅쾅 쿵쿵 콩콩 땅땅 빵빵 뿡뿡 칙칙폭폭 째깍 똑딱 달그락 덜그럭 부스럭 바스락 삐걱 삐그덕 딸깍 찰칵 철컥 둥실 두둥실 두둥 랄라 랄랄라
룰루 룰루랄라 트랄라 라라 까꿍 도리 잼잼 곤지
"""
DISTRIBUTIVES = """
하나 하나하나 둘둘 사람 사람사람 집집 마을 동네 골목 골목골목 거리 나라 고을 고장 구석 구석구석 곳곳 굽이 굽이굽이 구비 갈피 갈피갈피 마디 마디마디 대목 구절
구절구절 장면 글자 가지 갈래 가닥 조각 토막 송이 송이송이 방울 방울방울 그루 무더기 무리 걸음 걸음걸음 포기 줄기 꼭지 알알 낱낱 켜켜 층층 사이 사이사이
틈틈 군데 군데군데 몇몇 언저리 처마 고비 고비고비 자락 모퉁이 누구 누구누구 무엇 무엇무엇 어디 어디어디 아무개
"""
INTERJECTIONS = """
그래 그래그래 아니 아니야 아냐 아니요 맞아 맞다 맞습니다 옳지 옳소 옳아 좋아 좋다 좋지 됐어 됐다 알았어 글쎄 글쎄요 여보 여보게 여보세요 이봐 이보게 이보시오
어머 어머나 세상에 맙소사 아이고 아이구 에구 아이 어이 어휴 에이 아서라 이런 저런 그런 그렇지 그럼 그럼요 그러게 그러니까 저기 저기요 여기 여기요 거기
자자 안녕 안녕히 만세 얼씨구 절씨구 지화자 에헤라 에헤야 아리랑 아라리요 쾌지나 강강술래 파이팅 화이팅 아자 브라보 앙코르 앵콜 축하 축하해 감사 감사해 미안
미안해 괜찮아 괜찮다 사랑 사랑해 걱정마 힘내 엄마 아빠 어머니 아버지 할머니 할아버지 아가 아가야 얘야 언니 오빠 누나 형님 선생님 스님 하느님 하나님 주여
부처님 관세음보살 나무아미타불 할렐루야 아멘 호산나 감사합니다 축하합니다 축하드립니다 환영합니다 사랑합니다 미안합니다 죄송합니다 고맙습니다
존경합니다 부탁합니다 부탁드립니다 아닙니다 그렇습니다 좋습니다 반갑습니다 계십니까
"""
PRONOUNS = """
나는 나도 나의 내가 나를 너는 너도 너의 네가 너를 저는 제가 저도 저의 우리 우리는 우리도 우리의 저희 당신 당신은 당신이 당신의 당신을 그대 그대는 그대여 그는
그녀 그녀는 그것 그것은 이것 이것은 저것 이거 그거 저거 이게 그게 저게 뭐가 뭔가 무슨 어떤 어느 이러이러한 이런저런 그런저런 모든 온갖 많은 수많은 높은 깊은 넓은
머나먼 기나긴 크나큰 어제도 오늘도 내일도
"""

DIRECTIONS = """
앞으로 뒤로 위로 아래로 밑으로 안으로 밖으로 속으로 옆으로 곁으로 동으로 서로 남으로 북으로 산으로 들로 바다로 하늘로 땅으로 강으로 숲으로 도시로 농촌으로
세계로 미래로 과거로 현장으로 거리로 광장으로 고향으로 집으로 학교로 우주로 정상으로 더위로 저기로 여기로 거기로 어디로 이쪽으로 저쪽으로 서쪽으로 동쪽으로
남쪽으로 북쪽으로 앞쪽으로 뒤쪽으로
"""
"""Where something moves on and on: 앞으로 앞으로."""

NEVER = frozenset(
    _words(
        "것은 것이 것을 것도 것으로 것과 것에 것의 것입니다 것이다 수가 때문에 위해 위해서 위한 대해 대한 대해서 통해 통한 통해서 따라 따른 의해 의한 관한 관해 "
        "및 또는 그리고 그러나 하지만 따라서 경우 경우에 중에 중에서 있는 없는 하는 되는 있습니다 없습니다 합니다 됩니다 수는 수도 등의 등을 등이"
    )
)
"""Function words that nobody doubles, whatever their length."""

PARTICLES = _words(
    "에서는 에서도 에서의 으로는 으로의 으로서 으로써 에게는 에게서 까지의 까지는 부터는 이라는 라는 이라고 에서 에게 으로 까지 부터 처럼 보다 에는 에도 이나 "
    "과의 와의 로는 로의 로서 로써 을 를 은 는 이 가 의 에 로 와 과"
)
"""Particles that a noun carries, longest first. 도, 만, 마다, 씩 and 야 are not here: doubled, they emphasise."""

_CLOSED = "을은이과"
"""Particles of one syllable that follow a final consonant."""
_OPEN = "를는가와"
"""Particles of one syllable that follow a vowel."""

# 만화 만화가 and 어린 어린이 are two words, not a noun and its particle.
_PERSONS = frozenset(
    _words("투자가 서예가 안무가 만화가 작사가 연주가 무도가 역사가 정치가 독지가 어린이 젊은이 늙은이 고양이 경영과 국어과 영어과")
)

# How an adverb, a command, an exclamation or a clause ends that is said twice (천천히 천천히, 가자 가자, 가도 가도, 뛰고 뛰고).
_EXPRESSIVE = _words(
    "씩 마다 히 게 도 만 야 아 어 여 지 네 까 죠 군 걸 랴 랑 고 며 면 듯 껏 요 마 라 해 나 자 니 서 든 런 던 이 큼 록 봐 와 줘 가 래 데 대 대로"
)
_NARRATED = _words(
    "습니다 입니다 합니다 됩니다 하는 되는 했던 됐던 되었던 하기 되기 하면서 되면서 하도록 되도록 시키는 시킨 받는 받은 했으며 됐으며 하려는 하려고 했지만 됐지만"
    " 하지만 였다 었다 았다 했다 됐다 렸다 졌다 혔다 녔다 켰다 왔다 갔다 났다 렀다 겼다 꼈다 냈다 쳤다 줬다 웠다 섰다 랐다"
)
"""How a narrated predicate ends: no speaker doubles it for effect."""
_SPOKEN = ("도", "게", "자", "라", "요", "죠", "까", "네")
"""Endings that may be doubled for effect even after a noun: 말해도 말해도, 완벽하게 완벽하게."""

SINO = frozenset(
    "가각간갈감갑강개객거건걸검격견결겸경계고곡곤골공과곽관괄광괘괴교구국군굴궁권궐궤귀규균극근금급긍기길김나낙난남납낭내냉녀년념노농뇌누뉴능니다단달담답당"
    "대덕도독돈돌동두둔득등라락란람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵릉리린림립마막만말망매맥맹면멸명모목몰몽묘무묵문물미민밀박반발방"
    "배백번벌범법벽변별병보복본봉부북분불붕비빈빙사산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭습승시식신실심십쌍씨아악안알암압앙애액야약양어억"
    "언엄업여역연열염엽영예오옥온옹와완왕왜외요욕용우운울웅원월위유육윤율융은음읍응의이익인일임입자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉증"
    "지직진질집징차착찬찰참창채책처척천철첨첩청체초촉촌총촬최추축춘출충취측층치칙친침칭쾌타탁탄탈탐탑탕태택토통퇴투특파판팔패팽편평폐포폭표품풍피필하학한할"
    "함합항해핵행향허헌험혁현혈협형혜호혹혼홀홍화확환활황회획횡효후훈훼휘휴흉흑흡흥희"
)
"""Readings of Chinese characters in modern Korean words: a word of two of them is nearly always a noun."""

_NATIVE_TAIL = frozenset("고면지며자도서니기게이아어야해대데오소세시나라다가마")
"""Syllables that are also verb or adverb endings: 하고, 가면, 하지."""

_VERBAL = _words(
    "고 면 며 지 도 면서 나서 가서 와서 해서 져서 하자 가자 보자 오자 주자 하기 가기 보기 이기 하지 가지 보지 하니 가니 보니"
)
"""Ends of verbs that could be read as Chinese characters too: 가면서, 지나서."""

_CALLED = _words("하더 하면서 하는데 하길래 하고들 하지만 하니 했더니 했지만 외치 외쳐 노래 타령 떠들 부르짖")
"""After a word that people keep saying: 개혁 개혁 하더니."""

_COUNTERS = _words(
    "명 개 장 칸 줄 땀 발 걸음 숟갈 자 글자 번 마디 사람 방울 송이 입 모금 대 곳 집 푼 점 알 올 층 단계 단어 문장 편 쪽 페이지 끼 잔 그루 마리 권 컷 획"
)


@cache
def on_purpose() -> frozenset[str]:
    """Words that are doubled for effect, or that stand twice in a row in their own right."""
    return frozenset(" ".join((ADVERBS, MIMETICS, DISTRIBUTIVES, INTERJECTIONS, PRONOUNS, DIRECTIONS)).split())


def without_particle(word: str) -> tuple[str, str]:
    """A word as noun and particle; the particle is ``""`` where there is none that fits the noun's last syllable."""
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) > len(particle) and _fits(word[: -len(particle)], particle):
            return word[: -len(particle)], particle
    return word, ""


def _fits(noun: str, particle: str) -> bool:
    closed = bool(final(noun[-1]))
    if particle in _CLOSED:
        return closed
    if particle in _OPEN:
        return not closed
    if particle.startswith("으로") or particle in ("이라는", "이라고", "이나", "과의"):
        return closed and final(noun[-1]) != "ㄹ"
    if particle.startswith("로") or particle in ("라는", "와의"):
        return not closed or final(noun[-1]) == "ㄹ"
    return True


def doubled(word: str, again: str, after: str, known: Callable[[str], bool]) -> bool:
    """Whether ``word again`` is one word too many. ``again`` is the word once more, or the word and a particle.

    ``after`` is what follows, and ``known`` says whether a word stands somewhere in the text.
    """
    if not all("가" <= c <= "힣" for c in again):
        return again == word and _latin_with_particle(word, after)
    if again == word and word in NEVER:
        return True
    said = on_purpose()
    if word in said or (word[-1] in "만도은는" and word[:-1] in said) or _echoes(word):
        return False
    if after.startswith(_CALLED) or (word.startswith("한") and word[1:].startswith(_COUNTERS)):
        return False
    if again != word:
        return again not in _PERSONS and without_particle(again)[0] == word and (len(word) > 2 or _is_noun(word, known))
    noun, particle = without_particle(word)
    if particle and len(noun) > 1:
        if noun in said or _emphatic(noun, particle, after):
            return False
        verbal = (
            particle == "이" or (particle == "와" and noun.endswith(("아", "어", "여", "라", "리", "서"))) or word.endswith("대로")
        )
        return not verbal or (particle == "이" and len(noun) > 2) or _is_noun(noun, known)
    if len(word) > 2 and word[-1] == "도" and final(word[-2]):
        return word[:-1] not in said
    if (len(word) > 2 and word.endswith(_NARRATED)) or _made_of_noun(word):
        return not after.startswith(("또", "다시", "하", "말", "그"))
    if len(word) > 2 and not word.endswith(_EXPRESSIVE):
        return True
    return _is_noun(word, known)


def _echoes(word: str) -> bool:
    """새록새록, 오순도순: mimetics that echo their second syllable in the fourth."""
    return len(word) == 4 and word[1] == word[3]


def _made_of_noun(word: str) -> bool:
    """Whether the word is a verb of a Chinese noun (발표하고, 시작되면서) in a form that is not said twice."""
    at = next((i for i, c in enumerate(word) if i > 1 and c in "하되한된할될해돼했됐"), 0)
    return at > 1 and SINO.issuperset(word[:at]) and not word.endswith(_SPOKEN)


def _emphatic(noun: str, particle: str, after: str) -> bool:
    """``사람이 사람이 아니다`` denies, and ``친구의 친구의 친구`` goes on."""
    if particle in ("이", "가"):
        return after.startswith(("아니", "아닌", "아닐"))
    return particle == "의" and after.startswith(noun)


def _latin_with_particle(word: str, after: str) -> bool:
    at = next((i for i, c in enumerate(word) if "가" <= c <= "힣"), len(word))
    name, particle = word[:at], word[at:]
    return name.isascii() and name[-1:].isalnum() and particle in PARTICLES and not _emphatic(name, particle, after)


def _is_noun(word: str, known: Callable[[str], bool]) -> bool:
    if SINO.issuperset(word) and (word[1] not in _NATIVE_TAIL if len(word) == 2 else not word.endswith(_VERBAL)):
        return True
    closed = bool(final(word[-1]))
    forms = (("을", "은", "이라는") if closed else ("를", "는", "라는")) + ("의", "에서", "에는")
    return sum(known(word + form) for form in forms) >= (1 if len(word) > 2 else 2)
