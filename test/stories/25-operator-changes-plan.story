# A phone operator: the plan changes and with it the price, which is the person's own choice and no price rise.
country: FR
language: fr
now: 2026-06-12

--- 2026-01-03 08:00 | Alizé Mobile <facture@alizemobile.example> | Votre facture Alizé Mobile
@again: 2026-02-03, 2026-03-03
Bonjour Hugo,

Le montant de votre facture est de 9,99 € pour votre Forfait 20 Go. Il a été prélevé le {day}.

--- 2026-03-15 08:00 | Alizé Mobile <client@alizemobile.example> | Votre changement de forfait
Bonjour Hugo,

Comme vous l'avez demandé, vous passez du Forfait 20 Go au Forfait 120 Go à 16,99 € par mois. Votre nouveau forfait est actif dès le 3 avril 2026.

--- 2026-04-03 08:00 | Alizé Mobile <facture@alizemobile.example> | Votre facture Alizé Mobile
@again: 2026-05-03, 2026-06-03
Bonjour Hugo,

Le montant de votre facture est de 16,99 € pour votre Forfait 120 Go. Il a été prélevé le {day}.

=== expect
sub Alizé Mobile | plan=120 Go | status=active | ends_on=-
  price=16.99 EUR P1M
absent sub Alizé Mobile

