"""How the languages with blanks between words write numbers.

Long and short scale are told apart (de Billion, fr billion and es billón are 10¹²). Forms are in small letters. Sources: CLDR
(separators, names of months and days); the spelled-out numbers are the languages' own.
"""

from __future__ import annotations

from functools import cache

from mtaudit.quantities.vocabulary import Vocabulary, listed, vague, valued


def _english() -> Vocabulary:
    return Vocabulary(
        ",",
        ".",
        valued(
            "hundred=2 thousand/k=3 million/millions/mn/mln=6 billion/billions/bn/bln=9 trillion/trillions/tn/trn=12 lakh=5 crore=7"
        ),
        {
            **listed(
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            ),
            **listed("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10),
        },
        {
            **listed(
                "first second/secondly third/thirds/thirdly fourth/fourths fifth/fifths sixth/sixths seventh eighth/eighths ninth tenth/tenths"
                " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            ),
            **listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 20, 10),
        },
        frozenset(("and",)),
        frozenset(("half",)),
        listed(
            "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec"
        ),
        listed(
            "monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays sunday/sundays",
            0,
        ),
        frozenset(("may", "march", "august", "mar", "jan", "jun", "sep")),
        vague(
            "once=1 twice/both/double/doubled/doubles/doubling/twin/twins/pair/pairs/couple/couples/duo/twofold/bilateral/binary/either/neither/dual/bi=2"
            " triple/triples/tripled/trio/threefold/thrice/triplets/trilateral/trilogy/triangle/triangular=3 quadruple/quadrupled/quartet/quarterly/square=4"
            " quarter/quarters=0.25,4,25,15 half/halves/halved/halftime=0.5,2,50,30 dozen/dozens=12 score=20 decade/decades=10 century/centuries=100"
            " fortnight=14,2,15 weekly/week/weeks=7,1 annual/annually/yearly=1 midnight=0,12,24 noon=12 millennium/millennia=1000 teenage/teenager/teenagers/teens/teen=10"
            " quintet=5 octet=8 decathlon=10 unanimous=1,100 monthly=1 single/sole/only/alone=1 zero/nil=0 hundreds=100 thousands=1000 grand=1000"
            " percent=1,100 cent/cents=1 year/yearlong=1 hour=1,60 minute=1,60 day/daily=1,24 month=1 every/per/each/an/a/another=1 half-century=50"
        ),
    )


def _german() -> Vocabulary:
    return Vocabulary(
        ".",
        ",",
        valued("tausend/tsd=3 million/millionen/mio=6 milliarde/milliarden/mrd/md=9 billion/billionen/bio=12"),
        {
            **listed(
                "eins/ein zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
            ),
            **listed("zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert", 20, 10),
        },
        {
            f"{stem}{end}": value
            for stem, value in listed("erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte").items()
            for end in ("", "n", "r", "s", "m")
        },
        frozenset(),
        frozenset(("halbe", "halben")),
        listed(
            "januar/jan/jänner februar/feb märz april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov dezember/dez"
        ),
        listed(
            "montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags samstag/sonnabend/samstags sonntag/sonntags",
            0,
        ),
        frozenset(),
        vague(
            "einmal=1 zweimal/beide/beiden/doppelt/doppelte/paar/verdoppelt=2 dreimal/dreifach/trio=3 vierteljahr/viertel=0.25,4,25,15 halb/hälfte/halbe=0.5,2,50,30"
            " dutzend/dutzende=12 jahrzehnt/jahrzehnte/jahrzehnten=10 jahrhundert/jahrhunderte=100 mitternacht=0,24 mittag=12 null=0 drittel=3"
        ),
    )


def _french() -> Vocabulary:
    return Vocabulary(
        " ",
        ",",
        valued("cent/cents=2 mille=3 million/millions/mn=6 milliard/milliards/md/mds=9 billion/billions=12"),
        {
            **listed("un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
            **listed("vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante cent/cents", 20, 10),
        },
        listed(
            "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième"
        ),
        frozenset(("et",)),
        frozenset(("demi",)),
        listed("janvier février/fév/févr mars avril mai juin juillet août septembre/sept octobre/oct novembre/nov décembre/déc"),
        listed("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
        frozenset(("mars",)),
        vague(
            "deux/double/couple/paire=2 triple/trio=3 tiers=3 quart/quarts=0.25,4,25,15 demi/demie/moitié=0.5,2,50,30 dizaine/dizaines=10 douzaine=12"
            " quinzaine=15,2 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 centaine/centaines=100 millier/milliers=1000 décennie/décennies=10"
            " siècle/siècles=100 minuit=0,24 midi=12 zéro=0"
        ),
    )


def _spanish() -> Vocabulary:
    return Vocabulary(
        ".",
        ",",
        valued("mil=3 millón/millones/mill=6 mil_millones=9 billón/billones=12"),
        {
            **listed(
                "uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
            ),
            **listed(
                "veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
                21,
            ),
            **listed("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento", 20, 10),
            **listed(
                "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas"
                " setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
                200,
                100,
            ),
        },
        listed(
            "primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima"
            " octavo/octava noveno/novena décimo/décima undécimo duodécimo"
        ),
        frozenset(("y",)),
        frozenset(("medio",)),
        listed(
            "enero/ene febrero/feb marzo abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic"
        ),
        listed("lunes martes miércoles jueves viernes sábado/sábados domingo/domingos", 0),
        frozenset(("domingo",)),
        vague(
            "ambos/ambas/doble/doblar/pareja/par=2 triple/trío=3 tercio/tercios=3 cuarto/cuartos=0.25,4,25,15 medio/media/mitad=0.5,2,50,30 decena/decenas=10"
            " docena/docenas=12 quincena=15,2 veintena=20 centenar/centenares=100 millar/millares/miles=1000 década/décadas=10 siglo/siglos=100"
            " medianoche=0,24 mediodía=12 cero=0"
        ),
    )


def _russian() -> Vocabulary:
    return Vocabulary(
        " ",
        ",",
        valued(
            "тысяча/тысячи/тысяч/тысячу/тысячам/тысячами/тыс=3 миллион/миллиона/миллионов/миллионам/миллионами/млн=6"
            " миллиард/миллиарда/миллиардов/миллиардам/млрд=9 триллион/триллиона/триллионов/трлн=12"
        ),
        {
            **listed(
                "один/одна/одно/одного/одной два/две/двух/двум/двумя три/трех/трёх/трем/трём/тремя четыре/четырех/четырёх/четырем/четырьмя пять/пяти/пятью"
                " шесть/шести/шестью семь/семи/семью восемь/восьми девять/девяти десять/десяти/десятью одиннадцать/одиннадцати двенадцать/двенадцати"
                " тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати"
                " восемнадцать/восемнадцати девятнадцать/девятнадцати"
            ),
            **listed(
                "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти"
                " восемьдесят/восьмидесяти девяносто/девяноста сто/ста",
                20,
                10,
            ),
            **listed(
                "двести/двухсот триста/трехсот/трёхсот четыреста/четырехсот/четырёхсот пятьсот/пятисот шестьсот/шестисот семьсот/семисот"
                " восемьсот/восьмисот девятьсот/девятисот",
                200,
                100,
            ),
        },
        {
            f"{stem}{end}": value
            for stem, value in listed("перв втор трет четверт пят шест седьм восьм девят десят").items()
            for end in (
                "ый",
                "ой",
                "ий",
                "ая",
                "ое",
                "ого",
                "ому",
                "ом",
                "ым",
                "ую",
                "ья",
                "ье",
                "ьего",
                "ьей",
                "ьем",
                "ью",
                "ые",
                "ых",
            )
        },
        frozenset(),
        frozenset(("пол",)),
        listed(
            "января/январь/январе/янв февраля/февраль/феврале/фев марта/март/марте апреля/апрель/апреле/апр мая/май/мае июня/июнь/июне июля/июль/июле"
            " августа/август/августе/авг сентября/сентябрь/сентябре/сен октября/октябрь/октябре/окт ноября/ноябрь/ноябре/ноя декабря/декабрь/декабре/дек"
        ),
        listed(
            "понедельник/понедельника вторник/вторника среду четверг/четверга пятницу/пятница/пятницы субботу/суббота/субботы воскресенье/воскресенья",
            0,
        ),
        frozenset(("мая", "марта", "май", "окт", "дек", "сен")),
        vague(
            "дважды/оба/обе/двое/пара/двойной/вдвое=2 трижды/трое/тройной/втрое=3 треть/трети=3 четверо=4 четверть/четверти=0.25,4,25,15"
            " половина/половины/половину/пол/полтора/полторы=0.5,2,50,30,1.5 полмиллиона=500000 десяток/десятки/десятков=10 дюжина=12"
            " сотня/сотни/сотен=100 десятилетие/десятилетия/десятилетий=10 век/века/веков/столетие=100 полночь=0,24 полдень=12 ноль=0"
        ),
    )


def _vietnamese() -> Vocabulary:
    return Vocabulary(
        ".",
        ",",
        valued("trăm=2 nghìn/ngàn/ngìn=3 triệu/tr=6 trăm_triệu=8 tỷ/tỉ=9 nghìn_tỷ/ngàn_tỷ/nghìn_tỉ/ngàn_tỉ=12"),
        {
            **listed("một hai ba bốn năm sáu bảy tám chín mười"),
            "mốt": 1,
            "tư": 4,
            "lăm": 5,
            "nhăm": 5,
            "bẩy": 7,
            "mươi": 10,
            "trăm": 100,
        },
        {
            "thứ nhất": 1,
            "đầu tiên": 1,
            "thứ nhì": 2,
            "thứ hai": 2,
            "thứ ba": 3,
            "thứ tư": 4,
            "thứ năm": 5,
            "thứ sáu": 6,
            "thứ bảy": 7,
        },
        frozenset(("linh", "lẻ")),
        frozenset(("nửa",)),
        {
            **listed("giêng hai ba tư năm sáu bảy tám chín mười mười_một mười_hai"),
            "chạp": 12,
            "một": 1,
        },
        listed("thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật", 0),
        frozenset(),
        vague(
            "cả hai=2 đôi/cặp/kép/song=2 rưỡi/nửa=0.5,2,50,30 tá=12 chục=10 thập_kỷ/thập_niên=10 thế_kỷ=100 nửa_đêm=0,24 trưa=12 không=0".replace(
                "cả hai", "cả_hai"
            )
        ),
    )


_MADE = {"en": _english, "de": _german, "fr": _french, "es": _spanish, "ru": _russian, "vi": _vietnamese}


@cache
def vocabulary(lang: str) -> Vocabulary | None:
    """The words of a language with spaces between words; None for any other."""
    make = _MADE.get(lang)
    return make() if make else None
