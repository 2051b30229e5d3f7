# Two cancellations: an operator's last pro-rata bill is none of our business, a newspaper's charge after the end is.
country: FR
language: fr
now: 2026-03-15

--- 2025-12-05 07:00 | Mobilia <facture@mobilia.example> | Votre facture Mobilia du mois
@again: 2026-01-05
Bonjour,

Votre facture est disponible. Montant prélevé : 19,99 € TTC pour votre forfait 80 Go.
Prochain prélèvement le {next}.

--- 2026-01-25 15:12 | Mobilia <service.client@mobilia.example> | Votre ligne est résiliée
Bonjour,

Nous vous confirmons la résiliation de votre forfait 80 Go. Votre contrat prendra fin le 12 février 2026.
Une dernière facture au prorata vous sera adressée.

--- 2026-02-20 07:00 | Mobilia <facture@mobilia.example> | Votre dernière facture Mobilia
Bonjour,

Voici votre facture de clôture. Montant prélevé : 4,64 € TTC au prorata, pour la période du 5 au 12 février 2026 de votre forfait 80 Go.
Cette facture solde votre compte.

--- 2025-12-05 06:00 | Le Fil Normand <abonnements@lefilnormand.example> | Reçu de votre abonnement numérique
@again: 2026-01-05
Bonjour,

Nous avons prélevé 9,90 € pour votre abonnement numérique mensuel au Fil Normand.
Prochain prélèvement : {next}.

--- 2026-01-14 11:20 | Le Fil Normand <abonnements@lefilnormand.example> | Votre abonnement est résilié
Bonjour,

Votre demande de résiliation a été prise en compte. Votre abonnement numérique prend fin le 4 février 2026. Vous ne serez plus prélevé.

--- 2026-02-05 06:00 | Le Fil Normand <abonnements@lefilnormand.example> | Reçu de votre abonnement numérique
Bonjour,

Nous avons prélevé 9,90 € pour votre abonnement numérique mensuel au Fil Normand.
Prochain prélèvement : 5 mars 2026.

=== expect
sub Mobilia | status=cancelled | ends_on=2026-02-12
sub Le Fil Normand | status=cancelled | ends_on=2026-02-04 | price=9.90 EUR P1M
finding charged_after_cancellation Le Fil Normand | since=2026-02-05
alert cancellation_confirmed Mobilia
alert cancellation_confirmed Le Fil Normand
alert charged_after_cancellation Le Fil Normand

