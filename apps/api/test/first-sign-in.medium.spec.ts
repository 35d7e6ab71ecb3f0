/** A page asks several things at once when somebody signs in for the first time. */
import { openApiBed, type ApiBed } from './api-bed.ts';

let bed: ApiBed;

beforeAll(async () => {
  bed = await openApiBed('first-sign-in', { workers: false });
  await bed.addStudy('S1');
});
afterAll(() => bed.close());

it.each(['that was made by the address alone', 'that is made then'])(
  'opens the account %s, however much is asked at once',
  async (kind) => {
    for (let each = 0; each < 20; each += 1) {
      const as = `${kind.replaceAll(' ', '-')}-${each}@example.org`;
      if (kind === 'that was made by the address alone') await bed.grant(as, 'S1');
      const asked = ['/me', '/me/reports', '/subscriptions', '/studies', '/jobs'];
      const answers = await Promise.all(asked.map((path) => bed.call('GET', `/api/v1${path}`, { as })));
      expect([as, ...answers.map(({ status, text }) => (status === 200 ? 200 : text))]).toEqual([
        as,
        200,
        200,
        200,
        200,
        200,
      ]);
    }
  },
);
