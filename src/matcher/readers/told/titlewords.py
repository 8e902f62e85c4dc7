"""Words that stand before and behind a title told in a sentence, as patterns."""

from __future__ import annotations

from matcher.readers.times.durations import LENGTH

BUSINESS = (
    r"(?:\w*(?:verkstad|restaurang|butik|affär|handel|apotek|salong|bageri|firma|företag|ateljé|kafé|café|åkeri"
    r"|rörelse|kiosk|stånd"
    r"|gård|byrå|snickeri|skrädderi|tvätteri|pizzeria|bar)"
    r"|(?:[\w-]+ )?(?:workshop|shop|restaurant|salon|bakery|business|company|farm|store|stall|stand|café|cafe"
    r"|bar))(?!\w)"
)
"""An own business, as a pattern."""
BEFORE_TITLE = (
    r"är jag|var jag|jag (?:är|var)"
    r"|(?:där|när|som) (?:hon|han|hen|deltagaren|[a-z]\d{2,4}) var"
    r"|(?:jobba|arbeta|vikariera|praktisera)(?:de|t|r)(?: jag)?(?:, [^.;]{1,90},|(?: [\w-]+){0,6}?) som"
    r"|(?:jag|hon|han|hen|i)(?: har| have)? (?:jobba|arbeta|work)(?: [\w-]+){0,6}? (?:som|as(?: an?)?)"
    r"|(?:sedan|sen|därefter|senare) (?:var|blev)(?: hon| han| hen| jag)?"
    rf"|{LENGTH} (?:i|in|på|at) \w+ (?:som|as(?: an?)?)"
    r"|anställd(?: [\w-]+){0,6}? som|employed(?: [\w-]+){0,6}? as(?: an?)?|praktik som|har (?:jag )?varit"
    r"|(?:fick|fått|tog|hade|haft|got|took|had|held|landed)(?: (?:jag|hon|han|hen|deltagaren))?(?: [\w-]+){0,2}?"
    r" (?:\w*jobb|\w*arbete|\w*tjänst|anställning|plats|vikariat|praktikplats|job|position|post|work) (?:som"
    r"|as)(?: an?)?"
    r"|(?:and|then|later|where)(?: i)? (?:was|became|have been) an?"
    r"|^var(?=\s+(?!det|den|en\s|med)\w)|(?:i|she|he|they) (?:was|were) an?|i am an?|(?:has|have) been an?"
    r"|used to (?:be|work as) an?"
    r"|work(?:s|ed|ing)?(?: [\w-]+){0,6}? as(?: an?)?"
    rf"|{LENGTH} (?:(?:av )?(?:yrkes)?erfarenhet |of (?:\w+ )?experience |experience )?(?:som|as(?: an?)?)"
    r"|(?:(?:have|has|had|got) |\bmy )experience (?:as|like)(?: an?)?|har (?:lång |mycket )?(?:yrkes"
    r"|arbets)?erfarenhet som"
    rf"|(?:jag|hon|han|hen|i|she|he)(?: har)? (?:var|varit|was|have been|am) (?:i |for )?{LENGTH}(?: as)?(?: an?)?"
    r"|senast(?: som)?|most recently as(?: an?)?"
    r"|(?:hade|drev|ägde|driver|ran|owned|had)(?: jag)?(?: (?:en|ett|min|mitt|a|my))?"
    rf"(?= (?:(?:liten|litet|small) )?(?:egen|eget|own) {BUSINESS})"
)
"""What introduces a title, as a pattern."""
NO_TITLE = (
    r"(?:riktigt|arbete|jobb|work|good|great|member|student|refugee|child|single|happy|able|utbildad|anställda?"
    r"|timanställd|employed|född|gift"
    r"|(?:tim)?vikarie(?= (?:på|inom|hos|vid|i (?:\w*tjänst|\w*skol|\w*butik|\w*kök|\w*vård|\w*omsorg)))"
    r"|intresserad|van|bra|helst|placement|trainee|volunteer|temp|practice|vanligt|vanlig|sagt|duktig|klar|ledig"
    r"|från|mycket|inte"
    r"|det|den|en del|på|i|hos|vid|med|jag|barn|liten|ung|tonåring"
    r"|tidigare|well|soon|much|long|needed|part|follows|a result|h[ae]n|hon|vi|de|he|she|we|they|you|it|i)(?!\w)"
)
"""What stands behind such words and is no title, as a pattern."""
BEHIND_TITLE = (
    r"(?=\s+(?:på|i|hos|med|för|vid|åt|in|at|for|with|sedan|since|från|from|till|under|mellan|fram|on|nu|now|och|and"
    r"|där"
    r"|vilket|where|which|when|innan|before|\d)"
    r"(?:\s|\d|$)|\s[-–—]\s|[.,;:(]|$)"
)
"""What a title ends before, as a pattern."""
SEASON = r"(?:en|ett|två|tre|fyra|fem|flera|några|varje|\d) (?:sommar|somrar|säsong(?:er)?|vinter|vintrar|höst|vår)"
"""How long seasonal work lasted, as a pattern: no number of years."""
