// What contracts are of, or stand beside: gifts, courses, sites, cars, homes, numbers.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const belongings: Readonly<Record<string, SenseWords>> = {
  donation: {
    en: `donat donor gift. giving pledge sponsor contribut patron charit fund. funds funded fundrais bequest supporter appeal. raffle foundation
      sustainer benefact`,
    fr: 'don. dons. donat parrain mecen soutien souten contribu collecte. promesse genero bienfait parrainage',
    de: `spende spendenabb spendenpaus spendenbest spendenquit spendenein spender gespendet dauersp einzelsp patensch pate. paten. patenk
      fordermitgl forderver forderbeitr forderer. fordernd unterstutz unterstutzer beitragen. zuwendung zuwendungsbest stiftung hilfswerk
      gemeinnutz crowdfund kollekte sponsor wohltat`,
    es: 'donat donac donar donante donas. dono. padrin apadrin mecen patrocin aport contribu benefactor colabora',
    it: 'donazion donato donar dona. doni. sostegn sostien sosteni sostener contribu erogaz liberal benefic benefattor lascit',
    pt: 'doac donat doad doe. doou doei padrin apadrinh apoia apoie apoio patrocin mecen contribuic contribuir contribui. contribuiu benfeitor doar',
    nl: `donat doneer doner gedoneer gift schenk steun. steunt steunen gesteund ondersteun sponsor bijdrage bijdraag kerkbijdrage ledenbijdrage
      collecte donateurschap peterschap geadopteer stichting weldoen liefdadig fonds supporter toezegg toegezegd`,
    pl: `darowizn wsparc wsparl wspier wesprz patron darczync ofiarodaw ofiarow datk datek zbiork fundacj sponsor charytat dobroczyn podarow
      fundusz wspomoz wspomog wspomag`,
    ja: '寄付 寄附 支援 募金 賛助 献金 義援 後援 基金 寄贈 チャリティ 里親 協賛',
  },
  course: {
    en: `course lesson class. classes classroom school season training trainer. term. gym. gyms gym's studio tutor tuition teach. teacher student
      pupil learn workshop instructor coach nursery childcare semester enrol yoga swim. swimming exam. exams`,
    fr: `cours. lecon classe. classes. ecole saison formation salle. salles. creche scolaire scolarit stage. stages. atelier entraineme
      entraineur coach conservatoire garderie. garderies. periscolaire gym. studio eleves. cantine`,
    de: `kurs kursbuch kursbei sprachkurs unterricht schule. schulen. schuler schulk musikschul volkshochsch tanzschul fahrschul studio fitness
      gym. saison saisonkart training trainier trainer probetrain klasse. klassen. kita kindergart krippe betreuung semester semestertick
      semesterende seminar workshop lehrgang lektion yoga nachhilfe webinar lernen. lernportal studium student ausbildung schwimm coach schulj`,
    es: `curso cursillo clase. clases. escuela escolar gimnasio temporada entren colegio guarderi matricul alumn leccion activid estudiant
      estudio taller. talleres academi`,
    it: `corso. corsi. lezion scuol scolast palestr stagion nido. asil classe. classi. istrutt formazion sala. tirocin insegn allena. allenar
      allenat alleni.`,
    pt: `curso aula escola. escolas. escolar academia ginasio trein creche temporada epoca matricul alun turma ativid estudio estudant oficina
      licao licoes colegio`,
    nl: `cursus cursist les. lessen leskaart lesgeld zwemles yogales sportschool seizoen training trainen trainer traint opleid klas. semester
      gym. fitness sporten. docent leraar studio student opvang creche kinderdag spinning webinar zwemdiploma school seizoenkaart`,
    pl: `kurs. kursu. kursy. kursow. kursie. kursem. kursant lekcj szkol silown zajec zajeci trening trener nauk nauczyc sezon zlobek zlobk
      przedszkol student warsztat basen plywa joga. jogi. joge. jodze. instruktor uczen uczni egzamin semestr czesne czesnego klasa. klasy.
      klasie. fitness coach korepet akademi muzyczn judo. sekcj taniec tanca. tance tanecz`,
    ja: '教室 講座 レッスン 受講 ジム 塾 スクール スイミング ピアノ ヨガ 道場 稽古 学校 月謝 講師 先生 保育 学童 退園 学期 トレーニング スタジオ 英会話 プール 授業 研修 習い事 コーチ フィットネス',
  },
  web: {
    en: `domain server host. hosts hosted hosting website site. sites workspace instance api. apis webhook webmail dns. ssl. vps. droplet
      registrar whois mailbox plugin. registrant subdomain cloud.`,
    fr: 'domaine serveur heberg hebergeur site. sites. instance api. nuage cloud web. dns. url.',
    de: `domain domaininh domainlosch server hosting hoster. hosted webseit website webhost webmail webserv webadr webspace subdomain cloud.
      homepage postfach mailbox instanz testinst api. produktionsumg rechenzent ssl. dns. nameserver url. workspace seite. seiten.
      onlineportal`,
    es: 'dominio servidor alojam web. webs. instancia api. sitio pagina hosting portal. espacio',
    it: 'domini server hosting sito. siti. istanza api. web. cloud dns. workspace',
    pt: 'dominio servidor hosped site. sites. sitio alojam api. instancia pagina hosting portal. espaco',
    nl: `domein server hosting webhosting website site. api. apis webmail webhook nameserver instance host. mailbox weblog ssl. dns. cloud.
      cloudcontract plugin werkruim workspace`,
    pl: 'domen serwer hosting strona. strony. stronie. strone. witryn api. vps. vpn. instanc blog forum. dns. ssl. chmur www. online. rejestrator',
    ja: 'ドメイン サーバ ホスティング サイト ウェブ ホームページ ブログ クラウド メールボックス レジストラ ブラウザ ストレージ',
  },
  vehicle: {
    en: `car. cars vehicle bike. bikes bicycle lease leasing parking parked bay. toll tag. pass. permit rental hire. hiring van. vans truck
      driver driving motor. roadside breakdown. railcard charger garage`,
    fr: `voiture vehicule velo. velos. locati louer. loue. louee stationnement parking badge permis garage auto. autos. telepeage peage vignette
      macaron scooter trottinette pass. leasing immatricul emplacement`,
    de: `auto. autos. autohaus autobahn fahrzeug fahrzeugruck rad. rader. fahrrad leihrad dienstrad stellplatz fahrt leasing mietwagen parkplatz
      parkhaus parkausw parken. parking. dauerpark bewohnerpark carsharing carport garage. garagen maut mautbox kennzeichen kfz kfzvers pkw.
      wagen. wagens. zulassung vignette pannend pannenh pannenf schutzbrief deutschlandt semestertick zeitkart bahncard halbtax swisspass
      roller. scooter motorrad plakette werkstatt fuhrerschein fahrkarte`,
    es: `coche. coches. vehicul bici renting leasing garaje plaza alquil arrend arriend amarre carro. moto. motos. auto. aparca estacionam
      parking. peaje telepeaje tag. pase. pases. permiso`,
    it: `auto. automobil autovett veicol bici noleggi parchegg posto. permess pass. moto. scooter sosta. pedagg casello garage autorimess targa.
      leasing telepass locazion macchina. macchine.`,
    pt: `carro. carros. veicul viatura automovel alug arrend locac estacionam vaga garag bicicleta moto. van. leasing renting passe. passes. tag.
      distico portagem pedagio amarrac`,
    nl: `auto. autodelen autoverzeker huurauto deelauto wagen. huurwagen voertuig fiets huurfiets deelbakfiets lease parkeer parkeren parking
      geparkeerd garage kenteken nummerplaat tol. tolbadge bestelbus vrachtwagen scooter stalling laadpas laadpaal bekeuring vergunning
      vervoer wegenwacht verhuur leasecontract`,
    pl: `samochod pojazd rower parking parkow najem. najmu. wynajem. wynajm auto. auta. autem. aut. leasing hulajn skuter motocykl motor. postoj
      garaz autostrad kierowc carsharing wypozycz szlaban przejazd winiet`,
    ja: '自動車 お車 車両 電車 自転車 駐車 駐輪 レンタカー カーシェア 車検 車番 バイク レンタル リース 運転 タイヤ 定期券',
  },
  home: {
    en: `home house flat. address move. moved moves moving unit. units water. waterworks energy power. rent. rented renting tenancy apartment
      property electric gas. utilit heating tenant. landlord.`,
    fr: `logement maison adresse. adresses. eau. eaux. energie electri gaz. demenag emmenag appartement domicile. habitation foyer. immeuble
      chauffage residence`,
    de: `wohnung wohnort wohnsitz haus. hause. hauses. hauser. haushalt hausverw hausmeist hauswart hausnotruf hausnummer hausrat adresse.
      adressen. adressand adresswech lieferadr anschrift postanschr umzug umzieh umgezog umzuzieh auszugs wasser. wasseransch wasserzahl
      wasservers trinkwasser energie energievers therme heizung strom gas. fernwarm miet mietvertr mietverh mietende mieter vermieter
      nebenkost betriebskost grundstuck gebaude immobili keller. garten. zuhause stadtwerk mullabf betriebskostenabr`,
    es: `casa. casas. viviend hogar piso. domicilio direccion agua. aguas. suministr apartament inmueble mudanz mudar traslad energ electric
      traster unidad`,
    it: 'casa. case. abitazion indirizz acqua. fornitur energ luce. gas. elettric trasloc residenz domicilio. appartament alloggi condomin',
    pt: `casa. casas. morada moradia endereco agua. aguas. forneciment apartament imovel domicilio residenc mudanca energ eletric luz. unidade
      armazem`,
    nl: `woning huis. huisje huishoud thuis. adres upadres water. waterlever watermeter wateraansl drinkwater energie verhuis verhuiz appartement
      kamer. woon. wonen. woont huur. huurt huuropzeg huurcontract huurovereenkomst gas. gascontract warmtepomp ketel elektriciteit
      energiecontract energieleverancier`,
    pl: `dom. domu. domow domek. domku. mieszkan mieszkani adres woda. wode. wody. wodn wodom wodoc wodzie. energi prad. pradu gaz. gazu ogrzew
      czynsz lokal. lokalu. lokale lokator najem. najmu. przeprowadzk przeprowadzil wyprowadz nieruchom budyn blok. bloku. osiedl pokoj ulica.
      ulicy. ul. wodomierz`,
    ja: '住所 住宅 住まい 引越 引っ越 転居 自宅 部屋 家賃 賃貸 入居 退去 水道 電気 ガス 電力 マンション アパート',
  },
  number: {
    en: 'number name. names named status list. lists listed listing reference ref. id. dossier',
    fr: 'numero nom. noms. statut. etat. liste reference ref. dossier registre matricule',
    de: `nummer name. namen. namens. status mitgliedsstat liste wartelist zeichen. aktenzeich geschaftsz referenz mandatsref kundennumm
      vertragsnumm bestellnumm rechnungsnumm mitgliedsnumm sendungsn steuernummer hausnummer kontonumm kartennumm telefonnumm nr. stand.
      zahlerst verzeichnis register. id. kennung`,
    es: 'numero nombre estado. lista. listas. listado referencia ref. folio identificador',
    it: 'numero numeri. nome nominativ lista liste. elenco riferiment pratica pratiche matricol registro. protocoll',
    pt: 'numero nome. nomes. estado. status situacao lista. listas. referencia ref. protocolo',
    nl: `nummer. nummers naam namen. status lijst kenmerk referen referte ref. klantnummer lidnummer ordernummer bestelnummer dossier.
      dossiernummer rekeningnummer telefoonnummer wachtlijst verzendlijst id.`,
    pl: `numer nazw nr. status lista. liste. liscie. listy. refer identyfik id. imie. stan. stanie. stanu. pesel nip. sygnatur tytul. tytule.
      imieniu. imienia.`,
    ja: '番号 氏名 お名前 名義 名称 名簿 件名 ステータス 状態 状況 一覧 リスト',
  },
};
