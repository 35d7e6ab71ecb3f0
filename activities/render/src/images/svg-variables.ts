/**
 * `var(--name)` in an SVG. The painter knows no variables of style sheets and draws black what has one, so each is
 * replaced by its value beforehand: those of the whole drawing (`:root`, its own `style`), and those that an element
 * sets in its `style` for what is within it. Where only the full cascade would tell, the drawing is refused by name.
 */
import { RefusedImage } from './refusal.ts';
import { attributeOf, mapTags, type Tag } from './svg-tags.ts';

type Values = ReadonlyMap<string, string>;

interface Rule {
  readonly selector: string;
  readonly body: string;
}

const STYLE = /(<(?:[\w.-]+:)?style\b[^>]*>)([\s\S]*?)(<\/(?:[\w.-]+:)?style\s*>|$)/gi;
const COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)/g;
const CDATA = /<!\[CDATA\[|\]\]>/g;
const DECLARED = /(?:^|[;{\s])(--[\w-]+)\s*:\s*([^;{}]*)/g;
const ROOTS = new Set([':root', 'svg', 'svg:root', '*', 'html']);
/** Values within values: more is a circle. */
const DEEPEST = 20;
const MOST_ADDED = 5_000_000;

const unset = (name: string) => new RefusedImage('variable-unset', { name });
const ofParts = (name: string) => new RefusedImage('variable-of-part', { name });

/** The rules that stand side by side; those within `@media` are the body of that one. */
const rulesOf = (css: string): Rule[] => {
  const rules: Rule[] = [];
  let [from, depth, open] = [0, 0, 0];
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === '{' && depth++ === 0) open = at;
    else if (character === '}' && --depth === 0) {
      // `@import` and `@charset` end at a semicolon.
      const selector = css.slice(from, open).split(';').at(-1)?.trim() ?? '';
      rules.push({ selector, body: css.slice(open + 1, at) });
      from = at + 1;
    }
  }
  return rules;
};

const declared = (body: string): [name: string, value: string][] =>
  [...body.matchAll(DECLARED)].map(([, name = '', value = '']) => [
    name,
    value.replace(/!\s*important\s*$/i, '').trim(),
  ]);

const ofRoot = ({ selector }: Rule): boolean =>
  selector.split(',').every((each) => ROOTS.has(each.trim().toLowerCase()));

/** Paper is light. */
const isForDark = ({ selector }: Rule): boolean => /prefers-color-scheme\s*:\s*dark/i.test(selector);

interface Sheet {
  readonly root: Values;
  /** Set elsewhere than for the whole drawing. */
  readonly parts: ReadonlySet<string>;
}

const sheetOf = (svg: string): Sheet => {
  const root = new Map<string, string>();
  const parts = new Set<string>();
  const css = [...svg.matchAll(STYLE)].map(([, , body = '']) => body).join('\n');
  for (const rule of rulesOf(css.replaceAll(CDATA, '').replaceAll(COMMENTS, ''))) {
    if (isForDark(rule)) continue;
    for (const [name, value] of declared(rule.body)) {
      if (ofRoot(rule)) root.set(name, value);
      else parts.add(name);
    }
  }
  return { root, parts };
};

/** What stands before the comma that separates a name from its fallback, and after it. */
const argumentsOf = (inner: string): [name: string, fallback: string | undefined] => {
  const comma = inner.indexOf(',');
  return comma < 0
    ? [inner.trim(), undefined]
    : [inner.slice(0, comma).trim(), inner.slice(comma + 1).trim()];
};

const closingOf = (text: string, from: number): number => {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
};

const VAR = /\bvar\(/i;

/** Where values are looked up, and how many characters they may still add: values of values can grow without end. */
interface Lookup {
  readonly values: Values;
  /** Whether the value of a name depends on where it is used. */
  readonly isOfParts: (name: string) => boolean;
  readonly budget: { characters: number };
}

const valueOf = (inner: string, { values, isOfParts, budget }: Lookup): string => {
  const [name, fallback] = argumentsOf(inner);
  if (isOfParts(name)) throw ofParts(name);
  const value = values.get(name) ?? fallback;
  if (value === undefined) throw unset(name);
  budget.characters -= value.length + 1;
  if (budget.characters < 0) throw new RefusedImage('too-much-to-unpack');
  return value;
};

const substituted = (text: string, lookup: Lookup, depth = 0): string => {
  const parts: string[] = [];
  let rest = text;
  for (let found = VAR.exec(rest); found !== null; found = VAR.exec(rest)) {
    const begins = found.index + found[0].length;
    const ends = closingOf(rest, begins);
    const inner = rest.slice(begins, ends);
    if (depth > DEEPEST) throw unset(argumentsOf(inner)[0]);
    parts.push(rest.slice(0, found.index), substituted(valueOf(inner, lookup), lookup, depth + 1));
    rest = rest.slice(ends + 1);
  }
  return parts.join('') + rest;
};

const ATTRIBUTE = /(\s[\w:.-]+\s*=\s*)("[^"]*"|'[^']*')/g;

const inTag = ({ source }: Tag, lookup: Lookup): string =>
  source.replaceAll(ATTRIBUTE, (attribute, name: string, quoted: string) => {
    if (!VAR.test(quoted)) return attribute;
    return `${name}"${substituted(quoted.slice(1, -1), lookup).replaceAll('"', "'")}"`;
  });

/** Names that elements other than the outermost set for what is within them. */
const innerNames = (svg: string): Set<string> => {
  const names = new Set<string>();
  let isRoot = true;
  mapTags(svg, (tag) => {
    if (!isRoot) for (const [name] of declared(attributeOf(tag, 'style') ?? '')) names.add(name);
    isRoot = false;
    return tag.source;
  });
  return names;
};

/** Each tag sees what the ones around it set. */
const inTags = (svg: string, { root, parts }: Sheet, budget: Lookup['budget']): string => {
  const within: Values[] = [root];
  return mapTags(svg, (tag) => {
    if (tag.kind === 'closes') {
      if (within.length > 1) within.pop();
      return tag.source;
    }
    const around = within.at(-1) ?? root;
    const own = declared(attributeOf(tag, 'style') ?? '');
    const values = own.length === 0 ? around : new Map([...around, ...own]);
    if (tag.kind === 'opens') within.push(values);
    return inTag(tag, { values, isOfParts: (name) => parts.has(name), budget });
  });
};

const rootStyle = (svg: string): [name: string, value: string][] => {
  const source = /<(?:[\w.-]+:)?svg\b[^>]*>/i.exec(svg)?.[0] ?? '';
  return declared(attributeOf({ source }, 'style') ?? '');
};

const inStyles = (svg: string, { root, parts }: Sheet, budget: Lookup['budget']): string => {
  const inner = innerNames(svg);
  // The outermost element's own style goes before every rule.
  const values = new Map([...root, ...rootStyle(svg)]);
  const isOfParts = (name: string) => parts.has(name) || inner.has(name);
  return svg.replaceAll(
    STYLE,
    (_, opens: string, css: string, closes: string) =>
      opens + substituted(css.replaceAll(COMMENTS, ''), { values, isOfParts, budget }) + closes,
  );
};

/** The drawing without variables. @throws RefusedImage that names the first one whose value is not certain */
export const withoutVariables = (svg: string): string => {
  if (!VAR.test(svg)) return svg;
  const sheet = sheetOf(svg);
  const budget = { characters: MOST_ADDED };
  return inTags(inStyles(svg, sheet, budget), sheet, budget);
};
