/** The text of an SVG, whatever its encoding; drawn from UTF-8 alone. */
import { RefusedImage } from './refusal.ts';

const BYTE_ORDER_MARKS: readonly (readonly [hex: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
/** `<` as it begins a file without a mark. */
const BEGINNINGS: readonly (readonly [hex: string, encoding: string])[] = [
  ['3c00', 'utf-16le'],
  ['003c', 'utf-16be'],
];

const DECLARATION = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)\s*["'][^>]*\?>/i;

const startOf = (bytes: Buffer): string | undefined =>
  [...BYTE_ORDER_MARKS, ...BEGINNINGS].find(([hex]) => bytes.toString('hex', 0, 3).startsWith(hex))?.[1];

/** By its byte-order mark, else by its first character, else by what it declares, else UTF-8: as XML 1.0 has it. */
const encodingOf = (bytes: Buffer): string => {
  const declared = DECLARATION.exec(bytes.toString('latin1', 0, 1_024))?.[1];
  return startOf(bytes) ?? declared ?? 'utf-8';
};

const decoderOf = (encoding: string): TextDecoder => {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new RefusedImage('unknown-encoding', { encoding }, error);
  }
};

/** Without its byte-order mark. @throws RefusedImage where the bytes are not what the file says that they are */
export const svgText = (bytes: Buffer): string => {
  const encoding = encodingOf(bytes);
  const decoder = decoderOf(encoding);
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new RefusedImage('wrong-encoding', { encoding }, error);
  }
};

/** Only to see what kind of file it is. */
export const beginningOf = (bytes: Buffer): string =>
  new TextDecoder(startOf(bytes) ?? 'utf-8').decode(bytes.subarray(0, 4_096));

/** As UTF-8 for whoever draws it: a declaration of another encoding would be believed. */
export const utf8Of = (text: string): Buffer =>
  Buffer.from(
    text.replace(DECLARATION, (declaration) =>
      declaration.replace(/\bencoding\s*=\s*["'][^"']*["']/i, 'encoding="UTF-8"'),
    ),
  );
