# Two subscriptions at one publisher, told apart by their names and numbers; one is cancelled, the other goes on.
country: FR
language: fr
now: 2026-04-20

--- 2026-01-06 08:00 | Presse Horizon <abonnes@pressehorizon.example> | Votre paiement : formule Intégrale
@again: 2026-02-06, 2026-03-06, 2026-04-06
Bonjour,

Votre abonnement à la formule Intégrale a été renouvelé. Montant débité : 14,90 €, chaque mois.
Numéro d'abonnement : PH-440017
Prochain prélèvement : {next}.

--- 2026-01-18 08:00 | Presse Horizon <abonnes@pressehorizon.example> | Votre paiement : formule Cuisine
@again: 2026-02-18, 2026-03-18
Bonjour,

Votre abonnement à la formule Cuisine a été renouvelé. Montant débité : 3,90 €, chaque mois.
Numéro d'abonnement : PH-551902
Prochain prélèvement : {next}.

--- 2026-03-25 17:00 | Presse Horizon <abonnes@pressehorizon.example> | Résiliation de votre formule Cuisine
Bonjour,

Nous confirmons la résiliation de votre abonnement à la formule Cuisine (numéro d'abonnement PH-551902). Il prendra fin le 18 avril 2026.

=== expect
sub Presse Horizon | plan=Intégrale | status=active | price=14.90 EUR P1M | renews_on=2026-05-06
sub Presse Horizon | plan=Cuisine | status=cancelled | ends_on=2026-04-18 | price=3.90 EUR P1M
alert cancellation_confirmed Presse Horizon

