/** Small: the sample study's report passes the gate in every language, also in a week whose days have wide names. */
import { LANGUAGES } from '@rounds/contracts/language';
import { addDays } from '@rounds/report-types/folds/days';
import { draw } from '../../src/draw.ts';
import { inspect } from '../../src/gate/inspect.ts';
import { sampleStudy } from './sample-study.ts';
import { taskFor, type Study } from './study.ts';

let study: Study;
beforeAll(async () => {
  study = await sampleStudy();
});

/** Weeks before the reference week. */
it.each([0, 10].flatMap((weeks) => LANGUAGES.map((language) => [weeks, language] as const)))(
  'the report of %i weeks before passes in %s',
  async (weeks, language) => {
    const { start, end } = study.period;
    const period = { start: addDays(start, -7 * weeks), end: addDays(end, -7 * weeks) };
    const task = { ...(await taskFor('study-weekly', { ...study, period })), language };
    expect(await inspect({ ...task, bytes: await draw(task) })).toEqual([]);
  },
);
