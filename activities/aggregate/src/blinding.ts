/** What a scope's readers must not see: how it is hidden, and the last wall after that. */
import { createFinder, maskOf, type Mask } from '@rounds/blinding/mask';
import { rememberedBy } from '@rounds/blinding/mask-strings';
import { createSearch, saidAnyway } from '@rounds/blinding/wall';
import type { CutTreatments } from '@rounds/contracts/cut';
import type { BlindingFault, Dataset, Headline } from '@rounds/contracts/dataset';
import { asIs } from '@rounds/report-types/folds/study-row';
import { everythingSaid } from '@rounds/report-types/model/words/message';
import type { TextMask } from './documents.ts';
import { behindLastWall, headlineBehindLastWall } from './last-wall.ts';
import type { StageInput } from './stage-input.ts';
import { maskMarkdown } from './markdown/mask-markdown.ts';

export interface Blinding {
  /** For strings that repeat by the thousand. */
  readonly mask: Mask;
  /** None where nothing is hidden. */
  readonly maskText?: TextMask;
  readonly wall: <Content extends Dataset>(dataset: Content) => Content;
  readonly wallHeadline: (headline: Headline) => {
    readonly headline: Headline;
    readonly faults: readonly BlindingFault[];
  };
}

const UNBLINDED: Blinding = {
  mask: asIs,
  wall: (dataset) => dataset,
  wallHeadline: (headline) => ({ headline, faults: [] }),
};

/** Of this cut and of the one before, whose values the changes show. */
const treatmentsOf = ({ cut, previous }: Pick<StageInput, 'cut' | 'previous'>): CutTreatments => {
  const all = [cut, ...(typeof previous === 'string' ? [] : [previous])].map(
    ({ manifest }) => manifest.treatments,
  );
  const every = (of: (treatments: CutTreatments) => readonly string[]) => [...new Set(all.flatMap(of))];
  return {
    names: every(({ names }) => names),
    codes: every(({ codes }) => codes),
    doses: every(({ doses }) => doses),
  };
};

export const blindingFor = (input: Pick<StageInput, 'scope' | 'cut' | 'previous'>): Blinding => {
  if (input.scope.unblinded) return UNBLINDED;
  const treatments = treatmentsOf(input);
  const find = createFinder(treatments);
  const mask = maskOf(find);
  const tells = rememberedBy(createSearch(treatments));
  return {
    mask: rememberedBy(mask),
    maskText: (text, mediaType) => (mediaType === 'text/markdown' ? maskMarkdown(text, find) : mask(text)),
    wall: (dataset) => behindLastWall(dataset, tells),
    wallHeadline: (headline) =>
      headlineBehindLastWall(headline, tells, () => createSearch(treatments, saidAnyway(everythingSaid()))),
  };
};
