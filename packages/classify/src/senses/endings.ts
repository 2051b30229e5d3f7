// What ends, and how: cancelling, running out, closing, cutting off, leaving.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const endings: Readonly<Record<string, SenseWords>> = {
  cancel: {
    en: `cancel terminat rescind unsubscrib annul void. voided revoc opt. opted optout resign. resigned resigning resignation disenrol dissol
      deregist deactivat surrender abandon repudiat waiv`,
    fr: `resili annul denonc desabonn desinscri desadher demission retract renonc rompu rompre rompt. rompons rupture conge. dissou dissol
      decommand desengag desist resolutoire`,
    de: `kundig gekundig kundbar aufkundig aufgekundig sonderkundig sonderkundigungsrecht kundigungsrecht kundigungsfrist
      kundigungsbestat kundigungsbutt kundigungsschreib kundigungserkl kundigungsformul kundigungsanfr kundigungsantr kundigungswunsch
      kundigungsgrund vertragskundig vertragsaufheb vertragsauflos abokundig widerruf widerrufsrecht widerrufsbel storn stornorech stornogeb
      abbestell abzubestell abmeld abgemeld abzumeld abmeldebest absag abgesagt abzusag terminabs annullier aufheb aufgehob aufzuheb rucktritt
      zurucktret zuruckgetret abbruch abbrech abgebroch nichtig gegenstandslos hinfallig widersprech widerspruch widersproch`,
    es: `cancel rescind rescis anul baja. bajas. desafili desapunt desuscri desinscri desvincul desist renunci resoluc resuelto. extingu extinc
      resolver`,
    it: 'disdet disdi annull recess reced rescind rescis cancella cancellia canceller disiscri rinunc sciolt sciogl risoluz risolt dimission',
    pt: `cancel rescis rescind anul distrat denunci desist desvincul desligament desfili descontrat desmarc baixa. renunci resoluc resolvid
      oposic revog extint extinc extingu`,
    nl: `opgezeg opzeg opzei opgeheven opheff opheft. annul geannul beeindig stopgezet stopzet uitgeschreven uitschrij uitschreef afgemeld afmeld
      afgezegd afzeg herroep ontbind ontbond ontbonden geroyeer royeer royer royement intrek nietig cancel gecancel zegt. zeg. vooropzeg
      afgelas zegde. annuleringsverz herroepingsrecht opzegformulier opzegverzoek opzegvergoeding ingetrok`,
    pl: `anul rezygn zrezygn wypowied wypowiad wymowi rozwiaz odstap odstep odwol zerwa uniewazn wypis zrzec zrzek dezaktyw wypowie. zdezaktyw
      deaktyw zrywa wypisz wypisa`,
    ja: '解約 退会 キャンセル 取消 取り消 解除 取り止め 脱会 退園 退塾 破棄 クーリング 廃止 辞退 解消 打ち切 やめ',
  },
  end: {
    en: 'end. ends. ended ending conclu over. close. closed closing closure terminat finis dissol wound. expire. elaps cessation ceas closes.',
    fr: `fin. fini. finie finis. finit finir finiss finira terme. echeance clotur clos. close. closes. clore prend. prendra. prendront. pris.
      achev bout. issue. conclure conclusion prendre. epuis termine terminon terminant`,
    de: `ende. endes. endet enden. endend geendet beend ablauf abgelauf auslauf ausgelauf erlisch erlosch vorbei. schluss enddatum endtermin
      endabrech vertragsende vertragsbeend monatsende jahresende laufzeitende mietende lieferende semesterende ablaufdatum schlussrech
      aufgebraucht verbraucht`,
    es: 'fin. finaliz final. finales. termin conclu acab extingu extinc culmin finiquit fenec cesa. cese. cesar cesad cesaro cesan.',
    it: 'fine. finisc finit finir termina terminer termine. conclu cess scaden esaur capolinea estin',
    pt: 'fim. final. finais termin termo. encerr conclu acab finaliz cess extint extinc extingu',
    nl: `einde. eind. eindig geeindigd beeindig einddatum afgelop aflop afloop loopt. verloopt. voorbij. eindafrekening eindfactuur eindnota
      ontbonden ontbind afgesloten eindstand afgelopen afloopt`,
    pl: `koniec konca. koncem. koncu. koncz zakoncz zakonczon skoncz zakancz dobieg dobiez wygas wygasz uplyn rozwiaz ustan ustaj ustal. ustala.
      ustalo. ustaly. kres. kresu. zamkn zamyk dokoncz`,
    ja: '終了 満了 終わ 終え おしまい 終結 打ち切 廃止 区切り 満期 解散 失効 完結 閉幕 効力を失',
  },
  expire: {
    en: 'expir laps run. runs ran. elaps invalid forfeit',
    fr: 'expir echu echoi echeance caduc perime. perimee perimes. peremption ecoul revolu depasse',
    de: `ablauf abgelauf abzulauf verfall verfiel auslauf ausgelauf auszulauf erlisch erlosch ungultig verstrich verstreich verjahr lauft.
      laufen. ablaufdatum`,
    es: 'venc vencid caduc expir prescri transcurr agot extingu vencimient',
    it: 'scad scaden scadut decad decors trascor elass',
    pt: 'venc vencid venciment expir caduc esgot decorr transcorr prescr decorrid',
    nl: `verlop verloopt verloop. verloopmeld verliep verval. vervall vervalt vervaldag vervaldat verviel verstreken verstrijk verstreek ongeldig
      aflop afloopt afgelop uitgeput afgelopen`,
    pl: `wygas wygasz uplyw uplyn traci. traca. utraci przedawn przetermin niewazn dobieg dobiez mija. minal minel minie. minely przepad wyczerp
      waznosc nieaktualn`,
    ja: '期限 失効 満了 満期 切れました 切れます 切れとな 過ぎると 過ぎます 経過 時効 消滅 効力を失',
  },
  stop: {
    en: `stop. stops stopp ceas halt discontinu quit retire. retired retires retiring retirement decommission deprecat sunset. sunsetting phased
      scrap. scrapped nonrenew wind. winding`,
    fr: 'arret cesse cessa cessons interromp interrupt stop. stopp abandonn discontinu interruption',
    de: `stopp gestoppt aufhor aufgehort aufzuhor eingestell einstellen. einstellt. einstellung. einzustell unterbrech unterbroch unterbrich
      abbruch abbrech abgebroch abgestell abstell stillgeleg stillleg lieferstopp aussteig ausstieg ausgestieg abschaff abgeschafft
      versorgungsunt`,
    es: 'dej deten detien detuv parar parad paramos paro. pare. paralic paraliz cesa. cese. cesar interrump descontinu cesad cesan. cesaro',
    it: 'interromp interrott interruz ferm smett smess cess stop. arrest',
    pt: 'parar parou paramos parad pare. parem. interromp cess deix descontinu paralis',
    nl: `stop. stopt stopp stopdag gestop stak. staak staken staking gestaak stopgezet stopzet ophoud opgehouden uitgefaseer afgeschaft afschaf
      stilgelegd`,
    pl: 'wstrzym zatrzym przerw przeryw zaprzest przesta ustan ustaj ustal. ustala. ustalo. ustaly. zaniech wygasz wycof likwid zlikwid stop.',
    ja: '停止 中止 止め 打ち切 止まり 止まっ 廃止 休止 やめ 中断 終売',
  },
  close: {
    en: 'close. closed closing closure shut. shuts shutting shutdown shutter wind. winding wound. liquidat closes.',
    fr: 'ferm clotur clos. close. closes. clore solder soldee dissou dissol liquid referm',
    de: `schliesse schliesst schliessung geschloss abgeschloss auflos aufgelos aufzulos kontoschliess liquidier stillgeleg stillleg abwickl
      abgewick vertragsauflos verschloss zugemacht`,
    es: 'cerr cierr clausur liquidac liquidad liquidar',
    it: 'chiu estin liquidaz',
    pt: 'encerr fech liquidad liquidac liquidar',
    nl: 'sluit afsluit gesloten afgesloten sloot. dicht. dichtgaa dichte. opgeheven opheff toegesloten',
    pl: 'zamkn zamyk zlikwid likwid domkn domyk upadlos nieczynn',
    ja: '閉鎖 閉じ 閉店 終結 閉め 閉栓 廃業 解散 閉園 閉校 閉館 クローズ 撤退 清算',
  },
  cut: {
    en: `disconnect deactivat disabl switch. switched switching turn. turned turning off. revok unplug cut. cutting cutoff inactiv offline
      dormant barred decommission logout interrupt cuts. turns.`,
    fr: 'coupe coupure coupant desactiv debranch eteint eteign eteind deconnect revoqu revocat desinstall neutralis',
    de: `abgeschalt abschalt abzuschalt ausgeschalt ausschalt deaktiv inaktiv trenn getrennt gesperrt abgeklemm abklemm entzog entzieh entzug
      abgestell abstell abgehangt deinstall herunterfahr heruntergefahr stillgeleg stillleg ausgebau abgebau gekappt stummgeschalt offline
      trennung`,
    es: `desconect desconex desactiv deshabilit inhabilit corte. cortes. cortad cortar cortam corta. cortas. cortaste apag revoc desenchuf
      desinstal inactiv`,
    it: 'disattiv scolleg spent spegn stacc distacc revoc dismess dismett disabilit disinstall disconness disconnett tagliat',
    pt: 'deslig desligament desativ desabilit inativ desconect desconex desinstal corte. cortes. corta. cortad cortar cortam cortou cortass revog',
    nl: `afgesloten afsluit afgekoppel afkoppel losgekoppel loskoppel ontkoppel uitgeschakel uitschakel gedeactiv deactiv uitgezet uitzet
      ingetrok intrek verbroken verbreek verbrek onderbro onderbre afgebroken afgezet inactie uitgelogd ontzegd ontnomen afgeknip uitgeval`,
    pl: `wylaczy wylacza wylaczo wylacze wylacz. odlacz dezaktyw deaktyw zdezaktyw odciet odciec odcina odetn cofn rozlacz nieaktywn unieruchom
      wylogow niedostepn offline.`,
    ja: '無効 切断 遮断 利用停止 使えなく 使えません 切り離 取り外 撤去 供給停止 ログアウト オフに 停波',
  },
  remove: {
    en: `remov withdr taken off. lift. lifts lifted lifting releas drop. drops dropped dropping unlink struck detach uninstall deregist unenrol
      pulled discard`,
    fr: `retir retrait. retraits. supprim suppress leve levee lever. radiation radier radie. radiee enlev detach sorti sortez libere liberon
      liberat exclu. exclue exclusion decroch demont dissoci`,
    de: `entfern gestrich streichen. streicht. streichung herausgenomm herausnehm entlass ausgetrag austrag auszutrag geloscht ausgeschloss
      ausschluss ausschliessen auszuschliess zuruckgezog zuruckzieh zuruckgenomm zurucknehm rucknahm freigegeb freigeb freigab freizugeb
      aufgehob aufheb aufzuheb abgebau abgehangt deinstall entnomm`,
    es: `retir elimin quita. quitad quitar quitam quitaste quite. quiten. quitan. libera libere levant desvincul suprim excluid excluy expuls
      saca. sacam sacad desaparec`,
    it: `rimoss rimuov rimozion elimin tolt togli tolg ritir svincol radiat radiaz smont disinstall depenn liberato liberata liberare escluso.
      esclusa. esclusion soppress`,
    pt: 'remov remoc retir elimin exclui exclusao libera libert liberou libere levantad tirar tiram tirad tirou desvincul suprim desaparec',
    nl: `verwijder gehaald weggehaald weghal weghaal ingetrok intrek vrijgegev vrijgemaakt geschrapt schrap doorgehaald doorhal afgevoerd
      losgekoppel uitgeschreven ontkoppel afgehaald wegdoen weggedaan gewist`,
    pl: `usun usuw wycof skresl wykresl zdjet zdjac zdjel zdejm wyrejestr wypis zwolnil zwolnion zwalnia odpiet odpiel odinstal demont zdemont
      wyklucz wyrzuc sciagn wypisz wypisa`,
    ja: '削除 抹消 外し 外れ 外す 外さ 除外 除名 取り外 撤去 除籍 除きました 取り除 登録解除 取り下げ 抜け アンインストール',
  },
  leave: {
    en: `leav left. departure departing departed departs depart. exit. exits exiting goodby bye. farewell resign. resigned resigning resignation
      vacat quit parting`,
    fr: `quitt depart. departs. partez partira partirez partirons partiri partir. parti. partis. partent. pars. adieu revoir sorti sortez sortant
      demission conge. separe separon separat`,
    de: `verlasse verlasst verliess gehen. gehst. gegang weggeh abschied verabschied austritt austret ausgetret auszutret austrittsgesuch
      ausscheid ausgeschied scheiden. scheidet. weggang wegzug wegzieh auszug. auszugs auszieh ausgezog adieu ade. tschuss lebewohl rucktritt
      zurucktret zuruckgetret aussteig ausstieg ausgestieg abreise trennung`,
    es: `dej marchar marchas. marche. marcho. despedi despid adios ir. irte irse irme vas. vayas vaya. abandon salid salir sale. sales. salga
      salio salim renunci desafili desapunt desvincul saldr`,
    it: 'lasci andar andat addio uscit uscir esce. esci. escono arrivederci abbandon conged commiat salutar dimission partirai rinunc',
    pt: 'sair saida sai. saiu saem. saia. saindo despedi despede adeus deix abandon desvincul desligament desist',
    nl: `verlaat verlat verliet vertrek vertrok weggaa weggega wegga. vaarwel afscheid uittred uittree uitgetreden ziens ontslag uitgestapt
      uitstappen uitstapt`,
    pl: `odchod odejs odejd odszed odeszl pozegn zegn opuszcz opusc rozstan rozstaj wystap wyszed wyszl wychodz wyprowadz zostaw widzenia.
      zobaczenia. uslyszenia. rezygn zrezygn pozegnaln`,
    ja: 'お別れ 離れ 脱退 退出 退会 脱会 退園 退塾 退去 退職 さようなら さよなら 卒業 転出 辞め 退店 退室 お見送り 抜け 退団 退寮',
  },
  delete: {
    en: 'delet erase. erased erases erasing erasure wipe. wiped wipes wiping purg destroy permanently irrevers shred',
    fr: 'effac detrui destruct supprim suppress purg ecras',
    de: 'losch geloscht loschwunsch loschantr domainlosch vernicht zerstor unwiderruf entsorg',
    es: 'borr elimin suprim destru vaciad vaciar vaciam depurad',
    it: 'elimin cancella cancellia canceller svuot distrug distrutt',
    pt: 'apag elimin exclui exclusao destrui esvazi suprim',
    nl: `verwijder gewist wis. wissen wist. uitgewist vernietig geschoond opgeschoond leeggemaakt weggegooid weggooi opgeruimd onherstelbaar
      onherroepelijk`,
    pl: 'usun usuw skasow kasuj kasow wymaz wykresl zniszcz nieodwracaln bezpowrotn trwale. wyczysc wyczyszcz utyliz skasuj',
    ja: '削除 消去 抹消 破棄 消しました 消して 消えて 消えま 消える 消滅 廃棄 処分 初期化 復元でき',
  },
  suspend: {
    en: 'suspen block restrict lock. locked locks locking lockout freez froze ban. banned barred throttl',
    fr: 'suspen bloqu restreint restreign restrict gel. gele gelon verrouill fige. figee figes. interdi',
    de: `gesperrt sperre. sperren. sperrt. sperrung ausgesetz aussetz auszusetz eingeschrank einschrank beschrank blockier geblockt suspendier
      eingefror einfrier verbannt limitiert`,
    es: 'suspend suspens bloquea bloqueo bloquee restring restric congel inhabilit inmoviliz',
    it: 'sospen sospes blocc limitat limitaz congel restriz inibi interdett vietat',
    pt: 'suspen bloque restring restric congel',
    nl: `opgeschort opschort geblokkeer blokk beperkt. beperken beperking geschors schors bevroren bevriez bevries vergrendel opgesloten
      stilgelegd stilleg gedegradeer`,
    pl: 'zawies zablok blokad blokuj blokow ogranicz zamroz zamraz zban banuj unieruchom spowoln',
    ja: '停止 凍結 制限 ブロック ロックさ ロックし 締め出 差し止め 非公開 規制',
  },
  pause: {
    en: 'paus hold. holds holding snooz skip break. defer postpone interrupt standstill vacation',
    fr: 'pause report. reporte reports. reporton gel. gele gelon saut repouss ajourn decale. decalee decaler differe. differee differer treve',
    de: `pausier pause ruht. ruhen. ruhend ruhezeit ruhestell ruhephas unterbrech unterbroch unterbrich aussetz ausgesetz auszusetz auszeit
      uberspring ubersprung lieferpaus spendenpaus verschieb verschob aufschub gestundet stundung vorubergehend winterpaus urlaub`,
    es: 'paus congel saltar saltas saltad salte. omit aplaz pospon pospuest posterg',
    it: 'pausa salt rinvi posticip rimand congel slitt',
    pt: 'paus congel adia. adiad adiar adiam pular pule. pulad saltar salte.',
    nl: 'pauze gepauzeer onderbro onderbre stilgezet stilzet stilgelegd overgeslagen overslaa uitgesteld uitstel opschort winterstop sportpauze',
    pl: 'wstrzym pauz zawies przerw przeryw zamroz zamraz pomin pomij odrocz odracz odloz przeloz przesun urlop wakacj',
    ja: '一時停止 休止 休会 スキップ お休み 中断 保留 休園 休学 休館 延期 先送り 見送り 猶予 一時的',
  },
  resume: {
    en: `resum reactiv restart restor restored reinstat rejoin resubscrib reopen reconnect unfreez unsuspend unpaus unblock reenrol rebook anew.
      afresh recover`,
    fr: `repren repris reactiv relancer relancez relancon relancee retabl reabonn restaure rouvr rouver reouv redemarr recommenc reinscri readher
      retrouv debloqu deverrouill repart. repartir. redevien redevenir`,
    de: `wiederauf reaktiv wiederher fortgesetz fortsetz fortzusetz fortgefuhr fortfuhr fortzufuhr wiederansch wiedereins wiedereint wiedereroff
      wiederbeleb entsperr erneut. weitergefuhr freischalt freigeschalt`,
    es: 'reactiv reanud restabl retom reinici rehabilit reabr reabier reapert reinscri reincorpor recuper restaurad restaurar restaurac',
    it: `riattiv ripreso ripresa riprese riprend ripristin ripart riapr riapert riabbon reiscri riscriv ricominc riavvi sblocc riaccend riallacc
      rientr`,
    pt: 'reativ retom restabel reinici reabr reabert reinscri recuper religad religar religa. reabilit restaurad restaurar restaurac',
    nl: `hervat heractiv hersteld herstel. herstellen herstelt heropen heropstart herstart opnieuw gedeblokkeer deblokkeer hernem herneem
      heraansluit heringeschr herinschr teruggezet terugzet`,
    pl: 'wznow wznaw reaktyw przywroc przywrac odblok odwies odmroz odzysk ponown znow. znowu. uruchom',
    ja: '再開 再登録 再契約 復活 復帰 復旧 復会 再入会 再加入 再び 再度 元どおり 回復',
  },
  switch: {
    en: `switch. switches switched switching move. moved moves moving upgrad downgrad transfer migrat convert replac swap. swapped swaps swapping
      chang updat amend modif reassign port. ported porting conversion`,
    fr: `chang passer. passera passez passons passeron bascul transfer migrat migre remplac modifi cession ceder echange substitu converti
      portabilit mutation upgrad evolu bouge passage.`,
    de: `wechsel gewechsel wechsle wechselwunsch umgestell umstell ubertrag ubertrug ersetz ersatz geandert andern. andert anderung andern abgeander verander umzieh umgezog umzuzieh umzug migrier migrat upgrade downgrade tausche tauschst tauscht. getauscht
      austausch ausgetausch umtausch umgewandel umwand portier rufnummernmit umgeschrieb umschreib umgemeld ummeld umbuch umgebuch anpass
      angepass anzupass aktualisier anbieterw tarifwechs preisander preisanp preiserh zuruckgestuft herabgestuft hochgestuft modifizier
      umstieg umsteig konvertier geaendert`,
    es: `cambi migr transfer transferencia traslad traspas sustitu reemplaz mudanz mudar mejora convert conviert actualiz modific portabilidad
      cesion`,
    it: `cambi passat passagg passar passa. passano. migr trasferi sostitu convert modific scambi portabil subentr voltur spost passera.
      passeranno upgrad downgrad`,
    pt: 'mud mudanca troc migr transfer transferencia substitu alter convert atualiz modific cessao portabilidade',
    nl: `wissel gewisseld overgezet overzet overgestap overstap verhuiz vervang gewijzig wijzig verander omgezet omzett overgedragen overdra
      overgeschakel overschakel upgrade downgrade aangepast aanpas ruilen geruild ingeruild omgeruild omruil migreer migrat gemigr verplaats
      stapt. overgang overname overgenomen verhuis`,
    pl: `zmian zmien przenies przenos zastap zastep zamien zamian wymian wymien migr zmigr przelacz przejd przejs przeszed przechodz zaktualiz
      aktualiz modyfik zmodyfik przejmu przejmie przejel przepisa przepisz cesj przesun przeloz przeprowadzk konwer przejeci przeszla.
      przeszlo. przeszly.`,
    ja: '変更 移行 切り替え 切替 乗り換え 乗換 移管 移り 移転 転出 引き継 更改 改定 改め 交換 入れ替 アップグレード ダウングレード 変わり 差し替 譲渡 転籍 振り替',
  },
  last: {
    en: 'last. finalis closing. lastly ultimate definitive final',
    fr: 'dernier derni final. finale. finals. finales. finaux ultim definitif definitiv',
    de: 'letzt zuletzt abschluss schluss schlussrech abschlussrech endabrech endgultig abschliessend final definitiv letztmals',
    es: 'ultim final postrer definitiv',
    it: 'ultim finale finali definitiv conclusiv',
    pt: 'ultim final derradeir definitiv',
    nl: 'laatst slotfactuur slotdatum slotafrek slotnota eindafrekening eindfactuur eindnota definitie finale tenslotte voorgoed',
    pl: 'ostatn koncow finaln ostateczn definityw pozegnaln',
    ja: '最終 最後 ラスト おしまい 締めくくり 末日 終号',
  },
  noMore: {
    en: 'longer anymore further. more. never none. nothing neither nor. nobody nowhere',
    fr: 'plus. aucun rien. jamais davantage ni. nul. nulle. guere',
    de: 'mehr. kein nichts nie. niemals niemand nirgend weder. weitere. weiteren. weiterer. weiteres. weiterem. nimmer',
    es: 'mas. ningun nada. nadie. nunca jamas tampoco ya. ni.',
    it: 'piu. nessun nulla niente mai. alcun. alcuna. alcuno. ulterior neanche neppure nemmeno',
    pt: 'mais. nenhum nada. ninguem nunca jamais ja. nem. tampouco',
    nl: 'meer. geen. niets niks. nooit verdere. langer niemand nergens evenmin noch. nimmer',
    pl: 'wiecej zadn zaden juz. nic. nigdy dalsz dluzej niczego niczym. nikogo nikomu nikt. nigdzie',
    ja: '以後 これ以上 一切 いっさい 今後は 今後の 今後お 今後ご なくなり なくなっ 二度と もはや いかなる 何も これ以降',
  },
  until: {
    en: 'until till. through. upto til. thru throughout',
    fr: 'jusqu',
    de: 'bis. langstens',
    es: 'hasta',
    it: 'fino sino. finche',
    pt: 'ate.',
    nl: 'tot. totdat tm. zolang',
    pl: 'do. dopoki poki. dopoty az. dotad',
    ja: 'まで',
  },
  go: {
    en: `go. goes going. gone went pass. passed passes passing comes. come. came. coming lose. loses losing lost. loss. away disappear vanish
      forfeit`,
    fr: `va. vont. vais. aller. allez. allait allons. vient. viennent venir. viendr venu. venue. perd. perds. perdr perdez perdent perdons perdu.
      perdus. perdue perte arriv passe. passera passes. disparai disparu partent.`,
    de: `geht. gehen. gehe. geh. gehst. ging. gingen. gegang lauft. laufe. laufen. fallt. fallen. entfall entfiel wegfall weggefall verlier
      verlor verlust verschwind verschwund kommt. kommen. kam. kamen. gekommen weg. vorbei. verfall`,
    es: 'va. van. vamos. vas. vaya. vayas ir. ira. iran. fueron. pasa pasad pase. pases. paso. perd pierd lleg viene. vienen. vino.',
    it: 'va. vai. vada vanno andra andat passa. passano. perd perso. persa. persi. perse. arriv spari scompar passera.',
    pt: 'vai. vao. vamos. va. ir. ira. passa passou perd perca cheg vem. vir. veio. venha passado passada',
    nl: `gaat. gaan. ga. ging. gingen gegaan loopt. lopen. liep. komt. komen. kwam. kwamen gekomen verliest verliez verlies. verloor verlor kwijt
      verdwijn verdwen vervalt. voorbij. weg. langsgek opengaa`,
    pl: `poszl poszed przechodz przejd przejs przeszed traci traca. tracac utrac utrat mija. minal minel minie. minely znik przepad odplyn straci
      strace. straca. przeszla. przeszlo. przeszly. idzie. idziesz. utraci`,
    ja: 'なくな 失わ 失い 失う 過ぎ 消え 消滅 喪失 経過 去り',
  },
};
