// Words by core sense in Swedish, Danish, Norwegian and Finnish. The form is SenseLines.
import type { SenseLines } from './core-senses.ts';

export const nordic: Readonly<Record<'sv' | 'da' | 'nb' | 'fi', SenseLines>> = {
  sv: `
    cancel avsluta avslutats uppsäg uppsag säg. säga. sagts. annuller avbeställ avboka avregistr avbryt avbröt avbrut häv hävd ångra ångerrätt makuler
    end slut slutar slutade upphör upphört upphörde avsluta avslutats avslutning sist
    expire gå. går. gick. gått. löper. löpa. löpt. utgång utgår utgått förfall
    stop stopp stoppa stäng upphör sluta nedlagd
    suspend spärr stängts pausats blockera avstäng inaktiv begräns
    pause paus vilande uppehåll frys frusen skjut
    resume återuppta återaktiver återöppna fortsätt igen. återställ
    switch byt byte byter bytt ändra ändring ändrat uppdater uppgrader nedgrader flytt
    last sista sist. senast slutlig
    until till. tills fram.
    sorry tyvärr ledsen ledsamt tråkig beklag saknar ursäkta
    thanks tack tackar tacka uppskatta glad glada
    start start börja börjar aktiver välkom ny. nytt. nya. registrer
    soon snart kommande nästa påminn påminnelse inom. närmar schema
    subscription prenumer abonnem abonner
    contract avtal kontrakt bindningstid försäkringsbrev
    membership medlem förening klubb
    plan plan. planen paket nivå tariff
    trial prov. prova provperiod provmånad testperiod gratisperiod
    account konto kontot profil inställning
    service tjänst tjänsten tjänster hosting drift
    order beställ order ordern bokning bokad biljett köp köpt paket. leverans
    access åtkomst tillgång logga inlogg inloggning
    newsletter nyhetsbrev utskick
    password lösenord kod. kods engångskod
    donation gåva gåvan gåvor donation donera bidrag stöd månadsgivare givare insaml
    card kort kortet bankkort betalkort kreditkort bank betalningsmetod betalsätt
    charge dra. dras. drog. dragit. dragits. debiter belast autogiro betalats
    invoice faktura kvitto räkning
    pay betala betalning betalat betalar betald betalningen inbetal överför
    refund återbetal kredit tillbaka. ersätt
    fee pris priset priser prisändring prishöj avgift kostnad kostar belopp summa
    renew förny förnya förnyas förnyelse förlän förläng återkommande
    automatic automatisk automatiskt autogiro
    fail misslyck avvis nekad nekades obetald fel. felet utebliv förfall
    free gratis kostnadsfri fri. fritt
    request begär begäran ansök ansökan önska önskemål förfråg
    receive mottag mottog fått fick emot. erhåll
    confirm bekräft godkän
    done klar klart slutförd genomför lyckad lyckades
    pending väntar vänta handlägg granska pågår behandl
    period månad månader månadsvis år. året åri årsvis vecka kvartal period årlig
    day dag dagar dagen datum idag imorgon igår
    not inte ej. icke ingen inga aldrig utan
    if om. ifall såvida
    before innan före. förrän minst
    now nu. nyss just idag genast omedelbart redan
    click klicka länk knapp tryck besök
    keep behåll fortsätter kvar. oförändra`,
  da: `
    cancel opsig opsag annuller afmeld afbestil aflys ophæv fortryd fortrød udmeld afslut
    end slut slutter slutte ophør ophørt ophører afslut afsluttet udløb
    expire udløb udløbet udløber forfald
    stop stop stopp lukk lukning ophør indstil
    suspend spær suspender bloker deaktiver lukket begræns
    pause paus hvilende bero. frys udskyd
    resume genoptag genaktiver genåbn fortsæt igen. gendan
    switch skift skifte ændr ændring ændret opdater opgrader nedgrader flyt
    last sidste sidst. senest endelig
    until indtil til. frem.
    sorry desværre kede beklag undskyld savne ærgerlig
    thanks tak takker tusind glad glade værdsæt
    start start begynd aktiver velkom ny. nyt. nye. oprettet opret tilmeld registrer
    soon snart kommende næste påmind husk nærmer planlagt
    subscription abonnem abonner
    contract aftale kontrakt binding police forsikringsaftale
    membership medlem forening klub kontingent
    plan plan. planen pakke pakken niveau takst
    trial prøv prøve prøveperiode prøvemåned gratisperiode
    account konto kontoen profil indstilling
    service tjeneste tjenesten ydelse hosting drift
    order bestil bestilling ordre booking billet køb købt levering pakke.
    access adgang log. login indlog
    newsletter nyhedsbrev nyhedsmail
    password adgangskode kodeord kode. engangskode
    donation gave gaven donation doner bidrag støtte støtten indsaml
    card kort kortet betalingskort kreditkort bank betalingsmetode
    charge træk trukket trækkes hæv hævet opkræv debiter betalingsservice
    invoice faktura kvittering regning
    pay betal betaling betalt betaler betalingen indbetal overfør
    refund refunder tilbagebetal kredit tilbage. godtgør
    fee pris prisen priser prisændring prisstig gebyr afgift koster beløb
    renew forny fornyes fornyelse forlæng gentag tilbagevendende løbende
    automatic automatisk betalingsservice
    fail mislyk afvis fejl fejlet manglende ubetalt rykker restance
    free gratis fri. frit
    request anmod anmodning ansøg ønske ønsker forespørg
    receive modtag modtaget fået
    confirm bekræft godkend
    done færdig gennemført lykkedes afsluttet
    pending vent venter behandl behandles afvent undersøg
    period måned måneder månedlig år. året årlig uge kvartal periode
    day dag dage dagen dato idag morgen. går.
    not ikke ej. ingen aldrig uden
    if hvis såfremt medmindre
    before inden før. forinden mindst
    now nu. netop straks allerede
    click klik link knap tryk besøg
    keep behold fortsat bevar uændret`,
  nb: `
    cancel avslutt avsluttet oppsig oppsagt kanseller annuller avbestill avmeld hev hevet angre angrerett utmeld
    end slutt slutter opphør opphørt opphører avslutt avsluttet utløp
    expire utløp utløpt utløper forfall
    stop stopp stans steng nedlagt opphør
    suspend sperr suspender blokker deaktiver stengt begrens
    pause paus hvilende frys utsett
    resume gjenoppta reaktiver gjenåpn fortsett igjen. gjenopprett
    switch bytt bytte endr endring endret oppdater oppgrader nedgrader flytt
    last siste sist. senest endelig
    until til. inntil frem. fram.
    sorry dessverre lei. beklag trist savne unnskyld
    thanks takk takker tusen glad glade
    start start begynn aktiver velkom ny. nytt. nye. opprett registrer
    soon snart kommende neste påminn husk nærmer planlagt
    subscription abonnem abonner
    contract avtale kontrakt bindingstid polise forsikringsavtale
    membership medlem forening klubb kontingent
    plan plan. planen pakke pakken nivå tariff
    trial prøv prøve prøveperiode prøvetid gratisperiode
    account konto kontoen profil innstilling
    service tjeneste tjenesten tjenester drift
    order bestill bestilling ordre booking billett kjøp kjøpt levering
    access tilgang logg. innlogg pålogg
    newsletter nyhetsbrev
    password passord kode. engangskode
    donation gave gaven donasjon doner bidrag støtte støtten giver innsaml
    card kort kortet betalingskort kredittkort bank betalingsmåte betalingsmetode
    charge trekk trukket trekkes belast debiter avtalegiro
    invoice faktura kvittering regning
    pay betal betaling betalt betaler betalingen innbetal overfør
    refund refunder tilbakebetal kreditt tilbake. godtgjør
    fee pris prisen priser prisendring prisøk gebyr avgift koster beløp
    renew forny fornyes fornyelse forleng gjentak gjentatt løpende
    automatic automatisk avtalegiro
    fail mislyk mislykket avvis feil feilet manglende ubetalt purring
    free gratis fri. fritt
    request be. forespør søk søknad ønske ønsker anmod
    receive mottatt motta fått
    confirm bekreft godkjen
    done ferdig gjennomført fullført vellykket
    pending vent venter behandl avvent undersøk
    period måned måneder månedlig år. året årlig uke kvartal periode
    day dag dager dagen dato morgen. går.
    not ikke ingen aldri uten
    if hvis dersom
    before innen før. minst
    now nå. nettopp straks allerede
    click klikk lenke knapp trykk besøk
    keep behold fortsatt uendret`,
  fi: `
    cancel peruut peru. perunut irtisan irtisanottu mitätöi purka puret lopet eronn
    end päät pääty päättyi päättyy päättynyt loppu loppui lopet
    expire vanhen umpeut erään erääntyn raukea
    stop lopet lakka keskey pysäyt sulje sulkem
    suspend keskeyt jäädy esto estetty lukit
    pause tauko tauolla keskeyt lykä lykät
    resume jatka jatkuu uudelleen palaut
    switch vaihd vaihto muut muutos muuttu päivit ylemp siirr
    last viimei lopullinen
    until asti saakka mennessä
    sorry valite pahoittel ikävä anteeksi harmi
    thanks kiitos kiitt kiitäm mukava
    start alka aloit aktivoi tervetul uusi uuden rekister liity
    soon pian tuleva seuraava muistut lähesty
    subscription tilau tilauks tilaus kestotilau
    contract sopimu määräaik vakuutussopimu
    membership jäsen yhdisty kerho
    plan paketti paketin taso tariffi palvelutaso
    trial kokeilu kokeilujakso koejakso ilmaisjakso
    account tili tilisi tilin profiili asetuk
    service palvelu palvelun
    order tilausnumero ostos ostit varau lippu toimitu verkkokaup
    access pääsy käyttöoikeu kirjaudu sisäänkirj
    newsletter uutiskirje
    password salasana koodi vahvistuskoodi
    donation lahjoit lahjoitu lahja tuki tuestasi
    card kortti kortin luottokort maksukort pankki maksutapa
    charge veloit veloitam perimm suoraveloit
    invoice lasku laskun kuitti kuitin
    pay maksu maksun maksa maksettu maksoi suorit
    refund palaut hyvit takaisinmaksu
    fee hinta hinnan hinnat hinnasto hinnanmuut maksaa. kulu summa
    renew uusi uusiutu uusita uusim jatku jatketa toistuv
    automatic automaat
    fail epäonnistu hylät hylk virhe maksamat puuttuv
    free ilmai maksut. maksuton
    request pyyn pyysi hakem toiv
    receive vastaan saanut saimme saapu
    confirm vahvist hyväksy
    done valmi onnistu suoritet
    pending odot käsit kesken tarkist
    period kuukau vuosi vuoden vuosit viikko neljännes jakso kausi
    day päivä päivän pvm tänään huomenna
    not ei. eivät emme älä ilman et.
    if jos mikäli
    before ennen vähintään
    now nyt heti juuri välittömäst jo.
    click klik napsaut linkki painik paina
    keep säily pysy jatkuu`,
};
