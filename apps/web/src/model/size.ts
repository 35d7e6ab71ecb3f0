const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1000;
const LEAST = 0.1;

/** `412 kB`, on the tenth only below ten. @param bytes null: not told */
export const sizeWords = ({ locale }: { readonly locale: string }, bytes: number | null): string => {
  if (bytes === null) return '–';
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const value = bytes / STEP ** (power + 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(bytes === 0 ? 0 : Math.max(value, LEAST));
};
