/**
 * The gate before sending (docs/quarantine.md): what was drawn is read back and compared with the dataset before
 * anybody gets it. What does not pass waits for a person, or is drawn anew and says itself what it lacks.
 */
import type { RenderInput } from '@rounds/contracts/activities';
import { MOST_FINDINGS, type Finding } from '@rounds/contracts/gate';
import type { HeldOutput, IncompletePolicy, RunFault, ScopeOutput } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import type { Run } from './run.ts';

/** Runs that began before there was a gate go on without it. */
export const GATE = 'a-gate-before-sending';

export const isHeld = (output: ScopeOutput | HeldOutput): output is HeldOutput => 'findings' in output;

/** Draws the files of one scope, and lets them pass or not. */
export const drawAndInspect = async (
  run: Run,
  input: RenderInput,
  policy: IncompletePolicy = 'quarantine',
): Promise<ScopeOutput | HeldOutput> => {
  const whole = await drawOnce(run, input, policy === 'strict');
  if (!isHeld(whole) || policy !== 'partial' || isBeyondTelling(whole.findings)) return whole;
  const partial = await drawOnce(run, { ...input, lacking: whole.findings });
  if (!isHeld(partial)) return partial;
  // Marked or not: something is wrong with it that its first page does not say.
  return { ...partial, findings: [...whole.findings, ...partial.findings] };
};

const drawOnce = async (run: Run, input: RenderInput, strict = false): Promise<ScopeOutput | HeldOutput> => {
  const { scope, language, lacking } = input;
  const artefacts = await run.stages.render.render(input);
  const output = {
    ...{ scope, artefacts },
    ...(language === undefined ? {} : { language }),
    ...(lacking === undefined ? {} : { lacking }),
  };
  if (!run.isGated) return output;
  const findings = await run.stages.render.inspect({ ...input, artefacts, ...(strict && { strict }) });
  return findings.length === 0 ? output : { ...output, findings };
};

/** There may be more than were counted, so a page that names these would be silent about the others. */
const isBeyondTelling = (findings: readonly Finding[]): boolean => findings.length >= MOST_FINDINGS;

/** Why the run stands still; what was found is in its record. */
export const quarantineOf = ({ held, outputs }: Run): RunFault => {
  const checks = new Map<string, number>();
  for (const { check } of held.flatMap(({ findings }) => findings))
    checks.set(check, (checks.get(check) ?? 0) + 1);
  const found = [...checks].map(([check, count]) => `${check} ${String(count)}`).join(', ');
  return {
    code: 'QUARANTINED',
    why: because('held-back', { held: held.length, all: held.length + outputs.length, found }),
    // Where it was held, also when others were mailed theirs since: there a redrive goes on.
    step: 'generating-file',
  };
};
