/** Small: the real painter in its own process. */
import { LANGUAGES } from '@rounds/contracts/language';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import sharp from 'sharp';
import { deriveImage } from './derive-image.ts';
import { drawSvg, isSvg } from './svg.ts';
import { withoutVariables } from './svg-variables.ts';
import { inWords } from '../testing/in-words.ts';

const svg = (body: string, { size = 40, before = '' } = {}): Buffer =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" height="${size}">${body}</svg>`,
  );

const derive = async (bytes: Buffer) => {
  const derivation = await deriveImage(bytes, () => Promise.reject(new Error('not called')));
  if ('refused' in derivation) return inWords(derivation);
  const { data, info } = await sharp(derivation.jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  return { ...derivation.derived, at };
};

const shown = async (bytes: Buffer) => {
  const derivation = await derive(bytes);
  if ('refused' in derivation) throw new Error(derivation.refused);
  return derivation;
};

describe('an SVG', () => {
  it('is known by what is in it', () => {
    expect(isSvg(svg(''))).toBe(true);
    expect(isSvg(svg('', { before: '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n' }))).toBe(true);
    expect(isSvg(Buffer.from('<html><svg></svg></html>'))).toBe(false);
    expect(isSvg(Buffer.from('a text on <svg>'))).toBe(false);
  });

  it('is drawn larger than it says, as it loses nothing, and smaller where it says too much', async () => {
    const half = '<rect width="50%" height="100%" fill="#c03020"/>';
    const small = await shown(svg(half));
    expect(small).toMatchObject({ width: 160, height: 160 });
    expect(small.at(10, 10)).toEqual([
      expect.closeTo(192, -1),
      expect.closeTo(48, -1),
      expect.closeTo(32, -1),
    ]);
    expect(small.at(150, 10)).toEqual([255, 255, 255]);
    expect(await shown(svg(half, { size: 30_000 }))).toMatchObject({ width: 1600, height: 1600 });
  });

  it('has its letters, which need typefaces that a server has not', async () => {
    const text = await shown(
      svg('<text y="30" font-size="20" font-family="Arial">ALT 患者</text>', { size: 90 }),
    );
    expect(text.flat).toBeUndefined();
  });

  it('takes a link, a fragment and a picture that it holds itself for its own', async () => {
    const pixel = (
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#c03020' } })
        .png()
        .toBuffer()
    ).toString('base64');
    const whole = await shown(
      svg(
        `<defs><rect id="r" width="9" height="9" fill="url(#g)"/></defs><a href="https://example.org"><use xlink:href="#r"/></a><image href="data:image/png;base64,${pixel}" width="20" height="20"/>`,
      ),
    );
    expect(whole.at(60, 60)).toEqual([
      expect.closeTo(192, -1),
      expect.closeTo(48, -1),
      expect.closeTo(32, -1),
    ]);
  });

  it('runs no script', async () => {
    expect(await shown(svg('<script>while (true);</script><rect width="20" height="20"/>'))).toMatchObject({
      width: 160,
    });
  });

  const entities = Array.from(
    { length: 8 },
    (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
  ).join('');
  const uses = Array.from(
    { length: 9 },
    (_, index) => `<g id="g${index + 1}">${`<use xlink:href="#g${index}"/>`.repeat(10)}</g>`,
  ).join('');

  it.each([
    ['an address', svg('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'), /outside/],
    ['a file', svg('<image xlink:href="file:///etc/hostname" width="9" height="9"/>'), /outside/],
    ['a neighbour', svg('<use href="other.svg#a"/>'), /outside/],
    ['a style sheet', svg('<style>@import "x.css";</style>'), /outside/],
    ['a fill', svg('<rect width="9" height="9" fill="url(http://127.0.0.1:9/x.svg#a)"/>'), /outside/],
    [
      'an entity',
      svg('<text>&x;</text>', { before: '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' }),
      /outside/,
    ],
    [
      'a web page',
      svg(
        '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>',
      ),
      /web page/,
    ],
    [
      'entities that grow',
      svg('<text>&e8;</text>', { before: `<!DOCTYPE svg [<!ENTITY e0 "aaaaaaaaaa">${entities}]>` }),
      /more time or memory/,
    ],
    ['depth', svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000)), /more time or memory/],
    ['no size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /damaged/],
    ['half of it', svg('<rect width="9" height="9"/>').subarray(0, 120), /damaged|not complete/],
  ])('is refused for %s', async (_, bytes, reason) => {
    expect(await derive(bytes)).toEqual({ refused: expect.stringMatching(reason) as string });
  });

  it('that keeps its painter busy is stopped, and the painter with it', async () => {
    const grown = svg(`<g id="g0"><rect width="5" height="5"/></g>${uses}`);
    await expect(drawSvg(grown, 1)).rejects.toMatchObject({
      reason: { code: 'takes-too-long', values: { seconds: 1 } },
    });
  });
});

const BLUE = [expect.closeTo(0, -1), expect.closeTo(0, -1), expect.closeTo(255, -1)];
const WHITE = [255, 255, 255];

describe('the size of an SVG', () => {
  const drawing = (attributes: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="3" height="1" fill="blue"/></svg>`,
    );

  it.each([
    ['viewBox="0 0 3 2"', { width: 1600, height: 1067 }],
    ['width="100%" height="100%" viewBox="0 0 3 2"', { width: 1600, height: 1067 }],
    ['width="auto" height="auto" viewBox="0,0,3,2"', { width: 1600, height: 1067 }],
    ['viewBox="0 0 0.003 0.002"', { width: 1600, height: 1067 }],
    ['viewBox="0 0 90000 60000"', { width: 1600, height: 1067 }],
    ["width='300' viewBox='0 0 3 2'", { width: 1200, height: 800 }],
    ['width="2in" height="1in" viewBox="0 0 3 2"', { width: 1600, height: 800 }],
    ['width="90" height="60"', { width: 360, height: 240 }],
  ])('that says %s is sensible', async (attributes, size) => {
    expect(await derive(drawing(attributes))).toMatchObject(size);
  });

  it('fills its box as preserveAspectRatio says', async () => {
    const of = (more: string) =>
      shown(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 4 2" ${more}><rect width="4" height="2" fill="blue"/></svg>`,
        ),
      );
    expect((await of('')).at(80, 10)).toEqual(WHITE);
    expect((await of('preserveAspectRatio="none"')).at(80, 10)).toEqual(BLUE);
  });
});

