/** Adverse events by treatment arm: for readers who may know it. */
import type { Reading } from '../../aggregator.ts';
import { foldRandomised } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT, keepAll, keepBy, keepCount, keepSet } from '../../folds/kept.ts';
import { NOT_GIVEN, keyOf } from '../../folds/study-row.ts';
import { entryOf, sortedRecord } from '../../folds/tally.ts';

type ByArm = Readonly<
  Record<
    string,
    { readonly randomised: number; readonly subjectsWithEvents: number; readonly events: number }
  >
>;

export interface Arms {
  /** DM.ARM; `NOT GIVEN` where no row names one, or where rows name several. */
  readonly arms: ReadonlyMap<string, string>;
  /** Subjects whose rows name several. */
  readonly several: ReadonlySet<string>;
}

/** The same whatever the order of the rows. */
export const foldArms = (): Fold<Arms> => {
  const named = keepBy(keepSet);
  const names = () => [...named.entries].map(([subject, { values }]) => [subject, values] as const);
  return {
    save: named.save,
    absorb: named.absorb,
    on: {
      DM: ({ subject, row }) => {
        const arms = named.of(subject);
        const arm = keyOf(row, 'ARM');
        if (arm !== NOT_GIVEN) arms.add(arm);
      },
    },
    result: () => ({
      arms: new Map(names().map(([subject, arms]) => [subject, onlyOne(arms)])),
      several: new Set(
        names()
          .filter(([, arms]) => arms.size > 1)
          .map(([subject]) => subject),
      ),
    }),
  };
};

const onlyOne = (names: ReadonlySet<string>): string => {
  const [name, ...others] = names;
  return name === undefined || others.length > 0 ? NOT_GIVEN : name;
};

const countsByArm = (
  randomised: ReadonlySet<string>,
  arms: ReadonlyMap<string, string>,
  events: ReadonlyMap<string, { readonly value: () => number }>,
): ByArm => {
  const byArm = new Map<string, { randomised: number; subjectsWithEvents: number; events: number }>();
  for (const subject of randomised) {
    const count = events.get(subject)?.value() ?? 0;
    const counts = entryOf(byArm, arms.get(subject) ?? NOT_GIVEN, () => ({
      ...{ randomised: 0, subjectsWithEvents: 0, events: 0 },
    }));
    counts.randomised += 1;
    if (count > 0) counts.subjectsWithEvents += 1;
    counts.events += count;
  }
  return sortedRecord(byArm, (counts) => counts);
};

/**
 * Events to date of the randomised subjects, by the arm they were randomised to (DM ARM, not ACTARM). An event
 * before randomisation counts once its subject is randomised, so that no arm has more subjects with events
 * than subjects. Null where the study tells no arm, or not who is randomised; absent for blinded readers.
 */
export const foldByArm = ({
  scope,
  known,
}: Pick<Reading, 'scope' | 'known'>): Fold<{ readonly byArm?: ByArm | null }> => {
  if (!scope.unblinded) return { on: {}, result: () => ({}), ...NOTHING_KEPT };
  const [arms, randomised, events] = [foldArms(), foldRandomised(known), keepBy(keepCount)];
  const isUnknown = known.lacks('DM.ARM') || lackingOf(known).randomised !== undefined;
  return {
    on: {
      ...arms.on,
      ...randomised.on,
      AE: ({ subject }) => {
        events.of(subject).add();
      },
    },
    result: () => ({
      byArm: isUnknown ? null : countsByArm(randomised.result(), arms.result().arms, events.entries),
    }),
    ...keepAll({ arms, randomised, events }),
  };
};
