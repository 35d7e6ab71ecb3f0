/**
 * SVG is a program for a painter: a few hundred bytes can keep it busy for hours, and nothing stops it within its
 * process. So it is drawn in a process of its own, which is killed when it takes too long, which holds no secret,
 * and which has the typefaces of the report, as a server has none.
 */
import type { NotShownCode } from '@rounds/contracts/dataset';
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FONT_FILES } from '../text/fonts.ts';
import { MOST_PIXELS, RefusedImage } from './refusal.ts';
import { withSize } from './svg-size.ts';
import { beginningOf, svgText, utf8Of } from './svg-text.ts';
import { withoutVariables } from './svg-variables.ts';

const require = createRequire(import.meta.url);

const BEGINS = /^\s*<(?:\?xml|!DOCTYPE\s+svg|!--|svg[\s>]|svg:svg)/i;
const ROOT = /<(?:\w+:)?svg[\s>]/i;

export const isSvg = (bytes: Buffer): boolean => {
  const beginning = beginningOf(bytes);
  return BEGINS.test(beginning) && (ROOT.test(beginning) || ROOT.test(svgText(bytes)));
};

/** What the picture would need from elsewhere, which is never read, or from a browser. Without it, it is not whole. */
const LACKS: readonly (readonly [RegExp, NotShownCode])[] = [
  [/<!ENTITY\s+\S+\s+(?:SYSTEM|PUBLIC)/i, 'entity'],
  [/<(?!\s*(?:\w+:)?a[\s>])[^>]*\s(?:xlink:)?href\s*=\s*(["'])\s*(?!#|data:|\1)/i, 'refers-outside'],
  [/url\(\s*["']?\s*(?!["']?\s*(?:#|data:))[^)\s]|@import|<\?xml-stylesheet/i, 'refers-outside'],
  [/<(?:\w+:)?foreignObject[\s>]/i, 'web-page'],
];

/** Of the longer side: more would be made smaller again. */
const SIDE = 1_600;
/** A small drawing is not made larger than this many pixels to one of its own. */
const LARGEST_SCALE = 4;
const MOST_SECONDS = 20;

/** Reads SVG from its input, writes PNG to its output. */
const PAINTER = `
const sharp = require(process.argv[1]);
sharp.cache(false);
sharp.concurrency(1);
const parts = [];
process.stdin.on('data', (part) => parts.push(part)).on('end', async () => {
  try {
    const svg = Buffer.concat(parts);
    const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
    const density = Math.min(${72 * LARGEST_SCALE}, Math.max(1, (72 * ${SIDE}) / Math.max(width, height)));
    const options = { density, limitInputPixels: ${MOST_PIXELS}, failOn: 'warning' };
    process.stdout.write(await sharp(svg, options).png().toBuffer());
  } catch (error) {
    process.stderr.write(String(error.message));
    process.exitCode = 1;
  }
});`;

let fonts: string | undefined;

/** A configuration of fontconfig that knows the folders of our typefaces and nothing else. */
const fontConfiguration = (): string => {
  if (fonts !== undefined) return fonts;
  const folder = mkdtempSync(join(tmpdir(), 'rounds-fonts-'));
  const folders = new Set(Object.values(FONT_FILES).map(({ normal }) => dirname(normal)));
  const lines = [...folders].map((each) => `<dir>${each}</dir>`).join('');
  fonts = join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>${lines}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return fonts;
};

const paint = (svg: Buffer, seconds: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['-e', PAINTER, require.resolve('sharp')],
      {
        env: { FONTCONFIG_FILE: fontConfiguration() },
        encoding: 'buffer',
        timeout: seconds * 1_000,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, png, said) => {
        if (error === null) resolve(png);
        else if (error.killed === true) reject(new RefusedImage('takes-too-long', { seconds }));
        else reject(new Error(said.toString() || error.message));
      },
    );
    // A painter that was killed reads no more; its end says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(svg);
  });

/** What style sheets compute in a browser and the painter draws black or not at all. */
const COMPUTED = /[:"'\s(,](calc|clamp|color-mix|light-dark|env)\(/i;

/** What the painter is given: in UTF-8, with a size, without variables. @throws RefusedImage where it is not whole */
const prepared = (svg: Buffer): Buffer => {
  const source = svgText(svg);
  const lack = LACKS.find(([pattern]) => pattern.test(source));
  if (lack !== undefined) throw new RefusedImage(lack[1]);
  const plain = withoutVariables(source);
  const [, computed] = COMPUTED.exec(plain.replaceAll(/>[^<>{}]*</g, '><')) ?? [];
  if (computed !== undefined) throw new RefusedImage('style-function', { name: computed });
  return utf8Of(withSize(plain));
};

/** @throws RefusedImage with the reason when it is not whole in itself or takes too long; Error when it is broken */
export const drawSvg = async (svg: Buffer, seconds = MOST_SECONDS): Promise<Buffer> =>
  paint(prepared(svg), seconds);
