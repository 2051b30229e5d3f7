// German, Dutch, Polish and Japanese mails with the fields that a careful reader finds in them. All senders are invented or write what they
// might write. Format: read-field-mails.ts.

export const DE = `
--- cancellation_confirmed | Stadtrad <service@stadtrad.example> | Kündigung Ihres Abos
= Stadtrad
Guten Tag,

Ihr Abonnement wurde auf Ihren Wunsch gekündigt. Ab sofort erreichen Sie unseren Kundenservice auch am Wochenende.

--- cancellation_confirmed | Stadtrad <service@stadtrad.example> | Kündigung Ihres Abos
= Stadtrad | ends 2026-04-02
Guten Tag,

Ihr Abonnement wurde mit sofortiger Wirkung beendet.

--- renewal_notice | Rheinkurier <abo@rheinkurier.example> | Ihr Abo endet bald
= Rheinkurier | ends 2026-05-03
Guten Tag,

Ihr Vertrag verlängert sich nicht. Er endet zum Laufzeitende am 03.05.2026.

--- renewal_charged | Chor am Markt <kasse@choramarkt.example> | Beitragseinzug
= Chor am Markt | 18,00 EUR P3M
Liebe Frau Held,

Ihr vierteljährlicher Vereinsbeitrag in Höhe von 18,00 € wurde heute abgebucht.

--- renewal_charged | Kabel Harz <rechnung@kabelharz.example> | Ihre Zahlung
= Kabel Harz | 21,90 EUR P1M
Guten Tag,

Ihre monatliche Anschlussgebühr von 21,90 € wurde abgebucht.

--- price_change | Stadtstrom Fulda <service@stadtstrom.example> | Anpassung Ihres Grundpreises
= Stadtstrom Fulda | plan Natur 24 | 14,90 EUR P1M | effective 2026-06-01
Guten Tag Frau Beck,

zum 1. Juni 2026 passen wir den Grundpreis in Ihrem Tarif Natur 24 an: Er steigt von bisher 12,50 € auf 14,90 € monatlich. Sie haben ein Sonderkündigungsrecht bis zum 31. Mai 2026.

Ihr Stadtstrom-Team

--- renewal_notice | Fitwerk <mitglieder@fitwerk.example> | Deine Mitgliedschaft verlängert sich
= Fitwerk | plan Flex | 149,00 EUR P6M | renews 2026-05-15 | notice P1M
Hallo Jonas,

deine Flex-Mitgliedschaft läuft noch bis zum 14.05.2026 und verlängert sich am 15.05.2026 um weitere sechs Monate. Der Beitrag von 149,00 € wird halbjährlich abgebucht. Die Kündigungsfrist beträgt einen Monat.

Dein Fitwerk-Team

--- cancellation_confirmed | Telekom <kundenservice@telekom.de> | Kündigungsbestätigung
= Telekom | plan MagentaMobil M | ends 2026-07-31
Sehr geehrte Frau Weiß,

hiermit bestätigen wir die Kündigung Ihres Vertrags MagentaMobil M zum Ablauf des 31.07.2026.

--- cancellation_confirmed | Leseratte Magazin <abo@leseratte.example> | Deine Kündigung
= Leseratte Magazin | period P1Y | ends 2026-06-30
Hallo Timo,

schade, dass du gehst. Dein Jahresabo endet automatisch mit Ablauf der Laufzeit am 30. Juni 2026. Eine weitere Abbuchung erfolgt nicht.

--- renewal_charged | Gemüsekiste Nord <kiste@gemuesekiste.example> | Deine Kiste ist unterwegs
= Gemüsekiste Nord | plan Regional M | 27,80 EUR P2W | renews 2026-04-16
Moin Svenja,

deine Kiste Regional M (alle zwei Wochen) kommt heute. Wir haben 27,80 € abgebucht, die nächste Abbuchung erfolgt am 16. April 2026.

--- trial_started | Notenblatt <hallo@notenblatt.example> | Dein Probemonat
= Notenblatt | plan Virtuose | 79,00 EUR P1Y | renews 2026-05-02
Hallo Mira,

du testest Virtuose jetzt 30 Tage kostenlos. Ab dem 2. Mai 2026 kostet das Jahresabo 79,00 € pro Jahr, wenn du nicht vorher kündigst.

--- plan_changed | DSL Plus GmbH <kunden@dslplus.example> | Ihr Tarifwechsel
= DSL Plus | plan Turbo 250 | 39,99 EUR P1M | effective 2026-05-01
Guten Tag,

Ihr Wechsel vom Tarif Basis 50 in den Tarif Turbo 250 ist bestätigt. Ab dem 1. Mai 2026 zahlen Sie 39,99 € im Monat.

--- expired | Sprachpilot <info@sprachpilot.example> | Ihr Zugang endet
= Sprachpilot | plan Kompakt | ends 2026-04-20
Guten Tag,

Ihr Kompakt-Abo läuft am 20.04.2026 aus und verlängert sich nicht. Weitere Kosten entstehen nicht.

--- renewal_charged | Hosting Eins <rechnung@hostingeins.example> | Ihre Rechnung RE-2026-0412
= Hosting Eins | plan Webspace L | 26,97 EUR P3M | ref RE-2026-0412
Guten Tag,

anbei Ihre Rechnung Nr. RE-2026-0412.

Tarif: Webspace L
Leistungszeitraum: 01.04.2026 – 30.06.2026
Betrag: 26,97 €

Der Betrag wurde per Lastschrift eingezogen.

--- renewal_notice | Zeitung am Morgen <leserservice@zeitungammorgen.example> | Ihr Abo verlängert sich
= Zeitung am Morgen | plan Digital-Plus | 24,90 EUR P1M | renews 2026-05-01
Liebe Leserin, Ihr Digital-Plus-Abo verlängert sich zum 1. Mai 2026 um einen weiteren Monat. Wir buchen 24,90 € ab.

--- cancellation_confirmed | FitCity <info@fitcity.example> | Bestätigung Ihrer Kündigung
= FitCity | plan Comfort | ends 2026-09-30
Sehr geehrter Herr Lang, Ihre Comfort-Mitgliedschaft endet fristgerecht am 30.09.2026.

--- price_change | O2 <kundenservice@o2online.de> | Preisanpassung
= O2 | plan Mobile M | 31,99 EUR P1M | effective 2026-06-15
Ab dem 15. Juni 2026 kostet Ihr Tarif O2 Mobile M monatlich 31,99 € statt 29,99 €.

--- renewal_charged | DB Vertrieb <noreply@bahncard.example> | Rechnung zu Ihrer BahnCard
= DB Vertrieb | plan BahnCard 25 | 62,90 EUR P1Y
Ihre BahnCard 25 wurde um ein Jahr verlängert. Der Betrag von 62,90 € wurde von Ihrem Konto abgebucht.

--- signup | Deutschlandticket-Service <abo@dticket.example> | Ihre Bestellung
= Deutschlandticket | 63,00 EUR P1M
Vielen Dank! Ihr Abo Deutschlandticket startet am 1. Mai 2026 und kostet 63,00 € im Monat.

--- trial_ending | Blinkbuch <hallo@blinkbuch.example> | Deine Testphase endet bald
= Blinkbuch | plan Premium | 89,99 EUR P1Y | renews 2026-04-07
Deine Testphase endet am 7. April. Danach kostet Premium 89,99 € im Jahr.

--- paused | Kochzauber <service@kochzauber.example> | Pause bestätigt
= Kochzauber | renews 2026-05-11
Dein Abo pausiert bis zum 11. Mai 2026. Ab dann liefern und berechnen wir wieder wie gewohnt.

--- plan_changed | Netzwerk Nord <info@netzwerknord.example> | Dein neuer Tarif
= Netzwerk Nord | plan Smart L | 24,99 EUR P1M | effective 2026-05-01
Du wechselst von Smart M zu Smart L. Der neue Tarif gilt ab 1. Mai 2026 und kostet 24,99 € pro Monat.
`;

