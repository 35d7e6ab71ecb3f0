/** The app's own addresses: it lives below a path of the API's origin. */
export const BASE = import.meta.env.BASE_URL;

/** Absolute, for who sends somebody back here. */
export const here = (path = ''): string => new URL(`${BASE}${path}`, location.origin).href;

/** Of an address within the app, the part that its router knows. */
export const within = (href: string): string => {
  const { pathname, search, hash } = new URL(href, location.origin);
  return `/${pathname.slice(BASE.length)}${search}${hash}`;
};
