"""English words that are written with a capital letter and that other languages translate or call by a name of their own.

A capital letter makes no name that keeps its sound: *Germany* is 독일 and *Deutschland*, the *Supreme Court* is translated word by
word, *Monday* is a day. ``TRANSLATED`` are such words; from general knowledge of English and of the Korean names of states, peoples,
religions, offices and institutions. Words that Korean writes by their sound (Mexico, Internet) need not be here.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = """
save settings options preferences file files edit view insert format tools window help print delete remove copy paste cut undo redo cancel close
apply submit send search find replace next previous back forward menu button tab account profile password username login logout sign download upload
install update setup properties details advanced basic custom default status error warning message messages notifications user users admin administrator
page pages site website link image images photo photos video videos audio document documents folder folders share sharing privacy terms conditions language
languages date time calendar contacts calls start stop run add create select choose click press tap enter confirm continue finish done exit quit enable
disable show hide expand collapse refresh reload reset restore retry skip sort filter import export preview publish draft template
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter thanksgiving new year eve
america american americans americas states united us usa uk britain british briton britons england english scotland scottish scots wales welsh ireland irish
germany german germans france french spain spanish italy italian italians greece greek greeks netherlands dutch holland austria austrian
poland polish russia russian russians turkey turkish turk turks turkiye egypt egyptian egyptians china chinese japan japanese korea korean koreans
taiwan thailand thai india indian indians australia australian australians zealand hungary czech switzerland swiss sweden swedish swedes denmark danish danes
norway norwegian finland finnish finns portugal portuguese belgium belgian romania bulgaria croatia croatian serbia serbian
mongolia mongol vietnam vietnamese philippines filipino israel israeli israelis palestine palestinian palestinians arab arabs arabic saudi emirates jordan lebanon
syria syrian iraq iraqi iran iranian persia persian kurd kurdish afghan jew jews jewish hebrew judaism bible biblical gospel testament genesis exodus
mandarin farsi dari gaelic yiddish latin esperanto
christ christian christians catholic catholics catholicism protestant orthodox church anglican baptist methodist buddhist buddha buddhism islam islamic muslim muslims hindu god lord
jesus paul peter john matthew mark luke mary joseph moses abraham david solomon virgin saint holy spirit trinity pope bishop archbishop cardinal reverend father sister brother
latin roman romans rome athens athenian vienna cologne prague moscow beijing peking shanghai hong kong macau tokyo seoul cairo venice florence naples milan geneva hague
africa african africans asia asian asians europe european europeans antarctica antarctic arctic atlantic pacific mediterranean baltic caribbean oceania eurasia eurasian balkan balkans
north south east west northern southern eastern western central middle northeast northwest southeast southwest upper lower great greater inner outer mid far
ocean sea gulf bay strait channel river lake mount mountain mountains valley desert island islands isle isles peninsula cape coast canal forest park gardens
city town village county province state district region territory capital commonwealth kingdom empire republic federation confederation union colony dynasty realm
street road avenue boulevard square lane drive hill hills bridge tower castle palace court house hall gate station airport port harbor harbour beach dam plaza center centre
government ministry minister ministers department office bureau agency administration commission committee council board authority assembly parliament congress senate
senator representative representatives lords commons cabinet secretary chancellor president prime vice deputy governor mayor chairman chairwoman chair speaker ambassador embassy consul
king queen prince princess emperor empress duke duchess earl count countess baron barón baroness sir lady dame lord crown royal imperial majesty highness
general colonel major captain lieutenant sergeant admiral marshal commander chief staff army navy force forces air corps marine marines guard guards fleet squadron regiment division brigade
police detective inspector officer sheriff judge justice supreme attorney prosecutor federal national international global world state public civil military
party democrat democrats democratic republican republicans conservative conservatives labour labor liberal liberals tory tories socialist communist communists green greens independent left right
law act bill constitution amendment treaty agreement accord pact convention declaration protocol charter rights court tribunal code order
war battle revolution uprising rebellion crisis conference summit congress olympics olympic games cup championship championships league series tournament finals open festival award awards prize
university college school institute academy institution faculty library museum gallery theatre theater hospital clinic foundation society association organization organisation
company corporation corp inc ltd group holdings bank fund exchange market markets trust industries enterprises partners services service systems network communications
newspaper news times post journal herald tribune gazette forum forums daily weekly magazine press broadcasting television radio channel media review report reports book books bulletin
professor doctor dr mr mrs ms miss sir madam phd captain coach manager director executive officer producer editor nurse
age ages era period century renaissance enlightenment medieval bronze iron stone ice golden dark modern ancient classical victorian gothic baroque colonial
earth moon sun mars venus jupiter saturn mercury neptune uranus milky way big dipper heaven hell
art arts science sciences technology engineering medicine health education history philosophy economics music language literature religion culture defense defence
agriculture energy transport transportation environment finance treasury trade commerce industry interior foreign affairs homeland security intelligence veterans welfare housing
the of and a an in on at for to from with by first second third one two three four five six seven eight nine ten
new old young white black red blue green yellow brown grey gray silver gold golden pink purple orange
lion tiger bear bears eagle eagles wolf wolves bull bulls horse dragon fish bird dog cat salmon
internet web email e-mail i ok yes no not but if so it he she they we you this that these those there here what who when where why how
chapter section article part volume table figure page appendix note index title introduction summary
salvation army cross crescent doctors borders amnesty peace freedom liberty liberation independence democracy unity alliance coalition front movement resistance
nobel academy oscar grammy pulitzer
people peoples nation nations tribe native indigenous aborigines aboriginal eskimo inuit gypsy viking vikings indies
english-speaking english-language anglo-saxon
mother grandma grandpa grandmother grandfather mom mum dad daddy mummy aunt uncle auntie
dear hello thanks welcome happy merry good best love life death day night morning evening summer winter spring autumn fall
black-and-white high low top bottom main grand little big small long short hot cold free full half
star stars fire water wind rain snow light shadow heart hand head eye eyes face body blood bone
home land field farm garden wall door window room floor street tree flower force workers rose lily
story stories tale tales song songs dance show movie film play game games book
boy boys girl girls man men woman women child children baby
hunter hunters warrior warriors knight knights pirate pirates wizard witch ghost
sword shield arrow bow ring stone stones rock rocks
project program programme plan policy strategy initiative campaign operation mission task survey study research
human humanity civil constitutional domestic economic environmental financial industrial legal medical nuclear political religious scientific social
aviation railway rail metro subway tube bus express line lines highway interstate route airways airlines
annual special senior junior assistant associate acting former honorary
pearl diamond ruby emerald crystal
allied allies axis soviet nazi nazis reich ottoman ottomans
plague flu influenza disease syndrome virus cancer
compromise reformation restoration reconstruction depression recession reform
mayan aztec inca cyrillic epoch
"""

_GIVEN = """
amber april august autumn basil bill bliss candy charity cherry clay cliff coral crystal daisy dale dawn dolly drew eve faith fern flora forest frank ginger glen
grace grant hazel heath heather heaven holly honey honor hope iris ivory ivy jack jade jasmine jewel joy june laurel lily may melody mercy miles misty
myrtle nova olive opal pansy patience pearl peony penny piper poppy prudence rain reed rich river rob robin rose rosemary ruby rusty sage sandy scarlet serenity sky
sterling storm summer sunny temple tiger trinity troy verity victor victory viola violet virtue ward will willow winter wren
"""
"""Given names that are common words as well: flowers, gems, virtues, what a story gives a person's name to."""

