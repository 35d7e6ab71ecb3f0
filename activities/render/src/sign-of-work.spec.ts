import { begin, signOfWork, signsOfTask, watchSigns } from './sign-of-work.ts';

it('tells a task that waits or works from one that hangs', () => {
  const signs = signsOfTask();
  const isAtWork = watchSigns(signs);
  expect([isAtWork(), isAtWork()]).toEqual([true, true]);
  begin(signs);
  expect(isAtWork()).toBe(false);
  signOfWork();
  signOfWork();
  expect([isAtWork(), isAtWork()]).toEqual([true, false]);
  // The next task of the same thread.
  begin(signsOfTask());
  signOfWork();
  expect(isAtWork()).toBe(false);
});
