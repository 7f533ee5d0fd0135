"""What our words never say, in each language we have, and how easily they read. A new language brings its own."""

import re
from collections.abc import Callable
from typing import NamedTuple

SENTENCE_ENDS = re.compile(r"[.?!:;…]+(?:\s|$)")


class Tone(NamedTuple):
    """Whole words that press, that give a person a gender, that sound like a diagnosis, stir up anger, set people
    beside each other, or dodge a straight question; and whether a text reads easily."""

    pressure: str
    gendered: str
    clinical: str
    stirring: str
    comparing: str
    dodging: str
    reads_easily: Callable[[str], bool]


def _sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_ENDS.split(text) if re.search(r"\w", part)]


def _easy_english(text: str) -> bool:
    """Below a Flesch-Kincaid grade of 3.5: well under the age of twelve."""
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(_english_syllables(word) for word in words)
    return 0.39 * len(words) / len(_sentences(text)) + 11.8 * syllables / len(words) - 15.59 < 3.5


def _english_syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - silent)


def _easy_spanish(text: str) -> bool:
    """Above 75 on the scale of Szigriszt and Pazos: easier than what the sixth year of school reads."""
    words = re.findall(r"[^\W\d_]+", text)
    syllables = sum(_spanish_syllables(word) for word in words)
    return 206.835 - 62.3 * syllables / len(words) - len(words) / len(_sentences(text)) > 75


def _spanish_syllables(word: str) -> int:
    """Vowels that stand together are one syllable, unless both are strong or a weak one is stressed."""
    apart = re.sub(r"(?<=[aeoáéóíú])(?=[aeoáéóíú])|(?<=[aeo])(?=[íú])|(?<=[íú])(?=[aeo])", "-", word.lower())
    return max(1, len(re.findall(r"[aeiouáéíóúü]+", apart)))


TONES = {
    "en": Tone(
        pressure=r"should|must|fail(s|ed|ure)?|lost|broken|still not|don't forget|at risk|stay positive|have it worse|at least",
        gendered=r"he|she|him|her|his|hers|guys?|girls?|boys?|man|men|woman|women|ladies|lady|sir|madam",
        clinical=r"depress\w*|burn-?out|symptoms?|disorders?|diagnos\w*|trauma\w*|ptsd|patients?|clinical|suicid\w*|proven",
        stirring=r"punch\w*|smash\w*|scream\w*|yell\w*|rant\w*|vent|venting|hit|get it all out|let off steam",
        comparing=r"leaderboards?|rank(ed|ing|s)?|badges|high score|others wrote|other users|everyone else|than others|top \d+",
        dodging=r"as I said|like I said|let's not|that's not important|you'd have to ask|i'?ll see what i can do and|i promise|guarantee",
        reads_easily=_easy_english,
    ),
    "es": Tone(
        pressure=(
            r"deb(es?|emos|ías?|erías?|iste|er)|(?<!no )(?<!nunca )tienes que|hay que|fall(a|as|ar|aste|ó|os?)|fracas\w*"
            r"|perd(er|iste|ió|id[oa]s?)|rot[oa]s?|(todavía|aún) no|no (te )?olvides|en riesgo|piensa positivo"
            r"|está peor|(al|por lo) menos|culpable|desperdici\w*"
        ),
        gendered=(
            r"él|ella|ellos|ellas|señor\w*|hombres?|mujer(es)?|chic[oa]s?|muchach[oa]s?|damas?|caballeros?"
            r"|\w+/(a|o|as|os)|\w+@s?|tod[ex]s|amig[oa]s?|bienvenid[oa]s?|(?<=¿)list[oa]s?"
            r"|(estás|estoy|eres|soy|te sientes|me siento|te quedas|me quedé) (muy |tan )?"
            r"(\w+[aoi]d[oa]|list[oa]|sol[oa]|segur[oa]|tranquil[oa]|content[oa]|orgullos[oa]|nuev[oa])"
        ),
        clinical=(
            r"depres\w*|burnout|síntomas?|trastornos?|diagn[oó]\w*|traum\w*|tept|pacientes?|clínic\w*|suicid\w*"
            r"|(está|científicamente) (com)?probad\w*|demostrad\w*"
        ),
        stirring=r"golpe\w*|romp\w*|grit(a|ar|e|en)|patea\w*|desah[oó]g\w*|desquit\w*|sácalo todo|échalo todo|explota\w*",
        comparing=(
            r"ranking|clasificaci(ón|ones)|puntaj\w*|insignias?|récords?|otr[oa]s (usuari\w+|escrib\w+)"
            r"|(que|como) (los|las) demás|mejor que otr[oa]s|top \d+"
        ),
        dodging=r"como le dije|ya le dije|eso no importa|tendría que preguntarle a|voy a ver qué (puedo|se puede)|le garantizo|le aseguro",
        reads_easily=_easy_spanish,
    ),
}
