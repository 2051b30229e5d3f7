# Home insurance: the expiry notice with its deadline, the insured's cancellation, the acknowledgement, the confirmation.
country: FR
language: fr
now: 2026-12-20

--- 2025-01-01 08:00 | Assurance Rivage <contrats@assurancerivage.example> | Votre contrat habitation
Bonjour,

Votre contrat d'assurance Habitation n° HB-77012 prend effet le 1er janvier 2025. Cotisation annuelle : 212,40 €.

--- 2025-12-31 08:00 | Assurance Rivage <contrats@assurancerivage.example> | Votre échéance annuelle
Bonjour,

Votre cotisation annuelle de 221,00 € pour votre contrat Habitation n° HB-77012 a été prélevée.
Prochaine échéance : 1er janvier 2027.

--- 2026-03-04 08:00 | Assurance Rivage <infos@assurancerivage.example> | Dégât des eaux : les bons réflexes
Bonjour,

Coupez l'eau, prévenez vos voisins, photographiez les dommages.

--- 2026-10-15 08:00 | Assurance Rivage <contrats@assurancerivage.example> | Avis d'échéance de votre contrat Habitation
Bonjour,

Votre contrat Habitation n° HB-77012 sera renouvelé le 1er janvier 2027. Cotisation pour 2027 : 229,80 €.
Vous pouvez le résilier jusqu'au 1er novembre 2026.

--- 2026-10-24 09:00 | Assurance Rivage <contrats@assurancerivage.example> | Accusé de réception de votre demande de résiliation
Bonjour,

Nous avons bien reçu votre demande de résiliation du contrat Habitation n° HB-77012. Elle est en cours de traitement.

--- 2026-10-27 09:00 | Assurance Rivage <contrats@assurancerivage.example> | Résiliation de votre contrat Habitation
Bonjour,

Nous vous confirmons la résiliation de votre contrat Habitation n° HB-77012 au 1er janvier 2027. Vous ne serez plus couvert à compter de cette date.

=== expect
sub Assurance Rivage | status=cancelled | ends_on=2027-01-01
may finding price_increased Assurance Rivage
alert renewal_notice Assurance Rivage
may alert cancel_by Assurance Rivage
may alert price_change Assurance Rivage
alert cancellation_confirmed Assurance Rivage
absent finding confirmation_missing Assurance Rivage
absent alert confirmation_missing Assurance Rivage

