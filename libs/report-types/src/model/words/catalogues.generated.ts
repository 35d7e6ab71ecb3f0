/** Generated from the catalogues by `npm run generate`: do not edit. */
import type { Language } from '@rounds/contracts/language';
import learnerProgressEn from '../../learner-progress/words/en.json' with { type: 'json' };
import commonEn from './common/en.json' with { type: 'json' };
import mailEn from './mail/en.json' with { type: 'json' };
import safetyWeeklyEn from '../../safety-weekly/words/en.json' with { type: 'json' };
import sitePerformanceEn from '../../site-performance/words/en.json' with { type: 'json' };
import studyWeeklyEn from '../../study-weekly/words/en.json' with { type: 'json' };
import learnerProgressDe from '../../learner-progress/words/de.json' with { type: 'json' };
import commonDe from './common/de.json' with { type: 'json' };
import mailDe from './mail/de.json' with { type: 'json' };
import safetyWeeklyDe from '../../safety-weekly/words/de.json' with { type: 'json' };
import sitePerformanceDe from '../../site-performance/words/de.json' with { type: 'json' };
import studyWeeklyDe from '../../study-weekly/words/de.json' with { type: 'json' };
import learnerProgressEs from '../../learner-progress/words/es.json' with { type: 'json' };
import commonEs from './common/es.json' with { type: 'json' };
import mailEs from './mail/es.json' with { type: 'json' };
import safetyWeeklyEs from '../../safety-weekly/words/es.json' with { type: 'json' };
import sitePerformanceEs from '../../site-performance/words/es.json' with { type: 'json' };
import studyWeeklyEs from '../../study-weekly/words/es.json' with { type: 'json' };
import learnerProgressFr from '../../learner-progress/words/fr.json' with { type: 'json' };
import commonFr from './common/fr.json' with { type: 'json' };
import mailFr from './mail/fr.json' with { type: 'json' };
import safetyWeeklyFr from '../../safety-weekly/words/fr.json' with { type: 'json' };
import sitePerformanceFr from '../../site-performance/words/fr.json' with { type: 'json' };
import studyWeeklyFr from '../../study-weekly/words/fr.json' with { type: 'json' };
import learnerProgressJa from '../../learner-progress/words/ja.json' with { type: 'json' };
import commonJa from './common/ja.json' with { type: 'json' };
import mailJa from './mail/ja.json' with { type: 'json' };
import safetyWeeklyJa from '../../safety-weekly/words/ja.json' with { type: 'json' };
import sitePerformanceJa from '../../site-performance/words/ja.json' with { type: 'json' };
import studyWeeklyJa from '../../study-weekly/words/ja.json' with { type: 'json' };
import learnerProgressPl from '../../learner-progress/words/pl.json' with { type: 'json' };
import commonPl from './common/pl.json' with { type: 'json' };
import mailPl from './mail/pl.json' with { type: 'json' };
import safetyWeeklyPl from '../../safety-weekly/words/pl.json' with { type: 'json' };
import sitePerformancePl from '../../site-performance/words/pl.json' with { type: 'json' };
import studyWeeklyPl from '../../study-weekly/words/pl.json' with { type: 'json' };
/** By language: messages by their key, and what stands beside them. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = {
  en: {
    ...learnerProgressEn,
    ...commonEn,
    ...mailEn,
    ...safetyWeeklyEn,
    ...sitePerformanceEn,
    ...studyWeeklyEn,
  },
  de: {
    ...learnerProgressDe,
    ...commonDe,
    ...mailDe,
    ...safetyWeeklyDe,
    ...sitePerformanceDe,
    ...studyWeeklyDe,
  },
  es: {
    ...learnerProgressEs,
    ...commonEs,
    ...mailEs,
    ...safetyWeeklyEs,
    ...sitePerformanceEs,
    ...studyWeeklyEs,
  },
  fr: {
    ...learnerProgressFr,
    ...commonFr,
    ...mailFr,
    ...safetyWeeklyFr,
    ...sitePerformanceFr,
    ...studyWeeklyFr,
  },
  ja: {
    ...learnerProgressJa,
    ...commonJa,
    ...mailJa,
    ...safetyWeeklyJa,
    ...sitePerformanceJa,
    ...studyWeeklyJa,
  },
  pl: {
    ...learnerProgressPl,
    ...commonPl,
    ...mailPl,
    ...safetyWeeklyPl,
    ...sitePerformancePl,
    ...studyWeeklyPl,
  },
};
