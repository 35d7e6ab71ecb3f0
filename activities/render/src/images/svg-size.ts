/** How large a drawing is that says only in which units it is drawn: `viewBox` alone, or a share of its page. */
import { attributeOf, mapTags, withAttribute } from './svg-tags.ts';

/** Pixels of its longer side. */
const LONGER_SIDE = 640;

const isLength = (value: string | undefined): boolean =>
  value !== undefined && /^\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:px|pt|pc|mm|cm|in|em|ex|q)?$/i.test(value);

const viewBoxOf = (value: string | undefined): { width: number; height: number } | undefined => {
  const [, , width = 0, height = 0] = (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width + height) ? { width, height } : undefined;
};

const sized = (source: string): string => {
  const [width, height] = ['width', 'height'].map((name) => attributeOf({ source }, name));
  const box = viewBoxOf(attributeOf({ source }, 'viewBox'));
  // With one length, the other follows from the box; without a box there is nothing to go by.
  if (box === undefined || isLength(width) || isLength(height)) return source;
  const scale = LONGER_SIDE / Math.max(box.width, box.height);
  const sides = { width: box.width * scale, height: box.height * scale };
  return withAttribute(withAttribute(source, 'width', String(sides.width)), 'height', String(sides.height));
};

/** The drawing with a width and a height where it has neither. */
export const withSize = (svg: string): string => {
  let isRoot = true;
  return mapTags(svg, ({ source, name, kind }) => {
    const root = isRoot && name === 'svg' && kind !== 'closes';
    isRoot = false;
    return root ? sized(source) : source;
  });
};
