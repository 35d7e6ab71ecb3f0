/**
 * IBM System/370 double precision, as SAS transport files hold numbers: a sign bit, a 7-bit exponent of 16 with
 * an excess of 64, a 56-bit fraction.
 *
 * Why decimals survive: a normalised fraction has at most three leading zero bits, so at least 53 bits remain,
 * the precision of an IEEE double. Whatever double a number was (5.2 is the one nearest to it), the IBM form
 * holds it exactly, and reading gives it back. A fraction with more than 53 bits, from a mainframe, is rounded
 * once, to the nearest double. Numbers stored in fewer than 8 bytes lost their end when they were written, and
 * come back as SAS itself would read them.
 */
const TWO_TO_32 = 2 ** 32;

/** A missing value is one of these first bytes before zeros: `.`, `_`, `A` to `Z`. */
const isMissing = (first: number): boolean =>
  first === 0x2e || first === 0x5f || (first >= 0x41 && first <= 0x5a);

/** @param length 2 to 8 bytes. @returns null for each of SAS's missing values. */
export const readIbmFloat = (bytes: Buffer, offset: number, length: number): number | null => {
  const first = bytes.readUInt8(offset);
  const wide = bytes.readUIntBE(offset + 1, Math.min(length - 1, 3)) * 256 ** Math.max(4 - length, 0);
  const low = length > 4 ? bytes.readUIntBE(offset + 4, length - 4) * 256 ** (8 - length) : 0;
  if (wide === 0 && low === 0) return isMissing(first) ? null : 0;
  // The sum rounds once; the factor is a power of two and changes no digit.
  const magnitude = (wide * TWO_TO_32 + low) * 2 ** (4 * ((first & 0x7f) - 64) - 56);
  return first >= 0x80 ? -magnitude : magnitude;
};

/** @throws RangeError outside of ±5.4e-79 … 7.2e75, which 7 bits of exponent cannot express. */
export const writeIbmFloat = (value: number | null, bytes: Buffer, offset: number): void => {
  bytes.fill(0, offset, offset + 8);
  if (value === null) bytes.writeUInt8(0x2e, offset);
  if (value === null || value === 0) return;
  const magnitude = Math.abs(value);
  let exponent = Math.floor(Math.log2(magnitude) / 4) + 1;
  // log2 rounds: at a power of sixteen it may be one off.
  if (magnitude >= 16 ** exponent) exponent += 1;
  if (magnitude < 16 ** (exponent - 1)) exponent -= 1;
  if (!Number.isFinite(value) || exponent < -64 || exponent > 63)
    throw new RangeError(`${value} does not fit into an IBM floating-point number`);
  const fraction = magnitude * 2 ** (56 - 4 * exponent);
  bytes.writeUInt8((value < 0 ? 0x80 : 0) | (exponent + 64), offset);
  bytes.writeUIntBE(Math.floor(fraction / TWO_TO_32), offset + 1, 3);
  bytes.writeUInt32BE(fraction % TWO_TO_32, offset + 4);
};
