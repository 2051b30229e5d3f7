// Small words that turn a sentence: not, if, can, must, will, was, before, from, you, we.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const grammar: Readonly<Record<string, SenseWords>> = {
  not: {
    en: `not. no. cannot can't don't won't isn't didn't doesn't without non. haven't hasn't hadn't wasn't weren't aren't couldn't wouldn't
      shouldn't needn't mustn't nor. never. unable none.`,
    fr: 'ne. n. pas. non. sans.',
    de: 'nicht nichtzahl ohne. nein. kein nie. niemals weder. unmogl unbezahl',
    es: 'no. sin. ni. tampoco',
    it: 'non. senza no.',
    pt: 'nao. sem. nem. tampouco',
    nl: 'niet. zonder nee. geen. niks. nooit noch. geenszins evenmin onmogelijk nimmer',
    pl: 'nie. bez. ani. nigdy zadn zaden niemozliw',
    ja: 'ない ません なし ではなく なかった せず されず おらず できず 未だ 不要',
  },
  from: {
    en: 'effect from. since. starting onward forward. henceforth thereafter dated. hereafter',
    fr: 'effet effective effectif compter partir. depuis desormais dater.',
    de: 'wirkung. wirksam ab. zum. per. seit. seitdem seither kunftig zukunftig fortan nunmehr ruckwirk kraft.',
    es: 'partir. desde efectiva efectivo efecto vigor rige. surte surtir',
    it: 'partire. decorr effetto. effetti. effettiv dal. dalla. dall. efficac',
    pt: 'partir. desde efeito efetiv vigor produz',
    nl: 'vanaf ingang ingaand ingaat ingegaan per. sinds startdatum voortaan vanuit. uitwerking kracht.',
    pl: 'od. dniem. skutkiem poczaw odtad odkad.',
    ja: 'から 以降 付で 付けで をもって もちまして 日より 月より 様より 社より 店より 時より',
  },
  now: {
    en: 'now. today already just. immediat recently recent. earlier. straight currently presently tonight instant',
    fr: 'maintenant aujourd deja immediat desormais present. actuel recent recemment vient. venons. instant',
    de: `jetzt heute heutig bereits. sofort soeben gerade. nun. nunmehr schon. umgehend unverzugl aktuell derzeit momentan kurzlich neulich
      inzwischen mittlerweile gegenwart unmittelbar zwischenzeit`,
    es: 'ahora hoy. ya. inmediat acaba. acabamos. acabas. acaban. recien actualment actual. ayer. instante',
    it: 'ora. oggi gia. immediat appena adesso subito. ormai attual recent',
    pt: 'agora hoje ja. imediat acaba. acabamos. acabam. recem recent atualment atual. ontem. instante',
    nl: `nu. vandaag al. direct. directe. onmiddel zojuist inmiddel meteen reeds recent onlangs momenteel thans heden. zonet dadelijk intussen
      alvast ondertussen huidig lopend`,
    pl: 'teraz dzis juz. natychm wlasnie obecn aktualn biezac niezwloczn bezzwloc razu. niedawno momentaln',
    ja: '本日 現在 すでに 既に 直ちに 今回 ただいま ただ今 今すぐ すぐに 今日 即日 即時 先ほど さきほど 先日 このたび この度 最近 現時点 早速',
  },
  day: {
    en: `day. days date. dates dated midnight noon evening morning afternoon weekend weekday monday tuesday wednesday thursday friday saturday
      sunday yesterday tomorrow daily`,
    fr: 'jour. jours. date. dates. minuit midi. soir matin journee lendemain veille. nuit ouvres. ouvrable quotidien',
    de: `tag. tage. tagen. tages. taglich datum enddatum startdatum ablaufdatum mitternacht uhr. mittag. mittags. abend. abends. vormittag
      nachmittag morgen. montag. montags. dienstag mittwoch. mittwochs. donnerstag freitag samstag sonntag sonnabend feiertag werktag
      arbeitstag wochenend wochentag gestern vortag folgetag stichtag kalendertag`,
    es: 'dia. dias fecha medianoche mediodia manana. tarde. noche jornada',
    it: 'giorn data. date. mezzanotte mezzogiorn mattin sera. serata nott',
    pt: 'dia. dias data. datas. meia. noite manha amanha. tarde.',
    nl: `dag. dagen datum einddatum startdatum middernacht avond ochtend middag vanavond vanochtend vanmiddag vannacht werkdag kalenderdag
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren dagelijks weekend vervaldag feestdag`,
    pl: `dzien. dni. dnia. dniach dniem. dniu. dniow data. daty. date. dacie polnoc. polnocy. polnoca. poniedzial wtorek wtork sroda. srode.
      srody. czwartek czwartk piatek piatk sobot niedziel weekend rano. wieczor poludni poran noc. nocy. jutro wczoraj dobe. doby. doba.
      codzien robocz`,
    ja: '日付 日時 日間 日後 日前 日以内 日まで 日から 日をもって 日より 日目 毎日 本日 当日 翌日 前日 今日 明日 昨日 期日 末日 平日 休日 営業日 曜 時点 最終日 午前 午後',
  },
  period: {
    en: `month week year quarter. quarterly quarters term. terms. period cycle annual fortnight summer winter. season. duration grace. minimum.
      decade biennial`,
    fr: 'mois semaine an. ans. annee annuel mensuel mensualit periode cycle trimestr semestr hebdo duree bimestr quinzaine',
    de: `monat monatsende monatsbei monatsrech woche jahr jahresende jahresbei jahresabo jahreskart jahresabr jahresrech jahresgeb jahresmitgl
      jahresvertr halbjahr vierteljahr quartal kalenderj geschaftsj folgemon zeitraum probezeitr testzeitr laufzeit laufzeitende mindestlaufz
      mindestvertr restlaufz vertragslaufz vertragsdau periode abrechnungszeitr semester semesterende turnus zyklus dauer. dauert. dauern.
      befrist unbefrist unbestimmt phase. semestertick schulj`,
    es: `mes. meses semana ano. anos. anual anualid mensual mensualid trimestr semestr bimestr quincen periodo periodic plazo ciclo vigencia
      diari permanencia`,
    it: 'mese. mesi. settiman anno. anni. annual annuo. annua. mensil period ciclo cicli. trimestr semestr bimestr durata',
    pt: `mes. meses semana ano. anos. anual anuidad mensal mensais mensalidad trimestr semestr bimestr quinzen periodo periodic prazo ciclo.
      ciclos. vigencia diari fideliz`,
    nl: `maand week. weken weekje wekelijks jaar jaren kwartaal periode periodiek termijn halfjaar semester looptijd contractduur cyclus
      opzegtermijn duur. seizoen zomer. winter. jaarabonn jaarkaart bedenktijd maandfactuur maandnota seizoenkaart termijnbedrag`,
    pl: `miesia miesiec miesiecz comiesiec tydzien tygodn rok. roku. rokiem. roczn rocznic coroczn okres. okresu. okresie. okresy okresow okresem
      cykl cyklicz kwart kwartal polrocz lat. lata. latach sezon semestr trwani nieokreslon wieloletn dwuletn dekad karencj`,
    ja: '毎月 今月 来月 翌月 先月 前月 月末 月額 月分 か月 ヶ月 カ月 ヵ月 月間 月会費 年間 年額 毎年 来年 今年 翌年 年会費 年度 年払 半年 週間 毎週 今週 来週 先週 期間 周期 四半期 学期 サイクル',
  },
  if: {
    en: "if. unless should. should've once. whether case. provided otherwise whenever whatever. assuming event.",
    fr: 'si. sinon cas. sauf lorsqu condition eventuel pourvu',
    de: 'wenn. falls. sofern sollte ansonsten andernfalls sonst. ob. gegebenenf ggf. vorausges fall. notfalls soweit solange.',
    es: 'si. caso. casos. salvo cuando siempre excepto supuesto',
    it: 'se. caso. qualora salvo. altriment purche eventual laddove',
    pt: 'se. caso. casos. salvo quando exceto senao',
    nl: 'als. indien. mocht. mochten tenzij wanneer zodra mits anders. ingeval geval. zolang behoudens eventueel',
    pl: 'jesli jezeli gdy. gdyby chyba. przypadku. razie. czy. przeciwnym. warunkiem. ile. ewentual inaczej',
    ja: '場合 もし 際は 際に れば たら ならば とき 万一 万が一 仮に かどうか 限り',
  },
  can: {
    en: "can. could couldn't can't cannot may. might able. possib allow permitted enable unable entitled.",
    fr: 'pouv peut peux possib libre. librement libres. peuvent pourr puisse puissi pu. permet',
    de: 'kann konne konnt moglich nachstmogl jederzeit darf. darfst durfen. durft erlaub ermogl gestatt berechtig unmogl moeglich konnen',
    es: 'pued podr podem podido. poder. pudi pudo. posib libre. capaz quiza',
    it: 'puoi puo. posso possa possia possib potr potet poter potut potev libero. libera. liberi. permett consent facolt',
    pt: 'pode podi posso. possa. possam. pude possiv consegu livre. talvez',
    nl: 'kan. kunt. kun. kunnen kon. konden mogelijk onmogelijk mag. mogen. misschien wellicht eventueel',
    pl: 'moze mozna mozliw moga. moge. mogl umozliw pozwal pozwol uprawni przyslug dozwol wolno. potraf',
    ja: 'できます できる できない できません 可能 いただけます いただける いただけません いただけな なれます 使えます 使える 見られ 選べ 行えます',
  },
  must: {
    en: "must mustn't need. needs needed needing needn't requir please. oblig kindly mandatory necessar ought owe.",
    fr: 'doit. dois. doiv devez devons. devr faut. faudra necess veuillez obligat besoin requis. requise exige prions. prie. priere imperati',
    de: 'muss erforder notig notwend bitte. benotig brauche brauchst braucht verpflicht obligat unbedingt zwing gezwung soll. sollen. muess',
    es: 'debe debes. deben. neces tiene tendra teng favor. ruego. ruega. exig requier obligat obligad precis requisit rogam',
    it: 'deve. devi. devo. devono dobb dovr dovet dover necess bisogn occor serve. servono. pregh prego. prega. obblig favore. cortes invitia tenut',
    pt: 'deve necess precis favor. tem. ter. tera. tens. tenha obrigat obriga. exig queira',
    nl: `moet moest. dient. dienen. nodig. noodzak genoodzaakt verplicht gelieve hoeft. hoef. hoeven hoefde alsjeblieft alstublieft aub. svp.
      behoeft verzocht. vereis`,
    pl: `musi. musim musisz musiel musial musz nalezy. trzeba konieczn prosimy. prosze. wymaga wymog potrzeb powinn niezbedn obowiazk obowiazek
      uprzejm zobowiazan`,
    ja: '必要 ください 下さい なければなり 必ず 義務 必須 いけません ねばな 願います',
  },
  before: {
    en: 'before deadline notice. notices prior. advance. latest ahead earliest earlier. preced',
    fr: 'avant. preavis delai prealabl auparavant tard. anticip avance. tot.',
    de: 'vor. frist kundigungsfrist spatest vorher vorab zuvor bevor. rechtzeitig vorzeitig voraus. ehe. fruhest vorankund bisher bislang',
    es: 'antes plazo preaviso antelacion anticip previo. previa. previam limite. tardar.',
    it: 'prima. preavvis entro. anticip oltre. precedent tardi.',
    pt: 'antes prazo aviso antecedencia antecip previo. previa. previament limite. vespera',
    nl: `voordat uiterlijk opzegtermijn vooraf voorhand tevoren vooropzeg eerder vroeger alvorens tijdig vroegtijdig voortijdig voordien
      tussentijds deadline vooraankond`,
    pl: `przed. wczesn najpozn wypowiedzenia. zanim. uprzedn uprzedz wyprzedz poprzedz zawczasu przeddzien termin. terminu terminie terminem
      terminow. terminy`,
    ja: '月前 前日 前まで までに 以前 期日 期限 直前 予告 前もって 締切 締め切り 早め 猶予 満了前 前に 更新前 日前 事前',
  },
  will: {
    en: "will. shall going. won't you'll we'll it'll they'll i'll there'll that'll she'll he'll",
    fr: 'sera. seras. serai. serez. seront. serons. aura. auront. aurez. auras. aurons. va. vont. vais. allez. allons. fera. feront.',
    de: 'wird. werden. werde. wirst. werdet.',
    es: 'sera. seran. seras. habra. habran. estara. estaran. hara. haran. haremos. tendra va. van. vamos. vas.',
    it: 'sara. sarai. saranno sarete. saremo. verra avra. avrai. avranno avrete. avverra fara. faranno',
    pt: 'sera havera vai. vao. vamos. tera. terao estara fara. farao faremos',
    nl: 'zal. zullen zult. wordt. worden. word.',
    pl: 'bedzie beda. bede. zostanie zostana. zostaniem',
    ja: 'でしょう 予定 されます なります いたします られます 見込み つもり まいります 参ります',
  },
  was: {
    en: "has. have. been was. were. is. had. hasn't haven't wasn't weren't isn't we've you've i've they've being. hadn't",
    fr: 'ete. est. sont. etait etaient avons. ont. ai. avez. as. etes. etiez suis. fut.',
    de: 'wurde worden geworden ist. haben. hat. hast. habe. habt. sind. bist. war. waren. warst. hatte. hatten. hattest. gewesen bin. hab. seid.',
    es: `ha. han. has. he. hemos haya. hayan. sido. siendo. fue. fueron. fuiste. esta. estan. estaba. estado. estar. qued es. son. era. eran.
      habia hubo. hayas.`,
    it: 'stato. stata. stati. state. ha. hai. ho. hanno. abbiamo avete. sono. siamo. sei. siete. era. erano. eri. viene. vengono. venga.',
    pt: 'foi. foram. fomos. sido. sendo. esta. estao estava esteve estamos estar. era. eram. sao. tem. tinha houve fic',
    nl: 'is. werd. werden. zijn. hebben. heeft. hebt. heb. had. hadden was. waren. bent. ben. geweest geworden',
    pl: 'zostal jest. byl. byla. bylo. byly. byli. byles bylas jestes. sa.',
    ja: 'ました でした',
  },
  you: {
    en: "you. your. yours. you're you've you'll you'd yourself yourselves",
    fr: 'vous votre vos. tu. ton. ta. tes. te. toi.',
    de: 'sie. ihr. ihre. ihren. ihrem. ihrer. ihres. ihnen. ihrerseits du. dein. deine deins. dir. dich. euch. euer. eure. eurem. euren. eurer.',
    es: 'usted tu. tus. su. sus. te. le. les. ti. contigo tuyo tuya suyo suya vos. vosotr vuestr os.',
    it: 'tu. tuo. tuoi. tua. tue. ti. te. lei. suo. suoi. sua. sue. voi. vi. vostr',
    pt: 'voce seu. sua. seus. suas. teu. tua. teus. tuas. tu. te. ti. si. lhe. lhes. vos. vosso vossa contigo consigo.',
    nl: 'je. jij jouw u. uw. uwe jou. jullie jezelf uzelf',
    pl: `twoj twoi pan. pana. panu. panem. panow pani. pania. panie. panstwo panstwa panstwu panstwem cie. ciebie ci. ty. tobie. toba. wasz was.
      wam. wami.`,
    ja: 'お客様 お客さま あなた 貴社 貴殿 御社 皆様 皆さま 皆さん 会員様 契約者様 ご本人 ご自身 お手元',
  },
  we: {
    en: "we. us. our. ours we've we're we'll we'd",
    fr: 'nous. notre nos.',
    de: 'wir. uns. unser unsre',
    es: 'nosotr nuestr nos. hemos estamos. somos. tenemos.',
    it: 'noi. nostr abbiamo ci. siamo.',
    pt: 'nos. nosso nossa connosco conosco gente. temos. estamos',
    nl: 'wij. we. ons. onze onszelf',
    pl: 'my. nas. nasz nasi. nam. nami.',
    ja: '当社 弊社 私たち 私ども わたしたち 当店 当方 当行 当会 当協会 当館 当園 当組合 当サービス',
  },
  after: {
    en: 'after. following. once. past. since. then. afterward later. thereafter subsequent upon. previous former ago.',
    fr: 'apres suite. puis. ensuit depuis suivant ulterieur posterieur issue. dela. lendemain',
    de: `nach. danach nachdem nachher anschliessend spater. spatere darauf. daraufhin darauff folgend folgemon nachfolg nachtrag seitdem seither
      vergangen ehemalig dann. sodann sobald hernach`,
    es: 'despues tras. luego. siguiente posterior pasad transcurr entonces desde continuacion',
    it: 'dopo poi. successiv seguent seguito. trascor oltre.',
    pt: 'apos. depois posterior seguinte decorrid desde entao passado passada',
    nl: 'na. daarna nadat vervolgens hierna erna. achteraf later. sinds afgelopen waarna nadien vorige. voormalig',
    pl: 'po. pozniej potem. nastepnie wtedy. temu. poprzedn minion uplywie. zeszly',
    ja: '日後 月後 年後 その後 後日 以後 以降 た後 終了後 解約後 退会後 更新後 完了後 満了後 手続き後 のち あとに あとは あとで してから 次第 間後 後に',
  },
  within: {
    en: 'within during inside between. throughout',
    fr: 'dans. sous. pendant. durant delai',
    de: 'innerhalb binnen innert. wahrend. zwischen. laufe.',
    es: 'dentro durante en. bajo. mientras',
    it: 'entro. durante nei. nel. nella. nell. tra. fra. dentro',
    pt: 'dentro durante em. enquanto sob.',
    nl: 'binnen. tijdens gedurende tussen. binnenin',
    pl: 'ciagu. podczas trakcie. miedzy pomiedzy wewnatrz ramach.',
    ja: '以内 期間内 期間中 期限内 期日内 の間 間に うちに 最中 途中',
  },
  because: {
    en: 'because so. therefore due. reason why. owing cause. causes hence accordingly thus. consequently',
    fr: 'car. parce donc. puisqu raison. raisons. motif pourquoi cause. ainsi. consequen',
    de: `weil. deshalb deswegen daher. wegen. grund. grunde. grunden. aufgrund begrund kundigungsgrund sicherheitsgr infolge folglich somit.
      damit. ursach warum. weshalb namlich mangels anlass. also. demnach.`,
    es: 'porque motivo debido. pues. razon causa. asi.',
    it: 'perche quindi motivo motivi. poiche causa. cause. pertanto percio dunque siccome ragion',
    pt: 'porque pois. motivo devido razao razoes causa. portanto assim.',
    nl: 'omdat want. daarom wegens vanwege reden aangezien doordat daardoor waardoor dus. dankzij waarom derhalve hierdoor oorzaak',
    pl: `poniewaz dlatego powodu. powod. powodem powody powoduj zwiazku. bo. wiec. gdyz przyczyn wzgledu. wzgledow skutek. wskutek zatem. tytulu.
      wobec. stad.`,
    ja: 'ため ので 理由 原因 都合 により につき よって したがって 従いまして ゆえ',
  },
  other: {
    en: "other. others another else. else's different someone somebody instead. alternat elsewhere anyone.",
    fr: 'autre ailleurs differen autrui divers. diverses quelqu.',
    de: `andere anders. anderswo anderweit sonst. sonstig weitere. weiteren. weiterer. weiteres. weiterem. jemand alternativ stattdessen statt.
      unterschied verschieden zusatzlich`,
    es: 'otro. otra. otros. otras. distint diferent alguien demas. ajen terceros',
    it: 'altro. altra. altri. altre. altrove divers differen qualcun',
    pt: 'outro outra diferent alternativ alguem terceiros outrem distint',
    nl: 'ander. andere. anderen anders. elders iemand overige alternatie verschill',
    pl: 'inny inna. inne inni. inaczej zamiast drug ktos. odrebn oddzieln osobn alternat reszt',
    ja: '別の 別途 別件 他の 他に 他社 ほかの その他 代わり 異なる 以外 そのほか 個別 もう一つ',
  },
  time: {
    en: "time. hour minute moment late. early earlier night seconds overnight clock o'clock twice. meantime times.",
    fr: 'temps. heure. heures. minute moment tard. tardi fois. horaire instant tot. nuit longtemps',
    de: `zeit. zeiten. zeitpunkt zeitgleich stunde minut sekunde mal. einmal. zweimal mehrmals diesmal erstmals letztmals uhr. fruh. fruher
      fruhzeitig spat. nacht. nachts. moment. augenblick zwischenzeit`,
    es: 'tiempo hora minut momento vez. veces. noche tarde. temprano segundos.',
    it: 'tempo. tempi. ora. ore. orari. orario minut momento momenti. volta. volte. tardi. nott istant',
    pt: 'tempo. tempos. hora minut momento vez noite tarde. cedo',
    nl: 'tijd. tijden tijdstip tijdelijk uur. uren. minut keer. keren. moment. momenten nacht seconden halfuur kwartier vaak. tijdje tijdvak',
    pl: 'czas. czasu. czasie. czasem. czasow godzin godz. minut chwil raz. razy. sekund moment kwadrans pozno opozn spozn zegar',
    ja: '時間 時刻 午前 午後 時頃 時まで 時から 分前 分後 分間 分以内 秒 深夜 夜間 早朝 早め 遅',
  },
};
