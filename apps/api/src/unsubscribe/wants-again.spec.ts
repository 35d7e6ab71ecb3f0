import { wantsAgain } from './wants-again.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const part = (head: string, value: string): string =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const WISH = part('name="wish"', 'receive');
const END = '--b--\r\n';

it.each<[string, string | undefined, string]>([
  ['the button’s form', URLENCODED, 'wish=receive'],
  ['one that says its charset', `${URLENCODED}; charset=UTF-8`, 'wish=receive&other=1'],
  ['one in parts', MULTIPART, WISH + END],
  ['one in parts, beside a file', MULTIPART, part('name="a[b"; filename="x.txt"', 'text') + WISH + END],
])('%s wants them again', async (_what, mediaType, body) => {
  expect(await wantsAgain(Buffer.from(body), mediaType)).toBe(true);
});

it.each<[string, string | undefined, string]>([
  ['the other button', URLENCODED, 'wish=stop'],
  ['one click', URLENCODED, 'List-Unsubscribe=One-Click'],
  ['one click in parts', MULTIPART, part('name="List-Unsubscribe"', 'One-Click') + END],
  ['a file of that name', MULTIPART, part('name="wish"; filename="x.txt"', 'receive') + END],
  ['no part', MULTIPART, END],
  ['a form that is cut off', MULTIPART, WISH],
  ['no border', 'multipart/form-data', WISH + END],
  ['another kind', 'application/json', '{"wish":"receive"}'],
  ['no kind that there is', '§', 'wish=receive'],
  ['no kind at all', undefined, 'wish=receive'],
])('%s does not', async (_what, mediaType, body) => {
  expect(await wantsAgain(Buffer.from(body), mediaType)).toBe(false);
});

it('no body does not', async () => {
  expect(await wantsAgain(undefined, undefined)).toBe(false);
});
