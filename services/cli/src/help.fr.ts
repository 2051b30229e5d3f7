// What --help says, in French: under the English that stands at the command, its options and its arguments. help.test.ts asks for the French of each.
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { CANCELLED_BY } from '@quittance/domain/hand';

const frame: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'display help for command': 'montrer cette aide',
  'explain a command': 'expliquer une commande',
  'With --json:': 'Avec --json :',
  'With --json, one object a line, each in one line:': 'Avec --json, un objet par ligne, chacun sur une seule :',
};

const everywhere: Readonly<Record<string, string>> = {
  'Watches mailboxes for subscriptions, keeps the proof of cancellation, and warns before a renewal.':
    'Surveille les abonnements dans vos boîtes e-mail, garde la preuve des résiliations et prévient avant une reconduction.',
  'one JSON document instead of text (one per line for classify)': 'un document JSON au lieu de texte (un par ligne pour classify)',
  'data folder of the embedded database (or QUITTANCE_DATA)': 'dossier de données de la base intégrée (ou QUITTANCE_DATA)',
  'whose data: an address or an id; the first person when not given':
    'les données de qui : une adresse ou un identifiant ; la première personne par défaut',
  'fixes the clock for what is shown, e.g. 2026-11-23T09:00:00Z (or QUITTANCE_NOW)':
    'fixe l’heure pour ce qui est montré, p. ex. 2026-11-23T09:00:00Z (ou QUITTANCE_NOW)',
  'which version this is': 'la version de ce programme',
  'address or id': 'adresse ou identifiant',
  'its name or the beginning of a word of it, a domain, or its id': 'son nom ou le début d’un de ses mots, un domaine, ou son identifiant',
  'as listed': 'comme dans la liste',
};

const reading: Readonly<Record<string, string>> = {
  'run everything: reading, alerts and the page, until Ctrl-C': 'tout faire tourner, lecture, alertes et page, jusqu’à Ctrl-C',
  'read mail files; read = accepted + duplicates + ignored + quarantined':
    'lire des fichiers de courrier ; read = accepted + duplicates + ignored + quarantined',
  '.eml, mbox (Google Takeout too), Maildir, zip, tgz, gz or a folder of them, an export of Quittance; or the word sample':
    '.eml, mbox (aussi de Google Takeout), Maildir, zip, tgz, gz ou un dossier qui en contient, un export de Quittance ; ou le mot sample pour un exemple',
  'accounts that are read, never changed': 'les boîtes qui sont lues, jamais modifiées',
  'connect a mailbox, after trying its settings': 'connecter une boîte, après un essai de ses réglages',
  'IMAP server; found from the address when not given': 'serveur IMAP ; trouvé d’après l’adresse par défaut',
  '993 for tls, 143 else': '993 avec tls, sinon 143',
  'tls, starttls or none; tls when not given': 'tls, starttls ou none ; tls par défaut',
  'when it is not the address': 'si ce n’est pas l’adresse',
  "google or microsoft: the provider's own sign-in instead of a password":
    'google ou microsoft : la connexion du fournisseur au lieu d’un mot de passe',
  'file with the password (- for stdin); else QUITTANCE_MAILBOX_PASSWORD, else it is asked for':
    'fichier avec le mot de passe (- pour l’entrée standard) ; sinon QUITTANCE_MAILBOX_PASSWORD, sinon il est demandé',
  "the mailbox's address": 'l’adresse de la boîte',
  'all mailboxes with their state': 'toutes les boîtes et leur état',
  'try to sign in': 'essayer de s’y connecter',
  'give a new password, or sign in anew at the provider; what was read stays':
    'donner un nouveau mot de passe, ou se reconnecter chez le fournisseur ; ce qui a été lu reste',
  'read until all mail that is there has been read': 'lire jusqu’à ce que tout le courrier présent soit lu',
  'address or id; all when not given': 'adresse ou identifiant ; toutes par défaut',
  'which folders are read; options change that': 'quels dossiers sont lus ; les options le changent',
  'read these too': 'lire aussi ceux-ci',
  'do not read these': 'ne pas lire ceux-ci',
  'forget what was chosen: the use of a folder decides': 'oublier ce qui a été choisi : l’usage du dossier décide',
  'how the mail that was there before is read': 'comment est lu le courrier qui était déjà là',
  'auto: what may matter; sparing: the same for slow links; whole: every message':
    'auto : ce qui peut compter ; sparing : de même, pour une connexion lente ; whole : chaque message',
  'read it no longer; what was kept stays': 'ne plus la lire ; ce qui a été gardé reste',
  'watched folders: a Maildir, or a folder into which .eml files are dropped':
    'les dossiers surveillés : un Maildir, ou un dossier où sont déposés des .eml',
  'watch a folder from now on; what lies in it already is read as history':
    'surveiller désormais un dossier ; ce qu’il contient déjà est lu comme du courrier ancien',
  'maildir or drop; told by what lies in it when not given': 'maildir ou drop ; déduit de son contenu par défaut',
  'a folder under WATCH_FOLDERS': 'un dossier sous WATCH_FOLDERS',
  'all watched folders with their state': 'tous les dossiers surveillés et leur état',
  'watch it no longer; what was read stays': 'ne plus le surveiller ; ce qui a été lu reste',
  'path or id': 'chemin ou identifiant',
  'messages that could not be read': 'les messages qui n’ont pas pu être lus',
  'what is in quarantine, newest first': 'ce qui est en quarantaine, du plus récent au plus ancien',
  'messages that a server announced and never gave; asks for them again':
    'les messages qu’un serveur a annoncés sans les livrer ; les redemande',
  'try to read a message again': 'essayer de nouveau de lire un message',
};

