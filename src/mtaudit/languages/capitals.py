"""What tells names from other words in French, Spanish, Russian, Vietnamese, German and Japanese.

First, words with a capital letter that are no names which keep their sound.

Offices, institutions, days of the church, faiths, peoples: what other languages translate. English has a module of its own. From general
knowledge of the languages.
"""

from __future__ import annotations

from functools import cache

_WORDS = {
    "fr": """
        état états unis conseil sécurité ministère ministre premier première assemblée nationale national sénat parlement gouvernement président
        présidente république union européenne européen européens nations parti banque centrale cour église dieu noël pâques chambre commission comité
        organisation fédération confédération association société université école institut académie musée bibliothèque théâtre opéra palais château
        place rue avenue boulevard pont mer océan fleuve lac mont montagne île îles golfe baie nord sud est ouest moyen orient occident extrême
        français française françaises anglais anglaise anglaises allemand allemande allemands américain américaine américains américaines russe russes
        chinois chinoise japonais japonaise italien italienne italiens espagnol espagnole espagnols britannique britanniques belge belges suisse suisses
        grec grecs turc turcs arabe arabes juif juifs juive musulman musulmans chrétien chrétiens catholique protestant palestiniens israéliens
        ukrainiens polonais coréen coréens coréenne vietnamiens africains européenne roi reine prince princesse duc empereur pape saint sainte monsieur
        madame mademoiselle maître docteur général colonel armée marine police justice intérieur affaires étrangères défense finances éducation santé
        culture travail économie haute haut grand grande petit petite nouvelle nouveau vieux guerre révolution empire royaume résistance libération
        constitution loi code charte traité convention accord déclaration coupe monde jeux olympiques tour prix festival internet web terre lune soleil
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche
        histoire sciences lettres arts droit médecine direction agence office bureau centre fonds trésor sécurité sociale mairie préfecture
        """,
    "es": """
        estado estados unidos consejo seguridad ministerio ministro ministra primer primera asamblea nacional senado congreso parlamento gobierno
        presidente presidenta república unión europea europeo naciones unidas partido banco central corte tribunal supremo iglesia dios navidad semana
        santa cámara comisión comité organización federación confederación asociación sociedad universidad escuela instituto academia museo biblioteca
        teatro ópera palacio castillo plaza calle avenida paseo puente mar océano río lago monte montaña isla islas golfo bahía norte sur este oeste medio
        oriente occidente rey reina príncipe princesa duque emperador papa san santo don doña señor señora doctor doctora general coronel ejército armada
        policía guardia civil justicia interior asuntos exteriores defensa hacienda educación salud sanidad cultura trabajo economía alto alta gran grande
        nueva nuevo viejo guerra revolución imperio reino resistencia constitución ley código carta tratado convenio acuerdo declaración copa mundo mundial
        juegos olímpicos premio festival internet web tierra luna sol historia ciencias letras artes derecho medicina dirección agencia oficina centro
        fondo tesoro social ayuntamiento alcaldía comunidad fiscalía fiscal secretaría secretario secretario federal popular socialista obrero
        independencia libertad paz corona casa
        """,
    "ru": """
        совет совета безопасность министерство министр государственная государственной дума думы думе думу федеральный федеральная федерации федерация
        президент правительство премьер республика республики союз союза организация организации объединенных объединённых наций нации партия партии банк
        банка центральный центральная верховный верховного суд суда церковь церкви бог бога боже господь рождество пасха комиссия комитет комитета ассоциация
        университет университета институт института академия академии музей музея театр театра дворец площадь улица проспект мост море моря океан океана
        север севера юг юга восток востока запад запада западе востоке севере юге ближний ближнего ближнем дальний дальнего дальнем король царь император
        князь святой святая генерал армия армии флот конституция закон кодекс великая великой великий отечественная отечественной война войны революция
        революции победа победы день дня год года мира кубок кубка чемпионат олимпийские игр игры интернет интернета интернете земля земли луна солнце
        большой большая новый новая старый красный красной белый дом дома кремль кремля гроб генпрокуратура госдума госдуме мид минобороны минфин центробанк
        центробанка следственный главный главное управление единая северная северной южная южной восточная восточной западная западной
        """,
}
"""By language, in small letters. German writes every noun with a capital: there a name must be known as one."""

