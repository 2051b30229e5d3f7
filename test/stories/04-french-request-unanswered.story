# A French request that nobody confirmed, ten days on; another is only a day old and must not alarm.
country: FR
language: fr
now: 2026-03-20

--- 2026-01-02 07:00 | Salle Tonus <adherents@salletonus.example> | Votre prélèvement mensuel
@again: 2026-02-02, 2026-03-02
Bonjour,

Votre prélèvement de 29,90 € pour votre abonnement mensuel Tonus Liberté a été effectué le {day}.

--- 2026-03-10 12:40 | Salle Tonus <adherents@salletonus.example> | Nous avons reçu votre demande de résiliation
Bonjour,

Nous accusons réception de votre demande de résiliation. Elle sera traitée par votre club dans les meilleurs délais.

--- 2026-01-15 07:00 | Boîte à Thé <bonjour@boiteathe.example> | Votre paiement pour la box du mois
@again: 2026-02-15, 2026-03-15
Bonjour,

Votre abonnement mensuel Boîte à Thé a été renouvelé. Nous avons débité 18,50 € de votre carte.
Prochain renouvellement : {next}.

--- 2026-03-19 08:10 | Boîte à Thé <bonjour@boiteathe.example> | Votre demande de résiliation
Bonjour,

Votre demande de résiliation nous est bien parvenue. Un conseiller va la traiter et vous recevrez une confirmation.

=== expect
sub Salle Tonus | status=cancel_requested | price=29.90 EUR P1M
sub Boîte à Thé | price=18.50 EUR P1M
  status=cancel_requested
finding confirmation_missing Salle Tonus
alert confirmation_missing Salle Tonus

