/** Pictures that look like what a site sends; drawn as SVG without any text, so that no machine's fonts matter. */
import sharp from 'sharp';
import { randomFrom, type Random } from './random.ts';

type Format = 'png' | 'jpg' | 'webp';

/** Units of the drawing; the picture has three quarters as many pixels, which halves the time of its filters. */
const WIDTH = 960;
const HEIGHT = 640;
const SCALE = 0.75;

const svg = (content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * SCALE}" height="${HEIGHT * SCALE}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${content}</svg>`,
  );

const encode = async (content: string, format: Format): Promise<Buffer> => {
  const picture = sharp(svg(content));
  if (format === 'png') return picture.png().toBuffer();
  return format === 'jpg'
    ? picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer()
    : picture.webp({ quality: 80 }).toBuffer();
};

const grid = (step: number, colour: string, width: number): string => {
  const lines: string[] = [];
  for (let x = 0; x <= WIDTH; x += step) lines.push(`M${x} 0V${HEIGHT}`);
  for (let y = 0; y <= HEIGHT; y += step) lines.push(`M0 ${y}H${WIDTH}`);
  return `<path d="${lines.join('')}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;
};

/** One heartbeat: P, Q, R, S, T as x in beats, y in millimetres of paper, and width. */
const WAVES = [
  [0.18, -1.2, 0.028],
  [0.3, 1.2, 0.01],
  [0.325, -11, 0.011],
  [0.352, 2.8, 0.012],
  [0.6, -2.6, 0.05],
] as const;

const beat = (phase: number): number =>
  WAVES.reduce((y, [at, height, width]) => y + height * Math.exp(-(((phase - at) / width) ** 2) / 2), 0);

const trace = (random: Random, baseline: number, gain: number): string => {
  const points: string[] = [];
  let phase = random.next();
  let length = 118;
  for (let x = 0; x <= WIDTH; x += 1) {
    phase += 1 / length;
    if (phase >= 1) {
      phase -= 1;
      // The rhythm is not a clock's.
      length = 118 + random.normal(0, 9);
    }
    const wander = 5 * Math.sin(x / 170);
    points.push(`${x} ${(baseline + wander + gain * 8 * beat(phase) + random.normal(0, 0.7)).toFixed(1)}`);
  }
  return `<polyline points="${points.join(' ')}" fill="none" stroke="#1b1b2f" stroke-width="1.8" stroke-linejoin="round"/>`;
};

/** Three leads on the usual paper. */
export const electrocardiogram = (seed: string): Promise<Buffer> => {
  const random = randomFrom(seed, 'ecg');
  const leads = [trace(random, 130, 0.9), trace(random, 340, 1.15), trace(random, 545, 0.7)].join('');
  const paper = `<rect width="100%" height="100%" fill="#fff6f4"/>`;
  return encode(paper + grid(8, '#f6d3cd', 0.6) + grid(40, '#eaa79d', 1.1) + leads, 'png');
};

const plaque = (random: Random): string => {
  const [x, y] = [random.integer(140, 820), random.integer(110, 530)];
  return `<ellipse cx="${x}" cy="${y}" rx="${random.integer(45, 125)}" ry="${random.integer(35, 95)}" transform="rotate(${random.integer(0, 180)} ${x} ${y})"/>`;
};

/** @param redness 0 to 1: how much of the psoriasis is left. */
export const skinPhotograph = (seed: string, redness: number): Promise<Buffer> => {
  const random = randomFrom(seed, 'skin');
  const plaques = Array.from({ length: 7 }, () => plaque(random)).join('');
  const noise = random.integer(1, 999);
  return encode(
    `<defs>
      <radialGradient id="light" cx="38%" cy="30%" r="85%">
        <stop offset="0" stop-color="#f3cdb2"/><stop offset=".6" stop-color="#dba584"/><stop offset="1" stop-color="#a86f52"/>
      </radialGradient>
      <filter id="soft"><feGaussianBlur stdDeviation="13"/></filter>
      <filter id="scales">
        <feTurbulence type="fractalNoise" baseFrequency=".055" numOctaves="3" seed="${noise}" result="n"/>
        <feDisplacementMap in="SourceGraphic" in2="n" scale="34"/><feGaussianBlur stdDeviation="2.4"/>
      </filter>
    </defs>
    <rect width="100%" height="100%" fill="url(#light)"/>
    <g fill="#b4443c" opacity="${0.5 * redness}" filter="url(#soft)">${plaques}</g>
    <g fill="#e9d6cb" stroke="#b4443c" stroke-width="34" opacity="${0.42 * redness}" filter="url(#scales)">${plaques}</g>
    <g fill="#f7f5ee" stroke="#555" stroke-width="1"><rect x="700" y="592" width="220" height="26" rx="3"/></g>
    <path d="${Array.from({ length: 11 }, (_, tick) => `M${700 + tick * 22} 592v${tick % 5 === 0 ? 16 : 9}`).join('')}" stroke="#333" stroke-width="1.4"/>`,
    'jpg',
  );
};

