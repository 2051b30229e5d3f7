# A merchant that wrote at the start and about a new price, and never sends a receipt: that must be said, not shown as fine.
country: FR
language: fr
now: 2026-06-25

--- 2026-01-10 08:00 | Studio Flux <compte@studioflux.example> | Bienvenue : votre abonnement commence
Bonjour Théo,

Votre abonnement mensuel Studio Flux Standard commence le 10 janvier 2026, au prix de 13,49 € par mois. Il se renouvelle automatiquement chaque mois.

--- 2026-02-14 08:00 | Studio Flux <news@studioflux.example> | Les sorties de la semaine
Bonjour Théo,

Cette semaine, trois séries à ne pas manquer.

--- 2026-03-20 08:00 | Studio Flux <compte@studioflux.example> | Nouvelle connexion à votre compte
Bonjour Théo,

Une nouvelle connexion à votre compte a eu lieu depuis Lyon.

--- 2026-05-02 08:00 | Studio Flux <compte@studioflux.example> | Votre abonnement : nouveau prix
Bonjour Théo,

À compter du 10 juin 2026, votre abonnement Studio Flux Standard passera de 13,49 € à 14,99 € par mois.

--- 2026-01-22 08:00 | Radio Brise <dons@radiobrise.example> | Merci pour votre soutien mensuel
@again: 2026-02-22, 2026-03-22, 2026-04-22, 2026-05-22, 2026-06-22
Bonjour Théo,

Nous avons bien reçu votre paiement de 5,00 € pour votre abonnement de soutien mensuel.
Prochain prélèvement : {next}.

=== expect
sub Studio Flux | status=active | price=14.99 EUR P1M
sub Radio Brise | price=5.00 EUR P1M
  status=active
  renews_on=2026-07-22
finding silent_merchant Studio Flux
finding price_increased Studio Flux
alert price_change Studio Flux

