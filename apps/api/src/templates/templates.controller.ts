import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { demandOperator, FromCaller, type Caller } from '../auth/caller.ts';
import { idFromKey } from '../http/idempotency.interceptor.ts';
import type { Page } from '../http/page.dto.ts';
import { Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { LOGO_TYPES, LogosService } from './logos.service.ts';
import {
  ChangeTemplateBody,
  CreateTemplateBody,
  LogoAnswer,
  TemplateAnswer,
  templatesPage,
  TemplatesQueryDto,
  templateVersions,
} from './templates.dto.ts';
import { TemplatesService } from './templates.service.ts';

const templatePath = (id: string): string => `/api/v1/templates/${encodeURIComponent(id)}`;

@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    @Inject(TemplatesService) private readonly templates: TemplatesService,
    @Inject(LogosService) private readonly logos: LogosService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make a template, or the next version of one; for operators' })
  @Versioned()
  @Answers(201, 'Made.', TemplateAnswer)
  @Problems('CONFLICT', 'UNPROCESSABLE')
  async createTemplate(
    @FromCaller() caller: Caller,
    @Body({ schema: CreateTemplateBody }) body: CreateTemplateBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateAnswer> {
    const made = await this.templates.create(caller, body, idFromKey(request));
    response.setHeader('Location', templatePath(made.id));
    return made;
  }

  @Post('logos')
  @ApiOperation({ summary: 'Upload a logo for `branding.logo`; for operators' })
  @ApiConsumes(...LOGO_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'The picture, 512 kB at most.' })
  @Answers(201, 'Kept, as a PNG of at most 1200 × 400 pixels. The same picture twice is one.', LogoAnswer)
  @Problems('IDEMPOTENCY_KEY_REUSED', 'CONFLICT')
  async uploadLogo(@FromCaller() caller: Caller, @Req() request: Request): Promise<LogoAnswer> {
    demandOperator(caller);
    const body: unknown = request.body;
    const { sha256, width, height } = await this.logos.store(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    return { sha256, width, height };
  }

  @Get()
  @ApiOperation({
    summary: 'The newest version of each template that you may use; an operator or auditor: all',
  })
  @Answers(200, 'One page, newest first.', templatesPage)
  @Problems()
  listTemplates(
    @FromCaller() caller: Caller,
    @Query({ schema: TemplatesQueryDto }) query: TemplatesQueryDto,
  ): Promise<Page<TemplateAnswer>> {
    return this.templates.list(caller, query);
  }

  @Get(':template')
  @ApiOperation({ summary: 'One template: `name` is the newest version, `name@2` the second' })
  @Versioned()
  @Answers(200, 'The template.', TemplateAnswer)
  @Problems('NOT_FOUND')
  getTemplate(@FromCaller() caller: Caller, @Param('template') reference: string): Promise<TemplateAnswer> {
    return this.templates.read(caller, reference);
  }

  @Get(':template/versions')
  @ApiOperation({ summary: 'Every version of a template' })
  @Answers(200, 'Newest first.', templateVersions)
  @Problems('NOT_FOUND')
  listTemplateVersions(
    @FromCaller() caller: Caller,
    @Param('template') name: string,
  ): Promise<{ items: TemplateAnswer[] }> {
    return this.templates.versions(caller, name);
  }

  @Patch(':template')
  @ApiOperation({
    summary: 'Change what is named: of a version that was used, as the next version; for operators',
  })
  @Versioned()
  @Answers(200, 'Changed.', TemplateAnswer)
  @Answers(201, 'It was used: this is the next version.', TemplateAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'UNPROCESSABLE')
  async changeTemplate(
    @FromCaller() caller: Caller,
    @Param('template') reference: string,
    @Body({ schema: ChangeTemplateBody }) body: ChangeTemplateBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateAnswer> {
    const { template, isNew } = await this.templates.change(caller, reference, body);
    if (isNew) {
      response.status(201);
      response.setHeader('Location', templatePath(template.id));
    }
    return template;
  }

  @Delete(':template')
  @ApiOperation({ summary: 'Retire one version, or by the name all: readable, but not to be named any more' })
  @Versioned()
  @Answers(200, 'Retired.', TemplateAnswer)
  @Problems('NOT_FOUND')
  retireTemplate(
    @FromCaller() caller: Caller,
    @Param('template') reference: string,
  ): Promise<TemplateAnswer> {
    return this.templates.retire(caller, reference);
  }
}
