# The same mails in two folders, and one sent again a minute later: each is one fact.
country: FR
language: fr
now: 2026-04-02

--- 2026-01-25 08:00 | Kiosque Bleu <recu@kiosquebleu.example> | Votre reçu Kiosque Bleu
@copies: Archive
@again: 2026-02-25, 2026-03-25
Bonjour Anna,

Votre paiement de 11,00 € pour votre abonnement mensuel Kiosque Bleu a bien été reçu.
Prochain paiement : {next}.

--- 2026-03-26 10:00 | Kiosque Bleu <service@kiosquebleu.example> | Votre abonnement est résilié
@copies: Résiliations, Corbeille
Bonjour Anna,

Votre abonnement Kiosque Bleu est résilié. Il prend fin le 25 avril 2026.

--- 2026-03-26 10:01 | Kiosque Bleu <service@kiosquebleu.example> | Votre abonnement est résilié
Bonjour Anna,

Votre abonnement Kiosque Bleu est résilié. Il prend fin le 25 avril 2026.

=== expect
sub Kiosque Bleu | status=cancelled | ends_on=2026-04-25 | price=11.00 EUR P1M
alert cancellation_confirmed Kiosque Bleu | count=1

