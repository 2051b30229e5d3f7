// What else mail is about: orders, access, data, devices, products, other people, newsletters, passwords.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const things: Readonly<Record<string, SenseWords>> = {
  order: {
    en: `order book. books. booked booking rebook ticket appointment reserv event. events purchas bought buy. buying sold. checkout basket. cart.
      trip. trips flight hotel admission concert. concerts`,
    fr: 'command precommand reservat reserver reservez reservee reservon billet ticket rendez achat achet seance creneau evenement spectacle concert',
    de: `bestell vorbestell nachbestell folgebest bestellnumm bestellbest auftragsbest buchung buchen. buche. buchst. bucht. gebucht umbuch
      umgebuch kursbuch termin. termine. terminen. termins. terminab terminabs terminv terminb ticket einzeltick semestertick deutschlandt
      reservier kauf kaufvertr gekauft einkauf eingekauft verkauf erwerb erworb veranstalt event. events konzert fahrkarte jahreskart
      saisonkart reise anreise hotel flug. fluge. warenkorb buchungsbest`,
    es: `pedido reserv entrada. entradas. cita. citas. billete boleto. boletos. evento orden. ordenes encargo turno. compra compre. compro.
      concierto`,
    it: 'ordine. ordini. ordinat ordinare prenot bigliett appuntament acquist ticket concert comprat spettacol carrello evento eventi. comprare',
    pt: `pedido encomend reserv bilhete consulta. consultas. compra. compras. comprar compre. comprad compram comprou ingresso evento agendament
      marcac marcad passagem passagens ticket ordem. ordens.`,
    nl: `bestel. bestell besteld bestelt bestelnummer boeking boeken. geboekt boekt reserver reserveer gereserveer afspraak afspraken ticket
      treinticket aankoop aankopen gekocht kopen kocht koop. koopt order ordernummer inkoop evenement voorstelling reis. vlucht concert
      tentoonstelling optreden verkocht uitverkocht`,
    pl: `zamow zamaw rezerw zarezerw bilet wizyt zakup kupi kupuj kupow kupn umowion umowic. umowil umowi. koszyk lot. lotu. hotel koncert wydarz
      przejazd podroz wyciecz sprzedaz sprzedan spotkani odbedzie odbywa pociag kupujac`,
    ja: '注文 予約 チケット 購入 来店 発注 お買い 切符 きっぷ 診察 検診 航空券 旅行 公演 コンサート 販売 見学 面談 落札 カートに',
  },
  access: {
    en: `access login log. logs. logged logging logout signin sign. signing use. uses. using usage entry. entrance enter. entered enters entering
      unlock admission authentic used.`,
    fr: 'acces. accessib acced utilis profit connect connexion identif consulte consultez consultab login entrer. utilisateur identifiant',
    de: `zugang zugangsd zugangsc zugangsl zugriff zugriffst zugreif zuzugreif testzug nutz nutzer nutzerkont nutzbar genutzt benutz benutzer
      benutzerkont gebrauch. einlogg eingeloggt login anmeld angemeld anzumeld eintritt zutritt einlass verwenden. verwendet freischalt
      freigeschalt entsperr authentifiz identifizier legitim registrier abrufbar abrufen. anmeldebest anmeldecode anmeldedat`,
    es: 'acced acces usar usas. usa. usando uso. usos. disfrut utiliz entrar entra. entras. ingresar ingresa. conecta login logue',
    it: 'accesso. accessi. accessibil acced usare usat uso. usa. usi. utilizz utent ingress consult frui godut login entrar',
    pt: 'acess aced usar uso. usos. usa. use. usad usando usou usufru utiliz entrar entra. entrou login',
    nl: `toegang gebruik. gebruiken gebruikt gebruikmak gebruikersnaam inlog ingelogd login log. aanmelden betreed betreden verbruik inkijk
      inzage benut inlogcode toegangscode toegangsdruppel toegangspas`,
    pl: `dostep korzyst skorzyst uzyw uzyc uzytkowan loguj logow zalog wejsc wstep. wstepu wchodz ogladac. oglada uprawni bramk zuzyc zuzyw
      logowan zalogow`,
    ja: 'アクセス 利用 視聴 ログイン 閲覧 入館 入室 入場 使用 お使い 使え 再生 通れ 参照 サインイン',
  },
  licence: {
    en: 'licen seat. seats workspace team. teams premium. feature benefit perk entitle',
    fr: 'licence siege espace equipe. equipes. premium fonctions. fonctionnalit poste. postes. place. places. utilisateur',
    de: `lizenz lizenzschl lizenzverl platz. platze. platzen. sitz. sitze. sitzpl arbeitsber workspace team. teams. premium funktion. funktionen.
      funktionsum vorteil berechtig anspruch`,
    es: `licencia plaza asiento espacio equipo. equipos. premium funcion. funciones. funcionalid caracteristic puesto. puestos. escritori cupo.
      cupos.`,
    it: 'licenza licenze posto. posti. postazion spazio spazi. premium team. funzioni. funzione. funzionalit utent workspace',
    pt: 'licenc lugar assento espaco equipe. equipes. equipa. equipas. premium funcionalid funcao funcoes recursos. vaga escritori',
    nl: 'licentie teamlicentie antiviruslic plek zitplaats zetel stoel werkruim premium functie team. teams workspace voordelen',
    pl: 'licenc miejsce miejsca miejscu miejsc. miejscem zespol premium funkcj stanowisk uprawni korzysc benefit biurk przywilej workspace',
    ja: 'ライセンス 座席 固定席 お席 席を 席数 ワークスペース プレミアム 機能 権限 利用権 有料版 チーム',
  },
  data: {
    en: `data file. files filed backup history content. contents export download upload archiv folder details information document. records.
      stored storage storing photos`,
    fr: 'donnee fichier sauvegard historique contenu export telecharg archiv stockage recuper',
    de: `daten datenvol datei sicherung backup inhalt export herunterlad heruntergelad herunterzulad download upload hochlad hochgelad verlauf.
      archiv ordner. ordnern. information. informationen. speicher. speicherpl speicherl gespeichert fotos. details. angaben.`,
    es: 'datos. dato. archiv ficher copia. copias. historial historic contenid export descarg respald backup nube. foto. fotos.',
    it: 'dati. file. copia copie. backup cronolog contenut esport scaric archiv salvat recuper memoria',
    pt: `dados arquiv ficheir historic conteud export baixar baixad baixando baixamos baixe. descarreg download copia. copias. backup nuvem foto.
      fotos.`,
    nl: `gegevens bestand back. backup reservekopie geschiedenis inhoud. inhoudelijk export download data. database archie bewaren bewaar upload
      opslag informatie documenten details foto. foto's`,
    pl: `dane. danych danym plik kopi histori tresc tresci eksport pobrac. pobierz. pobieranie. pobierania. pobierzesz. archiw zdjecie. zdjecia.
      zdjec. backup przechow statyst szczegol informacj folder nagran zapisane. zapasow`,
    ja: 'データ ファイル 履歴 コンテンツ ダウンロード バックアップ 記録 写真 保存 情報 内容 フォルダ 動画 エクスポート アーカイブ 書き出',
  },
  device: {
    en: `router modem equipment device badge. badges key. keys. decoder kit. kits handset headset fob. fobs pendant alarm terminal. hardware
      applianc locker sensor tablet. laptop smartcard`,
    fr: `box modem routeur materiel equipement appareil badge boitier cle. cles. decodeur recepteur telecommande medaillon parabole repeteur kit.
      valideur terminal telephone.`,
    de: `router gerat modem schlussel schlusselruck sicherheitsschl ausweis mitgliedsausw receiver mautbox hausnotruf leihger handsender armband
      fernbedien badge chip. chipkart zubehor netzteil notruf smartcard decoder hardware smartphone tablet. laptop kamera transponder spind
      alarm. alarmanl festplatte`,
    es: `router equipo. equipos. modem aparato dispositiv llave. llaves. llavero decodific descodific mando. mandos credencial carnet cargador
      terminal pulsera antena kit. cerradura taquilla`,
    it: 'modem router apparecchi apparat dispositiv badge decoder telecomand chiave chiavi ricevitor antenna parabol kit. terminale.',
    pt: `router roteador modem aparelho equipamento dispositiv chave. chaves. chaveiro fechadura decodific descodific box. comando. terminal
      maquininha antena cracha pulseira kit.`,
    nl: `modem router apparat apparaat toestel pas. pasje passen. sleutel kluissleutel decoder badge tolbadge toegangspas toegangsdruppel
      handzender alarm kastje laptop tablet. hanger. kluisje thermostaat accu. zender. toestelverzeker`,
    pl: `router modem sprzet urzadz klucz dekoder opask pilot. pilota terminal czytnik zestaw. zestawu. alarm brelok laptop smartfon sluchawk
      szafk czujnik kociol kotla. wtyczk nadajnik tablet. tabletu tablety anten`,
    ja: '機器 モデム ルーター 端末 鍵 会員証 入館証 カードキー 複合機 パソコン スマートフォン タブレット デバイス 装置 アンテナ 車載器 センサー ロッカー 本体 バッジ リモコン チューナー 給湯器',
  },
  return: {
    en: 'return send. sends sending sent. back. hand. handed handing handover post. posted postage surrender courier. restock hands.',
    fr: `retour renvoy restitu rendre. rendrez rends. rendu reexpedi ramen rapporter rapportez deposer. deposez envoy envoie enverr remett
      depose. deposee`,
    de: `zuruck. zuruckgeb zuruckgegeb zuruckzugeb zuruckgib zurucksend zuruckzusend zuruckschick zuruckgesand zuruckgesend zuruckgeschick
      zuruckbring zuruckholen zuruckzuhol rucksend ruckgab ruckversand ruckporto schlusselruck fahrzeugruck retour rucknahm abgeb abgegeb
      abzugeb abgabe ubergeb ubergab aushandig herausgab herauszugeb abholen. abholung abgeholt abzuhol schick. schicke. schicken. schickt.
      geschickt senden. sendet. sende. gesendet einsend eingesand einzusend zugesandt zuruckgebuch`,
    es: 'devol devuel entreg retorn envi remit reenvi mandar mandad recoge recogid mandam vuelta.',
    it: 'restitu rendere. rispedi riconsegn ritorn reso. resa. resi. riport invia invier mandare mandarc mandere',
    pt: 'devol entreg retorn envi remet reenvi mandar mandam mande. mandou recolh',
    nl: `terug. retour inlever ingelever stuur. stuurt stuurde sturen gestuurd opstur opgestuurd terugstu teruggest terugbreng teruggebracht
      terugzend teruggev teruggegev teruggave afgeef afgeven afgegeven overhandig bruikleen ophal ophaal opgehaald`,
    pl: `zwroc zwrac zwrot. zwrotu zwrotem zwroty zwrotow zwrotna zwrotne zwrotny odesl odsyl oddac oddaj oddan odda. oddasz oddal. wysyl przesl
      nadan nadac. wysla wysle wyslij wyslem przesyla oddam wysylk`,
    ja: '返却 返送 返品 返納 お返し 返して お戻し お送り 送り返 送付 引き取 回収 明け渡 引き渡 お持ちください',
  },
  product: {
    en: `product. products feature version app. apps store. stores shop. shops shop's shopping bookshop branch platform software plugin tool.
      tools module game. games item. items goods machine`,
    fr: `produit fonctions. fonctionnalit version appli. application app. apps. logiciel boutique magasin agence. agences. site. sites.
      plateforme store. guichet succursale enseigne`,
    de: `produkt. produkte produkts version app. apps. filiale plattform shop. shops. onlineshop webshop store. stores. software anwendung plugin
      artikel. artikels modul zusatzmod spiel. spiele. spiels. werkzeug maschine system. systeme erweiterung ladengesch geschaft. geschafte.
      geschaftsst standort gratisvers testvers`,
    es: `producto funcion. funciones. funcionalid version app. apps. aplicacion. aplicaciones. tienda sucursal plataforma oficina. oficinas sede.
      sitio software`,
    it: `prodott funzioni. funzione. funzionalit version app. applicazion negozio negozi. filial piattaform sito. siti. software sportell agenzi
      store. shop.`,
    pt: `produto funcionalid funcao funcoes recursos. versao versoes app. apps. aplicativo aplicac loja. lojas. agencia plataforma site. sites.
      sede. filial filiais balcao software`,
    nl: `product. producten productlijn functie versie app. apps winkel webwinkel webshop boekwinkel filiaal filialen platform. software
      programma. module plugin toestel. kassa machine vestiging spel. spellen`,
    pl: `produkt funkcj wersj aplikacj sklep oddzial platform program oprogram wtyczk modul narzedz gra. gry. gre. gier. system. systemu towar
      artykul salon sprzedaz maszyna. maszyny. maszyne.`,
    ja: '製品 機能 アプリ 店舗 商品 ショップ ストア 当店 ソフトウェア ゲーム ツール プラグイン システム バージョン 新作 作品 支店 プラットフォーム',
  },
  outage: {
    en: `outage maintenance incident restored disrupt downtime fault. faults faulty breakdown broken broke. repair fix. fixed. fixes bug. bugs
      error engineer technician unavailab interrupt`,
    fr: `panne. pannes. maintenance incident. incidents. retabl perturb coupure interruption indisponib dysfonction defaill travaux resolu.
      resolue. bug. bugs. depann`,
    de: `storung gestort entstor wartung ausfall ausfiel ausgefallen stromausf unterbrech unterbroch unterbrich versorgungsunt wiederher
      reparatur reparier fehler defekt panne. pannen. pannenf techniker monteur behob beheb problem beeintracht vorfall. vorfalle. wartungsd
      wartungsv`,
    es: 'averi mantenimiento inciden interrupcion normalidad restabl problema contratiemp caida. caido',
    it: 'guast manutenzion disserviz interruz incident ripristin risolt malfunzion indisponib anomali lavori.',
    pt: 'avari manutenc falha. falhas. interrupc inciden problema restabel normaliz normalidade instabil indispon',
    nl: `storing onderhoud. onderhouds stroomstoring stroompanne panne incident defect kapot hersteld verholpen uitval uitviel werkzaamheden
      reparat gerepareerd monteur technicus fout. fouten pech crasht onbereikbaar opgelost`,
    pl: `awari przerw przeryw konserwac usterk blad. bledu. bledem bledy bledow bledn problem niedostepn technik. napraw zaklocen incyden uszkodz
      zepsu utrudnien prace. remont`,
    ja: '障害 メンテナンス 不具合 復旧 故障 工事 点検 修理 トラブル エラー 停電 断水 不通 問題が 中断',
  },
  someone: {
    en: `employee colleague friend. friends customer client their. his. her. they. they're they'll they'd they've them. he. she. him. tenant
      landlord user. users owner holder employer resident occupier guest neighbour parent. parents person. people teammate beneficiary staff`,
    fr: `collegue salarie employe. employes. employee ami. amis. amie client leur. leurs. locataire proprietaire bailleur titulaire tiers.
      collaborat conjoint proche. proches. voisin quelqu.`,
    de: `mitarbeiter kollege kollegin freund. freunde. freunden. freundes. freundin kunde kundin. kundinnen mieter nachmiet vermieter eigentumer
      nachbar bewohner dessen. deren. inhaber kontoinh domaininh nutzer benutzer leser. leserin abonnent teilnehmer. partner. vertragspart
      person. personen. seine. seinen. seiner. ihm. ihn. er. empfanger beschenkt angehorig hinterblieb arbeitgeber gast. gaste. familie. kind.
      kinder. kindes. eltern. spender personal.`,
    es: 'emplead colega amig client inquilin companer propietari casero arrendador arrendatari trabajador funcionari vecin ellos.',
    it: `dipendent collega. colleghi. colleghe. amico amica amici. amiche client inquilin locator locatari proprietari titolar intestatar loro.
      qualcun altrui terzi. condutt`,
    pt: 'funcionari colega amig client inquilin empregad trabalhador proprietari senhorio locatari locador vizinh dele. dela. deles. delas.',
    nl: `medewerker collega vriend. vrienden vriendin vriendje klant. klanten klantenkaart klantgegevens huurder verhuurder hun. haar. hem. hij.
      zij. ze. gebruiker. gebruikers. bewoner werkgever werknemer eigenaar partner. ouders buren. lezer. erfgenaam personen buurman buurvrouw
      titularis`,
    pl: `pracownik pracownic koleg kolez klient najemc uzytkown osob. osoby. osobe. osoba. osobie. osobom wlasciciel mieszkanc rodzic dzieck
      dzieci. jej. jego. ich. niego. niej. nia. ktos. kogos. opiekun posiadacz znajom administrator lokator nabywc kupujac konsument sasiad
      zespol abonent gosc.`,
    ja: '社員 従業員 友人 友達 入居者 スタッフ 家族 第三者 本人 テナント 担当者 管理者 お子様 お子さま 生徒 保護者 ユーザー 利用者 購入者 受取人 名義人 オーナー',
  },
  provider: {
    en: `provider supplier carrier insurer operator network. networks vendor merchant seller retailer reseller publisher agent agency broker
      underwriter company. companies`,
    fr: 'operateur fournisseur assureur nouvel nouveau prestataire reseau concurren hebergeur gestionnaire',
    de: `anbieter anbieterw versicherer nachversich vorversich versorger energievers netzbetreib betreiber lieferant handler verkaufer
      vertragspart stromanb mobilfunkanb dienstleist krankenkass agentur makler unternehm gesellschaft. firma. firmen. verlag. verlags
      stadtwerk hersteller wettbewerb konkurrenz netzwerk vermieter veranstalt hoster.`,
    es: 'operador compania proveedor aseguradora comercializadora distribuidora suministrador entidad nuevo nueva',
    it: 'operator fornitor compagnia compagnie gestor venditor assicurator nuovo nuova nuovi nuove rete.',
    pt: 'operador fornecedor seguradora comercializ distribuidora companhia prestador concession novo. novos. nova. novas.',
    nl: `aanbieder leverancier energieleverancier verzekeraar provider netbeheerder operator maatschappij uitgever verkoper winkelier
      vennootschap bedrijf. onderneming handelaar telecom verhuurder dienstverlener`,
    pl: `operator dostawc uslugodawc ubezpieczyciel sprzedawc sprzedajac firm wydawc agencj agent. agenta wystawc przedsiebior partner posredni
      redakcj tworca. tworcy. tworcow sieci.`,
    ja: '他社 代理店 販売店 販売元 提供元 出版社 業者 運営 キャリア 出店者 会社',
  },
  newsletter: {
    en: 'newsletter mailing notification emails. mails. alert. alerts digest bulletin marketing promotional unsubscrib news. updates. optout',
    fr: `newsletter infolettre notification alerte bulletin diffusion courriel mail. mails. mailing publicit prospect nouveaut actualit email.
      emails.`,
    de: `newsletter benachricht mailverteil verteiler. rundbrief rundmail mailing mails. emails. werbe werbung werblich marketing alert. infomail
      infobrief push. pushnach neuigkeit news.`,
    es: 'boletin notificac newsletter alerta circular. novedades correo mailing avisos. publicidad',
    it: 'newsletter notific mail. email. mailing pubblicit promozional novita. avvis alert',
    pt: 'newsletter notificac boletim boletin alerta circular. novidades mail. mails. email mailing publicidade',
    nl: `nieuwsbrief nieuwsbrieven melding notificat mailing mails. verzendlijst attender alert reclame nieuws. updates berichten. digest
      vooraankond`,
    pl: 'newsletter biuletyn powiadom mailing marketing reklam alert komunikat nowosci. aktualnosc rss. wypisz. wypisa',
    ja: 'ニュースレター メルマガ メールマガジン 通知 配信 広告 新着 会報 ダイジェスト',
  },
  password: {
    en: 'password passcode passkey session code. codes token api. apis pin. reset authentic credential twofactor otp. username',
    fr: 'mot. mots. passe. session code jeton identifiant authentif secret. api.',
    de: `passwor kennwort kundenkenn sitzung code. codes zugangsc zugangsd anmeldecode anmeldedat bestatigungscode einmalcode sicherheitscode
      pin. puk. tan. token zugriffst passkey lizenzschl sicherheitsschl benutzername authentifiz api. session schnittstelle`,
    es: 'contrasen sesion codigo clave. claves. pin. token',
    it: 'password sessione sessioni codice codici token credenzial autentic pin. api.',
    pt: 'senha sessao sessoes codigo palavra. pin. token',
    nl: 'wachtwoord sessie code. codes toegangscode inlogcode verificatiecode pincode tweestaps token api. apis beveilig digid itsme',
    pl: 'hasl sesj kod. kodu. kodem. kody. kodzie. kodow kodami pin. pinu token uwierzyteln autoryzac logowan zalogow',
    ja: 'パスワード セッション コード 認証 暗証 二段階 再設定 ワンタイム トークン ログイン情報',
  },
};
