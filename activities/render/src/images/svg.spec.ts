/** Small: the real painter in its own process. */
import sharp from 'sharp';
import { deriveImage } from './derive-image.ts';
import { drawSvg, isSvg } from './svg.ts';

const svg = (body: string, { size = 40, before = '' } = {}): Buffer =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" height="${size}">${body}</svg>`,
  );

const derive = async (bytes: Buffer) => {
  const derivation = await deriveImage(bytes, () => Promise.reject(new Error('not called')));
  if ('refused' in derivation) return derivation;
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
    await expect(drawSvg(grown, 1)).rejects.toThrow('Drawing it takes more than 1 seconds');
  });
});
