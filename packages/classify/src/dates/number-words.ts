// Small numbers written as words, folded, in all core languages. One table, because no word means two numbers.

const WRITTEN =
  'a 1|an 1|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|ten 10|twelve 12|fourteen 14|thirty 30|' +
  'un 1|une 1|deux 2|trois 3|quatre 4|cinq 5|sept 7|huit 8|dix 10|douze 12|quinze 15|trente 30|' +
  'ein 1|einem 1|einer 1|einen 1|zwei 2|drei 3|vier 4|acht 8|funf 5|sechs 6|sieben 7|zehn 10|zwolf 12|vierzehn 14|dreissig 30|' +
  'uno 1|una 1|dos 2|tres 3|cuatro 4|cinco 5|seis 6|siete 7|ocho 8|diez 10|doce 12|quince 15|treinta 30|' +
  'due 2|tre 3|quattro 4|cinque 5|sei 6|sette 7|otto 8|dieci 10|dodici 12|quindici 15|trenta 30|' +
  'um 1|uma 1|dois 2|duas 2|quatro 4|sete 7|oito 8|dez 10|doze 12|trinta 30|' +
  'een 1|twee 2|drie 3|vijf 5|zes 6|zeven 7|tien 10|twaalf 12|dertig 30|' +
  'jeden 1|dwa 2|dwie 2|trzy 3|cztery 4|piec 5|szesc 6|siedem 7|osiem 8|dziesiec 10|dwanascie 12';

const WORDS = new Map(WRITTEN.split('|').map((entry) => [entry.slice(0, entry.indexOf(' ')), Number(entry.slice(entry.indexOf(' ') + 1))]));

/** The number that a word or figures stand for; NaN when neither. */
export function readCount(text: string): number {
  return WORDS.get(text) ?? Number(text);
}
