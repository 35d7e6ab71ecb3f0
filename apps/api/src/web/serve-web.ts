/** The web app (apps/web) as it was built: files that never change, and one page for all of its addresses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

export const WEB_PATH = '/app';

/** Where the issuer sends back to. Within a hidden frame of the app it renews a token, and shows nothing. */
export const isSignedInPage = ({ path }: Pick<Request, 'path'>): boolean => path === `${WEB_PATH}/signed-in`;

export const isWebPage = ({ path }: Pick<Request, 'path'>): boolean =>
  path === WEB_PATH || path.startsWith(`${WEB_PATH}/`);

const FOR_GOOD = 'public, max-age=31536000, immutable';

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** @param folder of the built app; where there is none, the API has no pages of it */
export const serveWeb = (app: NestExpressApplication, folder: string): void => {
  if (!existsSync(join(folder, 'index.html'))) return;
  // Names of files hold a hash of what is in them. One that is gone is 404: a page in its place would be no script.
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: `${WEB_PATH}/assets`,
    fallthrough: false,
    index: false,
    // The options of the library for it would not win over what forbids caching everywhere else.
    setHeaders: (response: Response) => {
      response.setHeader('Cache-Control', FOR_GOOD);
    },
  });
  app.use(WEB_PATH, (request: Request, response: Response, next: NextFunction) => {
    if (!isRead(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    // With a root, so that a folder above it may begin with a dot.
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isRead(request) && request.path === '/') response.redirect(`${WEB_PATH}/`);
    else next();
  });
};
