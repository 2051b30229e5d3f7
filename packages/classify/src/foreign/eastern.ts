// Words by core sense in Hungarian, Romanian and Greek. The form is SenseLines.
import type { SenseLines } from './core-senses.ts';

export const eastern: Readonly<Record<'hu' | 'ro' | 'el', SenseLines>> = {
  hu: `
    cancel lemond felmond törl törölt töröl megszünt megszűn visszavon leiratk eláll sztornó
    end vége végén végét lezár befejez megszűn véget
    expire lejár lejárt érvény elévül
    stop leáll leállít megszűn abbahagy
    suspend felfüggeszt zárol letilt korlátoz inaktív
    pause szünetel szünet felfüggeszt
    resume folytat újra újraind visszaáll
    switch vált váltás módosít változ átáll frissít
    last utolsó utoljára végső
    until ig. addig
    sorry sajnál sajnos elnézés
    thanks köszön köszönj köszönet örül
    start kezd kezdő indul aktivál üdvöz új. létrehoz regisztr csatlak
    soon hamarosan közel következő emlékez esedékes
    subscription előfizet
    contract szerződés szerződ biztosítás kötvény
    membership tagság tagdíj tag. egyesület klub
    plan csomag csomagja tarifa szint
    trial próba próbaid kipróbál
    account fiók fiókja számla. profil beállítás
    service szolgáltat tárhely
    order rendel megrendel foglal vásárl jegy. szállít
    access hozzáfér bejelentk belép
    newsletter hírlev
    password jelsz kód. kódja
    donation adomány adomá támogat
    card kártya kárty bankkárty bank
    charge terhel terhelt levon levonás beszed
    invoice számla számlá bizonylat nyugta
    pay fizet kifizet befizet fizetés átutal rendez
    refund visszatér visszafizet jóváír
    fee ár. ára árak díj díja díjak összeg
    renew megújít megújul hosszabbít meghosszabb ismétlőd rendszeres
    automatic automat
    fail sikertelen elutasít visszautas hiba elmaradt kifizetetlen tartoz
    free ingyen díjmentes
    request kér. kérés kérel kérte igény
    receive kap. kapt megkap beérkez érkezett
    confirm visszaigaz megerősít igazol
    done sikeres teljesít kész. befejező
    pending várakoz függő feldolg ellenőr
    period hónap havi. havonta év. éves évi. évente hét. heti időszak negyedév
    day nap napja napon napig dátum ma. holnap
    not nem. nincs ne. sem. soha nélkül
    if ha. amennyiben
    before előtt legkésőbb
    now most azonnal már. éppen
    click kattint link gomb hivatkoz
    keep marad megtart továbbra`,
  ro: `
    cancel anul anulat rezili reziliat renunț dezabon dezactiv retrag
    end sfârș încheie închei încet termin
    expire expir
    stop opri oprit stop încet
    suspend suspend bloc limit dezactiv
    pause pauz suspend amân
    resume relu reactiv restabil
    switch schimb modific actualiz trec trecut treci
    last ultim final
    until până pana
    sorry regret pare. scuz păcat
    thanks mulțum mulțumim bucur
    start încep început activ activat bun nou. nouă creat înregistr înscri
    soon curând următo reamint apropi viito urmează
    subscription abon abonam abonament subscri
    contract contract acord poliț
    membership membru membri cotiza asociaț club
    plan plan planul pachet nivel tarif
    trial prob probă probă. încerc
    account cont contul contului profil setăr
    service servici găzdui
    order comand comenz rezerv achiziț cumpăr bilet livr
    access acces autentif conect logare
    newsletter newsletter buletin
    password parol cod. codul
    donation dona donaț donație contribu sprij
    card card. cardul cardului banc metodă metoda
    charge debit percep tax taxat retras retrag
    invoice factur chitanț bon.
    pay plat plată plăt plăți achit
    refund ramburs restitu return
    fee preț prețul prețuri cost tarif sum suma
    renew reînno reînnoi reînnoir prelung recur recurent
    automatic automat
    fail eșua eșuat refuz respins nereuș eroare restan neachit
    free gratuit grati
    request solicit cerer cerut
    receive primi primit
    confirm confirm
    done succes finaliz efectu complet
    pending aștept procesa verific curs
    period lun luni lunar lunară an. anul ani. anual săptăm perioad trimest
    day zi. zile ziua data dată azi astăzi mâine
    not nu. fără niciod nici. neach
    if dacă
    before înainte
    now acum imediat deja tocmai
    click clic click link buton apăs
    keep păstr rămâne continu`,
  el: `
    cancel ακυρω ακυρωσ ακυρωθ καταργ διακοπ καταγγελ υπαναχωρ
    end τελο τελει τελειω ληξη ληγει ολοκληρ
    expire ληξη ληξε ληγει εληξε ληξει εκπνε
    stop σταματ διακοπ διακοψ παυσ
    suspend αναστολ αναστελ αναστελλ μπλοκ απενεργ περιορ
    pause παυση αναστολ παγωμ
    resume επανεκκιν επαναφορ επανενεργ ξανα συνεχισ
    switch αλλαγ αλλαξ τροποπ αναβαθμ ενημερω μεταβ
    last τελευτ οριστικ
    until εως μεχρι
    sorry δυστυχ λυπ συγγνωμ
    thanks ευχαριστ
    start εναρξ ξεκιν αρχ ενεργοπ καλωσ νεα νεο δημιουργ εγγραφ
    soon συντομα επομεν προσεχ υπενθυμ πλησια
    subscription συνδρομ
    contract συμβολ συμβασ ασφαλιστ
    membership μελος μελους μελη μελων συλλογ
    plan προγραμμα προγραμμ πακετο πλανο πακετ
    trial δοκιμ δοκιμαστικ
    account λογαριασμ προφιλ ρυθμισ
    service υπηρεσ φιλοξεν
    order παραγγελ κρατησ αγορ εισιτηρ αποστολ
    access προσβασ συνδεθ συνδεσ εισοδ
    newsletter ενημερωτικ
    password κωδικ συνθηματ
    donation δωρε δωρεα εισφορ
    card καρτα καρτασ καρτες τραπεζ
    charge χρεω χρεωσ χρεωθ
    invoice τιμολογ αποδειξ λογαριασμο
    pay πληρωμ πληρωσ πληρωθ πληρων εξοφλ
    refund επιστροφ επιστραφ
    fee τιμη τιμεσ τιμησ κοστο ποσο χρεωση
    renew ανανεω ανανεωσ ανανεωθ παρατασ επαναλαμβ
    automatic αυτοματ
    fail απετυχ αποτυχ απορριφ αδυναμ ληξιπροθ ανεξοφλ
    free δωρεαν
    request αιτημ αιτησ ζητησ
    receive λαβ παραλαβ ληφθ
    confirm επιβεβαι
    done επιτυχ ολοκληρω
    pending εκκρεμ αναμον επεξεργ
    period μηνα μηνασ μηνι μηνες ετος ετη ετησ χρονο εβδομαδ περιοδ
    day ημερ ημερομην σημερα αυριο
    not δεν δε. μην χωρισ ποτε
    if εαν αν.
    before πριν
    now τωρα αμεσω ηδη
    click κλικ πατησ συνδεσμ κουμπι
    keep διατηρ παραμεν συνεχ`,
};
