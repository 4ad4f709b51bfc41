"""What the furniture around an article says, by family: the one place to add a phrase or a language.

A family is a reason the reader is told and patterns, in small letters whatever the case of the text. Every
repetition in them is bounded, so that no text makes them slow. Two tables:

- `family`: the pattern is all that a short block says.
- `INSIDE`: the pattern is cut out of a block; tried only when the article holds one of its hints.
"""

# ruff: noqa: E501 - a pattern is read on one line

import re
from typing import NamedTuple

_END = r"[\s.!:…»>→|(\d)]{0,12}"
_SOME = r".{0,120}"
_HEAD = r"(?(headline)|(?!))"
"""Before what ends as headlines do (`_WHOLE` looks once); with a stop it is a sentence of the report."""
_SHARE = r"(?:share|tweet|e-?mail|print|save|copy link|pin ?it|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|messenger|pinterest|google\+|copy)"
_WHEN = r"(?:[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.?)(?:,| de)? \d{4}"

COMMENTS = "comment box"
DATELINE = "dateline"
ELSEWHERE = "link to another story"

_WHOLE_TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        COMMENTS,
        (
            r"(?:recent |latest |top |reader |all |view |show |add |post |\d{1,5} )?(?:a )?comments?",
            r"(?:leave|post|write|add) (?:a |your )?(?:comment|reply)" + _SOME,
            r"(?:join|start) the (?:conversation|discussion)" + _SOME,
            r"(?:there are )?no comments(?: yet| for this (?:story|article|post))?",
            r"be the first to (?:respond|comment|reply|share your)" + _SOME,
            r"comments (?:are|have been) (?:closed|disabled|turned off)" + _SOME,
            r"(?:log|sign) in to (?:comment|reply|leave a comment)" + _SOME,
            r"(?:neueste )?kommentare?|kommentar (?:schreiben|hinterlassen)|noch keine kommentare",
            r"commentaires?|laisser un commentaire|aucun commentaire|soyez le premier à " + _SOME,
            r"comentarios?|dejar? un comentario|no hay comentarios|sé el primero en " + _SOME,
            r"comentários?|deixe (?:um|seu) comentário|nenhum comentário|seja o primeiro a " + _SOME,
            r"commenti?|lascia un commento|nessun commento|комментарии|оставить комментарий",
            r"reacties|geef een reactie|komentarze|dodaj komentarz|kommentarer|yorumlar|التعليقات|اترك تعليقا?",
            r"评论|評論|发表评论|コメント(?:を書く)?|댓글|टिप्पणियाँ",
        ),
    ),
    (
        "category line",
        (
            r"(?:categor(?:y|ies)|tags?|tagged|topics?|filed under|posted in|keywords?)\s?:.{0,160}",
            r"(?:kategorien?|schlag(?:wort|worte|wörter)|themen|catégories?|mots-clés|étiquettes|categorías?)\s?:.{0,160}",
            r"(?:etiquetas|categorias?|palavras-chave|categoria|tag|рубрика|рубрики|теги|метки)\s?:.{0,160}",
        ),
    ),
    (
        "page label",
        (
            r"\d{1,2}[ -]?min(?:ute)?s? read(?:ing time)?|(?:published |updated )?\d{1,3} (?:minutes?|hours?|days?|weeks?) ago",
            r"(?:exclusive|breaking(?: news)?|live(?: updates)?|opinion|analysis|explainer|premium|top stor(?:y|ies)|news)",
            r"(?:exklusiv|eilmeldung|meinung|exclusif|exclusivo|última hora|opinión|opinião|срочно|эксклюзив|快讯|速報)",
        ),
    ),
    (
        "share bar",
        (
            _SHARE + r"(?:[\s|/,·•]{1,3}(?:and |on |via |by )?" + _SHARE + r"){1,12}",
            r"(?:share|tweet|print|retweet|e-?mail)(?: this)?(?: (?:story|article|post|page))?",
            r"(?:read or )?share this\b.{0,80}|share (?:on|via) (?:facebook|twitter|x|whatsapp|linkedin|e-?mail)\b.{0,40}|.{0,40}copy this code to your (?:website|blog).{0,60}",
            r"(?:like|follow) us on .{0,80}|follow @\w{1,30}.{0,40}",
            _HEAD
            + r"(?:(?:artikel |beitrag )?(?:teilen|drucken|merken)|partager(?: (?:sur .{1,40}|cet article))?)",
            _HEAD
            + r"(?:delen|dela(?: artikeln)?|udostępnij|paylaş|مشاركة|分享(?:到.{1,12})?|シェア(?:する)?|공유)",
            _HEAD
            + r"(?:compartir(?: en .{1,40})?|compartilh(?:e|ar)(?: .{1,40})?|condividi(?: .{1,40})?|поделиться.{0,40})",
            _HEAD + r"(?:listen(?: to this .{1,40})?|read aloud|(?:text|font) size.{0,20}|bookmark)",
        ),
    ),
    (
        ELSEWHERE,
        (
            _HEAD + r"you (?:may|might) also (?:like|be interested|enjoy|want)" + _SOME,
            r"(?:see also|also read|read also|read more|read next|up next|don['’]t miss|related|more on this)\b\s?:.{0,200}",
            r"(?:see also|also read|read next|up next|related(?: (?:stories|articles|coverage|topics|posts|links|content))?)",
            r"(?:read more|click here|continue reading|more on this(?: story)?|more stories|most (?:read|popular|viewed)|trending(?: now)?)",
            r"(?:recommended|suggested|promoted|sponsored)(?: (?:for you|stories|articles|content|links|reading|videos))?",
            _HEAD + r"more (?:from|on|about|by) .{1,60}",
            _HEAD + r"(?:read|also|more|also see|see more|related \w{4,12})\s?:.{0,200}",
            _HEAD + r"(?:related|more|photo|video) (?:gallery|galleries|coverage|video|videos|stories)",
            r"must (?:watch|see|read)\b.{1,160}\d{1,2}:\d{2}",
            _HEAD + r"(?:all|full|complete|our|more) coverage(?: (?:of|on) .{1,80})?",
            r"(?:lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren|mehr dazu)(?:\s?:.{0,200})?",
            r"(?:lire aussi|à lire aussi|à lire également|sur le même (?:sujet|thème)|vous aimerez aussi)(?:\s?:.{0,200})?",
            r"(?:lea también|le puede interesar|te puede interesar|más sobre|noticias relacionadas|leer más)(?:\s?:.{0,200})?",
            r"(?:leia também|leia mais|veja também|saiba mais|notícias relacionadas)(?:\s?:.{0,200})?",
            r"(?:leggi anche|potrebbe interessarti|читайте также|по теме)(?:\s?:.{0,200})?",
            r"(?:lees (?:ook|meer|verder)|läs (?:också|mer|även)|czytaj (?:też|także|więcej)|ayr[ıi]ca okuyun)(?:\s?:.{0,200})?",
            r"(?:اقرأ (?:أيضا|أيضًا|المزيد)|مواضيع ذات صلة|यह भी पढ़ें|और पढ़ें)(?:\s?[:：].{0,200})?",
            r"(?:相关(?:阅读|新闻|链接)|延伸(?:阅读|閱讀)|相關新聞|更多(?:新闻|新聞)|関連(?:記事|ニュース)|あわせて読みたい|관련기사)(?:\s?[:：].{0,200})?",
        ),
    ),
    (
        "subscription or cookie notice",
        (
            r"(?:subscribe|sign up|register)(?: (?:now|today|here)\b.{0,160})?|(?=.{2,63} our ).{0,60}\b(?:to|for) our (?:\w{2,12} ){0,2}newsletters?\b.{0,80}",
            r"(?:subscribe|sign up) (?:to|for) .{0,80}\b(?:newsletters?|e-?mails?|alerts|podcast|channel|inbox)\b.{0,80}",
            r"(?:get|receive) .{1,80} (?:in|to) your inbox.{0,60}",
            r"(?:already a subscriber|subscribers? only).{0,80}|for subscribers",
            r"(?:we|this (?:web)?site) uses? cookies.{0,200}|accept (?:all )?cookies.{0,40}|(?:cookie|privacy) (?:policy|settings)",
            r"(?:newsletter )?sign ?up (?:continue|you (?:will|agree))\b.{0,200}|you must select a newsletter.{0,60}",
            r"you (?:will|agree to) receive (?:e-?mails|occasional|updates).{0,200}",
            r".{0,40}continue reading the main story.{0,120}|\(?scroll down (?:for|to) .{0,80}|story continue[sd] .{0,20}",
            r"(?:advertisement|advertising|sponsored content|story continues below.{0,40}|article continues (?:below|after).{0,40})",
            r"(?:jetzt )?newsletter (?:abonnieren|bestellen).{0,60}|anzeige|werbung|diese (?:web)?seite verwendet cookies.{0,160}",
            r"(?:abonnez-vous|inscrivez-vous|s['’]abonner).{0,120}|publicité|ce site utilise des cookies.{0,160}",
            r"(?:suscr[íi]bete|suscribirse|regístrate).{0,120}|publicidad|este sitio (?:web )?utiliza cookies.{0,160}",
            r"(?:assine|inscreva-se|cadastre-se)(?: .{0,120})?|publicidade|este site (?:usa|utiliza) cookies.{0,160}",
            _HEAD
            + r"(?:iscriviti|abbonati)(?: (?:ora|qui|alla|al) .{0,80})?|pubblicità|подписаться.{0,120}|реклама",
            r"(?:advertentie|annons|reklama|reklam|إعلان|विज्ञापन|广告|廣告|広告|광고)",
        ),
    ),
    (
        "republication notice",
        (
            r"this (?:article|story|post|report) (?:was )?(?:originally |first )(?:appeared|published|posted|ran)\b.{0,160}",
            r"originally (?:published|appeared|posted) (?:on|in|at|by) .{0,120}",
            _HEAD + r"first (?:published|appeared|posted) (?:on|in|at|by) .{0,120}",
            r"(?:copyright (?:©|\(c\)|\d{4}|by )|©|\(c\) \d{4}).{0,160}|all rights reserved.{0,160}",
            r"this material may not be published, broadcast, rewritten.{0,120}",
            r"(?:dieser (?:artikel|beitrag) (?:erschien|wurde) zuerst|alle rechte vorbehalten|tous droits réservés).{0,120}",
            r"(?:todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены).{0,120}",
        ),
    ),
    (
        "contributor line",
        (
            r".{3,160} contributed to this (?:report|story|article)(?: from .{1,60})?",
            _HEAD + r"\(?(?:reporting|editing|writing)(?: and (?:reporting|editing|writing))? by .{1,260}",
            r"\(?(?:additional|with) reporting by .{1,260}",
            r".{3,80} (?:can|may) be (?:reached|followed|contacted) (?:at|on|via) .{0,40}(?:@|https?:|\d{3}).{1,60}",
            r"to contact the (?:reporter|editor|author|writer)s?\b.{0,200}",
            r"(?:find|follow) \S{1,30}(?: \S{1,20})? on (?:facebook|twitter|instagram)\b.{0,40}|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}",
            r"(?:on )?(?:twitter|facebook|instagram|e-?mail|blog)\s?: ?\S{3,60}(?: ?\| ?.{1,60})?",
            r"(?:contact|reach|follow) (?:the )?(?:author|reporter|writer)\b.{0,80}",
            r"(?:contact|reach|follow) .{1,40} (?:at|on) .{0,40}(?:@|\d{3}).{0,60}",
            r"\(?[^\W\d_]{2,4}(?: ?/ ?[^\W\d_]{2,4}){1,4}\)?",
        ),
    ),
    (
        "end of the copy",
        (r"\(?(?:ends?|ende)\)?|end of (?:the )?(?:story|article|report|text)|[-–—]? ?30 ?[-–—]",),
    ),
    (
        "picture credit",
        (
            r"(?:photos?|pictures?|images?|video|file photo|photograph|gallery|foto|bild|imagen?|imagem|фото)",
            r"(?:photo|picture|image|graphic|photograph|illustration|foto|bild|crédit photo|фото)s?(?: credit| by| courtesy(?: of)?)?\s?[:/|] ?.{1,80}",
            _HEAD + r"(?:photo|picture|image|video|photograph)s? (?:credit|by|courtesy of) .{1,80}",
            r"credits?\s?:.{1,80}|\((?:photo|picture|image|video|credit|source|via|foto|bild)s?\b[^()]{0,80}\)",
            r"\([^().!?]{1,50}/[^().!?]{1,50}\)|(?:via )?(?:getty images|shutterstock|reuters/.{1,40}|ap photo/.{1,40})",
            r"\[(?:h/t|hat tip|(?:featured )?(?:image|photo|video|picture)|via)\b[^\[\]]{1,100}\]",
            r"\(ap photo/[^()]{1,60}\)(?: ?\([^()]{1,40}\))?",
            _HEAD + r"(?:photo|image|picture|video)s? via .{1,80}",
            r"(?:getty(?: images)?(?:/\w{1,20})?|reuters|afp|epa|istock(?:photo)?|associated press)",
            r"[^.!?]{3,60} ?/ ?(?:ap|epa|afp|reuters|getty(?: images)?)(?: file| via .{1,30}| i .{1,60})?",
            r"image source,? .{1,60}|bildquelle\s?: .{1,60}",
            r"(?:hide|show|enlarge|view|toggle) (?:caption|image|photo|gallery|this image).{0,40}",
        ),
    ),
    (
        "media player",
        (
            r"(?:play|pause|mute|unmute)(?:[\s|/]{1,3}(?:play|pause|mute|unmute|stop|video|audio|fullscreen)){1,5}\b.{0,160}",
            r"(?:watch|listen|play video|now playing|video player is loading|loading\W{0,3}|this is a modal window\W?)",
            _HEAD + r"(?:watch|video|listen)\s?: .{1,120}",
            r"(?:your browser does not support|javascript is (?:required|disabled)|please enable javascript).{0,120}",
        ),
    ),
    (
        "embed credit",
        (
            r"(?:view this post on instagram|a post shared by .{1,100}|view on (?:twitter|x|instagram|facebook).{0,20})",
            r"(?:this content is not available|tweet unavailable|embedded (?:post|video|tweet)).{0,80}",
            r"[—–-]{1,2} .{1,80} \(@\w{1,30}\).{0,40}|(?:[^.!?:\"“]{1,60} )?@\w{2,30}(?: [·•] .{1,40})?",
        ),
    ),
    (
        "outlet credit",
        (
            r"\{[^{}]{1,60}\}|\[[^\[\]]{1,40}\.(?:com|net|org|info|co\.uk|de|fr|es|br|it|ru)\]",
            r"(?:source|via|quelle|fuente|fonte|источник)\s?: ?[^.!?]{1,60}(?:\.(?:com|net|org|de|fr|es))?",
            r"(?:www\.)[\w.-]{3,60}|(?:[\w ]{1,30}\s?: ?)?https?://\S{3,300}",
        ),
    ),
    (
        "form text",
        (
            r"(?:you must )?(?:enter|type) the (?:characters|letters|code|text|words?) (?:you see|shown|with|below|from|in)\b.{0,120}",
            r"(?:message|to|from|subject|your (?:name|e-?mail|message))\s?:\s?\*.{0,160}|\* ?(?:required|denotes).{0,60}",
            r"(?:a friend (?:wants|wanted|sends|sent) you(?: to see)?|please (?:enter|fill|complete|provide) (?:a |your |the )?(?:valid|form|name|e-?mail|required)).{0,160}",
            r"(?:your |)e-?mail(?: address)?(?: will not be published.{0,80}| \*)|(?:submit|send|cancel|close|search|menu|home|back to top|skip to (?:main )?content)",
            r"page \d{1,3} of \d{1,3}|(?:username|password|forgot (?:your )?password|log ?in|sign ?in|create (?:an )?account)",
        ),
    ),
    (
        "chat assistant text",
        (
            r"(?:sure|certainly|of course|absolutely)[!,.] (?:here(?:['’]s| is| are)|i['’]d be happy|i can)\b.{0,200}",
            r"(?:let me know|feel free to ask) if (?:you['’]d like|you (?:want|need|would like|have any)).{0,160}",
            r"(?:i hope this helps|is there anything else).{0,100}",
        ),
    ),
)

