import type { Desired, SubscriptionView } from '@rounds/contracts/messages';
import { inShort, type Why } from '@rounds/contracts/why';
import { log } from '@temporalio/workflow';
import { records } from './stages.ts';

type View = Pick<SubscriptionView, 'appliedRevision' | 'nextRunAt' | 'zones' | 'made'>;

/**
 * The subscription's record in the database, kept informed of what the workflow did. One that is away holds up no
 * run, and one that refuses ends no subscription: reconciliation compares the two again.
 */
export class SubscriptionRecord {
  /** What is to be written to the record, and what was written last; a background task brings them together. */
  private latest: View | undefined;
  private written = '';
  private isWriting = false;
  private readonly subscriptionId: string;

  constructor(subscriptionId: string) {
    this.subscriptionId = subscriptionId;
  }

  /** Something is still to be written. */
  get isBusy(): boolean {
    return this.isWriting;
  }

  /** In the background. */
  update(view: View): void {
    this.latest = view;
    if (!this.isWriting) void this.catchUp();
  }

  async end(view: View, why: Why): Promise<void> {
    await this.write(view, { ended: inShort(why), why });
  }

  /** @returns the change as the record now holds it, null when the record refused */
  async steer(action: 'pause' | 'resume' | 'cancel'): Promise<Desired | null> {
    return this.tolerate(() => records.recordSteering({ subscriptionId: this.subscriptionId, action }));
  }

  private async catchUp(): Promise<void> {
    this.isWriting = true;
    for (let view = this.latest; view !== undefined && this.written !== keyOf(view); view = this.latest) {
      await this.write(view, {});
      this.written = keyOf(view);
    }
    this.isWriting = false;
  }

  private async write(
    { appliedRevision, nextRunAt, zones, made }: View,
    more: { readonly ended?: string; readonly why?: Why },
  ): Promise<void> {
    const { subscriptionId } = this;
    const next = {
      ...(nextRunAt === null ? {} : { nextRunAt }),
      ...(zones === undefined ? {} : { zones }),
      ...(made === undefined ? {} : { made }),
    };
    await this.tolerate(() =>
      records.recordSubscription({ subscriptionId, appliedRevision, ...next, ...more }),
    );
  }

  private async tolerate<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      log.warn('the record was not written', { error });
      return null;
    }
  }
}

/** A day is made with a new next run only. */
const keyOf = ({ appliedRevision, nextRunAt, zones }: View): string =>
  `${String(appliedRevision)} ${String(nextRunAt)} ${String(zones)}`;
