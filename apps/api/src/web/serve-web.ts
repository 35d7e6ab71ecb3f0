/** The web app (apps/web) as it was built: files that never change, and one page for all of its addresses. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

export const WEB_PATH = '/app';

/** Where the issuer sends back to, also within a hidden frame of the app. */
export const isSignedInPage = ({ path }: Pick<Request, 'path'>): boolean => path === `${WEB_PATH}/signed-in`;

/** Of such a page the app reads the address alone: there is nothing to show in it, and nothing to run. */
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Rounds</title></html>';
const isFramed = (request: Request): boolean => request.get('Sec-Fetch-Dest') === 'iframe';

export const isWebPage = ({ path }: Pick<Request, 'path'>): boolean =>
  path === WEB_PATH || path.startsWith(`${WEB_PATH}/`);

const FOR_GOOD = 'public, max-age=31536000, immutable';

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

const COMPRESSED = '.br';

/** A file as small as the build made it, where there is that and the browser takes it. */
const preferCompressed =
  (folder: string) =>
  (request: Request, _response: Response, next: NextFunction): void => {
    const name = request.path + COMPRESSED;
    const isThere = /^\/[\w.-]+$/.test(name) && existsSync(join(folder, name));
    if (isThere && request.acceptsEncodings('br') !== false) request.url = name;
    next();
  };

const describeFile = (response: Response, path: string): void => {
  // The options of the library for it would not win over what forbids caching everywhere else.
  response.setHeader('Cache-Control', FOR_GOOD);
  response.vary('Accept-Encoding');
  if (!path.endsWith(COMPRESSED)) return;
  response.type(extname(path.slice(0, -COMPRESSED.length)));
  response.setHeader('Content-Encoding', 'br');
};

/** @param folder of the built app; where there is none, the API has no pages of it */
export const serveWeb = (app: NestExpressApplication, folder: string): void => {
  if (!existsSync(join(folder, 'index.html'))) return;
  // Names of files hold a hash of what is in them. One that is gone is 404: a page in its place would be no script.
  const [assets, prefix] = [join(folder, 'assets'), `${WEB_PATH}/assets`];
  app.use(prefix, preferCompressed(assets));
  app.useStaticAssets(assets, { prefix, fallthrough: false, index: false, setHeaders: describeFile });
  app.use(WEB_PATH, (request: Request, response: Response, next: NextFunction) => {
    if (!isRead(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Sec-Fetch-Dest');
    if (isFramed(request)) {
      response.type('html').send(EMPTY_PAGE);
      return;
    }
    // With a root, so that a folder above it may begin with a dot.
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isRead(request) && request.path === '/') response.redirect(`${WEB_PATH}/`);
    else next();
  });
};
