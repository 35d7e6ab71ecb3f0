import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { studyAnswer } from '../studies/studies.dto.ts';
import { StudiesService } from '../studies/studies.service.ts';

const me = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    roles: z.array(z.enum(['operator', 'auditor'])).describe('Roles that hold everywhere.'),
    studies: z.array(studyAnswer),
  })
  .meta({ id: 'Me' });

@ApiTags('studies')
@Controller('api/v1/me')
export class MeController {
  constructor(@Inject(StudiesService) private readonly studies: StudiesService) {}

  @Get()
  @ApiOperation({ summary: 'Who you are here, and what you may see' })
  @Answers(200, 'You.', me)
  @Problems()
  async getMe(@FromCaller() caller: Caller): Promise<z.infer<typeof me>> {
    const { userId, email, name, roles } = caller;
    return { id: userId, email, name, roles: [...roles], studies: await this.studies.ofCaller(caller) };
  }
}