const knowing: Readonly<Record<string, string>> = {
  'subscriptions, their events and findings': 'les abonnements, leurs événements et les constats',
  'only this merchant (its name or the beginning of a word of it, a domain, or its id)':
    'ce professionnel seulement (son nom ou le début d’un de ses mots, un domaine, ou son identifiant)',
  'what runs costs a month and a year, and which prices rose':
    'ce que coûte par mois et par an ce qui est en cours, et les prix qui ont augmenté',
  'enter an exchange rate': 'saisir un taux de change',
  'of which day the rate is (YYYY-MM-DD); today when not given': 'de quel jour est le taux (AAAA-MM-JJ) ; aujourd’hui par défaut',
  'a currency: USD': 'une devise : USD',
  'how much one of it is in your own currency: 0.92': 'ce que vaut une unité dans votre devise : 0.92',
  'what needs you, and putting it aside': 'ce qui demande votre attention, et comment le mettre de côté',
  'what needs you, the newest first': 'ce qui demande votre attention, du plus récent au plus ancien',
  'also what is settled or put aside': 'aussi ce qui est réglé ou mis de côté',
  'put a finding aside for a while': 'mettre un constat de côté pour un temps',
  'last day on which it stays away (YYYY-MM-DD)': 'dernier jour où il reste de côté (AAAA-MM-JJ)',
  'or for so many days': 'ou pour tant de jours',
  'id of the finding': 'identifiant du constat',
  'put a finding aside for good': 'mettre un constat de côté pour toujours',
  'why: it is kept with your word': 'pourquoi : c’est gardé avec votre déclaration',
  'take it up again': 'le reprendre',
  'what you know yourself about your subscriptions': 'ce que vous savez vous-même de vos abonnements',
  'a subscription that sends no mail': 'un abonnement qui n’envoie pas de courrier',
  'since when it runs (YYYY-MM-DD)': 'depuis quand il court (AAAA-MM-JJ)',
  'which plan': 'quelle formule',
  'what it costs, e.g. 12.99': 'ce qu’il coûte, p. ex. 12.99',
  'of the price; your own when not given': 'du prix ; la vôtre par défaut',
  'how often it is paid: P1M, P1Y, P4W': 'à quel rythme il est payé : P1M, P1Y, P4W',
  'next renewal; reckoned from start and period when not given':
    'prochaine reconduction ; calculée d’après le début et le rythme par défaut',
  'notice period: P1M, P14D': 'préavis : P1M, P14D',
  'last day of the minimum term': 'dernier jour de l’engagement',
  'contract or customer number': 'numéro de contrat ou de client',
  'who provides it': 'qui le fournit',
  'you cancelled it by web, phone, letter …': 'vous l’avez résilié en ligne, par téléphone, par lettre…',
  'when you cancelled it (YYYY-MM-DD)': 'quand vous l’avez résilié (AAAA-MM-JJ)',
  [`how: ${CANCELLED_BY.join(', ')}`]: `comment : ${CANCELLED_BY.join(', ')}`,
  'it was confirmed, though not by a mail': 'c’est confirmé, mais pas par un e-mail',
  'when it ends, as confirmed': 'quand il prend fin, d’après la confirmation',
  'what should be remembered': 'ce qu’il faut retenir',
  'a letter, a receipt of posting, a screenshot: kept as evidence, up to 20 MB':
    'une lettre, une preuve de dépôt, une capture d’écran : gardée comme preuve, jusqu’à 20 Mo',
  'id of the subscription': 'identifiant de l’abonnement',
  'set its terms; what is not given stays as the mails say':
    'fixer ses conditions ; ce qui n’est pas donné reste tel que le disent les e-mails',
  'notice period: P1M, P14D, or none': 'préavis : P1M, P14D, ou none pour aucun',
  'last day of the minimum term (YYYY-MM-DD), or none': 'dernier jour de l’engagement (AAAA-MM-JJ), ou none pour aucun',
  'next renewal (YYYY-MM-DD), or none': 'prochaine reconduction (AAAA-MM-JJ), ou none pour aucune',
  'id of the subscription, as in `timeline --json`': 'identifiant de l’abonnement, comme dans `timeline --json`',
  'two subscriptions are one': 'deux abonnements n’en font qu’un',
  'the one that is the same': 'celui qui est le même',
  'one subscription is two': 'un abonnement en fait deux',
  'ids of the events that are another subscription': 'identifiants des événements qui sont d’un autre abonnement',
  'an event that belongs to no subscription begins one': 'un événement qui n’appartient à aucun abonnement en commence un',
  'id of an event that belongs to none, as in `timeline --json`':
    'identifiant d’un événement qui n’appartient à aucun, comme dans `timeline --json`',
  'an event is about none of your subscriptions': 'un événement ne concerne aucun de vos abonnements',
  'an event belongs to another subscription': 'un événement appartient à un autre abonnement',
  'id of the event': 'identifiant de l’événement',
  'where it belongs': 'celui auquel il appartient',
  'rename a merchant': 'renommer un professionnel',
  'id of the merchant': 'identifiant du professionnel',
  'what you call it': 'comment vous l’appelez',
  'all that you said, oldest first': 'tout ce que vous avez déclaré, du plus ancien au plus récent',
  'take back what you said': 'retirer ce que vous avez déclaré',
  'id of the act': 'identifiant de la déclaration',
  'the file that was kept beside an act': 'le fichier gardé avec une déclaration',
  'where to write it': 'où l’écrire',
  'say what an event really is': 'dire ce qu’est vraiment un événement',
  [`what it is: ${EVENT_KINDS.join(', ')}, or other (not about a subscription)`]: `ce que c’est : ${EVENT_KINDS.join(', ')}, ou other (sans rapport avec un abonnement)`,
  'id of the event, as in `timeline --json`': 'identifiant de l’événement, comme dans `timeline --json`',
  'what you said that events really are, as a whole': 'tout ce que vous avez dit des événements',
  'write the mails you corrected or confirmed, with their labels, for `npm run train -- --corrections FOLDER`':
    'écrire les e-mails que vous avez corrigés ou confirmés, avec leur nature, pour `npm run train -- --corrections FOLDER`',
  'is made, in a folder that exists; must be empty where it exists':
    'sera créé, dans un dossier qui existe ; doit être vide s’il existe déjà',
  'The folder holds private mail, not encrypted: never share it, never commit it. Words that you took back and erased mails are left out.':
    'Ce dossier contient du courrier privé, non chiffré : ne le partagez jamais, ne le versez dans aucun dépôt. Ce que vous avez retiré et les e-mails effacés n’y sont pas.',
  'what the law of a country gives a subscriber (information, not legal advice)':
    'ce que la loi d’un pays donne à un abonné (une information, pas un conseil juridique)',
  'FR, DE, GB, US-CA …; the person’s own when not given': 'FR, DE, GB, US-CA… ; celui de la personne par défaut',
};