export const NL = `
--- price_change | Zilverstroom <klantenservice@zilverstroom.example> | Uw tarief wijzigt
= Zilverstroom | plan Groen Vast | 9,95 EUR P1M | effective 2026-07-01
Beste klant,

Vanaf 1 juli 2026 betaalt u voor Groen Vast € 9,95 per maand in plaats van € 8,50.

--- renewal_charged | Kookpakket <bestelling@kookpakket.example> | Je box komt eraan
= Kookpakket | plan Veggie Box | 42,50 EUR P1W | renews 2026-04-09
Hoi Sanne,

Je wekelijkse Veggie Box komt morgen. We hebben € 42,50 afgeschreven. De volgende afschrijving is op donderdag 9 april 2026.

--- cancellation_confirmed | Sportcentrum Delta <leden@sportcentrumdelta.example> | Bevestiging opzegging
= Sportcentrum Delta | plan Onbeperkt | ends 2026-05-31
Beste Pim,

We bevestigen de opzegging van je lidmaatschap Onbeperkt. Met een opzegtermijn van één maand loopt het door tot en met 31 mei 2026.

--- renewal_notice | Krant van Morgen <abonnee@krantvanmorgen.example> | Uw abonnement wordt verlengd
= Krant van Morgen | plan Weekend | 79,00 EUR P6M | renews 2026-05-04
Beste lezer,

Uw abonnement Weekend loopt af op 3 mei 2026. Per 4 mei 2026 verlengen we het met een half jaar voor € 79,00.

Met vriendelijke groet,
Krant van Morgen B.V.

--- expired | Podiumpas <info@podiumpas.example> | Je pas loopt af
= Podiumpas | period P1Y | ends 2026-04-18
Hoi,

Je jaarabonnement stopt automatisch op 18 april 2026. Het wordt niet verlengd.

--- price_change | Ziggo <klantenservice@ziggo.nl> | Je abonnement wordt duurder
= Ziggo | plan Internet Max | 59,50 EUR P1M | effective 2026-07-01
Vanaf 1 juli 2026 wordt Internet Max € 59,50 per maand. Nu betaal je € 56,50.

--- signup | OV Fiets <service@ovfiets.example> | Welkom
= OV Fiets | plan Altijd Voordeel | 27,70 EUR P1M
Je abonnement Altijd Voordeel gaat in op 1 mei 2026. Je betaalt € 27,70 per maand.

--- trial_ending | Leesclub <hallo@leesclub.example> | Je proefperiode loopt af
= Leesclub | plan Onbeperkt | 11,99 EUR P1M | renews 2026-04-05
Je proefperiode eindigt op 5 april. Daarna betaal je € 11,99 per maand voor Onbeperkt.
`;

