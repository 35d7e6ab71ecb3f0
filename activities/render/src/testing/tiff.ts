/** Writes TIFF files of any kind of value: one strip a page, uncompressed, little-endian. */

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 8 | 16 | 32 | 64;
  /** 1 unsigned, 2 signed, 3 floating point. */
  readonly format?: 1 | 2 | 3;
  /** Of a pixel. */
  readonly samples?: 1 | 3;
  /** 0: the smallest value is white; 1: black; 2: red, green and blue. */
  readonly photometric?: 0 | 1 | 2;
  /** Pixels to an inch, across and down. */
  readonly resolution?: readonly [across: number, down: number];
  readonly orientation?: number;
  /** A smaller copy of another page. */
  readonly reduced?: true;
  readonly data: Uint8Array;
}

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

type Entry = readonly [tag: number, type: number, count: number, value: number];

const entriesOf = (page: TiffPage, strip: number, extra: number): Entry[] => {
  const { width, height, bits, format = 1, samples = 1, photometric = samples === 3 ? 2 : 1, data } = page;
  const { resolution, orientation, reduced } = page;
  return [
    ...(reduced ? [[254, LONG, 1, 1] as const] : []),
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    samples === 3 ? [258, SHORT, 3, extra + 16] : [258, SHORT, 1, bits],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, photometric],
    [273, LONG, 1, strip],
    ...(orientation === undefined ? [] : [[274, SHORT, 1, orientation] as const]),
    [277, SHORT, 1, samples],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    ...(resolution === undefined
      ? []
      : [
          [282, RATIONAL, 1, extra] as const,
          [283, RATIONAL, 1, extra + 8] as const,
          [296, SHORT, 1, 2] as const,
        ]),
    samples === 3 ? [339, SHORT, 3, extra + 22] : [339, SHORT, 1, format],
  ];
};

/** Resolutions, bits and formats of three samples: what does not fit into an entry. */
const extraOf = ({ resolution: [across, down] = [1, 1], bits, format = 1 }: TiffPage): Buffer => {
  const extra = Buffer.alloc(28);
  for (const [index, value] of [across, 1, down, 1].entries()) extra.writeUInt32LE(value, 4 * index);
  for (const [index, value] of [bits, bits, bits, format, format, format].entries())
    extra.writeUInt16LE(value, 16 + 2 * index);
  return extra;
};

export const tiffOf = (...pages: readonly TiffPage[]): Buffer => {
  const parts: Uint8Array[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  for (const [index, page] of pages.entries()) {
    const count = entriesOf(page, 0, 0).length;
    const extra = at + 2 + 12 * count + 4;
    const strip = extra + 28;
    const end = strip + page.data.length + (page.data.length % 2);
    const directory = Buffer.alloc(2 + 12 * count + 4);
    directory.writeUInt16LE(count, 0);
    for (const [place, [tag, type, number, value]] of entriesOf(page, strip, extra).entries()) {
      const entry = 2 + 12 * place;
      directory.writeUInt16LE(tag, entry);
      directory.writeUInt16LE(type, entry + 2);
      directory.writeUInt32LE(number, entry + 4);
      directory.writeUInt32LE(value, entry + 8);
    }
    directory.writeUInt32LE(index + 1 < pages.length ? end : 0, 2 + 12 * count);
    parts.push(directory, extraOf(page), Buffer.from(page.data), Buffer.alloc(page.data.length % 2));
    at = end;
  }
  return Buffer.concat(parts);
};
