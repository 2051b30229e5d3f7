# A mailbox read for the first time: what is long past raises no alert, what can still be acted upon does.
country: FR
language: fr
read: backfill
now: 2026-09-10

--- 2024-03-02 08:00 | Vélo Partagé <compte@velopartage.example> | Votre abonnement a été résilié
Bonjour,

Votre abonnement Vélo Partagé a été résilié. Il a pris fin le 31 mars 2024.

--- 2024-06-05 08:00 | Ciné Plage <facture@cineplage.example> | Votre paiement Ciné Plage
@again: 2024-07-05
Bonjour,

Votre paiement de 7,50 € pour votre abonnement mensuel Ciné Plage est accepté. Prochain paiement : {next}.

--- 2024-08-05 08:00 | Ciné Plage <facture@cineplage.example> | Échec de votre paiement
Bonjour,

Votre paiement de 7,50 € pour votre abonnement Ciné Plage a été refusé.

--- 2025-09-20 08:00 | Photothèque <compte@phototheque.example> | Votre facture annuelle
Bonjour,

Nous avons prélevé 35,88 € pour votre abonnement annuel Photothèque. Prochain renouvellement : 20 septembre 2026.

--- 2026-09-01 08:00 | Photothèque <compte@phototheque.example> | Votre abonnement sera renouvelé le 20 septembre 2026
Bonjour,

Votre abonnement annuel Photothèque sera renouvelé le 20 septembre 2026 au prix de 35,88 €. Sans action de votre part, vous serez prélevé à cette date.

--- 2025-02-01 08:00 | Gazette du Lac <abo@gazettedulac.example> | Le prix de votre abonnement change
Bonjour,

À compter du 1er mars 2025, votre abonnement Gazette du Lac passe de 5,00 € à 6,00 € par mois.

=== expect
sub Vélo Partagé | status=cancelled | ends_on=2024-03-31
sub Ciné Plage | status=unknown
sub Photothèque | status=active | price=35.88 EUR P1Y | renews_on=2026-09-20
sub Gazette du Lac | status=unknown
may finding payment_failed Ciné Plage
may finding price_increased Gazette du Lac
finding cancel_by Photothèque
finding notice_missing Photothèque
may alert notice_missing Photothèque
alert renewal_notice Photothèque

