# German law wants the confirmation at once (§ 312k BGB): one shop sends it, the other only says that it works on it.
country: DE
language: de
now: 2026-04-18

--- 2026-02-03 09:00 | Sprachwelt <rechnung@sprachwelt.example> | Ihre Rechnung von Sprachwelt
@again: 2026-03-03, 2026-04-03
Guten Tag,

wir haben 12,99 € für Ihr monatliches Abonnement Sprachwelt Plus abgebucht.
Nächste Abbuchung: {next}.

--- 2026-04-10 18:02 | Sprachwelt <service@sprachwelt.example> | Bestätigung Ihrer Kündigung
Guten Tag,

hiermit bestätigen wir Ihre Kündigung, eingegangen am 10. April 2026 um 18:01 Uhr. Ihr Vertrag Sprachwelt Plus endet am 3. Mai 2026. Es erfolgen keine weiteren Abbuchungen.

--- 2026-02-08 07:30 | Fitwerk <mitglied@fitwerk.example> | Ihre Zahlung für Fitwerk Basis
@again: 2026-03-08, 2026-04-08
Guten Tag,

Ihr monatlicher Mitgliedsbeitrag in Höhe von 24,90 € für Fitwerk Basis wurde abgebucht.
Nächste Abbuchung: {next}.

--- 2026-04-11 20:15 | Fitwerk <mitglied@fitwerk.example> | Wir haben Ihre Kündigung erhalten
Guten Tag,

wir haben Ihre Kündigung erhalten und bearbeiten sie so schnell wie möglich. Sie erhalten eine gesonderte Bestätigung von uns.

=== expect
sub Sprachwelt | status=cancelled | ends_on=2026-05-03 | price=12.99 EUR P1M
sub Fitwerk | status=cancel_requested
  price=24.90 EUR P1M
finding confirmation_missing Fitwerk
alert cancellation_confirmed Sprachwelt
alert confirmation_missing Fitwerk

