# The notice names the last day to cancel, a month before the renewal; nothing else says so. When it has passed, no later day is told.
country: FR
language: fr
now: 2026-12-20

--- 2025-01-14 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Bienvenue chez Revue Horizon
Bonjour,

Votre abonnement annuel Revue Horizon a débuté le 14 janvier 2025. Montant : 84,00 € par an, prélevé ce jour.
Il se renouvelle par tacite reconduction.

--- 2025-11-02 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre abonnement sera reconduit le 14 janvier 2026
Bonjour,

Votre abonnement annuel Revue Horizon sera reconduit tacitement le 14 janvier 2026 pour un an, au prix de 84,00 €.
Si vous ne souhaitez pas le renouveler, résiliez avant le 14 décembre 2025.

--- 2026-01-14 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre facture annuelle
Bonjour,

Nous avons prélevé 84,00 € pour votre abonnement annuel Revue Horizon.
Prochaine échéance : 14 janvier 2027.

--- 2026-03-02 08:00 | Revue Horizon <redaction@revuehorizon.example> | Le sommaire de mars
Bonjour,

Ce mois-ci, notre dossier sur les phares de Bretagne.

--- 2026-06-02 08:00 | Revue Horizon <redaction@revuehorizon.example> | Le sommaire de juin
Bonjour,

Ce mois-ci, un voyage le long du canal du Midi.

--- 2026-11-02 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre abonnement sera reconduit le 14 janvier 2027
Bonjour,

Votre abonnement annuel Revue Horizon sera reconduit tacitement le 14 janvier 2027 pour un an, au prix de 84,00 €.
Si vous ne souhaitez pas le renouveler, résiliez avant le 14 décembre 2026.

=== expect
sub Revue Horizon | status=active | price=84.00 EUR P1Y | renews_on=2027-01-14 | cancel_by=2026-12-13 | ends_on=-
alert renewal_notice Revue Horizon
alert cancel_by Revue Horizon
absent finding cancel_by Revue Horizon
