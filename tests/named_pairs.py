"""Sentences with names and their translations, written for the tests; ``⟦ ⟧`` encloses what renders a name of the source.

No person in them is real; places, institutions and companies are.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Named(NamedTuple):
    """A source, its translation without marks, and where renderings of names stand in it."""

    source: str
    target: str
    names: tuple[tuple[int, int], ...]


def _read(lines: str) -> tuple[Named, ...]:
    out = []
    for line in lines.strip().split("\n"):
        source, marked = line.split(" = ")
        spans, plain = [], ""
        for piece in re.split("(⟦[^⟧]*⟧)", marked):
            bare = piece.strip("⟦⟧")
            spans += [(len(plain), len(plain) + len(bare))] if piece != bare else []
            plain += bare
        out.append(Named(source, plain, tuple(spans)))
    return tuple(out)


EN_KO = _read("""
The harbour police in Rotterdam arrested two men on Friday. = ⟦로테르담⟧ 항만 경찰이 금요일에 남성 두 명을 체포했다.
Novelist Katrin Olafsdottir moved to Reykjavik after the war. = 소설가 ⟦카트린 올라프스도티르⟧는 전쟁이 끝난 뒤 ⟦레이캬비크⟧로 이사했다.
A ferry that links Dover with Calais was delayed by fog. = ⟦도버⟧와 ⟦칼레⟧를 잇는 여객선이 안개 때문에 지연되었다.
The company opened its first office in Nairobi and hired forty engineers. = 그 회사는 ⟦나이로비⟧에 첫 사무실을 열고 기술자 40명을 뽑았다.
Researchers at Stanford compared the results with data from Toyota. = ⟦스탠퍼드⟧ 대학교 연구진은 그 결과를 ⟦도요타⟧의 자료와 비교했다.
“We were not told anything,” said Marcus Whitfield, who runs the shop. = 가게를 운영하는 ⟦마커스 휘트필드⟧는 “우리는 아무 말도 듣지 못했다”고 말했다.
In Germany the price of gas fell for the third month. = ⟦독일⟧에서는 가스 가격이 석 달째 떨어졌다.
The talks between China and Australia will go on in Geneva. = ⟦중국⟧과 ⟦호주⟧의 회담은 ⟦제네바⟧에서 이어진다.
Trains from Vienna to Budapest run every hour. = ⟦빈⟧에서 ⟦부다페스트⟧로 가는 열차는 한 시간마다 다닌다.
The singer Aleksandra Petrenko cancelled a concert in Warsaw. = 가수 ⟦알렉산드라 페트렌코⟧는 ⟦바르샤바⟧ 공연을 취소했다.
Hundreds of flights to Chicago and Denver were cancelled because of snow. = 눈 때문에 ⟦시카고⟧와 ⟦덴버⟧로 가는 항공편 수백 편이 취소되었다.
The museum bought three letters by Beethoven last year. = 박물관은 지난해 ⟦베토벤⟧의 편지 세 통을 사들였다.
Volunteers carried water to the villages around Kathmandu. = 자원봉사자들이 ⟦카트만두⟧ 주변 마을로 물을 날랐다.
The striker joined Liverpool from a small club in Slovenia. = 그 공격수는 ⟦슬로베니아⟧의 작은 구단에서 ⟦리버풀⟧로 옮겼다.
Farmers near Toledo say that the river has never been so low. = ⟦톨레도⟧ 근처의 농부들은 강물이 이렇게 줄어든 적이 없다고 말한다.
The report by Amnesty names officials in Egypt and Sudan. = 앰네스티의 보고서는 ⟦이집트⟧와 ⟦수단⟧의 관리들을 거명한다.
NATO will send two more ships to the Baltic Sea. = ⟦나토⟧는 발트해에 함정 두 척을 더 보낸다.
The WHO warned that the vaccine may not reach everyone. = ⟦세계보건기구⟧는 백신이 모두에게 돌아가지 않을 수 있다고 경고했다.
Professor Ingrid Lindqvist teaches history in Uppsala. = ⟦잉리드 린드크비스트⟧ 교수는 ⟦웁살라⟧에서 역사를 가르친다.
Storms have damaged the old bridge at Mostar twice. = 폭풍이 ⟦모스타르⟧의 옛 다리를 두 번이나 망가뜨렸다.
Her brother works for Samsung in Texas. = 그녀의 오빠는 ⟦텍사스⟧의 ⟦삼성⟧에서 일한다.
The court in Strasbourg ruled against Hungary on Tuesday. = ⟦스트라스부르⟧의 법원은 화요일 ⟦헝가리⟧에 패소 판결을 내렸다.
Carlsen lost the last game, but he kept the title. = ⟦칼센⟧은 마지막 판을 졌지만 타이틀을 지켰다.
The painter was born in Madrid and died in Mexico. = 화가는 ⟦마드리드⟧에서 태어나 ⟦멕시코⟧에서 죽었다.
After the earthquake the president of Chile asked Brazil for help. = 지진이 난 뒤 ⟦칠레⟧ 대통령은 ⟦브라질⟧에 도움을 청했다.
""")

JA_KO = _read("""
ロンドンで開かれた会議にはジョン・ハリスン氏も出席した。 = ⟦런던⟧에서 열린 회의에는 ⟦존 해리슨⟧ 씨도 참석했다.
市場ではテレビの値段が下がっている。 = 시장에서 텔레비전 값이 떨어지고 있다.
ドイツのシュミット首相は水曜日にパリを訪れる。 = ⟦독일⟧의 ⟦슈미트⟧ 총리는 수요일에 ⟦파리⟧를 방문한다.
アルバイトの学生がコンビニで働いている。 = 아르바이트생이 편의점에서 일하고 있다.
作家のマリア・ロドリゲスさんはバルセロナに住んでいる。 = 작가 ⟦마리아 로드리게스⟧ 씨는 ⟦바르셀로나⟧에 산다.
中国と韓国の外相が北京で会談した。 = ⟦중국⟧과 ⟦한국⟧의 외무장관이 ⟦베이징⟧에서 회담했다.
カイロの博物館が改装のため閉館する。 = ⟦카이로⟧의 박물관이 개조 공사로 문을 닫는다.
""")

RU_KO = _read("""
Президент России прилетел в Астану вместе с Андреем Соколовым. = ⟦러시아⟧ 대통령은 ⟦안드레이 소콜로프⟧와 함께 ⟦아스타나⟧에 도착했다.
По словам Марины Кузнецовой, поезда из Казани опаздывают. = ⟦마리나 쿠즈네초바⟧에 따르면 ⟦카잔⟧에서 오는 열차가 늦어지고 있다.
В Германии и Польше выросли цены на хлеб. = ⟦독일⟧과 ⟦폴란드⟧에서 빵값이 올랐다.
Учёные из Новосибирска изучали озеро Байкал. = ⟦노보시비르스크⟧의 과학자들이 ⟦바이칼⟧호를 연구했다.
Вчера в городе шёл снег, и школы были закрыты. = 어제 도시에 눈이 내려 학교가 문을 닫았다.
Переговоры в Женеве продлятся до пятницы. = ⟦제네바⟧ 회담은 금요일까지 이어진다.
""")

DE_KO = _read("""
Bundeskanzler Martin Hofmann traf am Montag in Hamburg ein. = ⟦마르틴 호프만⟧ 총리는 월요일 ⟦함부르크⟧에 도착했다.
Die Preise für Brot und Milch sind in Österreich gestiegen. = ⟦오스트리아⟧에서 빵과 우유 값이 올랐다.
Der Zug nach Frankfurt fährt heute nicht. = ⟦프랑크푸르트⟧행 열차는 오늘 다니지 않는다.
Die Schriftstellerin Angelika Brandt lebt seit Jahren in Leipzig. = 작가 ⟦앙겔리카 브란트⟧는 여러 해째 ⟦라이프치히⟧에 산다.
Die Regierung hat den Vertrag mit der Firma gekündigt. = 정부는 그 회사와 맺은 계약을 해지했다.
""")

FR_KO = _read("""
Le musée de Grenoble a prêté deux tableaux à la ville de Bordeaux. = ⟦그르노블⟧ 미술관은 ⟦보르도⟧시에 그림 두 점을 빌려주었다.
Selon Philippe Moreau, le pont ne rouvrira pas avant avril. = ⟦필리프 모로⟧에 따르면 다리는 4월 전에는 다시 열리지 않는다.
L'Allemagne et la Suisse ont signé un accord à Genève. = ⟦독일⟧과 ⟦스위스⟧가 ⟦제네바⟧에서 협정을 맺었다.
Le Conseil de sécurité se réunira demain à New York. = 안전보장이사회가 내일 ⟦뉴욕⟧에서 열린다.
La romancière Camille Duval vit à Marseille. = 소설가 ⟦카미유 뒤발⟧은 ⟦마르세유⟧에 산다.
""")

ES_KO = _read("""
El tren que une Sevilla con Granada salió tarde. = ⟦세비야⟧와 ⟦그라나다⟧를 잇는 열차가 늦게 출발했다.
La alcaldesa Lucía Herrera visitó ayer el puerto de Valencia. = ⟦루시아 에레라⟧ 시장은 어제 ⟦발렌시아⟧ 항구를 찾았다.
Los precios subieron en Alemania y en Estados Unidos. = ⟦독일⟧과 ⟦미국⟧에서 물가가 올랐다.
El Ministerio de Educación publicará los resultados mañana. = 교육부는 내일 결과를 발표한다.
Según Javier Ortega, la fábrica de Zaragoza no cerrará. = ⟦하비에르 오르테가⟧에 따르면 ⟦사라고사⟧ 공장은 문을 닫지 않는다.
""")

VI_KO = _read("""
Bộ trưởng Nguyễn Văn Hùng đã gặp đại sứ Đức tại Hà Nội. = ⟦응우옌 반 훙⟧ 장관은 ⟦하노이⟧에서 ⟦독일⟧ 대사를 만났다.
Công ty của ông Trần Minh Khoa xuất khẩu gạo sang Philippines. = ⟦쩐민코아⟧ 씨의 회사는 ⟦필리핀⟧에 쌀을 수출한다.
Giá vàng tại Nhật Bản tăng mạnh trong tuần này. = ⟦일본⟧의 금값이 이번 주에 크게 올랐다.
Nhà văn Daniel Hoffmann sẽ đến Việt Nam vào tháng sau. = 작가 ⟦다니엘 호프만⟧은 다음 달 ⟦베트남⟧에 온다.
Học sinh được nghỉ học vì bão. = 태풍 때문에 학생들이 쉬게 되었다.
""")

ZH_KO = _read("""
德国和法国的外长周二在日内瓦会面。 = ⟦독일⟧과 ⟦프랑스⟧ 외무장관이 화요일 ⟦제네바⟧에서 만났다.
这家公司去年在美国卖出了三万辆汽车。 = 이 회사는 지난해 ⟦미국⟧에서 자동차 3만 대를 팔았다.
""")

EN_JA = _read("""
The mayor of Copenhagen met Annika Bergstrom on Monday. = ⟦コペンハーゲン⟧の市長は月曜日に⟦アンニカ・ベルグストロム⟧氏と会った。
The factory in Detroit will close next year. = ⟦デトロイト⟧の工場は来年閉鎖される。
Ships from the Netherlands brought grain to Lisbon. = ⟦オランダ⟧の船が⟦リスボン⟧に穀物を運んだ。
Police in Johannesburg found the painting in a garage. = ⟦ヨハネスブルク⟧の警察は車庫でその絵を見つけた。
""")

KO_EN = _read("""
스톡홀름의 경찰은 용의자를 풀어 주었다. = The police in ⟦Stockholm⟧ let the suspect go.
회의는 내년에 부에노스아이레스에서 열린다. = The meeting will take place in ⟦Buenos Aires⟧ next year.
그는 컴퓨터와 텔레비전을 팔았다. = He sold computers and television sets.
""")

ALL: tuple[tuple[str, str, tuple[Named, ...]], ...] = (
    ("en", "ko", EN_KO), ("ja", "ko", JA_KO), ("ru", "ko", RU_KO), ("de", "ko", DE_KO), ("fr", "ko", FR_KO), ("es", "ko", ES_KO),
    ("vi", "ko", VI_KO), ("zh", "ko", ZH_KO), ("en", "ja", EN_JA), ("ko", "en", KO_EN),
)  # fmt: skip
