import type { Desired, SubscriptionView } from '@rounds/contracts/messages';
import { inShort, type Why } from '@rounds/contracts/why';
import { log } from '@temporalio/workflow';
import { records } from './stages.ts';

type Told = Pick<SubscriptionView, 'appliedRevision' | 'nextRunAt' | 'zones' | 'made'>;

/**
 * The subscription's record in the database, kept informed of what the workflow did. One that is away holds up no
 * run, and one that refuses ends no subscription: reconciliation compares the two again.
 */
export class SubscriptionRecord {
  /** What the record is to be told, and what it was told last; a background task brings them together. */
  private news: Told | undefined;
  private told = '';
  private isTelling = false;
  private readonly subscriptionId: string;

  constructor(subscriptionId: string) {
    this.subscriptionId = subscriptionId;
  }

  /** Something is still to be written. */
  get isBusy(): boolean {
    return this.isTelling;
  }

  /** In the background. */
  tell(told: Told): void {
    this.news = told;
    if (!this.isTelling) void this.catchUp();
  }

  async end(view: Told, why: Why): Promise<void> {
    await this.write(view, { ended: inShort(why), why });
  }

  /** @returns the wish as the record now holds it, null when the record refused */
  async steer(action: 'pause' | 'resume' | 'cancel'): Promise<Desired | null> {
    return this.tolerate(() => records.recordSteering({ subscriptionId: this.subscriptionId, action }));
  }

  private async catchUp(): Promise<void> {
    this.isTelling = true;
    for (let news = this.news; news !== undefined && this.told !== keyOf(news); news = this.news) {
      await this.write(news, {});
      this.told = keyOf(news);
    }
    this.isTelling = false;
  }

  private async write(
    { appliedRevision, nextRunAt, zones, made }: Told,
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
const keyOf = ({ appliedRevision, nextRunAt, zones }: Told): string =>
  `${String(appliedRevision)} ${String(nextRunAt)} ${String(zones)}`;