describe('variables in an SVG', () => {
  const rect = '<rect class="r" width="40" height="20"/>';

  it.each([
    ['of :root', `<style>:root{--c:blue}.r{fill:var(--c)}</style>${rect}`],
    ['in capitals of the rule', `<style>SVG { --c : blue !important; } .r{fill:var( --c )}</style>${rect}`],
    ['of a CDATA section', `<style><![CDATA[:root{--c:blue} .r{fill:var(--c)}]]></style>${rect}`],
    ['of another', `<style>:root{--a:blue;--c:var(--a)}.r{fill:var(--c)}</style>${rect}`],
    ['that are not set, with a fallback', `<style>.r{fill:var(--none, blue)}</style>${rect}`],
    [
      'with a variable as fallback',
      `<style>:root{--b:blue}.r{fill:var(--none, var(--b, red))}</style>${rect}`,
    ],
    ['in an attribute', '<style>:root{--c:blue}</style><rect width="40" height="20" fill="var(--c)"/>'],
    ['in a style', '<style>:root{--c:blue}</style><rect width="40" height="20" style="fill:var(--c);"/>'],
    [
      'of an element around',
      '<g style="--c:red"><g style="--c: blue"><rect width="40" height="20" fill="var(--c)"/></g></g>',
    ],
    [
      'of an element before',
      '<style>:root{--c:blue}</style><g style="--c:red"/><rect width="40" height="20" fill="var(--c)"/>',
    ],
    [
      'of the light',
      `<style>:root{--c:blue}@media (prefers-color-scheme: dark){:root{--c:red}}.r{fill:var(--c)}</style>${rect}`,
    ],
    [
      'that look like a comment',
      `<style>/* :root{--c:red} */:root{--c:blue}.r{fill:var(--c)}</style>${rect}`,
    ],
  ])('are resolved: %s', async (_, body) => {
    const picture = await shown(svg(body));
    expect(picture.at(80, 40)).toEqual(BLUE);
    expect(picture.at(80, 120)).toEqual(WHITE);
  });

  it('are those of its own style', async () => {
    const own = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" style="--c:blue"><style>.r{fill:var(--c)}</style>${rect}</svg>`,
    );
    expect((await shown(own)).at(80, 40)).toEqual(BLUE);
  });

  it.each([
    ['is not set', `<style>.r{fill:var(--c)}</style>${rect}`, /does not set \(--c\)/],
    ['is a circle', `<style>:root{--c:var(--c)}.r{fill:var(--c)}</style>${rect}`, /does not set \(--c\)/],
    [
      'is set by a class',
      `<style>.a{--c:red}.r{fill:var(--c)}</style>${rect}`,
      /parts of the drawing \(--c\)/,
    ],
    [
      'is set for another size',
      `<style>:root{--c:red}@media (min-width:9px){:root{--c:blue}}.r{fill:var(--c)}</style>${rect}`,
      /parts/,
    ],
    [
      'is set around what a rule draws',
      `<style>:root{--c:red}.r{fill:var(--c)}</style><g style="--c:blue">${rect}</g>`,
      /parts/,
    ],
    ['is computed', '<rect width="calc(20px + 5%)" height="9"/>', /function of style sheets \(calc\)/],
    [
      'is mixed',
      '<style>rect{fill:color-mix(in srgb, red, blue)}</style><rect width="9" height="9"/>',
      /color-mix/,
    ],
  ])('make it refused where one %s', async (_, body, reason) => {
    const refused = expect.stringMatching(reason) as string;
    const derivation = await deriveImage(svg(body), () => Promise.reject(new Error('not called')));
    expect(inWords(derivation)).toEqual({ refused });
    if (!('refused' in derivation)) return;
    const words = LANGUAGES.map((language) => notShownWords(derivation.refused, voiceOf(language)));
    expect(new Set(words).size).toBe(LANGUAGES.length);
  });

  it('that grow without end take neither time nor memory', () => {
    const growing = Array.from(
      { length: 15 },
      (_, at) => `--v${at + 1}:${`var(--v${at}) `.repeat(10)};`,
    ).join('');
    const bomb = `<svg><style>:root{--v0:aaaaaaaaaa;${growing}}.r{fill:var(--v15)}</style></svg>`;
    const started = performance.now();
    expect(() => withoutVariables(bomb)).toThrow('too-much-to-unpack');
    const unclosed = [
      `${'<!--'.repeat(200_000)}var(`,
      `<a b="${'<a b="'.repeat(200_000)}var(`,
      '<style>var('.repeat(50_000),
    ];
    for (const text of unclosed) expect(() => withoutVariables(text)).not.toThrow(/never/);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('leave words alone, and currentColor its colour', async () => {
    const body =
      '<g color="blue"><rect width="40" height="20" fill="currentColor"/><text>calc(1) of var x</text></g>';
    expect((await shown(svg(body))).at(80, 40)).toEqual(BLUE);
  });
});

describe('the encoding of an SVG', () => {
  const text = (declared: string) =>
    `<?xml version="1.0"${declared}?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><title>é</title><rect width="40" height="20" fill="blue"/></svg>`;
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const utf16 = Buffer.from(text(' encoding="UTF-16"'), 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text(''))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text('')}`)],
    ['UTF-16', Buffer.concat([Buffer.from('fffe', 'hex'), utf16])],
    ['UTF-16 from the other end', Buffer.concat([Buffer.from('feff', 'hex'), swapped(utf16)])],
    ['UTF-16 without a mark', utf16],
    ['UTF-16 without mark and declaration', Buffer.from(text('').replace(/^.*?\?>/, ''), 'utf16le')],
    ['ISO-8859-1', Buffer.from(text(' encoding="ISO-8859-1"'), 'latin1')],
    ['Windows-1252', Buffer.from(text(" encoding='windows-1252'"), 'latin1')],
  ])('may be %s', async (_, bytes) => {
    expect(isSvg(bytes)).toBe(true);
    expect((await shown(bytes)).at(80, 40)).toEqual(BLUE);
  });

  it('is named where it is not known, or not what the file holds', async () => {
    expect(await derive(Buffer.from(text(' encoding="x-own"')))).toEqual({
      refused: 'Its text is in an encoding that is not known, x-own: a PNG of it can be shown.',
    });
    expect(await derive(Buffer.from(text(''), 'latin1'))).toEqual({
      refused: 'Its text is not in the encoding that it is said to be in, utf-8.',
    });
  });

  it('hides nothing that refers to the outside', async () => {
    const outside = text('').replace(
      '<rect',
      '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/><rect',
    );
    expect(await derive(Buffer.from(outside, 'utf16le'))).toEqual({
      refused: expect.stringMatching(/outside/) as string,
    });
  });
});
