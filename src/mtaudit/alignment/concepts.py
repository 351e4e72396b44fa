"""Frequent words whose renderings are few: connectives, countries, offices, times, things of the news.

A row is a concept, a column a language. Of words in an alphabet forms of five letters and more stand for all that begins so, shorter ones
for themselves; in Korean, Japanese and Chinese a form may stand anywhere. From general knowledge of the languages; a row is here
only if a translator seldom has another choice.
"""

from __future__ import annotations

import re
from functools import cache

LANGS = ("ko", "en", "ja", "zh", "vi", "ru", "de", "fr", "es")

_ROWS = """
그러나/하지만/그렇지만|but/however/yet|しかし/だが|但/然而|nhưng/tuy nhiên|но/однако|aber/jedoch|mais/cependant|pero/embargo
때문/까닭|because|ため/から|因为/由于|bởi vì/do đó|потому/из-за|weil/wegen|parce que/à cause|porque/debido
따르면/의하면|according|によると/によれば|根据/据|theo|согласно|laut/zufolge|selon|según
그녀|she/her/herself|彼女|她|bà/cô ấy|она/её/ей|sie|elle|ella
우리|we/our/us/ourselves|我々/私たち|我们|chúng ta/chúng tôi|мы/наш/нас|wir/unser/uns|nous/notre/nos|nosotros/nuestro
예를 들|example/instance|例えば|例如|ví dụ/chẳng hạn|например|beispiel|exemple|ejemplo
특히|especially/particular/notably|特に|特别/尤其|đặc biệt|особенно|besonders/insbesondere|notamment/particulier|especialmente/particular
이후/후에/뒤에|after/since/later/following|後|后|sau|после|nach/nachdem/seit|après/depuis|después/desde
이전/전에|before/earlier/previous|前|前|trước|прежде/перед/раньше|zuvor/bevor/früher|avant|antes
동안|during/while/for|間|期间|trong khi/suốt|течение/время|während|pendant/durant|durante
여전히/아직|still|まだ/依然|仍|vẫn|ещё/еще/все еще|immer noch|encore/toujours|todavía/sigue
처음/최초/첫|first/originally/initial|初めて/最初|首次/第一|lần đầu/đầu tiên|впервые/первый/первая|erste/zuerst|premier/première|primer
마지막/최종|last/final|最後/最終|最后/最终|cuối cùng|последн|letzte|dernier|último
가장|most/best/largest/biggest/highest/oldest/greatest|最も|最|nhất|самый/самая/наиболее|meisten/größte|plus grand|más grande
대통령|president|大統領|总统|tổng thống|президент|präsident|président|president
총리/수상|premier/prime|首相|总理/首相|thủ tướng|премьер|ministerpräsident/premierminister|premier ministre|primer ministro
장관|minister/secretary|大臣/長官|部长|bộ trưởng|министр|minister|ministre|ministro
정부|government/administration|政府|政府|chính phủ|правительств|regierung|gouvernement|gobierno
의회/국회|congress/parliament/assembly/senate|議会/国会|议会/国会|quốc hội|парламент/конгресс|parlament/kongress|parlement/congrès/assemblée|congreso/parlamento
선거|election/electoral/elections|選挙|选举|bầu cử|выборы/выборов|wahlen/wahlkampf|élection|elecciones
후보|candidate/nominee|候補|候选|ứng cử|кандидат|kandidat|candidat|candidato
투표|vote/votes/voting/voter|投票|投票|bỏ phiếu|голосован|abstimmung/stimmen|vote/voter|votar/votación
정당/당원|party/parties|政党|政党|đảng|партия/партии|partei|parti|partido
민주|democrat|民主|民主|dân chủ|демократ|demokrat|démocrat|demócrat/democrát/democrac
공화|republic|共和|共和|cộng hòa|республик|republik|républi|república/republican
정책|policy/policies|政策|政策|chính sách|политика|politik|politique|política
법률/법안/법원|law/laws/legal/court/bill|法律/裁判所/法案|法律/法院/法案|luật/tòa án|закон/суда|gesetz/gericht|loi/tribunal|ley/tribunal
경찰|police|警察|警察|cảnh sát|полици|polizei|police|policía
군대/군사/군인|army/military/soldier/troops|軍|军|quân đội/quân sự|армия/войск/военн|armee/militär/soldat|armée/militaire|ejército/militar
전쟁|war/wars|戦争|战争|chiến tranh|война/войны|krieg/krieges|guerre|guerra
공격|attack|攻撃|攻击|tấn công|атака/атаки|angriff|attaque|ataque
평화|peace|平和|和平|hòa bình|мирный/мира|frieden|paix|paz
안보/보안|security|安全保障/安保|安全|an ninh|безопасност|sicherheit|sécurité|seguridad
회사/기업|company/companies/firm/business/corporat|会社/企業|公司/企业|công ty/doanh nghiệp|компани|unternehmen/firma|entreprise/société|empresa/compañía
시장|market/mayor|市場/市長|市场/市长|thị trường/thị trưởng|рынок/рынка/мэр|markt/bürgermeister|marché/maire|mercado/alcalde
경제|economy/economic|経済|经济|kinh tế|эконом|wirtschaft|économi|economía/económic
은행|bank/banks|銀行|银行|ngân hàng|банк/банка|bank/banken|banque|banco
가격|price/prices|価格|价格|giá cả|цена/цены|preis/preise|prix|precio
투자|invest|投資|投资|đầu tư|инвест|invest|invest|inver
연구|research/study/studies|研究|研究|nghiên cứu|исследован|forsch/studie|recherche/étude|investigación/estudio
과학|scien|科学|科学|khoa học|наука/наук/учён|wissenschaft|scien|cienc/científic
기술|technolog/skill/technique|技術|技术|kỹ thuật/công nghệ|технолог|technik/technolog|techno/technique|tecnolog/técnic
학교|school/schools|学校|学校|trường học|школ/школа/школы|schule|école|escuela
대학|university/college|大学|大学|đại học|университет|universität/hochschule|université|universidad
학생|student/pupil|学生|学生|học sinh/sinh viên|студент|schüler/student|élève/étudiant|estudiante
교육|education|教育|教育|giáo dục|образован|bildung/ausbildung|éducation|educación
병원|hospital|病院|医院|bệnh viện|больниц|krankenhaus|hôpital|hospital
건강|health/healthy|健康|健康|sức khỏe|здоров|gesundheit|santé|salud
의사|doctor/physician|医師|医生|bác sĩ|врач/врачи|arzt/ärzte|médecin|médico
여성|woman/women/female|女性|女性/妇女|phụ nữ|женщин|frau/frauen|femme|mujer
남성|man/men/male|男性|男性|đàn ông|мужчин|mann/männer|homme|hombre
아이/어린이/아동|child/children/kid/kids|子ども/子供/児童|孩子/儿童|trẻ em|дети/детей/ребен|kind/kinder|enfant|niño/niños
가족|family/families|家族|家庭|gia đình|семья/семьи|familie|famille|familia
아버지/부친|father|父|父亲|cha/bố|отец/отца|vater|père|padre
어머니/모친|mother|母|母亲|mẹ|мать/матери|mutter|mère|madre
아들|son/sons|息子|儿子|con trai|сын/сына|sohn|fils|hijo
딸|daughter|娘|女儿|con gái|дочь/дочери|tochter|fille|hija
부부/아내/남편|wife/husband/couple|妻/夫|妻子/丈夫/夫妇|vợ/chồng|жена/жены/муж|ehefrau/ehemann/ehepaar|épouse/mari|esposa/marido
친구|friend|友人/友達|朋友|bạn bè|друг/друзья|freund|ami/amis|amigo
사람|people/person|人|人|người|люди/людей/человек|menschen/leute|gens/personnes|gente/persona
인구|population|人口|人口|dân số|населен|bevölkerung|population|población
국가/나라|country/countries/nation/national/state|国家/国|国家/国|quốc gia/nước|страна/страны|land/länder/staat|pays/état|país/estado
도시|city/cities/urban/town|都市|城市|thành phố|город/города|stadt/städte|ville|ciudad
마을|village/town|村|村|làng|деревн|dorf|village|pueblo
지역|region/area/district/local|地域|地区|khu vực|район/регион|region/gebiet|région|región/zona
세계|world/global|世界|世界|thế giới|мира/мире/миров|welt|monde/mondial|mundo/mundial
국제|international|国際|国际|quốc tế|международн|international|international|internacional
역사|history/historic|歴史|历史|lịch sử|истори|geschichte|histoire|historia
문화|culture/cultural|文化|文化|văn hóa|культур|kultur|culture|cultura
예술|art/arts/artist|芸術|艺术|nghệ thuật|искусств|kunst/künst|art/arts|arte
음악|music/musical|音楽|音乐|âm nhạc|музык|musik|musique|música
영화|film/films/movie|映画|电影|phim|фильм|film/filme|film/films/cinéma|película/cine
소설|novel/novels/fiction|小説|小说|tiểu thuyết|роман|roman|roman|novela
작품|work/works/piece|作品|作品|tác phẩm|произведен|werk/werke|œuvre|obra
책을/책의/책은/책이/저서|book/books|本/書籍|书|sách|книг/книга|buch/bücher|livre|libro
신문|newspaper/journal|新聞|报纸|báo|газет|zeitung|journal|periódico
언론/매체/미디어|media/press|メディア/報道|媒体|truyền thông|пресс/сми|medien/presse|médias/presse|medios/prensa
언어|language|言語|语言|ngôn ngữ|язык/языка|sprache|langue|lengua/idioma
이름|name/names/named|名前|名字|tên|имя/имени|name/namen|nom/nommé|nombre
교회|church|教会|教会|nhà thờ|церков/церкв|kirche|église|iglesia
왕국/국왕/왕이/왕의|king/kingdom|王|王|vua/vương quốc|король/короля|könig|roi/royaume|rey/reino
황제/제국|emperor/empire/imperial|皇帝/帝国|皇帝/帝国|hoàng đế/đế quốc|импер|kaiser/reich|empereur/empire|emperador/imperio
전통|tradition|伝統|传统|truyền thống|традиц|tradition|tradition|tradici
사회|society/social/community|社会|社会|xã hội|общест|gesellschaft/sozial|société/social|sociedad/social
종교|religio|宗教|宗教|tôn giáo|религи|religi|religi|religi
환경|environment|環境|环境|môi trường|среда/среды|umwelt|environnement|medio ambiente
기후|climate|気候|气候|khí hậu|климат|klima|climat|clima
에너지|energy|エネルギー|能源|năng lượng|энерги|energie|énergie|energía
자동차|car/cars/vehicle|自動車|汽车|ô tô|автомобил|auto/autos|voiture|coche/automóvil
비행기/항공|plane/aircraft/flight/airline/aviation|航空/飛行機|飞机/航空|máy bay/hàng không|самолет|flugzeug/flug|avion/vol|avión/vuelo
열차/기차/철도|train/railway/rail/trains|列車/鉄道|火车/铁路|xe lửa/đường sắt|поезд/железн|zug/bahn/eisenbahn|train/ferroviaire|tren/ferrocarril
강의/강이/강은/강을|river/rivers|川|河|sông|река/реки|fluss|rivière/fleuve|río
산맥/산이|mountain|山|山|núi|гора/горы|gebirge/berg|montagne|montaña
바다/해양/해안|sea/ocean/coast/marine|海|海|biển|море/моря|meer/küste|mer/côte|mar/costa
섬의/섬은/섬이/섬에/섬을|island|島|岛|đảo|остров|insel|île/îles|isla
호수|lake/lakes|湖|湖|hồ|озер|see/seen|lac/lacs|lago
동물|animal|動物|动物|động vật|животн|tiere|animal/animaux|animal
식물|plant/plants|植物|植物|thực vật|растени|pflanze|plante|planta
음식/식품|food/foods|食品/食べ物|食品/食物|thực phẩm/thức ăn|пища/продукт|essen/lebensmittel|nourriture/aliment|comida/aliment
물을/물이/물의/물은|water|水|水|nước|вода/воды|wasser|eau|agua
전화|phone/telephone/call|電話|电话|điện thoại|телефон|telefon|téléphone|teléfono
경기|game/games/match/race|試合|比赛|trận đấu|матч/игры|spiel|match|partido
우승/승리|win/won/victory/winner|優勝/勝利|冠军/胜利|chiến thắng/vô địch|побед|sieg/gewann|victoire|victoria/ganó
선수|player/athlete|選手|选手/球员|cầu thủ/vận động viên|игрок|spieler|joueur|jugador
축구|football/soccer|サッカー|足球|bóng đá|футбол|fußball|football|fútbol
미국|american/u.s/us/united states/america|アメリカ/米国|美国|mỹ|сша/америк|usa/amerik|états-unis/américain|estados unidos/estadounidense
영국|britain/british/uk/england/english|イギリス/英国|英国|anh quốc|британ/англи|britisch/großbritannien|britannique/royaume-uni|británic/reino unido
중국|china/chinese|中国|中国|trung quốc|китай/китая|china/chines|chine/chinois|china/chino
일본|japan|日本|日本|nhật bản|япони/японск|japan|japon|japón/japones
한국|korea|韓国|韩国|hàn quốc|коре|korea|corée|corea
북한|north korea|北朝鮮|朝鲜|triều tiên|северная корея/кндр|nordkorea|corée du nord|corea del norte
독일|german|ドイツ|德国|đức|герман|deutsch|allemagne/allemand|aleman/alemán
프랑스|france/french|フランス|法国|pháp|франц|frankreich/französ|france/français|francia/francés
러시아|russia|ロシア|俄罗斯|nga|росси|russland/russisch|russie/russe|rusia/ruso
인도|india/indian|インド|印度|ấn độ|индия/инди|indien/indisch|inde/indien|india/indio
유럽|europe|ヨーロッパ/欧州|欧洲|châu âu|европ|europa/europä|europe/européen|europa/europe
로마|roman/rome/romans|ローマ|罗马|la mã|рим/рима/римск|römisch/rom|rome/romain|roma/romano
스페인|spain/spanish|スペイン|西班牙|tây ban nha|испан|spanien/spanisch|espagn|españa/español
이탈리아|italy/italian|イタリア|意大利|ý|итали|italien|italie/italien|italia
그리스|greece/greek|ギリシャ|希腊|hy lạp|греци/греч|griech|grèce/grec|grecia/griego
유대|jew/jews/jewish|ユダヤ|犹太|do thái|еврей/еврейск|jüdisch/juden|juif/juive|judío
이집트|egypt|エジプト|埃及|ai cập|египет/египт|ägypt|égypt|egipto/egipcio
오늘|today|今日|今天|hôm nay|сегодня|heute|aujourd|hoy
어제|yesterday|昨日|昨天|hôm qua|вчера|gestern|hier|ayer
내일|tomorrow|明日|明天|ngày mai|завтра|morgen|demain|mañana
작년/지난해|last year|昨年/去年|去年|năm ngoái|прошлом году|letztes jahr/vorjahr|année dernière|año pasado
세기|century/centuries|世紀|世纪|thế kỷ|век/века|jahrhundert|siècle|siglo
미래|future|将来/未来|未来|tương lai|будущ|zukunft|avenir/futur|futuro
문제|problem/issue/question|問題|问题|vấn đề|проблем|problem|problème|problema
변화|change/changes/changing|変化|变化|thay đổi|изменен|änderung/veränder|changement|cambio
중요|important/importance|重要|重要|quan trọng|важн/важный|wichtig|important|importante
새로운|new/novel|新しい/新た|新|mới|новый/новая/новые|neue/neuen/neuer|nouveau/nouvelle|nuevo/nueva
"""


@cache
def _forms(lang: str) -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """Concepts by form, and the pattern that finds forms."""
    column = LANGS.index(lang)
    out: dict[str, list[str]] = {}
    for row in _ROWS.split("\n"):
        if row:
            cells = row.split("|")
            for form in cells[column].split("/"):
                out.setdefault(form, []).append(cells[0])
    longest = sorted(out, key=lambda form: (-len(form), form))
    if lang in ("ko", "ja", "zh"):
        return out, re.compile("|".join(map(re.escape, longest)))
    alternatives = "|".join([re.escape(form) + (r"\b" if len(form) < 5 else "") for form in longest])
    return out, re.compile(rf"\b(?:{alternatives})")


def found(text: str, lang: str) -> set[str]:
    """The concepts of the text, by their names in Korean; none in a language that the table does not have."""
    if lang not in LANGS:
        return set()
    forms, pattern = _forms(lang)
    return {concept for form in pattern.findall(text.casefold()) for concept in forms[form]}
