import type { Me } from '../../../model/study.ts';
import { mayRemove } from './document.ts';

it('lets managers remove what is of their sites alone', () => {
  const me = (study: object, roles: Me['roles'] = []): Me =>
    ({ roles, studies: [{ id: 'S1', manages: true, sites: ['701'], ...study }] }) as unknown as Me;
  const may = (who: Me, siteId: string | null) => mayRemove(who, 'S1', { siteId, subject: null });
  expect([may(me({}), '701'), may(me({}), '702'), may(me({}), null)]).toEqual([true, false, false]);
  expect(may(me({ sites: 'all' }), null)).toBe(true);
  expect(may(me({ manages: false, sites: 'all' }), '701')).toBe(false);
  expect(may(me({ manages: false }, ['operator']), null)).toBe(true);
});
