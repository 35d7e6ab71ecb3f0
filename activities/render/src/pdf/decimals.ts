/** Figures of a column stand with their decimal points below each other, however many decimals each has. */
import type { Column, Value } from '@rounds/report-types/model/table';
import { textWidth } from '../text/glyphs.ts';

const decimalsOf = ({ digits }: Pick<Column, 'digits'>, value: Value): number => {
  if (typeof value !== 'number') return 0;
  return digits ?? String(Math.abs(value)).split('.')[1]?.length ?? 0;
};

/** The decimal point and what follows it. */
const tailOf = (text: string, decimals: number): string => (decimals === 0 ? '' : text.slice(-decimals - 1));

export interface Aligned {
  /** Points that each value keeps free at its right. */
  readonly inset: (value: Value, text: string) => number;
  /** Points that the widest value takes, with what it keeps free. */
  readonly width: number;
}

/** @param texts the values as they are drawn */
export const alignDecimals = (
  column: Pick<Column, 'digits'>,
  values: readonly Value[],
  texts: readonly string[],
  size: number,
): Aligned => {
  const tailWidth = (value: Value, text: string): number =>
    textWidth(tailOf(text, decimalsOf(column, value)), size);
  const widest = Math.max(0, ...values.map((value, index) => tailWidth(value, texts[index] ?? '')));
  // Words in a column of figures end where the figures do.
  const inset = (value: Value, text: string): number =>
    typeof value === 'string' ? 0 : widest - tailWidth(value, text);
  const width = Math.max(
    0,
    ...values.map((value, index) => textWidth(texts[index] ?? '', size) + inset(value, texts[index] ?? '')),
  );
  return { inset, width };
};
