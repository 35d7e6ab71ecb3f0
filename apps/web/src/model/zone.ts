/** Where the reader is, as far as their device knows. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's own zone, else that of the device: an account without one takes each subscription's. */
export const zoneOf = (me: { readonly timeZone: string | null } | undefined): string =>
  me?.timeZone ?? deviceZone();

/** `Europe/Berlin` as `Berlin`: what people look for. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
