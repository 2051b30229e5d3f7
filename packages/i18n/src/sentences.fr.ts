// What goes wrong on a command line or in a request to the API, in French: under the English sentence that is thrown, with {} where something is
// filled in, and {=} where that is a sentence of ours, too. Sentences that commands say through `words` are not here. services/cli/src/sentences.test.ts
// finds every sentence that commands can throw and asks for its French.

import { inputSentencesFr } from './input-sentences.fr.ts';
import { installationSentencesFr } from './installation-sentences.fr.ts';
import { noLetter } from './no-letter.ts';

/** What commander says of a command line that is none. */
const usage: Readonly<Record<string, string>> = {
  '(add --help for how it is used)': '(ajoutez --help pour voir comment l’employer)',
  "unknown option '{}'": 'option inconnue : « {} »',
  "unknown option '{}'\n(Did you mean {}?)": 'option inconnue : « {} » (vouliez-vous dire {} ?)',
  "unknown command '{}'": 'commande inconnue : « {} »',
  "unknown command '{}'\n(Did you mean {}?)": 'commande inconnue : « {} » (vouliez-vous dire {} ?)',
  "missing required argument '{}'": 'il manque l’argument « {} »',
  "required option '{}' not specified": 'il manque l’option « {} »',
  "option '{}' argument missing": 'l’option « {} » demande une valeur',
  'too many arguments. Expected {} argument{} but got {}: {}.': 'trop d’arguments : {1} attendu(s), {3} donné(s)',
  "too many arguments for '{}'. Expected {} argument{} but got {}: {}.": 'trop d’arguments pour « {1} » : {2} attendu(s), {4} donné(s)',
};

