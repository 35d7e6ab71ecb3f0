/** A report that is sent although the gate found something: it says so on every page, and what on the first. */
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '../report-model.ts';
import { tableOf, text, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';

const lackingTable = (lacking: readonly Finding[], section: string, { say, told }: Voice): Table =>
  tableOf(
    {
      name: 'lacking',
      sheet: say('Lacking'),
      section,
      title: say('What this report lacks'),
      empty: say('Nothing is lacking.'),
      // The first page names it.
      shownIn: 'files',
    },
    lacking,
    [
      text('check', say('Check'), ({ check }) => check),
      text('where', say('Where'), ({ where }) => where),
      text('message', say('What it means'), ({ message }) => told(message)),
    ],
  );

/** The model with the mark in its name, which stands on every page and in the metadata, and with all that it lacks. */
export const withLacking = (model: ReportModel, lacking: readonly Finding[], voice: Voice): ReportModel => {
  const title = voice.say('This report is partial. It lacks or shows wrongly:');
  const lines = lacking.map(({ where, message }) => `${where}: ${voice.told(message)}`);
  const last = model.sections.length - 1;
  return {
    ...model,
    head: { ...model.head, report: `${model.head.report} · ${voice.say('PARTIAL')}` },
    lacking: { title, lines },
    about: [...lines.map((meaning) => ({ term: voice.say('Lacking'), meaning })), ...model.about],
    sections: model.sections.map((section, index) =>
      index === last
        ? { ...section, tables: [...section.tables, lackingTable(lacking, section.id, voice)] }
        : section,
    ),
  };
};
