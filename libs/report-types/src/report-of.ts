/** A dataset as its readers get it: in their language, as the template wants it, with what it lacks. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { Presentation } from '@rounds/contracts/template';
import { REPORT_TYPES, reportTypeOf } from './catalogue.ts';
import { arrange } from './model/arrange.ts';
import { withDoubtful } from './model/parts/doubtful.ts';
import { withLacking } from './model/parts/lacking.ts';
import type { Doubtful, Drawing, ReportModel } from './model/report-model.ts';
import { voiceOf } from './model/words/voice.ts';
import { MODELS } from './models.ts';

export interface Reading extends Drawing {
  readonly dataset: Dataset;
  readonly presentation?: Presentation | undefined;
  /** What the report says itself that it lacks. */
  readonly lacking?: readonly Finding[] | undefined;
  /** Documents that are named as such on the page. */
  readonly doubtful?: Doubtful | undefined;
}

/** @throws RoundsError INVALID_INPUT for sections that the report type does not have */
export const reportOf = ({
  dataset,
  presentation,
  lacking,
  doubtful = {},
  ...drawing
}: Reading): ReportModel => {
  const type = reportTypeOf(dataset.reportType);
  const model = MODELS[type].build(dataset, drawing);
  const arranged =
    presentation === undefined ? model : arrange(model, REPORT_TYPES[type].sections, presentation);
  const voice = voiceOf(model.language);
  const named = withDoubtful(arranged, doubtful, voice);
  return lacking === undefined ? named : withLacking(named, lacking, voice);
};
