// What may end: subscriptions, memberships, plans, accounts, and what they are of: lines, insurance, boxes.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const contracts: Readonly<Record<string, SenseWords>> = {
  subscription: {
    en: 'subscri subs. sub. autoship',
    fr: 'abonn souscri',
    de: 'abo abogeb abopr aboserv abokundig aboverl probeabo testabo jahresabo geschenkabo mobilabo zeitungsabo familienabo abonnent bezug.',
    es: 'suscri subscri abonad abono',
    it: 'abbona abboni sottoscri',
    pt: 'assin assinad assinar assinou subscri subscre avenca',
    nl: `abonn geabonn proefabonn jaarabonn maandabonn cadeauabonn gezinsabonn sportabonn zwemabonn zorgabonn speelgoedabonn bezorgabonn
      treinabonn subscri abonnementsvorm bewonersabonn`,
    pl: 'subskry abonam abonen prenumer karnet cyklicz czytelni abonent',
    ja: 'サブスク 購読 定期便 定期購入 定期コース 定期お届け 定期会員 定期契約 月極 定額 頒布会 放題 月額プラン 月会員 定期の 定期を',
  },
  contract: {
    en: 'contract agreement policy policies policyholder tenancy lease. deed minimum commitment addendum clause covenant',
    fr: 'contrat contract convention. conventions. police accord. accords. bail. baux. bailleur engagement avenant',
    de: `vertrag vertragsende vertragsbeend vertragskundig vertragsaufheb vertragsauflos vertragsbeg vertragsschl vertragsabschl vertragsverl
      vertragslaufz vertragsdau vertragsnumm vertragsunterl vereinbar vereinbarungsgem police polizze versicherungsschein mietvertr mietverh
      kaufvertr handyvertr mobilfunkv mobilvertr internetvertr stromvertr stromliefer liefervertr wartungsv servicevertr jahresvertr
      arbeitsvertr arbeitsverh geschaftsbezieh mindestlaufz mindestvertr mindestbind bindung vertragspart`,
    es: 'contrat acuerdo. acuerdos. poliza convenio clausul permanencia compromiso contractual',
    it: 'contratt accordo accordi polizz vincol convenzion impegn rapporto.',
    pt: 'contrat acordo. acordos. apolice convenio clausul fideliz fidelidade vinculo',
    nl: `contract overeenkomst polis huurcontract huurovereenkomst servicecontract onderhoudscontract leasecontract energiecontract akte.
      looptijd verbintenis contractduur`,
    pl: 'umow polis kontrakt porozumien zobowiazan aneks klauzul najem. najmu. wynajm dzierzaw wspolprac leasing zawart zawarci',
    ja: '契約 協定 証券 約款 取引 締結 リース 賃貸 合意書 誓約',
  },
  membership: {
    en: `member membership club. clubs clubhouse association society. union. guild alumni organisation organization committee agm. affiliat
      fellowship cooperative federation`,
    fr: 'adher adhes membre club cotis inscri societaire affili',
    de: `mitglied mitgliedsbei mitgliedsnumm mitgliedsausw mitgliedskonto mitgliedskart mitgliedsstat verein. vereine. vereins vereinsbeitr
      vereinig club klub verband. verbands verbandes gewerkschaft genossenschaft alumni vorstand probemitgl jahresmitgl fordermitgl goldmitgl
      kanalmitgl neumitgl sportverein mieterverein forderver generalvers hauptvers vereinszeitschr versammlung`,
    es: 'socio socia. socias. miembro membres afili club asociad asociac inscri carnet carne. colegiad cofrad hermandad',
    it: 'iscri soci. socio socia. associat tesser membro membri adesion aderi aderent club affili',
    pt: 'socio. socios socia. socias. membro filiad filiac adesao aderi inscri clube associad associac carteirinha mensalista torcedor',
    nl: `lid. lidmaat lidnummer leden lidgeld vereniging club. clubs clubblad clubhuis clubkaart bond. vakbond sportclub leesclub wijnclub
      sportverenig gezinsleden jeugdleden proeflid erelid sportlidmaat vzw. bestuur cooperatie gezinsgroep donateurschap ledenbijdrage`,
    pl: `czlonk czlonek czlonki klub stowarzysz towarzyst zwiazek. zwiazkow organizacj fundacj federacj spoldzieln zrzesz fanklub karnet komitet
      sekcj zarzad. zarzadu`,
    ja: '会員 メンバー クラブ 入会 会費 協会 同窓会 後援会 組合 互助会 友の会 学会 共済 在籍 サロン 組織',
  },
  plan: {
    en: `plan. plans package tariff bundle tier option. options starter level. levels scheme programme program. programs rate. rates allowance
      addon edition. pro.`,
    fr: 'forfait formule offre option pack palier bouquet gamme plan. plans. tarif',
    de: `tarif tarifwechs paket. pakete pakets option plan. plane. stufe. stufen. starter handytar haupttarif basistarif gratistarif gratisplan
      stromtarif auslandspak zusatzpak zusatzopt kontopak kontingent flatrate upgrade downgrade modell. programm.`,
    es: 'plan. planes paquete tarifa opcion modalidad nivel. niveles pack. packs. combo combinad',
    it: 'piano. piani. pacchett tariff opzion offert formula livell bundle',
    pt: 'plano pacote tarifari tarifa opcao opcoes nivel. niveis modalidade combo.',
    nl: `bundel pakket tarief tariev optie plan. plannen. formule niveau basispakket gezinspakket bedrijfspakket sportpakket belpakket
      kabelpakket databundel abonnementsvorm gezinsplan pakketkorting pakketten`,
    pl: `plan. planu. planie. planem. plany. planow. pakiet taryf opcj wariant poziom starter. pro. program dodatek dodatk stawk edycj limit
      pakiecie. podstawow stawek`,
    ja: 'プラン コース パッケージ オプション 定額 無料版 有料版 グレード エディション タイプ 容量 上位',
  },
  trial: {
    en: 'trial taster demo. introductory tryout evaluation.',
    fr: 'essai essay decouverte. tester. testez demo. demonstration',
    de: `probe probeabo probemitgl probezeitr probier ausprobier test. testen. teste. testet. getestet testphas testzeit testzeitr testabo
      testvers testzug testmon testlauf testwoch schnupper kennenlern demo. demovers evaluier probetrain`,
    es: 'prueb probar probad probando demo.',
    it: 'prova demo. sperimental',
    pt: 'teste testar experiment avaliacao amostra degust',
    nl: 'proef proefabonn proeflid proefaccount probeer prober uitprob uitgeprob kennismak trial vrijblijvend',
    pl: 'probn test. testu. testy testow testuj przetest wyprobu demo. demonstr degust',
    ja: '試用 トライアル お試し 無料体験 無料期間 初月無料 モニター デモ版 体験版 体験レッスン 体験入会 体験プラン',
  },
  account: {
    en: "account. accounts account's profile dashboard portal settings username userid login. preferences",
    fr: 'compte. comptes. profil espace identifiant',
    de: `konto konten kontoausz kontoschliess kontoinh kontopak kundenkonto benutzerkont nutzerkont profil dashboard einstellungen kundenport
      kundenber kundencent portal. onlineportal lernportal mitgliedskonto gratiskonto girokont bankkont tagesgeldk unterkont depot
      benutzername`,
    es: 'cuenta. cuentas. perfil usuari titular',
    it: 'account profil utenz conto. conti. credenzial area.',
    pt: 'conta. contas perfi utilizador usuari titular',
    nl: `account. accounts accountpagina accountgeg forumaccount gebruikersaccount proefaccount profiel datingprofiel portaal ouderportaal
      beheerportaal dashboard instellingen gebruikersnaam controlepaneel`,
    pl: 'konto. konta. koncie. kont. kontem. kontu. kontami kontach profil panel ustawien login. loginu pulpit preferenc',
    ja: 'アカウント プロフィール マイページ 管理画面 会員ページ ダッシュボード 設定 ユーザー名 登録情報',
  },
  service: {
    en: 'service. services serviced servicing provision utilit',
    fr: 'service prestation',
    de: `dienst. dienste. diensten. dienstes. dienstleist service leistung versorgung grundversorg kundendienst kundenserv aboserv leserserv
      streamingd lieferdienst wartungsv wartungsd pannend servicevertr betreuung bereitstell serviceteam versorgungsunt`,
    es: 'servici prestacion',
    it: 'servizi prestazion',
    pt: 'servic',
    nl: 'dienst. diensten dienstverlen service klantenservice klantendienst servicecontract onderhoudscontract dienstverrich voorziening',
    pl: 'uslug serwis obslug swiadcz opiek przeglad. przegladu. przegladem przeglady konserwac sprzatan swiadczen',
    ja: 'サービス 提供 保守 点検 警備 清掃 見守 役務 業務 代行 ケア',
  },
  line: {
    en: `line. lines connection broadband fibre fiber sim. esim supply. supplying meter. meters metered mobile telephone electric gas. internet
      wifi cable network. roaming landline`,
    fr: 'ligne connexion fibre internet compteur electri gaz. sim. reseau mobile. adsl fourniture raccord',
    de: `anschluss anschlussgeb leitung internet internetvertr strom stromvertr stromliefer stromanb stromtarif stromausf gas. gasansch zahler
      zahlerst rufnummer rufnummernmit glasfaser handy handyvertr handytar mobilfunk mobilfunkv mobilfunkanb mobilvertr mobilabo mobil.
      mobile. netz. festnetz sim. simkart esim breitband telefonrech telefonnumm dsl. roaming beliefer versorgung kabelansch fernwarm
      wasseransch wasserzahl okostrom datenvol lte. wlan. verbindung verbrauchsst lieferstell aufgeschaltet aufschaltung kwh. versorgungsunt
      umts.`,
    es: 'linea conexion fibra internet luz. gas. contador medidor sim. esim movil. moviles. celular telefonia suministr electric chip. banda. red.',
    it: 'linea linee. connession fibra internet luce. gas. contator sim. rete. adsl fornitur elettric utenz allacc',
    pt: 'linha ligacao ligacoes fibra internet luz. gas. contador medidor esim telemov movel. celular chip. banda. conexao forneciment eletric rede.',
    nl: `lijn. lijnen aansluit aangesloten internet stroom gas. meter. meterstand glasvezel kabel. kabelpakket verbinding telefonie simkaart sim.
      esim gsm wifi netwerk mobiel. mobiele televisie tv. netbeheerder levering breedband watermeter elektriciteit stroompanne stroomstoring`,
    pl: `lini lacze. lacza. laczem. laczu. laczy. internet swiatlow prad. pradu pradem gaz. gazu gazem gazow gazoc licznik wodomierz energi
      elektry siec. sieci. sieciow sim. esim przylacz polaczen kablow komorkow stacjonarn telewizj szerokopasm roaming wifi. mobiln`,
    ja: '回線 インターネット ひかり 電気 ガス 水道 電力 電波 通信 検針 携帯電話 固定電話 ネットワーク メーター',
  },
  insurance: {
    en: `insur insurer cover. covers covered coverage deductible. policy policyholder policies underwrit claim. claims claimed warranty guarantee
      uninsured dental medigap liability protection`,
    fr: `assur assureur garant mutuel couvert. couverte couverts. couvertur couvre. couvrir sinistre prime. primes. prevoyance complementaire
      franchise. protection. indemni`,
    de: `versicher versicherer versicherungsschein mitversicher nachversich vorversich zusatzvers zusatzdeck lebensvers hausrat haftpflicht
      privathaft kasko teilkasko vollkasko rechtsschutz krankenkass krankenvers krankenzus tierkrank reisevers restschuldv schutz. schutzes.
      schutzbrief schutzpak deckung police polizze schaden pramie selbstbeh selbstbet garantie gewahrleist ruckkaufs kfzvers`,
    es: 'seguro. seguros. asegurad aseguradora cobertura cubiert cubr siniestr mutua prima. primas. decesos beneficiari tomador',
    it: 'assicur assicurator copertur copre. garanz polizz premio. sinistr mutua indennizz franchig coperto coperta',
    pt: `seguro. seguros. segurad seguradora cobertura cobre. cobrim cobrir sinistr premio. premios. mutualidade franquia tomador beneficiari
      coberto. cobertos. coberta`,
    nl: `verzeker dekking gedekt polis verzekeraar premie zorgverzeker reisverzeker autoverzeker brandverzeker inboedel woonverzeker
      toestelverzeker annuleringsverzeker aansprakelijk basisverzeker hospitalisatie overlijdensris opstalverzeker reisdekking schade
      ziekenfonds mutualiteit bijstand garantie claim uitvaartpolis rechtsbijstand`,
    pl: `ubezpiecz ubezpieczyciel ochron polis szkody. szkod. szkode szkodzi. gwarancj roszczen oc. ac. nnw. objet obejm odszkodow swiadczen
      zdrowotn assistance`,
    ja: '保険 補償 保障 共済 保証 証券 損害 特約 給付',
  },
  box: {
    en: `box. boxes deliver parcel issue. issues. shipment ship. ships shipped shipping copy. copies magazine edition. courier crate pack. packed
      dispatch despatch packet autoship replenish newspaper carton`,
    fr: `box livrais livrer livree livreur livrez livrons colis numero envoi. envois. expedi panier journal journaux magazine. magazines. revue.
      revues. boite. boites. carton coffret paquet exemplaire portage`,
    de: `liefer lieferende lieferstopp lieferpaus liefervertr lieferdienst geliefert beliefer auslieferung ausgeliefert paket. pakete pakets
      ausgabe. ausgaben. heft. hefte. hefts kiste box. boxen. kochbox versand versandkost verschick versend sendung sendungsn zustell
      zugestell zuzustell zeitung zeitungsabo tageszeit zeitschrift vereinszeitschr magazin exemplar druckausg printausg karton packchen
      gepackt nachsend post. lieferadr lieferant`,
    es: 'entreg envio paquete caja. cajas. cesta. cestas ejemplar periodico. fasciculo despach repart mensajer lote. canasta edicion revista',
    it: `consegn spedi scatol numero copia copie. rivista riviste giornale giornali. pacco pacchi box. corrier fascicol recapit invio. invii.
      cassetta cassette`,
    pt: 'entreg envio caixa. caixas. cesta. cestas cabaz edicao edicoes remessa revista jornal. jornais encomend pacote exemplar despach',
    nl: `bezorg lever. levert leveren levering leverd geleverd aflever afgelever pakket. pakketten pakje doos dozen box. boxen krant tijdschrift
      editie exempla zending verzend verzond verstuur versturen koerier maaltijd magazine. thuisbezorgd bezorgabonn`,
    pl: `dostaw dostarcz przesylk paczk wydan wydani pudelk pudelek boks magazyn czasopis gazet gazec dziennik tygodnik miesiecznik kwartalnik
      egzemplarz kurier skrzynk karton palet zestaw. zestawu. zestawy dorecz wysylk numeru. skrytk sejf`,
    ja: 'お届け 配送 発送 ボックス 荷物 宅配 出荷 配達 梱包 送付 集荷 新聞 朝刊 雑誌 会報 月号 最新号 最終号 今号 次号 春号 夏号 秋号 冬号 セット 号分',
  },
};
