# The same kind of contract, renewed without any notice: the person may leave at any time, and is told.
country: FR
language: fr
now: 2026-04-20

--- 2024-04-10 08:00 | Protège Foyer <client@protegefoyer.example> | Confirmation de votre souscription
Bonjour Monsieur Diallo,

Votre abonnement annuel Protège Foyer Sérénité a débuté le 10 avril 2024. Montant prélevé : 144,00 €.
Contrat d'un an renouvelable par tacite reconduction, préavis d'un mois.

--- 2025-04-10 08:00 | Protège Foyer <client@protegefoyer.example> | Votre facture annuelle
Bonjour Monsieur Diallo,

Nous avons prélevé 144,00 € pour votre abonnement annuel Protège Foyer Sérénité.
Prochaine échéance : 10 avril 2026.

--- 2025-09-01 08:00 | Protège Foyer <infos@protegefoyer.example> | Nos conseils de rentrée
Bonjour,

Cinq gestes simples pour une maison plus sûre.

--- 2026-01-05 08:00 | Protège Foyer <infos@protegefoyer.example> | Bonne année
Bonjour,

Toute l'équipe vous souhaite une bonne année.

--- 2026-04-10 08:00 | Protège Foyer <client@protegefoyer.example> | Votre facture annuelle
Bonjour Monsieur Diallo,

Nous avons prélevé 144,00 € pour votre abonnement annuel Protège Foyer Sérénité.
Prochaine échéance : 10 avril 2027.

=== expect
sub Protège Foyer | status=active | price=144.00 EUR P1Y | renews_on=2027-04-10 | ends_on=-
finding notice_missing Protège Foyer
may alert notice_missing Protège Foyer
may alert renewal_notice Protège Foyer
may alert cancel_by Protège Foyer

