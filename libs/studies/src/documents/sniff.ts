/** What bytes are, by what they begin with: a name can say anything. */
import type { DocumentDocument } from '@rounds/contracts/collections';
import { broken } from '@rounds/contracts/rules';
import type { Refused } from './place.ts';
import { refuse } from './place.ts';
import { mediaOf } from './media-types.ts';

export type Media = Pick<DocumentDocument, 'kind' | 'mediaType'>;

const startsWith =
  (...signature: readonly number[]) =>
  (bytes: Buffer): boolean =>
    signature.every((value, index) => bytes[index] === value);

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** ISO base media: the size of the first box, `ftyp`, the brand. */
const hasBrand =
  (...brands: readonly string[]) =>
  (bytes: Buffer): boolean =>
    ascii(bytes, 4, 8) === 'ftyp' && brands.includes(ascii(bytes, 8, 12));

/** Behind a byte order mark, a declaration, comments and a doctype. */
const SVG = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]/i;

const IMAGES: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ['image/png', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', startsWith(0xff, 0xd8, 0xff)],
  ['image/gif', (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))],
  ['image/webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'],
  ['image/avif', hasBrand('avif', 'avis')],
  ['image/heic', hasBrand('heic', 'heix', 'hevc', 'hevx', 'heim', 'heis')],
  ['image/heif', hasBrand('mif1', 'msf1')],
  ['image/tiff', startsWith(0x49, 0x49, 0x2a, 0x00)],
  ['image/tiff', startsWith(0x4d, 0x4d, 0x00, 0x2a)],
  ['image/bmp', (bytes) => ascii(bytes, 0, 2) === 'BM' && bytes.length > 26],
  ['image/vnd.microsoft.icon', startsWith(0x00, 0x00, 0x01, 0x00)],
  ['image/jp2', startsWith(0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20)],
  ['image/jxl', startsWith(0xff, 0x0a)],
  ['image/jxl', startsWith(0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20)],
  ['image/svg+xml', (bytes) => SVG.test(bytes.toString('utf8', 0, 4096))],
];

const UTF16_MARKS = [startsWith(0xff, 0xfe), startsWith(0xfe, 0xff)];

/** Tab, the line ends, form feed and escape are in texts; other control characters are in everything else. */
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

const isText = (bytes: Buffer): boolean =>
  UTF16_MARKS.some((mark) => mark(bytes)) || !CONTROLS.test(bytes.toString('latin1'));

const imageType = (bytes: Buffer): string | undefined => IMAGES.find(([, is]) => is(bytes))?.[0];

/**
 * Texts by their extension, images by their bytes: a JPEG called `.png` is a JPEG. Whether a picture can be shown
 * is found out when a report is drawn.
 *
 * @returns what to store it as, or why it is neither a text nor an image
 */
export const sniffMedia = (file: string, bytes: Buffer): Media | Refused => {
  const named = mediaOf(file);
  if (named === undefined) return refuse('unknown-kind', broken('file', 'neither-text-nor-image'));
  if (bytes.length === 0) return refuse('empty', broken('file', 'empty'));
  if (named.kind === 'text') return isText(bytes) ? named : refuse('other-kind', broken('file', 'not-text'));
  const mediaType = imageType(bytes);
  if (mediaType === undefined) return refuse('other-kind', broken('file', 'not-an-image'));
  return { kind: 'image', mediaType };
};
