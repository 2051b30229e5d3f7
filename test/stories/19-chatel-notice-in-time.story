# A yearly contract with tacit renewal: the notice came in the window of L215-1, and says until when one may leave.
country: FR
language: fr
now: 2026-09-10

--- 2024-10-15 08:00 | Alarme Vigie <contrats@alarmevigie.example> | Bienvenue chez Alarme Vigie
Bonjour Madame Roy,

Votre abonnement annuel Alarme Vigie Confort a débuté le 15 octobre 2024. Montant : 228,00 € par an, prélevé ce jour.
Le contrat est conclu pour douze mois et se renouvelle par tacite reconduction. Préavis : un mois avant l'échéance.

--- 2025-08-01 08:00 | Alarme Vigie <contrats@alarmevigie.example> | Reconduction de votre abonnement : vous pouvez y mettre fin avant le 15 septembre 2025
Bonjour Madame Roy,

Votre abonnement annuel Alarme Vigie Confort sera reconduit tacitement le 15 octobre 2025 pour une durée d'un an, au prix de 228,00 €.
Conformément à l'article L215-1 du code de la consommation, vous pouvez ne pas reconduire votre contrat.
DATE LIMITE DE RÉSILIATION : 15 SEPTEMBRE 2025

--- 2025-10-15 08:00 | Alarme Vigie <contrats@alarmevigie.example> | Votre facture annuelle
Bonjour Madame Roy,

Nous avons prélevé 228,00 € pour votre abonnement annuel Alarme Vigie Confort.
Prochaine échéance : 15 octobre 2026.

--- 2025-11-02 08:00 | Alarme Vigie <conseils@alarmevigie.example> | Changez vos piles
Bonjour,

C'est le moment de vérifier les piles de vos détecteurs.

--- 2026-03-02 08:00 | Alarme Vigie <conseils@alarmevigie.example> | Parrainez un proche
Bonjour,

Parrainez un proche et recevez un mois offert.

--- 2026-08-01 08:00 | Alarme Vigie <contrats@alarmevigie.example> | Reconduction de votre abonnement : vous pouvez y mettre fin avant le 15 septembre 2026
Bonjour Madame Roy,

Votre abonnement annuel Alarme Vigie Confort sera reconduit tacitement le 15 octobre 2026 pour une durée d'un an, au prix de 228,00 €.
Conformément à l'article L215-1 du code de la consommation, vous pouvez ne pas reconduire votre contrat.
DATE LIMITE DE RÉSILIATION : 15 SEPTEMBRE 2026

=== expect
sub Alarme Vigie | status=active | price=228.00 EUR P1Y | renews_on=2026-10-15 | cancel_by=2026-09-15 | ends_on=-
finding cancel_by Alarme Vigie
alert renewal_notice Alarme Vigie
alert cancel_by Alarme Vigie

