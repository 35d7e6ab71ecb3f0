/** Rows of operational datasets: their sites decide who sees them, their treatments are hidden as all are. */
import type { CutRow } from '@rounds/contracts/cut';
import type { LearnerProgressDataset } from '@rounds/report-types/learner-progress/dataset';
import { trainingRow } from '@rounds/report-types/learner-progress/testing/training';
import { runRequest, storeCut, type CutContent } from './testing/cut.ts';
import { ALL, BLINDED, rows, spokenIn, stage } from './testing/stage.ts';

const training = (key: string, variables: Parameters<typeof trainingRow>[0]): CutRow => {
  const row = trainingRow({ LEARNID: key, ...variables });
  const day = String(row.ENRLDTC);
  return { key, day, subject: null, receivedAt: '2024-03-02T00:00:00.000Z', row };
};

const TRAINING = [
  training('L1', { LEARNER: 'Ada Byron' }),
  training('L2', { LEARNER: 'Bo Ek', SITEID: '702', COURSE: 'Handling Xanomeline', DEPT: 'Placebo unit' }),
  training('L3', { LEARNER: 'Cy Orr', SITEID: undefined }),
];

const DATASETS = ['TRAINING'] as const;
const CONTENT: CutContent = {
  datasets: DATASETS,
  rows: { TRAINING },
  subjects: [{ subject: 'S1', siteId: '701' }],
};

const bed = () => {
  const { objects, aggregate } = stage();
  const run = runRequest({ reportType: 'learner-progress' });
  return {
    cut: (content: CutContent) => storeCut(objects, content),
    aggregate: async (...[cut, input = {}]: Parameters<typeof aggregate>) => {
      const made = await aggregate(cut, { run, ...input });
      return { ...made, dataset: made.dataset as unknown as LearnerProgressDataset };
    },
  };
};

describe('training', () => {
  it('is seen by readers of its site; learners of no site by readers of all sites only', async () => {
    const { cut, aggregate } = bed();
    const ref = await cut(CONTENT);
    const all = await aggregate(ref);
    expect(all.dataset.learners.map(({ learnerId }) => learnerId)).toEqual(['L1', 'L2', 'L3']);
    const some = await aggregate(ref, { scope: { sites: ['702'], unblinded: true } });
    expect(some.dataset.learners.map(({ name }) => name)).toEqual(['Bo Ek']);
    expect(some.text).not.toMatch(/Ada Byron|Cy Orr|"701"/);
    const none = await aggregate(ref, { scope: { sites: ['703'], unblinded: true } });
    expect(none.dataset.summary.learners).toBe(0);
  });

  it('about a subject whose site is not certain is seen by readers of all sites only, whatever site it names', async () => {
    const { cut, aggregate } = bed();
    const ref = await cut({
      ...CONTENT,
      rows: { TRAINING: TRAINING.map((row) => ({ ...row, subject: 'S1' })) },
      subjects: [{ subject: 'S1', siteId: null, sites: ['702', '703'] }],
    });
    expect((await aggregate(ref)).dataset.learners).toHaveLength(3);
    const some = await aggregate(ref, { scope: { sites: ['701', '702'], unblinded: true } });
    expect(some.dataset.learners).toEqual([]);
  });

  it('is counted as of a day that cannot be for readers of its site alone', async () => {
    const { cut, aggregate } = bed();
    const implausible = TRAINING.map(({ row }) => ({
      ...{ domain: 'TRAINING', subject: null, day: '2042-03-05', row },
    }));
    const ref = await cut({ ...CONTENT, implausible });
    const counted = async (sites: readonly string[]) =>
      (await aggregate(ref, { scope: { sites: [...sites], unblinded: true } })).dataset.dataQuality
        .implausibleDates;
    expect((await aggregate(ref)).dataset.dataQuality.implausibleDates).toEqual({ TRAINING: 3 });
    expect(await counted(['702'])).toEqual({ TRAINING: 1 });
    expect(await counted(['703'])).toEqual({});
  });

  it('names nobody in the mail, nor in the keys of what is stored', async () => {
    const { cut, aggregate } = bed();
    const { headline, headlineText, ref } = await aggregate(await cut(CONTENT), {
      parameters: { overdueAfterDays: 1 },
    });
    expect(spokenIn('en', headline, 'learner-progress').attention).toContain('3 courses overdue.');
    expect(headlineText + JSON.stringify(ref)).not.toMatch(/Ada|Byron|Bo Ek|Cy Orr|L1/);
  });

  it('hides treatments from blinded readers, in titles and departments too', async () => {
    const { cut, aggregate } = bed();
    const { text, dataset } = await aggregate(await cut(CONTENT), { scope: BLINDED });
    expect(text).not.toMatch(/xanomeline|placebo/i);
    expect(dataset.departments.map(({ department }) => department)).toContain('[blinded] unit');
    expect(dataset.learners.map(({ name }) => name)).toEqual(['Ada Byron', 'Bo Ek', 'Cy Orr']);
  });

  it('takes its parameters, and refuses wrong ones by name', async () => {
    const { cut, aggregate } = bed();
    const ref = await cut(CONTENT);
    const { dataset } = await aggregate(ref, { parameters: { department: 'Placebo unit' }, scope: ALL });
    expect(dataset.summary.learners).toBe(1);
    await expect(
      aggregate(ref, { parameters: { from: '2024-03-09', to: '2024-03-08' } }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'parameters.from' }],
    });
  });

  it('counts as added against a cut that did not hold it, and is compared with one that did', async () => {
    const { cut, aggregate } = bed();
    const ref = await cut(CONTENT);
    const weekly = await cut({ datasets: ['DM', 'AE'], rows: rows(), manifest: { runId: 'run-0' } });
    const first = await aggregate(ref, { previousCut: weekly });
    expect(first.dataset.changes.byDomain).toEqual({
      TRAINING: { added: 3, late: 0, changed: 0, removed: 0 },
    });
    const [ada, ...others] = TRAINING;
    const changed = { ...ada, ...training('L1', { LEARNER: 'Ada Byron', TRSTAT: 'IN PROGRESS' }) };
    const earlier = {
      ...CONTENT,
      rows: { TRAINING: [changed, ...others.slice(1)] },
      manifest: { runId: 'run-2' },
    };
    const second = await aggregate(ref, { previousCut: await cut(earlier) });
    expect(second.dataset.changes.byDomain).toEqual({
      TRAINING: { added: 1, late: 1, changed: 1, removed: 0 },
    });
    expect(second.ref.changed).toBe(true);
    expect((await aggregate(ref, { previousCut: ref })).ref.changed).toBe(false);
  });

  it('cannot be had of a cut that does not hold it', async () => {
    const { cut, aggregate } = bed();
    const ref = await cut({ datasets: ['DM'], rows: rows() });
    await expect(aggregate(ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });
});
