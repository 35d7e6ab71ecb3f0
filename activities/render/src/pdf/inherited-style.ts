/**
 * What a text inherits, worked out once: pdfmake looks through all that is around it for each of the twenty properties
 * of each of its words.
 */

/** pdfmake's stack of styles; not part of its published types. */
interface Stack {
  readonly defaultStyle: object;
  /** Of what is around the text, from the outside; a string names a style, and no document here has named ones. */
  readonly styleOverrides: readonly (object | string)[];
}

/** What of a stack the measuring of texts asks. */
interface Inherited {
  readonly getProperty: (name: string) => unknown;
  /** A word's own properties are asked for before. */
  readonly auto: (word: unknown, look: () => void) => void;
}

/** The class of pdfmake that measures texts; not part of its published types. */
interface TextInlines {
  buildInlines(this: TextInlines, texts: unknown, stack: Stack | Inherited): unknown;
}

const inherited = ({ defaultStyle, styleOverrides }: Stack): Inherited => {
  const values = new Map<string, unknown>();
  for (const style of [defaultStyle, ...styleOverrides])
    for (const [name, value] of Object.entries(style))
      if (value !== undefined && value !== null) values.set(name, value);
  return {
    getProperty: (name) => values.get(name),
    auto: (_word, look) => {
      look();
    },
  };
};

export const inheritOnce = (texts: { readonly prototype: TextInlines }): void => {
  // oxlint-disable-next-line typescript/unbound-method -- called with the texts as `this` below
  const build = texts.prototype.buildInlines;
  texts.prototype.buildInlines = function (parts, stack) {
    return build.call(this, parts, inherited(stack as Stack));
  };
};
