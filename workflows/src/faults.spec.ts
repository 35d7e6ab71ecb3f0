import { ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import { isCertain, runFaultOf } from './faults.ts';

const gaveUp = (cause: Error): Error => new Error('Activity task failed', { cause });

describe('the fault of a run', () => {
  it.each([
    ['START_TO_CLOSE', 'took longer than the run time-out'],
    ['HEARTBEAT', 'fell silent'],
    ['SCHEDULE_TO_CLOSE', 'within the time that a run has'],
  ] as const)('says in words what timed out: %s', (type, words) => {
    const fault = runFaultOf(gaveUp(new TimeoutFailure('timed out', undefined, type)), 'generating-file');
    expect(fault).toMatchObject({ code: 'RUN_TIMED_OUT', step: 'generating-file' });
    expect(fault.message).toContain('The step generating-file');
    expect(fault.message).toContain(words);
    expect(isCertain(fault)).toBe(false);
  });

  it('is the last thing that went wrong, where a stage said so before its time was over', () => {
    const said = ApplicationFailure.create({ type: 'DEPENDENCY_DOWN', message: 'MongoDB does not answer.' });
    const timedOut = Object.assign(new TimeoutFailure('timed out', undefined, 'SCHEDULE_TO_CLOSE'), {
      cause: said,
    });
    expect(runFaultOf(gaveUp(timedOut), 'fetching-data')).toMatchObject({ code: 'DEPENDENCY_DOWN' });
  });

  it('shows nothing of an error that nobody named', () => {
    const fault = runFaultOf(gaveUp(new Error('E11000 { email: "jane@example.org" }')), 'fetching-data');
    expect(fault).toEqual({
      ...{ code: 'INTERNAL', message: 'An unexpected fault in the step fetching-data.' },
      step: 'fetching-data',
    });
  });
});