const typed: Readonly<Record<string, string>> = {
  '"{} {}" is not a price: write it as 12.99, with a currency of three letters.':
    '« {} {} » n’est pas un prix : écrivez-le comme 12.99, avec une devise de trois lettres.',
  '"{}" has more decimals than {} has.': '« {} » a plus de décimales que n’en a {}.',
  '"{}" is no kind of letter: use {}.': '« {} » n’est pas un genre de courrier : employez {}.',
  '"{}" is no provider: use --oauth google or --oauth microsoft.':
    '« {} » n’est pas un fournisseur : employez --oauth google ou --oauth microsoft.',
  '"{}" is not a country: write two letters (FR), with a region where its law differs (US-CA).':
    '« {} » n’est pas un pays : écrivez deux lettres (FR), avec une région là où son droit diffère (US-CA).',
  '"{}" is not a currency: write three letters, e.g. EUR.': '« {} » n’est pas une devise : écrivez trois lettres, p. ex. EUR.',
  '"{}" is not a date: write it as YYYY-MM-DD.': '« {} » n’est pas une date : écrivez-la AAAA-MM-JJ, p. ex. 2026-03-31.',
  '"{}" is not an instant: write it as 2026-11-23T09:00:00Z.': '« {} » n’est pas un instant : écrivez-le comme 2026-11-23T09:00:00Z.',
  '"{}" is not a kind of channel: use email, webhook or ntfy; a browser is added on its own page.':
    '« {} » n’est pas un genre de canal : employez email, webhook ou ntfy ; un navigateur s’ajoute sur sa propre page.',
  '"{}" is not a kind of event: use {}.': '« {} » n’est pas un genre d’événement : employez {}.',
  '"{}" is not a kind of event: use {} or other.': '« {} » n’est pas un genre d’événement : employez {} ou other.',
  '"{}" is not a kind of folder: use maildir or drop.': '« {} » n’est pas un genre de dossier : employez maildir ou drop.',
  '"{}" is not a language of Quittance: use en or fr.': '« {} » n’est pas une langue de Quittance : employez en ou fr.',
  '"{}" is not a language of the letters: use en or fr.': '« {} » n’est pas une langue des courriers : employez en ou fr.',
  '"{}" is not a language of the report: use en or fr.': '« {} » n’est pas une langue du rapport : employez en ou fr.',
  '"{}" is not a language: use en or fr.': '« {} » n’est pas une langue proposée : employez en ou fr.',
  '"{}" is not a level: use {}.': '« {} » n’est pas un niveau : employez {}.',
  '"{}" is not a mail address.': '« {} » n’est pas une adresse e-mail : écrivez-la comme nom@example.org.',
  '"{}" is not a number of days.': '« {} » n’est pas un nombre de jours (de 1 à 3650).',
  '"{}" is not a period: write P1M, P1Y, P4W or P14D.': '« {} » n’est pas une durée : écrivez P1M, P1Y, P4W ou P14D.',
  '"{}" is not a rate: write how much one of the other currency is, e.g. 0.92.':
    '« {} » n’est pas un taux : écrivez ce que vaut une unité de l’autre devise, p. ex. 0.92.',
  '"{}" is not a time zone: write it as Europe/Paris.': '« {} » n’est pas un fuseau horaire : écrivez-le comme Europe/Paris.',
  '"{}" is not a way: use {}.': '« {} » n’est pas une façon : employez {}.',
  '"{}" is not an address: write it as https://example.org/path.':
    '« {} » n’est pas une adresse : écrivez-la comme https://example.org/chemin.',
  '"{}" is not an amount: write it as 12.99.': '« {} » n’est pas un montant : écrivez-le comme 12.99.',
  '"{}" is not an e-mail address: write it as name@example.org.': '« {} » n’est pas une adresse e-mail : écrivez-la comme nom@example.org.',
  '"{}" is not an id: "quittance quarantine list" shows them.':
    '« {} » n’est pas un identifiant : « quittance quarantine list » les montre.',
  '"{}" is not an id: "quittance quarantine unread" shows them.':
    '« {} » n’est pas un identifiant : « quittance quarantine unread » les montre.',
  '"{}" is not an ntfy topic: write it as https://ntfy.sh/your-topic.':
    '« {} » n’est pas un sujet ntfy : écrivez-le comme https://ntfy.sh/votre-sujet.',
  '"{}" is not offered here. Offered: {}. The operator names others in TSA_URLS.':
    '« {} » n’est pas proposée ici. Le sont : {}. L’exploitant en nomme d’autres dans TSA_URLS.',
  '"{}" is not the id of a subscription: "quittance timeline --json" shows them.':
    '« {} » n’est pas l’identifiant d’un abonnement : « quittance timeline --json » les montre.',
  '"{}" is not the id of an event: "quittance timeline --json" shows them.':
    '« {} » n’est pas l’identifiant d’un événement : « quittance timeline --json » les montre.',
  '"{}" is not the id of {}.': '« {} » n’est pas l’identifiant {=}.',
  'a subscription': 'd’un abonnement',
  'an event': 'd’un événement',
  'an act': 'd’une déclaration',
  '--mapping takes a JSON object, e.g. {"amount":4,"text":[2],"date_order":"dmy"}, or a file with one.':
    '--mapping prend un objet JSON, p. ex. {"amount":4,"text":[2],"date_order":"dmy"}, ou un fichier qui en contient un.',
  '--reason must say why, in at most {} characters.': '--reason doit dire pourquoi, en {} caractères au plus.',
  '--source must be a name of its own.': '--source doit être un nom à part.',
  'a merchant needs a name with at least one letter or figure.': 'il faut un nom de professionnel avec au moins une lettre ou un chiffre.',
  'a browser is added on the page “Alerts and channels”, in that browser: only it knows its keys.':
    'un navigateur s’ajoute sur la page « Alertes et canaux », dans ce navigateur : lui seul connaît ses clés.',
  'a cancellation that was made lies in the past: give its day.': 'une résiliation déjà faite est dans le passé : indiquez son jour.',
  'a subscription can not be merged with itself.': 'un abonnement ne peut pas être fusionné avec lui-même.',
  'a webhook takes no password in its URL: the receiver knows Quittance by the signature.':
    'un webhook n’a pas de mot de passe dans son adresse : le destinataire reconnaît Quittance à sa signature.',
  'the target of a channel is too long.': 'la destination du canal est trop longue.',
  'choose some of the events, and leave some: they become two subscriptions.':
    'choisissez certains événements et laissez-en : ils forment alors deux abonnements.',
  'say at least one of the terms.': 'indiquez au moins une des conditions.',
  'say why: --reason "they confirmed by phone".': 'dites pourquoi : --reason "confirmé par téléphone".',
  'the event belongs to a subscription already: split it off there.': 'l’événement appartient déjà à un abonnement : séparez-le là-bas.',
  'the event names no merchant: add the subscription yourself, then move the event there.':
    'l’événement ne nomme aucun professionnel : ajoutez l’abonnement vous-même, puis déplacez-y l’événement.',
  'the event belongs to that subscription already.': 'l’événement appartient déjà à cet abonnement.',
  'the name is empty.': 'le nom est vide.',
  'the name needs at least one letter or figure.': 'le nom doit contenir au moins une lettre ou un chiffre.',
  'the period must begin before it ends, and in the past.': 'la période doit commencer avant de finir, et dans le passé.',
  'the two currencies are the same.': 'les deux devises sont la même.',
  '{} is over: give a day to come.': 'le {} est passé : donnez un jour à venir.',
  [noLetter('en')]: noLetter('fr'),
  'the timeline does not bear a {}; what fits: {}.': 'la chronologie ne permet pas {} ; convient : {}.',
};

