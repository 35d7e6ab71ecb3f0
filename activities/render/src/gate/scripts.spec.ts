/** Small: the gate finds titles, captions, cells and texts of every script on the page, and misses one that is not. */
import {
  buildDataset,
  emptyDataset,
  imageEntry,
  textEntry,
} from '@rounds/report-types/study-weekly/testing/dataset';
import { draw } from '../draw.ts';
import { withPictures } from '../testing/sample-pictures.ts';
import { inspect } from './inspect.ts';

const WORDS = {
  japanese: '被験者は肝機能検査値の上昇により入院した(重篤)。',
  korean: '시험대상자는 입원하였다 (중대함).',
  arabic: 'ارتفاع إنزيمات الكبد (ALT) إلى 3.4 × ULN، العلاقة «محتملة»',
  hebrew: 'עלייה באנזימי כבד (ALT) לפי 3.4 < ULN, 25%',
  mixed: 'Site wrote: "المريض بخير (well)"; שלום 5–7',
  persian: 'بیمار می\u200Cخواهد؛ دوز ۲۵ میلی\u200Cگرم (روزانه)',
  marks: 'Z\u0337\u0321\u0322\u031B\u0317\u032A stacked',
  thai: 'ผู้ป่วยทำการตรวจเลือด',
  hindi: 'रोगी को अस्पताल में भर्ती किया गया',
  emoji: 'Well 😀 👨‍👩‍👧 🇩🇪 👍🏽 1️⃣',
} as const;

const { listings } = buildDataset();
const [event] = listings.adverseEvents;
const words = Object.values(WORDS);

const given = emptyDataset({
  listings: {
    ...emptyDataset().listings,
    adverseEvents: event === undefined ? [] : words.map((reportedTerm) => ({ ...event, reportedTerm })),
  },
  documents: {
    texts: [
      ...Object.entries(WORDS).map(([name, text]) =>
        textEntry({ documentId: name, title: text, text: `${text}\n\n${`${text} `.repeat(20)}` }),
      ),
      textEntry({
        documentId: 'md',
        title: 'Note',
        mediaType: 'text/markdown',
        text: words.map((each) => `- **${each}** and so on`).join('\n'),
      }),
      textEntry({ documentId: 'latin1', title: 'Guess', text: 'Übelkeit', assumedEncoding: 'Windows-1252' }),
      textEntry({
        documentId: 'scan',
        title: 'No text',
        text: '',
        characters: 0,
        refused: { code: 'text-is-pdf' },
      }),
    ],
    images: words.map((title, index) =>
      imageEntry({ documentId: `i${index}`, sha256: String(index).repeat(64), title, caption: title }),
    ),
  },
});

it('finds every script, and what is missing of it', async () => {
  const { dataset, pictures } = await withPictures(given);
  const bytes = await draw({ format: 'pdf', dataset, pictures });
  expect(await inspect({ format: 'pdf', dataset, bytes })).toEqual([]);
  const [first, ...others] = dataset.listings.adverseEvents;
  const changed = first === undefined ? others : [{ ...first, reportedTerm: WORDS.hebrew }, ...others];
  const other = { ...dataset, listings: { ...dataset.listings, adverseEvents: changed } };
  expect((await inspect({ format: 'pdf', dataset: other, bytes })).map(({ check }) => check)).toContain(
    'rows',
  );
});
