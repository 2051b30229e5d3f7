// Money: charging, billing, paying back, mandates and cards, failed payments.
// Words and beginnings of words by sense and language; read by senses.ts.
import type { SenseWords } from './sense-words.ts';

export const money: Readonly<Record<string, SenseWords>> = {
  charge: {
    en: 'charg debit collect bill. billed billing taken. took deduct invoiced. chargeback levied autopay',
    fr: 'prelev debit facturat facturee facturer facturons encaiss ponction imput retenue.',
    de: `abgebuch abbuch abzubuch abbuchungserl abbuchungserm abbuchungsauftr spendenabb belast eingezog einzug einzieh einzuzieh beitragseinz
      lastschriftei berechn verrechn abgezog abzieh abzuzieh abzug. erhob erheb eingehob einheb einbehalt abgerechn buchen. bucht. buche.
      ziehen. zieht. inkasso fakturier rucklast zuruckgebuch einforder eingeforder vorschreibung bankeinzug einzugserm einzugsauftr`,
    es: `cobr cargo. cargos. cargad cargar cargam carga. cargue adeud adeudo facturar facturad facturam facturan facturo facturac debit recaud
      deduc descont descuenta`,
    it: 'addebit prelev incass fatturaz fatturat fatturar fatturer fatturia trattenut tratterr trattenia detra riscoss riscuo prelie',
    pt: 'cobra cobrou debit debito faturar faturad faturam faturac lancad lancament descontad descontarem deduz deduc',
    nl: `afgeschrev afschrijv incass incasso geincass innen inning geind. gefactureer facturee rekening aangerekend aanreken rekenen. rekent
      bereken doorbereken schrijft. ingehouden inhouding debiter debiteer verreken geinde. rekeningafschrift rekeningen rekeningnummer`,
    pl: 'pobra pobier pobor obciaz nalicz sciagn sciaga potrac dolicz rozlicz debet windyk zafaktur fakturow',
    ja: '請求 引き落と 引落 課金 徴収 頂戴 申し受け 控除 差し引 集金 チャージ 精算 自動決済',
  },
  invoice: {
    en: 'invoic bill. bills billed billing statement receipt remittance',
    fr: 'factur facturat facturee facturer facturons recu. recus. releve. releves. quittance avis. decompte bordereau echeancier recapitulatif',
    de: `rechnung rechnungsnumm rechnungsbetr schlussrech abschlussrech endabrech monatsrech jahresrech jahresabr stornorech telefonrech beleg.
      belege. belegs quittung spendenquit abrechn abrechnungszeitr abgerechn verbrauchsabr betriebskostenabr kontoausz auszug. faktur buchhalt
      erlagschein kassenbon ebill zahlungsauff fakturier`,
    es: 'factura. facturas. facturac recibo extracto comprobante justificante boleta ticket. tickets. resguardo',
    it: 'fattur fatturaz fatturat fatturar fatturer fatturia bollett ricevuta ricevute estratto scontrin riepilog rendicont quietanz',
    pt: 'fatura. faturas. faturac recibo boleto nota. notas. comprov comprovant comprovativ extrato talao',
    nl: `factuur facturen facturat facturer gefactureer maandfactuur slotfactuur eindfactuur rekening. rekeningen rekeningafschrift nota.
      maandnota slotnota eindnota afrekening slotafrek eindafrekening bon. bonnetje bonnen kwitantie creditnota ontvangstbewijs betaalbewijs
      betalingsbewijs kassabon`,
    pl: 'faktur fakturow zafaktur rachun paragon potwierdzenie. rozlicz zestawien korekt korygu proform wyciag. wyciagu pokwit',
    ja: '請求書 領収 明細 レシート 納品書 伝票 インボイス 計算書 内訳 検針',
  },
  pay: {
    en: `pay. pays. paid payment paying payer payable payout payee owe owing due. dues settle. settled settlement money cash. transaction deposit
      debt autopay remit cheque remittance instalment installment prepaid prepay`,
    fr: `paie paye regle. reglee regler reglez reglon reglement verse verso. due. dues. dus. payant virement vire. solde solder soldee mensualit
      acquitt dette redevable impaye prepay honore versons`,
    de: `zahlung zahlungsverz zahlungserin zahlungsvers zahlungsein zahlungsart zahlungsmet zahlungsmit zahlungsauff nichtzahl zahlen. zahle.
      zahlst. zahlt. zahlte. zahlten. zahlbar zahlend zahlweise bezahl unbezahl vorausbez gezahlt einzahl eingezahl auszahl ausgezahl
      ausbezahl nachzahl vorauszahl ratenz ratenv anzahlung uberweis uberwies sofortub fallig entricht begleich beglich ausgeglich ausgleich
      auszugleich schulden. schuldet geschuldet forderung rate. raten. abschlag geld. saldo kaution prepaid vorkasse verbucht ausstand umsatz.`,
    es: 'pag abon abonad deuda adeud saldo transferencia mensualid vencimient dinero regulariz abono adeudo',
    it: 'paga pagh pago. versa verser dovut bonific salda saldo rata. rate. debito. debiti. corrispost acconto prepagat',
    pt: `pag divida devedor devida. devidas. saldo transferencia pix. parcel prestacao prestacoes quitar quitac quitad venciment dinheiro saldad
      regulariz`,
    nl: `betal betaal voldaan voldoe. voldoen. verschuldig overboek overschrijv overgeschreven overgemaakt overmak afgelost afloss afbetaling
      termijnbedrag stort. storten. gestort voorschot aanbetaling vooruitbetaal geld. schuld. schuldig prepaid acceptgiro transactie vervaldag
      openstaand onbetaal betaalbewijs betaalmethode betaalwijze betalingsachterst betalingsbewijs`,
    pl: `platn platnicz zaplac zaplat oplat oplac placi placon placa. placac placil wplat wplac splac przelew przelej przela nalezn rata. raty.
      rate. rat. ratal ratach rozlicz pieniadz pieniedz gotowk kaucj zaliczk transakc wyplat wyplac doplat doplac uregul dlug. dlugu. zadluz
      srodki. srodkow. srodkami zaksieg nadplat splata. splaty splate pozyczk`,
    ja: '支払 決済 入金 振込 振り込み 払い込 払込 送金 納付 納入 代金 前払 後払 年払 月払 分割払 一括払 完済 返済 残高 保証金 預り金 現金 精算',
  },
  refund: {
    en: 'refund reimburs repaid repay credited crediting credit. chargeback reversed. reversal payout compensat prorat rebate overpa unused',
    fr: 'rembours credit recredit restitu reverse indemni dedommag percu. rendu',
    de: `erstatt ruckerstatt zuruckerstatt gutschrift gutgeschr gutschreib gutzuschreib zuruckgezahlt zuruckzahl zuruckzuzahl ruckzahl
      zuruckuberw ruckuberw zuruckgebuch ruckbuch ruckvergut vergut guthaben restguth entschadig zuruck. anteilig auszahl ausgezahl ausbezahl
      ruckabgew ruckabwick ungenutzt unbenutzt rucklast kulanz uberzahl erstattungsantr`,
    es: 'reembols devol devuel abon abono reintegr credito. creditos. acredit restitu abonad',
    it: 'rimbors accredit riaccredit restitu credito. crediti. storn risarc indennizz',
    pt: 'reembols estorn devol credit restitu ressarc',
    nl: `terugbet terugstort teruggestort terugboek teruggeboek terugkrij teruggekreg teruggave restitu gerestitueer vergoed vergoeding crediteer
      gecrediteer creditering creditnota creditfactuur gestorneer storn terugvorder compensat kwijtgescholden uitbetaal uitbetaling storno
      bijgeschreven bijschrijv`,
    pl: `zwrot. zwrotu zwrotem zwroty zwrotow zwrotna zwrotne zwrotny zwroc zwrac nadplat nadplac wyplat wyplac refund rekompens odszkodow korekt
      korygu storno uznan niewykorzyst`,
    ja: '返金 払い戻 払戻 返還 返戻 還付 キャッシュバック 差額 日割 精算 過払 補填',
  },
  fee: {
    en: `price. prices priced pricing cost. costs costing fee. fees amount penalt dues rate. rates premium. premiums sum. total. balance.
      deposit. subtotal vat. tax. surcharge rent. instalment installment expense.`,
    fr: `prix tarif frais. montant cout. couts. coute. coutent couter couteux penalit cotis redevance loyer mensualit somme. prime. primes.
      supplement surcout caution. acompte honoraires commission.`,
    de: `preis kosten kostet. gekostet gebuhr betrag gesamtbetr restbetr rechnungsbetr beitrag mitgliedsbei vereinsbeitr kursbei jahresbei
      jahresgeb monatsbei grundgeb grundpreis mahngeb mahnkost stornogeb anschlussgeb versandkost abogeb abopr entgelt pramie rate. raten.
      summe gesamtsum abschlag pauschal strafe steuer. mwst mehrwertst umsatzst ust. saldo kaution pfand. aufpreis aktionspr preisander
      preisanp preiserh zuschlag. teuer teurer euro. eur. prozent. beitragseinz beitragsruck beitragsfrei miete. zinsen. gesamt.`,
    es: `preci coste costo. costos. cuesta. cuestan. cuota importe tarifa penaliz tasa. tasas. comision gasto valor. monto. montos. recargo multa
      mensualid anualid prima. cantidad`,
    it: `prezz costo. costi. costa. coster costan costar importo importi. quota quote. canone canoni. tariff penal spese. spesa. tassa tasse
      rata. rate. retta. rette. premio. commission cauzion oneri. somma. somme. listin supplement`,
    pt: `preco custo custa. custam. taxa. taxas. valor. valores tarifa tarifari multa. multas. mensalidad anuidad quota cota. montante encargo
      penaliz comissao juros quantia premio. parcel rateio`,
    nl: `prijs prijzen kosten kost. kostte bedrag totaalbedrag tarief tariev boete contributie premie toeslag vergoeding opzegvergoeding lidgeld
      lesgeld inschrijfgeld borg. waarborg btw. saldo. tegoed bijdrage. ledenbijdrage leges totaal. euro. bedraagt termijnbedrag verzendkosten
      huur. duurder`,
    pl: `cena. cen. ceny. cene. cenie. cenach cenow cennik koszt kwot skladk skladek kara. kary. kare. karna. karnej. karne. oplat sum. suma.
      sumy. sume. saldo wysokosc podatk podatek vat. zl. zloty zlotych. pln. brutto netto stawk prowizj odsetk czynsz czesne podwyz doplat
      wydatk procent kwocie. wpisow stawek czesnego`,
    ja: '料金 価格 金額 費用 手数料 違約金 円 代金 会費 月謝 保険料 利用料 基本料 購読料 受講料 使用料 更新料 解除料 家賃 掛金 送料 税込 税抜 消費税 合計 小計 総額 残高 値上 値下 単価 月額 年額',
  },
  mandate: {
    en: 'mandate direct. standing sepa. autopay authoris authoriz debit.',
    fr: 'mandat sepa. permanent. permanents. autorisation domiciliation',
    de: `mandat. mandats mandate mandatsref lastschrift lastschriftei sepa. sepalast sepamand dauerauftr einzugserm einzugsauftr bankeinzug
      ermachtig abbuchungserl abbuchungserm abbuchungsauftr autorisier authorisier bevollmacht vollmacht`,
    es: 'mandato domiciliac domiciliad domiciliar sepa. adeudo autoriz',
    it: 'mandato mandati. rid. sdd. sepa. domiciliaz domiciliat delega autorizzaz',
    pt: 'mandato debito domiciliac domiciliad sepa. autoriz direto.',
    nl: 'machtig gemachtig incasso domicil sepa. mandaat volmacht periodieke. opdracht. toestemming',
    pl: 'zlecen polecen sepa. upowazn pelnomoc autoryz cyklicz mandatu. autoryzac',
    ja: '自動払込 自動引き落とし 自動支払 振替 委任 オートチャージ 継続課金',
  },
  card: {
    en: 'card. cards bank. banks banking iban paypal contactless wallet method. visa. mastercard cheque smartcard railcard. creditcard',
    fr: 'carte banque bancaire iban rib. paypal visa. mastercard cb. bic.',
    de: `karte. karten. kartenz kartenn kartennumm kartend bank bankkont bankeinzug onlinebank iban kreditkart kreditinst girokart girokont
      debitkart kundenkart mitgliedskart paypal visa. mastercard bic. sparkasse wallet zahlungsmit zahlungsart zahlungsmet geldautom kontonumm
      chipkart klarna sofortub`,
    es: 'tarjeta banc iban. paypal bizum visa. mastercard pasarela entidad',
    it: 'carta. carte. card. banca. banche bancari bancomat iban conto. conti. paypal postepay visa. mastercard',
    pt: 'cartao cartoes banco. bancos. banca. bancari iban. paypal multibanco visa. mbway carteira.',
    nl: `kaart bankkaart bankpas creditcard klantenkaart cadeaukaart jaarkaart seizoenkaart bank. banken. bankrekening rekeningnummer
      betaalmethode betaalwijze iban pas. laadpas paypal bancontact ideal. wallet zichtrekening pinpas betaalkaart.`,
    pl: `karta. karte. karty. kart. kartami karcie. kartow bank rachun blik. visa mastercard iban portfel paypal metod kredyt platnicz debetow
      zblizeniow przelew`,
    ja: 'カード 銀行 口座 クレジット デビット 信用金庫 ゆうちょ 郵便局 キャリア決済 電子マネー 支払い方法 支払方法 通帳 ウォレット',
  },
  renew: {
    en: 'renew autorenew rollover rolls. roll. rolled recur extend extension prolong autoship',
    fr: 'renouvel reconduct reconduit reconduir tacite tacit recurren prolong prorog',
    de: `verlanger erneuer wiederkehrend folgebest prolong lizenzverl vertragsverl aboverl autorenew stillschweig turnus fortlauf
      weiterlauf`,
    es: 'renov renuev prorrog autorrenov recurren reconduc',
    it: 'rinnov prorog prolung ricorren tacit',
    pt: 'renov prorrog recorren reconduc',
    nl: 'verleng vernieuw hernieuw herhaald herhaling terugkerend doorloop doorlop doorgelopen autorenew prolonger periodiek stilzwijgend',
    pl: 'odnow odnaw przedluz wznow wznaw prolong cyklicz powtarz odswiez kontynu',
    ja: '更新 継続 延長 再契約 書き換わ 更改 続けて 次年度',
  },
  automatic: {
    en: 'automat auto. autopay autorenew autoload autoship autofill standing. itself',
    fr: 'automati tacite',
    de: 'automatis automatik stillschweig maschinell selbst. selbsttat',
    es: 'automat',
    it: 'automat tacit',
    pt: 'automat sozinho. sozinha.',
    nl: 'automat vanzelf stilzwijgend autorenew gedomicil',
    pl: 'automat samoczyn sam. cyklicz',
    ja: '自動更新 自動継続 自動的 自動で 自動に 自動引 自動振替 自動支払 自動決済 自動課金 自動払 自動再 自動送信 自動解約 自動退会 自動化 オートチャージ おのずと',
  },
  fail: {
    en: `fail declin unpaid overdue unsuccess reject outstanding arrear insufficient refus bounce dishonour nonpayment unable overdrawn attempt
      retry retries dunning missed. problem delinquen`,
    fr: `echou echec impaye refus rejet retard decline. declinee insuffisan recouvrement demeure. defaut. faute. dette arrieres. contentieux
      tentative decouvert. opposition provision.`,
    de: `fehlgeschlag fehlschl scheiter gescheitert abgelehn ablehn abgewies zuruckgewies offen. offene ruckstand beitragsruck uberfallig mahnung
      mahngeb mahnkost mahnst mahnverf mahnbesch gemahnt zahlungserin ausstehend ausstand unbezahl zahlungsverz verzug. zahlungsvers nichtzahl
      unbeglich rucklast inkasso betreibung misslang misslung misserf verweiger erfolglos unzureich vergeblich fruchtlos versuch problem
      fehlend fehlt. fehlen.`,
    es: `fallo. fallos fallad falla. fallas. fallar fallan fallid rechaz deneg denieg impag pendiente vencid moros atrasad atraso retras
      insuficien error. errores. devuelto. deuda imposib fracas`,
    it: `fallit fallisc rifiut insolut scadut arretrat respint mancat moros insufficien ritard mora. impagat insuccess tentativ diffid scopert
      sollecit negato. negata. mancanz`,
    pt: `falh falha. falhas. recus atraso atrasad inadimpl rejeit negad indefer pendent vencid insucess insuficien erro. erros. divida mora.
      impossiv`,
    nl: `misluk geweigerd weiger achterstall achterstand betalingsachterst openstaand onbetaal afgewezen afwijz afgekeurd aanmaning wanbetal
      ontoereikend onvoldoende gefaald faalt incassobureau ingebreke gestorneer storno poging deurwaarder teruggeboek vergeefs lukte.
      ontbreekt uitblijv tekort`,
    pl: `nieudan odrzuc zaleg zaleglos niezaplac nieoplac nieuregul odmow odmaw niepowodz powiodl udalo. brak. braku. brakuj niewystarcz wezwan
      upomnien ponagl windyk opozn zwlok zadluz dlug. dlugu. niemozliw blad. bledu. bledn problem proba. probe. prob. proby. probie.
      przetermin monit. monitu ponowim ponowien sprobujem probowal zabrakl nieplac`,
    ja: '失敗 未払 未納 滞納 滞っ 滞り 延滞 遅延 遅れ 拒否 エラー 不足 できませんで 取れず 不成立 督促 催告 未入金 不備 不可 却下 お断り 受けられ 再決済 期限切れで',
  },
  free: {
    en: 'free. freely gratis complimentary zero nil. waiv',
    fr: 'gratuit gratis offert zero gracieu libre. libres.',
    de: `kostenlos kostenfrei gratis gratistarif gratisplan gratiskonto gratisvers unentgelt umsonst gebuhrenfrei beitragsfrei versandkostenfr
      frei. freimin freimon freien.`,
    es: 'gratis gratui cortesia cero. exent libre.',
    it: 'gratis gratuit zero. omaggi libero. libera. liberi. liberament',
    pt: 'gratis gratuit cortesia isent isenc zero livre.',
    nl: 'gratis kosteloos kostenloos vrijblijvend nul. vrijgesteld premievrij kostenvrij',
    pl: 'bezplatn darmow darmo. gratis zero. nieodplat zerow',
    ja: '無料 無償 ゼロ円 ただで',
  },
};
