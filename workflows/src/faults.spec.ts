import { ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import { isCertain, runFaultOf } from './faults.ts';
import { asTold, because } from '@rounds/contracts/why';

const gaveUp = (cause: Error): Error => new Error('Activity task failed', { cause });

describe('the fault of a run', () => {
  it.each([
    ['START_TO_CLOSE', 'step-too-long'],
    ['HEARTBEAT', 'step-silent'],
    ['SCHEDULE_TO_CLOSE', 'step-out-of-time'],
  ] as const)('says what timed out: %s', (type, code) => {
    const fault = runFaultOf(gaveUp(new TimeoutFailure('timed out', undefined, type)), 'generating-file');
    const step = 'generating-file';
    expect(fault).toEqual({ code: 'RUN_TIMED_OUT', why: because(code, { step }), step });
    expect(isCertain(fault)).toBe(false);
  });

  it('is the last thing that went wrong, where a stage said so before its time was over', () => {
    const said = ApplicationFailure.create({ type: 'DEPENDENCY_DOWN', message: 'MongoDB does not answer.' });
    const timedOut = Object.assign(new TimeoutFailure('timed out', undefined, 'SCHEDULE_TO_CLOSE'), {
      cause: said,
    });
    expect(runFaultOf(gaveUp(timedOut), 'fetching-data')).toMatchObject({ code: 'DEPENDENCY_DOWN' });
  });

  it('is what the stage says by code, else what it said in words', () => {
    const why = because('server-silent', { server: 'MongoDB', symptom: 'ECONNREFUSED' });
    const said = { type: 'DEPENDENCY_DOWN', message: 'MongoDB does not answer.' };
    const coded = ApplicationFailure.create({ ...said, details: [why] });
    expect(runFaultOf(gaveUp(coded), 'fetching-data').why).toEqual(why);
    expect(runFaultOf(gaveUp(ApplicationFailure.create(said)), 'fetching-data').why).toEqual(
      asTold(said.message),
    );
  });

  it('shows nothing of an error that nobody named', () => {
    const fault = runFaultOf(gaveUp(new Error('E11000 { email: "jane@example.org" }')), 'fetching-data');
    expect(fault).toEqual({
      ...{ code: 'INTERNAL', why: because('step-unexpected', { step: 'fetching-data' }) },
      step: 'fetching-data',
    });
  });
});
