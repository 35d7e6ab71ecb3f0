/** The words of a text as the last wall reads them: in one case, without accents, as Latin where they look so. */
import { decodeHTML } from 'entities';
import { confusable } from './confusables.ts';

export interface Word {
  /** Letters alone or digits alone; a number with its decimals is one word. */
  readonly letters: string;
  /** What it follows: a `mark` is what nobody reads, and a change of case or to a digit. */
  readonly follows: 'mark' | 'word' | 'sentence';
  /** The signs before it. */
  readonly signs: string;
}

/** At the beginning of what was marked off: tags, addresses of links, hyphens at the ends of lines. */
const MARKED = '\u0001';
const ENDED = '\u0002';

const decoded = (text: string): string => {
  const named = /&[#a-z]/i.test(text) ? decodeHTML(text) : text;
  return named.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
};

const marked = (text: string): string =>
  decoded(text)
    .normalize('NFKC')
    .replace(/(?:\p{Pd}|\u00AD)[ \t]*\r?\n\s*/gu, MARKED)
    .replace(/[;!?|]|[.。](?=\s+\p{Lu})|\n[ \t]*(?:\r?\n|(?=[-*+#>]\s|\d{1,9}[.)]\s))/gu, ENDED)
    // A decimal sign stays with its number.
    .replace(/(?<=\p{N})[.,](?=\p{N})/gu, '\u0003')
    .replace(
      /(?!\s)[\p{Default_Ignorable_Code_Point}\p{Cf}*`~\\\u0004-\u0008\u000E-\u001F\u007F-\u009F]/gu,
      MARKED,
    )
    .replace(/(?<=[\p{Ll}\p{Lo}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}[\p{Ll}\p{Lo}])/gu, MARKED)
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, MARKED)
    .replace(
      /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}])(?=\p{L})|(?<=\p{L})(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}])/gu,
      MARKED,
    );

const plain = (word: string): string =>
  Array.from(word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''), confusable)
    .join('')
    .replaceAll('\u0003', '.');

const WORD = /([^\p{L}\p{N}\p{M}\u0003]*)([\p{L}\p{N}\p{M}\u0003]+)/gu;

const followed = (signs: string): Word['follows'] => {
  if (signs.includes(ENDED)) return 'sentence';
  return signs !== '' && signs.replaceAll(MARKED, '') === '' ? 'mark' : 'word';
};

/** Plain words, as most are: the long way would find the same. */
const SIMPLE = /^[A-Za-z\d ,:_()/+=-]*$/;
const SIMPLE_WORD = /([^A-Za-z\d]*)([A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+(?:,\d+)*)/g;

const simpleWords = (text: string): Word[] =>
  Array.from(text.matchAll(SIMPLE_WORD), ([, signs = '', word = ''], index): Word => ({
    letters: word.toLowerCase().replaceAll(',', '.'),
    follows: signs === '' && index > 0 ? 'mark' : 'word',
    signs,
  }));

export const wordsIn = (text: string): Word[] => (SIMPLE.test(text) ? simpleWords(text) : allWords(text));

const allWords = (text: string): Word[] =>
  Array.from(marked(text).matchAll(WORD), ([, signs = '', word = '']): Word => ({
    letters: plain(word),
    follows: followed(signs),
    signs,
  })).filter(({ letters }) => letters !== '');
