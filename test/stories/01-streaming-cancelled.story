# A streaming service paid by the month, cancelled by the person, confirmed, and quiet afterwards.
country: FR
language: fr
now: 2026-05-20

--- 2025-12-12 08:05 | Cinéval <factures@cineval.example> | Votre abonnement Cinéval Essentiel est activé
Bonjour Camille,

Merci de vous être abonnée à Cinéval. Votre abonnement Essentiel commence aujourd'hui. Vous serez débitée de 8,99 € par mois.
Prochain prélèvement : 12 janvier 2026.

--- 2026-01-12 06:30 | Cinéval <factures@cineval.example> | Votre facture Cinéval
@again: 2026-02-12, 2026-03-12, 2026-04-12
Bonjour Camille,

Nous avons bien reçu votre paiement de 8,99 € pour votre abonnement mensuel Cinéval Essentiel.
Date du paiement : {day}
Prochain paiement : {next}
Facture n° CV-10{n}

--- 2026-04-20 19:44 | Cinéval <bonjour@cineval.example> | Confirmation de la résiliation de votre abonnement
Bonjour Camille,

Votre abonnement Cinéval Essentiel est résilié. Vous pouvez regarder vos films jusqu'au 12 mai 2026, date à laquelle votre abonnement prendra fin. Aucun autre prélèvement ne sera effectué.
Votre demande a été reçue le 20 avril 2026 à 19 h 43.

--- 2026-04-22 10:00 | Cinéval <bonjour@cineval.example> | Dites-nous pourquoi vous partez
Bonjour Camille,

Vous nous avez quittés récemment. Deux minutes pour répondre à notre questionnaire ? Vos réponses nous aideront à nous améliorer.

=== expect
sub Cinéval | plan=Essentiel | status=cancelled | ends_on=2026-05-12 | price=8.99 EUR P1M
alert cancellation_confirmed Cinéval

