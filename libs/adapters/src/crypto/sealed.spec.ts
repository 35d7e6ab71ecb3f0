import { RoundsError } from '@rounds/contracts/errors';
import { parseKeyRing } from './key-ring.ts';
import { parseSecretKeys, seal, unseal } from './sealed.ts';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const ring = parseSecretKeys(`k1:${key(1)}`);

describe('a sealed secret', () => {
  it('is read again by the ring that sealed it, also after a rotation', () => {
    const sealed = seal(ring, 'whsec_abc');
    expect(unseal(ring, sealed)).toBe('whsec_abc');
    expect(unseal(parseSecretKeys(`k2:${key(2)},k1:${key(1)}`), sealed)).toBe('whsec_abc');
  });

  it('shows nothing of itself, and looks different each time', () => {
    const [one, two] = [seal(ring, 'whsec_abc'), seal(ring, 'whsec_abc')];
    expect(one).not.toContain('whsec');
    expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('whsec');
    expect(one).not.toBe(two);
  });

  it('cannot be read without its key, nor changed', () => {
    const sealed = seal(ring, 'whsec_abc');
    expect(() => unseal(parseSecretKeys(`k2:${key(2)}`), sealed)).toThrow(
      'encrypted under the key "k1", which ROUNDS_SECRET_KEYS does not hold',
    );
    expect(() => unseal(parseSecretKeys(`k1:${key(3)}`), sealed)).toThrow();
    const other = sealed.slice(0, 10) + (sealed[10] === 'A' ? 'B' : 'A') + sealed.slice(11);
    expect(() => unseal(ring, other)).toThrow();
  });
});

it.each(['', 'k1', `k1:${key(1)},k1:${key(2)}`, `:${key(1)}`, 'k1:c2hvcnQ='])(
  'a ring of %p is refused by the name of its variable',
  (text) => {
    expect(() => parseKeyRing('ROUNDS_SECRET_KEYS', text)).toThrow(RoundsError);
    expect(() => parseKeyRing('ROUNDS_SECRET_KEYS', text)).toThrow(/^ROUNDS_SECRET_KEYS: must be/);
  },
);
