# A yearly renewal announced twice, the second time by its last day alone: told once. And a box announced month after month by its last day: each is told.
country: FR
language: fr
now: 2026-12-10

--- 2025-01-14 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Bienvenue chez Revue Horizon
Bonjour,

Votre abonnement annuel Revue Horizon a débuté le 14 janvier 2025. Montant : 84,00 € par an, prélevé ce jour.
Il se renouvelle par tacite reconduction.

--- 2026-01-14 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre facture annuelle
Bonjour,

Nous avons prélevé 84,00 € pour votre abonnement annuel Revue Horizon.
Prochaine échéance : 14 janvier 2027.

--- 2026-11-02 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre abonnement sera reconduit le 14 janvier 2027
Bonjour,

Votre abonnement annuel Revue Horizon sera reconduit tacitement le 14 janvier 2027 pour un an, au prix de 84,00 €.
Si vous ne souhaitez pas le renouveler, résiliez avant le 14 décembre 2026.

--- 2026-11-23 08:00 | Revue Horizon <abonnements@revuehorizon.example> | Votre abonnement sera bientôt reconduit
Bonjour,

Votre abonnement annuel Revue Horizon sera bientôt reconduit tacitement pour un an, au prix de 84,00 €.
Dernier jour pour résilier : 13 décembre 2026.

--- 2026-08-02 08:00 | Panier Colline <bonjour@paniercolline.example> | Votre abonnement sera bientôt renouvelé
Bonjour,

Votre abonnement Panier Colline sera bientôt renouvelé, au prix de 24,00 €.
Dernier jour pour résilier : 9 août 2026.

--- 2026-09-02 08:00 | Panier Colline <bonjour@paniercolline.example> | Votre abonnement sera bientôt renouvelé
Bonjour,

Votre abonnement Panier Colline sera bientôt renouvelé, au prix de 24,00 €.
Dernier jour pour résilier : 9 septembre 2026.

--- 2026-10-02 08:00 | Panier Colline <bonjour@paniercolline.example> | Votre abonnement sera bientôt renouvelé
Bonjour,

Votre abonnement Panier Colline sera bientôt renouvelé, au prix de 24,00 €.
Dernier jour pour résilier : 9 octobre 2026.

=== expect
sub Revue Horizon | status=active | price=84.00 EUR P1Y | renews_on=2027-01-14 | cancel_by=2026-12-13
finding cancel_by Revue Horizon
alert renewal_notice Revue Horizon | count=1
alert cancel_by Revue Horizon
may finding notice_missing Revue Horizon
may alert notice_missing Revue Horizon
sub Panier Colline
alert renewal_notice Panier Colline | count=3
alert cancel_by Panier Colline
