import { Inject, Injectable } from '@nestjs/common';
import type { TemplateContent } from '@rounds/adapters/mongo/templates.repository';
import type { Branding, TemplateDocument } from '@rounds/contracts/template';
import { reportTypeId, type ReportTypeId } from '@rounds/report-types/catalogue';
import { LogosService } from './logos.service.ts';
import { checkColours, checkSections, checkTemplateParameters } from './rules.ts';
import type { ChangeTemplateBody, CreateTemplateBody } from './templates.dto.ts';

type WrittenBranding = CreateTemplateBody['branding'];

/** What a person writes of a template, whole. */
type Written = Pick<CreateTemplateBody, 'studies' | 'parameters' | 'branding' | 'formats' | 'sections'> & {
  readonly title: string;
};

@Injectable()
export class TemplateContents {
  constructor(@Inject(LogosService) private readonly logos: LogosService) {}

  /** @throws RoundsError INVALID_INPUT */
  async of(reportType: ReportTypeId, written: Written): Promise<TemplateContent> {
    const { title, studies, parameters, formats, sections } = written;
    checkTemplateParameters(reportType, parameters);
    checkSections(reportType, sections);
    checkColours(written.branding.colours);
    const branding = await this.brandingOf(written.branding);
    return {
      ...{ title, studies, parameters, branding },
      ...(formats === undefined ? {} : { formats }),
      ...(sections === undefined ? {} : { sections }),
    };
  }

  /** What is not named stays; `null` removes. @throws RoundsError INVALID_INPUT */
  changed(before: TemplateDocument, change: ChangeTemplateBody): Promise<TemplateContent> {
    const { formats = before.formats, sections = before.sections } = change;
    return this.of(reportTypeId.parse(before.reportType), {
      title: change.title ?? before.title,
      studies: change.studies ?? (before.studies === 'all' ? 'all' : [...before.studies]),
      parameters: change.parameters ?? { ...before.parameters },
      formats: formats === null ? undefined : formats && [...formats],
      sections: sections === null ? undefined : sections && [...sections],
      branding: change.branding ?? writtenOf(before.branding),
    });
  }

  private async brandingOf({ logo, colours, footer }: WrittenBranding): Promise<Branding> {
    return {
      ...(logo === undefined ? {} : { logo: await this.logos.find(logo) }),
      ...(colours === undefined ? {} : { colours }),
      ...(footer === undefined ? {} : { footer }),
    };
  }
}

const writtenOf = ({ logo, colours, footer }: Branding): WrittenBranding => ({
  logo: logo?.sha256,
  colours,
  footer,
});
