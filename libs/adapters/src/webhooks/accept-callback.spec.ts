import { callback } from '@rounds/contracts/callback';
import { RoundsError } from '@rounds/contracts/errors';
import { brokenRules } from '@rounds/contracts/input';
import { parseSecretKeys, unseal } from '../crypto/sealed.ts';
import { acceptCallback } from './accept-callback.ts';

const keys = parseSecretKeys(`k1:${Buffer.alloc(32, 1).toString('base64')}`);
const STRICT = { allowHttp: false, allowPrivate: false };
const SECRET = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;

const rulesOf = (wanted: unknown): string[] =>
  brokenRules(callback, wanted).map(({ field, rule }) => `${field} ${rule}`);

const faultsOf = (urls: { url: string; onSuccess?: string; onFailure?: string }): string[] => {
  try {
    acceptCallback(urls, STRICT, keys);
    return [];
  } catch (error) {
    if (!(error instanceof RoundsError)) throw error;
    return error.fields.map(({ field, rule }) => `${field} ${rule}`);
  }
};

describe('a callback', () => {
  it('keeps its secret sealed', () => {
    const stored = acceptCallback({ url: 'https://a.example/x', secret: SECRET }, STRICT, keys);
    expect(JSON.stringify(stored)).not.toContain(SECRET);
    expect(unseal(keys, stored.sealedSecret ?? '')).toBe(SECRET);
  });

  it('names each address that is not allowed, and why', () => {
    const urls = {
      url: 'http://a.example',
      onSuccess: 'https://127.0.0.1/x',
      onFailure: 'https://localhost',
    };
    expect(faultsOf(urls)).toEqual([
      'callback.url must begin with https://',
      'callback.onSuccess must not lead to a private address',
      'callback.onFailure must not lead to a private address',
    ]);
    expect(faultsOf({ url: 'https://a.example' })).toEqual([]);
    expect(() => acceptCallback(urls, { allowHttp: true, allowPrivate: true }, keys)).not.toThrow();
  });

  it('has addresses and a secret of the right shape', () => {
    expect(rulesOf({ url: 'https://a.example/x', secret: SECRET })).toEqual([]);
    expect(rulesOf({ url: 'ftp://a.example' })[0]).toBe(
      'url must be an address like https://example.org/hooks',
    );
    expect(rulesOf({ url: 'https://user:pass@a.example' })[0]).toContain('no user name or password');
    expect(rulesOf({ url: 'https://a.example', more: 1 })).toHaveLength(1);
    for (const secret of ['short', `whsec_${Buffer.alloc(23).toString('base64')}`, 'whsec_!'.padEnd(50, '!')])
      expect(rulesOf({ url: 'https://a.example', secret })[0]).toContain('base64 of 24 to 64 random bytes');
    const longest = `whsec_${Buffer.alloc(64).toString('base64')}`;
    expect(rulesOf({ url: 'https://a.example', secret: longest })).toEqual([]);
  });
});
