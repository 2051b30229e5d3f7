# One rise is announced for later and costs nothing yet; another has taken effect.
country: FR
language: fr
now: 2026-03-10

--- 2026-01-08 08:00 | Onde Musique <facture@ondemusique.example> | Votre reçu Onde Musique
@again: 2026-02-08, 2026-03-08
Bonjour,

Nous avons débité 9,99 € pour votre abonnement mensuel Onde Musique Solo.
Prochain débit : {next}.

--- 2026-03-01 10:00 | Onde Musique <info@ondemusique.example> | Le prix de votre abonnement évolue
Bonjour,

À partir du 8 mai 2026, le prix de votre abonnement Onde Musique Solo passera de 9,99 € à 11,49 € par mois. Si ce nouveau tarif ne vous convient pas, vous pouvez résilier à tout moment avant cette date.

--- 2025-11-03 08:00 | Nuage Box <compte@nuagebox.example> | Votre paiement Nuage Box
@again: 2025-12-03, 2026-01-03
Bonjour,

Paiement reçu : 1,99 € pour votre abonnement mensuel Nuage Box 200 Go.
Prochain paiement : {next}.

--- 2026-01-10 10:00 | Nuage Box <compte@nuagebox.example> | Nouveau tarif de votre abonnement
Bonjour,

Le tarif de votre abonnement Nuage Box 200 Go augmente : il passera de 1,99 € à 2,99 € par mois à compter du 3 février 2026.

--- 2026-02-03 08:00 | Nuage Box <compte@nuagebox.example> | Votre paiement Nuage Box
@again: 2026-03-03
Bonjour,

Paiement reçu : 2,99 € pour votre abonnement mensuel Nuage Box 200 Go.
Prochain paiement : {next}.

=== expect
sub Onde Musique | status=active | price=9.99 EUR P1M | renews_on=2026-04-08
sub Nuage Box | status=active | price=2.99 EUR P1M
  renews_on=2026-04-03
finding price_increased Onde Musique
finding price_increased Onde Musique | since=2026-05-08
finding price_increased Nuage Box
alert price_change Onde Musique
alert price_change Nuage Box
absent alert renewal_notice Nuage Box
absent finding silent_merchant Nuage Box

