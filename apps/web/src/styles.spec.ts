/** A style that a screen has only because of another one, where somebody was before, is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = import.meta.dirname;
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, file));

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What comes with it: all that it imports, but what it loads later. */
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^@?(?:import|export)\s(?:[^;]*?from\s)?'(\.[^']+)'/gm)].map(([, path = '']) =>
    resolve(dirname(file), path),
  );

const withImports = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of importsOf(file).filter((each) => FILES.includes(each))) withImports(imported, found);
  return found;
};

/** By class: the files that have rules of its own. */
const rules = new Map<string, string[]>();
for (const file of FILES.filter((each) => each.endsWith('.css')))
  for (const [, name = ''] of textOf(file).matchAll(/^\s*\.([a-z][\w-]*)/gm))
    rules.set(name, [...(rules.get(name) ?? []), file]);

const classesIn = (file: string): string[] =>
  [...textOf(file).matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(([, plain, composed]) =>
    (plain ?? composed ?? '').replaceAll(/\$\{[^}]*\}/g, ' ').split(/\s+/),
  );

const first = new Set(
  ['main.ts', 'app.tsx', 'screens/home/home.screen.tsx'].flatMap((file) => [
    ...withImports(join(ROOT, file)),
  ]),
);

const STUDY = join(ROOT, 'screens/study/');

/** Around the pages of a study is a screen of its own. */
const frameOf = (screen: string): Set<string> =>
  screen.startsWith(STUDY) ? withImports(join(STUDY, 'study.screen.tsx')) : new Set();

const lackingIn = (screen: string): string[] => {
  const there = new Set([...first, ...frameOf(screen), ...withImports(screen)]);
  return [...there]
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      classesIn(file)
        .filter((name) => rules.get(name)?.some((style) => there.has(style)) === false)
        .map((name) => `${relative(ROOT, file)}: .${name}`),
    );
};

it.each(FILES.filter((file) => file.endsWith('.screen.tsx')).map((file) => [relative(ROOT, file)]))(
  '%s brings the styles of all that it shows',
  (screen) => {
    expect(lackingIn(join(ROOT, screen))).toEqual([]);
  },
);