export const PL = `
--- renewal_charged | Warzywniak <zamowienia@warzywniak.example> | Twoja skrzynka jest w drodze
= Warzywniak | plan Skrzynka Rodzinna | 89,00 PLN P1W | renews 2026-04-09
Dzień dobry, Olu!

Pobraliśmy 89,00 zł za cotygodniową dostawę: Skrzynka Rodzinna. Następna płatność: 9 kwietnia 2026 r.

Zespół Warzywniaka

--- cancellation_confirmed | Kinomania <pomoc@kinomania.example> | Potwierdzenie rezygnacji
= Kinomania | plan Standard | ends 2026-05-03
Dzień dobry,

Twoja subskrypcja Standard została anulowana. Dostęp zachowasz do 3 maja 2026 r. włącznie. Nie pobierzemy kolejnych opłat.

--- price_change | Sieć Zielona <bok@sieczielona.example> | Zmiana ceny
= Sieć Zielona | plan Światłowód 300 | 69,00 PLN P1M | effective 2026-06-01
Szanowni Państwo,

od 1 czerwca 2026 r. abonament za Światłowód 300 wzrośnie z 59,00 zł do 69,00 zł miesięcznie.

--- renewal_notice | Kadr <biuro@kadr.example> | Odnowienie planu
= Kadr | plan Fotograf | 299,00 PLN P1Y | renews 2026-05-10
Plan: Fotograf
Okres: 1 rok
Kwota: 299,00 zł
Data odnowienia: 10.05.2026

--- cancellation_requested | Fit Arena <klub@fitarena.example> | Przyjęliśmy wypowiedzenie
= Fit Arena | ends 2026-05-31 | notice P1M
Dzień dobry,

otrzymaliśmy wypowiedzenie umowy. Okres wypowiedzenia wynosi 1 miesiąc, umowa wygaśnie 31 maja 2026 r.

--- price_change | Orange Polska <bok@orange.pl> | Zmiana opłaty
= Orange | plan Premium | 75,00 PLN P1M | effective 2026-06-01
Od 1 czerwca 2026 r. opłata za Plan Premium wyniesie 75 zł miesięcznie (obecnie 70 zł).

--- trial_started | Legimi Plus <pomoc@legimiplus.example> | Okres próbny
= Legimi Plus | plan Bez Limitu | 44,99 PLN P1M | renews 2026-04-16
Twój 14-dniowy okres próbny abonamentu Bez Limitu właśnie się zaczął. Od 16 kwietnia pobierzemy 44,99 zł miesięcznie.

--- cancellation_confirmed | Benefit Klub <kontakt@benefitklub.example> | Rozwiązanie umowy
= Benefit Klub | plan Open | ends 2026-04-30
Potwierdzamy rozwiązanie umowy na Karnet Open z dniem 30 kwietnia 2026 r.

--- renewal_notice | Gazeta Codzienna <prenumerata@gazetacodzienna.example> | Przedłużenie prenumeraty
= Gazeta Codzienna | plan Cyfrowa | 199,00 PLN P1Y | renews 2026-05-06
Twoja prenumerata Cyfrowa odnowi się 6 maja 2026 r. na kolejny rok za 199 zł.
`;