const proving: Readonly<Record<string, string>> = {
  'the archive of kept messages': 'l’archive des messages gardés',
  'find messages, newest first': 'trouver des messages, du plus récent au plus ancien',
  'e.g. cancellation_confirmed': 'p. ex. cancellation_confirmed',
  'received on this day or later': 'reçus ce jour ou après',
  'received on this day or earlier': 'reçus ce jour ou avant',
  'authenticity: A, B, C, D or R': 'authenticité : A, B, C, D ou R',
  'words to find, "a phrase", -without': 'des mots à trouver, "une suite de mots", -sans',
  'one message with its evidence': 'un message et ce qui le prouve',
  'SHA-256, or its first characters, or the Message-ID': 'SHA-256, ou ses premiers caractères, ou le Message-ID',
  'the dossier of a subscription: report, original messages, proofs': 'le dossier d’un abonnement : rapport, messages d’origine, preuves',
  'where to write the dossier with all proofs (.asice, a ZIP)': 'où écrire le dossier avec toutes les preuves (.asice, un ZIP)',
  'write the report alone as well': 'écrire aussi le rapport seul',
  'of the report: en or fr; your own when not given': 'du rapport : en ou fr ; la vôtre par défaut',
  'a signed statement of when the mailbox was watched, with every gap, and of what was found':
    'une attestation signée : quand la boîte a été surveillée, avec chaque interruption, et ce qui a été trouvé',
  'first day, in UTC': 'premier jour, en UTC',
  'last day, in UTC': 'dernier jour, en UTC',
  'write the signed statement as well (JSON)': 'écrire aussi l’attestation signée (JSON)',
  'verify authenticity again, offline, from the DNS answers recorded at arrival':
    'vérifier de nouveau l’authenticité, hors ligne, d’après les réponses DNS notées à l’arrivée',
  'SHA-256, or its first characters, or the Message-ID; all messages when not given':
    'SHA-256, ou ses premiers caractères, ou le Message-ID ; tous les messages par défaut',
  'prove that the log only grew since an older checkpoint': 'prouver que le journal n’a fait que croître depuis un point de contrôle',
  'an older checkpoint: as it was given out, or the text of the alert that brought it':
    'un point de contrôle plus ancien, tel qu’il a été remis, ou le texte de l’alerte qui l’apportait',
  'a letter filled in from the timeline, to complete and send oneself':
    'un courrier rempli d’après la chronologie, à compléter et à envoyer soi-même',
  'confirmation_request, charge_dispute, reactivation_dispute, bank_dispute, renewal_refusal, price_refusal, cancellation; the one that fits when not given':
    'confirmation_request, charge_dispute, reactivation_dispute, bank_dispute, renewal_refusal, price_refusal, cancellation ; celui qui convient par défaut',
  'of the letter: en or fr; your own when not given': 'du courrier : en ou fr ; la vôtre par défaut',
  'check a dossier, offline; exit code 0 only if all of it holds':
    'vérifier un dossier, hors ligne ; code de sortie 0 seulement si tout tient',
  'the key of the log as you know it another way: the dossier must be signed by it':
    'la clé du journal telle que vous la connaissez par ailleurs : elle doit avoir signé le dossier',
  'a dossier (.asice)': 'un dossier (.asice)',
  'bank statements: charges that no mail tells of': 'les relevés bancaires : des prélèvements dont aucun e-mail ne parle',
  'read a bank file; importing it again changes nothing': 'lire un fichier de banque ; le reprendre ne change rien',
  'columns of a CSV as JSON, or a file with it; what is left out is guessed':
    'les colonnes d’un CSV en JSON, ou un fichier qui les contient ; ce qui manque est deviné',
  'CSV, OFX, QFX or CAMT.053, as your bank exports it': 'CSV, OFX, QFX ou CAMT.053, tel que l’exporte votre banque',
  'imported files, newest first': 'les fichiers lus, du plus récent au plus ancien',
  'whose the lines are, and regular payees that nobody knows': 'à qui sont les lignes, et les bénéficiaires réguliers que rien ne nomme',
  'say whose a payee is': 'dire de qui est un bénéficiaire',
  'as in `statement payees`': 'comme dans `statement payees`',
  'name or id of a merchant of yours, or the name of a new one': 'nom ou identifiant d’un de vos professionnels, ou le nom d’un nouveau',
  'a payee that is no subscription: its matches are taken back, and that is remembered':
    'un bénéficiaire qui n’est pas un abonnement : ses lignes ne comptent plus, et c’est retenu',
  'take that word back: what the lines say by themselves holds again':
    'retirer cette déclaration : ce que disent les lignes vaut de nouveau',
  'take a file back': 'retirer un fichier',
  'id, as in `statement list`': 'identifiant, comme dans `statement list`',
  'say what messages are, without a store and without network': 'dire ce que sont des messages, sans base et sans réseau',
  'say why: every rule with its words, and where they stand in the text':
    'dire pourquoi : chaque règle avec ses mots, et où ils sont dans le texte',
  '.eml, mbox, Maildir, zip, tgz, gz or a folder of them; what cannot be read gives {"file","error"} and exit code 65':
    '.eml, mbox, Maildir, zip, tgz, gz ou un dossier qui en contient ; ce qui ne peut pas être lu donne {"file","error"} et le code de sortie 65',
};

