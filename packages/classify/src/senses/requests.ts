// Who asked and what became of it: requests, receipts, confirmation, handling, waiting, proof.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const requests: Readonly<Record<string, SenseWords>> = {
  request: {
    en: 'request ask. asked asking asks applicat apply. applied applying instruct wish. wishes. wished notices submit enquir petition demand notice.',
    fr: 'demand souhait sollicit requete reclam instruct exig. candidat',
    de: `wunsch. wunsches. wunsche. kundigungswunsch kundigungsantr kundigungsanfr loschwunsch loschantr wechselwunsch austrittsgesuch
      erstattungsantr aufnahmean antrag anfrag angefrag gebeten bitten. bat. baten. beantrag erbeten erbitt verlange. verlangen. verlangst
      verlangt. gewunscht ersuch anforder angeforder anliegen auftrag beauftrag aufforder zahlungsauff bewerb gesuch anweis angewies weisung
      fordern. antragsgem beauftragt eingereicht einreich`,
    es: `solicit solicitad solicitast petici pedido pedir pedist pedid pedim pidi pide. piden. pido. ruego. instrucci ordeno. orden. requer
      requier reclam demand encargo candidatur`,
    it: 'richies richied domand chiest chied sollecit reclam candidat istanza istruzion',
    pt: 'pedido pediu pedir pedim pedist pede. pedem. peco. peca. solicit requer requisi candidatur instruc ordem. reclam solicitad',
    nl: `verzoek verzocht aanvraag aanvrag aangevraagd gevraagd vraag vragen. vroeg. wens gewenst opdracht ingediend instructie aangegeven opgave
      kennisgev annuleringsverz indienen. indient. opzegverzoek`,
    pl: `prosb wniosek wniosk wnios zlecen zyczen popros prosil prosisz. prosi. zglosz zglos zglas zloz skladam skladasz zadanie. zadania.
      zadaniu. zadaniem. zadal dyspozyc deklarac polecen zapytan oswiadczen domaga aplikuj podanie.`,
    ja: '申請 依頼 要望 申し込 申込 申し出 お申出 申し立て 申し入れ 届出 届け出 退会届 解約届 廃止届 リクエスト 要請 指示 希望',
  },
  yourWill: {
    en: 'requested. request. accordance according following. per. instruct behalf wishes. wished agreed. asked.',
    fr: 'conforme suite. selon volonte initiative consigne instruct convenu voeu gre. decision',
    de: `wunschgem wunsch. wunsches. gewunscht auftrag beauftrag gemass antragsgem vereinbarungsgem entsprech entsproch hin. daraufhin stattgegeb
      nachgekomm willen. veranlass anweis beauftragt`,
    es: `segun. conforme siguiendo tal. petici solicitad solicitast pediste. pidio. instrucci voluntad deseo. deseos. ordeno. cumplimient encargo
      intencion atendiendo.`,
    it: 'seguito. secondo. conform dispost concordat istruzion decision iniziativ volonta. intesa.',
    pt: 'conforme seguimento segundo. consoante tal. sequencia seguindo pediu. pediste. solicitou. solicitad vontade instruc intenc desejo.',
    nl: 'overeenkomstig conform volgens namens ingevolge aanleiding gevraagd verzoek. gewenst. aangegeven. afgesproken opdracht.',
    pl: `zgodnie wskutek zyczen zyczyl zyczysz wola. wole. woli. dyspozyc polecen decyzj prosb wniosek wniosk zadanie. zadaniem. zadania. stosown
      podstawie. uzgodn ustalil ustalon ustalen intencj imieniu.`,
    ja: 'ご希望 お申し出 ご意向 ご意思 ご意志 ご依頼 ご要望 ご指示 ご指定 ご都合 お望み ご判断 お選び ご自身 に基づ に従い にしたが に応じ いただいたとおり のお手続きにより',
  },
  receive: {
    en: 'receiv got. reach. reached reaches reaching arrive arriving arrival landed obtain',
    fr: 'recu. recus. recue. recues. reception recev recoi recepis parvenu parvien parvenir arriv recuper obten obtien percevoir',
    de: `erhalt eingegang eingang eingangsbest eingeht zahlungsein spendenein empfang. empfange empfing empfiehl bekomm bekam zugegang angekomm
      ankomm ankunft erreich eingetroff eintreff vorlieg entgegengenomm entgegennehm kriegst zukommen.`,
    es: 'recib lleg obten obtien obtuv acusam',
    it: 'ricevuta ricevute ricev ricez perven perverr arriv giunt otten ottien',
    pt: 'receb cheg obter obtem obtev acusam',
    nl: `ontvang ontving binnengek binnenkom binnenkwam krijg kreeg kregen gekreg bereikt aangekomen aankom arriveer gearriveerd toegekomen
      ontvangstbevestig`,
    pl: `otrzym wplyn dotar dotrz przyjel przyjec przyjet przyjm przyjal. przyjac. przyjdz przyjed dostal dostan dostaj dostac. dostawa. odbior
      odbierz odbier odebra trafi. trafil doszl doszed nadesz uzysk`,
    ja: '受け取 受領 受理 拝受 受付 受け付け 承り 届きました 届いて 届いた 到着 受信 お受け 入手',
  },
  confirm: {
    en: 'confirm acknowledg verif validat certif approv authoris agreed ratif',
    fr: 'confirm attest attestation accus validation valider validez validee validon certifi certificat constat',
    de: `bestatig bestatigungsl bestatigungscode bescheinig quittier attest zertifi beglaubig verifiz genehmig zustimm zugestimmt
      einverstand anerkenn anerkannt validier kundigungsbestat abmeldebest eingangsbest bestellbest auftragsbest anmeldebest buchungsbest
      spendenbest zuwendungsbest zertifikat zusage`,
    es: 'confirm acredit verific ratific corrobor constat consta. certific certificad acuse.',
    it: 'conferm attest attestat certific certificat verific convalid accert riscontr',
    pt: 'confirm atest verific certific certificad ratific comprov consta. atestad verifiq',
    nl: 'bevestig ontvangstbevestig akkoord verifi goedkeur goedgekeur bekrachtig erken hierbij verificatiecode',
    pl: 'potwierdz zatwierdz akcept zaakcept weryfik zweryfik zgoda. zgode. zgody. zgodz uznan aprob poswiadcz zaswiadcz zezwol autoryz autoryzac',
    ja: '確認 承認 確定 認証 同意 合意 承諾 了承 承知 検証 許可 確かに 間違いな',
  },
  process: {
    en: `process handl record. recorded recording records register enter. entered. actioned dealt dealing accept noted. logged. implement approv
      carried lodged executed`,
    fr: 'traite traiton enregistr prise. prises. pris. prenons. acte. actee accept instrui saisi. saisie prenez.',
    de: `bearbeit bearbeitung vermerk erfass veranlass umgesetzt umsetz. umsetzen umsetzung aufgenomm aufnehmen registrier eingetrag eintrag
      hinterleg verbucht vorgemerk vormerk notier verarbeit ausgefuhr ausfuhren ausfuhrung auszufuhr abgewick abwickl vorgenomm entgegengenomm
      akzeptier angenomm annehmen annahme eingepfleg weitergeleit weiterleit beauftragt dokumentier protokollier ubernomm ubernehm angelegt
      vorgang`,
    es: 'tramit proces registr registro gestion atend atiend anot acept cursad cursar expedient ingresad proced',
    it: `elabor registrata registrato. registrati registraz registria registra. evas gestion gestit gestir gestisc presa. preso. prendiam atto.
      carico. accett accolt lavoraz inserit procede procedia`,
    pt: `process regist registro tratad tratar tratam trate. efetu atendid atendem aceit executad executam executar executou encaminh formaliz
      protocol tramit gestao aprovad aprovac`,
    nl: `verwerk geregistreer registrat registreer afgehandel afhandel behandeld behandelt behandelen genoteerd noteer noteren vastgelegd
      doorgevoerd doorvoer uitgevoerd uitvoer ingevoerd opgenomen opgetekend geaccepteer accepteer aanvaard ingeboekt ingewilligd geregeld
      regelen toegepast ingegaan`,
    pl: `przetwor przetwarz zarejestr rejestr rejestracj realiz zrealiz zrealizow obslug obsluz odnotow wprowadz zaksieg zapis zapisz przyjel
      przyjet przyjm uwzgledn zalatw wdroz wykonuj bieg. proces. procesu procesie`,
    ja: '処理 手続 登録 対応 実行 反映 記録 受理 作業 実施 手配 進め 承認 措置',
  },
  done: {
    en: 'complet success. successful succeed done. finali finalis settled. carried resolved sorted granted accomplish executed',
    fr: `effectu abouti succes. fait. faite. bien. reussi achev accompli complet. complete execut realis fini. finie acquis finalis termine
      terminon terminant`,
    de: `abgeschloss abschliessend erfolgreich vollzog vollzieh vollzug erledig durchgefuhr durchfuhr fertig. geschafft ausgefuhr vollstandig
      erfolgt erfolgen. umgesetzt geklappt gelung gemacht getan. beglich komplett gelost. behob vollendet`,
    es: `complet exito efectu realiz hecho hecha. hechas. correctamente resuelt resolvi llevad satisfactori listo. listos. cumplid ejecutad
      ejecutar ejecuto. ejecutam`,
    it: `complet successo. effettua effettui avvenut correttamente eseguit termina terminer finit ultimat fatto. fatta. riuscit esito. compiut
      regolarment conclu perfezionat`,
    pt: 'conclu sucesso efetu realiz feito feita complet pronto pronta resolv resolvid executad executou cumprim cumprid cumpriu',
    nl: `voltooid gelukt succesvol afgerond afrond geslaag klaar gereed geregeld orde. afgewikkel afgehandel gedaan. volbracht uitgevoerd gebeurd
      opgelost lukt. lukte.`,
    pl: `pomyslni pomyslny zakonczon wykona sukces gotowe. zrealizow zrobion zrobil zalatw dokona spelni skuteczn ukoncz finaliz sfinaliz dopeln
      przeprowadzon zaksieg`,
    ja: '完了 済み 済ませ 済んで 成功 成立 無事 正常 確定 達成 終えました 整いました 滞りなく',
  },
  pending: {
    en: 'pending review examin await checking checked check. progress wait underway queue assess investigat evaluat processing.',
    fr: 'attente attend examin cours. verif etudie etudion etude. patien analys suspens.',
    de: `pruf gepruft uberpruf warten. wartet. warte. gewartet abwart abzuwart wartezeit wartesch wartelist ausstehend bearbeitung untersuch
      geduld begutacht klarung`,
    es: 'pendiente revis estudi estudio esper comprob curso tramite. examin analiz analis evalua valora aguard supervis comprueb',
    it: 'attesa attese. attend aspett verific esamin corso. valutar valutat valutaz valuter lavoraz controll pendent pazien',
    pt: 'pendent anali esper aguard verific andamento curso avaliar avaliam revis tratar examin verifiq',
    nl: `behandeling wacht. wachten wachtrij wachtlijst wachttijd afwacht afgewacht beoordel beoordeel controle gecontroleer onderzoek onderweg
      bezig nakijk nagekeken lopend. check. checken voorlopig`,
    pl: 'oczek rozpatr rozpatrz weryfik sprawdz trakcie. czeka zaczeka kolejk kolejce. toku. analiz rozwaz wyjasn niezakoncz niedokoncz poczekaj',
    ja: '審査 確認中 保留 検討 お待ちください お待ちいただ 処理中 手続き中 申請中 調査 精査 順番に しばらく 仮受付 承認待ち 確認待ち 照会',
  },
  click: {
    en: 'click button link. links linked here. tap. taps visit. press. follow. below. hit. swipe',
    fr: 'cliqu clic. clics. bouton lien ici. appuy visitez touche. consultez suivez',
    de: `klick angeklickt geklickt button link. links. verlink hier. schaltflach knopf tippe antipp besuche besucht unten. bestatigungsl zugangsl
      kundigungsbutt`,
    es: 'clic. haga. haz. boton enlac aqui pulsa pulse pinch toca. toque. visita. visite. link',
    it: 'clic. clicc pulsant link. qui. bottone tocca.',
    pt: 'clic cliq botao botoes link aqui toque. toca. carregue carregou visite visita.',
    nl: 'klik geklikt knop link. links. hier. tik. druk. hieronder bezoek.',
    pl: 'klik przycisk link linki linku odnosnik tutaj tu. wejdz przejdz. nacisn wcisn dotkn odwiedz ponizej ponizsz zakladk zakladc zobacz.',
    ja: 'クリック ボタン リンク こちら 押して 押す タップ 下記 下の 開いて アイコン',
  },
  contact: {
    en: `contact help support. supported supporting supports question answer reply replies replied enquir ask. touch. desk assist hotline speak
      talk. feedback respond response. complaint`,
    fr: 'contact aide assist question repon client joindre joignab support conseiller ecrivez interlocut',
    de: `kontakt hilfe helf hilft geholfen support frage fragt ruckfrage gefragt antwort beantwort kundenserv kundendienst kundenbetreu
      kundencent kundenhot kundenport hotline unterstutz erreichbar ansprechp ruckmeld melden. meldet. melde. ruckruf zuruckruf sprechen.
      wenden. beschwerd serviceteam leserserv sekretariat feedback beratung berater`,
    es: 'contact ayud soporte pregunt duda. dudas. atencion consult respuest respond asist client escribanos. escribenos.',
    it: 'contatt aiut assist domand support rispond rispost consulent client',
    pt: `contat contact ajud apoio suporte duvid atendiment pergunt respost respond client assistenc assistent fale. falar consult ouvidoria
      esclarec`,
    nl: `contact. contactg contacte gecontacteer hulp. help. helpen helpt. helpdesk support. supportt supporta ondersteun vraag. vragen.
      vragenlijst klantenservice klantendienst lezersservice antwoord beantwoord reageer reager reactie bereikbaar callcenter balie klacht`,
    pl: `kontakt skontakt pomoc pomoz pomag wsparc pytan zapytan biuro biura. biurze. odpowiedz odpowiem odpowie. odpowiad odpisz konsult doradc
      infolini recepcj obslug reklamac dzial. dzialu. dziale. skarg opini ankiet helpdesk`,
    ja: '問い合わせ 問合せ サポート 質問 連絡 相談 窓口 返信 返事 回答 お答え ヘルプ センター オペレーター 事務局 担当 お手伝い ご意見 アンケート フロント',
  },
  correspondence: {
    en: `letter call. calls calling called phone. phoned phones phoning telephone chat. chats chatting wrote write. writes writing written email
      mail. mailed message online. text. texts fax. postal post. inbox spoke. conversation`,
    fr: `courrier lettre appel telephon recommande. recommandee ligne courriel mail. mails. ecri ecrivez chat. tchat sms. postal pli.
      conversation email. emails.`,
    de: `schreiben. schreibens. schreib. schreibe. schreibt. geschrieb anschreiben kundigungsschreib brief. briefe. briefen. briefs. briefk
      leserbrief anruf angeruf anzuruf telefon telefonnumm mail. mails. mailadr email emails. online. post. postweg postalisch chat. chats.
      chatverl nachricht sms. fax. faxserv gesprach einschreiben. textform schriftlich schriftform rufen. ruf.`,
    es: 'carta. cartas. llam telefon escrito escrita escrib correo mensaje. mensajes. email mail. chat. whatsapp sms burofax online',
    it: `lettera lettere. chiamat chiamar chiami. telefon raccomandat mail. email. pec. scritt scrive scrivi scrivo scriss sms. chat. posta.
      postal online corrispondenz`,
    pt: `carta. cartas. ligacao ligacoes ligar ligue. ligou telefon escrito. escrita. escrev email mail. mails. mensag correio chamad chat.
      whatsapp sms online`,
    nl: `brief. brieven briefpost telefoon telefon schrijven. schrijf. schreef geschreven mail gemaild gesprek bericht tegenbericht sms. chat.
      chatte gechat appen. whatsapp bel. bellen belt. belde gebeld schriftelijk aangetekend online post. postbus telefonie telefoonnummer`,
    pl: `list. listu. listem. listy. listow pismo pisma. pismem pisemn telefon rozmow rozmaw mail email wiadomosc sms czat poczt pisz. pisal
      zadzwon korespond polecon faks koperta skrzynce. skrzynki. chat. chatu napisz napisal napisac napisan dzwonic dzwoni. oddzwon pisac.
      pisze.`,
    ja: '電話 書面 メール 郵送 郵便 手紙 封書 書留 はがき ハガキ チャット メッセージ ファックス 文書 返信 同封 投函 オンライン 口頭',
  },
  document: {
    en: 'form. forms document signature proof sign. signs signed signing attach certificat enclos paperwork pdf. declaration passport copy. evidence',
    fr: `formulaire document signature justificat attestation joint certificat signe. signee signer signez piece. pieces. preuve annexe
      declaration pdf. papier`,
    de: `formular kundigungsformul dokument unterschrift unterschreib unterschrieb unterzeichn nachweis bescheinig meldebesch spendenbest
      zuwendungsbest anhang. anhange. beigefug beilieg beigeleg anbei. anlage. anlagen. signatur pdf. zertifikat zeugnis unterlage
      vertragsunterl vollmacht vordruck kopie urkunde sterbeurk ausweis personalausw attest versicherungsschein erklarung kundigungserkl
      papier. kundigungsschreib ubergabeprot fragebogen`,
    es: `formulario document firma. firmas. firmad firmar firmo firme. justificante certificad adjunt anex impreso. hoja. acta. pasaporte
      escritura borrador comprobante`,
    it: 'modulo. moduli. document firma firmi certificat attestat allegat allegh dichiaraz pdf. giustificat',
    pt: 'formulario document assinad assinar assinou comprovant comprovativ certificad certidao anex declarac ficha procurac ata. atestad passaporte',
    nl: `formulier opzegformulier document handtekening ondertek getekend tekenen. bewijs bijlage bijgevoegd bijgaand attest certificaat akte.
      akten paspoort pdf. kopie verklaring identiteitsbewijs ontvangstbewijs papieren. papier. bijgesloten meegestuurd documenten`,
    pl: `formularz dokument podpis zaswiadcz zalacz certyfik oswiadczen pdf. protokol dowod. dowodu legitym paszport deklarac swiadectw blankiet
      pisemn skan. skanu druk. wniosek. wniosku.`,
    ja: '書類 フォーム 署名 証明書 添付 用紙 資料 文書 押印 印鑑 記入 控え 本人確認 契約書 申込書 確認書 パスポート 通知書 退会届 解約届',
  },
  violation: {
    en: 'violat breach abus fraud misuse infring misconduct rules. illegal unauthor scam. offence banned. noncompli spam. unlawful mislead',
    fr: 'violation manquement abus fraud infraction enfrei contreven illici illega tricher triche. spam',
    de: `verstoss verstiess verletz missbrauch betrug. betrugs betruger zuwider unzulass unbefugt rechtswidrig unerlaubt spam. phishing
      regelverst illegal missacht fehlverh hausverbot tauschung`,
    es: 'infrac infring incumpl abus fraud viola vulner politica terminos normas. indebid contravien contraven',
    it: 'violaz violat abus frod fraudol inadempi infraz illecit truff scorrett spam',
    pt: 'violac violar violou incumpr descumpr infrac infring abus fraud indevid desrespeit termos politic',
    nl: `schend geschonden misbruik fraude overtred inbreuk wangedrag strijd. strijdig huisregels spelregels misleid spam. phishing nepmail
      oplicht ongepast onrechtmatig verdacht`,
    pl: 'narusz naduzy oszust oszuka zlaman spam. nielegaln niedozwol bezpraw nieautoryz nieuprawn wyludz podejrz phishing sankcj zban podszyw',
    ja: '違反 不正 詐欺 悪用 濫用 乱用 なりすまし 転売 侵害 反社会 禁止 虚偽 違法 迷惑行為 不審 不適切',
  },
  legal: {
    en: `condition. conditions terms law. laws lawful article clause legal statut regist registration company companies ltd. inc. privacy
      solicitor consent rights regulat liabil dispute vat. plc. llc. hereby. gmbh court. courts`,
    fr: `condition article loi. lois. legal siege capital societe. societes. rcs. juridi clause cgv. cgu. confidentialit rgpd reglement regles.
      statuts. droit. droits. tribunal mediat sarl generales. mentions. litig`,
    de: `agb. agbs bedingung geschaftsbed nutzungsbed gesetz. gesetze. gesetzes gesetzl gesetzg recht. rechte. rechtlich rechtens widerrufsrecht
      widerrufsbel sonderkundigungsrecht kundigungsrecht paragraf paragraph gmbh ag. kg. handelsreg firmenbuch registerger amtsgericht
      gerichts gericht. hrb. datenschutz dsgvo satzung statuten impressum klausel verbrauchersch schlichtung ustid ust. umsatzst mwst
      steuernummer geschaftsfuhr vorsitz aufsichtsr rechtsabt rechtsber anspruch einwillig haftung anwalt streit`,
    es: `condicion articulo. articulos. ley. leyes. legal jurid sociedad registro clausul terminos privacidad derecho. derechos. empresa.
      normativ reglament estatut`,
    it: `condizion articol legge. legal societa sede. termini. diritto diritti. privacy regolament clausol statut normativ norma. tribunal
      avvocat giuridic`,
    pt: `condicao condicoes artigo lei. leis. legal juridic termos clausul sociedade empresa. regulament estatut registro cnpj nif. direito.
      direitos. lda ltda privacidade conservatori`,
    nl: `voorwaarde artikel. artikelen wet. wettelijk wettig kvk juridisch jurist recht. rechten. rechtbank rechtswege herroepingsrecht statuten
      statutair bepaling privacy vennootschap ondernemingsn rpr. handelsregister algemene. geschillen notaris aansprakelijk toestemming bv.
      nv. btw.`,
    pl: `regulamin artykul ustawa. ustawy. ustawe. ustawie. ustawow spolk krs. prawo. prawa. prawem praw. prawn warunk warunek odpowiedzialn
      polityk prywatn rodo. postanowien sad. sadu. sadow sadzie. uchwal kodeks paragraf przepisy przepisow przepisami klauzul roszczen
      niniejszym rozporzadz statut zasady zasadach zasadami`,
    ja: '規約 約款 条項 法律 法令 法的 株式会社 権利 条件 特定商取引 個人情報 プライバシー 裁判 訴え 会則 規定 有限会社 合同会社 免責 責任 登記',
  },
  keep: {
    en: `keep kept remain continu still. stay. stays stayed staying retain active. unchanged unaffected stand. stands holds. persist maintain
      untouched`,
    fr: `conserv garde gardons reste restons restiez restant continu encore toujours mainten maintien actif active. actives. vigueur poursui
      preserv intact inchang acquis demeurent subsist`,
    de: `bleib bleibeang bleibegesch blieb geblieb dabeibleib behalt beibehalt weiter. weiterhin weiterlauf weitergeht. weitergehen. weitermach
      weiternutz weiterzu weitergefuhr weiterbest weiterbez weiterles weitersch noch. aktiv. aktive. aktives. aktiven. besteht. bestehen.
      bestehend unverander unberuhr unangetast fortgefuhr fortfuhr fortzufuhr fortbest fortlauf fortgesetz fortsetz aufbewahr aufrecht
      unbeeintr gewohnt. bewahren. uneingeschr`,
    es: `conserv mantien manten mantuv sigue. siguen. sigues. siga. sigan. seguir seguim continu aun. todavia activ quedan. permanec permanez
      retener guarda guarde guardo.`,
    it: `manten mantien manterr conserv resta. restan restar restat rester resti. restiam continu ancora sempre. prosegu riman rimast rimarr
      tener tieni tiene. attivo. attiva. attivi. attive. vigor invariat intatt`,
    pt: 'mantem manten mantid mantin mantiv mantev mante. manter continu ainda. segue. seguem. seguir permanec conserv ativ guard',
    nl: `blijf blijv bleef bleven gebleven behoud. behoudt behouden. behield houd. houdt. houden. hield. gehouden bewaar bewaren nog. actief
      actieve verder. doorgaan doorgaat doorlop doorloop voortgezet voortzet voortduur ongewijzigd steeds handhaa gehandhaaf onveranderd`,
    pl: `zachow pozosta nadal. jeszcze wciaz ciagle. aktywn trwa. trwaj potrwa. kontynu utrzym przechow dalej. dotychczas niezmien zostaj
      zatrzymaj. zatrzymasz. biegnie`,
    ja: '継続 引き続き 保持 維持 残り 残って 残る 続いて 続く 続ける 続けて 続けられ 続きます そのまま まだ 変わらず 変わりません 変更はございません 変更はあり 存続 保管 お預かり これまでどおり 今までどおり',
  },
  want: {
    en: `want like. liked decid decision chose choose choosing choice prefer. prefers preferred would you'd wish. elect. elected opted intend
      rather. she'd i'd. we'd. they'd`,
    fr: 'voul veux veut. veulent voud choisi choix decid decision prefere. preferez preferes. preferer. preferera souhait envie desir aimeri aimerai',
    de: `mochte wollt wollen. will. willst wunsch. wunsche. wunsches. wunschst gewunscht entschied entscheid entschlos entschluss umentsch
      bevorzug lieber. gern. gerne. wahle. wahlen. wahlst gewahlt beabsicht lust.`,
    es: `quier querem querer queria quisi decid decis elig elij eleg escog deseo. desea desee prefier prefer gustaria opta. optado optar
      intencion deseam`,
    it: 'vuoi vuol vogl volev voler volet voless vorr decis decision decid scelt scegl prefer intend desider gradir volonta. scelg',
    pt: `quer. querem queres quero. queria querer querend queira quis desej decid decis escolh prefer prefir pretend intenc gostari optou optar
      opte.`,
    nl: `wil. wilt. wilde willen. wou. zou. zouden gekoz kies. kiest kiezen koos. keuze beslis beslot besluit besloot graag. liever voorkeur
      verkies gewenst wens`,
    pl: 'chc chec zechc chetn wybra wybier wybor zdecyd decyd decyzj postanow wolisz. wole. wolal zamierz zamiar pragn prefer',
    ja: '希望 選択 決め 意向 意思 意志 選び 選ぶ 選ばれ 選んで お望み したい やめたい されたい お考え 決断 決定 つもり',
  },
  say: {
    en: `told tell. tells telling said say. says saying let. lets letting let's know. knows inform. informed informing informs note. noted heard
      hear. notify notifies notified announc mention stated states. explain advise. advised reported declar`,
    fr: `dit. dites. dire. informe informon information signal indiqu previen annonc avis. avise avert communiqu notifi savoir. sachez note.
      notee noter notons prevenu prevenir prevenez prevenons`,
    de: `mitgeteilt mitteil mitzuteil gesagt sagt. sagen. sage. sag. informier gemeldet melden. meldet. melde. meldung ruckmeld bescheid. erklar
      erklarung wissen. hinweis hingewies hinzuweis benachricht bekanntg ankund angekund vorankund angegeb angeb. angabe. angaben. genannt
      nennen. nenne. erwahn schilder ubermittel`,
    es: `dij dicho. dice. decir. diga. digan dinos. inform avisa aviso avise avisos. comunic indica indico indique notific nota. saber sabes.
      sabe. sepa. manifest expresad mencion comuniq`,
    it: 'detto. dire. dici. dirci dica. dircel comunic inform segnal avvis indicat indicar indican indichi sapere. annunci notific nota.',
    pt: `disse diz. dizer diga. digam inform avis aviso comunic notific indica indico indique nota. saiba saber sabe. transmiti manifest mencion
      comuniq`,
    nl: `vertel laten. laat. weten. weet. liet gemeld meld. meldt melden. meldde gezegd zeg. zegt. zeggen. zegde zei. doorgegeven doorgev doorgaf
      doorgeef aangegeven aangaf informeer informer geinformeer ingelicht inlicht meegedeeld medegedeel meded hoor. hoorde horen. gehoord
      aankondig aangekondig vermeld verklaar seintje hoort. meedel meedeel`,
    pl: `poinform informuj informow przekaz przekazuj zawiadom powiadom mowi mowil powiedz oglos oglasz oswiadcz oswiadczen znac. zglosz zglos
      zglas slysz uslysz. podal podan podac. wskaz wyjasn zapowied komunikat odnotow dowied deklarac wspomnian napisz napisal napisac napisan`,
    ja: '知らせ 連絡 伝え 通知 報告 案内 告知 発表 お聞かせ 申告 説明 予告 アナウンス 掲載',
  },
  give: {
    en: 'give gave giving. hand. handed handing bring brought provide. provides providing supply. grant granted lend. lends lent.',
    fr: 'donn remis. remise. remet remett apport fournir fourni. fournie fournis transm confie. confiee attribu',
    de: `geben. gebe. gegeben gib. gibst. gab. gaben. ubergeb ubergab bereitstell bereitgestell bereitzustell bring. bringe. bringen. bringt.
      gebracht mitbring uberlass gewahr. gewahren gewahrt erteil vergeb. vergeben. verfugung. uberreich aushandig weitergeb weitergeg
      herausgab verlieh.`,
    es: 'dar. darle. darte. da. dado dada. dadas. damos. dimos. dio. diste. doy. dara. daremos. entreg traer traig trae. trajo otorg conced',
    it: 'dare. dato. fornire fornisc fornito. consegn trasmess trasmett affid conced rilasci assegnat concesso concessa',
    pt: 'dar. damos. demos. deu. dei. deram. dara. daremos dando dado. dada. dadas. entreg traz. traga. trazer trouxe conced',
    nl: 'geef gegeven gaf gaven. geven. breng bracht gebracht verstrekt verstrekken verleend verlenen aangereikt toegekend bied overhandig',
    pl: `da. dac. daj. daje. dajem dajesz dal. dala. damy. dasz. dadz przekaz dostarcz zapewni udostepn przyzna udziel oddac oddaj oddan podaj
      podac. wrecz wydaj podarow przydziel oddam przekazuj`,
    ja: '渡し 提出 差し上げ 進呈 贈呈 付与 提供 与え 贈り 貸与 お貸し 引き渡 手渡',
  },
};
