/** The directories of a TIFF, one a page, for the tags that libvips does not give; EXIF is the same structure. */

export interface Directory {
  /** Pixels to a unit of length, across and down; absent where it does not say. */
  readonly x?: number;
  readonly y?: number;
  /** A smaller copy of another page. */
  readonly isReduced: boolean;
}

/** As in the TIFF 6.0 specification, section 8. */
const TAG = { newSubfileType: 254, xResolution: 282, yResolution: 283 } as const;
const TYPE = { short: 3, long: 4, rational: 5 } as const;
const ENTRY = 12;
/** A file with more, or whose directories go round in a circle, is read no further. */
const MOST_DIRECTORIES = 10_000;

interface Reader {
  readonly bytes: Buffer;
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

const readerOf = (bytes: Buffer): Reader | undefined => {
  const order = bytes.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const little = order === 'II';
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  return short(2) === 42 ? { bytes, short, long } : undefined;
};

const valueAt = ({ short, long }: Reader, entry: number): number | undefined => {
  const place = entry + 8;
  switch (short(entry + 2)) {
    case TYPE.short:
      return short(place);
    case TYPE.long:
      return long(place);
    case TYPE.rational:
      return long(long(place)) / long(long(place) + 4);
    default:
      return undefined;
  }
};

const directoryAt = (reader: Reader, at: number): { directory: Directory; next: number } => {
  const entries = reader.short(at);
  const values = new Map<number, number>();
  for (let entry = at + 2; entry < at + 2 + entries * ENTRY; entry += ENTRY) {
    const tag = reader.short(entry);
    const value = Object.values(TAG).includes(tag as 254) ? valueAt(reader, entry) : undefined;
    if (value !== undefined) values.set(tag, value);
  }
  const [x, y] = [values.get(TAG.xResolution), values.get(TAG.yResolution)];
  const isReduced = ((values.get(TAG.newSubfileType) ?? 0) & 1) === 1;
  return {
    directory: { isReduced, ...(x !== undefined && { x }), ...(y !== undefined && { y }) },
    next: reader.long(at + 2 + entries * ENTRY),
  };
};

/** In the order of the file, as far as it can be read; none of what is no TIFF, or one of more than 4 GB. */
export const directoriesOf = (bytes: Buffer): Directory[] => {
  const directories: Directory[] = [];
  try {
    const reader = readerOf(bytes);
    let at = reader?.long(4) ?? 0;
    while (reader !== undefined && at !== 0 && directories.length < MOST_DIRECTORIES) {
      const { directory, next } = directoryAt(reader, at);
      directories.push(directory);
      at = next;
    }
  } catch (error) {
    // It ends within a directory: whoever decodes it says so.
    if (!(error instanceof RangeError)) throw error;
  }
  return directories;
};
