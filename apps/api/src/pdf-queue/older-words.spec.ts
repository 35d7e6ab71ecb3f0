import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { failureAddress, OLDER_PRIORITY, priorityOf, refusal } from './older-words.ts';

describe('priorityOf', () => {
  it.each([
    ['high', 'high'],
    ['URGENT', 'high'],
    ['medium', 'normal'],
    [' bulk ', 'low'],
    [0, 'normal'],
    [1, 'high'],
    [3, 'high'],
    [4, 'normal'],
    [6, 'normal'],
    [7, 'low'],
    [1000, 'low'],
    ['2', 'high'],
    ['10', 'low'],
    [-1, undefined],
    [1.5, undefined],
    ['soon', undefined],
    ['', 'normal'],
    ['toString', undefined],
  ])('%p is %p', (written, priority) => {
    expect(priorityOf(written)).toBe(priority);
  });
});

describe('the schema’s pattern of a priority', () => {
  const pattern = new RegExp(OLDER_PRIORITY, 'u');
  it.each(['', ' ', 'high', 'URGENT', ' Bulk ', 'medium\t', '0', '007', ' 12 ', '9'.repeat(15)])(
    'takes %j, as the queue does',
    (text) => {
      expect([pattern.test(text), priorityOf(text) !== undefined]).toEqual([true, true]);
    },
  );

  it.each(['9'.repeat(400), '-1', '1.5', 'soon', 'toString', 'high low', 'highest', 'bul\u212a'])(
    'refuses %j, as the queue does',
    (text) => {
      expect([pattern.test(text), priorityOf(text)]).toEqual([false, undefined]);
    },
  );
});

describe('failureAddress', () => {
  it.each([
    ['https://n8n.example.org/webhook/pdf-complete', 'https://n8n.example.org/webhook/pdf-failed'],
    ['https://n8n.example.org/pdf-complete/7?key=a', 'https://n8n.example.org/pdf-failed/7?key=a'],
    ['https://n8n.example.org/webhook/done', undefined],
    ['https://n8n.example.org/done?next=/pdf-complete', undefined],
  ])('beside %s is %s', (url, beside) => {
    expect(failureAddress(url)).toBe(beside);
  });
});

it('a refusal names the fields that the caller wrote', () => {
  const fields = ['studyId', 'templateId', 'callback.url'].map((field) => broken(field, 'required'));
  const told = refusal(new RoundsError('INVALID_INPUT', 'No.', { fields, retryAfterMs: 5 }));
  expect((told as RoundsError).fields.map(({ field }) => field)).toEqual([
    'productId',
    'code',
    'callback.url',
  ]);
  expect((told as RoundsError).retryAfterMs).toBe(5);
});