_GERMAN_TITLES = """
        herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident ministerpräsident ministerpräsidentin
        premierminister premierministerin außenminister außenministerin innenminister innenministerin finanzminister verteidigungsminister
        verteidigungsministerin wirtschaftsminister gesundheitsminister minister ministerin generalsekretär generalsekretärin bürgermeister
        bürgermeisterin oberbürgermeister professor professorin doktor dr prof trainer trainerin regisseur regisseurin schauspieler schauspielerin
        schriftsteller schriftstellerin sänger sängerin historiker historikerin sprecher sprecherin general könig königin papst richter richterin
        abgeordnete abgeordneter senator senatorin direktor direktorin leiter leiterin vorsitzende vorsitzender
        schriftstellerin journalist journalistin
    """
_GERMAN_GIVEN = """
    Adam Adrian Albert Alexander Alexandra Alfred Alice Amalia Andrea Andreas Angela Angelika Anja Anke Anna Anne Annette Anton Antje Armin Arthur Astrid Axel Barbara
    Bastian Beate Benedikt Benjamin Bernd Bernhard Bettina Birgit Björn Boris Brigitte Bruno Carla Carsten Caroline Christa Christian Christiane Christina Christine Christoph
    Claudia Cornelia Cornelius Dagmar Daniel Daniela David Dennis Detlef Dieter Dietmar Dietrich Dirk Dominik Donald Doris Dorothea Eberhard Eckhard Edith Eduard Elena
    Elisabeth Elke Emil Emma Erich Erika Erwin Eugen Eva Fabian Felix Ferdinand Florian Frank Franz Franziska Friedrich Fritz Gabriele Georg Gerd Gerhard Gertrud Gisela
    Günter Günther Gustav Hannah Hannelore Hans Harald Hartmut Heike Heiko Heiner Heinrich Heinz Helene Helga Helmut Henning Herbert Hermann Holger Horst Hubert Hugo Ilse
    Ingeborg Ingo Ingrid Irene Iris Irmgard Isabel Jakob James Jan Jana Jens Joachim Jochen Johann Johanna Johannes John Jonas Jonathan Josef Joseph Julia Julian Juliane Julius
    Jürgen Jutta Karin Karl Karla Karsten Katharina Kathrin Katja Katrin Kerstin Klara Klaus Konrad Konstantin Kristina Kurt Lars Laura Lena Leon Leonie Lisa Lorenz Lothar
    Ludwig Luisa Lukas Manfred Manuela Marcel Marco Marcus Margarete Maria Marianne Marie Marion Markus Marlene Martin Martina Matthias Max Maximilian Melanie Michael Michaela
    Monika Moritz Nadine Natalie Nicole Niklas Nikolaus Nina Norbert Olaf Oliver Oskar Otto Patricia Patrick Paul Paula Peter Petra Philipp Rainer Ralf Regina Reinhard Renate
    Richard Rita Robert Roland Rolf Roman Rosemarie Rudolf Ruth Sabine Sandra Sara Sarah Sebastian Siegfried Sigrid Silke Silvia Simon Simone Sofia Sophie Stefan Stefanie
    Steffen Stephan Susanne Sven Tanja Theodor Theresa Thilo Thomas Thorsten Tilman Tim Tobias Torsten Udo Ulrich Ulrike Ursula Ute Uwe Valentin Vanessa Vera Verena Veronika
    Viktor Viktoria Vladimir Volker Walter Werner Wilhelm William Winfried Wladimir Wolfgang Wolfram
    """
