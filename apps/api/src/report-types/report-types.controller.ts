import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FORMATS, format } from '@rounds/contracts/formats';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import { z } from 'zod';
import { Answers, Problems } from '../openapi/answers.ts';
import { ON_DEMAND_ONLY, onDemandParameters } from './report-types.ts';

const reportType = z
  .object({
    id: reportTypeId,
    title: z.string(),
    description: z.string(),
    formats: z.array(format),
    parameters: z.record(z.string(), z.unknown()).describe('JSON Schema of `parameters`.'),
    sections: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          always: z.boolean().describe('Whether it stands at the end also where a template leaves it out.'),
        }),
      )
      .describe('In their order; a template may name some of them in another.'),
    onDemandOnly: z
      .array(z.string())
      .describe('Parameters for reports on demand; in a subscription the schedule decides them.'),
  })
  .meta({ id: 'ReportType' });

const catalogue = z.object({ items: z.array(reportType) });

@ApiTags('studies')
@Controller('api/v1/report-types')
export class ReportTypesController {
  @Get()
  @ApiOperation({ summary: 'The catalogue of report types' })
  @Answers(200, 'Every report type.', catalogue)
  @Problems()
  listReportTypes(): z.infer<typeof catalogue> {
    const { say } = voiceOf();
    const items = Object.values(REPORT_TYPES).map(({ id, title, description, sections }) => ({
      id,
      title: say(title),
      description: say(description),
      formats: [...FORMATS],
      parameters: z.toJSONSchema(onDemandParameters(id), { io: 'input' }),
      sections: sections.map((section) => ({ always: false, ...section, title: say(section.title) })),
      onDemandOnly: ON_DEMAND_ONLY,
    }));
    return { items };
  }
}
