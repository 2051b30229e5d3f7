// The words of the dossier, in French.
import type { DossierTexts } from './dossier.en.ts';

export const dossierFr = {
  readme: (verifierKey: string) => `DOSSIER D’UN ABONNEMENT

État : chaîné, non horodaté (chained, not time-stamped).

Ce qu’il contient
  report.pdf         pour les personnes : l’affirmation, la chronologie, les messages, les limites
  messages/NN/       les messages, tels qu’ils ont été reçus (message.eml), avec
                       manifest.json         ce qui a été consigné sur le message
                       salt.bin              avec lui, le manifeste donne l’entrée du journal
                       archive.tlog-proof    la preuve que l’entrée est dans le journal
                       dns.json              les clés des expéditeurs, selon le DNS à l’arrivée
                       dkim-K-...            les signatures des expéditeurs, pour openssl
  checkpoint.note    la tête signée du journal
  keys/              la clé publique du journal
  SHA256SUMS         la liste de ces fichiers, signée dans SHA256SUMS.note
  verify.sh          vérifie le tout sans Quittance

Comment le vérifier
  bash verify.sh     demande bash, GNU coreutils, OpenSSL 3 et xxd ; lisez-le d’abord, il est court
  ou, avec Quittance :  quittance verify FICHIER.asice

Ce qu’il montre
  Ces octets ont été consignés dans un journal auquel on ne peut qu’ajouter, et n’ont pas
  changé depuis : toute altération du journal se voit. Là où la signature d’un expéditeur
  est valable, le message provient du domaine qui l’a signé.

Ce qu’il ne montre pas
  Que ce que dit un message est vrai. Et tant qu’aucune autorité indépendante n’a horodaté
  le journal, la date de consignation est la parole de celui qui tient le journal.

La clé du journal. Comparez-la avec celle que vous tenez d’ailleurs (un dossier plus ancien,
une alerte, le titulaire de la boîte) :
  ${verifierKey}
`,
  verify: {
    message: (file: string, index: number, size: number, level: string, signedBy: readonly string[]) =>
      `${file} : feuille ${index} sur ${size}, niveau ${level}, ` +
      (signedBy.length === 0 ? 'aucune signature vérifiable' : `signé par ${signedBy.join(', ')}`),
    holds: (files: number) => `Tout concorde : ${files} fichiers sont tels qu’ils ont été scellés.`,
    notStamped: 'Chaîné, non horodaté : aucune autorité indépendante n’a confirmé la date.',
    compareKey: 'Signé par le journal de cette clé ; comparez-la avec celle que vous tenez d’ailleurs :',
    expectedKey: 'Signé par la clé que vous avez donnée :',
    fails: (file: string, problem: string) => `Ne concorde PAS. ${file} : ${problem}.`,
  },
  links: {
    title: 'Dossier',
    lead: 'Pour une banque, un médiateur ou le professionnel : le rapport avec l’affirmation, la chronologie et les messages originaux, et les preuves que chacun peut vérifier.',
    pdf: 'Rapport (PDF)',
    bundle: 'Rapport avec toutes les preuves (ZIP)',
  },
} satisfies DossierTexts;