_GERMAN_CITIES = """
    Aachen Augsburg Barcelona Basel Belfast Bergamo Berlin Bern Bielefeld Birmingham Bochum Bonn Boston Braunschweig Bremen Bremerhaven Breslau Bristol Budapest Chemnitz
    Chicago Cottbus Damaskus Danzig Darmstadt Delhi Detroit Dortmund Dresden Dublin Duisburg Düsseldorf Edinburgh Erfurt Erlangen Flensburg Frankfurt Freiburg Gelsenkirchen
    Glasgow Göttingen Graz Hamburg Hannover Heidelberg Heilbronn Helsinki Hiroshima Houston Ingolstadt Innsbruck Istanbul Jakarta Jena Johannesburg Kabul Karlsruhe Kassel
    Kiel Klagenfurt Koblenz Krakau Lausanne Leipzig Linz Liverpool Ljubljana Lübeck Ludwigshafen Luzern Madrid Magdeburg Mailand Mainz Manchester Mannheim Marseille Melbourne
    Minsk Montreal München Münster Nairobi Nürnberg Oldenburg Osnabrück Oslo Oxford Paderborn Philadelphia Potsdam Regensburg Riga Rostock Rotterdam Saarbrücken Salzburg
    Sarajevo Schwerin Sevilla Stockholm Straßburg Stuttgart Sydney Tallinn Teheran Toronto Trier Tübingen Valencia Vancouver Vilnius Weimar Wiesbaden Wolfsburg Wuppertal
    Würzburg Zagreb
    """


VIETNAMESE_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đào Đoàn Vương Lương Tô Trương Lưu Tạ Chu Phùng Mai Thái Cao".split()
)
"""The family names of nearly all Vietnamese."""


@cache
def translated(lang: str) -> frozenset[str]:
    """The words of a language, in small letters."""
    return frozenset(_WORDS.get(lang, "").split())


@cache
def german_titles() -> frozenset[str]:
    """Words before the name of a person, in small letters."""
    return frozenset(_GERMAN_TITLES.split())


@cache
def german_given_names() -> frozenset[str]:
    return frozenset(_GERMAN_GIVEN.split())


@cache
def german_cities() -> frozenset[str]:
    """Cities whose German name keeps its sound."""
    return frozenset(_GERMAN_CITIES.split())


_JAPANESE_CITIES = """
    アウシュビッツ アデレード アトランタ アムステルダム アレッポ アレクサンドリア アンカラ アンカレッジ アントワープ イスタンブール イスラマバード ウィスコンシン ウェリントン エディンバラ
    オークランド オーランド オスロ オックスフォード オハイオ オレゴン カサブランカ カブール カラカス カラチ カリフォルニア カルカッタ カンザス カンダハル キャンベラ クアラルンプール グアンタナモ
    グラスゴー グラナダ クリーブランド ケープタウン ケルン ケンタッキー ケンブリッジ コソボ コロラド コロンボ サラエボ サンクトペテルブルク サンティアゴ サンディエゴ サンパウロ サンフランシスコ
    シアトル シカゴ シドニー ジャカルタ シュツットガルト ジョージア ストックホルム ストラスブール スリナガル セビリア ソウェト ソフィア ダッカ ダブリン ダマスカス ダラス チェルノブイリ チェンマイ
    テキサス テヘラン テルアビブ デトロイト デュッセルドルフ デンバー ドーハ トリノ トリポリ トロント ドネツク ドバイ ナイロビ ナッシュビル ニューオーリンズ ニューデリー ニュージャージー
    ネバダ ノルマンディー バーミンガム バーレーン バグダッド バスラ バルセロナ バルパライソ バンガロール バンクーバー バンコク ハノーバー ハバナ ハリコフ ハルツーム ハンブルク ビエンチャン
    ビルバオ ヒューストン ビリニュス フィラデルフィア ブエノスアイレス ブダペスト プノンペン ブラジリア フランクフルト ブリスベン ブリストル プリマス フロリダ ベイルート ベオグラード ペシャワル
    ヘルシンキ ベルファスト ベルリン ペンシルベニア ボゴタ ボストン ポツダム ボローニャ ボルドー マイアミ マサチューセッツ マドリード マニラ マラケシュ マルセイユ マンチェスター ミシガン ミズーリ
    ミネソタ ミンスク ムンバイ メルボルン モガディシュ モンテビデオ モントリオール ヤンゴン ヨハネスブルク ライプチヒ ラスベガス ラゴス リバプール リガ リマ リヤド リヨン ルイジアナ ルサカ
    レイキャビク ロッテルダム ワシントン ワルシャワ
    """


@cache
def japanese_cities() -> frozenset[str]:
    """Cities and states of America and Europe in katakana that keep their sound."""
    return frozenset(_JAPANESE_CITIES.split())
