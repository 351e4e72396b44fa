"""What Korean has for the frequent words of English: whether a sentence of the one language was translated into the other.

A row is an English word (its irregular forms behind a slash) and beginnings of what a translator writes for it, shortened to what no
ending changes. From general knowledge of both languages. No row is complete, so that a rendering which is missing says little and one which is
there says much: words of many renderings (get, take, make) have no row.
"""

from __future__ import annotations

import re
from functools import cache

_ROWS = """
ability 능력|able 있|abandon 버리,버렸,포기|absence 부재,없|accept 받아,수용,수락,인정|access 접근,접속,이용|accident 사고|accuse 비난,고발,혐의,기소
achieve 달성,이루,이룬,이뤄,이룩,성취|act 행동,행위,연기,법|action 행동,조치,활동|active 활발,활동,적극|activity 활동,활발|actor/actress 배우|actually 실제,사실,실은
add 더하,더해,추가,덧붙,첨가,넣|address 주소,연설,해결,다루|administration 행정,정부|admit 인정,시인,입학|adopt 채택,입양,도입|adult 성인,어른
advance 진보,발전,전진,앞서,선불|advantage 장점,이점,유리,우위|advice 조언,충고|affair 사건,문제,업무,사무|affect 영향|afraid 두려,무서,겁|afternoon 오후
age 나이,연령,시대,세의,살의|agency 기관,청,대행|agree 동의,합의,찬성|agreement 합의,협정,동의,계약|agriculture 농업|aid 원조,지원,도움|aim 목표,목적,겨누|air 공기,공중,항공,대기
airport 공항|album 앨범,음반|alcohol 알코올,술|allow 허용,허락,허가,도록,해주,해 주|almost 거의|alone 혼자,홀로,단독,만으로|already 이미,벌써|ancient 고대,옛|anger/angry 분노,화가,화를,성난
animal 동물,짐승|announce 발표,알렸,공표|annual 연례,매년,해마다,연간|answer 대답,답|apartment 아파트|appear/appearance 나타,등장,보이,보인,출연,외모,모습|apple 사과,애플|apply 적용,지원,신청,바르
appoint 임명|approach 접근,다가|approve/approval 승인,찬성|april 4월|architect/architecture 건축|argue/argument 주장,논쟁,말다툼,논거|arm 팔,무기|army 군대,육군,군|arrest 체포
arrive/arrival 도착,이르|article 기사,조항,글|artist 예술가,화가,가수,아티스트,작가|ask/asked 묻,물었,물어,물은,요청,부탁,질문|attack 공격,습격|attempt 시도,하려|attend 참석,다니,다녔,출석
attention 관심,주의,이목|attract 끌,매력,유치|audience 관객,청중,시청자,독자|august 8월|author 작가,저자,저술|authority 당국,권한,권위|autumn 가을|available 이용,구할,가능|average 평균|avoid 피하,피해,피할,막
award 상을,수상,시상,상이|baby 아기,아이|background 배경|bag 가방,봉투|ball 공을,공이,무도회|band 밴드,악단|bank 은행,강둑,뱅크|bar 술집,막대,바에|base 기지,기반,바탕,근거,기초
battle 전투,싸움|bay 만의,만에,만은|beach 해변,해안,바닷가|bear/bore/born 태어,출생,곰,낳|beat 이기,이겼,때리,물리,꺾|beautiful/beauty 아름다,아름답,미인,예쁜|because 때문,니까,므로,왜냐,어서,아서,해서|bed 침대
begin/began/begun/beginning 시작,초,처음|behavior/behaviour 행동,행위|belief/believe 믿,신념,신앙,생각|belong 속하,속한,속해,소속|benefit 혜택,이익,이득|best 최고,가장,최선,최상|better 더 좋,더 나,낫,나은|big/bigger/biggest 큰,크,대형,최대
bill 법안,계산서,청구|billion 억|bird 새가,새를,새의,조류,새는|birth/birthday 출생,탄생,생일,태어|black 검은,검정,흑인,블랙|block 막,차단,블록|blood 피를,피가,혈액,혈|blue 파란,푸른,파랑,청색|board 이사회,위원회,판,탑승
boat 배를,보트,배가,선박|body 몸,신체,시체,시신,기구|bomb 폭탄,폭격,폭발|book 책,도서,저서,예약|border 국경,경계|boss 상사,사장,보스|bottle 병|box 상자,박스|boy 소년,남자아이,아이|brain 뇌,두뇌|branch 지점,가지,분파
break/broke/broken 깨,부러,부수,고장,위반,어기,쉬|breakfast 아침|bridge 다리,교량|bring/brought 가져,데려,데리,불러|broad 넓,광범|brother 형제,형,동생,오빠|brown 갈색|budget 예산
build/built 짓,지었,지은,지어,건설,건축,세우,세워,세웠,구축|building 건물,빌딩|burn 타,태우,불|bus 버스|business 사업,기업,업계,비즈니스,업무,장사|busy 바쁜,바쁘,번화|buy/bought 사들,샀,구입,구매,매입,사는,살 수,사야
call 부르,불리,불렀,전화,부른,불러,요구,일컫|camera 카메라,사진기|camp 캠프,수용소,야영,진영|campaign 운동,캠페인,유세,선거|cancer 암|candidate 후보|capital 수도,자본|captain 선장,대위,주장|car 차,자동차
card 카드|care 돌보,보살,관리,신경,간호,배려|career 경력,직업,생애,활동|carry 나르,운반,가지고,옮|case 경우,사건,사례,소송|castle 성을,성은,성이,성의|cat 고양이|catch/caught 잡|category 범주,분야,부문
cause 원인,일으,야기,초래,때문|celebrate/celebration 축하,기념,경축|center/centre/central 중심,중앙,센터,가운데|century 세기|ceremony 식을,식에,의식,식이|certain 특정,어떤,확실,일정|chair/chairman 의자,의장,회장
challenge 도전,과제,어려|chance 기회,가능성,우연|change 변화,바꾸,바꿨,바뀌,변경,변하,바꿔,개조,교체|channel 채널,해협|character 성격,인물,등장인물,문자,캐릭터|charge 혐의,요금,기소,책임,충전
cheap 싼,값싼,저렴|check 확인,점검,검사,수표|chemical 화학|chief 최고,책임자,장,주요|child/children/childhood 아이,어린,아동,자녀,자식|choice/choose/chose/chosen 선택,고르,골랐,선정,뽑|church 교회,성당
cinema 영화,극장|citizen 시민,국민|city/cities 도시,시|civil 민간,시민,내전,민사|claim 주장,청구,요구|class 수업,계급,등급,학급,반|clean 깨끗,청소,닦|clear 분명,명확,맑,뚜렷,투명|climate 기후|climb 오르,올라,등반
clock 시계|close 가까,닫,문을,폐쇄,친한,긴밀,밀접,마감|clothes/clothing 옷,의류,복장|cloud 구름,클라우드|club 클럽,동아리,구단,동호|coach 코치,감독|coal 석탄|coast 해안,연안|coffee 커피|cold 추운,추위,차가,감기,냉
collapse 붕괴,무너|colleague 동료|collect/collection 모으,수집,모은,소장품,징수|college 대학|colony/colonial 식민|color/colour 색|combine 결합,합치,조합|come/came 오,왔,온,올
comfort/comfortable 편안,위로|comment 논평,의견,언급,댓글|commission/committee 위원회,의뢰,수수료|commit 저지,헌신,범|common 흔한,흔히,공통,일반|communicate/communication 소통,통신,의사소통,연락|communist/communism 공산
community 공동체,지역사회,사회,커뮤니티|company 회사,기업,업체|compare/comparison 비교,비해,비하|compete/competition 경쟁,경기,대회,시합|complain/complaint 불평,불만,항의|complete 완전,완성,완료,마치,끝내
complex 복잡,단지|computer 컴퓨터,전산|concept 개념|concern 우려,걱정,관심,관련|concert 콘서트,연주회,음악회,공연|conclude/conclusion 결론,끝|condition 조건,상태,여건,상황|conduct 수행,실시,지휘,행동|conference 회의,회담,회견
confidence/confident 자신,신뢰,확신|confirm 확인,확정|conflict 갈등,분쟁,충돌|confuse 혼란,헷갈|congress 의회,국회|connect/connection 연결,잇,관계,접속|conquer/conquest 정복|conservative 보수|consider/consideration 고려,생각,여기,여겨,간주,검토
consist 이루어,구성|constitution/constitutional 헌법|construct/construction 건설,건축,공사|consumer/consume 소비|contact 연락,접촉|contain 담,포함,들어|contemporary 현대,동시대|content 내용,만족,콘텐츠|continent 대륙
continue 계속,지속,이어|contract 계약|contrast 대조,대비,반면|contribute/contribution 기여,공헌,기부|control 통제,지배,제어,관리,조절,장악|controversy/controversial 논란,논쟁|conversation 대화|convince 설득,확신,납득
cook 요리|cool 시원,멋,식히|copy 복사,사본,베|corner 모퉁이,구석,코너|cost 비용,값,들,원가|council 의회,위원회,협의회|count 세,계산,백작|country/countries 나라,국가,시골|couple 부부,커플,두,쌍|course 과정,강의,코스,물론
court 법원,법정,재판,궁정|cover 덮,표지,다루,가리|create/creation/creative 만들,창조,창작,창출,만든,생성|credit 신용,공로,학점|crew 선원,승무원,대원|crime/criminal 범죄,범인,형사|crisis 위기|criticism/criticize/critic/critical 비판,비평,비난,평론
cross 십자,건너,가로|crowd 군중,관중,사람|cry 울,외치|culture/cultural 문화|current/currently 현재,지금,전류,현|customer 고객,손님|cut 자르,잘라,삭감,줄이,베|daily 매일,일간,일상|damage 피해,손상,손해|dance 춤,댄스,무용
danger/dangerous 위험|dark/darkness 어두,어둠,캄캄,짙|data 자료,데이터|date 날짜,날,일자|daughter 딸|dead/death/die/died 죽,사망,숨졌,숨진,사후,사형|deal 거래,다루,협정,합의|debate 토론,논쟁,논의|debt 빚,부채,채무|decade 십 년,10년,수십
december 12월|decide/decision 결정,결심,판결,하기로|declare/declaration 선언,선포,신고|decline 감소,쇠퇴,거절,줄|decrease 감소,줄|deep 깊|defeat 패배,물리,격파,이기,패,꺾|defend/defence/defense 방어,수비,옹호,국방,지키|define/definition 정의,규정
degree 학위,정도,도|delay 지연,늦|deliver/delivery 배달,전달,배송|demand 요구,수요|democracy/democratic 민주|demonstrate/demonstration 보여,시위,입증|deny 부인,부정,거부|department 부서,부,학과|depend 의존,달려,따라,좌우
describe/description 묘사,설명,표현,기술|desert 사막,버리|design 설계,디자인,고안|desire 욕망,바라,원하|desk 책상|despite 불구,에도|destroy/destruction 파괴,부수,무너,없애|detail 세부,자세,상세|determine 결정,결심,알아
develop/development 개발,발전,발달|device 장치,기기|dialogue 대화|differ/difference/different 다르,다른,차이,달리|difficult/difficulty 어려,어렵,힘든,곤란|dinner 저녁,만찬,식사|direct/direction 직접,방향,지시,감독|director 감독,이사,국장,책임자,소장
disappear 사라|discover/discovery 발견,찾아|discuss/discussion 논의,토론,의논,이야기|disease 질병,병,질환|distance 거리|distinct/distinguish 구별,뚜렷,구분|district 구역,지구,지역,구|disturb 방해|divide/division 나누,나뉘,분할,구분,나눠,사단
doctor 의사,박사|document 문서,기록,서류|dog 개를,개가,개는,강아지|dollar 달러|domestic 국내,가정|dominate/dominant 지배,우세,우위|door 문을,문이,문,현관|double 두 배,이중,배로|doubt 의심,의문|draft 초안,징병
drama/dramatic 드라마,극적,연극|draw/drew/drawn 그리,그린,그렸,끌,비기,비겼|dream 꿈|dress 옷,드레스,복장|drink/drank 마시,마셨,음료,술|drive/drove/driven/driver 운전,몰,운전사,기사|drop 떨어,내려|drug 약,마약,약물|dry 마른,건조
due 때문,예정,기인|duty 의무,임무|early/earlier 일찍,초,이른,초기,앞서|earn 벌,얻|earth 지구,땅,흙|earthquake 지진|east/eastern 동쪽,동부,동|easy/easily 쉽,쉬운|eat/ate/eaten 먹,식사|economic/economy/economist 경제
edge 가장자리,끝|edition 판|education/educate/educational 교육|effect/effective 효과,영향,효력|effort 노력|egg 달걀,계란,알|elect/election 선거,당선,선출|electric/electricity/electronic 전기,전력,전자|element 요소,원소
emergency 비상,긴급,응급|emotion/emotional 감정,정서,감동|emperor/empire 황제,제국|employ/employee/employment 고용,직원,취업,종업원|empty 빈,비어,텅|enable 가능,수 있게,해주|encounter 만나,마주,조우
encourage 격려,장려,권하,북돋|end 끝,말,종료,결국|enemy 적|energy 에너지,기운|enforce 시행,집행|engage 참여,종사,약혼|engine 엔진,기관|engineer/engineering 공학,기술자,엔지니어|enjoy 즐기,즐겨,즐거,누리|enough 충분,만큼
enter/entry 들어,입장,입학,진입,참가|entertain/entertainment 오락,연예,즐겁|entire/entirely 전체,완전,온,전부,모든|environment/environmental 환경|equal/equality 평등,동등,같|equipment 장비,설비|era 시대|error 오류,실수,잘못
escape 탈출,도망,달아|especially 특히|establish/establishment 설립,수립,확립,세우,세웠,설정|estimate 추정,추산,견적|event 사건,행사,일|eventually 결국,마침내|evidence 증거,근거|evil 악|exact/exactly 정확,바로|example 예,사례,본보기
excellent 훌륭,뛰어|exchange 교환,환전,주고받|excite/exciting 흥분,신나,흥미|exhibit/exhibition 전시|exist/existence 존재,있|expand/expansion 확장,확대,팽창,넓|expect/expectation 기대,예상,예정|expensive 비싼,비싸,고가
experience 경험,체험,겪|experiment 실험|expert 전문가|explain/explanation 설명,해명|explode/explosion 폭발|explore/exploration 탐험,탐구,탐사|export 수출|expose 노출,폭로,드러|express/expression 표현,나타|extend/extension 연장,확장,뻗,늘
extreme/extremely 극단,극도,매우,몹시|eye 눈|face 얼굴,직면,마주|facility 시설|fact 사실|factor 요인,요소|factory 공장|fail/failure 실패,못,고장|fair 공정,박람회|faith 믿음,신앙,신념|fall/fell/fallen 떨어,가을,넘어,무너,함락,하락
false 거짓,가짜,허위|fame/famous 유명,명성|family/families 가족,가문,가정,과|fan 팬,선풍기|farm/farmer 농장,농부,농민,농가,농사|fashion 패션,유행|fast/faster 빠르,빨리,빠른|father 아버지,부친,아빠|fear 두려,공포,무서,우려
feature 특징,기능|february 2월|federal 연방|feed/fed 먹이,먹|feel/felt/feeling 느끼,느낌,느꼈,감정,느낀|fellow 동료|female/woman/women 여성,여자,암컷,여인|festival 축제,페스티벌|field 분야,들판,밭,경기장,현장
fight/fought 싸우,싸움,싸웠,투쟁,전투|figure 인물,수치,그림,모습|file 파일,제출,제기|fill 채우,채워,메우,가득|film 영화,필름,촬영|final/finally 마지막,결승,마침내,최종,결국,드디어|finance/financial 재정,금융,재무,자금
find/found/finding 찾,발견,알아,발견|finger 손가락|finish 끝내,끝나,마치,마쳤,완료|fire 불,화재,해고,발사,소방|firm 회사,기업,단단,굳|fish/fishing 물고기,생선,어업,낚시|flag 깃발,국기|flat 평평,아파트|flight/fly/flew 비행,날아,항공
flood 홍수,침수|floor 바닥,층|flow 흐르,흐름|flower 꽃|focus 초점,집중|follow/following 따르,따라,뒤,다음,이은,이후|food 음식,식품,식량,먹|foot/feet 발,피트|football/soccer 축구,풋볼|force 힘,군,강제,억지,세력,부대|foreign 외국,해외,외교
forest 숲,산림,삼림|forget/forgot/forgotten 잊|form 형태,형성,이루,양식,모양|formal 공식,정식,격식|former 전,이전,옛|fortune 재산,행운|forward 앞으로,전달|foundation 재단,기초,토대,설립|founder/founded 설립,창립,창시,세운,세웠,창설
free/freedom 자유,무료,공짜,석방|frequent/frequently 자주,빈번,흔히|fresh 신선,새로|friend/friendship 친구,우정,벗|front 앞,전선,정면|fruit 과일,열매,결실|fuel 연료|full/fully 가득,완전,충분,꽉,전면|fun 재미,즐거|function 기능,함수
fund 기금,자금,펀드|future 미래,장래,앞으로,향후|game 게임,경기,놀이|garden 정원,뜰|gas 가스,기체|gate 문|gather/gathering 모이,모임,모였,수집|gender 성별,젠더,성|general 일반,장군,대체|generation 세대|gentle 부드러,온화
gift 선물,재능|girl 소녀,여자,여자아이|glass 유리,잔|global/globe 세계,전 세계,글로벌,지구|goal 목표,골|god 신,하느님,하나님|gold/golden 금,황금|government/govern 정부,통치,다스리|governor 주지사,총독,지사|grade 학년,등급,성적
gradually 점차,점점,서서히|graduate 졸업,대학원|grand 웅장,거대,큰|grandfather/grandmother 할아버지,할머니,조부|grass 풀,잔디|great/greater/greatest 위대,큰,훌륭,대|green 녹색,초록,푸른|ground 땅,지면,근거|group 그룹,집단,단체,무리
grow/grew/grown/growth 자라,자랐,성장,증가,커지,재배|guarantee 보장|guard 경비,지키,경호,보초|guest 손님,투숙객,초대|guide 안내,가이드,지침|guilty/guilt 유죄,죄책|gun 총|habit 습관,버릇|hair 머리,털|half 절반,반|hall 홀,회관,강당
hand 손,건네|happen 일어,벌어,발생|happy/happiness 행복,기쁘,기쁜|hard 열심,어려,힘든,단단,딱딱|harm 해,피해|hat 모자|hate 미워,싫,증오|head 머리,이끌,향하,대표|health/healthy 건강,보건|hear/heard 듣,들었,들은,청문|heart 마음,심장,중심
heat 열,더위|heavy/heavily 무거,심한,심하,많은,크게|height 높이,키|help 돕,도와,도움,도왔|hero 영웅,주인공|hide/hid/hidden 숨|high/higher/highest 높,고,최고|hill 언덕|historian/historic/history/historical 역사
hit 치,때리,명중,히트,부딪|hold/held 열렸,개최,잡,쥐,열린,보유|hole 구멍|holiday 휴일,휴가,명절|holy 성스러,거룩,신성,성|home 집,고향,가정,홈|honest 정직,솔직|honor/honour 명예,영광,기리|hope 희망,바라,바란|horse 말을,말이,말,기병
hospital 병원|host 주최,진행,주인|hot 뜨거,더운,더위|hotel 호텔|hour 시간|house/housing 집,주택,하원,가옥|huge 거대,엄청,막대|human 인간,사람,인류,인권|hundred 백,수백|hunger/hungry 배고,굶주|hunt/hunter 사냥,찾
husband 남편|ice 얼음|idea 생각,아이디어,발상,개념,관념|identify/identity 확인,신원,정체성,식별,밝혀|ignore 무시,외면|illegal 불법|illness 병,질환|image 이미지,그림,영상,모습,사진|imagine/imagination 상상
immediately/immediate 즉시,곧바로,즉각,바로,당장|immigrant/immigration 이민|impact 영향,충격|import 수입|important/importance 중요|impose 부과,강요|impossible 불가능,없|impress/impression/impressive 인상,감명
improve/improvement 개선,향상,나아|incident 사건,사고|include/including 포함,비롯,등|income 소득,수입|increase/increasingly 증가,늘,점점,높|independence/independent 독립|indicate 나타,가리,시사,보여|individual 개인,개별
industry/industrial 산업,업계,공업|infant 유아,아기|infect/infection 감염,전염|influence/influential 영향|inform/information 정보,알리,알려|injure/injury 부상,다치,상처|inner 내부,안쪽,내면|innocent 무고,결백,순진
inside 안,내부|insist 주장,고집,우기|inspire/inspiration 영감,고무|install 설치|instance 예,경우,사례|instead 대신|institute/institution 연구소,기관,제도,협회|instruction/instructor 지시,지침,강사,교육|instrument 악기,도구,기구
insurance 보험|intelligence/intelligent 지능,정보,지성,똑똑|intend/intention 의도,작정,하려|interest/interesting 관심,흥미,이자,이익|international 국제|internet 인터넷|interpret/interpretation 해석,통역|interview 인터뷰,면접,회견
introduce/introduction 소개,도입,서론|invade/invasion 침공,침략,침입|invent/invention 발명|invest/investment/investor 투자|investigate/investigation 조사,수사|invite/invitation 초대,초청|involve 관련,연루,참여,포함
iron 철,쇠|island 섬|issue 문제,발행,쟁점,발표,호|january 1월|job 일자리,직업,직장,일|join 가입,합류,참가,참여,함께|journal/journalist 저널,학술지,기자,신문|journey 여행,여정|judge 판사,판단,재판관,심판|july 7월|jump 뛰,점프|june 6월
jungle 정글,밀림|jury 배심|justice 정의,사법,법무|justify 정당화|key 열쇠,핵심,주요|kill/killer 죽,살해,숨졌,살인|kilometer/kilometre 킬로미터,km|king/kingdom 왕,국왕|kitchen 부엌,주방|know/knew/known/knowledge 알,안다,아는,지식,모르
labor/labour 노동|lack 부족,결여,없|lady 여사,부인,숙녀|lake 호수,호|land 땅,토지,육지,착륙,상륙|language 언어,말,어|large/larger/largest/largely 큰,크,대형,최대,대규모,넓|last 마지막,지난,작년|late/later/latest 늦,나중,후,최근,뒤
laugh/laughter 웃|launch 시작,출시,발사,개시|law/lawyer/legal 법,변호사|lead/led/leader/leadership 이끌,이끈,지도자,주도,대표,이어|league 리그,연맹|learn 배우,배웠,배운,학습,알게|leave/left 떠나,떠났,남기,왼쪽,남겨|legislation 입법,법률
length/long/longer 길,긴,오래,길이,장기|letter 편지,글자,서한|level 수준,단계,층|liberal 자유,진보|library 도서관|license/licence 면허,허가|life/lives/live/living 삶,인생,생활,생명,살,생애,생전|light 빛,가벼,불빛,조명|limit 제한,한계,한도
line 선,줄,노선|link 연결,관련,링크|lion 사자|list 목록,명단|listen 듣,들어,경청|literature/literary 문학|little 작은,거의,조금|loan 대출,융자|local 지역,현지,지방|locate/location 위치,장소,자리|lonely 외로|look 보,찾|lord 주,경,영주
lose/lost/loss 잃,지,손실,패배,상실|love 사랑|low/lower/lowest 낮,저|luck/lucky 운,행운|lunch 점심|machine 기계|magazine 잡지|main/mainly 주요,주로,주된,본|maintain/maintenance 유지,관리|major/majority 주요,대부분,다수,대다수,전공
male/men 남성,남자,수컷|manage/manager/management 관리,경영,감독,매니저|manner 방식,방법,태도|manufacture/manufacturer 제조,생산|map 지도|march 3월,행진|mark 표시,기념,자국|market 시장|marriage/marry/married 결혼,혼인
mass 대중,대량,질량|massive 거대,대규모,엄청|master 석사,주인,대가,거장|match 경기,일치,시합,어울|material 재료,물질,자료,소재|matter 문제,물질,중요|maximum 최대|mayor 시장|meal 식사,끼니|mean/meant/meaning 의미,뜻|measure 조치,측정,재
meat 고기,육류|mechanism 기구,메커니즘,방식|media 매체,언론,미디어|medical/medicine 의학,의료,약|meet/met/meeting 만나,만났,회의,회담,모임,충족|member 회원,구성원,의원,일원,단원|memory/memorial 기억,추억,기념|mental 정신|mention 언급
merchant 상인|message 메시지,전갈|metal 금속|method 방법,방식|middle 중간,가운데,중세,중동|mile 마일,km,킬로미터|military 군사,군대,군,군부|milk 우유|million 백만,만|mind 마음,정신|mine/mining 광산,채굴,지뢰|minister/ministry 장관,부,총리,목사
minor/minority 소수|minute 분|miracle 기적|miss 놓치,그리워,실종|mission 임무,사명,선교|mistake 실수,잘못|mix/mixture 섞,혼합|modern 현대,근대|modest 겸손,소박,소폭|moment 순간,때|monday 월요일|money 돈,자금,화폐|monk 수도사,승려
month/monthly 달,개월,월|moon 달|moral 도덕|morning 아침,오전|mostly/most 대부분,가장,주로|mother 어머니,엄마,모친|motion 움직,동작|mountain 산|mouth 입|move/movement 움직,이사,옮,이동,운동|movie 영화|murder 살인,살해
muscle 근육|museum 박물관,미술관|music/musical/musician 음악,뮤지컬,음악가|mystery/mysterious 신비,수수께끼|myth 신화|narrow 좁|nation/national/nationality 국가,나라,국민,민족,전국,국립,국적|native 원주민,토착,출신,원어민
nature/natural 자연,천연,본성|navy/naval 해군|near/nearby 가까,근처,부근,인근|nearly 거의|necessary/necessity/need 필요,해야|negative 부정,음성|negotiate/negotiation 협상,교섭|neighbor/neighbour/neighborhood 이웃,동네|network 네트워크,망,방송
news 소식,뉴스|newspaper 신문|night 밤,야간|noble 귀족,고귀|noise 소음,소리|normal/normally 정상,보통,평소|north/northern 북쪽,북부,북|note 메모,지적,음|novel/novelist 소설|november 11월|nuclear 핵,원자력
number 수,숫자,번호|nurse 간호|object/objective 물체,대상,목표,반대|observe/observer/observation 관찰,관측,지키|obtain 얻,획득|obvious/obviously 분명,명백,뻔|occasion/occasionally 때때로,경우,가끔,행사|occupy/occupation 점령,점유,직업,차지
occur 일어,발생,생기|ocean 바다,대양,해양|october 10월|offer 제공,제안,제시|office 사무실,사무소,집무|officer/official 장교,관리,공식,공무원,관계자,당국자|oil 석유,기름,유|old/older/oldest 오래,늙,옛,나이,세의,낡|online 온라인
open/opening 열,개방,문을,개장,개막|opera 오페라|operate/operation 운영,작전,수술,작동|opinion 의견,여론,견해|opponent/oppose/opposition 반대,상대,야당|opportunity 기회|option 선택,옵션|order 명령,질서,주문,순서
ordinary 평범,보통,일반|organ/organic 기관,장기,유기|organization/organisation/organize 조직,기구,단체|origin/original/originally 기원,원래,본래,처음,독창|outside 밖,외부|owner/own 소유,자신,주인|page 쪽,페이지|pain/painful 고통,통증,아픔,아프
paint/painter/painting 그림,화가,페인트,회화|palace 궁전,궁|paper 종이,논문,신문,서류|parent 부모|park 공원,주차|parliament 의회,국회|particular/particularly 특히,특정,특별|partner 동반자,파트너,협력|party/parties 당,정당,파티,일행
pass/passage 통과,지나,합격|passenger 승객,여객|past 과거,지난|path 길,경로|patient 환자,참을|pattern 무늬,양식,패턴|pay/paid/payment 지불,지급,내|peace/peaceful 평화|peak 정점,최고,봉우리|people 사람,국민,민족,인|percent/percentage %,퍼센트,비율
perfect 완벽,완전|perform/performance 공연,수행,연주,성과,성능|period 기간,시기,시대|permanent 영구,상설|permit/permission 허가,허락,허용|person/people 사람,인물,인|personal/personally 개인,직접|perspective 관점,시각|phase 단계,국면
philosophy/philosopher 철학|phone/telephone 전화,휴대폰,휴대전화|photo/photograph/photographer 사진|physical/physics/physicist 신체,물리,육체|piano 피아노|picture 사진,그림|piece 조각,작품,개|pilot 조종사,시범|place 장소,곳,자리|plan 계획,방안
plane/aircraft 비행기,항공기|planet 행성,지구|plant 식물,공장,심,발전소|plastic 플라스틱|play/player 놀,연기,경기,선수,연주,연극,하는|pleasant/please/pleasure 기쁘,즐거,쾌적|poem/poet/poetry 시인,시를,시는,시집,시|point 점,요점,지적
police 경찰|policy 정책,방침|political/politics/politician 정치|poll 여론,조사|pollution 오염|poor/poverty 가난,빈곤,나쁜,불쌍|pope 교황|popular/popularity 인기,대중|population 인구,주민,개체|port 항구,항|position 위치,입장,지위,자리,직책
positive 긍정,양성|possess/possession 소유,가지|possible/possibly/possibility 가능,수 있|potential 잠재,가능성|pound 파운드|power/powerful 힘,권력,전력,강력,권한|practical/practice 실제,실용,관행,연습,실천|pray/prayer 기도
predict/prediction 예측,예상|prefer/preference 선호,좋아|pregnant/pregnancy 임신|prepare/preparation 준비,대비|presence/present 존재,현재,참석,선물,제시,있|preserve 보존,지키|president/presidential 대통령,회장,사장,의장,대선|press 언론,누르,압박
pressure 압력,압박|pretty 예쁜,꽤|prevent/prevention 막,방지,예방|previous/previously 이전,앞서,종전|price 가격,값|priest 사제,신부,성직자|prince/princess 왕자,공주,대공|principal/principle 원칙,원리,교장,주요|prison/prisoner 감옥,교도소,죄수,포로,수감
private 사적,민간,개인,사립|prize 상을,상,상금|problem 문제|process 과정,절차,처리|produce/producer/product/production 생산,제작,제품,만들|profession/professional 전문,직업,프로|professor 교수|profit 이익,수익|program/programme 프로그램,계획
progress 진보,진전,발전|project 프로젝트,사업,계획|promise 약속,공약|promote/promotion 승진,홍보,촉진,증진|proof/prove 증명,입증,증거,밝혀|proper/properly 적절,제대로,올바|property 재산,부동산,성질|propose/proposal 제안,청혼
protect/protection 보호,지키|protest/protester 시위,항의|proud/pride 자랑,자부|province/provincial 주,지방,성|public/publicly 공공,대중,공개,공립|publish/publication/publisher 출판,발행,발표,펴|pull 당기,끌,철수|punish/punishment 처벌,벌
purchase 구매,구입,매입|purpose 목적|push 밀,추진|quality 질,품질,자질|quarter 분기,4분의|queen 여왕,왕비|question 질문,문제,의문|quick/quickly 빨리,빠르,신속,금방|quiet/quietly 조용|race 경주,인종,경쟁|racism/racist/racial 인종
radio 라디오,무선|rail/railroad/railway 철도|rain 비가,비를,비,강우|raise 올리,모금,키우,제기,기르|range 범위,다양|rapid/rapidly 급속,빠르,급격|rare/rarely 드물,드문,희귀|rate 비율,속도,율|reach 도달,이르,닿|react/reaction 반응
read/reader/reading 읽,독서,독자|ready 준비|real/reality/really 진짜,현실,실제,정말,진정|realize/realise 깨달,실현,깨닫|reason 이유,까닭,이성|rebel/rebellion 반란,반군|recall 회상,기억,떠올|receive 받|recent/recently 최근|recession 침체
recognize/recognise/recognition 인정,알아,인식|recommend/recommendation 추천,권고,권장|record 기록,녹음,음반|recover/recovery 회복,복구|red 빨간,붉은,적색|reduce/reduction 줄이,줄여,감소,축소|refer/reference 언급,참조,가리|reflect/reflection 반영,반사,성찰
reform 개혁|refugee 난민|refuse/refusal 거부,거절|regard 여기,간주,관하|region/regional 지역,지방|register/registration 등록|regular/regularly 정기,규칙|reject 거부,거절,기각|relate/relation/relationship/relative 관계,관련,친척,상대
relax 쉬,긴장|release 발매,석방,공개,발표,방출,출시|relief 구호,안도,완화|religion/religious 종교|rely 의존,의지,믿|remain 남,여전,유지|remarkable 놀라,주목,뛰어|remember 기억|remote 외딴,먼,원격|remove/removal 제거,없애,치우,삭제
rent 임대,집세,빌|repair 수리,고치|repeat/repeatedly 반복,되풀이,거듭|replace/replacement 교체,대신,대체,바꾸|report/reporter 보고,보도,기자|represent/representative 대표,나타,상징|republic/republican 공화|request 요청,부탁
require/requirement 요구,필요|rescue 구조,구하|research/researcher 연구|resident/residence 주민,거주|resist/resistance 저항|resolution/resolve 결의,해결|resource 자원|respect 존경,존중|respond/response 응답,반응,대응,대답|responsibility/responsible 책임
rest 쉬,나머지,휴식|restaurant 식당,레스토랑,음식점|restore/restoration 복원,회복,복구|restrict/restriction 제한|result 결과,초래|retire/retirement 은퇴,퇴직|return 돌아,귀국,반환,복귀,돌려|reveal 드러,밝혀,폭로,밝혔|revenue 수입,수익,매출
revolution/revolutionary 혁명|rich 부유,부자,풍부|right 권리,오른쪽,옳,바로|rise/rose/risen 오르,상승,올라,떠오|risk 위험|ritual 의식,의례|rival 경쟁,라이벌|river 강|road 길,도로|rock 바위,록,암석|role 역할,배역|roof 지붕|room 방,공간|root 뿌리,근원
rough/roughly 대략,거친|round 둥근,라운드,회|route 길,노선,경로|royal 왕실,왕립,왕|rule/ruler/ruling 규칙,지배,통치,판결,다스|run/ran/running 달리,뛰,운영,출마|rural 시골,농촌|sacred 신성,성스러|sacrifice 희생,제물|sad 슬프,슬픈|safe/safety 안전
sail/sailor 항해,선원,돛|salary 급여,월급,봉급|sale/sell/sold 팔,판매,매각|salt 소금|sand 모래|satellite 위성|saturday 토요일|save 구하,저장,절약,살리,아끼|say/said/says 말했,말하,했다,밝혔,전했,라고,말한|scale 규모,척도|scandal 스캔들,추문
scene 장면,현장|schedule 일정,예정|scholar 학자,장학|school 학교,학파|science/scientific/scientist 과학|score 점수,득점|screen 화면,스크린|sea 바다,해|search 검색,수색,찾|season 계절,시즌,철|seat 좌석,의석,자리|secret 비밀|secretary 비서,장관,서기
section 부분,구역,절|sector 부문,분야|secure/security 안보,안전,보안,확보|seek/sought 구하,찾,추구|select/selection 선택,선정,뽑|senator/senate 상원|send/sent 보내,보냈,파견,전송|senior 고위,선임,노인|sense 감각,의미,느낌|sentence 문장,선고,형
separate/separation 분리,따로,별도|september 9월|series 시리즈,연속,일련|serious/seriously 심각,진지|servant 하인|serve/service 봉사,복무,서비스,제공,섬기|settle/settlement 정착,해결|several 여러,몇|severe/severely 심각,심한,가혹,심하
sex/sexual 성,성적|shadow 그림자|shape 모양,형태|share 공유,나누,주식,몫,점유|sharp 날카,급격|sheep 양|ship 배,선박,함선|shirt 셔츠|shock 충격|shoe 신발,구두|shoot/shot 쏘,쏴,총,촬영,슛|shop/shopping 가게,쇼핑,상점|shore 해안,바닷가
short/shortly 짧,단기,곧,부족|show/shown/showed 보여,보이,나타,쇼,프로그램|sick 아프,아픈,병|side 쪽,측,편|sign/signal 서명,신호,표지,징후,조짐|significant/significantly 중요,상당,크게|silence/silent 침묵,조용|silver 은,은색
similar/similarly 비슷,유사,마찬가지|simple/simply 단순,간단,그저,단지|sing/sang/singer/singing 노래,가수|single 단일,싱글,하나,독신|sister 자매,누나,언니,여동생|site 현장,사이트,부지,유적|situation 상황,사태|size 크기,규모|skill 기술,능력,솜씨
skin 피부|sky 하늘|slave/slavery 노예|sleep/slept 잠,자|slow/slowly 느리,천천,늦|small/smaller 작,소규모,소형|smell 냄새|smile 미소,웃|smoke/smoking 연기,담배,흡연|snow 눈이,눈을,눈|social/society 사회|software 소프트웨어|soil 토양,흙
soldier 군인,병사|solution/solve 해결,해법|song/songs 노래,곡|soul 영혼|sound 소리,음|source 출처,근원,원천,소식통|south/southern 남쪽,남부,남|space 우주,공간|speak/spoke/spoken/speaker/speech 말하,연설,말을,화자,의장|special/specialist 특별,전문
species 종|specific/specifically 구체,특정|spend/spent 쓰,썼,지출,보내,소비|spirit/spiritual 정신,영혼,영적|split 갈라,분열,나뉘|sponsor 후원|sport 스포츠,운동|spread 퍼지,퍼졌,확산,번지,전파|spring 봄,샘|stable/stability 안정|staff 직원,참모
stage 무대,단계|stand/stood 서,섰|standard 기준,표준|star 별,스타|start 시작,출발|state 국가,주,상태,말했|statement 성명,진술,발언|station 역,방송국|statue 동상,조각상,상|status 지위,신분,상태|stay 머무,머물,있|steal/stole/stolen 훔,도난
steel 강철,철강|step 단계,걸음,조치|stock 주식,재고|stone 돌,석|stop 멈추,중단,그만,막|store 가게,상점,매장,저장|storm 폭풍|story/stories 이야기,소설,기사,층|strange/stranger 이상,낯선|strategy/strategic 전략|stream 개울,흐름
street 거리,가|strength/strengthen/strong/stronger/strongly 힘,강하,강한,강력,강화|stress 스트레스,강조|strike 파업,공습,치|structure 구조|struggle 투쟁,고군분투,애|student 학생|studio 스튜디오,촬영소|study/studies/studied 연구,공부,조사
style 양식,스타일,방식|subject 주제,과목,대상|success/successful/succeed/successfully 성공|sudden/suddenly 갑자기,갑작|suffer 고통,겪,시달|sugar 설탕|suggest/suggestion 제안,시사,암시|suicide 자살|suit 소송,정장,적합|summer 여름|sun/sunday 태양,햇,일요일,해가
supply 공급|support/supporter 지지,지원,후원|suppose 가정,생각|supreme 대법원,최고|surface 표면,수면|surgery/surgeon 수술,외과|surprise/surprising/surprisingly 놀라,놀랍,놀란|surround 둘러싸,에워|survey 조사,설문|survive/survivor/survival 생존,살아
suspect 의심,용의자|sweet 달콤,단|swim/swimming 수영,헤엄|symbol 상징,기호|symptom 증상|system 체계,제도,시스템|table 탁자,식탁,표|talent 재능|talk 이야기,말,대화,회담|tall 키,높|target 목표,대상|task 임무,과제,일|taste 맛,취향|tax 세금,조세,세
teach/taught/teacher/teaching 가르치,교사,선생,가르쳤,가르침|team 팀|tear 눈물,찢|technical/technique/technology/technological 기술,기법|teenager/teen 십대,청소년,10대|telescope 망원경|television 텔레비전,TV,방송|temperature 온도,기온,체온
temple 사원,신전,절|term 용어,임기,기간,학기|territory/territorial 영토,지역|terrorist/terrorism/terror 테러|test 시험,검사,테스트|text 본문,글,문자|theater/theatre 극장,연극|theme 주제|theory/theoretical 이론|thin 얇,가는|thing 것,일|think/thought 생각
thousand 천,수천|threat/threaten 위협,협박|throne 왕위,왕좌,즉위|throw/threw/thrown 던|thursday 목요일|ticket 표,티켓,입장권|tie 묶,넥타이,무승부,관계|time 시간,때,시기|tiny 작은,조그|tire/tired 지치,피곤,타이어|title 제목,칭호,타이틀|today 오늘,현재
together 함께,같이|tomorrow 내일|ton 톤|tongue 혀,언어|tool 도구|tooth/teeth 이빨,치아|top 꼭대기,정상,최고,상위|topic 주제,화제|total/totally 전체,총,합계,완전|touch 만지,닿,감동|tour/tourism/tourist 관광,여행,투어|tower 탑|town 마을,도시,읍
trace 흔적,추적|track 추적,트랙,선로|trade/trader 무역,거래,교역|tradition/traditional/traditionally 전통|traffic 교통|tragedy 비극|train 기차,열차,훈련|training 훈련,교육|transfer 이전,이동,옮|transform/transformation 변화,변형,탈바꿈
transition 전환,이행,과도|translate/translation 번역|transport/transportation 교통,수송,운송|travel/traveler 여행,이동|treasure 보물|treat/treatment 치료,대우,취급,다루|treaty 조약|tree 나무|trial 재판,시험|tribe/tribal 부족|trip 여행
troop 병력,군대,부대|trouble 문제,곤란,어려|truck 트럭|true/truth/truly 진실,사실,진정,참|trust 신뢰,믿|try/tried 노력,시도,하려|tuesday 화요일|turn 돌,바뀌,변|type 종류,유형,형|typical/typically 전형,보통,일반|uncle 삼촌,숙부,아저씨
understand/understood/understanding 이해,알|unfortunately 불행,안타깝,유감|union 노조,연합,연맹,조합|unique 독특,유일,고유|unit 단위,부대|unite/united/unity 통일,연합,단결,유나이티드|universal/universe 우주,보편|university 대학|unknown 알려지지,미지,모르
unusual 이례,특이,드문|upper 상부,위쪽,상위,상류|urban 도시|urge 촉구,권하|use/used/useful/user 사용,이용,쓰,유용,활용|usual/usually 보통,대개,일반|valley 계곡,골짜기|valuable/value 가치,귀중,값|variety/various/vary 다양,여러,각종|vast 광대,방대,광활
vehicle 차량,차|version 판,버전|victim 피해자,희생자|victory 승리,이기|video 영상,동영상,비디오|view/viewer 견해,전망,관점,보기,보|village 마을|violate/violation 위반,침해|violence/violent 폭력,격렬|virtual/virtually 가상,거의|virus 바이러스
visible/vision 시각,보이|visit/visitor 방문,찾|voice 목소리,음성|volcano/volcanic 화산|volume 권,부피,양|volunteer 자원|vote/voter/voting 투표,유권자,표|wage 임금,급여|wait 기다리|walk 걷,걸어,산책|wall 벽,성벽,장벽|want 원하,싶|war/warfare 전쟁,전
warm/warming 따뜻,온난|warn/warning 경고|wash 씻|waste 낭비,쓰레기,폐기|watch 보,지켜,시계,감시|water 물,수|wave 파도,파,물결|weak/weakness 약하,약한,약점|wealth/wealthy 부유,부,재산|weapon 무기|wear/wore/worn 입,착용,쓰|weather 날씨,기상
website/web 웹,홈페이지|wedding 결혼|wednesday 수요일|week/weekly 주,주간|weekend 주말|weight/weigh 무게,체중|welcome 환영|welfare 복지|well-known 유명,알려|west/western 서쪽,서부,서양,서방,서|whale 고래|wheel 바퀴|white 흰,하얀,백인,백악관,백
whole 전체,온,모든|wide/widely/widespread 넓,널리|wife/wives 아내,부인,처|wild/wildlife 야생|willing 기꺼이|win/won/winner 이기,우승,승리,이겼,수상|wind 바람,풍력|window 창,창문|wine 와인,포도주|wing 날개|winter 겨울|wise/wisdom 지혜,현명
wish 바라,소원|wolf/wolves 늑대|wonder/wonderful 놀라,궁금,훌륭,멋|wood/wooden 나무,목재,숲|word 말,단어,낱말|work/worker 일,작업,노동,작품,근무|workshop 작업장,워크숍|world/worldwide 세계,세상,월드|worry/worried 걱정,우려|worse/worst 나쁜,최악,나빠
worship 숭배,예배|worth 가치|wound 상처,부상|write/wrote/written/writer/writing 쓰,썼,작가,글,쓴,작성,집필|wrong 잘못,틀린,틀리|year 년,해|yellow 노란,노랑|yesterday 어제|young/younger/youth 젊,어린,청년,청소년|zone 지대,구역|zoo 동물원
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    """Renderings by the English word."""
    out: dict[str, frozenset[str]] = {}
    for row in re.split(r"[|\n]", _ROWS.strip()):
        words, _, korean = row.partition(" ")
        for word in words.split("/"):
            out[word] = frozenset(korean.split(",")) | out.get(word, frozenset())
    return out


def _plain(word: str) -> tuple[str, ...]:
    """What a regular form of a word may be a form of."""
    out = [word]
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)] + instead
            out += [stem, stem[:-1]] if not instead and stem[-1] == stem[-2] else [stem]
    return tuple(out)


def renderings(word: str) -> frozenset[str]:
    """What may stand in Korean for an English word in small letters, in any of its forms; nothing for words that are not known."""
    table = _table()
    return next((table[form] for form in _plain(word) if form in table), frozenset())
