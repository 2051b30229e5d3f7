// Words by core sense in Czech, Slovak and Croatian. The form is SenseLines.
import type { SenseLines } from './core-senses.ts';

export const slavic: Readonly<Record<'cs' | 'sk' | 'hr', SenseLines>> = {
  cs: `
    cancel zruš vypově výpově výpověď odhlá odhlás storn odstoup anul ukonč
    end konec konce konč skonč ukonč zanik
    expire vyprš platnost expir propad uplyn
    stop zastav přestan ukonč
    suspend pozastav blok omez deaktiv
    pause pozastav přeruš pauz
    resume obnov znovu opět
    switch změn měn přejd přechod aktualiz upgrad převed
    last posledn naposled konečn
    until do. dokud až.
    sorry bohužel mrzí líto omlouv
    thanks děkuj děkuji děkujeme vážíme těší
    start zahá začín začal aktiv vítejte nov založ registr spušt
    soon brzy blíž nadcház příští připom následuj
    subscription předplat abonm odběr
    contract smlouv závaz pojist
    membership člen spolek spolku klub
    plan tarif program balíč plán úrov verz
    trial zkušeb zkuš vyzkouš
    account účet účtu účtem profil nastav
    service služb hosting podpor
    order objedn rezerv nákup koup vstupen zásil doruč
    access přístup přihlá přihlaš
    newsletter newsletter zpravodaj novink
    password heslo hesla kód kódu
    donation dar. daru daruj dary příspěv přispě podpor
    card kart karta karty bank
    charge strž strhn strhl účtov inkas naúčt
    invoice faktur doklad účten vyúčt
    pay plat platb zaplat úhrad uhraď uhraz
    refund vrác vrát dobrop
    fee cen cena ceny poplat částk navýš zdraž
    renew obnov prodl prodlouž opakova
    automatic automat inkas
    fail selhal neúspě odmít nezdař nepodař neuhraz chyb nezaplac
    free zdarma bezplat
    request žádost požad žád
    receive obdrž přijal přijat přijali
    confirm potvr
    done úspěš dokonč hotov proběh
    pending čeká ček zpracov vyřiz
    period měsíc měsíč rok. roku roky roč týden týdn období
    day den. dne. dní dny datum dnes zítra
    not ne. není nebyl nebud nelze nemůž bez. žádn nikdy
    if pokud jestli jestliže
    before před. předem nejpozd
    now nyní teď právě okamž již.
    click klik odkaz tlačít
    keep zachov nadále zůst`,
  sk: `
    cancel zruš výpove vypove odhlás storn odstúp anul ukonč
    end koniec konca konč skonč ukonč zanik
    expire vyprš platnos expir prepad uplyn skončí
    stop zastav prestan ukonč
    suspend pozastav blok obmedz deaktiv
    pause pozastav preruš pauz
    resume obnov znova opäť
    switch zmen zmien prejs prechod aktualiz upgrad preved
    last posledn naposled konečn
    until do. dokým až.
    sorry bohužiaľ žiaľ mrzí ľúto ospravedl
    thanks ďaku ďakuj vážime teší
    start začín začal začat aktiv vitajte nov založ registr spust
    soon čoskoro blíž nadchádz ďalš pripom nasleduj
    subscription predplat abonm odber
    contract zmluv záväz poist
    membership člen spolok spolku klub
    plan tarif program balík plán úrov verz
    trial skúšob skúš vyskúš
    account účet účtu účtom profil nastav
    service služb hosting podpor
    order objedn rezerv nákup kúp vstupen zásiel doruč
    access prístup prihlás
    newsletter newsletter spravodaj novink
    password heslo hesla kód kódu
    donation dar. daru daruj dary príspev prispie prispev podpor
    card kart karta karty bank
    charge strh stiahn účtov inkas zaúčt
    invoice faktúr doklad účten vyúčt
    pay plat platb zaplat úhrad uhraď uhrad
    refund vrát vrác dobrop
    fee cen cena ceny poplat sum zdraž zvýš
    renew obnov predĺž opakova
    automatic automat inkas
    fail zlyhal neúspe odmiet nepodar neuhrad chyb nezaplat
    free zadarmo bezplat
    request žiados požiad žiada
    receive prijal prijat prijali dostal obdrž
    confirm potvrd
    done úspeš dokonč hotov prebeh
    pending čaká čak spracov vybav
    period mesiac mesač rok. roku roky roč týžd obdob
    day deň dňa dni dní dátum dnes zajtra
    not nie. nebol nebud nemož nedá bez. žiad nikdy
    if ak. pokiaľ
    before pred. vopred najnesk
    now teraz práve okamž už.
    click klik odkaz tlačid
    keep zachov naďalej zosta`,
  hr: `
    cancel otka raskid raskin odjav poništ storn odusta
    end kraj kraja završ završet prestan
    expire isteć istek istič istječ isteka važ
    stop zaustav prekin obustav
    suspend suspend blok ogranič deaktiv obustav
    pause pauz zamrz mirov
    resume nastav ponovno obnov vrać
    switch promjen promijen mijenj ažur nadogra prela prijeđ
    last posljedn zadnj konačn
    until do. dok.
    sorry nažalost žao isprič
    thanks hvala zahval
    start započ počinj počel aktiv dobrodoš nov otvor registr učlan pokren
    soon uskoro nadolaz sljedeć podsje približ
    subscription pretplat
    contract ugovor polic
    membership član udrug klub
    plan paket plan plana tarif
    trial probn proba
    account račun. profil postavk korisničk
    service uslug hosting
    order narudž rezerv kupnj kupov kupil ulaznic dostav
    access pristup prijav prijava
    newsletter newsletter bilten novost
    password lozink kod. koda
    donation donac donira doprin
    card kartic bank
    charge terać naplat tereti
    invoice račun račun. fakt
    pay plać plaća plati uplat
    refund povrat vrać
    fee cijen naknad iznos
    renew obnov obnav produlj
    automatic automat
    fail neuspje neuspjel odbij odbijen nije. greš nepodmir
    free besplat
    request zahtjev zatraž traž
    receive primil zaprim primlj
    confirm potvr
    done uspješ dovrš obavlj završen
    pending čeka obrađ obrad
    period mjesec mjeseč godin tjed razdob
    day dan. dana datum danas sutra
    not ne. nije neće nisu bez. nikad
    if ako ukoliko
    before prije unaprijed
    now sada odmah upravo već.
    click klik poveznic gumb
    keep zadrž dalje ostaj`,
};
