// The words of a statement of silence, in French.
import type { SilenceTexts } from './silence.en.ts';

export const silenceFr: SilenceTexts = {
  heading: 'Ce qui manque',
  title: 'Preuve de silence',
  lead: 'Une déclaration signée : quand votre messagerie a été surveillée, et ce qui y a été trouvé sur cet abonnement pendant ce temps.',
  from: 'Du',
  until: 'Au',
  show: 'Afficher',
  badPeriod: 'La période doit commencer avant de finir, et dans le passé.',
  download: 'Déclaration signée (JSON)',
  none: {
    confirmation: (name, from, until) =>
      `Du ${from} au ${until}, aucune confirmation de la résiliation de ${name} n’a été trouvée dans les dossiers de messagerie surveillés.`,
    notice: (name, from, until) =>
      `Du ${from} au ${until}, aucun avis avant la reconduction de ${name} n’a été trouvé dans les dossiers de messagerie surveillés.`,
    any: (name, from, until) =>
      `Du ${from} au ${until}, aucun message sur ${name} n’a été trouvé dans les dossiers de messagerie surveillés.`,
  },
  found: (count, name, from, until) =>
    count === 1
      ? `Du ${from} au ${until}, 1 message sur ${name} a été trouvé dans les dossiers de messagerie surveillés.`
      : `Du ${from} au ${until}, ${count} messages sur ${name} ont été trouvés dans les dossiers de messagerie surveillés.`,
  others: (count) =>
    count === 1
      ? 'Un autre message à ce sujet a été trouvé pendant ce temps.'
      : `${count} autres messages à ce sujet ont été trouvés pendant ce temps.`,
  unwatched: 'Aucun dossier de messagerie n’a été surveillé pendant ce temps : la messagerie ne permet pas de montrer le silence.',
  columns: ['Dossier', 'Surveillé', 'Lacunes'],
  watched: (from, until) => `du ${from} au ${until}`,
  noGap: 'aucune',
  all: 'tout le temps',
  history: 'Ce qui se trouvait dans le dossier à sa première ouverture a été lu aussi.',
  note: 'Pendant une lacune, personne n’a regardé ; ce qui est arrivé alors et s’y trouvait encore au regard suivant a été lu. Ce qui a été supprimé avant d’être lu n’a pas été vu.',
  notWatched: (count) => (count === 1 ? '1 dossier n’était pas surveillé.' : `${count} dossiers n’étaient pas surveillés.`),
  moreFolders: (count) =>
    count === 1
      ? 'Un autre dossier de messagerie figure dans la déclaration et en annexe.'
      : `${count} autres dossiers de messagerie figurent dans la déclaration et en annexe.`,
  moreStatements: (count) => (count === 1 ? 'Une autre déclaration figure en annexe.' : `${count} autres déclarations figurent en annexe.`),
  limits:
    'Cette déclaration ne montre pas ce qui a été envoyé à une autre adresse, par courrier ou dans un espace client, et un programme a lu ce que disent les messages.',
  signed: 'Signée par le journal de cette clé :',
};
