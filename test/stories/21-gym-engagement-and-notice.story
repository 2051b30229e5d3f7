# A gym with a twelve-month minimum term and two months' notice: the mail states both, and names the day to act: before the first is by the day before.
country: FR
language: fr
now: 2026-06-25

--- 2025-09-01 10:00 | Forma Club <contrat@formaclub.example> | Votre contrat Forma Club
Bonjour Inès,

Bienvenue ! Votre abonnement Forma Club Intégral a commencé le 1er septembre 2025, au prix de 34,90 € par mois.
Votre contrat comporte un engagement de 12 mois, jusqu'au 31 août 2026. Le préavis de résiliation est de 2 mois.

--- 2025-10-01 08:00 | Forma Club <contrat@formaclub.example> | Votre prélèvement Forma Club
@again: 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01, 2026-04-01, 2026-05-01, 2026-06-01
Bonjour Inès,

Votre mensualité de 34,90 € pour votre abonnement Forma Club Intégral a été prélevée.

--- 2026-06-15 08:00 | Forma Club <contrat@formaclub.example> | Votre engagement arrive à son terme
Bonjour Inès,

L'engagement de votre abonnement Forma Club Intégral se termine le 31 août 2026. Votre abonnement sera reconduit le 1er septembre 2026 pour 12 mois.
Pour ne pas reconduire, prévenez-nous en respectant le préavis de 2 mois, soit avant le 1er juillet 2026.

=== expect
sub Forma Club | plan=Intégral | status=active | price=34.90 EUR P1M | renews_on=2026-09-01 | cancel_by=2026-06-30 | ends_on=-
finding cancel_by Forma Club
absent finding silent_merchant Forma Club
alert renewal_notice Forma Club
alert cancel_by Forma Club

