// French words of the command line.
import type { Words } from './words.ts';

/** Zero is singular in French. */
const messages = (count: number): string => `${count} ${count < 2 ? 'message' : 'messages'}`;

export const wordsFr = {
  kinds: {
    signup: 'souscription',
    trial_started: 'essai commencé',
    trial_ending: 'fin d’essai proche',
    renewal_notice: 'renouvellement annoncé',
    renewal_charged: 'renouvellement débité',
    price_change: 'changement de prix',
    payment_failed: 'paiement refusé',
    cancellation_requested: 'résiliation demandée',
    cancellation_confirmed: 'résiliation confirmée',
    expired: 'expiré',
    refund: 'remboursement',
    paused: 'suspendu',
    reactivated: 'réactivé',
    plan_changed: 'changement de formule',
    other: 'autre',
  },
  statuses: {
    trial: 'essai',
    active: 'actif',
    past_due: 'impayé',
    paused: 'suspendu',
    cancel_requested: 'résiliation demandée',
    cancelled: 'résilié',
    ended: 'terminé',
    unknown: 'inconnu',
  },
  alertKinds: {
    renewal_notice: 'renouvellement proche',
    trial_ending: 'fin d’essai proche',
    price_change: 'changement de prix',
    cancel_by: 'dernier jour pour résilier',
    payment_failed: 'paiement refusé',
    cancellation_confirmed: 'résiliation confirmée',
    charged_after_cancellation: 'débit après résiliation',
    confirmation_missing: 'confirmation manquante',
    reactivated_unasked: 'réactivé sans demande',
    notice_missing: 'avis manquant',
    duplicate_subscription: 'en double',
    suspicious_message: 'message suspect',
    mailbox_unreadable: 'boîte illisible',
  },
  starting: 'Quittance démarre …',
  started: (url, link) =>
    `Quittance est en marche : ${url}\n\nConnectez-vous avec ce lien (il sert une seule fois, pendant 24 heures) :\n  ${link}\n\nCtrl-C l’arrête.`,
  stopping: 'Arrêt …',
  stopped: 'Quittance est arrêté.',
  made: 'créée',
  alert: 'alerte',
  merchant: 'professionnel',
  plan: 'formule',
  status: 'état',
  date: 'date',
  amount: 'montant',
  renews: 'se renouvelle',
  ends: 'se termine',
  proof: 'preuve',
  kind: 'nature',
  level: 'niveau',
  subject: 'objet',
  from: 'de',
  id: 'identifiant',
  address: 'adresse',
  server: 'serveur',
  state: 'état',
  progress: 'lus',
  channelKind: 'par',
  target: 'vers',
  problem: 'problème',
  size: 'octets',
  found: 'trouvé dans',
  noAlerts: 'Aucune alerte.',
  nothingOf: (merchant) => `Rien n’est connu de « ${merchant} » : « quittance timeline » montre tous les professionnels par leur nom.`,
  noSubscriptions: 'Aucun abonnement pour l’instant. « quittance import CHEMIN » ou « quittance mailbox add ADRESSE » lit du courrier.',
  nothingFound: 'Rien trouvé.',
  noInlets: 'Aucun dossier n’est surveillé. « quittance inlet add DOSSIER » en surveille un.',
  inletRemoved: (path) => `${path} n’est plus surveillé. Ce qui a été lu reste.`,
  noMailboxes: 'Aucune boîte n’est connectée. « quittance mailbox add ADRESSE » en connecte une.',
  noChannels: 'Aucun canal pour l’instant. « quittance channel add email ADRESSE » en ajoute un.',
  exported: (file, bytes) =>
    `Tout est dans ${file} (${bytes} octets). Les e-mails n’y sont pas chiffrés : gardez-le comme votre boîte aux lettres.`,
  noStatements: 'Aucun relevé bancaire. « quittance statement import FICHIER » en lit un.',
  payee: 'bénéficiaire',
  payeeStates: { matched: 'reconnu', chosen: 'dit par vous', none: 'pas un abonnement', unknown: 'régulier, inconnu' },
  statementImported: (done) =>
    done.already
      ? 'Ce fichier a déjà été importé : rien n’a changé.'
      : `${done.read} lignes lues, dont ${done.new} nouvelles, ${done.skipped.length} rangées laissées de côté. ${done.matched} concernent vos abonnements.`,
  payeeSuggested: (name, amount, key) =>
    `${name} est payé ${amount} régulièrement. Si c’est un abonnement : quittance statement assign "${key}" NOM`,
  payeeAssigned: (key, merchant, matched) => `${key} est désormais ${merchant} (${matched} lignes).`,
  payeeUndone: (key, forgotten) =>
    forgotten
      ? `Ce qui était dit de ${key} est oublié.`
      : `${key} n’est pas un abonnement. Ses lignes ne comptent plus, celles à venir non plus.`,
  statementRemoved: (id) => `Le relevé ${id} a été retiré.`,
  noQuarantine: 'Rien en quarantaine.',
  unattached: 'Sans abonnement :',
  signInByCode: (url: string, code: string) =>
    `Ouvrez ${url} sur n’importe quel appareil et saisissez ce code : ${code}\nEn attente de votre connexion …`,
  signInByBrowser: (url: string) => `Ouvrez cette adresse dans un navigateur de cette machine et connectez-vous :\n${url}`,
  signInBack: 'C’est tout. Vous pouvez fermer cette fenêtre et revenir au terminal.',
  signInLink: 'Ouvre la page une seule fois, dans les 24 heures :',
  schemaCurrent: 'La base de données a le schéma le plus récent.',
  schemaApplied: (names) => `Schéma mis à jour : ${names.join(', ')}.`,
  mailboxAdded: (address, messages) =>
    `${address} est connectée (${messages} messages reçus). Si Quittance est en marche, la lecture a commencé ; sinon elle commence au prochain démarrage ou avec « mailbox sync ».`,
  mailboxWorks: (address, folders, messages) => `${address} fonctionne : dossiers ${folders}, messages reçus ${messages}.`,
  mailboxPassword: (address, messages) =>
    `${address} peut être lue (${messages} messages reçus) : le nouvel accès est enregistré et la lecture continue avec lui.`,
  mailboxRemoved: (address) => `${address} n’est plus lue. Ce qui a été conservé reste dans les archives.`,
  mailboxProblem: (address, text) => `${address} ne peut pas être lue. ${text}`,
  mailboxExists: (username, host) =>
    `${username} sur ${host} est déjà connectée : « quittance mailbox list » la montre, « quittance mailbox remove » la retire.`,
  mailboxUnknown: (wanted) => `aucune boîte « ${wanted} » n’est connectée : « quittance mailbox list » les montre.`,
  mailboxAmbiguous: (wanted) =>
    `plusieurs boîtes ont l’adresse ${wanted} : donnez l’identifiant, que montre « quittance mailbox list --json ».`,
  folderUnknown: (path) => `il n’y a pas de dossier « ${path} » : « quittance mailbox folders » les montre.`,
  folderBoth: (path) => `« ${path} » ne peut pas être à la fois lu et laissé de côté : nommez-le une fois.`,
  readingUnknown: (way, ways) => `« ${way} » n’est pas une façon de lire : l’une de ${ways}.`,
  passwordNeeded: (variable) => `il faut un mot de passe : --password-file FICHIER, ${variable}, ou saisissez-le à la demande.`,
  passwordFile: (file, code) => `impossible de lire le fichier de mot de passe ${file} (${code}) : vérifiez son nom et ses droits.`,
  channelAdded: (target) => `Les alertes vont à ${target}.`,
  channelSecret: (secret) => `Sa clé de signature, montrée cette seule fois : ${secret}`,
  channelRemoved: (target) => `Plus aucune alerte ne va à ${target}.`,
  channelTested: (target) => `Une alerte d’essai est arrivée à ${target}.`,
  channelFailed: (target, problem) => `L’alerte d’essai n’est pas arrivée à ${target} : ${problem}`,
  password: (address) => `Mot de passe de ${address} : `,
  corrected: (kind) => `Noté : ${kind}.`,
  folderNotEmpty: (folder) => `${folder} n’est pas vide. Choisissez un nouveau dossier : son contenu se mêlerait à ce qui est écrit.`,
  noCorrections: (left) =>
    left.takenBack + left.erased === 0
      ? 'Aucune correction pour l’instant : « quittance correct ÉVÉNEMENT --kind NATURE » en fait une.'
      : `Il ne reste aucune correction à exporter : ${left.takenBack} retirée(s), ${left.erased} sur des e-mails effacés.`,
  correctionsExported: (folder, mails, left) =>
    `${mails} e-mails, chacun avec votre avis, sont dans ${folder} ; laissés de côté : ${left.takenBack} retirés, ${left.erased} effacés.\n` +
    'Ce sont des e-mails privés, non chiffrés. Ne partagez jamais ce dossier, ne le versionnez jamais ; supprimez-le après l’entraînement.',
  correctionsArePrivate:
    'E-mails privés, non chiffrés : ne partagez jamais ce dossier, ne le versionnez jamais. Supprimez-le après l’entraînement.\n' +
    'labels.jsonl dit ce qu’est chaque e-mail de messages/, selon son propriétaire : « npm run train -- --corrections DOSSIER » lit les deux.\n',
  retried: 'Cette fois, le message a été lu.',
  stillQuarantined: 'Cette fois non plus, le message n’a pas pu être lu.',
  reading: (read) => `${messages(read)} ${read < 2 ? 'lu' : 'lus'}`,
  imported: (count) =>
    `${messages(count.read)} ${count.read < 2 ? 'lu' : 'lus'} : ${count.accepted} ${count.accepted < 2 ? 'conservé' : 'conservés'}, ${count.ignored} sans rapport avec un abonnement, ${count.duplicates} ${count.duplicates < 2 ? 'déjà connu' : 'déjà connus'}, ${count.quarantined} en quarantaine. ${count.events} ${count.events < 2 ? 'événement' : 'événements'}.`,
  settling: (open) => `${messages(open)} à comprendre`,
  syncing: (done, total) => `${done} messages sur ${total}`,
  readingSet: (address, reading) => `${address} est désormais lue ainsi : ${reading}.`,
  folder: 'dossier',
  use: 'usage',
  isRead: 'lu',
  noFolders: 'Aucun dossier connu : ils sont relevés à la première lecture.',
  readStates: { read: 'oui', not: 'non', readByChoice: 'oui (choisi)', notByChoice: 'non (choisi)', vanished: 'disparu' },
  synced: (address, total) => `${address} : ${messages(total)} ${total < 2 ? 'lu' : 'lus'}.`,
  quoted: 'selon ses termes',
  clocks: { sent: 'envoyé', received: 'reçu par le fournisseur', internal: 'dans la boîte depuis', captured: 'conservé depuis' },
  source: 'origine',
  sha256: 'SHA-256',
  logPosition: (index, size) => `feuille ${index} sur ${size} du journal de preuves`,
  time: 'heure',
  chained: 'chaîné, non horodaté',
  stampedBy: (at, signer) => `horodaté le ${at} par ${signer}`,
  log: 'journal',
  healthy: 'ok',
  failing: 'en échec',
  differences: (count) => `${count} abonnements différaient de leurs événements et ont été refaits.`,
  noDifferences: 'Les abonnements sont exactement ce que disent leurs événements.',
  count: 'lignes',
  firstRow: 'la première',
  verifying: (messages) => `${messages} messages vérifiés`,
  verifiedUser: (report) =>
    `${report.userId} : ${report.messages} messages (${report.erased} effacés), ${report.events} événements, ${report.leaves} feuilles, ${report.checkpoints} points de contrôle`,
  stampsAgreed: 'Les horodatages sont activés.',
  stampsOff:
    'Les horodatages sont désactivés : le journal est chaîné, non horodaté. « quittance anchor agree » les active ; une empreinte qui ne dit rien de vous part une fois par jour.',
  notAnchored: 'Rien n’est encore ancré.',
  anchoredAt: (at) => `Dernier ancrage : ${at}`,
  authority: 'autorité',
  agreed: 'accepté',
  lastStamp: 'dernier horodatage',
  yes: 'oui',
  no: 'non',
  fromLeaf: (size, madeAt) => (madeAt === null ? 'la première' : `signe à partir de ${size} feuilles, depuis ${madeAt}`),
  bothSign: 'La clé précédente signe encore à côté, pendant 30 jours.',
  keysImported: (read, added, source) =>
    `${read} clés lues, dont ${added} nouvelles, sous le nom « ${source} ». Les anciens messages seront vérifiés avec elles en quelques minutes tant que Quittance tourne.`,
  seenFrom: 'vue la première fois',
  seenUntil: 'vue la dernière fois',
  rechecked: (checked, same, old) =>
    `${checked} verdicts établis de nouveau à partir des réponses DNS archivées : ${same} sont les mêmes${old > 0 ? `, ${old} datent d’avant l’archivage de leurs bases` : ''}.`,
  again: 'maintenant',
  growth: {
    grew: (from, to) =>
      from === to
        ? `Le journal est toujours celui de ce point de contrôle, avec ${to} entrées.`
        : `Depuis ce point de contrôle, le journal n’a fait que croître : ses ${from} premières entrées sur ${to} sont inchangées.`,
    cut: (from, to) => `LE JOURNAL A ÉTÉ AMPUTÉ : le point de contrôle couvre ${from} entrées, le journal en a ${to}.`,
    rewritten: (from) => `LE JOURNAL A ÉTÉ MODIFIÉ : ses ${from} premières entrées ne sont pas celles de ce point de contrôle.`,
  },
  verifiedAnchor: (report) =>
    `Journal d’ancrage : ${report.leaves} feuilles, ${report.checkpoints} points de contrôle, ${report.timeStamps} horodatages`,
  allHolds: 'Tout est exact.',
  notAllHolds: 'Tout n’est pas exact. docs/operations.md explique chaque problème et que faire.',
  erased: (sha256) =>
    `Effacé : ${sha256}\nSon contenu, sa clé et ses mots ont disparu pour de bon ; ce qu’il signifiait reste dans la chronologie, et le journal dit qu’il a été effacé. Les sauvegardes antérieures le contiennent encore, mais une restauration l’efface à nouveau.`,
  wasErased: (sha256, at) => `${sha256} a déjà été effacé, le ${at}.`,
  copying: (table) => `copie de ${table}`,
  backedUp: (file, rows, keyFile) =>
    `${rows} lignes sont dans ${file}.\nLa clé n’y est pas : gardez ailleurs une copie de ${keyFile} (docs/operations.md contient une fiche de secours). Sans elle, la sauvegarde est illisible.`,
  restored: (rows, madeAt, erasedAgain) =>
    `${rows} lignes du ${madeAt} sont de retour et vérifiées.${erasedAgain > 0 ? ` ${erasedAgain} messages effacés depuis l’ont été à nouveau.` : ''}`,
  noRate: (list: string) => `Sans ${list} : saisissez un taux avec « quittance costs rate ».`,
  noActs: 'Vous n’avez encore rien indiqué.',
  acted: (id: string) => `C’est noté. « quittance subscription undo ${id} » l’annule.`,
  actUndone: 'Annulé.',
  undone: 'annulé',
  noFindings: 'Rien ne vous attend.',
  notAdvice: 'Information, et non conseil juridique.',
  classifyEmpty: 'Aucun message trouvé.',
  zones: { subject: 'objet', body: 'texte', document: 'PDF' },
  noReasons: 'Rien n’y parle d’un abonnement.',
} satisfies Words;
