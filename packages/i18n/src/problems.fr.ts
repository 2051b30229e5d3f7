// What a problem's code says to a person, in French.
import type { ProblemTexts } from './problems.en.ts';

export const problemsFr: ProblemTexts = {
  address_taken: 'Quelqu’un d’autre se connecte avec cette adresse. Choisissez-en une autre.',
  body_too_large: 'C’est plus que ce qui est accepté ici.',
  channel_exists: 'Les alertes y sont déjà envoyées.',
  cross_origin: 'La demande venait d’un autre site et a été refusée. Ouvrez la page elle-même et réessayez.',
  csrf_failed: 'Le formulaire est trop ancien ou vient d’ailleurs. Rechargez la page et renvoyez-le.',
  forbidden: 'Ce jeton n’en a pas le droit : la portée nécessaire lui manque.',
  internal: 'Une erreur s’est produite de notre côté. Elle a été consignée ; réessayez plus tard.',
  invalid_request: 'Un élément de la demande n’est pas tel qu’il devrait être.',
  mailbox_exists: 'Cette boîte est déjà connectée.',
  mailbox_unreachable: 'La boîte n’a pas pu être ouverte avec ces réglages.',
  message_erased: 'Le contenu de ce message a été effacé.',
  method_not_allowed: 'Cette adresse ne répond pas à ce genre de demande.',
  not_found: 'Il n’y a rien ici, ou ce n’est pas à vous.',
  nothing_to_import: 'L’envoi ne contient aucun fichier.',
  password_wrong: 'Le mot de passe actuel n’est pas le bon.',
  rate_limited: 'Trop d’essais. Attendez un peu et réessayez.',
  session_required: 'Cela ne peut se faire que sur la page, pas avec un jeton.',
  sign_in_failed: 'L’adresse ou le mot de passe n’est pas le bon.',
  sign_in_link_invalid: 'Ce lien de connexion a déjà servi ou a expiré. Demandez-en un nouveau.',
  too_many_imports: 'Une importation est déjà en cours. Attendez qu’elle soit finie.',
  unauthorized: 'Connectez-vous d’abord.',
  unavailable: 'Le service n’est pas joignable pour le moment. Réessayez dans quelques secondes.',
  wrong_host: 'Quittance ne répond pas sous ce nom. Indiquez dans PUBLIC_URL l’adresse que les gens utilisent.',
};
