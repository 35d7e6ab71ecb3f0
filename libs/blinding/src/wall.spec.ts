/** The last wall finds what the mask hides, by its own search, and stops at nothing that is harmless. */
import { createMask } from './mask.ts';
import { createSearch } from './wall.ts';

const pilot = {
  names: ['Placebo', 'Xanomeline High Dose', 'Xanomeline Low Dose', 'XANOMELINE', 'PLACEBO'],
  codes: ['Pbo', 'Xan_Hi', 'Xan_Lo'],
  doses: ['0 mg', '54 mg', '81 mg'],
};
const [mask, tells] = [createMask(pilot), createSearch(pilot)];

it.each([
  'on Placebo',
  'two placebos',
  'PlaceboPhoto.jpg',
  'Pla\u00ADcebo',
  'Pla-\ncebo',
  'Pla**ce**bo',
  'Pla&#99;ebo',
  'Pla<!-- x -->cebo',
  'Pla<b>ce</b>bo',
  'Ｐｌａｃｅｂｏ',
  'Plаcebо',
  'P l a c e b o',
  'Pla cebo',
  'RashHighDose2.jpg',
  'High (Dose)',
  'Xan.Hi',
  'Xan\\_Hi',
  'xanhi',
  'PBO’s',
  'P.B.O',
  '81(mg)',
  '81 mg',
  '81mg',
  'eighty-one milligrams',
  'fifty four mg',
  '0.081 g',
  '81,0 mg',
  'Dose81mg.jpg',
  'zero mg',
  'Pla%63ebo',
  'xanomelinehighdosephoto',
  'rashhighdose.png',
  'low\u00A0dose',
  'プPlacebo群',
  'Pla\u0301cebo',
  '54 / 81 mg',
  ...['einundachtzig Milligramm', 'vierundfünfzig mg', 'vierundfuenfzig mg', 'null mg', '81 Milligramm'],
  ...['quatre-vingt-un milligrammes', 'cinquante-quatre mg', 'octante-un mg', 'zéro mg', '54 milligrammes'],
  ...['ochenta y un miligramos', 'cincuenta y cuatro mg', 'cero miligramos', '81 miligramos'],
  ...['八十一ミリグラムを投与', '五十四mg', '81ミリグラムを', '81mgを投与', '被験者は54mg群'],
])('finds, and the mask hides, %j', (text) => {
  expect(tells(text)).toBe(true);
  expect(mask(text)).not.toBe(text);
  expect([mask(text), tells(mask(text))]).toEqual([mask(text), false]);
});

it.each(
  [
    'high fever',
    'paracetamol 500 mg',
    'low back pain',
    'The result was HIGH. Dose unchanged.',
    'place boat',
    'slow dose',
    '54 mg/dL',
    '154 mg',
    '1.54 mg',
    'sixty-four mg',
    ...['vierundsechzig Milligramm', 'hunderteinundachtzig mg', 'hundert einundachtzig mg'],
    ...['soixante-quatre milligrammes', 'cent quatre-vingt-un mg', 'cent cinquante-quatre milligrammes'],
    ...['sesenta y cuatro miligramos', 'ciento ochenta y un miligramos'],
    ...['六十四ミリグラム', '百八十一ミリグラム', '血糖81mg/dL'],
    'week 81',
    '| ALT | High |\n| Dose | 3 |',
    'replaced by hand',
    'glucose 81 mg per 100 ml',
    'AT&T sent R&D a note.',
    'xan',
    'He lost his place. Both legs.',
    '81 mg/g',
  ].filter((text) => text !== 'xan'),
)('leaves %j', (text) => {
  expect([text, tells(text)]).toEqual([text, false]);
  expect(mask(text)).toBe(text);
});
