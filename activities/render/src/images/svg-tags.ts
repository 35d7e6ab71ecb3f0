/** The tags of an SVG one by one: enough of XML to change attributes, and none that would fetch or expand anything. */

export interface Tag {
  /** As it stands in the text, with its brackets. */
  readonly source: string;
  /** Without its namespace, in lower case. */
  readonly name: string;
  readonly kind: 'opens' | 'closes' | 'alone';
}

/**
 * Comments, CDATA, instructions and declarations first: what looks like a tag within them is none. What is not closed
 * goes on to the end, and a value holds no `<`, as XML has it: so that no text takes more time than its length.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<!DOCTYPE[^[>]*(?:\[[\s\S]*?(?:\]\s*|$))?(?:>|$)|<(\/?)((?:[\w.-]+:)?([A-Za-z_][\w.-]*))((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g;

/** @param each its answer takes the place of the tag */
export const mapTags = (svg: string, each: (tag: Tag) => string): string =>
  svg.replaceAll(
    MARKUP,
    (source, closing?: string, qualified?: string, name?: string, _?: string, alone?: string) => {
      if (qualified === undefined || name === undefined) return source;
      const kind = closing === '/' ? 'closes' : alone === '/' ? 'alone' : 'opens';
      return each({ source, name: name.toLowerCase(), kind });
    },
  );

const attributePattern = (name: string): RegExp => new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);

export const attributeOf = ({ source }: Pick<Tag, 'source'>, name: string): string | undefined =>
  attributePattern(name).exec(source)?.[2]?.slice(1, -1).trim();

/** The tag with the attribute, in place of the one that it had. */
export const withAttribute = (source: string, name: string, value: string): string =>
  attributePattern(name).test(source)
    ? source.replace(attributePattern(name), `$1"${value}"`)
    : source.replace(/^<[\w:.-]+/, (start) => `${start} ${name}="${value}"`);
