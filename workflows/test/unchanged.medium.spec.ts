/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { RoundsError } from '@rounds/contracts/errors';
import type { AudienceGroup, OpenedRun } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { ready, type FakeStages } from './fake-stages.ts';
import { request, startReport } from './subscribe.ts';
import { openTestBed, type TestBed } from './test-bed.ts';

describe('a report where only changes are wanted', () => {
  let bed: TestBed;
  let fakes: FakeStages;
  beforeAll(async () => {
    bed = await openTestBed();
    fakes = bed.fakes;
  });
  beforeEach(() => {
    fakes.reset();
  });
  afterAll(() => bed.close());

  const attempts = (name: string) => fakes.calls.filter((call) => call.name === name).length;
  const site = (id: string) => ({ sites: [id], unblinded: false });
  const GROUPS = [
    { scope: site('701'), recipients: ['usr_1', 'usr_2'] },
    { scope: site('702'), recipients: ['usr_3'] },
  ];
  const LEFT_OUT = { status: 'suppressed', why: because('nothing-changed') };
  /** Sites for which something changed. */
  const open = (groups: readonly AudienceGroup[], changedSites: readonly string[], note = false) => {
    fakes.on('openRun', () => ({ ...ready(groups), onlyChanged: { note } }) as OpenedRun);
    fakes.on('aggregate', ({ run, scope: { sites } }) => ({
      ...{
        key: `datasets/${run.runId}.json`,
        sha256: 'ab',
        headlineKey: `headlines/${String(sites)}.json`,
      },
      changed: changedSites.includes(String(sites)),
    }));
  };
  const end = async () => (await startReport(bed, request())).result();
  const mailed = () => fakes.inputs('notify').map(({ recipientId, note }) => [recipientId, note ?? 'report']);

  it('makes and mails nothing where nothing changed, and says so', async () => {
    open(GROUPS, []);
    expect(await end()).toMatchObject({
      status: 'unchanged',
      why: because('nothing-changed'),
      outputs: [],
      deliveries: ['usr_1', 'usr_2', 'usr_3'].map((recipientId) => ({ recipientId, ...LEFT_OUT })),
    });
    expect([attempts('render'), attempts('notify')]).toEqual([0, 0]);
  });

  it('makes and mails it for those alone for whom something changed', async () => {
    open(GROUPS, ['702']);
    expect(await end()).toMatchObject({
      status: 'completed',
      why: because('unchanged-for', { unchanged: 2, all: 3 }),
      outputs: [{ scope: site('702') }],
    });
    expect(fakes.inputs('render').map(({ scope }) => scope)).toEqual([site('702')]);
    expect(mailed()).toEqual([['usr_3', 'report']]);
  });

  it('mails a note instead, where it is wanted', async () => {
    open(GROUPS, ['702'], true);
    expect(await end()).toMatchObject({ status: 'completed' });
    expect(mailed().sort()).toEqual([
      ['usr_1', 'unchanged'],
      ['usr_2', 'unchanged'],
      ['usr_3', 'report'],
    ]);
    expect(
      fakes
        .inputs('notify')
        .filter(({ note }) => note)
        .every((mail) => mail.artefacts.length === 0),
    ).toBe(true);
  });

  it('is unchanged also where everybody got a note, and where one could not be sent', async () => {
    open(GROUPS, [], true);
    fakes.on('notify', ({ recipientId }) => {
      if (recipientId === 'usr_1') throw new RoundsError('MAIL_REJECTED', 'No such mailbox.');
      return { recipientId, status: 'accepted' };
    });
    const outcome = await end();
    expect(outcome.status).toBe('unchanged');
    expect(outcome.why?.map(({ code }) => code).slice(0, 2)).toEqual([
      'nothing-changed',
      'mails-undelivered',
    ]);
  });

  it('mails the report to who never had one', async () => {
    open([{ scope: site('701'), recipients: ['usr_1', 'usr_2'], newcomers: ['usr_2'] }], []);
    expect(await end()).toMatchObject({ status: 'completed', outputs: [{ scope: site('701') }] });
    expect(mailed()).toEqual([['usr_2', 'report']]);
  });

  it('mails the report where it cannot be told', async () => {
    open(GROUPS, []);
    fakes.on('aggregate', () => ({ key: 'd', sha256: 'ab', headlineKey: 'h' }));
    expect((await end()).status).toBe('completed');
    expect(mailed()).toHaveLength(3);
  });
});
