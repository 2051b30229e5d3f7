# A dearer price may be left until one day, the renewal be refused until another: the person hears of both, and the later day is never told for the earlier.
# Deadlines: a week and a day before each renewal, and a week before the last day of the price.
country: FR
language: fr
now: 2026-12-05

--- 2025-01-14 08:00 | Fibre Alizé <clients@fibrealize.example> | Bienvenue chez Fibre Alizé
Bonjour,

Votre abonnement annuel Fibre Alizé a débuté le 14 janvier 2025. Montant : 348,00 € par an, prélevé ce jour.
Il se renouvelle par tacite reconduction.

--- 2026-01-14 08:00 | Fibre Alizé <clients@fibrealize.example> | Votre facture annuelle
Bonjour,

Nous avons prélevé 348,00 € pour votre abonnement annuel Fibre Alizé.
Prochaine échéance : 14 janvier 2027.

--- 2026-06-02 08:00 | Fibre Alizé <conseils@fibrealize.example> | Bien placer sa box
Bonjour,

Posez votre box en hauteur, loin des murs épais.

--- 2026-10-20 08:00 | Fibre Alizé <clients@fibrealize.example> | Votre abonnement sera reconduit le 14 janvier 2027
Bonjour,

Votre abonnement annuel Fibre Alizé sera reconduit tacitement le 14 janvier 2027 pour un an.
Si vous ne souhaitez pas le renouveler, résiliez au plus tard le 6 décembre 2026.

--- 2026-11-10 08:00 | Fibre Alizé <clients@fibrealize.example> | Le prix de votre abonnement évolue
Bonjour,

À partir du 1er février 2027, le prix de votre abonnement Fibre Alizé passera de 348,00 € à 384,00 € par an.
Si vous n'acceptez pas ce changement, vous pouvez résilier votre abonnement sans frais jusqu'au 12 décembre 2026.

=== expect
sub Fibre Alizé | status=active | renews_on=2027-01-14 | cancel_by=2026-12-06
finding cancel_by Fibre Alizé | count=2
finding price_increased Fibre Alizé
finding notice_missing Fibre Alizé | since=2025-12-17 | count=1
alert notice_missing Fibre Alizé | count=1
alert renewal_notice Fibre Alizé | count=1
alert price_change Fibre Alizé | count=1
alert cancel_by Fibre Alizé | count=5
