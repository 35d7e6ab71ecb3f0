/** Prints what is declared of each figure, for the tables in docs/<type>.md. */
import { REPORT_TYPES, type ReportTypeId } from '../catalogue.ts';
import type { Label } from '../model/words/message.ts';
import { voiceOf } from '../model/words/voice.ts';
import { MODELS } from '../models.ts';
import { variablesOf, type FigureNeeds } from '../quality/needs.ts';
import { nameOf, needsOf, type Figures } from './declared.ts';
import type { Figure } from './figure.ts';

const { say } = voiceOf();

/** Of a study that gives every variable. */
const EVERYTHING: Parameters<typeof needsOf>[1] = {
  known: {
    understand: () => ({ term: '', value: '', how: 'plain' }),
    term: () => '',
    lacks: () => false,
    fills: () => true,
    isPlausible: () => true,
  },
  scope: { sites: 'all', unblinded: true },
};

/** A name that depends on the report is no constant one. */
const constant = (words: unknown): Label[] => (typeof words === 'string' ? [words as Label] : []);

const labelOf = ({ tile, line, mail, compared = {} }: Figure<never>): string => {
  const names = [
    tile?.label,
    typeof line === 'object' ? line.label : line,
    ...[mail, compared.inPeriod, compared.toDate].map((name) => name && nameOf<unknown>(name)),
  ];
  const [label] = names.flatMap(constant);
  return label === undefined ? '' : say(label);
};

const needed = (needs: readonly FigureNeeds[], { path }: Figure<never>): string[] => {
  const paths = ['inPeriod', 'toDate'].map((window) => path.replace('*', window));
  const found = needs.filter(({ figure }) => paths.includes(figure));
  return [...new Set(found.flatMap((each) => [...variablesOf(each), ...(each.oneOf ?? [])]))];
};

const rowsOf = (figures: Figures<never>) => {
  const needs = needsOf(figures, EVERYTHING);
  return figures
    .map((figure) => ({
      path: figure.path,
      label: labelOf(figure),
      meaning: constant(figure.define?.meaning)
        .map((meaning) => say(meaning))
        .join(' '),
      needs: needed(needs, figure),
    }))
    .filter(({ label, meaning, needs: variables }) => label !== '' || meaning !== '' || variables.length > 0);
};

const ids = Object.keys(REPORT_TYPES) as ReportTypeId[];
process.stdout.write(JSON.stringify(Object.fromEntries(ids.map((id) => [id, rowsOf(MODELS[id].figures)]))));
