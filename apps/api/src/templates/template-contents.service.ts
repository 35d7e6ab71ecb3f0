import { Inject, Injectable } from '@nestjs/common';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { TemplateContent } from '@rounds/adapters/mongo/templates.repository';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
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
  constructor(
    @Inject(LogosService) private readonly logos: LogosService,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
  ) {}

  /** @throws RoundsError INVALID_INPUT, UNPROCESSABLE */
  async of(reportType: ReportTypeId, written: Written): Promise<TemplateContent> {
    const { title, studies, parameters, formats, sections } = written;
    checkTemplateParameters(reportType, parameters);
    checkSections(reportType, sections);
    checkColours(written.branding.colours);
    await this.checkStudies(studies);
    const branding = await this.brandingOf(written.branding);
    return {
      ...{ title, studies, parameters, branding },
      ...defined({ formats, sections }),
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

  /** @throws RoundsError UNPROCESSABLE that names each study that is not there */
  private async checkStudies(studies: Written['studies']): Promise<void> {
    if (studies === 'all') return;
    const found = await Promise.all(studies.map((studyId) => this.studies.find(studyId)));
    const places = found.flatMap((study, place) => (study === null ? [place] : []));
    if (places.length === 0) return;
    throw new RoundsError('UNPROCESSABLE', 'A template is for studies that are there.', {
      fields: places.map((place) => broken(`studies.${place}`, 'no-such-study')),
    });
  }

  private async brandingOf({ logo, colours, footer }: WrittenBranding): Promise<Branding> {
    return {
      ...(logo === undefined ? {} : { logo: await this.logos.find(logo) }),
      ...defined({ colours, footer }),
    };
  }
}

const writtenOf = ({ logo, colours, footer }: Branding): WrittenBranding => ({
  logo: logo?.sha256,
  colours,
  footer,
});
