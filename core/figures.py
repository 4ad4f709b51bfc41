"""One spelling for a number: "twelve" and "12", "1,200", "1.200" and "1200", "5:40" and "5.40".

Only for comparing sentences: what a number is worth, with its decimals and magnitudes, is read by
`core.findings.numbers.numerals`. "One" is left out, for in most languages it is also an article, and so are
words that mean something else in another of these languages: due, dos, once, sei, seize. So the languages
need not be told apart.
"""

import re

_INNER = re.compile("[.,:]")
_WORDS = (
    # en, de, fr, es, pt, it, nl, ru
    "2=two zwei deux dois duas twee два две",
    "3=three drei trois tres três tre drie три",
    "4=four vier quatre cuatro quatro quattro четыре",
    "5=five fünf cinq cinco cinque vijf пять",
    "6=six sechs seis zes шесть",
    "7=seven sieben sept siete sete sette zeven семь",
    "8=eight acht huit ocho oito otto восемь",
    "9=nine neun neuf nueve nove negen девять",
    "10=ten zehn dix diez dez dieci tien десять",
    "11=eleven elf onze undici одиннадцать",
    "12=twelve zwölf douze doce doze dodici twaalf двенадцать",
    "13=thirteen dreizehn treize trece treze tredici dertien тринадцать",
    "14=fourteen vierzehn quatorze catorce catorze quattordici veertien четырнадцать",
    "15=fifteen fünfzehn quinze quince quindici vijftien пятнадцать",
    "16=sixteen sechzehn dieciséis dezesseis dezasseis sedici zestien шестнадцать",
    "17=seventeen siebzehn diecisiete dezessete dezassete diciassette zeventien семнадцать",
    "18=eighteen achtzehn dieciocho dezoito diciotto achttien восемнадцать",
    "19=nineteen neunzehn diecinueve dezenove dezanove diciannove negentien девятнадцать",
    "20=twenty zwanzig vingt veinte vinte venti twintig двадцать",
    "30=thirty dreißig dreissig trente treinta trinta trenta dertig тридцать",
    "40=forty vierzig quarante cuarenta quarenta quaranta veertig сорок",
    "50=fifty fünfzig cinquante cincuenta cinquenta cinquanta vijftig пятьдесят",
    "60=sixty sechzig soixante sesenta sessenta sessanta zestig шестьдесят",
    "70=seventy siebzig setenta settanta zeventig семьдесят",
    "80=eighty achtzig ochenta oitenta ottanta tachtig восемьдесят",
    "90=ninety neunzig noventa novanta negentig девяносто",
)
_FIGURES = {word: row.partition("=")[0] for row in _WORDS for word in row.partition("=")[2].split()}


def figure(word: str) -> str:
    """A number in the one spelling, in figures of any script; any other lower-case word as it is."""
    if word[0].isdecimal():
        return "".join(str(int(c)) if c.isdecimal() else c for c in _INNER.sub("", word))
    return _FIGURES.get(word, word)
