/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { RoundsError } from '@rounds/contracts/errors';
import type { MadeSoFar, OpenedRun, RunRequest } from '@rounds/contracts/run';
import { asTold, because } from '@rounds/contracts/why';
import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { progressQuery, soFarQuery } from '../src/progress.ts';
import { openTestBed, RETRIES, type TestBed } from './test-bed.ts';
import { ready, type FakeStages } from './fake-stages.ts';
import { closed, DAY, HOUR, MINUTE, request, startReport } from './subscribe.ts';

const STAGES = ['openRun', 'freezeCut', 'aggregate', 'render', 'inspect', 'notify', 'closeRun'] as const;
const outage = () => new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer: ECONNREFUSED.');
const bug = () => new TypeError('x is not a function');

describe('report', () => {
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

  const start = (run: RunRequest) => startReport(bed, run);

  const fails = async (run: RunRequest) => {
    const handle = await start(run);
    const error: unknown = await handle.result().catch((thrown: unknown) => thrown);
    if (!(error instanceof WorkflowFailedError)) throw new Error('the run did not fail');
    return error.cause;
  };

  /** From the opening of the only run of a test to its record, on the server's clock. */
  const processingTime = () => {
    const at = (name: string) => fakes.calls.find((call) => call.name === name)?.at ?? NaN;
    return at('closeRun') - at('openRun');
  };

  const attempts = (name: string) => fakes.calls.filter((call) => call.name === name).length;

  it('fetches, aggregates, renders and notifies, in this order, and records the outcome', async () => {
    const run = request();
    const outcome = await (await start(run)).result();
    expect(fakes.calls.map(({ name }) => name)).toEqual([...STAGES]);
    expect(outcome).toMatchObject({
      runId: run.runId,
      status: 'completed',
      cut: { manifestKey: `cuts/${run.runId}/manifest.json` },
      outputs: [{ scope: { sites: 'all', unblinded: false }, artefacts: [{ format: 'pdf' }] }],
      deliveries: [{ recipientId: 'usr_1', status: 'accepted' }],
    });
    expect(fakes.outcome(run.runId)).toEqual(outcome);
  });

  it('freezes one cut for all groups and makes each group its own report', async () => {
    fakes.on('openRun', () =>
      ready([
        { scope: { sites: ['701'], unblinded: false }, recipients: ['usr_1', 'usr_2'] },
        { scope: { sites: ['702', '701'], unblinded: true }, recipients: ['usr_3'] },
      ]),
    );
    await (await start(request())).result();
    expect(fakes.inputs('freezeCut')).toMatchObject([{ sites: ['701', '702'] }]);
    expect(fakes.inputs('render').map(({ scope }) => scope.unblinded)).toEqual([false, true]);
    const mails = fakes.inputs('notify').map(({ recipientId, scope }) => [recipientId, scope.unblinded]);
    expect(mails.sort()).toEqual([
      ['usr_1', false],
      ['usr_2', false],
      ['usr_3', true],
    ]);
  });

  it('builds one dataset for readers of one scope, and draws it once for each of their languages', async () => {
    const scope = { sites: 'all', unblinded: false } as const;
    fakes.on('openRun', () =>
      ready([
        { scope, recipients: ['usr_1'] },
        { scope, language: 'de', recipients: ['usr_2'] },
        { scope, language: 'ja', recipients: ['usr_3'] },
      ]),
    );
    const outcome = await (await start(request())).result();
    expect(fakes.inputs('aggregate')).toHaveLength(1);
    expect(fakes.inputs('render').map(({ language, dataset }) => [language, dataset.key])).toEqual(
      [undefined, 'de', 'ja'].map((language) => [language, fakes.inputs('render')[0]?.dataset.key]),
    );
    expect(outcome.outputs.map(({ language }) => language)).toEqual([undefined, 'de', 'ja']);
    const mails = fakes.inputs('notify').map(({ recipientId, language }) => [recipientId, language]);
    expect(mails.sort()).toEqual([
      ['usr_1', undefined],
      ['usr_2', 'de'],
      ['usr_3', 'ja'],
    ]);
  });

  it.each([
    ['openRun', 'initializing', 0],
    ['freezeCut', 'fetching-data', 10],
    ['aggregate', 'building-report', 40],
    ['render', 'generating-file', 70],
    ['notify', 'storing-file', 90],
  ] as const)('says during %s that it is %s', async (name, step, progress) => {
    const held = fakes.hold(name);
    const handle = await start(request());
    await held.reached;
    expect(await handle.query(progressQuery)).toMatchObject({ status: 'processing', step, progress });
    held.release();
    await handle.result();
    expect(await handle.query(progressQuery)).toMatchObject({
      status: 'completed',
      step: 'complete',
      progress: 100,
      steps: ['initializing', 'fetching-data', 'building-report', 'generating-file', 'storing-file'].map(
        (each) => ({ step: each, at: expect.any(Number) as number }),
      ),
    });
  });

  it.each(STAGES)('goes on where it was when %s fails and recovers', async (name) => {
    fakes.failFirst(name, RETRIES, bug);
    const run = request();
    expect((await (await start(run)).result()).status).toBe('completed');
    expect(attempts(name)).toBe(RETRIES + 1);
    for (const other of STAGES) if (other !== name) expect([other, attempts(other)]).toEqual([other, 1]);
  });

  it.each(STAGES)('waits out an outage during %s, however often it has to try', async (name) => {
    fakes.failFirst(name, 20, outage);
    expect((await (await start(request())).result()).status).toBe('completed');
    expect(attempts(name)).toBe(21);
  });

  it.each([
    ['freezeCut', 'fetching-data'],
    ['aggregate', 'building-report'],
    ['render', 'generating-file'],
  ] as const)('ends with a named fault when %s cannot be done', async (name, step) => {
    fakes.on(name, () => {
      throw new RoundsError('CUT_CORRUPT', 'The cut is not what its manifest says.');
    });
    const run = request();
    const cause = await fails(run);
    expect(cause).toBeInstanceOf(ApplicationFailure);
    expect(cause).toMatchObject({ type: 'CUT_CORRUPT', message: 'The cut is not what its manifest says.' });
    expect(attempts(name)).toBe(1);
    expect(fakes.outcome(run.runId)).toMatchObject({
      status: 'failed',
      fault: { code: 'CUT_CORRUPT', why: asTold('The cut is not what its manifest says.'), step },
    });
    expect(attempts('discardCut')).toBe(0);
  });

  it('gives an unexpected error a few tries, and never shows its message', async () => {
    fakes.on('render', () => {
      throw new Error('duplicate key { email: "jane@example.org" }');
    });
    const run = request();
    expect(await fails(run)).toMatchObject({ type: 'INTERNAL' });
    expect(attempts('render')).toBe(RETRIES + 1);
    expect(JSON.stringify(fakes.outcome(run.runId))).not.toContain('jane');
  });

  it('gives a scheduled run up after a day of outage, and says what was away', async () => {
    fakes.on('freezeCut', () => {
      throw outage();
    });
    const run = request();
    expect(await fails(run)).toMatchObject({ type: 'DEPENDENCY_DOWN' });
    expect(processingTime()).toBeGreaterThan(DAY - HOUR);
    expect(processingTime()).toBeLessThanOrEqual(DAY + MINUTE);
    expect(fakes.outcome(run.runId)?.fault).toMatchObject({ code: 'DEPENDENCY_DOWN', step: 'fetching-data' });
  });

  it('gives an on-demand run up after some minutes of outage', async () => {
    fakes.on('freezeCut', () => {
      throw outage();
    });
    expect(await fails(request({ trigger: 'on-demand' }))).toMatchObject({ type: 'DEPENDENCY_DOWN' });
    expect(attempts('freezeCut')).toBe(3);
    expect(processingTime()).toBeLessThan(6 * MINUTE);
  });

  it('tries again when a provider said it should', async () => {
    fakes.failFirst(
      'notify',
      1,
      () => new RoundsError('RATE_LIMITED', 'Too many mails.', { retryAfterMs: 7 * HOUR }),
    );
    expect((await (await start(request())).result()).status).toBe('completed');
    expect(processingTime()).toBeGreaterThanOrEqual(7 * HOUR);
  });

  describe('deliveries', () => {
    const recipients = (...ids: string[]) => {
      fakes.on('openRun', () => ready([{ scope: { sites: 'all', unblinded: false }, recipients: ids }]));
    };

    it('mails the others when one recipient cannot be mailed', async () => {
      recipients('usr_1', 'usr_2', 'usr_3');
      fakes.on('notify', ({ recipientId }) => {
        if (recipientId === 'usr_2') throw new RoundsError('MAIL_REJECTED', 'The address was refused.');
        return { recipientId, status: 'accepted' };
      });
      const outcome = await (await start(request())).result();
      expect(outcome).toMatchObject({
        status: 'partly-delivered',
        why: [
          ...because('mails-undelivered', { undelivered: 1, all: 3 }),
          ...asTold('The address was refused.'),
        ],
        fault: { code: 'MAIL_REJECTED', step: 'storing-file' },
        deliveries: [
          { status: 'accepted' },
          { recipientId: 'usr_2', status: 'failed', code: 'MAIL_REJECTED' },
          { status: 'accepted' },
        ],
      });
    });

    it('fails the run when no recipient could be mailed', async () => {
      recipients('usr_1', 'usr_2');
      fakes.on('notify', () => {
        throw new RoundsError('MAIL_REJECTED', 'The address was refused.');
      });
      const run = request();
      expect(await fails(run)).toMatchObject({ type: 'MAIL_REJECTED' });
      expect(fakes.outcome(run.runId)).toMatchObject({
        status: 'failed',
        deliveries: [{ status: 'failed' }, { status: 'failed' }],
      });
    });

    it('calls an outcome unknown when the stage fell silent', async () => {
      fakes.on('notify', () => {
        throw outage();
      });
      const run = request();
      const outcome = await (await start(run)).result();
      expect(outcome).toMatchObject({
        ...{ status: 'partly-delivered', fault: { code: 'DELIVERY_UNKNOWN' } },
        deliveries: [{ status: 'unknown', code: 'DEPENDENCY_DOWN' }],
      });
    });

    it('is suppressed when every recipient was left out on purpose', async () => {
      fakes.on('notify', ({ recipientId }) => ({ recipientId, status: 'suppressed', reason: 'no right' }));
      expect(await (await start(request())).result()).toMatchObject({
        status: 'suppressed',
        why: asTold('no right'),
      });
    });

    it('is completed without any recipient: the caller downloads', async () => {
      recipients();
      expect((await (await start(request({ trigger: 'on-demand' }))).result()).status).toBe('completed');
      expect(attempts('notify')).toBe(0);
    });
  });

  it('makes nothing when nobody may see it, and records why', async () => {
    fakes.on('openRun', () => ({ state: 'suppressed', why: asTold('No recipient may see the study.') }));
    const run = request();
    await (await start(run)).result();
    expect(fakes.calls.map(({ name }) => name)).toEqual(['openRun', 'closeRun']);
    expect(fakes.outcome(run.runId)).toMatchObject({
      status: 'suppressed',
      why: asTold('No recipient may see the study.'),
    });
  });

  describe('redriven', () => {
    const scope = { sites: 'all', unblinded: false } as const;
    const dataset = { key: 'datasets/held.json', sha256: 'a'.repeat(64), headlineKey: 'headlines/held.json' };
    const cut = { manifestKey: 'cuts/held/manifest.json', sha256: 'b'.repeat(64), rows: 7, documents: 0 };
    const artefacts = [
      { format: 'pdf' as const, key: 'artefacts/held.pdf', sha256: 'c'.repeat(64), bytes: 9 },
    ];
    const resumed = (made: Omit<MadeSoFar, 'mailed'>, mailed = false) => {
      fakes.on('openRun', () => ({ ...ready(), made: { ...made, mailed } }) as OpenedRun);
      return start(request({ redrive: 1 }));
    };
    const made = () => fakes.calls.map(({ name }) => name);

    it('freezes nothing again where the cut is held', async () => {
      const outcome = await (await resumed({ cut, datasets: [], outputs: [] })).result();
      expect(made()).toEqual(['openRun', 'aggregate', 'render', 'inspect', 'notify', 'closeRun']);
      expect(outcome).toMatchObject({ status: 'completed', cut, redrive: 1 });
      expect(fakes.inputs('aggregate')).toMatchObject([{ cut }]);
    });

    it('builds nothing again where the dataset is held', async () => {
      await (await resumed({ cut, datasets: [{ scope, dataset }], outputs: [] })).result();
      expect(made()).toEqual(['openRun', 'render', 'inspect', 'notify', 'closeRun']);
      expect(fakes.inputs('render')).toMatchObject([{ dataset }]);
    });

    it('draws nothing again where the files are held', async () => {
      const outputs = [{ scope, artefacts }];
      const outcome = await (await resumed({ cut, datasets: [{ scope, dataset }], outputs }, true)).result();
      expect(made()).toEqual(['openRun', 'notify', 'closeRun']);
      expect(fakes.inputs('notify')).toMatchObject([{ artefacts, headlineKey: 'headlines/held.json' }]);
      expect(outcome.outputs).toEqual(outputs);
    });

    it('makes for the other groups what was made for one', async () => {
      const other = { sites: ['701'], unblinded: false };
      fakes.on('openRun', () => ({
        ...(ready([
          { scope: other, recipients: ['usr_2'] },
          { scope, recipients: ['usr_1'] },
        ]) as Extract<OpenedRun, { state: 'ready' }>),
        made: { cut, datasets: [{ scope, dataset }], outputs: [], mailed: false },
      }));
      await (await start(request({ redrive: 1 }))).result();
      expect(fakes.inputs('aggregate').map((input) => input.scope)).toEqual([other]);
      expect(fakes.inputs('render').map((input) => input.scope)).toEqual([other, scope]);
    });

    it('tells what it had made when it failed again', async () => {
      fakes.on('render', () => {
        throw new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.');
      });
      const handle = await resumed({ cut, datasets: [{ scope, dataset }], outputs: [] });
      await closed(handle);
      const soFar = await handle.query(soFarQuery);
      expect(soFar).toMatchObject({ cut, datasets: [{ scope, dataset }], outputs: [], redrive: 1 });
      expect(fakes.inputs('closeRun')).toMatchObject([{ status: 'failed', ...soFar }]);
    });

    it('keeps the evidence of mails that may have left when it is cancelled', async () => {
      const held = fakes.hold('render');
      const handle = await resumed({ cut, datasets: [{ scope, dataset }], outputs: [] }, true);
      await held.reached;
      await handle.cancel();
      await handle.result().catch(() => undefined);
      expect([attempts('discardCut'), attempts('discardArtefacts')]).toEqual([0, 0]);
    });
  });

  it('does nothing again when the run was finished before', async () => {
    fakes.on('openRun', () => ({ state: 'finished', status: 'completed' }));
    const outcome = await (await start(request())).result();
    expect(outcome.status).toBe('completed');
    expect(fakes.calls.map(({ name }) => name)).toEqual(['openRun']);
  });

  describe('cancelled', () => {
    it.each(['freezeCut', 'aggregate', 'render'] as const)(
      'during %s: says so once the stage has stopped, then removes what was made',
      async (name) => {
        const held = fakes.hold(name);
        const run = request();
        const handle = await start(run);
        await held.reached;
        await handle.cancel();
        const error: unknown = await handle.result().catch((thrown: unknown) => thrown);
        expect((error as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure);
        expect(fakes.outcome(run.runId)?.status).toBe('cancelled');
        expect(fakes.calls.slice(-3).map((call) => call.name)).toEqual([
          'closeRun',
          'discardCut',
          'discardArtefacts',
        ]);
        expect((await handle.describe()).status.name).toBe('CANCELLED');
      },
    );

    it('while a stage waits to be tried again', async () => {
      fakes.on('freezeCut', () => {
        throw outage();
      });
      const run = request();
      const handle = await start(run);
      // Time stands still while no result is waited for: the second attempt never comes.
      while (attempts('freezeCut') === 0) await new Promise((done) => setTimeout(done, 10));
      await handle.cancel();
      await closed(handle);
      expect(fakes.outcome(run.runId)?.status).toBe('cancelled');
    });

    it('while mails are under way: keeps the cut as evidence and the doubt in the record', async () => {
      const held = fakes.hold('notify');
      const run = request();
      const handle = await start(run);
      await held.reached;
      await handle.cancel();
      await handle.result().catch(() => undefined);
      expect(fakes.outcome(run.runId)).toMatchObject({
        status: 'cancelled',
        deliveries: [{ recipientId: 'usr_1', status: 'unknown' }],
      });
      expect(attempts('discardCut')).toBe(0);
    });

    it('during the last record: the run is completed, as its mails are sent', async () => {
      const held = fakes.hold('closeRun');
      const run = request();
      const handle = await start(run);
      await held.reached;
      await handle.cancel();
      held.release();
      expect((await handle.result()).status).toBe('completed');
    });
  });
});
