import type { TemplatesRepository } from '@rounds/adapters/mongo/templates.repository';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isForStudy, mergeTemplate, presentationOf, type Presentation } from '@rounds/contracts/template';

/** What a subscription's template makes of its next run. */
export type TemplatedRun = Pick<RunDocument, 'parameters'> & Required<Pick<RunDocument, 'template'>>;

export interface RunTemplates {
  /**
   * The version that a run will be made with: from now on it never changes. A subscription that follows a retired
   * template goes on with its newest version, since a report that stops would help nobody. Undefined without one.
   *
   * @throws RoundsError UNPROCESSABLE when the template is for other studies by now
   */
  of(subscription: SubscriptionDocument): Promise<TemplatedRun | undefined>;
  /** How the run's files look. */
  presentationOf(run: RunDocument): Promise<Presentation | undefined>;
}

export const createRunTemplates = (
  templates: Pick<TemplatesRepository, 'find' | 'use'>,
  now: () => Date,
): RunTemplates => ({
  of: async (subscription) => {
    const { templateId, studyId } = subscription;
    if (templateId === undefined) return undefined;
    const template = await templates.use(templateId, now());
    if (template === null || !isForStudy(template, studyId))
      throw new RoundsError('UNPROCESSABLE', `The template ${templateId} is not for this study any more.`);
    return { template: template._id, parameters: mergeTemplate(template, subscription).parameters };
  },

  presentationOf: async ({ template }) => {
    if (template === undefined) return undefined;
    const found = await templates.find(template);
    if (found === null) throw new RoundsError('NOT_FOUND', `The template ${template} of this run is gone.`);
    return presentationOf(found);
  },
});
