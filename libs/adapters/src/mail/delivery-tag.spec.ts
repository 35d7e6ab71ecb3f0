import { deliveryIdOf, deliveryTags } from './delivery-tag.ts';

it('a row is found again by the tag of its mail', () => {
  const id = 'sub_0123456789abcdef01234567.2026-11-23|usr_0123456789abcdef01234567|email';
  const [tag] = deliveryTags(id);
  expect(tag?.value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(deliveryIdOf({ [tag?.name ?? '']: tag?.value ?? '' })).toBe(id);
});

it('a row whose id is too long has none, and a mail of others names none', () => {
  expect(deliveryTags('x'.repeat(200))).toEqual([]);
  expect(deliveryIdOf({ campaign: 'x' })).toBeNull();
  expect(deliveryIdOf(undefined)).toBeNull();
});
