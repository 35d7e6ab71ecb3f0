/** Small: the sample study's report passes the gate in every language, also in a week whose days have wide names. */
import { LANGUAGES } from '@rounds/contracts/language';
import { addDays } from '@rounds/report-types/folds/days';
import { draw, type DrawTask } from '../../src/draw.ts';
import { inspect } from '../../src/gate/inspect.ts';
import { sampleStudy } from './sample-study.ts';
import { taskFor, type Study } from './study.ts';

let study: Study;
beforeAll(async () => {
  study = await sampleStudy();
});

describe.each([0, 10])('the report of %i weeks before the reference week', (weeks) => {
  let task: DrawTask;
  beforeAll(async () => {
    const { start, end } = study.period;
    const period = { start: addDays(start, -7 * weeks), end: addDays(end, -7 * weeks) };
    task = await taskFor('study-weekly', { ...study, period });
  });

  it.each(LANGUAGES)('passes in %s', async (language) => {
    const spoken = { ...task, language };
    expect(await inspect({ ...spoken, bytes: await draw(spoken) })).toEqual([]);
  });
});
