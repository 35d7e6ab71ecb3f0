/** OpenFeature over the collection `flags`: whoever asks knows OpenFeature alone, and another provider may come. */
import {
  ErrorCode,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
} from '@openfeature/server-sdk';
import type { FlagsRepository } from '@rounds/adapters/mongo/flags.repository';
import { FLAGS, undecided, type FlagDocument, type FlagName } from '@rounds/contracts/flag';
import { evaluate } from './evaluate.ts';

/** A change of an operator reaches every process within it. */
export const FLAGS_KEPT_MS = 3_000;

type Decided = ReadonlyMap<FlagName, FlagDocument>;

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name);

const notBoolean = <T>(value: T): Promise<ResolutionDetails<T>> =>
  Promise.resolve({ value, reason: 'ERROR', errorCode: ErrorCode.TYPE_MISMATCH });

export class MongoFlagProvider implements Provider {
  readonly metadata = { name: 'rounds-mongodb' };
  readonly runsOn = 'server';
  private kept: { readonly until: number; readonly flags: Promise<Decided> } | undefined;

  constructor(
    private readonly flags: Pick<FlagsRepository, 'all'>,
    private readonly now: () => number,
  ) {}

  async resolveBooleanEvaluation(
    name: string,
    defaultValue: boolean,
    { targetingKey }: EvaluationContext,
  ): Promise<ResolutionDetails<boolean>> {
    if (!isFlag(name)) return { value: defaultValue, reason: 'ERROR', errorCode: ErrorCode.FLAG_NOT_FOUND };
    const flag = (await this.current()).get(name) ?? undecided(name);
    return evaluate(flag, targetingKey);
  }

  resolveStringEvaluation(_name: string, value: string): Promise<ResolutionDetails<string>> {
    return notBoolean(value);
  }

  resolveNumberEvaluation(_name: string, value: number): Promise<ResolutionDetails<number>> {
    return notBoolean(value);
  }

  resolveObjectEvaluation<T extends JsonValue>(_name: string, value: T): Promise<ResolutionDetails<T>> {
    return notBoolean(value);
  }

  forget(): void {
    this.kept = undefined;
  }

  /** One query serves all that ask meanwhile. One that failed serves nobody. */
  private current(): Promise<Decided> {
    if (this.kept !== undefined && this.kept.until > this.now()) return this.kept.flags;
    const flags = this.flags.all().then((all) => new Map(all.map((flag) => [flag._id, flag])));
    this.kept = { until: this.now() + FLAGS_KEPT_MS, flags };
    flags.catch(() => {
      this.forget();
    });
    return flags;
  }
}
