/** `deliver: changed`: who gets the report, and who is left out because nothing changed for them. */
import type { AudienceGroup, DatasetRef, OnlyChanged } from './run.ts';

interface Request {
  readonly onlyChanged?: OnlyChanged;
}

interface Built {
  readonly group: AudienceGroup;
  readonly dataset: DatasetRef;
}

/** Groups that get the report. Of one for which nothing changed, those who never had one: their first always goes. */
export const changed = ({ onlyChanged }: Request, built: readonly Built[]): Built[] =>
  built.flatMap(({ group, dataset }) => {
    if (onlyChanged === undefined || dataset.changed !== false) return [{ group, dataset }];
    const { newcomers = [] } = group;
    return newcomers.length === 0 ? [] : [{ group: { ...group, recipients: newcomers }, dataset }];
  });

/** The others, with what a note may show and no file. */
export const unchanged = ({ onlyChanged }: Request, built: readonly Built[]) =>
  built
    .filter(({ dataset }) => onlyChanged !== undefined && dataset.changed === false)
    .map(({ group: { newcomers = [], ...group }, dataset: { headlineKey } }) => ({
      ...group,
      recipients: group.recipients.filter((recipient) => !newcomers.includes(recipient)),
      headlineKey,
      artefacts: [],
    }));
