/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { startRedelivery } from '@rounds/adapters/temporal/commands/start-redelivery';
import { RoundsError } from '@rounds/contracts/errors';
import { redeliveryWorkflowId } from '@rounds/contracts/ids';
import { openTestBed, type TestBed } from './test-bed.ts';
import { DAY, HOUR, MINUTE, request } from './subscribe.ts';

describe('mails that are sent after all', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await openTestBed();
  });
  beforeEach(() => {
    bed.fakes.reset();
  });
  afterAll(() => bed.close());

  const mailTo = (recipientId: string) =>
    ({
      ...{ run: request(), recipientId, artefacts: [], headlineKey: 'headlines/a.json' },
      scope: { sites: 'all', unblinded: false },
    }) as const;

  /** @returns when each try began, in milliseconds since it was asked for */
  const play = async (occasion: string, recipientIds?: readonly string[]): Promise<number[]> => {
    const began = await bed.now();
    const wish = { runId: 'run_1', studyId: 'DEMO', ...(recipientIds === undefined ? {} : { recipientIds }) };
    await startRedelivery(bed.client, wish, occasion);
    // Asked for once more: it is the same.
    await startRedelivery(bed.client, wish, occasion);
    await bed.client.workflow.getHandle(redeliveryWorkflowId('run_1', occasion)).result();
    return bed.fakes.calls.filter(({ name }) => name === 'openRedelivery').map(({ at }) => at - began);
  };

  it('are sent at once to who was asked for, and what became of each is recorded', async () => {
    bed.fakes.on('openRedelivery', () => [mailTo('usr_1'), mailTo('usr_2')]);
    bed.fakes.on('notify', ({ recipientId }) => {
      if (recipientId === 'usr_1') throw new RoundsError('MAIL_REJECTED', 'The address was refused.');
      return { recipientId, status: 'accepted' };
    });
    const [first = NaN, ...more] = await play('asked', ['usr_1', 'usr_2']);
    expect([first < MINUTE, more]).toEqual([true, []]);
    expect(bed.fakes.inputs('closeRedelivery')).toMatchObject([
      {
        recipientIds: ['usr_1', 'usr_2'],
        outcomes: [
          { recipientId: 'usr_1', status: 'failed', code: 'MAIL_REJECTED' },
          { recipientId: 'usr_2', status: 'accepted' },
        ],
      },
    ]);
  });

  it('are tried by themselves more and more seldom, for three days at most', async () => {
    bed.fakes.on('closeRedelivery', () => ({ again: true }));
    const tries = await play('by-itself');
    expect(tries).toHaveLength(7);
    expect(tries[0]).toBeGreaterThanOrEqual(5 * MINUTE);
    const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(waits.map((wait) => Math.round(wait / MINUTE))).toEqual([30, 120, 360, 720, 1440, 1440]);
    expect(tries.at(-1)).toBeGreaterThan(2 * DAY);
    expect(tries.at(-1)).toBeLessThan(3 * DAY + HOUR);
  });
});
