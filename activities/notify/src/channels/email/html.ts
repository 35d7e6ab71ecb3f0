/** HTML as a tagged template that escapes what is put into it: study ids and sentences are data, never markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Html | string | number | readonly Html[];

const render = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
};

/** The templates' own indentation would only make every mail longer. */
const unindent = (text: string): string => text.replaceAll(/\s*\n\s*/g, '\n');

export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, index) => unindent(text) + render(parts[index] ?? '')).join(''));

/** Nothing, where a section has nothing to say. */
export const nothing = new Html('');