const telling: Readonly<Record<string, string>> = {
  'the warnings, newest first': 'les alertes, de la plus récente à la plus ancienne',
  'only those made on this day (YYYY-MM-DD) or later': 'seulement celles de ce jour (AAAA-MM-JJ) ou d’après',
  'where alerts go': 'où vont les alertes',
  'send alerts there; the signing secret of a webhook is shown this once':
    'y envoyer les alertes ; le secret de signature d’un webhook n’est montré que cette fois',
  'email, webhook or ntfy': 'email, webhook ou ntfy',
  'an address (email) or a URL (webhook, ntfy)': 'une adresse e-mail (email) ou une URL (webhook, ntfy)',
  'all channels': 'tous les canaux',
  'send a test alert and wait for its receipt': 'envoyer une alerte d’essai et attendre son accusé',
  'target or id': 'destination ou identifiant',
  'send no more alerts there': 'ne plus y envoyer d’alertes',
};

const keeping: Readonly<Record<string, string>> = {
  'people of this installation': 'les personnes de cette installation',
  'add a person and print their sign-in link': 'ajouter une personne et donner son lien de connexion',
  'how to call them': 'comment l’appeler',
  'language of their pages and alerts': 'langue de ses pages et de ses alertes',
  'what the person signs in with': 'ce avec quoi la personne se connecte',
  'print a new one-time sign-in link (for --user, or the first person); a lost password is reset there':
    'donner un nouveau lien de connexion à usage unique (pour --user, ou la première personne) ; un mot de passe perdu s’y remplace',
  'country, currency, time zone and language: shown, and changed where an option is given':
    'pays, devise, fuseau horaire et langue : montrés, et changés là où une option est donnée',
  'FR, DE, GB, US-CA …: which law is looked at; "none" for no country':
    'FR, DE, GB, US-CA… : quelle loi est regardée ; « none » pour aucun pays',
  'EUR, USD …: what totals are shown in': 'EUR, USD… : devise des totaux',
  'Europe/Paris …: whose days and hours count': 'Europe/Paris… : les jours et les heures qui comptent',
  'en or fr': 'en ou fr',
  'bring the database to the newest schema': 'mettre la base au schéma le plus récent',
  'check the installation; print the configuration with secrets masked':
    'contrôler l’installation ; montrer la configuration, secrets masqués',
  'fold all subscriptions anew from their events and report every difference':
    'recalculer tous les abonnements d’après leurs événements et dire chaque différence',
  'verify everything that is kept: log, checkpoints, messages, events (all people, or --user)':
    'vérifier tout ce qui est gardé : journal, points de contrôle, messages, événements (tout le monde, ou --user)',
  'time stamps of independent authorities (off until you agree)':
    'l’horodatage par des autorités indépendantes (seulement avec votre accord)',
  'who may be asked, what they answered, what failed': 'qui peut être sollicité, ce qui a été répondu, ce qui a échoué',
  'let authorities stamp the daily head of the log: a hash and nothing else goes out':
    'faire horodater chaque jour la tête du journal : une empreinte sort, et rien d’autre',
  'addresses out of "anchor status"; the suggested ones when none is given':
    'des adresses d’« anchor status » ; celles qui sont suggérées par défaut',
  'ask no authority any more; the stamps so far stay': 'ne plus solliciter d’autorité ; les jetons obtenus restent',
  'anchor and stamp now instead of tonight': 'horodater maintenant plutôt que cette nuit',
  'keys that sign the evidence log, and an archive of senders’ keys':
    'les clés qui signent le journal des preuves, et une archive de clés d’expéditeurs',
  'the keys of the logs, for whoever verifies': 'les clés des journaux, pour qui vérifie',
  'sign with a new key from now on (all logs, or that of --user); the old one signs beside it for 30 days':
    'signer désormais avec une nouvelle clé (tous les journaux, ou celui de --user) ; l’ancienne signe aussi pendant 30 jours',
  'read keys of senders that DNS no longer has, and verify old mail with them':
    'lire des clés d’expéditeurs que le DNS n’a plus, et vérifier avec elles les anciens e-mails',
  'what this archive is called in verdicts; the name of the file when not given':
    'comment nommer cette archive dans les verdicts ; le nom du fichier par défaut',
  'JSON, as docs/formats/key-archive.md says': 'du JSON, comme le dit docs/formats/key-archive.md',
  'the archive of senders’ keys, by source': 'l’archive de clés d’expéditeurs, par source',
  'erase the content of a message, or of the file beside an act, for good; its tombstone and what it meant stay':
    'effacer pour toujours le contenu d’un message, ou du fichier d’une déclaration ; sa trace et ce qu’il disait restent',
  'why; it is kept in the evidence log': 'pourquoi ; c’est gardé dans le journal des preuves',
  'SHA-256, or its first characters, or the Message-ID, as in `proof search`; or the id of an act, for the file beside it':
    'SHA-256, ou ses premiers caractères, ou le Message-ID, comme dans `proof search` ; ou l’identifiant d’une déclaration, pour son fichier',
  'everything of a person as a ZIP: JSON, CSV, .eml; "import" takes it in again':
    'tout ce qui est d’une personne, en ZIP : JSON, CSV, .eml ; « import » le reprend',
  'the ZIP to write': 'le ZIP à écrire',
  'write everything but the key file into one file, while Quittance runs or not':
    'écrire tout sauf le fichier de clé dans un seul fichier, que Quittance tourne ou non',
  'is replaced once the new one is complete': 'est remplacé une fois le nouveau complet',
  'put a backup back into a new data folder or an empty database, and verify it':
    'remettre une sauvegarde dans un nouveau dossier de données ou une base vide, et la vérifier',
  'a checkpoint that was given out: refuse a backup that is older, or of another log':
    'un point de contrôle qui a été remis : refuser une sauvegarde plus ancienne, ou d’un autre journal',
  'made by "quittance backup"': 'faite par « quittance backup »',
};

export const helpFr: Readonly<Record<string, string>> = {
  ...frame,
  ...everywhere,
  ...reading,
  ...knowing,
  ...proving,
  ...telling,
  ...keeping,
};
