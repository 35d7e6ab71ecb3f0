import type { RunDocument } from '@rounds/contracts/collections';
import type { PassedStep, RunStep } from '@rounds/contracts/run';
import { asTold } from '@rounds/contracts/why';
import { runDocument } from '../../test/records.ts';
import { eventsAfter, eventsOf, written } from './job-events.ts';
import { recorded } from './job-state.service.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 8, 0, second));
const passed = (...steps: RunStep[]): PassedStep[] =>
  steps.map((step, index) => ({ step, at: at(index + 1).getTime() }));

const run = (overrides: Partial<RunDocument>): RunDocument =>
  runDocument({ createdAt: at(0), finishedAt: at(9), ...overrides });
const ids = (overrides: Partial<RunDocument>): string[] =>
  eventsOf(recorded(run(overrides))).map(({ id }) => id);

const ALL = passed('initializing', 'fetching-data', 'building-report', 'generating-file', 'storing-file');
const fault = { code: 'CUT_CORRUPT', why: asTold('The cut is not whole.'), step: 'building-report' } as const;

describe('the events of a job', () => {
  it('are its place in the queue, its steps with the values of the contract, and its end', () => {
    const events = eventsOf(recorded(run({ steps: ALL })));
    expect(events.map(({ id, data }) => [id, data.status, data.step, data.progress])).toEqual([
      ['0.0', 'queued', 'initializing', 0],
      ['0.1', 'processing', 'initializing', 0],
      ['0.2', 'processing', 'fetching-data', 10],
      ['0.3', 'processing', 'building-report', 40],
      ['0.4', 'processing', 'generating-file', 70],
      ['0.5', 'processing', 'storing-file', 90],
      ['0.9', 'completed', 'complete', 100],
    ]);
    expect(events.map(({ type }) => type === 'end')).toEqual([...Array<boolean>(6).fill(false), true]);
  });

  it('go on after a redrive where they were', () => {
    const earlier = { fault, queuedAt: at(0), finishedAt: at(5), steps: ALL.slice(0, 3) };
    const resumed = { earlierEnds: [earlier], redrives: 1, queuedAt: at(6) };
    expect(ids({ ...resumed, status: 'queued', steps: [] })).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '0.3',
      '0.9',
      '1.0',
    ]);
    const events = eventsOf(recorded(run({ ...resumed, steps: ALL.slice(0, 2) })));
    expect(eventsAfter(events, '0.9').map(({ id }) => id)).toEqual(['1.0', '1.1', '1.2', '1.9']);
    expect(events[4]?.data).toMatchObject({
      status: 'failed',
      progress: 40,
      error: { ...fault, message: 'The cut is not whole.' },
    });
  });

  it('never lose their order, however little the record knows of the steps', () => {
    expect(ids({ status: 'failed', fault })).toEqual(['0.0', '0.9']);
    expect(eventsAfter(eventsOf(recorded(run({ status: 'failed', fault }))), '0.4')).toHaveLength(1);
  });

  it.each(['', 'x', '7', '0.3; drop', '-1.2'])(
    'begin anew after %p, which is none of their ids',
    (lastId) => {
      expect(eventsAfter(eventsOf(recorded(run({ steps: ALL }))), lastId)).toHaveLength(7);
    },
  );

  it('are each one line of JSON', () => {
    const [event] = eventsOf(
      recorded(run({ status: 'failed', fault: { ...fault, why: asTold('a\nb') } })),
    ).slice(-1);
    if (event === undefined) throw new Error('no event');
    expect(written(event)).toMatch(/^id: 0\.9\nevent: end\ndata: \{.*a\\nb.*\}\n\n$/);
  });
});
