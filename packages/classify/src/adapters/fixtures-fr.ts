// French mails of the common senders, laid out as theirs are, with invented values. Format: ../field-mails/read-field-mails.ts. Sent on 2 April 2026.

export const FIXTURES_FR = `
--- renewal_charged | Apple <no_reply@email.apple.com> | Votre reçu Apple
= Tracéo | biller apple | plan Tracéo Illimité | 9,99 EUR P1M | renews 2026-05-02 | ref MLX7T21KQV
Reçu
Application	Tracéo
Abonnement	Tracéo Illimité (mensuel)
Numéro de commande	MLX7T21KQV
Prix de renouvellement	9,99 €
Date de renouvellement	2 mai 2026
Merci pour votre paiement.

--- renewal_charged | Google Play <googleplay-noreply@google.com> | Votre reçu de commande Google Play
= Tracéo | biller google-play | plan Pro | 4,49 EUR P1M | renews 2026-05-02 | ref GPA.3312-4471-9021-77120
Merci. Votre abonnement sur Google Play a été renouvelé.
Numéro de commande : GPA.3312-4471-9021-77120
Article	Prix
Pro (Tracéo)	4,49 €/mois
Total	4,49 €
Date de renouvellement	2 mai 2026

--- renewal_notice | Encrier <upcoming-invoice+acct_2y@stripe.com> | Votre abonnement Encrier sera bientôt renouvelé
= Encrier | biller stripe | 8,00 EUR P1M | renews 2026-05-02
Votre abonnement Encrier sera renouvelé automatiquement le 2 mai 2026.
Montant	8,00 € / mois

--- renewal_charged | Encrier <receipts@stripe.com> | Votre reçu de Encrier n° 2244-9911
= Encrier | biller stripe | 8,00 EUR P1M | renews 2026-05-02 | ref 2244-9911
Merci pour votre paiement. Reçu de Encrier pour votre abonnement.
Numéro de reçu	2244-9911
Montant payé	8,00 €
Prochain paiement	2 mai 2026

--- renewal_charged | Paddle <help@paddle.com> | Votre reçu de Plumier
= Plumier | biller paddle | plan Plumier Solo | 6,00 EUR P1M | renews 2026-05-02
Merci pour votre paiement, votre abonnement a été renouvelé.
Produit	Plumier Solo
Total	6,00 €
Prochain paiement	2 mai 2026

--- cancellation_confirmed | Amazon Prime <prime@amazon.fr> | Votre abonnement Amazon Prime a été résilié
= Amazon Prime | plan Prime mensuel | period P1M | ends 2026-05-02
Comme vous l'avez demandé, votre abonnement Amazon Prime a été résilié.
Type d'abonnement	Prime mensuel
Fin de l'abonnement	2 mai 2026

--- cancellation_confirmed | Netflix <info@account.netflix.com> | Votre abonnement a été résilié
= Netflix | plan Standard avec pub | ends 2026-05-02
Votre abonnement a été résilié, comme vous l'avez demandé.
Forfait	Standard avec pub
Fin de l'abonnement	2 mai 2026

--- price_change | Netflix <info@account.netflix.com> | Le prix de votre abonnement change
= Netflix | plan Essentiel | 12,99 EUR P1M | effective 2026-05-02
Le prix de votre abonnement augmente : il passera de 10,99 € à 12,99 € par mois à compter du 2 mai 2026.
Forfait	Essentiel

--- renewal_charged | Spotify <no-reply@spotify.com> | Votre reçu Spotify
= Spotify | plan Premium Famille | 21,24 EUR P1M | renews 2026-05-02 | ref 4471-2290-88
Merci pour votre paiement.
Abonnement : Premium Famille
Numéro de commande : 4471-2290-88
Total : 21,24 €
Prochaine date de facturation : 2 mai 2026

--- renewal_charged | Disney+ <disneyplus@trx.mail2.disneyplus.com> | Votre paiement a bien été reçu
= Disney+ | plan Disney+ Premium | 15,99 EUR P1M | renews 2026-05-02
Nous avons bien reçu votre paiement pour votre abonnement.
Abonnement	Disney+ Premium
Prix	15,99 €
Prochaine date de facturation	2 mai 2026

--- renewal_charged | Microsoft <microsoft-noreply@microsoft.com> | Votre abonnement Microsoft 365 a été renouvelé
= Microsoft 365 | plan Microsoft 365 Famille | 99,00 EUR P1Y | renews 2027-04-02 | ref 8841002399
Votre abonnement a été renouvelé. Merci pour votre paiement.
Abonnement : Microsoft 365 Famille
Prix : 99,00 €
Date de renouvellement : 2 avril 2027
Numéro de commande : 8841002399

--- renewal_notice | Adobe <message@adobe.com> | Votre formule sera renouvelée
= Adobe | plan Photo (20 Go) | 145,08 EUR P1Y | renews 2026-05-02
Votre formule annuelle sera renouvelée automatiquement.
Formule	Photo (20 Go)
Total TTC	145,08 €
Date de renouvellement	2 mai 2026

--- cancellation_confirmed | Dropbox <no-reply@dropbox.com> | Votre forfait Dropbox a été annulé
= Dropbox | plan Dropbox Plus | ends 2026-05-02
Votre abonnement Dropbox a bien été annulé, comme vous l'avez demandé.
Forfait	Dropbox Plus
Date de fin	2 mai 2026

--- payment_failed | OpenAI <noreply@tm.openai.com> | Votre paiement a échoué
= OpenAI | plan ChatGPT Plus | 23,00 EUR P1M
Nous n'avons pas pu débiter votre carte pour votre abonnement. Merci de mettre à jour votre moyen de paiement.
Formule	ChatGPT Plus
Montant	23,00 € par mois

--- signup | Anthropic <no-reply@mail.anthropic.com> | Votre abonnement Claude est actif
= Anthropic | plan Claude Pro | 18,00 EUR P1M | renews 2026-05-02
Merci de votre abonnement : votre formule est désormais active.
Formule	Claude Pro
Montant payé	18,00 € / mois
Prochaine date de facturation	2 mai 2026

--- renewal_charged | CANAL+ <abonnement@canal-plus.com> | Votre paiement CANAL+
= Canal+ | plan CANAL+ Friends & Family | 34,99 EUR P1M | renews 2026-05-05 | ref 0412345699
Votre mensualité a bien été prélevée, merci.
Offre : CANAL+ Friends & Family
Montant mensuel : 34,99 €
Prochain prélèvement : 5 mai 2026
Numéro d'abonné : 0412345699

--- cancellation_requested | CANAL+ <abonnement@canal-plus.com> | Votre demande de résiliation
= Canal+ | plan CANAL+ Ciné Séries | ends 2026-05-31 | ref 0412345678
Nous avons bien reçu votre demande de résiliation. Elle est en cours de traitement.
Offre : CANAL+ Ciné Séries
Numéro d'abonné : 0412345678
Date de résiliation effective : 31 mai 2026

--- cancellation_confirmed | Orange <contact@orange.fr> | Confirmation de votre résiliation
= Orange | plan Série Spéciale Livebox | ends 2026-05-02 | ref 300 441 229
Nous vous confirmons la résiliation de votre abonnement Orange.
Offre	Série Spéciale Livebox
Date de résiliation	2 mai 2026
Numéro de client	300 441 229

--- price_change | Orange <contact@orange.fr> | Le tarif de votre offre évolue
= Orange | plan Livebox Fibre | 32,99 EUR P1M | effective 2026-06-01
Le prix de votre abonnement passera de 29,99 € à 32,99 € par mois à compter du 1er juin 2026.
Offre	Livebox Fibre

--- cancellation_confirmed | Free <contact@free.fr> | Résiliation de votre abonnement Freebox
= Free | plan Freebox Pop | ends 2026-05-02 | ref fbx21884412
Votre abonnement a bien été résilié, comme demandé.
Offre : Freebox Pop
Identifiant Freebox : fbx21884412
Date de résiliation : 2 mai 2026

--- payment_failed | Free Mobile <contact@free-mobile.fr> | Incident de paiement
= Free Mobile | plan Série Free 130 Go | 11,99 EUR | ref 21884412
Le prélèvement de votre abonnement a été rejeté par votre banque. Merci de régulariser.
Forfait : Série Free 130 Go
Identifiant : 21884412
Montant : 11,99 €

--- cancellation_confirmed | SFR <contact@sfr.fr> | Votre résiliation est confirmée
= SFR | plan Power 8 Fibre | ends 2026-05-02 | ref 118 223 901
Nous confirmons la résiliation de votre abonnement.
Offre : Power 8 Fibre
Date de résiliation : 2 mai 2026
Numéro de client : 118 223 901

--- price_change | SFR <contact@sfr.fr> | Votre tarif change
= SFR | plan Forfait 5G 150 Go | 20,99 EUR P1M | effective 2026-05-10
Le prix de votre forfait passera de 17,99 € à 20,99 € par mois à partir du 10 mai 2026.
Forfait : Forfait 5G 150 Go

--- renewal_charged | Bouygues Telecom <noreply@bouyguestelecom.fr> | Votre facture Bouygues Telecom
= Bouygues Telecom | plan Bbox Fit | 30,99 EUR | ref 77120045
Votre paiement a bien été reçu, merci. Votre abonnement continue.
Offre : Bbox Fit
Montant TTC : 30,99 €
Numéro de contrat : 77120045

--- payment_failed | Bouygues Telecom <noreply@bouyguestelecom.fr> | Votre prélèvement a été rejeté
= Bouygues Telecom | plan Bbox Must | 41,99 EUR | ref 77120045
Votre banque a rejeté le prélèvement de votre abonnement. Merci de mettre à jour vos coordonnées bancaires.
Offre : Bbox Must
Montant : 41,99 €
Numéro de contrat : 77120045

--- payment_failed | Basic-Fit <noreply@basic-fit.com> | Votre paiement a échoué
= Basic-Fit | plan Confort | 22,99 EUR P4W | ref 10044799
Nous n'avons pas pu prélever votre cotisation.
Formule : Confort
Montant : 22,99 € toutes les 4 semaines
Numéro de membre : 10044799

--- renewal_charged | Le Monde <abonnement@info.lemonde.fr> | Votre paiement a été accepté
= Le Monde | plan Essentielle | 9,99 EUR P1M | renews 2026-05-02 | ref 884471
Merci, votre paiement a bien été accepté et votre abonnement est renouvelé.
Formule : Essentielle
Montant prélevé : 9,99 €
Prochaine échéance : 2 mai 2026
Numéro d'abonné : 884471

--- cancellation_confirmed | Le Monde <abonnement@info.lemonde.fr> | Confirmation de la résiliation de votre abonnement
= Le Monde | plan Intégrale numérique | ends 2026-05-02 | ref 884471
Nous vous confirmons la résiliation de votre abonnement.
Formule : Intégrale numérique
Fin de votre abonnement : 2 mai 2026
Numéro d'abonné : 884471

--- cancellation_confirmed | Deezer <no-reply@deezer.com> | Votre abonnement Deezer est résilié
= Deezer | plan Deezer Premium | ends 2026-05-02
Votre abonnement a bien été résilié. Vous ne serez plus prélevé.
Offre : Deezer Premium
Date de fin : 2 mai 2026

--- signup | Audible <donotreply@audible.fr> | Bienvenue chez Audible
= Audible | plan Premium | 9,95 EUR P1M | renews 2026-05-02
Votre abonnement est maintenant actif. Merci de votre abonnement.
Abonnement	Premium
Prix	9,95 € par mois
Prochaine date de facturation	2 mai 2026

--- cancellation_confirmed | OVHcloud <support@ovh.com> | Résiliation de votre service
= OVHcloud | plan VPS Value | ends 2026-05-02 | ref 210447199
Votre abonnement a bien été résilié, comme vous l'avez demandé. Il ne sera pas renouvelé.
Service : VPS Value
Date d'échéance : 2 mai 2026
Numéro de commande : 210447199

--- payment_failed | PayPal <service@paypal.fr> | Votre paiement automatique à Marelle SAS a échoué
= Marelle | biller paypal | 8,90 EUR
Nous n'avons pas pu effectuer votre paiement automatique de 8,90 € à Marelle SAS pour votre abonnement. Mettez à jour votre moyen de paiement.

--- price_change | Spotify <no-reply@spotify.com> | Le prix de ton abonnement augmente
= Spotify | plan Premium Duo | 17,20 EUR P1M | effective 2026-05-02
Le prix de ton abonnement passera de 14,99 € à 17,20 € par mois à partir du 2 mai 2026.
Abonnement : Premium Duo
`;
