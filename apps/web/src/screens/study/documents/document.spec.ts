import type { Me } from '../../../model/study.ts';
import { mayRemove, sizeWords } from './document.ts';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_540, '1.5 kB'],
  [12_345_678, '12.3 MB'],
  [5_000_000_000, '5,000 MB'],
])('says %s bytes as %s', (bytes, said) => {
  expect(sizeWords({ locale: 'en-GB' }, bytes)).toBe(said);
});

it('says nothing of a size that is not told', () => {
  expect(sizeWords({ locale: 'en-GB' }, null)).toBe('–');
});

it('lets managers remove what is of their sites alone', () => {
  const me = (study: object, roles: Me['roles'] = []): Me =>
    ({ roles, studies: [{ id: 'S1', manages: true, sites: ['701'], ...study }] }) as unknown as Me;
  const may = (who: Me, siteId: string | null) => mayRemove(who, 'S1', { siteId, subject: null });
  expect([may(me({}), '701'), may(me({}), '702'), may(me({}), null)]).toEqual([true, false, false]);
  expect(may(me({ sites: 'all' }), null)).toBe(true);
  expect(may(me({ manages: false, sites: 'all' }), '701')).toBe(false);
  expect(may(me({ manages: false }, ['operator']), null)).toBe(true);
});
