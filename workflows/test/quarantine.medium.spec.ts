/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { RoundsError } from '@rounds/contracts/errors';
import { MOST_FINDINGS, type Finding } from '@rounds/contracts/gate';
import type { IncompletePolicy, MadeSoFar, RunRequest } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { WorkflowFailedError } from '@temporalio/client';
import { progressQuery } from '../src/progress.ts';
import { ready, type FakeStages } from './fake-stages.ts';
import { closed, DAY, MINUTE, nextEight, request, startReport, subscribe } from './subscribe.ts';
import { openTestBed, type TestBed } from './test-bed.ts';

const site = (id: string) => ({ sites: [id], unblinded: false });
const [GOOD, BAD] = [site('701'), site('702')];
const GROUPS = [
  { scope: GOOD, recipients: ['usr_1'] },
  { scope: BAD, recipients: ['usr_2'] },
];
const LOST: Finding = { check: 'documents', where: 'document doc_1', code: 'bytes-gone' };
const BLANK: Finding = { check: 'pages', where: 'pdf, page 3', code: 'page-blank' };

describe('the gate before sending', () => {
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

  const open = (groups = GROUPS, incomplete?: IncompletePolicy, made?: MadeSoFar) => {
    fakes.on('openRun', () => {
      const wish = { ...(incomplete && { incomplete }), ...(made && { made }) };
      return { ...ready(groups), ...wish };
    });
  };
  /** What is found where the site 702 is shown; a page that names something does not lack it any more. */
  const find = (...findings: readonly Finding[]) => {
    fakes.on('inspect', ({ scope, lacking = [] }) =>
      scope.sites[0] === '702'
        ? findings.filter((each) => !lacking.some(({ where }) => where === each.where))
        : [],
    );
  };
  const names = () => fakes.calls.map(({ name }) => name);
  const mailed = () =>
    fakes.inputs('notify').map(({ recipientId, partial = false }) => [recipientId, partial]);

  const quarantined = async (run: RunRequest = request()) => {
    const handle = await startReport(bed, run);
    const error: unknown = await handle.result().catch((thrown: unknown) => thrown);
    if (!(error instanceof WorkflowFailedError)) throw new Error('the run did not stand still');
    expect(error.cause).toMatchObject({ type: 'QUARANTINED' });
    return { handle, outcome: fakes.outcome(run.runId) };
  };

  it('lets a report pass in which nothing is found', async () => {
    const outcome = await (await startReport(bed, request())).result();
    expect(outcome).toMatchObject({ status: 'completed', outputs: [{ artefacts: [{ format: 'pdf' }] }] });
    const [drawn, looked] = [fakes.inputs('render')[0], fakes.inputs('inspect')[0]];
    expect(looked).toEqual({ ...drawn, artefacts: outcome.outputs[0]?.artefacts });
    expect(outcome).not.toHaveProperty('held');
  });

  it('keeps it from everybody otherwise, records what was found, and ends red', async () => {
    open([{ scope: BAD, recipients: ['usr_1', 'usr_2'] }]);
    find(LOST, BLANK);
    const { handle, outcome } = await quarantined();
    expect(names()).toEqual(['openRun', 'freezeCut', 'aggregate', 'render', 'inspect', 'closeRun']);
    expect(outcome).toMatchObject({
      status: 'quarantined',
      fault: {
        code: 'QUARANTINED',
        why: because('held-back', { held: 1, all: 1, found: 'documents 1, pages 1' }),
        step: 'generating-file',
      },
      outputs: [],
      held: [{ scope: BAD, artefacts: [{ format: 'pdf' }], findings: [LOST, BLANK] }],
      deliveries: [],
    });
    expect(await handle.query(progressQuery)).toMatchObject({ status: 'quarantined', outputs: [] });
    expect((await handle.describe()).status.name).toBe('FAILED');
  });

  it('sends the other groups theirs', async () => {
    open();
    find(LOST);
    const { outcome } = await quarantined();
    expect(mailed()).toEqual([['usr_1', false]]);
    expect(outcome).toMatchObject({
      status: 'quarantined',
      fault: { why: because('held-back', { held: 1, all: 2, found: 'documents 1' }) },
      outputs: [{ scope: GOOD }],
      held: [{ scope: BAD }],
      deliveries: [{ recipientId: 'usr_1', status: 'accepted' }],
    });
  });

  it('stands still also when the others could not be mailed: what was held comes first', async () => {
    open();
    find(LOST);
    fakes.on('notify', () => {
      throw new RoundsError('MAIL_REJECTED', 'The address was refused.');
    });
    const { outcome } = await quarantined();
    expect(outcome?.deliveries).toMatchObject([{ recipientId: 'usr_1', status: 'failed' }]);
  });

  it('goes on with the next week', async () => {
    open([{ scope: BAD, recipients: ['usr_2'] }]);
    find(LOST);
    const subscribed = await subscribe(bed);
    const due = nextEight(await bed.now());
    await bed.sleepUntil(due + MINUTE);
    find();
    await bed.sleepUntil(due + DAY + MINUTE);
    const statuses = fakes.opened(subscribed.id).map(({ runId }) => fakes.outcome(runId)?.status);
    expect(statuses).toEqual(['quarantined', 'completed']);
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });

  it.each([
    ['strict', true],
    ['quarantine', undefined],
  ] as const)('with the policy %s asks for documents in doubt: %s', async (policy, strict) => {
    open(GROUPS, policy);
    find(LOST);
    await quarantined();
    expect(fakes.inputs('inspect').map((input) => input.strict)).toEqual([strict, strict]);
    expect(fakes.inputs('render').every(({ lacking }) => lacking === undefined)).toBe(true);
  });

  describe('with the policy partial', () => {
    it('draws it again, marked with what it lacks, and mails it so', async () => {
      open(GROUPS, 'partial');
      find(LOST);
      const outcome = await (await startReport(bed, request())).result();
      expect(outcome).toMatchObject({
        status: 'completed',
        outputs: [{ scope: GOOD }, { scope: BAD, lacking: [LOST] }],
      });
      expect(outcome.outputs[0]).not.toHaveProperty('lacking');
      expect(fakes.inputs('render').map(({ lacking }) => lacking)).toEqual([undefined, undefined, [LOST]]);
      expect(fakes.inputs('inspect').at(-1)).toMatchObject({ scope: BAD, lacking: [LOST] });
      expect(mailed().sort()).toEqual([
        ['usr_1', false],
        ['usr_2', true],
      ]);
    });

    it('holds it back when more is wrong than its first page says', async () => {
      open(GROUPS, 'partial');
      fakes.on('inspect', ({ scope, lacking }) => {
        if (scope.sites[0] === '701') return [];
        return lacking === undefined ? [LOST] : [BLANK];
      });
      const { outcome } = await quarantined();
      expect(outcome?.held).toMatchObject([{ scope: BAD, lacking: [LOST], findings: [LOST, BLANK] }]);
      expect(mailed()).toEqual([['usr_1', false]]);
    });

    it('holds it back when there is more than can be told', async () => {
      open(GROUPS, 'partial');
      find(...Array.from({ length: MOST_FINDINGS }, (_, page) => ({ ...BLANK, where: `pdf, page ${page}` })));
      await quarantined();
      expect(fakes.inputs('render').every(({ lacking }) => lacking === undefined)).toBe(true);
    });
  });

  describe('resumed', () => {
    const artefact = (name: string) => ({
      ...{ format: 'pdf' as const, key: `artefacts/${name}.pdf`, sha256: name.padEnd(64, '0'), bytes: 9 },
    });
    const dataset = { key: 'datasets/a.json', sha256: 'a'.repeat(64), headlineKey: 'headlines/a.json' };
    const cut = { manifestKey: 'cuts/a/manifest.json', sha256: 'b'.repeat(64), rows: 7, documents: 1 };
    const passed = { scope: GOOD, artefacts: [artefact('good')] };
    const resume = () => startReport(bed, request({ redrive: 1 }));

    it('by a redrive: what was held is built, drawn and inspected anew, what passed is not', async () => {
      const made = { cut, datasets: [{ scope: GOOD, dataset }], outputs: [passed], mailed: true };
      open(GROUPS, undefined, made);
      const outcome = await (await resume()).result();
      expect(outcome).toMatchObject({ status: 'completed', outputs: [passed, { scope: BAD }] });
      expect(fakes.inputs('aggregate').map(({ scope }) => scope)).toEqual([BAD]);
      expect(fakes.inputs('render').map(({ scope }) => scope)).toEqual([BAD]);
      expect(fakes.inputs('inspect').map(({ scope }) => scope)).toEqual([BAD]);
      // The ledger knows who has it already.
      expect(mailed().sort()).toEqual([
        ['usr_1', false],
        ['usr_2', false],
      ]);
    });

    it('by a redrive that finds the same again: stands still again', async () => {
      open(GROUPS, undefined, { cut, datasets: [], outputs: [passed], mailed: true });
      find(LOST);
      const { outcome } = await quarantined(request({ redrive: 1 }));
      expect(outcome).toMatchObject({ redrive: 1, outputs: [passed], held: [{ scope: BAD }] });
    });

    it('by a release: the very files that were held are sent', async () => {
      const released = { scope: BAD, artefacts: [artefact('bad')], lacking: [LOST] };
      const datasets = [GOOD, BAD].map((scope) => ({ scope, dataset }));
      open(GROUPS, undefined, { cut, datasets, outputs: [passed, released], mailed: true });
      find(LOST, BLANK);
      const outcome = await (await resume()).result();
      expect(names()).toEqual(['openRun', 'notify', 'notify', 'closeRun']);
      expect(outcome).toMatchObject({ status: 'completed', outputs: [passed, released] });
      expect(fakes.inputs('notify').find(({ recipientId }) => recipientId === 'usr_2')).toMatchObject({
        artefacts: [artefact('bad')],
        partial: true,
      });
    });
  });
});
