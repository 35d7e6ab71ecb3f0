/** Random treatments, written in random ways into texts of every kind that a report shows: nothing of them comes through. */
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { createSearch } from '@rounds/blinding/wall';
import { tellsInMarkdown } from '@rounds/blinding/wall-markdown';
import type { CutTreatments } from '@rounds/contracts/cut';
import { blindingFor } from './blinding.ts';
import { openCut } from './cut-reader.ts';
import { cleanText } from './documents.ts';
import { storeCut } from './testing/cut.ts';
import {
  createRandom,
  KINDS,
  readings,
  tellingText,
  treatmentsFound,
  trialOf,
} from './testing/telling-texts.ts';

const CASES = 10_000;
const HARMLESS = 1_000;

const blindingOf = async (treatments: CutTreatments) => {
  const objects = memoryObjectStore();
  const cut = await openCut(objects, await storeCut(objects, { rows: {}, manifest: { treatments } }));
  return blindingFor({ scope: { sites: 'all', unblinded: false }, cut, previous: 'none' });
};

/** Of the last wall, which shares no search with the mask and none with this test. */
const wallOf = (treatments: CutTreatments) => {
  const tells = createSearch(treatments);
  return (text: string, isMarkdown: boolean) => (isMarkdown ? tellsInMarkdown(text, tells) : tells(text));
};

it(`lets no treatment through in ${String(CASES)} texts, and the last wall would have found each`, async () => {
  const random = createRandom(20_261_130);
  const leaks: unknown[] = [];
  let woven = 0;
  for (let n = 0; n < CASES; n += 50) {
    const trial = trialOf(random);
    const [blinding, walled] = [await blindingOf(trial.treatments), wallOf(trial.treatments)];
    for (let each = 0; each < 50; each++) {
      const kind = random.pick(KINDS);
      const isMarkdown = kind === 'markdown';
      const text = cleanText(tellingText(random, trial, kind));
      const isTold = treatmentsFound(readings(text, isMarkdown), trial).length > 0;
      if (isTold) woven += 1;
      const masked = isMarkdown ? (blinding.maskText?.(text, 'text/markdown') ?? '') : blinding.mask(text);
      const left = treatmentsFound(readings(masked, isMarkdown), trial);
      const isSilent = isTold && !walled(text, isMarkdown);
      if (left.length > 0 || isSilent || walled(masked, isMarkdown))
        leaks.push({ kind, text, masked, left, isSilent, treatments: trial.treatments });
    }
  }
  expect(leaks.slice(0, 5)).toEqual([]);
  // The same search finds them before: else it would prove nothing.
  expect(woven).toBeGreaterThan(0.9 * CASES);
});

const WHO = ['The patient', 'She', 'Subject 01-701-1015', 'A man of 54 years', 'The investigator'];
const DID = ['reported', 'had', 'complained of', 'recovered from', 'noted', 'was treated for'];
const WHAT = [
  ...[
    'high fever',
    'low back pain',
    'a low grade fever',
    'high blood pressure',
    'control of symptoms',
    'an active infection',
  ],
  ...[
    'application site pruritus',
    'a dose of paracetamol 1000 mg',
    'mild dizziness',
    'glucose 54 mg/dL',
    'normal birth control',
  ],
  ...[
    'pain in the left arm',
    'a group of blisters',
    'no place to rest',
    'placement of a patch',
    'ALT HIGH, AST LOW',
    'a full night of sleep',
  ],
];
const WHEN = [
  'in week 12.',
  'on the standard visit.',
  'since early May.',
  'twice daily; none since.',
  'and aspirin 1200 mg was given.',
  'at high altitude. Dose unchanged.',
];

it(`leaves ${String(HARMLESS)} harmless sentences as they are`, async () => {
  const random = createRandom(7);
  let changed = 0;
  for (let n = 0; n < HARMLESS; n += 20) {
    const { treatments } = trialOf(random);
    const [blinding, walled] = [await blindingOf(treatments), wallOf(treatments)];
    for (let each = 0; each < 20; each++) {
      const sentence = `${random.pick(WHO)} ${random.pick(DID)} ${random.pick(WHAT)} ${random.pick(WHEN)}`;
      const masked = [blinding.mask(sentence), blinding.maskText?.(sentence, 'text/markdown')];
      if (masked.some((text) => text !== sentence) || walled(sentence, true)) changed += 1;
    }
  }
  expect(changed).toBeLessThanOrEqual(HARMLESS / 100);
});
