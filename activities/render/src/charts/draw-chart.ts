import type { Chart } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { CONTENT_WIDTH, GUTTER, span, type Palette } from '../theme.ts';
import { barChart } from './bars.ts';
import type { ChartSize } from './chart.ts';
import { lineChart } from './lines.ts';

/** Between two charts that stand side by side. */
export const CHART_GAP = GUTTER;
export const FULL: ChartSize = { width: CONTENT_WIDTH, height: 158 };
export const HALF: ChartSize = { width: span(3), height: 150 };

/** SVG. */
export const drawChart = (chart: Chart, size: ChartSize, palette: Palette, voice: Voice): Promise<string> =>
  chart.kind === 'bars' ? barChart(chart, size, palette, voice) : lineChart(chart, size, palette, voice);