const unknown: Readonly<Record<string, string>> = {
  'alerts go to {} already.': 'les alertes vont déjà à {}.',
  'no authority is offered: TSA_URLS is empty.': 'aucune autorité n’est proposée : TSA_URLS est vide.',
  'no file was kept beside {}.': 'aucun fichier n’a été conservé avec {}.',
  'no message with the id {} is in the archive: "quittance proof search" shows them.':
    'aucun message {} n’est dans l’archive : « quittance proof search » les montre.',
  'nobody signed in within a quarter of an hour: run this again.': 'personne ne s’est connecté en un quart d’heure : relancez la commande.',
  'nothing was said of a payee "{}": "quittance statement payees" shows them.':
    'rien n’a été dit du bénéficiaire « {} » : « quittance statement payees » les montre.',
  'there is no payee "{}" in your statements. There are: {}.': 'aucun bénéficiaire « {} » dans vos relevés. Il y a : {}.',
  'there is no payee "{}": no bank statement of yours names one that is looked at. "quittance statement import FILE" reads one.':
    'aucun bénéficiaire « {} » : aucun de vos relevés n’en nomme qui compte. « quittance statement import FICHIER » en lit un.',
  'several channels go to {}: give the id.': 'plusieurs canaux vont à {} : donnez l’identifiant.',
  'several messages match {}: give more of the SHA-256.': 'plusieurs messages correspondent à {} : donnez davantage du SHA-256.',
  'somebody else signs in with {}: choose another address.': 'quelqu’un d’autre se connecte avec {} : choisissez une autre adresse.',
  'there is a person with the address {} already.': 'il y a déjà quelqu’un avec l’adresse {}.',
  'there is no act {} that could be undone.': 'aucune déclaration {} ne peut être annulée.',
  'there is no channel "{}": "quittance channel list" shows them.': 'aucun canal « {} » : « quittance channel list » les montre.',
  'there is no event {}.': 'aucun événement {}.',
  'there is no finding {}: "quittance finding list --all" shows them.': 'aucun constat {} : « quittance finding list --all » les montre.',
  'there is no merchant {} among your subscriptions.': 'aucun professionnel {} parmi vos abonnements.',
  'there is no message {} in quarantine.': 'aucun message {} en quarantaine.',
  'there is no message {} that was announced and never delivered.': 'aucun message {} n’a été annoncé sans être livré.',
  'there is no person "{}": "quittance user add ADDRESS" makes one.':
    'personne ne s’appelle « {} » ici : « quittance user add ADRESSE » ajoute quelqu’un.',
  'there is no statement {}: "quittance statement list" shows them.': 'aucun relevé {} : « quittance statement list » les montre.',
  'there is no subscription {}.': 'aucun abonnement {}.',
  'there is no subscription {}: "quittance timeline --json" shows them.': 'aucun abonnement {} : « quittance timeline --json » les montre.',
  '{} is not watched: "quittance inlet list" shows what is.': '{} n’est pas surveillé : « quittance inlet list » montre ce qui l’est.',
  '{} is watched already.': '{} est déjà surveillé.',
  '{} was not put aside.': '{} n’a pas été mis de côté.',
  'this installation has no OAuth client for {}: set {}.': 'cette installation n’a pas de client OAuth pour {} : définissez {}.',
  '{} gave no usable answer: {}': '{} n’a pas donné de réponse exploitable : {}',
  '{} offers no sign-in by code for mail': '{} ne propose pas de connexion par code pour le courrier',
  'the provider gave no lasting permission (no refresh token)': 'le fournisseur n’a pas donné d’autorisation durable (refresh token)',
  'the answer belongs to another sign-in; begin again.': 'la réponse appartient à une autre connexion ; recommencez.',
  'the answer holds no code': 'la réponse ne contient pas de code : recommencez',
  'the answer holds no access token': 'la réponse ne contient pas d’autorisation : recommencez',
  'the channel {} was removed.': 'le canal {} a été retiré.',
  'this mailbox signs in with a password': 'cette boîte se connecte avec un mot de passe',
  'the mailbox is read no longer': 'la boîte n’est plus lue',
  '{}: redirects are not followed': '{} : les redirections ne sont pas suivies',
  'no answer within {} seconds': 'pas de réponse en {} secondes',
  'the server did not answer within {} s': 'le serveur n’a pas répondu en {} s',
  'there is no host named {}: check how it is written.': 'aucun serveur ne s’appelle {} : vérifiez comment il s’écrit.',
  '{} could not be looked up just now.': '{} n’a pas pu être recherché à l’instant : réessayez plus tard.',
  'no mail server is set up, so no e-mail can be sent: set SMTP_URL, and MAIL_FROM where its user is no address, and start Quittance with them.':
    'aucun serveur d’envoi n’est configuré, aucun e-mail ne peut donc partir : définissez SMTP_URL, et MAIL_FROM si son utilisateur n’est pas une adresse, puis lancez Quittance avec.',
  '{} would get alerts in the clear: write https://, or, if that host stands in your own network, add it to ALLOW_PRIVATE_HOSTS.':
    '{} recevrait les alertes en clair : écrivez https://, ou, si cette machine est dans votre propre réseau, ajoutez-la à ALLOW_PRIVATE_HOSTS.',
  '{} is a private address: if that is meant, the operator can add it to ALLOW_PRIVATE_HOSTS.':
    '{} est une adresse privée : si c’est voulu, l’exploitant peut l’ajouter à ALLOW_PRIVATE_HOSTS.',
  '{} leads to {}, a private address: if that is meant, the operator can add it to ALLOW_PRIVATE_HOSTS.':
    '{} mène à {}, une adresse privée : si c’est voulu, l’exploitant peut l’ajouter à ALLOW_PRIVATE_HOSTS.',
  '{} a private address: if that is meant, the operator can add it to ALLOW_PRIVATE_HOSTS.':
    '{} une adresse privée : si c’est voulu, l’exploitant peut l’ajouter à ALLOW_PRIVATE_HOSTS.',
};

