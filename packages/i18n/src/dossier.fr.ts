// The words of the dossier, in French.
import type { DossierTexts } from './dossier.en.ts';
import { levelReasonsFr } from './level-reasons.fr.ts';

export const dossierFr = {
  readme: (verifierKey: string, isStamped: boolean) => `DOSSIER D’UN ABONNEMENT

État : ${isStamped ? 'horodaté, comme verify.sh le dit de chaque message' : 'chaîné, non horodaté (chained, not time-stamped)'}.

Ce qu’il contient
  report.pdf         pour les personnes : l’affirmation, la chronologie, les messages, les limites
  messages/NN/       les messages, tels qu’ils ont été reçus (message.eml), avec
                       manifest.json         ce qui a été consigné sur le message
                       salt.bin              avec lui, le manifeste donne l’entrée du journal
                       archive.tlog-proof    la preuve que l’entrée est dans le journal
                       dns.json              les clés des expéditeurs, selon le DNS à l’arrivée
                       dkim-K-...            les signatures des expéditeurs, pour openssl
  checkpoint.note    la tête signée du journal
  anchors/           s’il y en a : des têtes du journal horodatées par des autorités indépendantes
  keys/              la clé publique du journal
  SHA256SUMS         la liste de ces fichiers, signée dans SHA256SUMS.note
  verify.sh          vérifie le tout sans Quittance

Comment le vérifier
  bash verify.sh     demande bash, GNU coreutils, OpenSSL 3 et xxd ; lisez-le d’abord, il est court
  ou, avec Quittance :  quittance verify FICHIER.asice, ou sa page /verify dans un navigateur

Ce qu’il montre
  Ces octets ont été consignés dans un journal auquel on ne peut qu’ajouter, et n’ont pas
  changé depuis : toute altération du journal se voit. Là où la signature d’un expéditeur
  est valable, le message provient du domaine qui l’a signé.

Ce qu’il ne montre pas
  Que ce que dit un message est vrai, ni que celui qui tient le journal n’y a inscrit
  aucun message de sa main : contre cela, seules parlent les signatures des expéditeurs.
  Là où aucune autorité indépendante n’a horodaté le
  journal, la date de consignation est la parole de celui qui le tient ; là où une l’a fait,
  ne vous fiez à son certificat racine qu’après l’avoir comparé à celui qu’elle publie.

La clé du journal. Comparez-la avec celle que vous tenez d’ailleurs (un dossier plus ancien,
une alerte, le titulaire de la boîte) :
  ${verifierKey}
`,
  links: {
    title: 'Dossier',
    lead: 'Pour une banque, un médiateur ou le professionnel : le rapport avec l’affirmation, la chronologie et les messages originaux, et les preuves que chacun peut vérifier.',
    pdf: 'Rapport (PDF)',
    bundle: 'Rapport avec toutes les preuves (ZIP)',
  },
  report: {
    title: (name: string) => `Dossier : ${name}`,
    subject: 'Abonnement : ce qui a été convenu, résilié et prélevé, avec ses preuves',
    prepared: (on: string, whose: string | null) => `Établi le ${on}${whose ? ` à partir de la messagerie de ${whose}` : ''}`,
    page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
    annexPage: (page: number, pages: number) => `Annexe, page ${page} sur ${pages}`,
    utc: (instant: string) => `${instant} UTC`,
    claim: {
      heading: 'Ce que montre ce dossier',
      confirmed: (at: string, who: string, name: string, endsOn: string | null) =>
        `Le ${at}, ${who} a confirmé par écrit que l’abonnement ${name} est résilié` + (endsOn ? ` et prend fin le ${endsOn}.` : '.'),
      confirmedUnverified: (at: string, who: string, name: string, endsOn: string | null) =>
        `Un message du ${at} qui désigne ${who} comme expéditeur dit que l’abonnement ${name} est résilié` +
        (endsOn ? ` et prend fin le ${endsOn}.` : '.'),
      reactivated: (on: string) => `Selon un message ultérieur, il a été réactivé le ${on}.`,
      requested: (at: string, name: string, until: string) =>
        `Le ${at}, il a été accusé réception d’une demande de résiliation de l’abonnement ${name}. Parmi les messages lus jusqu’au ${until}, aucune confirmation de la résiliation n’a été trouvée.`,
      requestedByMail: (at: string, name: string, until: string) =>
        `Le ${at}, le titulaire de la messagerie a demandé par courriel la résiliation de l’abonnement ${name}, comme le montre la copie dans ses messages envoyés. Parmi les messages lus jusqu’au ${until}, aucune confirmation de la résiliation n’a été trouvée.`,
      requestedByWord: (on: string, name: string, until: string) =>
        `Le titulaire de la messagerie déclare avoir résilié l’abonnement ${name} le ${on}. Parmi les messages lus jusqu’au ${until}, aucune confirmation de la résiliation n’a été trouvée.`,
      none: (name: string, until: string) =>
        `Parmi les messages lus jusqu’au ${until}, aucune résiliation confirmée de l’abonnement ${name} n’a été trouvée.`,
      ended: (name: string, on: string | null) =>
        `D’après les messages, l’abonnement ${name} a pris fin${on ? ` le ${on}` : ''} ; aucune confirmation de résiliation n’a été trouvée.`,
      probable: 'Un message pourrait être une confirmation, mais n’a pas été lu avec certitude ; ce dossier ne s’y appuie pas.',
      accordingTo: { mail: 'un message', bank: 'le relevé bancaire', person: 'le titulaire de la messagerie' },
      charged: (source: string, amount: string, on: string, endedOn: string | null, refundedOn: string | null) =>
        `Selon ${source}, ${amount} a été prélevé le ${on}` +
        (endedOn ? ` ; l’abonnement devait prendre fin le ${endedOn}` : ', après la fin') +
        (refundedOn ? `. Remboursé le ${refundedOn}.` : '.'),
      moreCharged: (count: number) =>
        count === 1 ? 'Un prélèvement antérieur est énuméré plus bas.' : `${count} prélèvements antérieurs sont énumérés plus bas.`,
      limits:
        'Ce dossier montre des messages tels qu’ils ont été consignés. Il ne prouve ni que ce que dit un message est vrai, ni qu’aucun autre message n’existe. Toutes les limites figurent sous « Ce qui a été vérifié, et ce qui ne l’a pas été ».',
      aPayment: 'Un paiement',
      authenticity: (level: string, words: string) => `Authenticité de la confirmation : niveau ${level}. ${words}`,
      datedBySender:
        'Aucun serveur n’a noté quand elle a été reçue : la date indiquée est celle que l’expéditeur y a écrite, et rien d’autre ne la confirme.',
    },
    levels: {
      A: 'Signé par le domaine indiqué comme expéditeur, connu comme celui du professionnel ou déjà signataire de ses messages ; inchangé, clé archivée.',
      B: 'Signé par le domaine indiqué comme expéditeur, et inchangé ; avec la réserve que le rapport indique.',
      C: 'Authentique sur la parole d’un tiers, nommé plus bas ; aucune signature n’a pu être vérifiée indépendamment.',
      D: 'Non vérifiable, pour la raison que le rapport indique.',
      R: 'Il peut s’agir d’un faux.',
    },
    reasons: levelReasonsFr,
    levelsNote:
      'A signé par un domaine connu pour ce professionnel · B signé, avec une réserve · C sur la parole d’un tiers, comme le fournisseur de messagerie · D non vérifiable.',
    meter: {
      heading: 'Ce que dit la confirmation',
      present: 'indiqué',
      missing: 'non indiqué',
    },
    law: (citation: string, missing: string) => `${citation} demande qu’une confirmation indique davantage que celle-ci : ${missing}.`,
    charges: {
      heading: 'Prélevé après la fin',
      columns: ['Date', 'Montant', 'Remboursé', 'Fichier'],
      open: 'non',
      more: (count: number) => `${count} prélèvements antérieurs figurent dans la chronologie.`,
      deadlinesHeading: 'Délais et codes de motif',
      deadlines:
        'Délais pour en demander le remboursement, comptés du premier prélèvement non remboursé ; les règles de la banque font foi.',
      rails: {
        authorised: 'Prélèvement, sans motif à donner',
        unauthorised: 'Prélèvement ou carte, paiement non autorisé',
        card: 'Carte, paiement récurrent après une résiliation : Visa 13.2, Mastercard 4853, American Express C28, Discover AP',
      },
      railColumns: ['Moyen de paiement', 'Jusqu’au', 'Règle'],
      cardRule: 'réseaux de cartes : 120 jours',
    },
    certificate: {
      heading: 'Déclaration du titulaire de la messagerie (à compléter si elle est demandée)',
      text: (owner: string | null) =>
        `Je soussigné(e), ${owner ?? '______________________________'}, déclare que les messages de ce dossier ont été reçus dans ma messagerie, qu’ils ont été consignés par un programme qui conserve chaque message tel qu’il a été reçu et inscrit son empreinte dans un journal, et qu’à ma connaissance aucun d’eux n’a été modifié.`,
      sign: ['Lieu et date', 'Signature'],
    },
    timeline: {
      heading: 'Chronologie',
      columns: ['Date', 'Fait', 'Niveau', 'Termes du message', 'Fichier'],
      note: 'Les dates sont en UTC. Les mots entre guillemets sont ceux du message.',
      person: 'Saisi par la personne',
      cancelBy: (on: string) => `(dernier jour pour résilier : ${on})`,
      uncertain: 'lu sans certitude',
      corrected: 'corrigé par la personne',
      more: (count: number) => `${count} autres entrées figurent en annexe, dans le report.pdf du ZIP.`,
    },
    messages: {
      heading: 'Les messages',
      lead: 'En texte, sans images ni liens ; les messages exacts sont dans les fichiers indiqués. � remplace un caractère absent de la police.',
      from: 'De',
      to: 'À',
      date: 'Date',
      received: 'reçu le',
      inMailbox: 'dans la messagerie le',
      clocksApart: 'La date de l’expéditeur et la réception sont à plus d’un jour l’une de l’autre.',
      subject: 'Objet',
      recorded: 'consigné le',
      shortened: 'Abrégé ici ; le message entier est dans le fichier.',
      attached: 'Ce message est joint à ce PDF sous le nom confirmation.eml.',
      notAttached: (sha256: string) => `Ce message est trop volumineux pour être joint ici ; il est dans le ZIP, SHA-256 ${sha256}.`,
      empty: '(sans texte)',
      more: (count: number) => `${count} autres messages sont énumérés en annexe, dans le report.pdf du ZIP.`,
      none: 'Aucun message n’est conservé.',
    },
    checks: {
      heading: 'Ce qui a été vérifié, et ce qui ne l’a pas été',
      checked: 'Vérifié',
      checkedList: [
        'Chaque message a été conservé tel que le serveur ou le fichier l’a donné, avant toute lecture.',
        'Quand un message porte la signature de son expéditeur (DKIM), elle a été contrôlée au moment de la consignation, avec la clé que le DNS donnait alors, ou avec celle d’une archive là où ce rapport le dit ; la réponse et l’heure sont archivées.',
        'Les en-têtes ont été contrôlés (champs doublés ou non signés), et l’expéditeur comparé aux noms qu’il pourrait imiter.',
        'Chaque message est une entrée d’un journal dont toute altération se voit : la modifier ou la retirer après coup rompt les preuves contenues dans le ZIP.',
      ],
      notChecked: 'Non vérifié, et non prouvé',
      notCheckedList: [
        'Que ce que dit un message est vrai.',
        'Qu’il n’existe aucun autre message : le professionnel a pu écrire à une autre adresse, par courrier ou dans un espace client, et des messages ont pu être supprimés avant d’être lus.',
        'Que celui qui tient le journal n’y a inscrit aucun message de sa main : contre cela, seules parlent les signatures des expéditeurs (niveaux A et B).',
        'Que le journal n’a jamais été recommencé avant qu’une de ses têtes ne parvienne à un tiers : une alerte, un dossier plus ancien ou un horodatage le montre.',
        'Si le service a été utilisé après la résiliation.',
        'Les messages de niveau D ont pu être écrits par n’importe qui. Seuls leur contenu et leur concordance parlent pour eux.',
        'Les types, dates et montants ont été lus par un programme. Les mots cités permettent à chacun d’en juger.',
      ],
      time: 'Chaîné, non horodaté : l’ordre des entrées est prouvé ; leurs dates sont celles des messages et de l’ordinateur qui les a consignés. Aucune autorité indépendante ne les a confirmées.',
      timeStamped:
        'Si les autorités qui ont horodaté méritent confiance : leurs jetons et certificats racines sont dans le ZIP ; comparez les certificats à ceux qu’elles publient.',
      timePartly:
        'Les messages les plus récents sont chaînés, pas encore horodatés : une autorité indépendante n’a confirmé que la date des autres. Son jeton et son certificat racine sont dans le ZIP ; comparez le certificat à celui de l’autorité.',
      suspicious: (count: number) =>
        count === 1 ? 'Un message qui peut être un faux a été écarté.' : `${count} messages qui peuvent être des faux ont été écartés.`,
      erased: (count: number) =>
        count === 1
          ? 'Un message a été effacé à la demande de son titulaire et n’est pas contenu.'
          : `${count} messages ont été effacés à la demande de leur titulaire et ne sont pas contenus.`,
      notAdvice: 'Information, et non conseil juridique.',
    },
    hashes: {
      heading: 'Empreintes et place dans le journal',
      columns: ['Fichier', 'SHA-256 du message', 'Entrée'],
      log: 'Journal',
      size: 'Entrées',
      root: 'Racine',
      sealedAt: 'Signé',
      key: 'Clé publique',
      time: 'Horodatage',
      noTime: 'aucun : chaîné, non horodaté',
      stamp: (at: string, covers: number, signer: string) => `${at}, les ${covers} premières entrées, ${signer}`,
    },
    verify: {
      heading: 'Comment le vérifier en cinq commandes',
      lead: 'Avec le ZIP qui accompagne ce rapport (ici dossier.asice) ; unzip, bash, coreutils, OpenSSL 3 et xxd suffisent.',
      steps: [
        'Le décompresser.',
        'Lire le script qui vérifie : il est court.',
        'L’exécuter. Il nomme le premier fichier modifié, ou affiche ALL HOLDS (tout concorde).',
        'Comparer cette empreinte à celle imprimée ci-dessus.',
        'Comparer cette clé à celle que vous tenez d’ailleurs, par exemple d’une alerte ou d’un dossier plus ancien.',
      ],
    },
    annex: {
      heading: 'Annexe',
      timeline: 'Toute la chronologie',
      messages: 'Tous les messages',
    },
  },
} satisfies DossierTexts;
