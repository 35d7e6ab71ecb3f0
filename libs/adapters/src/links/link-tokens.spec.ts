import {
  hashToken,
  linkToken,
  linkUrl,
  noticeToken,
  noticeUrl,
  parseNoticeToken,
  parseUnsubscribeToken,
  unsubscribeToken,
  unsubscribeUrl,
} from './link-tokens.ts';

const SECRET = 'a secret of at least thirty-two characters';
const OTHER_SECRET = 'another secret of thirty-two characters!';

describe('link tokens', () => {
  it('are the same for the same run and recipient, so that a rebuilt mail has equal bytes', () => {
    expect(linkToken(SECRET, 'run-1', 'usr_a')).toBe(linkToken(SECRET, 'run-1', 'usr_a'));
    expect(linkToken(SECRET, 'run-1', 'usr_a')).toMatch(/^[\w-]{43}$/);
  });

  it('differ by run, recipient and secret, also where the concatenation would be equal', () => {
    const tokens = [
      linkToken(SECRET, 'run-1', 'usr_a'),
      linkToken(SECRET, 'run-2', 'usr_a'),
      linkToken(SECRET, 'run-1', 'usr_b'),
      linkToken(SECRET, 'run-1u', 'sr_a'),
      linkToken(OTHER_SECRET, 'run-1', 'usr_a'),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('are stored as hashes that do not show them', () => {
    const token = linkToken(SECRET, 'run-1', 'usr_a');
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken(token)).not.toContain(token);
    expect(linkUrl('https://rounds.example.org', token)).toBe(`https://rounds.example.org/r/${token}`);
  });
});

describe('unsubscribe tokens', () => {
  const token = unsubscribeToken(SECRET, 'sub_1', 'usr_a');

  it('name the subscription and the user', () => {
    expect(parseUnsubscribeToken(SECRET, token)).toEqual({ subscriptionId: 'sub_1', userId: 'usr_a' });
    expect(unsubscribeUrl('https://rounds.example.org', token)).toMatch(/\/u\/[\w.-]+$/);
  });

  it.each([
    ['another secret', unsubscribeToken(OTHER_SECRET, 'sub_1', 'usr_a')],
    ['changed ids', `${Buffer.from('["sub_1","usr_b"]').toString('base64url')}.${token.split('.')[1] ?? ''}`],
    ['no signature', token.split('.')[0] ?? ''],
    ['a signature with something behind it', `${token}x`],
    ['a link token', linkToken(SECRET, 'sub_1', 'usr_a')],
    ['ids that are not JSON', 'bm90IGpzb24.abc'],
    ['ids that are not strings', `${Buffer.from('[1,2]').toString('base64url')}.abc`],
    ['nothing', ''],
  ])('are refused with %s', (_what, forged) => {
    expect(parseUnsubscribeToken(SECRET, forged)).toBeNull();
  });
});

describe('tokens of notices’ pages', () => {
  const page = { kind: 'job', id: 'run_1', userId: 'usr_a', until: '2026-12-30' } as const;
  const token = noticeToken(SECRET, page);

  it('name what the page is about and its reader', () => {
    expect(parseNoticeToken(SECRET, token)).toEqual(page);
    expect(noticeUrl('https://rounds.example.org', token)).toMatch(/\/n\/[\w.-]+$/);
  });

  it.each([
    ['another secret', noticeToken(OTHER_SECRET, page)],
    [
      'another reader',
      `${Buffer.from('["job","run_1","usr_b","2026-12-30"]').toString('base64url')}.${token.split('.')[1] ?? ''}`,
    ],
    [
      'a later day',
      `${Buffer.from('["job","run_1","usr_a","2030-12-30"]').toString('base64url')}.${token.split('.')[1] ?? ''}`,
    ],
    ['the signature of an unsubscribe link', unsubscribeToken(SECRET, 'run_1', 'usr_a')],
    ['nothing', ''],
  ])('are refused with %s', (_what, forged) => {
    expect(parseNoticeToken(SECRET, forged)).toBeNull();
    expect(parseUnsubscribeToken(SECRET, token)).toBeNull();
  });
});
