import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../auth/auth.guard.ts';
import { STYLESHEET, STYLESHEET_PATH } from './stylesheet.ts';

@Open()
@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get(STYLESHEET_PATH)
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  getStylesheet(): string {
    return STYLESHEET;
  }
}
