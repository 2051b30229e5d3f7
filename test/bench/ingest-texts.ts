// What the mails of the ingestion bench say: mail about subscriptions from the training skeletons, of a few dozen merchants as one person has
// them, and what fills a mailbox beside it (newsletters, notifications, letters), part of it from the skeletons that look alike and are not.
import { fillSkeleton, type FilledMail } from '../training/fill-skeleton.ts';
import { randomFrom, type Random } from '../training/random.ts';
import { readSkeletons, type Skeleton } from '../training/skeletons.ts';

export interface Written {
  readonly language: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly lines: readonly string[];
}

const MERCHANTS = 60;
/** Draws of fill-skeleton.ts that choose the merchant, and nothing after them. */
const MERCHANT_DRAWS = 4;
/** So much of the mail that is about no subscription looks as if it might be. */
const LOOKALIKES = 0.06;

const all = readSkeletons();
const notices = all.filter(({ kind }) => kind !== 'other');
const lookalikes = all.filter(({ kind, language }) => kind === 'other' && (language === 'en' || language === 'fr'));
const own = notices.filter(({ language }) => language === 'en' || language === 'fr');

/** Three in four in English or French. */
export function writeNotice(random: Random): Written {
  const skeleton = random.pick(random.chance(0.75) ? own : notices);
  const ofMerchant = randomFrom(`merchant ${random.between(1, MERCHANTS)}`);
  let drawn = 0;
  const next = (): number => (drawn++ < MERCHANT_DRAWS ? ofMerchant : random).next();
  return toWritten(skeleton, fillSkeleton(skeleton, { ...drawing(next) }));
}

export function writeOther(random: Random, kind: 'newsletter' | 'notification' | 'letter'): Written {
  if (kind !== 'letter' && random.chance(LOOKALIKES)) {
    const skeleton = random.pick(lookalikes);
    return toWritten(skeleton, fillSkeleton(skeleton, random));
  }
  const language = random.chance(0.5) ? 'en' : 'fr';
  const words = WORDS[language][kind];
  const name = random.pick(words.senders);
  const address = kind === 'letter' ? `${name.toLowerCase().replaceAll(/\W/g, '.')}@mail.example` : `news@${slug(name)}.example`;
  const lines = Array.from({ length: random.between(6, 14) }, () => random.pick(words.lines).replace('#', String(random.between(2, 90))));
  return { language, sender: { name, address }, subject: random.pick(words.lines).replace('#', String(random.between(2, 90))), lines };
}

function toWritten({ language }: Skeleton, mail: FilledMail): Written {
  return { language, sender: mail.sender, subject: mail.subject, lines: mail.blocks.flatMap(({ lines }) => lines) };
}

function drawing(next: () => number): Random {
  return {
    next,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
  };
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

const WORDS = {
  en: {
    newsletter: {
      senders: ['Garden Weekly', 'The Kitchen Table', 'Trail Notes', 'Bookshop on the Hill', 'City Lights Cinema', 'Loom and Thread'],
      lines: [
        'Pumpkin soup, three ways to roast chestnuts, and what the garden needs before the frost.',
        'Our walkers tried # boots on wet granite, and two of them stayed dry.',
        'New on the shelves: a history of lighthouses, and poems from the islands.',
        'The festival opens on Thursday with # short films and a concert in the old market hall.',
        'Linen in eleven colours of the sea has arrived; the first # visitors take a swatch home.',
        'From the archive: how the canal was dug, told by those who dug it.',
        'Readers ask: can a fig tree live on a balcony? Yes, with # litres of soil.',
      ],
    },
    notification: {
      senders: ['Parcel Desk', 'Riverside Clinic', 'Photo Circle', 'Code Forge', 'Neighbourhood Forum', 'School Portal'],
      lines: [
        'Your parcel was handed to a neighbour at number #.',
        'Maria and # others liked your photograph of the harbour.',
        'Someone signed in from a new device in Lyon.',
        'A new answer was written in the thread about the playground.',
        'Build # failed: two tests of the parser.',
        'Reminder: the appointment with Dr. Keller is on Tuesday at #:15.',
        'The class trip has a new meeting point beside the station.',
      ],
    },
    letter: {
      senders: ['Tom Archer', 'Ines Weber', 'Grandma', 'Paul N'],
      lines: [
        'we found the house you told us about, the one with the blue door.',
        'Can you bring the tent? Ours has # holes in it.',
        'Lunch on Sunday would be lovely, around one if that suits you.',
        'The children built a raft and it floated for # seconds.',
        'I read the report on the train and wrote my notes in the margin.',
      ],
    },
  },
  fr: {
    newsletter: {
      senders: ['Le Potager', 'Carnets de route', 'La Librairie du Port', 'Atelier Céramique', 'Ciné-club', 'Marché couvert'],
      lines: [
        'Soupe de potiron, châtaignes grillées, et ce que le jardin attend avant le gel.',
        'Nos marcheurs ont essayé # paires de chaussures sur le granit mouillé.',
        'Sur nos tables cette semaine : une histoire des phares et des poèmes des îles.',
        'Le festival ouvre jeudi avec # courts métrages et un concert sous la halle.',
        'Le lin couleur de mer est arrivé, les # premières visites repartent avec un échantillon.',
        'Dans les archives : le canal raconté par ceux qui l’ont creusé.',
      ],
    },
    notification: {
      senders: ['Point relais', 'Clinique du Parc', 'Photos partagées', 'La Forge', 'Forum du quartier', 'École en ligne'],
      lines: [
        'Votre colis a été remis au gardien, porte #.',
        'Marie et # autres personnes aiment votre photo du port.',
        'Une connexion depuis un nouvel appareil a eu lieu à Lyon.',
        'Rappel : le rendez-vous chez le docteur Keller est mardi à # h.',
        'La sortie de classe part désormais de la gare.',
      ],
    },
    letter: {
      senders: ['Tomas Girard', 'Inès', 'Mamie', 'Paul Noël'],
      lines: [
        'nous avons trouvé la maison à la porte bleue dont tu parlais.',
        'Peux-tu apporter la tente ? La nôtre a # trous.',
        'Déjeuner dimanche, vers une heure, si cela te va.',
        'Les enfants ont construit un radeau, il a flotté # secondes.',
      ],
    },
  },
} as const;
