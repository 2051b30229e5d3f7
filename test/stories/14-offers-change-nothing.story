# Retention offers, win-backs, surveys and news talk of cancelling and change nothing at all.
country: FR
language: fr
now: 2026-04-25

--- 2026-01-16 08:00 | Lumo Énergie <clients@lumo-energie.example> | Votre prélèvement mensuel Lumo
@again: 2026-02-16, 2026-03-16, 2026-04-16
Bonjour,

Votre mensualité de 61,00 € a été prélevée pour votre contrat Lumo Vert.
Prochain prélèvement : {next}.

--- 2026-02-22 10:00 | Lumo Énergie <info@lumo-energie.example> | Ne partez pas ! 30 € offerts
Bonjour,

Vous songez à résilier votre contrat ? Restez avec nous et recevez 30 € de remise sur votre prochaine facture. Offre valable jusqu'au 1er mars.

--- 2026-02-28 10:00 | Lumo Énergie <info@lumo-energie.example> | Plus que 24 heures pour votre remise
Bonjour,

Il ne vous reste que 24 heures pour profiter de 30 € de remise. Ensuite, il sera trop tard !

--- 2026-03-05 10:00 | Lumo Énergie <info@lumo-energie.example> | Comment résilier votre contrat ? Toutes les réponses
Bonjour,

Dans notre rubrique d'aide : comment résilier un contrat, combien de temps cela prend, ce qu'il faut préparer. Bonne lecture !

--- 2026-03-20 10:00 | Lumo Énergie <enquete@lumo-energie.example> | Votre avis compte
Bonjour,

Pensez-vous résilier votre contrat dans les six prochains mois ? Répondez à notre enquête et gagnez un chèque-cadeau.

--- 2026-02-03 10:00 | Canal Dune <offres@canaldune.example> | Vous nous manquez : revenez pour 1 €
Bonjour,

Cela fait un an que vous avez résilié votre abonnement Canal Dune. Revenez : le premier mois est à 1 €.

=== expect
sub Lumo Énergie | price=61.00 EUR P1M | ends_on=-
  status=active
  renews_on=2026-05-16
absent alert renewal_notice Lumo Énergie
absent finding silent_merchant Lumo Énergie