_INSIDE_TABLE: tuple[tuple[str, bool, tuple[str, ...], str], ...] = (
    (
        "embed credit",
        False,
        ("pic.twitter.com/", "pic.x.com/", "(@"),
        r"pic\.(?:twitter|x)\.com/\w{1,20}(?: ?[—–-]{1,2} ?[^()\n]{1,80}\(@\w{1,30}\)(?: ?"
        + _WHEN
        + r")?)?|[—–] ?[^()\n—–.!?]{1,60}\(@\w{1,30}\) ?"
        + _WHEN,
    ),
    (
        "chat assistant text",
        False,
        ("sources cited above", "sources listed above", "sources linked above"),
        r"(?:for (?:further|more) details,? )?(?:you can|please) (?:explore|see|check|consult|review) the sources (?:cited|listed|linked) above\.?",
    ),
    (
        "chat assistant text",
        False,
        ("search results",),
        r"\bhere(?:['’]s| is| are) (?:a |an |the |some )?[^.!?:\n]{0,120}(?:based on|from|according to) the search results[^.!?:\n]{0,40}[.:]?",
    ),
    (
        "chat assistant text",
        True,
        ("would you like details", "would you like me to", "would you like more", "would you like further"),
        r"\bwould you like (?:(?:more |further )?(?:details|information)|me to)\b[^.!?\n]{0,60}(?:[A-Z]\.){0,3}[^.!?\n]{0,160}\?",
    ),
    (
        "chat assistant text",
        True,
        (
            "if you're referring to",
            "if you’re referring to",
            "if you're asking about",
            "if you’re asking about",
        ),
        r"\bif you['’]re (?:referring to|asking about) [^.!?\n]{0,300}[.!?]",
    ),
    (
        "chat assistant text",
        True,
        ("i can provide", "i can help you", "i can offer"),
        r"\bi can (?:provide|help you|offer)\b[^.!?\n]{0,100}\bif (?:needed|you['’]d like|you (?:need|want|wish|like))[^.!?\n]{0,60}[.!]",
    ),
    (
        "chat assistant text",
        False,
        ("as an ai", "knowledge cutoff", "my last update", "my training data"),
        (
            r"\bas an ai (?:language model|assistant|model)\b[^.!?\n]{0,240}[.!?]"
            r"|\b(?:as of|up to|until|in|since) (?:my knowledge cutoff|my last (?:knowledge )?update|my training data)\b[^.!?\n]{0,160}[.!?]"
        ),
    ),
)


