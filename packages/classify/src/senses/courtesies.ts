// What is said around it: regret, thanks, wishes, offers to stay or to come back.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const courtesies: Readonly<Record<string, SenseWords>> = {
  sorry: {
    en: 'sorry regret sad. sadly sadden unfortunat apolog miss. missed shame inconvenience unhappy disappoint',
    fr: 'desole regret triste dommage. malheureus excus manquer manquez pardon navre helas deplor',
    de: 'leid. leider bedauer schade. traurig entschuld vermiss verzeih unannehmlich ungern wehmut betrubt enttausch',
    es: `sentimos sentir siento. lament pena. desgraci disculp perdon echar echam triste. tristeza lastim extranam extranar molesti inconvenien
      apena. sentirem`,
    it: 'dispiac spiac peccato purtropp scus mancher mancarc rammaric rincresc trist perdon disagi',
    pt: 'lament pena. infeliz triste. desculp saudad sentimos sentirem perdao incomod inconvenien transtorno',
    nl: 'spijt jammer helaas betreur sorry mis. missen gemist. excuus excuses verontschuld ongemak vervelend onaangena verdriet',
    pl: 'przykr szkoda. zaluj zalowa niestety przepras przeprosz zal. zalem. brakowa smutn smuc ubolewa niedogodn rozczarow teskn utrudnien wspolczu',
    ja: '残念 申し訳 惜し お詫び おわび 恐れ入り 恐縮 寂し さみし さびし ご不便 ご迷惑 遺憾 容赦 あいにく つらい',
  },
  thanks: {
    en: 'thank. thanks thanked thanking grateful gratitude appreciat pleasure pleased glad. delighted cheers',
    fr: 'merci remerci reconnaissan plaisir gratitude ravi. ravis. ravie heureux.',
    de: 'dank bedank gedankt freude freuen. freue. freut. gefreut merci vergnug erfreu vertrauen.',
    es: 'gracias agradec agradez placer gusto. encantad',
    it: 'grazie ringraz piacer riconoscen gratitud lieti. lieto. felici. felice.',
    pt: 'obrigad agradec prazer grato. gratos. grata. gratid valeu',
    nl: 'dank. danken dankt dankje dankbaar dankzeg bedank genoegen merci waardeer waarder gewaardeer erkentelijk',
    pl: 'dziek podziek przyjemn wdziecz doceni ciesze radosc milo. zadowol cieszym',
    ja: 'ありがとう 感謝 御礼 お礼 うれし 嬉し 幸せ 光栄 おかげ 幸いです',
  },
  hope: {
    en: 'hope. hopes hoping hopefully hoped wish. wishes wishing luck. welcome best. future again. someday',
    fr: 'esper souhaitons bonne. bonnes. avenir bientot bienvenu chance. continuation voeux reussite meilleur revoir futur. futurs. courage.',
    de: `hoffe hofft hoffn wunschen. wunscht. wunsche. gute. gutes. beste. besten. zukunft. wieder. wiederseh wiederkomm wiederlu bald. gluck.
      erfolg. willkomm lebensweg`,
    es: 'esper deseo. deseam desee futur pronto suerte volver volvem volvam vuelv mejor. mejores. bienven ojala nuevamente confiam',
    it: 'sper augur futur presto rived bentornat benvenut arrivederci fortuna buon. buona. buone. migliori. auspic nuovamente',
    pt: 'esper desej futur breve. sorte volt melhor. melhores. vindo. vinda. vindos. novamente oxala tomara',
    nl: 'hoop. hopen hopelijk hoopt wens toekomst weer. succes. plezier geluk. welkom terugzien weerzien',
    pl: 'nadziej zyczym zycze. zyczy. przyszlos powodzen znow. znowu. ponown kiedys. oby. dobrego. zobaczenia. szczesc zaprasz',
    ja: '願っ またの お待ちして 心待ち 今後とも 今後も お祈り 祈念 お会いでき お会いし またいつ いつか お元気 ご活躍 楽しみに 期待',
  },
  offer: {
    en: `offer discount save. saves saving half. deal. deals gift bonus voucher coupon promo sale. cheaper reduced reduction reward treat. perk
      bargain introductory loyalty`,
    fr: `offre remise reduc reduit reduis promo cadeau economie offr rabais ristourn soldes. bonus avantag coupon. coupons. moitie baisse.
      parrainage bons. cagnott economise economison`,
    de: `angebot anbieten. rabatt spare. sparen. sparst. spart. gespart einspar ersparn sparpreis sparakt geschenk geschenkabo verschenk schenk
      nachlass. nachlasse. preisnachl vergunst ermass gutschein bonus treue aktion. aktions sonderang sonderkond kondition coupon promo
      gunstig vorteil belohn neukundenr sommerang bleibeang bleibegesch halbe. halben. halfte zugabe cashback aktionspr`,
    es: 'ofert ofrec descuento ahorr regal rebaj promo bonific bono. bonos. cupon mitad obsequi ventaj',
    it: 'offert offr scont risparm regal promo buono. buoni. omaggi bonus coupon riduz ridott vantagg meta. propon propost',
    pt: 'ofert oferec descont economiz poup presente. presentes. promo cupo bonus bonific brinde metade vantag beneficio',
    nl: `aanbieding aanbod aangeboden korting bespaar bespar cadeau geschenk actie. acties actieprijs actieperiode helft halve. deal. deals promo
      voordelen voordeel voordelig goedkoper tegoedbon bonus instapkorting zomerkorting pakketkorting uitverkoop spaarprogr spaaractie
      spaarkaart gespaarde cadeauabonn cadeaukaart`,
    pl: `ofert oferuj oferow rabat znizk znizon obniz oszczed prezent. prezentu. prezencie prezenty prezentow prezentem bonus promoc kupon
      voucher bon. okazj taniej tansz nizsz polowe. polowa. nagrod specjaln lojaln upomink upomin. podarun korzystn korzysc punkty. punktow.
      gratis wyprzedaz propozyc proponuj`,
    ja: '特典 割引 お得 キャンペーン クーポン 半額 値引 プレゼント ポイント セール 優待 ボーナス ギフト 特別価格 特価 ご提案 贈呈 進呈 節約 限定',
  },
  stay: {
    en: 'stay. stays staying stayed come. comeback return. rejoin back. winback reconsider returning.',
    fr: 'reste restons restiez restions revien revenir revenez revenons reveniez revenu. rejoi retour',
    de: `bleib blieb geblieb dabeibleib bleibeang bleibegesch zuruckkomm zuruckkehr zuruckgekomm ruckkehr zuruckgewinn ruckgewinn wiederkomm
      wiederzukomm komm. kommst. kommen. zuruck. umstimm verweil`,
    es: 'quedarse quedarte quedate quedarme quedes quedaros vuelv volver volvem volvam volvi regres reincorpor vuelto.',
    it: 'resta. restan restar restat rester resti. restiam torna torner torni. torno. tornia ritorn riman rimast rimarr bentornat',
    pt: 'ficar. fique volt regress retorn reintegr',
    nl: 'blijf blijv bleef bleven gebleven terugkom teruggekomen terugkeer teruggekeerd kom. terug. heroverweeg herinschr terugkwam',
    pl: 'zostaj zostac. zostan. zostaniesz. pozosta wroci wroc. wroca. wracaj wraca powrot powroc powrac przemysl odzysk',
    ja: '戻っ お戻り 戻る 戻れ 再び 復帰 復会 再入会 お帰り おかえり とどま もう一度 引き留め 続けて',
  },
  start: {
    en: `start. starts started starting begin. begins beginning begun began activat welcome new. join. joins joined joining joiner enrol launch
      onboard commenc inception signup invit inaugurat`,
    fr: 'debut commenc active activat activon bienvenu nouveau nouvel demarr rejoi lancement lancer. lancez entam inscri',
    de: `beginn begann begonn start gestartet aktivier willkomm neu. neue neukund neukundenr neumitgl anmeld angemeld anzumeld einricht
      eingericht einzuricht einstieg einsteig abschliessen abzuschliess beitret beitritt beigetret beizutret eintret eingetret anfang angefang
      freischalt freigeschalt vertragsbeg vertragsschl vertragsabschl registrier einschreibung eingeschrieb loslegen eroffn aufnahmean
      aufnahme. anmeldebest startdatum einlad eingeschaltet einschalt`,
    es: `comenz comienz empez empiez empec inici activac activad activar activaste activam arranc bienven alta. altas. inscri incorpor unete
      unirte unirse estren nuevo nueva apuntar`,
    it: 'inizi cominci attivaz attivar attivat attivia attiver benvenut nuovo nuova nuovi nuove avvio. avvia. avvia iscri unisc lanci',
    pt: 'comec inici ativac ativad ativar ativam ative. vindo. vinda. vindos. novo. novos. nova. novas. inscri aderi adesao estrei junte',
    nl: `begin begon start. starten startdatum gestart startte opstart activeer activer activat geactiveer welkom nieuw. nieuwe. nieuwkomer
      inschrijv ingeschreven inschreef aanmeld aangemeld toetred toegetreden deelnem deelneem deelname aangesloten uitnodig uitgenodig
      aanmelden`,
    pl: `rozpocz zaczyn zaczn zaczel zacza aktywuj aktywow aktywac witaj witam start. startu startow uruchom rusza ruszy dolacz przystap zaprasz
      zaprosz zapros zaloz utworz zapis zapisz nowa. nowy. nowe. nowej. nowego. nowym. nowych. poczat rejestracj inaugur wlaczy wlaczo wlacza
      wlacz.`,
    ja: '開始 ようこそ 新規 有効化 始め 始ま はじめ 新しい 新た 入会 加入 開設 開通 作成 参加 招待 スタート 導入 入園 入塾',
  },
  soon: {
    en: 'soon. sooner upcoming next. remind shortly schedul planned tomorrow imminent approaching forthcoming coming',
    fr: 'bientot prochain rappel relance imminent venir.',
    de: `bald. nachste. nachsten. nachster. nachstes. nachstem. nachstmogl demnachst erinner zahlungserin kommend bevorsteh anstehend kurze.
      morgen. vorgemerk vormerk geplant planmass planen. vorankund ankund angekund zeitnah vorgesehen`,
    es: 'pronto proxim breve. brevedad siguiente recordat recordam recordar recuerd previst programad venider',
    it: 'presto prossim ricord promemoria imminen breve. sollecit',
    pt: 'breve. proxim lembr logo. seguinte previst agendad programad',
    nl: `binnenkort volgend herinner straks weldra eerstdaags spoedig eerstvolgend komende. aanstaand nadert gepland morgen. dadelijk snel.
      aankomend eerdaags`,
    pl: `wkrotce niebawem niedlugo nastepn kolejny kolejna kolejne kolejno przypom zbliza nadchodz nadejd przyszly. przyszlym. przyszlego
      przyszlej. jutro jutrz zaplanow planow harmonogram kolejnego kolejnym kolejnej`,
    ja: 'まもなく 間もなく 次回 予定 近日 近づ もうすぐ 近々 迫って 次号 次年度 次期 来月 来週 来年 明日 リマインダー',
  },
  changeOfMind: {
    en: 'mind. minds undo. undone undoing reconsider changed. reverse. reversed reversing revert cooling withdrawal.',
    fr: 'avis. raviser ravisez ravise. reconsider retract finalement reflech reflexion repens revirement hesit',
    de: `meinung anders. uberleg uberdenk uberdacht sinneswandel ruckgangig umstimm umentsch bereu widerruf widerrufsrecht zuruckgenomm
      zurucknehm rucknahm zuruckgezog zuruckzieh revidier umzuentsch widerrufsbel`,
    es: 'opinion arrepent arrepient parecer. idea. reconsider replante deshac deshaz deshech recapacit cambiado. cambias. cambiaste.',
    it: 'idea. ripens ricred ravved pentit pentir ritratt',
    pt: 'ideia opiniao arrepend reconsider repens desfaz desfez desfeit mudou. mudaste. mudado.',
    nl: 'gedachten bedenk bedacht. ongedaan herroep terugdraai teruggedraai heroverw toch. alsnog bedenktijd herroepingsrecht heroverweeg',
    pl: 'zdanie. zdania. zmienisz. zmieniles. zmienilas. rozmysl przemysl namysl cofn wycof rozwaz pochopn',
    ja: '気が変わ 撤回 取り下げ 思いとどま 考え直 見直 クーリング 心変わり 再考 お間違い 元に戻',
  },
  open: {
    en: 'open. opened opens opening reopen running live. available ready. works. valid. validity alive operational usable unlock working. functional',
    fr: `ouvert ouvre. valable disponible disponibil pret. prete. prets. pretes. marche. marchent marcher. fonctionn valide. valides. validite
      vigueur actif active. actives. accessib operationnel allum ouvrir ouvrez ouvrent`,
    de: `offen. offene offnen. offnet offne. offnung geoffnet eroffn gultig verfugbar bereit. frei. freigeschalt freischalt gilt. gelten. galt.
      laufend erreichbar funktionier nutzbar einsatzber betriebsber aktiv. aktive. aktives. aktiven. freigegeb`,
    es: `abiert abre. abren. abrir abrim abrio apertur vigente vigencia disponib listo. listos. valid funciona funciono operativ habilitad sirve.
      sirven.`,
    it: `apert apre. apri. aprir aprono apriam valid vale. valgono disponibil pronto pronta pronti pronte attivo. attiva. attivi. attive.
      funziona funzioner vigor vigent accessibil operativ acceso. accesa.`,
    pt: `abert abre. abrem. abrir abra. abriu disponiv vigente vigencia pronto pronta prontinh valid vale. valem. valendo funciona funcionou
      operaciona ar.`,
    nl: `open. openen opent opende geopend opengaa geldig geldt gelden. beschikbaar klaar gereed werkt werken. toegankelijk bruikbaar ontgrendel
      heropen actief actieve`,
    pl: `otwart otworz otwier wazn waznosc dostepn gotowe. gotowy. gotowa. gotowi. dziala. dzialac. dzialaja. dzialal. dzialala. dzialalo. aktywn
      czynn. czynny czynne obowiazuj obowiazyw sprawn`,
    ja: '有効 利用可能 ご利用いただけ ご利用になれ お使いいただけ 使えます 使える 稼働 開通 開けます 開きます 公開 営業中 準備ができ 効力',
  },
  greeting: {
    en: 'hi. hello dear. hey. regards sincerely faithfully greetings cordially madam sir. yours. respectfully',
    fr: `bonjour bonsoir cher. chers. chere madame monsieur mesdames messieurs mme. mr. salut cordial coucou hello. distingue sincere respectu
      amiti amical bisous agreer agrement`,
    de: `hallo guten. sehr. geehrt liebe. lieber. liebes. gruss gruezi servus moin hi. hey. damen. herren. frau. herr. herrn. freundlich herzlich
      hochacht verehrt`,
    es: 'hola estimad apreciad saludo salude saludam querid buenos. buenas. buen. atentament cordial',
    it: `ciao gentil salve. cordial caro. cara. cari. care. carissim saluti saluto buongiorno buonasera signor egregi distinti. ehi. spett.
      spettabil`,
    pt: 'ola. oi. prezad caro. caros. cara. caras. estimad querid exmo exma cumprimentos atenciosa cordia saudac abraco',
    nl: `beste. besten. hallo hoi. hey. hi. geacht groet gegroet mevrouw heer. heren. vriendelijke. hoogacht hartelijk goedemorgen goedemiddag
      goedendag goedenavond mvg. lieve.`,
    pl: 'witaj witam dzien. dobry. szanown drogi. droga. drodzy pozdraw czesc. hej. powazaniem wyrazami szacunkiem serdeczn',
    ja: 'こんにちは こんばんは おはよう はじめまして 拝啓 敬具 謹啓 謹白 前略 草々 各位 平素 お世話になって 関係者様 担当者様',
  },
};
