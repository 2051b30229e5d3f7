# A subscription paused and resumed, and one that is still paused; neither is cancelled.
country: FR
language: fr
now: 2026-06-20

--- 2026-01-07 08:00 | Potager Express <commandes@potagerexpress.example> | Votre paiement du mois
@again: 2026-02-07
Bonjour,

Merci ! Nous avons débité 42,00 € pour votre abonnement mensuel Potager Express.
Prochain paiement : {next}.

--- 2026-02-20 18:00 | Potager Express <commandes@potagerexpress.example> | Votre abonnement est en pause
Bonjour,

Votre abonnement Potager Express est mis en pause à votre demande. Il reprendra le 7 mai 2026. Vous ne serez pas débité pendant cette période.

--- 2026-05-07 08:00 | Potager Express <commandes@potagerexpress.example> | Votre abonnement a repris
Bonjour,

La pause est terminée : votre abonnement Potager Express a repris aujourd'hui.

--- 2026-05-07 09:00 | Potager Express <commandes@potagerexpress.example> | Votre paiement du mois
@again: 2026-06-07
Bonjour,

Merci ! Nous avons débité 42,00 € pour votre abonnement mensuel Potager Express.
Prochain paiement : {next}.

--- 2026-03-12 08:00 | Yoga Brume <studio@yogabrume.example> | Reçu de votre abonnement
@again: 2026-04-12, 2026-05-12
Bonjour,

Nous avons bien reçu votre paiement de 25,00 € pour votre abonnement mensuel Yoga Brume.

--- 2026-06-01 12:00 | Yoga Brume <studio@yogabrume.example> | Votre abonnement est suspendu
Bonjour,

Comme demandé, votre abonnement Yoga Brume est suspendu jusqu'au 1er septembre 2026. Aucun prélèvement n'aura lieu d'ici là.

=== expect
sub Potager Express | status=active | price=42.00 EUR P1M | renews_on=2026-07-07 | ends_on=-
sub Yoga Brume | status=paused | price=25.00 EUR P1M | ends_on=-

