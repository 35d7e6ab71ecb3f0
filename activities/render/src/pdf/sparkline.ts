import type { Palette } from '../theme.ts';

export const SPARK = { width: 76, height: 13 } as const;

/** A trend line without axes: the shape of the last weeks, its end marked. SVG. */
export const sparkline = (values: readonly (number | null)[], palette: Palette): string => {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const low = Math.min(...known.map(({ value }) => value));
  const high = Math.max(...known.map(({ value }) => value));
  const x = (index: number) => 2 + (index * (SPARK.width - 4)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    high === low ? SPARK.height - 2 : 2 + ((high - value) * (SPARK.height - 4)) / (high - low);
  const points = known.map(({ index, value }) => `${x(index).toFixed(2)},${y(value).toFixed(2)}`);
  const [endX = '0', endY = '0'] = points.at(-1)?.split(',') ?? [];
  return (
    `<svg width="${SPARK.width}" height="${SPARK.height}" viewBox="0 0 ${SPARK.width} ${SPARK.height}">` +
    `<polyline points="${points.join(' ')}" fill="none" stroke="${palette.accentMid}" stroke-width="1"/>` +
    `<circle cx="${endX}" cy="${endY}" r="1.8" fill="${palette.accent}"/></svg>`
  );
};