export const JA = `
--- renewal_charged | ミドリ便 <order@midoribin.example> | お届けとご請求のお知らせ
= ミドリ便 | plan ファミリーセット | 3480 JPY P2W | renews 2026-04-16
佐藤様

いつもミドリ便をご利用いただきありがとうございます。
ご利用プラン：ファミリーセット（隔週）
ご請求額：3,480円
次回請求日：2026年4月16日

--- price_change | ソラ電気 <info@soradenki.example> | 料金改定のお知らせ
= ソラ電気 | plan グリーンプラン | 1320 JPY P1M | effective 2026-06-01
お客様各位

2026年6月1日より、「グリーンプラン」の月額料金を1,100円から1,320円に改定いたします。

--- cancellation_confirmed | シネマ館 <support@cinemakan.example> | 解約手続き完了のお知らせ
= シネマ館 | plan スタンダードプラン | ends 2026-04-30
スタンダードプランの解約手続きが完了しました。2026年4月30日までご利用いただけます。

--- renewal_notice | ノート工房 <info@notekobo.example> | 自動更新のお知らせ
= ノート工房 | plan プロプラン | 9800 JPY P1Y | renews 2026-05-08
ご利用中のプロプラン（年額9,800円）は2026年5月8日に自動更新されます。
更新を希望されない場合は5月7日までにお手続きください。

--- trial_started | エイゴ道場 <hello@eigodojo.example> | 無料体験が始まりました
= エイゴ道場 | plan スピーキングコース | 2980 JPY P1M | renews 2026-04-16
スピーキングコースの14日間無料体験が始まりました。無料期間終了後、2026年4月16日から月額2,980円が請求されます。

--- expired | ヨガの森 <info@yoganomori.example> | ご契約満了のお知らせ
= ヨガの森 | ends 2026-03-31
ご契約は2026年3月31日をもって終了いたしました。自動更新は行われません。

--- trial_ending | ホンダナ <support@hondana.example> | 無料体験終了のお知らせ
= ホンダナ | plan 読み放題プラン | 980 JPY P1M | renews 2026-04-08
読み放題プランの無料体験は2026年4月8日に終了し、その後は月額980円で自動的に更新されます。

--- plan_changed | クラウド倉庫 <info@cloudsouko.example> | プラン変更のお知らせ
= クラウド倉庫 | plan ビジネス | 5500 JPY P1M | effective 2026-05-01
「スタンダード」から「ビジネス」へのプラン変更を承りました。2026年5月1日より月額5,500円となります。

--- paused | ハナタバ <info@hanataba.example> | 定期便休止のお知らせ
= ハナタバ | renews 2026-06-01
定期便を休止いたしました。2026年6月1日から配送とご請求を再開いたします。
`;
