/** Which of the files that were made for a run may be had (docs/quarantine.md). */
import type { ArtefactDocument, RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Finding } from '@rounds/contracts/gate';
import type { HeldOutput, RunStatus, ScopeOutput } from '@rounds/contracts/run';
import { maySee, scopeKey, type Scope } from '@rounds/contracts/scope';
import { isOperator, seesAll, type Caller } from '../auth/caller.ts';

/** A run that ended so had nothing that did not pass. */
const ALL_PASSED: readonly RunStatus[] = ['completed', 'partly-delivered', 'suppressed', 'unchanged'];

/** What tells a file from the others of its run. */
type MadeFile = Pick<ArtefactDocument, 'scope' | 'format' | 'sha256'>;

const holds = ({ artefacts, scope }: ScopeOutput, file: MadeFile): boolean =>
  scopeKey(scope) === scopeKey(file.scope) &&
  artefacts.some(({ format, sha256 }) => format === file.format && sha256 === file.sha256);

/** Of another end than these only what is known to have passed: a run may have failed before anybody looked. */
export const hasPassed = ({ status, outputs }: RunDocument, file: ArtefactDocument): boolean =>
  ALL_PASSED.includes(status) || outputs.some((output) => holds(output, file));

export const isHeldBack = ({ held = [] }: RunDocument, file: MadeFile): boolean =>
  held.some((output) => holds(output, file));

/** What the file says that it lacks; null for one that is whole. */
export const lackingOf = ({ outputs }: RunDocument, file: ArtefactDocument): readonly Finding[] | null =>
  outputs.find((output) => holds(output, file))?.lacking ?? null;

const mayTakeUp = (run: RunDocument, caller: Caller): boolean =>
  isOperator(caller) || run.requestedBy === caller.userId;

/**
 * What the gate held back, as far as the caller may know: operators and auditors of all of it, who asked for the run
 * of what their rights cover, anybody else of nothing.
 *
 * @param own what the caller may see of the study; null for nothing
 */
export const visibleHeld = (run: RunDocument, caller: Caller, own: Scope | null): readonly HeldOutput[] => {
  const { held = [] } = run;
  if (seesAll(caller)) return held;
  if (!mayTakeUp(run, caller) || own === null) return [];
  return held.filter(({ scope }) => maySee(own, scope));
};

/**
 * A file that was held back is only for who decides about it, and only when they say that they know.
 *
 * @throws RoundsError QUARANTINED, FORBIDDEN
 */
export const demandMayLook = (run: RunDocument, caller: Caller, isKnown: boolean): void => {
  if (!isKnown)
    throw new RoundsError(
      'QUARANTINED',
      'The check before sending held this file back. Who asked for the job, or an operator, looks at it with `quarantined=true` and releases it, or redrives the job.',
    );
  if (!mayTakeUp(run, caller))
    throw new RoundsError('FORBIDDEN', 'Only who asked for this job, or an operator, may look at it.');
};
