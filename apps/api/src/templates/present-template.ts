import type { TemplateDocument } from '@rounds/contracts/template';
import type { TemplateAnswer } from './templates.dto.ts';

export const presentTemplate = (template: TemplateDocument): TemplateAnswer => {
  const { studies, formats, sections, branding } = template;
  const { logo, colours, footer } = branding;
  return {
    id: template._id,
    name: template.name,
    version: template.version,
    title: template.title,
    studies: studies === 'all' ? 'all' : [...studies],
    reportType: template.reportType,
    parameters: { ...template.parameters },
    formats: formats === undefined ? null : [...formats],
    sections: sections === undefined ? null : [...sections],
    branding: {
      logo: logo === undefined ? null : { sha256: logo.sha256, width: logo.width, height: logo.height },
      colours: colours ?? null,
      footer: footer ?? null,
    },
    revision: template.revision,
    used: template.usedAt !== undefined,
    retired: template.retiredAt !== undefined,
    createdAt: template.createdAt.toISOString(),
    updatedAt: template.updatedAt.toISOString(),
  };
};
