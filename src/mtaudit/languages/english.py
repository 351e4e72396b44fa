"""English words, for texts in another language in which some were left behind.

``FUNCTION`` is the closed class: articles, pronouns, prepositions, conjunctions, auxiliaries. ``EVERYDAY`` are common words
of general English (verbs, adjectives, nouns of news and daily life) that name no command, file, unit, brand, format or slogan, so that
nobody who writes in another script has a reason to keep them in Latin letters.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """
    a an the this that these those my your his her its our their whose
    i you he she it we they me him us them who whom which what
    of to in on at for with from by as into onto about after before between through during without within against under over
    above below among toward towards until since upon across behind beyond despite except per via
    and or but nor so yet if than then because while although though unless whereas whether
    is are was were be been being am do does did done has have had having will would shall should can could may might must
    not no there here when where why how all any both each few more most other some such only very also just too again ever
    don't doesn't didn't isn't aren't wasn't won't can't couldn't wouldn't it's i'm you're they're we're
    """
)

BETWEEN = _words(
    """
    the of and or but for from into about after before between through during without against because while although though
    however therefore moreover is are was were be been being has have had will would should could might must this that these
    those their his her its our your my which who whom whose when where why how than then not also very more most such
    """
)
"""Function words that are no part of any Korean style of titles (as ``by``, ``with``, ``in``, ``to``, ``on``, ``vs`` are)."""

EVERYDAY = _words(
    """
    abandon accept accuse achieve admit advise affect afford agree allow announce appoint argue arrest arrive ask avoid
    become begin believe belong blame borrow bring buy celebrate come complain concern condemn confirm consider continue
    convince criticize deal decide declare decline defeat defend demand deny depend describe destroy develop die
    disagree disappear discover discuss eat emerge emphasize encourage enjoy ensure escape expand expect explain fail
    fight forget forgive gain grow happen hate hear hesitate hire hope hurt ignore imagine improve increase inform
    insist intend investigate invite involve keep kill know lack laugh launch lead learn leave lend lie lose maintain
    make marry mean meet mention negotiate obtain occur offer oppose overcome owe pay persuade possess praise predict
    prefer prepare pretend prevent produce promote propose protect prove provide punish pursue raise reach realize
    recognize recommend recover reduce refuse regard regret remain remember require resign resist respond retire reveal
    seek seem sell serve solve speak spend steal strengthen struggle suffer suggest surrender survive suspect take teach
    tend think threaten travel treat understand urge visit vote want warn wear weep win wish wonder worry able afraid
    angry anxious available aware beautiful better brave careful cheap clever confident considerable corrupt curious
    dangerous different difficult diplomatic distant eager early easy economic effective efficient emotional enormous
    essential exciting expensive experienced extreme fair famous foreign former fortunate friendly grateful great guilty
    healthy heavy helpful high historic honest huge hungry illegal important impossible independent innocent interesting
    international large late legal likely little lonely major military modern national necessary nervous notable nuclear
    obvious old painful particular peaceful perfect pleasant political poor popular possible powerful practical pregnant
    previous proper proud rare reasonable recent regional relevant reliable religious responsible rich rural sad
    satisfied serious several severe significant similar small strange strategic strict strong sudden sufficient
    suitable surprising terrible tired traditional typical unable uncertain unexpected unhappy unknown unlikely unusual
    urban urgent useful usual various violent vulnerable weak wealthy wide willing wonderful wrong young absolutely
    actually almost already always apparently approximately certainly clearly completely currently especially
    essentially eventually exactly finally frequently generally gradually hardly immediately increasingly indeed
    initially instead largely mainly maybe meanwhile mostly nearly necessarily never obviously often otherwise
    particularly perhaps possibly previously primarily probably quickly quite rarely rather really recently relatively
    seriously significantly simply slightly slowly sometimes soon still strongly suddenly thus today together tomorrow
    typically usually yesterday advantage advice affair agreement airport ally ambassador ambition ancestor anger
    announcement argument army arrival assistance atmosphere attempt attitude audience behavior belief benefit birthday
    border business campaign candidate career century challenge charity child childhood children choice citizen city
    civilian colleague commitment committee company compensation competition complaint conclusion conference confidence
    conflict congress consequence consideration conversation cooperation country couple court crime crisis criticism
    culture danger daughter death debate decade decision defeat defense democracy department difference difficulty
    disadvantage disaster disease doctor doubt economy education effort election emergency emotion employee employer
    employment enemy enthusiasm evidence existence expectation expense explanation failure faith family farmer father
    favor fisherman freedom friend friendship funeral government governor grandfather grandmother growth habit happiness
    health hospital husband incident income independence industry inequality inflation influence injury institution
    insurance intention invasion investigation investment investor journalist journey judge justice kingdom knowledge
    landlord lawyer leader leadership lifestyle loss majority marriage mayor meal meeting membership million minister
    minority mistake money morning mother motivation murder nation neighbor neighborhood newspaper obligation occasion
    officer opinion opponent opportunity opposition organization origin parent parliament participant passenger peace
    people percentage person perspective police politician politics population poverty prayer preparation president
    pressure prince prisoner privilege problem professor profit prosecutor protest province punishment purpose railway
    reality reason rebel recession recommendation refugee relationship relative religion representative reputation
    resident resistance respect responsibility restaurant revolution salary satisfaction scientist secretary shortage
    sister society soldier somebody someone something speech spokesman spokesperson spokeswoman statement strength
    student suburb success suggestion summit surgery suspicion taxpayer teacher tension territory terrorist thing
    thousand threat tourist tradition tragedy treaty troops truth uncertainty unemployment university victim victory
    village violence visitor voter wealth weapon weather welfare wife winner winter wisdom witness woman women worker
    workplace worldwide youth
    """
)


def plurals(name: str) -> tuple[str, ...]:
    """The plural of a term in English, by its spelling; nothing for what looks like a plural already.

    ``name`` may have several words: the last one changes, or the one before *of* (chiefs of staff). Irregular plurals are not
    known.
    """
    head, of, rest = name.partition(" of ")
    if of:
        return tuple([f"{plural} of {rest}" for plural in plurals(head)])
    low = name.lower()
    if not ("a" <= low[-1:] <= "z") or (low.endswith("s") and not low.endswith("ss")):
        return ()
    if name.isupper():
        return (name + "s",)
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return (name[:-1] + "ies",)
    return (name + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s"),)
