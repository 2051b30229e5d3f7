// French mails of every kind with the fields that a careful reader finds in them. All senders are invented or write what they might write.
// Format: read-field-mails.ts.

export const FR = `
--- renewal_charged | Le Panier d'Alice <commandes@panierdalice.example> | Votre panier de la semaine
= Le Panier d'Alice | plan Panier Duo | 24,90 EUR P1W | renews 2026-04-09
Bonjour Nadia,

Votre Panier Duo hebdomadaire a été préparé. Nous avons prélevé 24,90 € ce jour. Prochain prélèvement : jeudi 9 avril 2026.

L'équipe du Panier d'Alice

--- renewal_charged | Croq'Box <bonjour@croqbox.example> | Votre box est partie !
= Croq'Box | 34,00 EUR P2W | renews 2026-04-16
Bonjour,

Votre box est en route. Comme tous les quinze jours, 34,00 € ont été débités de votre carte. La prochaine échéance est fixée au 16 avril 2026.

--- signup | Forme & Vous <contact@formeetvous.example> | Bienvenue au club
= Forme & Vous | plan Essentiel | 29,99 EUR P1M | term 2027-04-01
Bonjour Inès,

Votre formule Essentiel est active. Vous êtes engagée pour 12 mois, jusqu'au 1er avril 2027. La cotisation de 29,99 € est prélevée chaque mois, le 5.

--- signup | Orange <facture@orange.fr> | Votre commande est confirmée
= Orange | plan Livebox Fibre | 30,99 EUR P1M
Bonjour,

Merci d'avoir choisi l'offre Livebox Fibre à 30,99 €/mois pendant 12 mois, puis 42,99 €/mois. Engagement 12 mois.

--- price_change | Volta Énergie <service.client@voltaenergie.example> | Évolution de votre abonnement
= Volta Énergie | plan Vert Fixe | 15,20 EUR P1M | effective 2026-06-01
Madame, Monsieur,

À compter du 1er juin 2026, le prix de votre abonnement Vert Fixe passe de 13,80 € à 15,20 € TTC par mois. Vous pouvez résilier à tout moment et sans frais.

--- price_change | Gazette du Soir <abonnes@gazettedusoir.example> | Votre tarif évolue
= Gazette du Soir | plan Intégral | 12,90 EUR P1M | renews 2026-05-05 | effective 2026-05-05
Chère lectrice, cher lecteur,

Votre abonnement Intégral est aujourd'hui facturé 9,90 € par mois. Dès votre prélèvement du 5 mai 2026, il sera de 12,90 € par mois.

La rédaction de la Gazette du Soir

--- renewal_notice | Mutuelle Alizé <gestion@mutuellealize.example> | Avis d'échéance
= Mutuelle Alizé | plan Confort 2 | 612,00 EUR P1Y | renews 2026-06-01
Madame, Monsieur,

Votre contrat Confort 2 arrive à échéance le 31 mai 2026. Il sera reconduit tacitement pour un an à compter du 1er juin 2026, pour une cotisation annuelle de 612,00 €.

--- renewal_notice | Revue Lisière <abonnement@lisiere.example> | Votre abonnement se renouvelle bientôt
= Revue Lisière | 48,00 EUR P1Y | renews 2026-05-12
Bonjour,

Prochaine échéance : 12 mai 2026
Montant : 48,00 € / an

Conformément à l'article L215-1 du code de la consommation, vous pouvez refuser la reconduction avant le 2 mai 2026.

--- cancellation_confirmed | Bouygues Telecom <noreply@bouyguestelecom.fr> | Votre résiliation est enregistrée
= Bouygues Telecom | plan B&You 100 Go | ends 2026-04-12
Bonjour,

Votre Forfait B&You 100 Go sera résilié le 12 avril 2026, comme demandé. Vous recevrez votre dernière facture sous 30 jours.

--- cancellation_confirmed | Cinéphage <aide@cinephage.example> | Votre abonnement est résilié
= Cinéphage | plan Premium | ends 2026-04-27
Bonjour Malik,

Votre abonnement Premium est résilié. Vous pouvez en profiter jusqu'au 27 avril 2026 inclus. Aucun prélèvement n'aura lieu ensuite.

À bientôt,
L'équipe Cinéphage

--- cancellation_confirmed | Aquaform <accueil@aquaform.example> | Confirmation de votre demande
= Aquaform | plan Liberté | ends 2026-05-31
Bonjour,

Nous confirmons la résiliation de votre contrat Liberté. Compte tenu du préavis de deux mois, elle prendra effet le 31 mai 2026.

--- cancellation_requested | Assur'Toit <contrats@assurtoit.example> | Accusé de réception
= Assur'Toit | ref AT-771-02
Bonjour,

Nous avons bien reçu votre demande de résiliation du contrat n° AT-771-02, le 1er avril 2026. Elle sera traitée sous dix jours.

--- plan_changed | Alto Mobile <client@altomobile.example> | Votre changement de forfait
= Alto Mobile | plan 120 Go | 16,99 EUR P1M | effective 2026-04-15
Bonjour Hugo,

Votre demande est prise en compte : vous passez du Forfait 20 Go au Forfait 120 Go à partir du 15 avril 2026. Il vous sera facturé 16,99 € par mois.

--- plan_changed | Scribouille <bonjour@scribouille.example> | Changement de formule
= Scribouille | plan Atelier | 19,00 EUR P1M
Bonjour,

Votre formule Carnet a été remplacée par la formule Atelier. Votre abonnement est désormais de 19 € par mois, au lieu de 9 €.

--- payment_failed | Deezer <no-reply@deezer.com> | Votre paiement a échoué
= Deezer | plan Famille | 19,99 EUR P1M
Bonjour,

Nous n'avons pas pu prélever 19,99 € pour votre abonnement mensuel Deezer Famille. Nous réessaierons le 6 avril.

--- trial_started | Zen & Co <hello@zenetco.example> | Votre essai commence
= Zen & Co | plan Sérénité | 59,90 EUR P1Y | renews 2026-04-16
Bonjour Léo,

Vos 14 jours d'essai gratuit de la formule Sérénité commencent aujourd'hui. Sans action de votre part, l'abonnement annuel à 59,90 € débutera le 16 avril 2026.

--- trial_ending | Studio Gamme <contact@studiogamme.example> | Plus que 2 jours d'essai
= Studio Gamme | plan Solo | 12,00 EUR P1M | renews 2026-04-04
Votre essai de l'offre Solo se termine le 4 avril 2026. Elle vous sera ensuite facturée 12 € par mois.

--- expired | Ciné Quartier <carte@cinequartier.example> | Votre carte a expiré
= Ciné Quartier | plan Carte Liberté | ends 2026-03-31
Bonjour,

Votre abonnement Carte Liberté a pris fin le 31 mars 2026. Il n'a pas été reconduit.

--- expired | L'Écho des Dunes <abo@echodesdunes.example> | Votre abonnement se termine
= L'Écho des Dunes | period P1Y | ends 2026-04-25
Bonjour,

Votre abonnement d'un an prend fin le 25 avril 2026 et ne sera pas reconduit automatiquement. Aucune somme ne sera prélevée.

--- renewal_charged | Free <facture@free.fr> | Votre facture Freebox
= Free | plan Freebox Pop | 39,99 EUR P1M
Bonjour,

Votre facture du mois d'avril 2026 est disponible. Offre Freebox Pop. Montant : 39,99 € TTC, prélevé le 5 avril 2026.

--- renewal_charged | Apple <no_reply@email.apple.com> | Votre reçu Apple
= Partitio | biller apple | plan Partitio Concertiste | 5,99 EUR P1M | renews 2026-05-02
Reçu

IDENTIFIANT APPLE	nadia@maison.example
DATE	2 avr. 2026
NUMÉRO DE COMMANDE	MLQ9T21KVX

App Store
Partitio : lire la musique
Partitio Concertiste (mensuel)
Se renouvelle le 2 mai 2026	5,99 €

TVA incluse	1,00 €
TOTAL	5,99 €

--- cancellation_confirmed | Google Play <googleplay-noreply@google.com> | Votre abonnement à Jardinette Premium a été résilié
= Jardinette | biller google-play | plan Premium | ends 2026-04-19
Vous avez résilié votre abonnement à Jardinette Premium (Jardinette) de Semis Studio sur Google Play.

Vous y aurez accès jusqu'au 19 avr. 2026.

--- renewal_charged | Google Play <googleplay-noreply@google.com> | Votre reçu de commande Google Play
= Jardinette | biller google-play | plan Jardinette Premium | 3,49 EUR P1M | renews 2026-05-19
Merci. Votre abonnement de Semis Studio sur Google Play a été renouvelé.

Numéro de commande : GPA.3314-5567-1120-90071
Article	Prix
Jardinette Premium (Jardinette)	3,49 €/mois
Total	3,49 €/mois

Date du prochain débit : 19 mai 2026

--- paused | Tennis Club des Pins <secretariat@tcpins.example> | Suspension de votre adhésion
= Tennis Club des Pins | renews 2026-09-01
Bonjour,

Votre adhésion est suspendue. Les prélèvements reprendront le 1er septembre 2026.

--- refund | Lumicloud <facturation@lumicloud.example> | Remboursement effectué
= Lumicloud | 35,88 EUR
Bonjour,

Nous avons remboursé 35,88 € pour votre abonnement annuel.

--- reactivated | Kiosque+ <abonnes@kiosqueplus.example> | Heureux de vous retrouver
= Kiosque+ | plan Famille | 14,99 EUR P1M | renews 2026-05-02
Votre abonnement Famille est réactivé. Il vous sera facturé 14,99 € tous les mois, prochain paiement le 2 mai 2026.

--- renewal_charged | ne-pas-repondre@association-rivages.example | Merci pour votre don
= Rivages | 20,00 EUR P1M
Bonjour,

Nous avons bien reçu votre don mensuel de 20 € du 1er avril 2026.

L'équipe de Rivages

--- renewal_notice | Canal Rivière <abonnes@canalriviere.example> | Votre abonnement arrive à échéance
= Canal Rivière | plan Ciné Séries | 29,99 EUR P1M | renews 2026-05-01
Bonjour,

L'engagement de votre offre Ciné Séries prend fin le 30 avril 2026. À partir du 1er mai 2026, elle se poursuit sans engagement à 29,99 € par mois.

--- renewal_notice | Mobilis <contact@mobilis.example> | Votre carte annuelle
= Mobilis | plan Carte Avantage Jeune | 49,00 EUR P1Y | renews 2026-04-28
Bonjour Enzo,

Votre Carte Avantage Jeune sera renouvelée automatiquement le 28 avril 2026 pour un an, au prix de 49 €.

--- renewal_notice | HébergeNet <facturation@hebergenet.example> | Renouvellement de votre hébergement
= HébergeNet | plan Perso 2024 | 43,06 EUR P1Y | renews 2026-04-22
Bonjour,

Votre hébergement Perso 2024 (durée : 12 mois) expire le 22 avril 2026 et sera renouvelé automatiquement. Montant : 43,06 € TTC.

--- cancellation_confirmed | Deezer <no-reply@deezer.com> | Ton abonnement est annulé
= Deezer | plan Premium | ends 2026-04-18
Salut Tom,

Ton abonnement Deezer Premium est bien annulé. Tu peux écouter ta musique sans pub jusqu'au 18 avril.

--- cancellation_confirmed | Salle Atlas <contact@salleatlas.example> | Fin de votre contrat
= Salle Atlas | plan All Inclusive | ends 2026-06-30
Bonjour Mme Petit,

Votre lettre nous est bien parvenue. Votre abonnement All Inclusive s'achèvera le 30 juin 2026, au terme du préavis.

--- cancellation_confirmed | Le Petit Courrier <service.abonnes@petitcourrier.example> | Arrêt de votre abonnement
= Le Petit Courrier | plan Papier + Numérique | ends 2026-04-30
Madame,

Conformément à votre demande, nous avons mis fin à votre abonnement Papier + Numérique. Dernier numéro livré : 30 avril 2026.

--- price_change | Netflix <info@account.netflix.com> | Votre forfait va augmenter
= Netflix | plan Standard avec pub | 7,99 EUR P1M | effective 2026-05-14
Bonjour,

Le prix de votre forfait Standard avec pub sera de 7,99 € par mois à partir du 14 mai 2026. Il est de 5,99 € aujourd'hui.

--- price_change | AssurPlus <clients@assurplus.example> | Votre cotisation 2027
= AssurPlus | plan Auto Tous Risques | 684,00 EUR P1Y | effective 2027-01-01
Madame, Monsieur,

Au 1er janvier 2027, la cotisation annuelle de votre contrat Auto Tous Risques passera de 641,00 € à 684,00 €.

--- price_change | Sosh <noreply@sosh.fr> | Votre forfait évolue
= Sosh | plan 100 Go | 11,99 EUR P1M | effective 2026-05-12
Bonjour,

Votre Forfait 100 Go passe à 11,99 €/mois dès le 12 mai 2026 (au lieu de 9,99 €).

--- renewal_charged | Navette & Co <factures@navette.example> | Votre facture n° NV-3391
= Navette & Co | plan Pass Mensuel | 75,20 EUR P1M
Bonjour,

Voici votre facture du 2 avril 2026 pour votre Pass Mensuel, valable du 1er au 30 avril 2026. Montant réglé : 75,20 €.

--- renewal_charged | Le Chat <no-reply@mistral.ai> | Votre reçu
= Le Chat | plan Pro | 17,99 EUR P1M | renews 2026-05-02
Merci ! Nous avons encaissé 17,99 € pour votre abonnement Pro. Renouvellement le 2 mai 2026.

--- renewal_charged | Les Petits Paniers <bonjour@petitspaniers.example> | Paiement de votre panier
= Les Petits Paniers | plan Panier Gourmand | 32,00 EUR P2W | renews 2026-04-16
Bonjour,

Le paiement de 32,00 € pour votre Panier Gourmand (une semaine sur deux) a été accepté. Prochain panier débité le 16 avril.

--- signup | Basic-Fit <noreply@basic-fit.com> | Bienvenue chez Basic-Fit
= Basic-Fit | plan Premium | 29,99 EUR P4W | term 2027-04-01
Bienvenue Yanis !

Tu as choisi l'abonnement Premium à 29,99 € toutes les 4 semaines, avec un engagement d'un an jusqu'au 1er avril 2027.

--- signup | Kraken Énergie <bonjour@krakenenergie.example> | Votre contrat d'électricité
= Kraken Énergie | plan Éco-conso | 14,32 EUR P1M
Bonjour,

Votre contrat Éco-conso débute le 15 avril 2026. Abonnement : 14,32 € TTC par mois, prélevé le 5.

--- trial_started | Cafeyn <contact@cafeyn.example> | Votre mois offert
= Cafeyn | plan Essentiel | 9,99 EUR P1M | renews 2026-05-02
Votre mois offert commence ! À l'issue de celui-ci, le 2 mai 2026, l'abonnement Essentiel vous sera facturé 9,99 € par mois.

--- trial_ending | Yuka Plus <hello@yukaplus.example> | Votre essai se termine demain
= Yuka Plus | plan Membre | 15,00 EUR P1Y | renews 2026-04-03
Votre essai gratuit se termine demain. Vous serez alors débité de 15 € pour un an d'abonnement Membre.

--- paused | Quitoque <bonjour@quitoque.example> | Pause confirmée
= Quitoque | renews 2026-04-27
C'est noté : votre abonnement est en pause jusqu'au 27 avril 2026. Vos livraisons reprendront ensuite.

--- plan_changed | Spotify <no-reply@spotify.com> | Ton abonnement a changé
= Spotify | plan Premium Duo | 17,20 EUR P1M | renews 2026-04-25 | effective 2026-04-25
Tu es passé à Premium Duo. Tu paieras 17,20 €/mois à partir de ta prochaine date de facturation, le 25 avril 2026.

--- payment_failed | Vélib' Métropole <noreply@velib-metropole.example> | Prélèvement refusé
= Vélib' Métropole | plan V-Max | 9,30 EUR P1M
Bonjour, le prélèvement mensuel de 9,30 € de votre abonnement V-Max a été rejeté par votre banque. Merci de régulariser avant le 12 avril.

--- expired | Meetic Affinités <noreply@meeticaffinites.example> | Votre Pass est terminé
= Meetic Affinités | plan Pass Premium | ends 2026-04-01
Votre Pass Premium 3 mois est arrivé à son terme le 1er avril 2026.
`;
