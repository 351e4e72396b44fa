"""The names of states, regions, cities and persons of old in nine languages, of which at least one does not go by the sound.

A row is one place or, below, a person of old, a column a language; ``/`` divides names, the forms of headlines and older ones too. Nouns
only: what is *German* may be said in other ways. ``~``: the name is none by itself: a state may be named for its capital, Beijing is 중국.
Russian names are stems, so that their cases are found. A cell is empty where the name is hardly used, or too short to be told from other
words. Rows: members of the United Nations, capitals and large cities, continents, provinces of Europe and of China, and persons of
antiquity. From general knowledge; Korean spellings follow 외래어 표기법 and the usage of the Ministry of Foreign Affairs.
"""

LANGS = ("en", "ko", "ja", "zh", "de", "fr", "es", "ru", "vi")

ROWS = """
America/United States|미국/미/미합중국/US/아메리카/북미/남미/미주/미대륙|アメリカ/米国/米/合衆国|美国/美國/美洲|Amerika/Vereinigte Staaten/Vereinigten Staaten|Amérique/États-Unis|América/Estados Unidos|Америк/Соединенные Штаты/Соединённые Штаты|Mỹ/Hoa Kỳ
Britain/England/United Kingdom|영국/영/영란/브리튼/잉글랜드/브리타/브리티|イギリス/英国/英/イングランド/ブリテン|英国/英國/英格兰|Großbritannien/England|Grande-Bretagne/Angleterre/Royaume-Uni|Gran Bretaña/Inglaterra/Reino Unido|Британи/Англи|Anh/Vương quốc Anh
Germany|독일/독/도이칠/게르만|ドイツ/独|德国/德國|Deutschland|Allemagne|Alemania|Германи|Đức
France|프랑스/불/불란서|フランス/仏|法国/法國|Frankreich|France|Francia|Франци|Pháp
Spain|스페인/에스파냐|スペイン/西|西班牙|Spanien|Espagne|España|Испани|Tây Ban Nha
Italy|이탈리아/이태리|イタリア/伊|意大利|Italien|Italie|Italia|Итали|Ý
Greece|그리스/희랍/헬라|ギリシャ/ギリシア|希腊|Griechenland|Grèce|Grecia|Греци|Hy Lạp
Netherlands/Holland|네덜란드/화란/홀란트/홀랜드|オランダ/蘭|荷兰|Niederlande/Holland|Pays-Bas|Países Bajos/Holanda|Нидерланд/Голланди|Hà Lan
Austria|오스트리아|オーストリア|奥地利|Österreich|Autriche|Austria|Австри|Áo
Switzerland|스위스|スイス|瑞士|Schweiz|Suisse|Suiza|Швейцари|Thụy Sĩ/Thuỵ Sĩ
Poland|폴란드/폴스카|ポーランド|波兰|Polen|Pologne|Polonia|Польш|Ba Lan
Hungary|헝가리/항가리|ハンガリー|匈牙利|Ungarn|Hongrie|Hungría|Венгри|
Sweden|스웨덴|スウェーデン|瑞典|Schweden|Suède|Suecia|Швеци|Thụy Điển/Thuỵ Điển
Norway|노르웨이|ノルウェー|挪威|Norwegen|Norvège|Noruega|Норвеги|Na Uy
Denmark|덴마크|デンマーク|丹麦|Dänemark|Danemark|Dinamarca|Дани|Đan Mạch
Finland|핀란드|フィンランド|芬兰|Finnland|Finlande|Finlandia|Финлянди|Phần Lan
Iceland|아이슬란드|アイスランド|冰岛|Island|Islande|Islandia|Исланди|
Ireland|아일랜드|アイルランド|爱尔兰|Irland|Irlande|Irlanda|Ирланди|
Scotland|스코틀랜드/스코틀|スコットランド|苏格兰|Schottland|Écosse|Escocia|Шотланди|
Wales|웨일스/웨일즈|ウェールズ|威尔士||Pays de Galles|Gales|Уэльс|
Belgium|벨기에|ベルギー|比利时|Belgien|Belgique|Bélgica|Бельги|Bỉ
Portugal|포르투갈|ポルトガル|葡萄牙|Portugal|Portugal|Portugal|Португали|Bồ Đào Nha
Czechia/Czech Republic|체코|チェコ|捷克|Tschechien|Tchéquie|Chequia|Чехи|
Croatia|크로아티아|クロアチア|克罗地亚|Kroatien|Croatie|Croacia|Хорвати|
Albania|알바니아|アルバニア|阿尔巴尼亚|Albanien|Albanie|Albania|Албани|
Georgia|조지아/그루지야/그루지아|ジョージア/グルジア|格鲁吉亚|Georgien|Géorgie|Georgia|Грузи|Gruzia
Armenia|아르메니아|アルメニア|亚美尼亚|Armenien|Arménie|Armenia|Армени|
Cyprus|키프로스/사이프러스|キプロス|塞浦路斯|Zypern|Chypre|Chipre|Кипр|
Crimea|크림/크리미아|クリミア|克里米亚|Krim|Crimée|Crimea|Крым|
Russia|러시아/러/루시|ロシア/露|俄罗斯/俄|Russland|Russie|Rusia|Росси|Nga
Ukraine|우크라이나|ウクライナ|乌克兰|Ukraine|Ukraine|Ucrania|Украин|Ukraina
China|중국/중/차이나/청나라|中国/中/中華|中国/中國|China|Chine|China|Кита|Trung Quốc
Japan|일본/일/재팬|日本/日|日本|Japan|Japon|Japón|Япони|Nhật Bản/Nhật
Korea|한국/한/조선/북한/남한/코리아/고려/한반도|韓国/韓/朝鮮|韩国/韓國/朝鲜|Korea|Corée|Corea|Коре|Hàn Quốc/Triều Tiên
South Korea|한국/남한/한/대한민국|韓国/韓|韩国/韓國|Südkorea|Corée du Sud|Corea del Sur|Южная Корея/Южной Коре/Южную Корею|Hàn Quốc
North Korea|북한/북/조선|北朝鮮/朝鮮|朝鲜|Nordkorea|Corée du Nord|Corea del Norte|Северная Корея/Северной Коре/КНДР|Triều Tiên/Bắc Hàn
Taiwan|대만/타이완|台湾|台湾/台灣|Taiwan|Taïwan|Taiwán|Тайван|Đài Loan
Mongolia|몽골|モンゴル|蒙古|Mongolei|Mongolie|Mongolia|Монголи|Mông Cổ
Thailand|태국/타이/시암|タイ|泰国|Thailand|Thaïlande|Tailandia|Таиланд|Thái Lan
Vietnam|베트남/월남|ベトナム/越|越南|Vietnam|Viêt Nam/Vietnam|Vietnam|Вьетнам|Việt Nam
Cambodia|캄보디아|カンボジア|柬埔寨|Kambodscha|Cambodge|Camboya|Камбодж|Campuchia
Myanmar/Burma|미얀마/버마|ミャンマー/ビルマ|缅甸|Myanmar|Birmanie|Birmania|Мьянм/Бирм|
Philippines|필리핀|フィリピン/比|菲律宾|Philippinen|Philippines|Filipinas|Филиппин|
Singapore|싱가포르/싱가폴|シンガポール|新加坡|Singapur|Singapour|Singapur|Сингапур|
India|인도/인디아|インド/印|印度|Indien|Inde|India|Инди|Ấn Độ
Australia|호주/오스트레일리아|オーストラリア/豪州/豪|澳大利亚/澳洲|Australien|Australie|Australia|Австрали|Úc
New Zealand|뉴질랜드|ニュージーランド|新西兰|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Новая Зеланди/Новой Зеланди|
Turkey/Türkiye|터키/튀르키예|トルコ/テュルキエ|土耳其|Türkei|Turquie|Turquía|Турци|Thổ Nhĩ Kỳ
Egypt|이집트/애굽|エジプト|埃及|Ägypten|Égypte|Egipto|Египет/Египт|Ai Cập
Israel|이스라엘|イスラエル|以色列|Israel|Israël|Israel|Израил|
Palestine|팔레스타인|パレスチナ|巴勒斯坦|Palästina|Palestine|Palestina|Палестин|
Lebanon|레바논|レバノン|黎巴嫩|Libanon|Liban|Líbano|Ливан|
Syria|시리아|シリア|叙利亚|Syrien|Syrie|Siria|Сири|
Iraq|이라크|イラク|伊拉克|Irak|Irak|Irak|Ирак|
Iran|이란|イラン|伊朗|Iran|Iran|Irán|Иран|
Saudi Arabia|사우디|サウジ|沙特|Saudi-Arabien|Arabie saoudite|Arabia Saudita|Саудовск|
Morocco|모로코|モロッコ|摩洛哥|Marokko|Maroc|Marruecos|Марокко|
Algeria|알제리|アルジェリア|阿尔及利亚|Algerien|Algérie|Argelia|Алжир|
Tunisia|튀니지|チュニジア|突尼斯|Tunesien|Tunisie|Túnez|Тунис|
Ethiopia|에티오피아|エチオピア|埃塞俄比亚|Äthiopien|Éthiopie|Etiopía|Эфиопи|
South Africa|남아공/남아프리카|南アフリカ/南ア|南非|Südafrika|Afrique du Sud|Sudáfrica|Южная Африка/Южной Африк/ЮАР|Nam Phi
Brazil|브라질|ブラジル|巴西|Brasilien|Brésil|Brasil|Бразили|
Mexico|멕시코|メキシコ|墨西哥|Mexiko|Mexique|México|Мексик|
Cuba|쿠바|キューバ|古巴|Kuba|Cuba|Cuba|Куб|
Canada|캐나다|カナダ|加拿大|Kanada|Canada|Canadá|Канад|
Europe|유럽/구라파/EU|ヨーロッパ/欧州/欧|欧洲|Europa|Europe|Europa|Европ|Châu Âu
Asia|아시아|アジア|亚洲|Asien|Asie|Asia|Ази|Châu Á
Africa|아프리카|アフリカ|非洲|Afrika|Afrique|África|Африк|Châu Phi
Antarctica|남극|南極|南极|Antarktis|Antarctique|Antártida|Антарктид|Nam Cực
Caribbean|카리브/캐리비안/캐러비안|カリブ|加勒比|Karibik|Caraïbes|Caribe|Кариб|
Eurasia|유라시아|ユーラシア|欧亚|Eurasien|Eurasie|Eurasia|Еврази|
London|런던|ロンドン|伦敦|London|Londres|Londres|Лондон|Luân Đôn
Paris|파리|パリ|巴黎|Paris|Paris|París|Париж|
Rome|로마|ローマ|罗马|Rom|Rome|Roma|Рим|
Athens|아테네/아테나이|アテネ|雅典|Athen|Athènes|Atenas|Афин|
Vienna|~빈에/~빈의/~빈은/~빈을/~빈과/~빈으로/~빈행/~빈 /비엔나|ウィーン|维也纳|Wien|Vienne|Viena|Вена/Вене/Вену/Вены|Viên
Cologne|쾰른|ケルン|科隆|Köln|Cologne|Colonia|Кёльн/Кельн|
Munich|뮌헨|ミュンヘン|慕尼黑|München|Munich|Múnich|Мюнхен|
Prague|프라하|プラハ|布拉格|Prag|Prague|Praga|Праг|
Warsaw|바르샤바|ワルシャワ|华沙|Warschau|Varsovie|Varsovia|Варшав|
Brussels|브뤼셀|ブリュッセル|布鲁塞尔|Brüssel|Bruxelles|Bruselas|Брюссел|
Geneva|제네바|ジュネーブ/ジュネーヴ|日内瓦|Genf|Genève|Ginebra|Женев|
Zurich|취리히|チューリッヒ|苏黎世|Zürich|Zurich|Zúrich|Цюрих|
Venice|베네치아/베니스|ベネチア/ヴェネツィア/ベニス|威尼斯|Venedig|Venise|Venecia|Венеци|
Florence|피렌체/플로렌스|フィレンツェ/フローレンス|佛罗伦萨|Florenz||Florencia|Флоренци|
Naples|나폴리/네이플스|ナポリ/ネープルズ|那不勒斯|Neapel|Naples|Nápoles|Неапол|
Milan|밀라노/밀란|ミラノ/ミラン|米兰|Mailand|Milan|Milán|Милан|
Lisbon|리스본|リスボン|里斯本|Lissabon|Lisbonne|Lisboa|Лиссабон|
Copenhagen|코펜하겐|コペンハーゲン|哥本哈根|Kopenhagen|Copenhague|Copenhague|Копенгаген|
Moscow|모스크바/~러시아/~러|モスクワ/~ロシア|莫斯科/~俄罗斯|Moskau|Moscou|Moscú|Москв|Mát-xcơ-va/Moskva
Kyiv/Kiev|키이우/키예프|キーウ/キエフ|基辅|Kiew/Kyjiw|Kiev|Kiev|Киев|
Bucharest|부쿠레슈티/부카레스트|ブカレスト|布加勒斯特|Bukarest|Bucarest|Bucarest|Бухарест|
Belgrade|베오그라드|ベオグラード|贝尔格莱德|Belgrad|Belgrade|Belgrado|Белград|
Jerusalem|예루살렘|エルサレム|耶路撒冷|Jerusalem|Jérusalem|Jerusalén|Иерусалим|
Cairo|카이로|カイロ|开罗|Kairo|Le Caire|El Cairo|Каир|
Beijing/Peking|베이징/북경/~중국/~중|北京/~中国|北京/~中国|Peking|Pékin|Pekín|Пекин|Bắc Kinh
Shanghai|상하이/상해|上海|上海|Schanghai/Shanghai|Shanghai|Shanghái|Шанха|Thượng Hải
Hong Kong|홍콩|香港|香港|Hongkong|Hong Kong|Hong Kong|Гонконг|Hồng Kông/Hồng Công
Tokyo|도쿄/동경/~일본|東京/~日本|东京/東京/~日本|Tokio|Tokyo|Tokio|Токио|
Osaka|오사카|大阪|大阪||Osaka|Osaka|Осак|
Kyoto|교토|京都|京都|Kyoto|Kyoto|Kioto|Киото|
Seoul|서울/~한국|ソウル/~韓国|首尔/首爾/~韩国|Seoul|Séoul|Seúl|Сеул|
Busan|부산|釜山|釜山|Busan|Busan|Busan|Пусан|
Pyongyang|평양/~북한|平壌/ピョンヤン/~北朝鮮|平壤/~朝鲜|Pjöngjang|Pyongyang|Pyongyang|Пхеньян|Bình Nhưỡng
New York|뉴욕|ニューヨーク/NY|纽约|New York|New York|Nueva York|Нью-Йорк|
Washington|워싱턴/~미국/~미|ワシントン/~米国|华盛顿/~美国|Washington|Washington|Washington|Вашингтон|
Los Angeles|로스앤젤레스/LA/엘에이|ロサンゼルス|洛杉矶|Los Angeles|Los Angeles|Los Ángeles|Лос-Анджелес|
Hanoi|하노이|ハノイ|河内|Hanoi|Hanoï|Hanói|Хано|Hà Nội
Ho Chi Minh City|호찌민/호치민|ホーチミン|胡志明|Ho-Chi-Minh-Stadt|Hô-Chi-Minh-Ville|Ciudad Ho Chi Minh|Хошимин|Thành phố Hồ Chí Minh/TP HCM/TP.HCM
Ivory Coast/Côte d'Ivoire/Côte d’Ivoire|코트디부아르/아이보리코스트|コートジボワール|科特迪瓦|Elfenbeinküste|Côte d'Ivoire|Costa de Marfil|Кот-д'Ивуар|
Cape Verde/Cabo Verde|카보베르데/케이프베르데|カーボベルデ|佛得角|Kap Verde|Cap-Vert|Cabo Verde|Кабо-Верде|
East Timor/Timor-Leste|동티모르|東ティモール|东帝汶|Osttimor|Timor oriental|Timor Oriental|Восточный Тимор/Восточного Тимора|Đông Timor
United Arab Emirates|아랍에미리트/아랍 에미리트/UAE|アラブ首長国連邦/UAE|阿联酋|Vereinigte Arabische Emirate/Vereinigten Arabischen Emirate|Émirats arabes unis|Emiratos Árabes Unidos|ОАЭ|
Haiti|아이티|ハイチ|海地|Haiti|Haïti|Haití|Гаити|
Tibet|티베트/티벳/시짱|チベット|西藏|Tibet|Tibet|Tíbet|Тибет|Tây Tạng
Macau/Macao|마카오|マカオ|澳门/澳門|Macau|Macao|Macao|Макао|Ma Cao
Havana|아바나/하바나|ハバナ|哈瓦那|Havanna|La Havane|La Habana|Гаван|
São Paulo/Sao Paulo|상파울루/상파울로|サンパウロ|圣保罗|São Paulo|São Paulo|São Paulo|Сан-Паулу|
Antwerp|안트베르펜/안트워프/앤트워프/앙베르|アントワープ/アントウェルペン|安特卫普|Antwerpen|Anvers|Amberes|Антверпен|
Ghent|헨트/겐트|ヘント/ゲント|根特|Gent|Gand|Gante|Гент|
Bruges|브루게/브뤼허/브뤼헤/브뤼주|ブルージュ/ブルッヘ|布鲁日|Brügge|Bruges|Brujas|Брюгге|
Genoa|제노바|ジェノヴァ/ジェノバ|热那亚|Genua|Gênes|Génova|Гену|
Turin|토리노/튜린|トリノ|都灵|Turin|Turin|Turín|Турин|
Padua|파도바/파두아|パドヴァ/パドバ|帕多瓦|Padua|Padoue|Padua|Паду|
Mantua|만토바/만투아|マントヴァ/マントバ|曼托瓦|Mantua|Mantoue|Mantua|Манту|
Gothenburg|예테보리/고텐부르크/고센버그|ヨーテボリ/イェーテボリ|哥德堡|Göteborg|Göteborg|Gotemburgo|Гётеборг/Гетеборг|
Krakow/Cracow|크라쿠프/크라코프/크라쿠브|クラクフ|克拉科夫|Krakau|Cracovie|Cracovia|Краков|
Nuremberg|뉘른베르크/뉘렌베르크/뉘른베르그/뉴렘버그|ニュルンベルク|纽伦堡|Nürnberg|Nuremberg|Núremberg|Нюрнберг|
Lucerne|루체른|ルツェルン|卢塞恩|Luzern|Lucerne|Lucerna|Люцерн|
Dunkirk|됭케르크/덩케르크|ダンケルク|敦刻尔克|Dünkirchen|Dunkerque|Dunkerque|Дюнкерк|
Seville|세비야/세빌리아|セビリア/セビージャ|塞维利亚|Sevilla|Séville|Sevilla|Севиль|
Danube|다뉴브/도나우|ドナウ|多瑙河|Donau|Danube|Danubio|Дуна|
Rhine|라인|ライン|莱茵|Rhein|Rhin|Rin|Рейн|
Nile|나일|ナイル|尼罗|Nil|Nil|Nilo|Нил|
Alps|알프스|アルプス|阿尔卑斯|Alpen|Alpes|Alpes|Альп|
Algiers|알제|アルジェ|阿尔及尔|Algier|Alger|Argel||
Tangier|탕헤르/탄지에르/탕제|タンジェ/タンジール|丹吉尔|Tanger|Tanger|Tánger|Танжер|
Bethlehem|베들레헴|ベツレヘム|伯利恒|Bethlehem|Bethléem||Вифлеем|
Nazareth|나사렛/나자렛|ナザレ|拿撒勒|Nazareth|Nazareth|Nazaret|Назарет|
Hebron|헤브론|ヘブロン|希伯伦|Hebron|Hébron|Hebrón|Хеврон|
Sichuan/Szechuan|쓰촨/사천|四川|四川|Sichuan|Sichuan|Sichuan|Сычуан|Tứ Xuyên
Guangdong|광둥/광동|広東|广东/廣東|Guangdong|Guangdong|Guangdong|Гуандун|Quảng Đông
Guangzhou|광저우/광주|広州|广州/廣州|Guangzhou|Canton|Cantón|Гуанчжоу|Quảng Châu
Guangxi|광시/광서|広西|广西/廣西|Guangxi|Guangxi|Guangxi|Гуанси|
Guizhou|구이저우/귀주|貴州|贵州/貴州|Guizhou|Guizhou|Guizhou|Гуйчжоу|
Yunnan|윈난/운남|雲南|云南/雲南|Yunnan|Yunnan|Yunnan|Юньнан|Vân Nam
Hunan|후난/호남|湖南|湖南|Hunan|Hunan|Hunan|Хунан|
Hubei|후베이/호북|湖北|湖北|Hubei|Hubei|Hubei|Хубэ|
Henan|허난/하남|河南|河南|Henan|Henan|Henan|Хэнан|
Hebei|허베이/하북|河北|河北|Hebei|Hebei|Hebei|Хэбэ|
Shandong|산둥/산동|山東|山东/山東|Shandong|Shandong|Shandong|Шаньдун|
Shanxi|산시/산서|山西|山西|Shanxi|Shanxi|Shanxi|Шаньси|
Shaanxi|산시/섬서|陝西|陕西/陝西|Shaanxi|Shaanxi|Shaanxi|Шэньси|
Jiangsu|장쑤/강소|江蘇|江苏/江蘇|Jiangsu|Jiangsu|Jiangsu|Цзянсу|
Jiangxi|장시/강서|江西|江西|Jiangxi|Jiangxi|Jiangxi|Цзянси|
Zhejiang|저장/절강|浙江|浙江|Zhejiang|Zhejiang|Zhejiang|Чжэцзян|
Fujian|푸젠/복건|福建|福建|Fujian|Fujian|Fujian|Фуцзян|Phúc Kiến
Anhui|안후이/안휘|安徽|安徽|Anhui|Anhui|Anhui|Аньхо|
Gansu|간쑤/감숙|甘粛|甘肃/甘肅|Gansu|Gansu|Gansu|Ганьсу|
Qinghai|칭하이/청해|青海|青海|Qinghai|Qinghai|Qinghai|Цинха|
Liaoning|랴오닝/요녕/요령|遼寧|辽宁/遼寧|Liaoning|Liaoning|Liaoning|Ляонин|
Jilin|지린/길림|吉林|吉林|Jilin|Jilin|Jilin|Гирин/Цзилин|
Heilongjiang|헤이룽장/흑룡강|黒竜江/黒龍江|黑龙江/黑龍江|Heilongjiang|Heilongjiang|Heilongjiang|Хэйлунцзян|
Hainan|하이난/해남|海南|海南|Hainan|Hainan|Hainan|Хайнан|Hải Nam
Xinjiang|신장/신강|新疆|新疆|Xinjiang|Xinjiang|Xinjiang|Синьцзян|Tân Cương
Ningxia|닝샤/영하|寧夏|宁夏/寧夏|Ningxia|Ningxia|Ningxia|Нинся|
Inner Mongolia|내몽골/내몽고/네이멍구|内モンゴル|内蒙古|Innere Mongolei|Mongolie-Intérieure|Mongolia Interior|Внутренняя Монголи/Внутренней Монголи|Nội Mông
Tianjin|톈진/텐진/천진|天津|天津|Tianjin|Tianjin|Tianjin|Тяньцзин|Thiên Tân
Chongqing|충칭/중경|重慶|重庆/重慶|Chongqing|Chongqing|Chongqing|Чунцин|Trùng Khánh
Nanjing/Nanking|난징/남경|南京|南京|Nanjing|Nankin|Nankín|Нанкин|Nam Kinh
Harbin|하얼빈|ハルビン|哈尔滨|Harbin|Harbin|Harbin|Харбин|Cáp Nhĩ Tân
Dalian|다롄/대련|大連|大连/大連|Dalian|Dalian|Dalian|Далян|Đại Liên
Qingdao/Tsingtao|칭다오/청도|青島|青岛/青島|Qingdao|Qingdao|Qingdao|Циндао|Thanh Đảo
Shenyang/Mukden|선양/심양/봉천|瀋陽|沈阳/瀋陽|Shenyang|Shenyang|Shenyang|Шэньян|Thẩm Dương
Lhasa|라싸/라사|ラサ|拉萨|Lhasa|Lhassa|Lhasa|Лхас|
Urumqi|우루무치|ウルムチ|乌鲁木齐|Urumtschi|Urumqi|Urumqi|Урумчи|
Taipei|타이베이/타이페이|台北|台北/臺北|Taipeh|Taipei|Taipéi|Тайбэ|Đài Bắc
Jesus|예수/지저스|イエス|耶稣|Jesus|Jésus|Jesús|Иисус|Giêsu
Moses|모세|モーセ|摩西|Mose|Moïse|Moisés|Моисе|
Plato|플라톤|プラトン|柏拉图|Platon|Platon|Platón|Платон|
Aristotle|아리스토텔레스|アリストテレス|亚里士多德|Aristoteles|Aristote|Aristóteles|Аристотел|
Socrates|소크라테스|ソクラテス|苏格拉底|Sokrates|Socrate|Sócrates|Сократ|
Homer|호메로스/호머|ホメロス/ホーマー|荷马|Homer|Homère|Homero|Гомер|
Euclid|유클리드/에우클레이데스|ユークリッド/エウクレイデス|欧几里得|Euklid|Euclide|Euclides|Евклид|
Ptolemy|프톨레마이오스|プトレマイオス|托勒密|Ptolemäus|Ptolémée|Ptolomeo|Птолеме|
Virgil|베르길리우스|ウェルギリウス|维吉尔|Vergil|Virgile|Virgilio|Вергили|
Ovid|오비디우스|オウィディウス|奥维德|Ovid|Ovide|Ovidio|Овиди|
Horace|호라티우스/호러스/호레이스|ホラティウス/ホーレス/ホレス|贺拉斯|Horaz|Horace|Horacio|Гораци|
Livy|리비우스|リウィウス|李维|Livius|Tite-Live|Livio|Ливи|
Pliny|플리니우스|プリニウス|普林尼|Plinius|Pline|Plinio|Плини|
Pompey|폼페이우스/폼페이|ポンペイウス|庞培|Pompeius|Pompée|Pompeyo|Помпе|
Trajan|트라야누스|トラヤヌス|图拉真|Trajan|Trajan|Trajano|Траян|
Hadrian|하드리아누스|ハドリアヌス|哈德良|Hadrian|Hadrien|Adriano|Адриан|
Justinian|유스티니아누스|ユスティニアヌス|查士丁尼|Justinian|Justinien|Justiniano|Юстиниан|
Confucius|공자|孔子|孔子|Konfuzius|Confucius|Confucio|Конфуци|Khổng Tử
Columbus|콜럼버스|コロンブス|哥伦布|Kolumbus|Colomb|Colón|Колумб|
Charlemagne|샤를마뉴/카롤루스|シャルルマーニュ/カール|查理曼|Karl der Große|Charlemagne|Carlomagno|Карл Великий|
Thrace|트라키아|トラキア|色雷斯|Thrakien|Thrace|Tracia|Фраки|
Carthage|카르타고|カルタゴ|迦太基|Karthago|Carthage|Cartago|Карфаген|
Corinth|코린토스/코린트/고린도|コリント|科林斯|Korinth|Corinthe|Corinto|Коринф|
Troy|트로이|トロイ|特洛伊|Troja|Troie|Troya|Тро|
Babylon|바빌론/바벨론|バビロン|巴比伦|Babylon|Babylone|Babilonia|Вавилон|
Tyrol|티롤|チロル|蒂罗尔|Tirol|Tyrol|Tirol|Тирол|
Bavaria|바이에른/바바리아|バイエルン|巴伐利亚|Bayern|Bavière|Baviera|Бавари|
Saxony|작센/색스니|ザクセン|萨克森|Sachsen|Saxe|Sajonia|Саксони|
Prussia|프로이센/프러시아|プロイセン/プロシア|普鲁士|Preußen|Prusse|Prusia|Прусси|
Hesse|헤센/헤세|ヘッセン/ヘッセ|黑森|Hessen|Hesse|Hesse|Гессен|
Brittany|브르타뉴/브리타니|ブルターニュ/ブリタニー|布列塔尼|Bretagne|Bretagne|Bretaña|Бретан|
Normandy|노르망디|ノルマンディー|诺曼底|Normandie|Normandie|Normandía|Норманди|
Burgundy|부르고뉴/버건디|ブルゴーニュ/バーガンディ|勃艮第|Burgund|Bourgogne|Borgoña|Бургунди|
Flanders|플랑드르/플란더스|フランドル/フランダース|佛兰德|Flandern|Flandre|Flandes|Фландри|
Tuscany|토스카나|トスカーナ|托斯卡纳|Toskana|Toscane|Toscana|Тоскан|
Sicily|시칠리아/시실리|シチリア/シシリー|西西里|Sizilien|Sicile|Sicilia|Сицили|
Sardinia|사르데냐|サルデーニャ|撒丁|Sardinien|Sardaigne|Cerdeña|Сардини|
Lombardy|롬바르디아|ロンバルディア|伦巴第|Lombardei|Lombardie|Lombardía|Ломбарди|
Andalusia|안달루시아|アンダルシア|安达卢西亚|Andalusien|Andalousie|Andalucía|Андалуси|
Catalonia|카탈루냐|カタルーニャ/カタロニア|加泰罗尼亚|Katalonien|Catalogne|Cataluña|Каталони|
Siberia|시베리아|シベリア|西伯利亚|Sibirien|Sibérie|Siberia|Сибир|
"""
