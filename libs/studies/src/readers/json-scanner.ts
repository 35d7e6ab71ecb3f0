/**
 * Cuts one large JSON object into pieces without holding it: each member of the object, except that the array
 * `rows` comes element by element. Only brackets, commas and strings are looked at; what is inside a piece is
 * judged by JSON.parse. A general streaming parser hands over every single value and is ten times slower.
 */
import { MAX_PIECE } from './bytes.ts';

export type JsonPiece =
  | { readonly kind: 'member'; readonly text: string }
  | { readonly kind: 'row'; readonly text: string };

/** Says which rule of JSON is broken. */
export class JsonFault extends Error {}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const ROWS_MEMBER = /^\s*"rows"\s*:\s*$/;

export class JsonScanner {
  /** 0 outside of the object, 1 among its members, 2 among the rows. */
  private depth = 0;
  private inString = false;
  private escaped = false;
  private started = false;
  private inRows = false;
  /** The rows' array is over: before the next comma nothing may stand. */
  private afterRows = false;
  private rowsSeen = 0;
  private held = '';
  private pieces: JsonPiece[] = [];

  /** @returns the pieces that this chunk completes. @throws JsonFault */
  scan(chunk: string): readonly JsonPiece[] {
    this.pieces = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.inString) this.inText(code);
      else if (this.isBoundary(code, chunk, start, at)) start = at + 1;
    }
    this.held += chunk.slice(start);
    if (this.held.length > MAX_PIECE) throw new JsonFault('must not hold a value of that length');
    return this.pieces;
  }

  /** @throws JsonFault when the object is not closed. */
  end(): void {
    if (!this.started || this.depth > 0) throw new JsonFault('must not end in the middle of its object');
    if (this.held.trim() !== '') throw new JsonFault('must hold nothing after its object');
  }

  private inText(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === BACKSLASH) this.escaped = true;
    else if (code === QUOTE) this.inString = false;
  }

  /** True when a piece ends, or begins, at this character. */
  private isBoundary(code: number, chunk: string, start: number, at: number): boolean {
    switch (code) {
      case QUOTE:
        this.inString = true;
        return false;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        return this.open(code, chunk, start, at);
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        return this.close(code, chunk, start, at);
      case COMMA:
        return this.separate(chunk, start, at);
      default:
        return false;
    }
  }

  private open(code: number, chunk: string, start: number, at: number): boolean {
    this.depth += 1;
    if (this.depth === 1) {
      if (this.started || code !== OPEN_OBJECT || this.take(chunk, start, at).trim() !== '')
        throw new JsonFault('must be one JSON object');
      this.started = true;
      return true;
    }
    if (this.depth !== 2 || code !== OPEN_ARRAY || !ROWS_MEMBER.test(this.held + chunk.slice(start, at)))
      return false;
    if (this.rowsSeen > 0 || this.afterRows) throw new JsonFault('must hold rows once');
    this.inRows = true;
    this.held = '';
    return true;
  }

  private close(code: number, chunk: string, start: number, at: number): boolean {
    this.depth -= 1;
    if (this.depth < 0) throw new JsonFault('must be one JSON object');
    if (this.depth === 0) {
      if (code !== CLOSE_OBJECT) throw new JsonFault('must be one JSON object');
      this.member(this.take(chunk, start, at));
      return true;
    }
    if (this.depth !== 1 || !this.inRows) return false;
    if (code !== CLOSE_ARRAY) throw new JsonFault('must close rows by a bracket');
    const last = this.take(chunk, start, at);
    // Blank only where rows is empty: after a comma a row must follow.
    if (last.trim() !== '' || this.rowsSeen > 0) this.row(last);
    this.inRows = false;
    this.afterRows = true;
    return true;
  }

  private separate(chunk: string, start: number, at: number): boolean {
    if (this.depth === 1) this.member(this.take(chunk, start, at));
    else if (this.depth === 2 && this.inRows) this.row(this.take(chunk, start, at));
    else return false;
    return true;
  }

  private take(chunk: string, start: number, at: number): string {
    const text = this.held + chunk.slice(start, at);
    this.held = '';
    return text;
  }

  private member(text: string): void {
    const blank = text.trim() === '';
    if (this.afterRows !== blank) throw new JsonFault('must have one value between two commas');
    if (!blank) this.pieces.push({ kind: 'member', text });
    this.afterRows = false;
  }

  private row(text: string): void {
    this.rowsSeen += 1;
    this.pieces.push({ kind: 'row', text });
  }
}
