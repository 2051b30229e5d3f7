// What is wrong with an input of the API or of a form, in French. Part of sentences.fr.ts; what zod says itself is in its own catalogues (services/api/src/v1/input-errors.ts).

export const inputSentencesFr: Readonly<Record<string, string>> = {
  'from and until must differ': 'from et until doivent différer',
  'give amount and currency together': 'donnez le montant et la devise ensemble',
  'give either a day (until) or a reason': 'donnez un jour (until) ou une raison, l’un des deux',
  'must be `next` of another page': 'doit être le `next` d’une autre page',
  'must be a country code of two letters, e.g. FR, with a region where its law differs: US-CA':
    'doit être un code de pays de deux lettres, p. ex. FR, avec une région là où son droit diffère : US-CA',
  'must be a currency code of three letters, e.g. EUR': 'doit être un code de devise de trois lettres, p. ex. EUR',
  'must be a host name or an IP address': 'doit être un nom d’hôte ou une adresse IP',
  'must be a mail address': 'doit être une adresse e-mail',
  'must be a period: P1M, P1Y, P4W or P14D': 'doit être une durée : P1M, P1Y, P4W ou P14D',
  'must be a time from 00:00 to 23:59': 'doit être une heure de 00:00 à 23:59',
  'must be a time zone, e.g. Europe/Paris': 'doit être un fuseau horaire, p. ex. Europe/Paris',
  'must be an amount: 12.99': 'doit être un montant : 12.99',
  'must be one of {}': 'doit être l’une de ces valeurs : {}',
  'must be the id of a subscription': 'doit être l’identifiant d’un abonnement',
  'must have at most {} characters': 'doit avoir {} caractères au plus',
  'must not hold control characters': 'ne doit pas contenir de caractères de contrôle',
  'no mail server is set up: the operator sets SMTP_URL and MAIL_FROM.':
    'aucun serveur d’envoi n’est configuré : l’exploitant définit SMTP_URL et MAIL_FROM.',
  'reading this bank file took too long or too much memory': 'lire ce relevé a pris trop de temps ou de mémoire',
  'say whose it is': 'indiquez à qui il appartient',
  'the newest checkpoint covers {} leaves: no larger one was made of this log':
    'le point de contrôle le plus récent couvre {} feuilles : aucun plus grand n’a été fait de ce journal',
  'the name is empty': 'le nom est vide',
  '{} is not offered here': '{} n’est pas proposé ici',
};
