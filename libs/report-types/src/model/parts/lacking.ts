/** A report that is sent although the gate found something: it says so on every page, and what on the first. */
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '../report-model.ts';
import { tableOf, text, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';
import { findingWords } from './findings.ts';

const lackingTable = (lacking: readonly Finding[], section: string, voice: Voice): Table => {
  const { say } = voice;
  return tableOf(
    {
      name: 'lacking',
      sheet: say('lacking'),
      section,
      title: say('what-this-report-lacks'),
      empty: say('nothing-is-lacking'),
      // The first page names it.
      shownIn: 'files',
    },
    lacking,
    [
      text('check', say('check'), ({ check }) => check),
      text('where', say('where'), ({ where }) => where),
      text('message', say('what-it-means'), (finding) => findingWords(finding, voice)),
    ],
  );
};

/** The model with the mark in its name, which stands on every page and in the metadata, and with all that it lacks. */
export const withLacking = (model: ReportModel, lacking: readonly Finding[], voice: Voice): ReportModel => {
  const title = voice.say('report-is-partial');
  const lines = lacking.map((finding) => `${finding.where}: ${findingWords(finding, voice)}`);
  const last = model.sections.length - 1;
  return {
    ...model,
    head: { ...model.head, report: `${model.head.report} · ${voice.say('partial')}` },
    lacking: { title, lines },
    about: [...lines.map((meaning) => ({ term: voice.say('lacking'), meaning })), ...model.about],
    sections: model.sections.map((section, index) =>
      index === last
        ? { ...section, tables: [...section.tables, lackingTable(lacking, section.id, voice)] }
        : section,
    ),
  };
};
