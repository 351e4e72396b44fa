"""How languages deny: what denies plainly, what only looks so, and every word that may hold a denial.

From general knowledge of the languages. ``plain`` and ``excuses`` are narrow and ``hints`` is wide: a sentence that denies plainly and is
no excuse is compared with a sentence that holds no hint at all.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Denial(NamedTuple):
    """Patterns of one language. ``hints`` is None where nobody has collected them."""

    plain: re.Pattern[str]
    excuses: re.Pattern[str]
    hints: re.Pattern[str] | None


@cache
def denial(lang: str) -> Denial | None:
    """The patterns of a language, by ISO 639-1 code; None for one that is not known."""
    if lang not in _PLAIN:
        return None
    hints = _HINTS.get(lang)
    return Denial(re.compile(_PLAIN[lang], re.I), re.compile(_EXCUSES[lang], re.I), re.compile(hints, re.I) if hints else None)


_PLAIN = {
    "en": r"\b(?:not|cannot|never|nobody|no longer|no one|nothing|\w+n['’]t)\b(?! (?:only|just|merely|simply|until|necessarily|least|to mention|even"
    r"|so much|surprisingly|but|more than|other than|unlike|help|wait|really|quite|all|every|mention|too|long|far|about|yet|always|entirely|alone|far"
    r"|a few|a little|to say|once|sure|certain)\b)(?! \w+ but\b)",
    "de": r"\b(?:nicht|kein(?:e[nrms]?)?|niemals|niemand\w*|nichts)\b(?! (?:nur|allein|bloß|zuletzt|selten|unbedingt|ganz|immer|alle|jede\w*|mehr als"
    r"|weniger|minder|zu|einmal|wahr|weit|lange|wenige?|ander\w+|als|sicher))",
    "fr": r"\bn(?:e |['’])(?:\w+['’ ]){1,3}?(?:pas|jamais|rien|personne|aucune?)\b(?! (?:seulement|que|uniquement|moins|encore|toujours|tou[ts]|mal|loin|sûr))",
    "es": r"\b(?:no|nunca|jamás|nadie|ningun[oa]?|ningún)\b(?! (?:solo|sólo|solamente|obstante|únicamente|más|menos|siempre|todos?|todas?|hay duda|muy|lejos"
    r"|hace mucho|seguro|tan))",
    "ru": r"(?<![\w-])(?:не|нет|никогда|никто|нельзя)(?![\w-])(?! (?:только|столько|раз|менее|более|меньше|больше|всегда|вс[её]|все|очень|совсем|так|без"
    r"|иначе|далеко|просто|обязательно|исключено|уверен))",
    "vi": r"(?<![\w])(?<!hàng )(?<!trên )(?<!chân )(?<!phòng )(?<!hay )(?:không|chưa|chẳng|đừng)(?![\w])(?! (?:gian|khí|quân|kích|phận|lưu|trung|vận|tặc|chiến"
    r"|chỉ|những|ít|ngừng|kém|hẹn|phải ai|lâu|xa|thể không|có gì|biết|chắc|phải lúc|hẳn|hề hấn))",
    "zh": r"没有(?!之?一)|没能|不是|不会|不能|不可能|不想|不愿|不再|从未|尚未|并未|未能|无法|不允许|沒有|沒能|不會|無法|從未",
    "ja": r"(?:(?:では|じゃ|には|とは|[いえかがきけげこさしせたちてでなにねばびべまみめらりれわ])な(?:い|かった)|ません(?:でした)?)(?=[。、」]|$|と[言述考思いし]|ため|ので)",
    "ko": r"[가-힣]{1,9}지 ?(?:않|못)(?:았|했|는다|은|을|고|다|아|으|습|하)[가-힣]{0,9}|[할될갈볼을를일] 수 없[가-힣]{1,9}|[이가] 아니(?:다|었|고|며|라고)[가-힣]{0,9}|[이가] 아닙[가-힣]{1,9}|[이가] 없(?:다|었|고|습)[가-힣]{0,9}",
}

_EXCUSES = {
    "en": r"\b(?:whether|or not|if not|no matter|no doubt|why not|why don|unless|first time|nothing (?:but|more|less|else)|could(?:n['’]t| not) be|isn['’]t it|more than"
    r"|don['’]t you|deny|denied|refuse\w*|doubt|except|only|mind|worry|forget|hesitate|miss|stop|fail\w*|without|impossible|neither|nor|than|but for"
    r"|unlike\w*|un[a-z]{4,}ed|rule out|so long as|as long as|not .{3,60}\bbut\b|until|till|before|rather|instead|any ?more)\b|['‘\"“`](?:not|never|nothing)\b|(?-i:NOT [A-Z]{2,}|[A-Z]{2,} NOT\b)",
    "de": r"\b(?:ob|oder nicht|wenn nicht|sondern|ohne|außer|bevor|solange|bis|zweif\w+|kein Wunder|keine Frage|kein Zweifel|keinesfalls ohne|als|verhinder\w+|verbiet\w+|verbot\w*"
    r"|weiger\w+|vermeid\w+|unmöglich|weder|kaum|nur)\b",
    "fr": r"\b(?:que si|sans|avant que|à moins|non seulement|aucun doute|pas de doute|n['’]est-ce pas|ni|seulement|doute\w*|empêch\w+|interdi\w+|refus\w+|évit\w+|jusqu|impossible|mais|sinon|plus que)\b",
    "es": r"\b(?:sino|sin|hasta que|a no ser|salvo|excepto|no obstante|ni|solo|sólo|duda\w*|impid\w+|prohib\w+|neg\w+|evit\w+|imposible|antes de|pero|o no|más que|menos que|apenas)\b|¿",
    "ru": r"(?<!\w)(?:ли|пока|едва|чуть|ни|без|кроме|если не|тем не менее|лишь|только|сомне\w+|запре\w+|отказ\w+|невозможн\w+|избе\w+|прежде|раньше|а|но|чем|разве)(?!\w)",
    "vi": r"(?<!\w)(?:hay|mà|trừ|nếu không|không thể không|chỉ|mới|cho đến khi|trước khi|cấm|từ chối|tránh|nghi ngờ|bất|dù|ngoài|hơn|gì|sao|bằng không)(?!\w)|\?|(?:không|chưa)\s*[.”\"]",
    "zh": r"不仅|不只|不但|不僅|是不是|能不能|会不会|有没有|不得不|不能不|不会不|无论|不管|除非|除了|只|才|否则|禁|拒|避免|而是|之前|吗|呢|難|不是.{1,20}[而就]是|没有.{1,15}就|比",
    "ja": r"初めて|つまらな|くだらな|たまらな|なければ|なくては|ねば|ざる|だけで|のみ|かもしれ|かも知れ|過ぎない|すぎない|しか|ほかなら|違いない|ちがいない|ではないか|ないか|ませんか|ないうち|少なく|限ら|までは?|ずに|以外|ばかり|いけな|ならな|欠かせ|より|ないと",
    "ko": r"지 ?않을 수|지 ?못할 것|없지 ?않|않으면|없으면|못하면|아니면|밖에|뿐|수밖|만 아니|않는 한|없는 한|끊임|틀림|관계|상관|못지|적지 ?않|마지않|다름|여부|않을까|않나|않은가"
    r"|아닌가|지나지|불과|그치지|머물|문제없|없애|없어지|않기|않도록|더 ?이상|더는|머지않|어쩔 수|변함없|말할 것도|만에|까지|전까지|아니라|으나|지만|는데|어느|아무리|라도|거나",
}
"""Phrases in which a word of denial denies nothing, or the sentence may be turned round."""

_HINTS = {
    "ko": r"않|못|없|아[니냐닌닐님닙]|말(?:라|아|고|자|기|지|았)|마(?:라|세|십|시)|(?:^|\s)안\s|안 ?(?:되|돼|된|될|됨|됩|됐|하|함|한|할|했|합|쓰|씀|맞|바뀌|바뀜|보)|모르|모른|몰랐|모를|모름|모릅|절대|결코|전혀|그다지|별로"
    r"|(?:^|\s)(?:[불비미무부반몰][가-힣]|노 |비[ -])|거부|거절|거짓|금지|금하|실패|제외|배제|예외|부정|부족|반대|반박|반면|어렵|어려|힘들|힘든|힘겹|막[았는을혀히힌]|멈|중단|중지|그만|피하|피해|피할|잃|떨어|놓치|놓쳤|싫|드물|드문|덜|빠[지진졌짐]|빼|뺀|뺐"
    r"|뿐|밖|적[다은었]|거의|면하|벗어|사라|잘못|다르|다른|달랐|달라|달리|다릅|다름|틀리|틀린|틀림|틀립|외면|외에|말고|삼가|취소|철회|포기|탈퇴|탈락|미만|미달|미처|아직|더 ?이상|이상은|차라리|오히려|대신|사양|버[리렸]|제로|건너|무시|무효|해제|꺼[지진졌짐]|끄|충돌|어긋|여전"
    r"|생략|삭제|제거|방지|억제|차단|손상|오류|깨[지진졌짐]|끊|누락|만료|모호|취약|이하|갑작|비어|비었|빈 |오프라인|다 (?:쓰|썼|사용)|끔|외의|이외|하나뿐|바닥|한계|거리가 멀|멀[다었고]|의심|회의적|기각|각하|부결|무산|만장일치|좌절|불참|결석|결여|공백|빈약|미정|논란|그치|늦",
    "en": r"\b(?:no|not|cannot|never|nobody|none|nothing|nowhere|neither|nor|without|\w+n['’]t|unable|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies|ying)|reject\w*|declin\w*"
    r"|avoid\w*|stop\w*|prevent\w*|hardly|barely|scarcely|rarely|seldom|few|little|only|but|except|instead|rather|unless|until|too|yet|free|far|miss\w*"
    r"|lost|lose|los(?:es|ing)|ban\w*|prohibit\w*|forbid\w*|oppos\w*|against|absen\w+|zero|beyond|ceas\w*|end(?:ed|s|ing)|away|difficult|hard|impossible|doubt\w*|ignor\w*|negat\w+"
    r"|fals\w+|wrong|less|short|any(?:more)?|remain\w*|still|out|off|un\w{3,}|in\w{4,}|im\w{4,}|ir\w{4,}|il\w{4,}|dis\w{3,}|non\w*|mis\w{3,}|\w+less\w*|must|have to|has to|had to"
    r"|before|than|differ\w*|alone|just|exceed\w*|block\w*|broke\w*|empty|drop\w*|minor\w*|more|most|if|whether|should|even|bare|vain|skip\w*|remov\w*|delet\w*|omit\w*|exclu\w*|suppress\w*"
    r"|constant\w*|always|all|everything|inevitab\w*|unique\w*|sole\w*|quit\w*|halt\w*|broken|abandon\w*|dead|died|gone|mere\w*|exhaust\w*|weak\w*|poor\w*|bad\w*|low\w*)\b",
    "ja": r"な[いかくけしき]|ません|ず[にはも、]|ざる|ぬ|[無不未非否禁拒避失欠違異難誤反断除外止絶]|だめ|ダメ|しか|まで|だけ|以外|間違|まい|外れ|ゼロ|より|代わり|かわり|エラー|スキップ|べから",
}
"""Any form of a denial, and any word that may take its place. Wide, because it only silences."""
