# A German Kündigungsbestätigung with all that § 312k asks for, after a price rise and an offer to stay.
country: DE
language: de
now: 2026-08-05

--- 2026-01-04 08:00 | Filmhafen <rechnung@filmhafen.example> | Ihre Rechnung
@again: 2026-02-04, 2026-03-04, 2026-04-04
Guten Tag Jonas Weber,

wir haben 7,99 € für Ihr monatliches Abo Filmhafen Premium abgebucht. Nächste Abbuchung am {next}.

--- 2026-04-10 08:00 | Filmhafen <info@filmhafen.example> | Preisänderung Ihres Abos
Guten Tag Jonas Weber,

ab dem 4. Juni 2026 kostet Ihr Abo Filmhafen Premium 9,99 € statt 7,99 € pro Monat.

--- 2026-05-04 08:00 | Filmhafen <rechnung@filmhafen.example> | Ihre Rechnung
Guten Tag Jonas Weber,

wir haben 7,99 € für Ihr monatliches Abo Filmhafen Premium abgebucht. Nächste Abbuchung am {next}.

--- 2026-06-04 08:00 | Filmhafen <rechnung@filmhafen.example> | Ihre Rechnung
@again: 2026-07-04
Guten Tag Jonas Weber,

wir haben 9,99 € für Ihr monatliches Abo Filmhafen Premium abgebucht. Nächste Abbuchung am {next}.

--- 2026-07-12 22:14 | Filmhafen <service@filmhafen.example> | Kündigungsbestätigung
Guten Tag Jonas Weber,

wir bestätigen den Eingang Ihrer Kündigung am 12.07.2026 um 22:13 Uhr. Ihr Abo Filmhafen Premium (Vertragsnummer FH-20991) endet zum 03.08.2026. Danach wird nichts mehr abgebucht.

--- 2026-07-20 08:00 | Filmhafen <info@filmhafen.example> | Bleiben Sie! Drei Monate zum halben Preis
Guten Tag Jonas Weber,

schade, dass Sie gehen möchten. Nehmen Sie Ihre Kündigung zurück und zahlen Sie drei Monate nur die Hälfte.

=== expect
sub Filmhafen | price=9.99 EUR P1M
  status=cancelled
  ends_on=2026-08-03
may finding price_increased Filmhafen
alert price_change Filmhafen
alert cancellation_confirmed Filmhafen
absent finding confirmation_missing Filmhafen
absent alert confirmation_missing Filmhafen

