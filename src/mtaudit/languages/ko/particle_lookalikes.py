"""Words that end like a particle: is the 가 of 작가 or the 이 of 아이 a particle, or part of the word?

Asked only where the form contradicts the sound before it (``나토은``, ``일본로``), for then a particle would be wrong.
``reading(stem, form)`` answers ``"particle"``, ``"word"`` or ``"unsure"``; for the last the text itself must decide.
The lists hold ordinary Korean words by the syllable before the ending: the nouns of 家 街 價, verbs in -는 by the last
syllable of their stems, ㅅ-irregular verbs (지을, 이은), adverbs in -이, loanwords in -이, departments in -과, roads in -로.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from mtaudit.languages.ko import hangul

Reading = Literal["particle", "word", "unsure"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _ends(stem: str, known: frozenset[str]) -> bool:
    """Whether ``stem`` is one of these words or a compound that ends in one."""
    return stem in known or stem[-2:] in known or stem[-3:] in known


# ㅅ-irregular and similar verbs: the stem without 을/은, and what stands before it in compounds.

_VERB_HEADS: dict[str, frozenset[str]] = {
    "지": _words(
        "결정 마무리 관련 특징 매듭 연관 농사 눈물 미소 한숨 규정 구분 구별 확정 결론 일단락 무리 짝 이름 밥 집 글 시 죄 약 떼 줄 "
        "옷 농 복 한정 종결 판가름 연결 경계 종지부 가름 끝 척 한 뒤 갈무리 둥지 선 조 웃음 판결 제한 단정 양단간 짓 새로 다시 노래 "
        "멍에 인연 귀결 성격 획 금"
    ),
    "이": _words("뒤 맞 대 잇 꿰 연 줄 잇따 맥 명맥 대를 끈"),
    "나": _words("더 보다 조금 훨씬 좀"),
    "부": _words("퍼 쏟아 들이 내리 갈아 따라 들어 처"),
    "모": _words("끌어 긁어 불러 그러 주워 거둬 거두어 쓸어 사 한데 두루 힘 뜻 입"),
    "그": _words("내 빗 선 줄 금 획"),
    "저": _words("휘 내 가로 노"),
    "자": _words("실"),
}
_SEASONS = _words("늦 초 올 봄 지난 한 첫 이번 작년 내년 금년 새 또 황금 그해 만 매년 해마다 오는 지난해 여름 서릿 보릿")
_TOWNS = _words("빛 온 한 새 옛 큰 바윗 타 산 고을 윗 아랫 달")
_SUNSETS = _words("저녁 아침 새벽 꽃 붉은 해질 까치 진 서쪽")
_GIVEN_WITH_EUL = frozenset("가노다오하새태시라여마고리")
_GIVEN_WITH_EUN = frozenset("가고나다도라리미보새서세소수시아여예오우유이재주지채태하해혜희")
_GIVEN_WITH_RO = frozenset("병상종인영승용중학형찬관광완동명성은만진헌준윤현원정경")
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염추도소석선설마길연위표명기반"
)

_MA_NOUNS = _words(
    "드라마 테마 로마 오바마 고구마 파나마 오클라호마 후쿠시마 히로시마 가고시마 도쿠시마 요코하마 앨라배마 장마 악마 치마 이마 하마 도마 트라우마 딜레마 "
    "카르마 프리즈마 플라즈마 시네마 도그마 감마 시그마 코마 아줌마 꼬마 엄마 할마 마그마 파자마 파노라마 출마 경마 승마 대마 안마 연마 수마 병마 주마 "
    "라마 리마 푸마"
)

# 은 after a vowel.

_SILVER = _words("염화 브로민화 브롬화 요오드화 아이오딘화 산화 황화 질화 시안화 사이안화 할로젠화 할로겐화 탄화")
_BEFORE_MERCURY = _words("산화 염화 황화 메틸 에틸 알킬 유기 무기 시안화 폐 액체 질산 황산")
_ONE_OPEN = frozenset("너때비차개코귀피뼈키혀쥐벼무표죄뇌폐터끼띠뒤위데거걔얘쟤애체뭐누외네새배파게소곳")

# 이 after a vowel.

_I_WORDS = _words(
    "아이 큰아이 작은아이 딸아이 여자아이 남자아이 사내아이 계집아이 맏아이 어린아이 갓난아이 첫아이 둘째아이 모아이 여아이 남아이 새아이 꼬마아이 동네아이 "
    "나이 사나이 시나이 하나이 사이 그사이 요사이 이사이 밤사이 두사이 어느사이 우리사이 친구사이 누이 시누이 오누이 큰누이 작은누이 유일무이 "
    "구이 오이 물오이 모이 물모이 어이 그이 저이 이이 거이 고이 쉬이 기어이 어버이 새로이 홀로이 외따로이 예사로이 "
    "즐거이 무거이 싱거이 버거이 역겨이 정겨이 흥겨이 기꺼이 느꺼이 켜켜이 가벼이 거벼이 어려이 두려이 반가이 가까이 안타까이 안쓰러이 정다이 참다이 "
    "헛되이 망령되이 외람되이 욕되이 참되이 공변되이 되이 누누이 고이고이 대이 뭇이 이구 애타이 차이 추이 다이 아스라이 브이 티브이 에스유브이 유브이 스이 쓰이 "
    "보이 카우보이 플레이보이 마마보이 벨보이 꽃보이 게임보이 헬보이 팜보이 배드보이 굿보이 올드보이 비보이 조이 엔조이 인조이 토이 소이 호이 초이 코이 도이 "
    "하노이 일리노이 세포이 트로이 디트로이 볼쇼이 톨스토이 돌스토이 가이 터프가이 나이스가이 투어가이 배이 에이 제이 디제이 브이제이 비제이 케이 오케이 "
    "수이 두이 주이 후이 안후이 루이 투이 쿠이 무이 부이 우이 지이 시이 비이 치이 피이 이시이 후지이 니이 재이 채이 태이 래이 해이 유이 내이 대동소이 휴이 더이 "
    "우루과이 파라과이 와이 하와이 가와이 에세이 오디세이 오딧세이 알렉세이 헤이세이 게이세이 난세이 화이 추이화이 너이 매이 볼로이 애이 쑤이 뤼이 쑨이 쩌이 "
    "깍두기이 반자이 마쓰이 가쓰이 오쓰이 쯔이 자이"
)
_I_ADVERBS = ("러이", "로이", "거이", "벼이", "까이")
_CHILD = _words("큰 작은 딸 여자 남자 사내 계집 맏 어린 갓난 첫 둘째 셋째 막내 새 꼬마 동네 우리 한 두 세 네 내 이 그 저 친 손주 조카 옆집 다른 모든 온")
_FLATS = _words("반포 그랑 센트럴 역 포레 메트로 한강 위례 파크 시티 리버 자연앤 그란 스카이 브랜드 아파트 신반포")
_LETTER_NAMES = ("에이", "비", "시", "씨", "디", "이", "에프", "지", "에이치", "아이", "제이", "케이", "엘", "엠", "엔", "오", "피", "큐", "알", "아르")
_LETTER_NAMES += ("에스", "티", "유", "브이", "더블유", "엑스", "와이", "제트")
_I_RISKY = frozenset("라마바카타파하다차까싸에레웨데세베케게페테메헤로루후와쓰쯔구네쩌뤼쑤")
"""Syllables in which names and loanwords end before 이: 사무라이, 두바이, 노르웨이, 로이."""
_I_NOUNS = _words(
    "나라 카메라 오페라 인프라 안테나라 소라 드라마 테마 로마 오바마 고구마 악마 이마 장마 치마 아마 자동차 열차 기차 절차 격차 주차 승용차 전기차 마차 녹차 "
    "시차 오차 세차 화물차 소방차 구급차 중고차 신차 경차 박차 점차 정차 하차 승차 증차 바다 모두다 판다 캐나다 우간다 르완다 혼다 파다 스타 데이타 메타 기타 "
    "난타 구타 산타 오타 이하 산하 인하 지하 폐하 전하 귀하 부하 신하 비하 저하 강하 투하 문화하 무게 가게 집게 찌개 가운데 한가운데 군데 관세 정세 추세 자세 "
    "형세 기세 만세 공세 강세 약세 증세 조세 과세 면세 시세 절세 전세 월세 국세 지방세 소득세 법인세 상속세 증여세 재산세 주민세 부가세 행세 신세 출세 속세 "
    "단체 전체 동네 이웃네 우리네 경로 도로 진로 회로 통로 피로 위로 항로 프로 유로 제로 서로 선로 활로 미로 기로 원자로 근로 공로 폭로 토로 프롤로 연구 요구 "
    "기구 도구 지구 인구 항구 입구 출구 친구 가구 야구 축구 농구 배구 탁구 당구 욕구 촉구 청구 추구 강구 선거구 남자친구 여자친구 비상구 창구 문구 어구 "
    "복구 봉구 신구 대구 누구 하루 가루 마루 노루 자루 벼루 그루 이후 직후 기후 전후 최후 오후 징후 노후 배후 사후 향후 생후 블라디보스토크 평화와 카페 "
    "뷔페 캠페 포르쉐 형제 어제 바로크"
)

# 는 after a consonant: last syllables of verb stems. Adjectives take 은.

EVIDENT_VERBS = frozenset(
    "있없겠않받앉찾맞갖읽듣걷묻믿얻넘웃씻벗잊잃끊끓뚫앓놓넣쌓낳닿찧좇쫓꽂맺짓잇붓낫긋젓잣갚덮싶엎짚깁굽눕돕줍뽑씹꺾깎닦섞묶엮볶겪낚솎핥훑읊얹굶옮"
    "곪밟빼뺏앗솟뜯쏟닫뻗굳긷붇싣돋늙긁갉얽붉밝늦찢짖빚젖뱉맡붙흩좋옳핥핧듬닮곯닳뚫헐딛깨닫흝겯닥뭍뵙싫젊많같걸맞알맞걷뻗걸릴꿇끊옭덞훔뽀꽃있"
) - frozenset("꽃빼깨헐닥릴뭍걸알뽀훔")
"""No noun of weight ends in these, so a verb is meant."""
_VERBS_AMBIGUOUS = frozenset("먹막죽녹익적찍썩박삭식속묵숙꺽안신남숨심감참품뿜삼담금잡입집접꼽업좁빗솎섞북짐뜸움")
_VERB_BEFORE = frozenset("아어여러라려워와겨켜떠가퍼처쳐져쳐혀벼해둬내서")
"""What joins a verb to the verb before it (잡아먹는, 뛰어넘는, 가라앉는)."""
_VERB_COMPOUNDS = _words(
    "처먹 빌어먹 까먹 좀먹 해먹 말아먹 마음먹 맘먹 겁먹 물먹 애먹 욕먹 잡수 집어먹 뜯어먹 빨아먹 가로막 틀어막 땜막 들이박 처박 윽박 못박 뒤박 손꼽 첫손꼽 "
    "붙잡 사로잡 바로잡 손잡 자리잡 걷잡 다잡 흠잡 트집잡 균형잡 중심잡 목잡 휘어잡 꼬집 되집 뒤집 갈아입 껴입 덧입 힘입 차려입 상처입 은혜입 피해입 손해입 "
    "휘감 되감 눈감 옭아감 뒤감 칭칭감 얼싸안 부둥켜안 껴안 떠안 끌어안 그러안 품안 갈아신 되삼 일삼 자랑삼 벗삼 문제삼 거울삼 쓸어담 주워담 눌러담 옮겨심 "
    "살아남 넘쳐남 머금 내뿜 내품 들이숨 굳어죽 맞아죽 굶어죽 때려죽 얼어죽 헐떡 접어접 맞접 뜯접 덧접 갈아심 악물 뜻깊 얕잡 싸잡 맞잡 움켜잡 엿보 무르익 낯익 "
    "설익 낯설 농익 뒤섞 내리막 새겨박 아로박 처박 내박 얼어붙 쥐어박 눌어붙 찍 낙인찍 점찍 도장찍 사진찍 받아적 써적 끼적 긁적 뒤적 가라안 껴안 물들 되씹 곱씹 "
    "늘어놓 짓밟 맞닥 여쭙 뵙 헤집 파헤집 비집 끄집 바로집 주워집 쥐어짜 부여잡 죽 꿰차 몰아잡 종잡 책잡 휘어접 한몫잡"
)
_ONE_CLOSED = frozenset("것점말책돈꿈힘밤낮손발몸돌꽃빛값땅형군삶앎쪽뿐줄편측년김빵방벽별잎옷맛멋뜻끝곳밖옆앞겉밑틈탓덕팀앱웹들녘넋님닭탑댐섬숲논밭쌀술칼총활짐잠춤팔목턱살털흙칸층쌍장명번통법문중등왕산강길눈병남앞률율겸책")

# 가 after a consonant.

_GA_WORDS = _words(
    "국가 작가 평가 증가 참가 첨가 물가 불가 전가 원가 인가 단가 정가 종가 본가 친가 생가 양가 일가 농가 민가 상가 음가 공가 출가 분가 문가 명가 성가 실가 연가 "
    "축가 찬가 송가 답가 창가 길가 강가 눈가 입가 못가 귓가 냇가 역가 액가 특가 염가 당가 망가 병가 약가 건가 능가 왕가 합가 혼가 흉가 권가 경가 금가 감가 각가 군가 "
    "월가 통가 콩가 장가 번가 외갓가 속가 승가 선가 신가 향가 잡가 촌가 산가 학가 법가 묵가 율가 덕가 반가 악가 탄가 석가 응가 급가 관가 육가 식가 등가 춘가 행가 각가 천가 갯가 판가"
)
_GA_STEMS = _words(
    "극작 사진작 방송작 드라마작 소설작 신인작 무명작 인기작 유명작 여류작 전업작 대작 웹툰작 수상작 동화작 시나리오작 "
    "전문 활동 운동 선동 건축 목축 발명 혁명 작명 사상 명상 몽상 관상 공상 예술 미술 저술 역술 점술 전술 무술 마술 의술 기업 사업 실업 산업 상업 문학 철학 대학 해학 사학 "
    "웅변 달변 해변 강변 능변 재력 권력 정력 실력 완력 유력 만담 재담 야담 소설 연설 독설 역설 식도락 도락 향락 환락 쾌락 평론 이론 변론 토론 논평 비평 실천 하천 낙천 개천 "
    "야심 중심 도심 수심 염색 호색 탐색 수필 문필 명필 작곡 편곡 번역 통역 식당 서당 청춘 홍등 도덕 연출 산출 제출 전략 책략 모략 정략 애창 독창 제창 분석 감식 미식 대식 "
    "소식 육식 채식 건식 야망 명망 덕망 노련 숙련 무용 조각 음악 성악 기악 국악 자본 방랑 유랑 해안 도안 탐험 모험 경험 촬영 교육 불참 찬송 방송 주택 정열 상점 서점 백화점 음식점 노점 "
    "예언 병법 탐욕 큰길 골목 골목길 증권 유흥 즉흥 낙찰 입찰 정찰 다독 유림 여염 공급 빈촌 수집 법률 논쟁 투쟁 납품 금융 개혁 쇼핑 슬럼 극장 공장 문장 영양 분양 음양 태평 유행 은행 여행 비행 "
    "재산 자산 축산 생산 등산 감정 행정 재정 탐정 적정 공정 지정 인정 시장 균일 동일 매입 매출 구입 애국 애연 애견 애호 감별 이별 송별 탐미 낭만 조롱 풍운 호사 독립운동 "
    "안무 자선 독선 개선 경륜 상한 하한 청약 목록 액면 계약 연못 우물 개울 호숫 바닷 부둣 난롯 화롯 나룻 창문 무덤 수돗 큰물 밭둑 둑 냇둑 강둑 하늘 언덕 빈민 서민 먹자골목 학원 응원 출판 "
    "출고 병원 법조 화랑 공연 사창 기원 대관 경매 추정 예정 실측 희망 확정 최종 현 직전 권장 특별 일반 할인 개별 행사 우정 사랑 망향 사향 농민 혁명 광복 독립군 졸업 승전 개선 진군 행진 "
    "합창 독창 망각 전원 상속 상심 풍류 만 논 삼 선 암 양봉 검술 궁술 도박 비판 선각 예능 전각 서각 각본 대문 석학 독농 방물 도굴 유격 명상 무역 경영 불로 이상적분석 연금술 마임 사회사업 정론"
)
_GA_WORD_TAILS = frozenset("국평농")
"""X국가, X평가, X농가 are words (동맹국가, 정책평가, 축산농가), but see ``_COUNTRIES``."""
_COUNTRIES = _words(
    "한국 미국 중국 영국 태국 외국 각국 양국 전국 당국 자국 본국 조국 천국 결국 민국 방송국 사무국 약국 지국 제국 왕국 입국 출국 귀국 건국 우체국 수사국 "
    "정보국 연방국 통계국 관리국 형국 시국 정국 개최국 주최국 회원국 동맹국 상대국 당사국 참가국 가맹국 적국 수출국 수입국 모국 북한국 이웃국 타국"
)
_ADNOMINAL = frozenset("는은인한던운른픈쁜큰짠싼센쓴찬린진긴단먼근신닌딘빈온된런떤뭔군젠언딘쩐든튼잔건간만연선원준전문분안난란")
"""Syllables in which -ㄴ가 asks (좋은가, 무엇인가, 언젠가), or in which nouns of 가 are many; the list below decides."""
_N_NOUNS = _words(
    "사건 조건 물건 안건 요건 여건 문건 용건 시간 기간 공간 인간 순간 연간 중간 민간 야간 주간 월간 구간 행간 차간 미군 공군 해군 육군 적군 장군 국군 반군 아군 "
    "통신 자신 확신 당신 혁신 정신 최신 불신 변신 임신 귀신 사진 추진 선진 승진 지진 퇴진 집단 수단 판단 재단 진단 중단 차단 계단 사단 명단 대표단 기자단 선수단 관광단 첨단 절단 "
    "사절단 합창단 의료단 지원 회원 의원 병원 공원 법원 직원 대원 요원 위원 차원 정원 자원 구성원 공무원 연구원 조합원 사원 임원 동원 영원 승무원 판매원 국회의원 하원 상원 민원 "
    "발전 도전 안전 이전 사전 회전 운전 충전 오전 직전 작전 내전 대전 냉전 여전 호전 유전 비전 휴전 정전 북한 남한 제한 권한 기한 주한 무한 상한 기온 체온 수온 고온 저온 보온 "
    "최근 접근 출근 퇴근 인근 부근 당근 노선 시선 우선 개선 최선 대선 총선 경선 조선 직선 곡선 전선 수선 낙선 당선 장비선 유조선 우주선 자연 공연 강연 출연 흡연 금연 지연 연연 "
    "수준 기준 표준 비준 질문 방문 신문 주문 논문 문문 의문 부문 소문 지문 설문 학문 인문 영문 전분 부분 대부분 성분 신분 기분 지분 수분 충분 처분 양분 본분 방안 제안 불안 동안 보안 치안 법안 초안 현안 답안 "
    "개인 외국인 한국인 미국인 중국인 일본인 노인 본인 주인 군인 여인 연인 시인 상인 원인 요인 확인 승인 부인 장애인 정치인 연예인 언론인 기업인 직장인 유명인 지식인 법인 피고인 대리인 증인 범인 "
    "등온 주문 비난 곤란 논란 혼란 내란 반란 재난 가난 피난 고난 만난 불만 자만 비만 백만 천만 수만 초만 오만 대만 현금만 우편만 인공만"
)

# 로 after a consonant.

_RO_TAILS = _words(
    "경 진 종 통 항 원 언 난 철 육 근 공 농 임 폭 장 향 백 망 신 만 연 간 갱 점 탈 판 협 촉 환 상 능 당 용광 산책 등산 진입 연결 수송 탈출 공급 배관 유통 이동 통학 통근 출근 퇴근 "
    "수집 보급 연락 왕복 접근 침입 유입 가속 급수 송수 배수 반응 연소 가열 건조 벽난 증식 강변북 강변남 남부순환 북부순환 순환 진출 인도 비상 통행 피난 관통 횡단 활강 유출 선 청 궁 귀경 상행 하행 "
    "순례 여행 배선 증 생명 보급선 공항 대학 세종 경인 경춘 중앙 신촌 한강 강남 율곡 사직 삼청 충정 왕산 국제금융 의사당 공원 시청 역전 학동 논현 언주 봉은사 압구정 남산공원 동작대 새문안 청 강북 통진"
)
_ONE_RO = frozenset("것점말집책손몸힘꿈돈앞옆쪽편밖속값뜻법식땅중줄끝곳밑탓덕팀앱웹님섬숲논밭쌀술칼총짐잠목층쌍명번문병빛꽃옷밤낮방벽형틀")

# 과 after a vowel: departments and subjects of study, families of living things, and plain nouns.

_GWA_WORDS = _words(
    "효과 사과 교과 초과 부과 여과 투과 경과 치과 이과 내과 외과 소아과 피부과 비뇨기과 이비인후과 무화과 다과 제과 모과 소과 대과 죄과 지과 시과 개과 어과 무과 예과 의과 의예과 치의예과 수의과 치의과 "
    "한의과 법의과 학과 차과 고과 인사고과 보과 도과 수과 자과 두과 과과 석과 매과 토과 호과 유과 약과 기과 가과 구과 나과 미과 화과 조과 류과 후과 세과"
)
_GWA_STEMS = _words(
    "효 초 역효 총무 재무 세무 업무 사무 서무 교무 법무 노무 의무 직무 실무 학무 인사 감사 조사 수사 형사 민사 외사 심사 공사 관리 처리 수리 심리 물리 조리 요리 지리 윤리 홍보 정보 안보 경제 세제 법제 "
    "국제 규제 통제 복지 녹지 토지 농지 산지 지도 철도 수도 제도 회계 기계 통계 설계 사회 의회 문화 산업화 국화 경비 정비 장비 소비 정치 자치 교류 어류 식물분류 전자 전기 국어 영어 중국어 일본어 한국어 "
    "독일어 프랑스어 러시아어 스페인어 외국어 언어 도시 신도시 의료 재료 진료 치료 하수 상수 치수 특수 군수 도로 구조 채소 보육기 피부 비뇨기 소아 투자 주거 기초 교류협력 국토 해외 대외 장미 포도 "
    "나무 앵무 앵초 난초 파초 국수 고양이 개구리 잠자리 딱정벌레 호랑이 원숭이 너구리 오소리 개미 나비 거미 송이 오이 석이 벼 콩 캥거루 낙타 키위 타조 두루미 비둘기 까마귀 제비 참새 도마뱀부 살모사 "
    "양귀비 봉선화 수선화 능소화 마디 제비꽃 가지 박주가리 쥐꼬리 베고니아 칸나 야자 아마 매자 협죽도 칠엽수 서비스 미디어 디자인미 도서 서예 성악기 관악기 현악기 타악기 무기 항공기 농기 유도 체조 무도 "
    "정형외 신경외 흉부외 성형외 구강외 산소 환자"
)
_BIOLOGY = ("식물", "동물", "나무", "곤충", "어류", "조류", "학명", "수목", "속에", "과에", "속의", "여러해살이", "한해살이", "포유류", "파충류", "바닷물고기", "민물고기")
_OFFICE = ("과장", "팀장", "계장", "주무관", "직원", "소속", "담당", "교수", "학생", "교사", "수업", "교육", "졸업", "출신", "전공", "관계자", "의사", "병원", "전문의", "교과", "진료")


@cache
def _letter_names() -> tuple[str, ...]:
    return tuple(sorted(_LETTER_NAMES, key=len, reverse=True))


def _is_spelled_out(word: str) -> bool:
    """Whether ``word`` is made of the names of Latin letters: 에프비아이."""
    while word:
        for name in _letter_names():
            if word.endswith(name):
                word = word[: -len(name)]
                break
        else:
            return False
    return True


def _is_name(stem: str, given: frozenset[str]) -> bool:
    """Whether stem + ending may be a name of three syllables: 김가은."""
    return len(stem) == 2 and stem[0] in _SURNAMES and stem[1] in given


def _verb_with(stem: str) -> bool:
    heads = _VERB_HEADS.get(stem[-1])
    return heads is not None and (len(stem) == 1 or stem[:-1] in heads or (stem[-1] == "지" and stem[-3:-1] in heads))


def _eul(stem: str) -> Reading:
    last, head = stem[-1], stem[:-1]
    if _verb_with(stem):
        return "word"
    if last == "가" and (not head or head in _SEASONS):
        return "word"
    if last == "고" and (not head or head in _TOWNS):
        return "word"
    if last == "노" and (not head or head in _SUNSETS):
        return "word"
    if last == "마":
        return "word" if not head else "particle" if _ends(stem, _MA_NOUNS) else "unsure"
    if not head and last in "여태수이내리겨":
        return "unsure"
    return "unsure" if len(stem) == 2 and head in _SURNAMES and last in _GIVEN_WITH_EUL - {"가", "고", "마", "리"} else "particle"


def _eun(stem: str) -> Reading:
    last, head = stem[-1], stem[:-1]
    if _verb_with(stem) or (last == "수" and head in _BEFORE_MERCURY) or (last == "화" and stem in _SILVER):
        return "word"
    if not head:
        return "particle" if last in _ONE_OPEN else "word"
    return "unsure" if _is_name(stem, _GIVEN_WITH_EUN) else "particle"


def _i(stem: str) -> Reading:
    last, head, word = stem[-1], stem[:-1], stem + "이"
    if word in _I_WORDS or (len(stem) > 1 and word[-2:] in _I_ADVERBS and not _ends(stem, _I_NOUNS)):
        return "word"
    if last in _I_RISKY:
        return "particle" if _ends(stem, _I_NOUNS) else "unsure"
    if last in "에제케비디시씨이지피티브" and _is_spelled_out(word):
        return "word"
    if last == "아" and (head in _CHILD or _is_spelled_out(head)):
        return "word"
    if last == "사" and head.endswith(("우리", "친구", "연인", "부부", "모녀", "부자", "앙숙", "어느", "눈깜짝할", "틈", "형제")):
        return "word"
    if last == "자" and any(head.endswith(name) for name in _FLATS):
        return "word"
    if not head:
        return "particle" if last in _ONE_OPEN else "unsure"
    return "particle"


def _gwa(stem: str) -> Reading:
    if stem + "과" in _GWA_WORDS or _ends(stem, _GWA_STEMS) or stem[-1:] == "효":
        return "word"
    return "unsure" if len(stem) == 1 else "particle"


def _neun(stem: str) -> Reading:
    last = stem[-1]
    if last in EVIDENT_VERBS:
        return "word"
    if last not in _VERBS_AMBIGUOUS:
        return "particle" if len(stem) > 1 or last in _ONE_CLOSED or hangul.final(last) in "ㅇㄹ" else "unsure"
    if len(stem) == 1 or stem[-2] in _VERB_BEFORE or stem in _VERB_COMPOUNDS or stem[-2:] in _VERB_COMPOUNDS or stem[-3:] in _VERB_COMPOUNDS:
        return "word"
    return "particle"


def _ga(stem: str) -> Reading:
    last = stem[-1]
    if len(stem) == 1:
        return "word" if stem + "가" in _GA_WORDS or last not in _ONE_CLOSED else "particle"
    if last in _GA_WORD_TAILS:
        return "particle" if last == "국" and _ends(stem, _COUNTRIES) else "word"
    if last in _ADNOMINAL:
        return "particle" if _ends(stem, _N_NOUNS) and not _ends(stem, _GA_STEMS) else "word"
    if stem + "가" in _GA_WORDS or _ends(stem, _GA_STEMS):
        return "word"
    return "unsure" if last in "작물단원불상생인당" and not _ends(stem, _GA_SAFE) else "particle"


_GA_SAFE = _words(
    "시작 제작 동작 조작 걸작 원작 합작 공작 명작 신작 창작 후속작 당선작 출품작 건물 인물 동물 식물 사물 선물 작품물 음식물 쓰레기물 생물 유물 보물 화물 우편물 게시물 결과물 약물 괴물 "
    "불 지불 환불 이불 등불 산불 촛불 현상 대상 이상 세상 영상 인상 보상 협상 예상 정상 증상 책상 수상 동상 부상 향상 손상 환상 통상 학생 인생 발생 탄생 선생 대학생 고등학생 초등학생 중학생 유학생 "
    "야생 위생 여당 야당 정당 민주당 공화당 새누리당 국민의당 담당 상당 성당 해당 부당 배당 노동당 공산당 자민당"
)


def _ro(stem: str) -> Reading:
    if len(stem) == 1:
        return "particle" if stem in _ONE_RO else "word"
    if any(stem.endswith(tail) for tail in _RO_LONG) or _is_name(stem, _GIVEN_WITH_RO):
        return "unsure"
    return "particle"


_RO_LONG = tuple(sorted(tail for tail in _RO_TAILS if len(tail) > 1))


def reading(stem: str, form: str) -> Reading:
    """What ``form`` is after ``stem`` (Hangul, at least one syllable), where as a particle it would be the wrong form."""
    asked = {"을": _eul, "은": _eun, "이": _i, "과": _gwa, "는": _neun, "가": _ga, "로": _ro}.get(form)
    return "particle" if asked is None else asked(stem)


def looks_like_a_department(text: str, at: int, last: str, following: str) -> bool:
    """Whether 과 at ``at`` may mean a department, a subject or a family of living things, by the words around it."""
    if following.startswith(_OFFICE) or last.endswith(("청", "구청", "시청", "군청", "경찰서", "대학", "대학교", "병원", "도청")):
        return True
    around = text[max(0, at - 60) : at + 60]
    return any(word in around for word in _BIOLOGY)
