/**
 * The stages' activities in memory: nothing is fetched, drawn or mailed. Each call is remembered, and a test can
 * make a stage fail or hold it back.
 */
import type {
  AggregateActivities,
  FetchActivities,
  HousekeepingActivities,
  NoticeActivities,
  NotifyActivities,
  RenderActivities,
  RunActivities,
  WebhookActivities,
} from '@rounds/contracts/activities';
import type { Desired } from '@rounds/contracts/messages';
import type { OpenedRun, RunOutcome, RunRequest } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { activityInfo, Context } from '@temporalio/activity';
import type { Priority } from '@temporalio/common';

type All = FetchActivities &
  AggregateActivities &
  RenderActivities &
  NotifyActivities &
  NoticeActivities &
  WebhookActivities &
  HousekeepingActivities &
  RunActivities;
type Name = keyof All;
type Input<N extends Name> = Parameters<All[N]>[0];
type Answer<N extends Name> = Awaited<ReturnType<All[N]>>;

type Script = (input: unknown, attempt: number) => unknown;

export interface Call {
  readonly name: Name;
  readonly input: unknown;
  /** On the test server's clock, epoch ms. */
  readonly at: number;
  readonly attempt: number;
  readonly priority: Priority | undefined;
}

interface Hold {
  readonly name: Name;
  /** Part of the input by which the call is known. */
  readonly run: string;
  readonly reached: () => void;
  readonly release: Promise<void>;
}

const hash = (text: string): string => Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64);

export class FakeStages {
  readonly calls: Call[] = [];
  private readonly scripts = new Map<Name, Script>();
  private readonly held: Hold[] = [];
  private readonly finished = new Map<string, RunOutcome>();
  private readonly desired = new Map<string, Desired>();

  /** Replaces what an activity answers; throwing makes it fail. */
  on<N extends Name>(name: N, script: (input: Input<N>, attempt: number) => Answer<N>): void {
    this.scripts.set(name, script as Script);
  }

  /** What an activity answers unless a test replaced it. */
  answer<N extends Name>(name: N): (input: Input<N>) => Answer<N> {
    return this.answers[name];
  }

  /** Fails the first `times` attempts of each call. */
  failFirst(name: Name, times: number, fault: () => Error): void {
    const answer = this.answers[name] as Script;
    this.scripts.set(name, (input, attempt) => {
      if (attempt <= times) throw fault();
      return answer(input, attempt);
    });
  }

  /** The next call of a run waits in the activity: `reached` tells when it is there. Time stands still meanwhile. */
  hold(name: Name, run = ''): { reached: Promise<void>; release: () => void } {
    let release: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (reached = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.held.push({ name, run, reached, release: gate });
    return { reached: arrival, release };
  }

  reset(): void {
    this.calls.length = 0;
    this.scripts.clear();
    this.held.length = 0;
  }

  /** What the record would want of a subscription's workflow: `recordSteering` answers from it. */
  remember(subscriptionId: string, desired: Desired): void {
    this.desired.set(subscriptionId, desired);
  }

  inputs<N extends Name>(name: N): Input<N>[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input as Input<N>);
  }

  /** Runs that were opened, in order; each once, however often it was tried. */
  opened(subscriptionId: string): (RunRequest & { at: number })[] {
    return this.calls
      .filter(({ name, attempt }) => name === 'openRun' && attempt === 1)
      .map(({ input, at }) => ({ ...(input as RunRequest), at }))
      .filter((run) => run.subscriptionId === subscriptionId);
  }

  outcome(runId: string): RunOutcome | undefined {
    return this.finished.get(runId);
  }

  /** One queue's activities. */
  activities<N extends Name>(...names: N[]): Pick<All, N> {
    const entries = names.map((name) => [name, (input: Input<N>) => this.run(name, input)]);
    return Object.fromEntries(entries) as Pick<All, N>;
  }

  private async run(name: Name, input: unknown): Promise<unknown> {
    const { scheduledTimestampMs: at, attempt, priority } = activityInfo();
    this.calls.push({ name, input, at, attempt, priority });
    await this.waitIfHeld(name, input);
    const script = this.scripts.get(name) ?? (this.answers[name] as Script);
    return script(input, attempt);
  }

  private async waitIfHeld(name: Name, input: unknown): Promise<void> {
    const text = JSON.stringify(input);
    const index = this.held.findIndex((each) => each.name === name && text.includes(each.run));
    const [held] = index < 0 ? [] : this.held.splice(index, 1);
    if (held === undefined) return;
    held.reached();
    const heartbeat = setInterval(() => {
      Context.current().heartbeat();
    }, 20);
    try {
      await Promise.race([held.release, Context.current().cancelled]);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private readonly answers: { readonly [N in Name]: (input: Input<N>) => Answer<N> } = {
    openRun: () => ready(),
    heldBy: () => null,
    closeRun: (outcome) => {
      if (!this.finished.has(outcome.runId)) this.finished.set(outcome.runId, outcome);
    },
    openRedelivery: () => [],
    closeRedelivery: () => ({ again: false }),
    recordSteering: ({ subscriptionId, action }) => {
      const held = this.desired.get(subscriptionId);
      if (held === undefined) throw new Error(`the test did not remember ${subscriptionId}`);
      const status = ({ pause: 'paused', resume: 'active', cancel: 'cancelled' } as const)[action];
      const desired = { ...held, revision: held.revision + 1, status };
      this.desired.set(subscriptionId, desired);
      return desired;
    },
    recordSubscription: () => undefined,
    applyPending: () => ({ applied: 2, failed: 0 }),
    removeExpired: () => ({ runs: 1, objects: 3 }),
    freezeCut: ({ runId }) => ({
      manifestKey: `cuts/${runId}/manifest.json`,
      sha256: hash(runId),
      rows: 12,
      documents: 0,
    }),
    discardCut: () => undefined,
    discardArtefacts: () => undefined,
    inspect: () => [],
    aggregate: ({ run }) => ({
      key: `datasets/${run.runId}.json`,
      sha256: hash(run.runId),
      headlineKey: `headlines/${run.runId}.json`,
    }),
    render: ({ runId, formats }) =>
      formats.map((format) => ({
        format,
        key: `artefacts/${hash(runId)}.${format}`,
        sha256: hash(runId),
        bytes: 9,
      })),
    notify: ({ recipientId }) => ({ recipientId, status: 'accepted' }),
    noticeRecipients: ({ to }) => [...to],
    sendNotice: ({ recipientId }) => ({ recipientId, status: 'accepted' }),
    postWebhook: () => 'delivered',
    testWebhook: () => ({ statusCode: 204, duration: 9, error: null, signatures: 1 }),
    giveUpWebhook: ({ webhookDeliveryId, replay }) => ({
      about: {
        kind: 'webhook-given-up',
        ...{ webhookDeliveryId, runId: 'run_1', studyId: 'DEMO', host: 'hooks.invalid' },
        ...{ why: because('receiver-answered', { status: 500 }), occasion: String(replay) },
      },
      to: ['usr_1'],
      operators: true,
    }),
  };
}

/** One group of one recipient. */
export const ready = (groups?: Extract<OpenedRun, { state: 'ready' }>['groups']): OpenedRun => ({
  state: 'ready',
  formats: ['pdf'],
  parameters: {},
  groups: groups ?? [{ scope: { sites: 'all', unblinded: false }, recipients: ['usr_1'] }],
});
