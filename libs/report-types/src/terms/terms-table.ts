/** The table of coded variables that docs/studies.md shows: made of what is declared, so that it cannot say otherwise. */
import { CODED_VARIABLES, type CodedVariable } from './terms.ts';

const quoted = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');

/** `Y` for `YES`, `TRUE`; `N` for `NO`, `FALSE` */
const takenFor = ({ taken, isFlag }: CodedVariable): string => {
  const terms = [...new Set(Object.values(taken))];
  const mapped = terms.map((term) => {
    const values = Object.keys(taken).filter((value) => taken[value] === term);
    return `${quoted(values)} as \`${term}\``;
  });
  return [
    ...mapped,
    ...(isFlag === true ? ['`1` as `Y` and `0` as `N`, in a column of nothing else'] : []),
  ].join('; ');
};

const line = (variables: readonly string[], variable: CodedVariable): string =>
  `| ${quoted(variables)} | ${variable.codelist} | ${quoted(variable.terms)}${variable.isOpen === true ? ', and any other' : ''} | ${takenFor(variable)} |`;

/** Variables of one definition share a line. */
export const termsTable = (): string => {
  const lines = new Map<CodedVariable, string[]>();
  for (const [name, variable] of Object.entries<CodedVariable>(CODED_VARIABLES))
    lines.set(variable, [...(lines.get(variable) ?? []), name]);
  return [
    '| variable | codelist | understood | taken for a term |',
    '| --- | --- | --- | --- |',
    ...[...lines].map(([variable, names]) => line(names, variable)),
  ].join('\n');
};
