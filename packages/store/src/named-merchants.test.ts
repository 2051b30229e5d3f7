import { expect, it } from 'vitest';
import { namedMerchants } from './named-merchants.ts';

const merchants = [
  { id: 'spotify', name: 'Spotify', domains: ['spotify.com'] },
  { id: 'teleloisirs.fr', name: 'Télé Loisirs+', domains: ['teleloisirs.fr'] },
  { id: 'orange', name: 'Orange', domains: ['orange.fr', 'orange.com'] },
  { id: 'orange-bank', name: 'Orange Bank', domains: ['orangebank.fr'] },
  { id: 'oeuvres.example', name: 'Œuvres du Monde', domains: [] },
  { id: 'o2', name: 'O2 Photo 24', domains: [] },
  { id: 'canal', name: 'Canal', domains: [] },
  { id: 'canal-plus', name: 'Canal+', domains: ['canalplus.com'] },
  { id: 'disney', name: 'Disney+', domains: ['disneyplus.com'] },
  { id: 'hotstar', name: 'Disney+ Hotstar', domains: [] },
  { id: 'fruits', name: 'Fruits + Légumes', domains: [] },
  { id: 'paramount', name: 'Paramount', domains: [] },
  { id: 'times', name: 'The Times', domains: ['thetimes.co.uk', 'mail.times.example'] },
  { id: 'o', name: 'Cirque O', domains: [] },
  { id: 'nihongo.example', name: '日本語新聞', domains: ['nihongo.example'] },
];

it.each([
  ['spot', ['spotify']],
  ['SPOTIFY', ['spotify']],
  ['spotify.com', ['spotify']],
  ['https://open.spotify.com/account', ['spotify']],
  ['no-reply@mail.spotify.com', ['spotify']],
  ['tele', ['teleloisirs.fr']],
  ['TÉLÉ-LOISIRS', ['teleloisirs.fr']],
  ['teleloisirs', ['teleloisirs.fr']],
  ['loisirs', ['teleloisirs.fr']],
  // The whole name is that merchant's alone; a part of it is every one's.
  ['Orange', ['orange']],
  ['orange-bank', ['orange-bank']],
  ['oran', ['orange', 'orange-bank']],
  ['oeuvres', ['oeuvres.example']],
  ['œuvre', ['oeuvres.example']],
  ['日本', ['nihongo.example']],
  ['日', ['nihongo.example']],
  ['Disney+', ['disney']],
  ['disney plus', ['disney']],
  ['DisneyPlus', ['disney', 'hotstar']],
  ['disney', ['disney']],
  ['disney hotstar', ['hotstar']],
  ['Disney＋', ['disney']],
  ['fruits légumes', ['fruits']],
  ['canal+', ['canal-plus']],
  ['canal', ['canal']],
  ['cana', ['canal', 'canal-plus']],
  ['Paramount+', ['paramount']],
  ['thetimes.co.uk', ['times']],
  ['times.example', ['times']],
  // A letter alone is a word, and what many domains stand below is no domain.
  ['o', ['o']],
  ['s', []],
  ['co.uk', []],
  // Letters within a word, and of what every domain has, say nothing.
  ['tify', []],
  ['photo24', []],
  ['com', []],
  ['evilspotify.com', []],
  ['+', []],
  ['', []],
])('knows whom %j names', (wanted, expected) => {
  expect([...namedMerchants(merchants, wanted)]).toEqual(expected);
});
