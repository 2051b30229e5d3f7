# A friend forwards the confirmation of her own cancellation: it is no proof and changes nothing here.
country: FR
language: fr
owner: marc.petit@postale.example
now: 2026-03-30

--- 2026-01-11 08:00 | Vidéoclub <factures@videoclub.example> | Votre paiement Vidéoclub
@again: 2026-02-11, 2026-03-11
Bonjour Marc,

Votre paiement de 6,99 € pour votre abonnement mensuel Vidéoclub Classique est accepté.
Prochain paiement : {next}.

--- 2026-03-18 21:30 | Léa Martin <lea.martin@courriel.example> | Fwd: Confirmation de résiliation
Regarde, c'était tout simple, tu peux faire pareil !

Léa

---------- Message transféré ---------
De : Vidéoclub <bonjour@videoclub.example>
Date : mar. 17 mars 2026 à 20:58
Objet : Confirmation de résiliation
À : Léa Martin <lea.martin@courriel.example>

Bonjour Léa,

Votre abonnement Vidéoclub Classique est résilié. Il prendra fin le 2 avril 2026.

--- 2026-03-18 22:00 | Léa Martin <lea.martin@courriel.example> | Re: Samedi
Au fait, on mange chez nous samedi ? J'ai annulé mon cours de yoga.

=== expect
sub Vidéoclub | status=active | price=6.99 EUR P1M | renews_on=2026-04-11 | ends_on=- | proof=-
absent alert renewal_notice Vidéoclub

