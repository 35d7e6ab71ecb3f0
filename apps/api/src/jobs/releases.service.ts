import { Inject, Injectable } from '@nestjs/common';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import type { HeldOutput, ScopeOutput } from '@rounds/contracts/run';
import { isOperator, type Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { visibleHeld } from './gated-files.ts';
import { Redrives } from './redrive.service.ts';

const passed = ({ scope, language, artefacts, lacking }: HeldOutput): ScopeOutput => ({
  ...{ scope, artefacts },
  ...defined({ language, lacking }),
});

/** Sends what the gate held back, on the word of a person. */
@Injectable()
export class Releases {
  constructor(
    @Inject(Redrives) private readonly redrives: Redrives,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The very files that were held are sent to those who do not have theirs yet. Whoever calls it has checked that the
   * caller may steer the run.
   *
   * @returns the run, queued again
   * @throws RoundsError CONFLICT when it is not quarantined or as `Redrives.takeUp` does, FORBIDDEN for who may not
   * see all that they would send
   */
  async release(caller: Caller, run: RunDocument, reason: string): Promise<RunDocument> {
    const { held = [], outputs } = run;
    if (run.status !== 'quarantined')
      throw new RoundsError('CONFLICT', `Only a quarantined job can be released: this one is ${run.status}.`);
    await this.demandSeesIt(caller, run);
    const findings = held.reduce((sum, each) => sum + each.findings.length, 0);
    const details = { reason, reports: held.length, findings, redrives: (run.redrives ?? 0) + 1 };
    return this.redrives.takeUp(caller, run, {
      kept: { outputs: [...outputs, ...held.map(passed)] },
      release: { by: caller.userId, at: new Date(this.now()), reason },
      deed: { action: 'job.release', details },
    });
  }

  /** Operators answer for every run; anybody else only for what they could look at. */
  private async demandSeesIt(caller: Caller, run: RunDocument): Promise<void> {
    if (isOperator(caller)) return;
    const own = await this.rights.findScope(run.studyId, caller.userId);
    if (visibleHeld(run, caller, own).length < (run.held ?? []).length)
      throw new RoundsError(
        'FORBIDDEN',
        'What was held back was made for more than your rights on the study cover: ask an operator.',
      );
  }
}
