/** Names of sheets that every spreadsheet program takes: short, without signs that mean something in a reference, unique. */
import type { ReportModel, Section } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';

const MOST_CHARACTERS = 31;
/** Excel's own, and what it refuses. */
const FORBIDDEN = /[\\/?*[\]:\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu;
const RESERVED = /^history$/iu;

/** Without half a character at its end. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');

/** Without the apostrophe of typewriters, which references to the sheet would have to double: exceljs does not. */
const clean = (text: string): string =>
  text.replace(FORBIDDEN, ' ').replaceAll("'", '’').replace(/\s+/gu, ' ').trim();

const fitted = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const room = cut(text, most - 1);
  const atWord = room.replace(/[\s,;–-]+\S*$/u, '');
  return `${atWord.length >= most / 2 ? atWord : room.trimEnd()}…`;
};

/** A name from a text of any kind, that no earlier one equals: programs do not tell capitals apart. */
export const sheetNames = () => {
  const taken = new Set<string>();
  return (text: string): string => {
    const wanted = clean(text);
    const usable = wanted === '' || RESERVED.test(wanted) ? `${wanted}_` : wanted;
    for (let turn = 1; ; turn += 1) {
      const tail = turn === 1 ? '' : ` (${String(turn)})`;
      const name = fitted(usable, MOST_CHARACTERS - tail.length) + tail;
      if (taken.has(name.toUpperCase())) continue;
      taken.add(name.toUpperCase());
      return name;
    }
  };
};

export const aboutName = ({ language }: Pick<ReportModel, 'language'>): string =>
  voiceOf(language).say('about-this-report');

/**
 * The model with the names of its sheets: a section's tables stand in its own, `3 Adverse events`, and each of its listings in
 * one right after it, `3.1 Serious events`. The page names them where it shows an excerpt.
 */
export const nameSheets = (model: ReportModel): ReportModel => {
  const name = sheetNames();
  name(aboutName(model));
  const named = (section: Section, number: string): Section => {
    const sheet = name(`${number} ${section.title}`);
    let listings = 0;
    const tables = section.tables.map((table) => {
      if (table.listing !== true) return { ...table, sheet };
      listings += 1;
      return { ...table, sheet: name(`${number}.${String(listings)} ${table.sheet}`) };
    });
    return { ...section, sheet, tables };
  };
  return { ...model, sections: model.sections.map((section, index) => named(section, String(index + 1))) };
};