const lung = (x: number, turn: number): string =>
  `<ellipse cx="${x}" cy="330" rx="125" ry="225" transform="rotate(${turn} ${x} 330)" fill="#141414" opacity=".86" filter="url(#soft)"/>`;

const ribs = (): string =>
  Array.from({ length: 8 }, (_, index) => {
    const y = 120 + index * 56;
    return `<path d="M480 ${y} C360 ${y - 46} 230 ${y} 215 ${y + 80} M480 ${y} C600 ${y - 46} 730 ${y} 745 ${y + 80}"/>`;
  }).join('');

/** A radiograph of the chest, with a shadow in one lower lobe. */
export const radiograph = (seed: string): Promise<Buffer> => {
  const random = randomFrom(seed, 'chest');
  const shadow = `<ellipse cx="${random.integer(305, 345)}" cy="${random.integer(425, 460)}" rx="78" ry="62" fill="#cfcfcf" opacity=".62" filter="url(#cloud)"/>`;
  return encode(
    `<defs>
      <filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="17"/></filter>
      <filter id="cloud" x="-60%" y="-60%" width="220%" height="220%">
        <feTurbulence type="fractalNoise" baseFrequency=".03" numOctaves="3" seed="${random.integer(1, 999)}" result="n"/>
        <feDisplacementMap in="SourceGraphic" in2="n" scale="46"/><feGaussianBlur stdDeviation="13"/>
      </filter>
      <radialGradient id="body" cx="50%" cy="52%" r="62%">
        <stop offset="0" stop-color="#b9b9b9"/><stop offset=".75" stop-color="#8b8b8b"/><stop offset="1" stop-color="#0b0b0b"/>
      </radialGradient>
    </defs>
    <rect width="100%" height="100%" fill="#060606"/><rect x="90" width="780" height="640" rx="170" fill="url(#body)"/>
    ${lung(330, 9)}${lung(630, -9)}
    <path d="M480 40V600" stroke="#dadada" stroke-width="54" opacity=".5" filter="url(#soft)"/>
    <ellipse cx="535" cy="430" rx="112" ry="128" fill="#d5d5d5" opacity=".7" filter="url(#soft)"/>
    <g fill="none" stroke="#c9c9c9" stroke-width="9" opacity=".3">${ribs()}</g>${shadow}`,
    'webp',
  );
};

/** Told apart by shape as well, for print without colour. */
const MARKS = [
  { colour: '#1f5fa8', shape: (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="9"/>` },
  {
    colour: '#c2571a',
    shape: (x: number, y: number) => `<rect x="${x - 8}" y="${y - 8}" width="16" height="16"/>`,
  },
  { colour: '#4d7f3a', shape: (x: number, y: number) => `<path d="M${x} ${y - 12}l11 12l-11 12l-11 -12z"/>` },
] as const;

/** Courses of laboratory values as multiples of the upper limit of normal, oldest first; three at most. */
export const labCourse = (series: readonly (readonly number[])[]): Promise<Buffer> => {
  const top = Math.max(3.5, ...series.flat()) * 1.08;
  const height = (value: number): number => Math.round(590 - (value / top) * 540);
  const lines = MARKS.slice(0, series.length).map(({ colour, shape }, index) => {
    const values = series[index] ?? [];
    const points = values.map(
      (value, at) => [Math.round(90 + (at * 820) / (values.length - 1)), height(value)] as const,
    );
    const marks = points.map(([x, y]) => shape(x, y)).join('');
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="4"/><g fill="${colour}">${marks}</g>`;
  });
  const limits = [1, 2, 3].map(
    (limit) =>
      `<path d="M70 ${height(limit)}H930" stroke="#8a8a8a" stroke-width="${limit === 3 ? 3 : 1.5}" stroke-dasharray="10 8"/>`,
  );
  return encode(
    `<rect width="100%" height="100%" fill="#fff"/>${limits.join('')}<path d="M70 40V590H930" fill="none" stroke="#222" stroke-width="2.5"/>${lines.join('')}`,
    'png',
  );
};
