/**
 * Files that import each other, be it around corners or for a type alone: none of them can be read, tested or moved
 * without the others. Lint's own rules pass over imports of types.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

const FOLDERS = ['apps', 'activities', 'libs', 'workflows', 'tools'];

/** @typedef {ReadonlyMap<string, readonly string[]>} Imports by file */

/** @param {string} root @param {RegExp} name @returns {string[]} */
const filesOf = (root, name) =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => name.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
      .map((file) => join(folder, file)),
  );

/** @param {string} root @returns {Imports} */
export function readImports(root) {
  const text = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const projects = filesOf(root, /(^|\/)package\.json$/).map((file) => [
    JSON.parse(text(file)).name,
    dirname(file),
  ]);
  const folderOf = new Map(/** @type {[string, string][]} */ (projects));
  const files = filesOf(root, /\.(ts|mjs)$/);
  const known = new Set(files);
  /** @param {string} from @param {string} specifier */
  const resolve = (from, specifier) => {
    if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
    const [scope, name, ...path] = specifier.split('/');
    return join(folderOf.get(`${scope}/${name}`) ?? '', 'src', `${path.join('/')}.ts`);
  };
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(text(file), true, true);
      return [
        file,
        importedFiles.map(({ fileName }) => resolve(file, fileName)).filter((to) => known.has(to)),
      ];
    }),
  );
}

/** @param {Imports} imports @param {string} from @returns {ReadonlySet<string>} all that it imports, at any distance */
const reachedFrom = (imports, from) => {
  const reached = new Set(imports.get(from));
  for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
  return reached;
};

/** @param {Imports} imports @returns {string[][]} the files of each circle */
export function circlesIn(imports) {
  const reached = new Map([...imports.keys()].map((file) => [file, reachedFrom(imports, file)]));
  const left = new Set([...imports.keys()].filter((file) => reached.get(file)?.has(file)));
  const circles = [];
  for (const file of left) {
    const circle = [...left].filter(
      (other) => reached.get(file)?.has(other) && reached.get(other)?.has(file),
    );
    for (const other of circle) left.delete(other);
    circles.push(circle);
  }
  return circles;
}