const files: Readonly<Record<string, string>> = {
  'a bank file may have {} MB: export a shorter time.': 'un relevé peut avoir {} Mo : exportez une période plus courte.',
  'a row of this CSV has more than {} columns.': 'une ligne de ce CSV a plus de {} colonnes.',
  'a row of this CSV never ends: a quote was opened and not closed.':
    'une ligne de ce CSV ne finit jamais : un guillemet est ouvert et non fermé.',
  'no line of an account was found in this file.{}': 'aucune ligne de compte n’a été trouvée dans ce fichier.{=}',
  ' Say which column is the date, the amount and the payee.': ' Indiquez les colonnes de la date, du montant et du bénéficiaire.',
  'this OFX file has no account statement in it.': 'ce fichier OFX ne contient aucun relevé de compte.',
  'this XML file can not be read.': 'ce fichier XML ne peut pas être lu.',
  'this file has more than {} lines: export a shorter time.': 'ce fichier a plus de {} lignes : exportez une période plus courte.',
  'this file is empty.': 'ce fichier est vide.',
  'this is {}: export the statement from your bank as CSV, OFX or CAMT.053 instead.':
    'c’est {=} : exportez plutôt le relevé de votre banque en CSV, OFX ou CAMT.053.',
  'not a text file': 'autre chose que du texte',
  'a PDF': 'un PDF',
  'an MT940 file': 'un fichier MT940',
  'a QIF file': 'un fichier QIF',
  'a web page': 'une page web',
  '{}: export the statement from your bank again.': '{=} : exportez de nouveau le relevé de votre banque.',
  'a spreadsheet or an archive': 'un tableur ou une archive',
  'this XML file has no bank statement (CAMT.053) in it': 'ce fichier XML ne contient aucun relevé bancaire (CAMT.053)',
  'this XML file declares a document type, which bank statements never do':
    'ce fichier XML déclare un type de document, ce que ne fait aucun relevé bancaire',
  'this XML file is damaged: a part of it is missing': 'ce fichier XML est abîmé, il en manque une partie',
  'this XML file is nested deeper than any bank statement': 'ce fichier XML est imbriqué plus qu’aucun relevé bancaire',
  "the mapping can't be used: {}.": 'ces colonnes ne peuvent pas être employées : {=}.',
  'it must be a JSON object': 'ce doit être un objet JSON',
  '"{}" is no field of it; they are {}': '« {} » n’en est pas un champ ; ce sont {}',
  'delimiter must be ";", ",", a tab or "|"': 'delimiter doit être « ; », « , », une tabulation ou « | »',
  'skip_rows must be a number of rows, 0 to 1000': 'skip_rows doit être un nombre de lignes, de 0 à 1000',
  'date must be the number of a column, from 0': 'date doit être le numéro d’une colonne, à partir de 0',
  'date_order must be dmy, mdy or ymd': 'date_order doit être dmy, mdy ou ymd',
  '{} must be the number of a column, from 0, or null': '{} doit être le numéro d’une colonne, à partir de 0, ou null',
  'amount, or debit and credit, must name a column': 'amount, ou debit et credit, doit nommer une colonne',
  'decimal must be "." or ","': 'decimal doit être « . » ou « , »',
  'charges_positive must be true or false': 'charges_positive doit être true ou false',
  'currency must be a code such as EUR': 'currency doit être un code tel que EUR',
  'text must list columns, from 0': 'text doit donner une liste de colonnes, à partir de 0',
  '{} is larger than a bank statement may be (20 MB).': '{} dépasse la taille d’un relevé bancaire (20 Mo).',
  'the file is empty.': 'le fichier est vide.',
  'the file is larger than 20 MB.': 'le fichier dépasse 20 Mo.',
  'a dossier holds {} messages at most.': 'un dossier contient {} messages au plus.',
  'no message of this subscription is kept: there is nothing to export.':
    'aucun message de cet abonnement n’est conservé : il n’y a rien à exporter.',
  '{} is too big for a dossier.': '{} est trop gros pour un dossier.',
  '{} is too big for an archive of keys.': '{} est trop gros pour une archive de clés.',
  '{} has a date that is none: {}': '{} a une date qui n’en est pas une : {}',
  '{} holds no key: "record" must be the text record, with p=…':
    '{} ne contient pas de clé : « record » doit être l’enregistrement texte, avec p=…',
  '{} is no JSON: see docs/formats/key-archive.md.': '{} n’est pas du JSON : voir docs/formats/key-archive.md.',
  '{} is no object.': '{} n’est pas un objet.',
  '{} names no key: "name" must be selector._domainkey.domain.':
    '{} ne nomme pas de clé : « name » doit être sélecteur._domainkey.domaine.',
  '{} was last seen before it was first seen.': '{} aurait été vue la dernière fois avant la première.',
  '{} is a Maildir: use --kind maildir.': '{} est un Maildir : employez --kind maildir.',
  '{} is no Maildir: it has no "cur" and "new".': '{} n’est pas un Maildir : il y manque « cur » et « new ».',
  '{} is no folder that can be opened.': '{} n’est pas un dossier qui puisse être ouvert.',
  '{} is not a whole path: write it from the root, e.g. /home/me/Maildir.':
    '{} n’est pas un chemin complet : écrivez-le depuis la racine, p. ex. /home/moi/Maildir.',
  '{} does not lie in a folder that may be watched ({}): add one to WATCH_FOLDERS, or choose another folder.':
    '{} n’est pas dans un dossier qui puisse être surveillé ({}) : ajoutez-en un à WATCH_FOLDERS, ou choisissez un autre dossier.',
  '{} is in the way: a folder of that name is needed there.': '{} gêne : il faut là un dossier de ce nom.',
  "{} can't be read ({}).": '{} ne peut pas être lu ({}).',
  "{} can't be written ({}): choose another place for the backup.":
    '{} ne peut pas être écrit ({}) : choisissez un autre emplacement pour la sauvegarde.',
  '{} is no backup of Quittance.': '{} n’est pas une sauvegarde de Quittance.',
  'this ZIP is no export of Quittance.': 'ce ZIP n’est pas un export de Quittance.',
  "the export can't be taken in: {}.": 'l’export ne peut pas être repris : {=}.',
  "the export can't be unpacked: it was changed or cut.": 'l’export ne peut pas être décompressé : il a été modifié ou coupé.',
  'the export has more files than an archive can have.': 'l’export a plus de fichiers qu’une archive ne peut en avoir.',
  '{} is larger than a message can be.': '{} dépasse la taille d’un message.',
  'this export was made by a newer Quittance: update this one first.':
    'cet export vient d’une version plus récente de Quittance : mettez celle-ci à jour d’abord.',
};

export const sentencesFr: Readonly<Record<string, string>> = {
  ...usage,
  ...typed,
  ...unknown,
  ...files,
  ...installationSentencesFr,
  ...inputSentencesFr,
};
