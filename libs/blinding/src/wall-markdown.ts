/** A Markdown text as the last wall reads it: drawn as HTML, tags taken away. */
import { decodeHTML } from 'entities';
import MarkdownIt from 'markdown-it';
import type { Search } from './wall.ts';

const parser = new MarkdownIt({ html: false });

const BLOCK = /^<\/?(?:p|h\d|ul|ol|li|blockquote|pre|hr|br|table|thead|tbody|tr|t[hd])\b/;
const TAG = /<[^>]*>/g;

/** The words, blocks as paragraphs, and every address, title and word for a picture by itself. */
const readingsOf = (source: string): string[] => {
  const html = parser.render(source);
  const words = html.replace(TAG, (tag) => {
    const picture = /^<img\b.*\balt="([^"]*)"/.exec(tag)?.[1];
    return picture ?? (BLOCK.test(tag) ? '\n\n' : '');
  });
  const attributes = Array.from(
    html.matchAll(/ (?:href|src|alt|title|class)="([^"]*)"/g),
    ([, value = '']) => value,
  );
  return [words, ...attributes].map((text) => decodeHTML(text));
};

export const tellsInMarkdown = (source: string, tells: Search): boolean =>
  tells(source) || readingsOf(source).some(tells);