TITLES = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame king queen prince princess pope bishop archbishop cardinal father sister brother saint st emperor empress
    president chancellor premier minister secretary general senator representative governor mayor ambassador commissioner judge justice chief officer
    nun monk friar priest imam rabbi ayatollah mullah sheikh shaikh caliph sultan emir pastor minister comrade sheik chairperson spokesperson activist
    journalist blogger novelist writer author poet singer actor actress artist student scientist professor researcher lawyer
    captain colonel major sergeant lieutenant admiral marshal commander chairman chairwoman director manager coach professor doctor detective inspector
    sheriff attorney prosecutor editor producer reverend deputy spokesman spokeswoman historian north south east west northern southern eastern western
    lake mount cape river
    """.split()
)
"""Words before a name that keeps its sound, in small letters: titles of persons, directions, lakes."""


@cache
def translated() -> frozenset[str]:
    """The words, in small letters."""
    return frozenset(_WORDS.split())


_ENDINGS = tuple("ian ians ean eans cans ese ish ism ist ists tion tions ment ments ity ness ship hood ing ings ology ics".split())


@cache
def is_word_too(name: str) -> bool:
    """Whether a name is a common word as well: Iris, Hope, Cotton."""
    return name.lower() in _BARE or name.lower() in _GIVEN.split()


@cache
def _own() -> re.Pattern[str]:
    """Names with such an ending: Lindqvist, Sebastian, Jinping."""
    given = "sebast|christ|maximil|bast|vivi|lilli|gilli|juli|fabi|dami|dori"
    return re.compile(rf"q[uv]ist$|^(?:{given})ian$|^clement$|^(?:[zcs]h|[b-df-hj-np-tv-z])?[aeiou]{{1,2}}n?g?[jqxzpm]ing$")


def may_be_translated(word: str) -> bool:
    """Whether a capitalised word, without its possessive, may be no name that keeps its sound: it is listed, a plural of what is listed,
    or has an ending of nouns, adjectives and peoples (Macedonian, Engagement)."""
    low = word.lower()
    known = translated()
    return any(part in known or part.rstrip("s") in known for part in (low, *low.split("-"))) or (
        len(low) > 6 and low.endswith(_ENDINGS) and _own().search(low) is None
    )


_BARE = frozenset(
    """
    cotton water food police nature history music research evidence money business power information experience love hope work time silence snow oil gas coal wood iron
    steel gold silver wine beer bread meat rice sugar salt coffee tea milk paper glass plastic rubber leather silk wool wheat corn grass fruit soil sand mud dust smoke
    ice heat light sound noise space air blood sleep pain stress hunger poverty wealth health crime violence war peace law order justice truth faith trust luck fate chance
    art literature poetry fiction drama theatre theater film cinema dance football soccer baseball basketball tennis golf cricket rugby hockey boxing chess sport traffic
    transport travel tourism trade industry labour labor capital property land housing rent debt credit tax income profit growth demand supply production software hardware
    data internet television radio media news advice help support aid care medicine surgery treatment therapy exercise equipment furniture luggage clothing fashion beauty
    youth age childhood death life birth marriage divorce family religion prayer worship politics democracy government parliament congress court school college university
    church prison hospital work breakfast lunch dinner supper everyone everybody nobody anyone someone anything everything nothing something another neither either each
    many most some several few both all none much more less such part half today tomorrow yesterday tonight now here there then once twice word dusk dawn noon midnight
    winter summer spring autumn society mankind humanity man woman legend tradition custom etiquette culture language grammar speech thought reason logic knowledge wisdom
    memory attention interest opinion protest resistance opposition pressure progress success failure damage loss waste pollution rain wind weather climate lightning thunder
    wildlife livestock cattle poultry fish salmon tuna shrimp bacteria mankind staff personnel management leadership membership access entry admission attendance
    """.split()
)
"""Nouns and pronouns that begin a sentence without an article, and are no names."""
_MASS = tuple("ity ness tion sion ence ance hood dom age ure acy ncy phy try ery ly ed s ing ment ism ship".split())


def is_bare(word: str) -> bool:
    """Whether a word that begins a sentence without an article may be a common noun, an adverb or a plural."""
    low = word.lower()
    return low in _BARE or low.endswith(_MASS) or may_be_translated(word)