class Inside(NamedTuple):
    """A family whose text is cut out of a block."""

    reason: str
    """What the reader is told."""
    spoken: bool
    """Whether people say it too: then it stays inside quotations."""
    hints: tuple[str, ...]
    """In lower case; an article without any of them is not searched."""
    pattern: re.Pattern[str]
    """What is cut out."""


_WHOLE = re.compile(
    r"(?:(?!.{0,300}[.!?…][\"'”’)]{0,3}$)(?P<headline>))?+(?:"
    + "|".join(f"(?P<f{n}>{'|'.join(forms)})" for n, (_, forms) in enumerate(_WHOLE_TABLE))
    + ")"
    + _END
)
"""All that a text in small letters says: case-blind patterns are tried in full, others by their first letter."""
_DATELINE = re.compile(
    r"(?=[^(]{2,51}\()[^\W\d_a-z](?:[^()\n.!?:]|(?<=\d)\.){1,50}\((?=[^()]{0,30}[^\W\d_])[^()\n]{2,30}\) ?[-–—]{1,2}"
    + _END
)
"""A place with a capital, an agency in brackets and a dash."""
_REASONS = tuple(reason for reason, _ in _WHOLE_TABLE)


def family(said: str) -> str | None:
    """The family whose pattern is all that a text says, the first in the table; None when there is none."""
    match = _WHOLE.fullmatch(said.lower())
    if match:
        return _REASONS[int(str(match.lastgroup)[1:])]
    return DATELINE if _DATELINE.fullmatch(said) else None


LABELLED = re.compile(
    r"(?:video|watch|photos|pictures|gallery|listen|live|analysis|opinion)\s?: (?:\S{1,40} ){2,30}\S{1,40}",
    re.IGNORECASE,
)
"""A headline with the kind of its story before it: furniture lower down, a headline at the top."""

BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av) [^.!?]{3,80}|(?:last )?(?:published|updated|posted|modified)\b.{0,100}|"
    r"(?:\w{3,12},? )?" + _WHEN + r".{0,40}|[\d\s./:,-]{4,40}",
    re.IGNORECASE,
)
"""Who wrote an article and when: stands in for no headline."""

INSIDE = tuple(
    Inside(reason, spoken, hints, re.compile(form.replace(r"\n", "").replace(" ", r"\s"), re.IGNORECASE))
    for reason, spoken, hints, form in _INSIDE_TABLE
)
"""Families that are cut out of a block; a space stands for a line end, too, where lines are wrapped."""
