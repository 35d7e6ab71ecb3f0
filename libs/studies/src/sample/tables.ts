/** The columns of the sample's datasets, with the names and labels that SDTM gives them. */
import type { DatasetColumn } from '../readers/dataset.ts';
import { tableOf, type Table } from '../writers/table.ts';
import type { SampleRows } from './rows.ts';

const WRITTEN_AT = '2026-01-05T06:00:00';

const DATASETS: Readonly<Record<string, readonly [label: string, variables: string]>> = {
  DM: [
    'Demographics',
    'STUDYID DOMAIN USUBJID SUBJID RFSTDTC RFENDTC RFICDTC RFPENDTC DTHDTC DTHFL SITEID AGE AGEU SEX RACE ARMCD ARM ACTARMCD ACTARM ARMNRS COUNTRY DMDTC DMDY',
  ],
  DS: ['Disposition', 'STUDYID DOMAIN USUBJID DSSEQ DSTERM DSDECOD DSCAT DSSTDTC DSSTDY'],
  SV: ['Subject Visits', 'STUDYID DOMAIN USUBJID VISITNUM VISIT SVSTDTC SVENDTC SVSTDY'],
  EX: [
    'Exposure',
    'STUDYID DOMAIN USUBJID EXSEQ EXTRT EXDOSE EXDOSU EXDOSFRM EXDOSFRQ EXROUTE VISITNUM VISIT EXSTDTC EXENDTC EXSTDY',
  ],
  AE: [
    'Adverse Events',
    'STUDYID DOMAIN USUBJID AESEQ AETERM AEDECOD AEBODSYS AESOC AESEV AESER AEACN AEREL AEOUT AESDTH AESHOSP AEDTC AESTDTC AEENDTC AESTDY',
  ],
  LB: [
    'Laboratory Test Results',
    'STUDYID DOMAIN USUBJID LBSEQ LBTESTCD LBTEST LBCAT LBORRES LBORRESU LBORNRLO LBORNRHI LBSTRESC LBSTRESN LBSTRESU LBSTNRLO LBSTNRHI LBNRIND LBBLFL VISITNUM VISIT LBDTC LBDY',
  ],
  VS: [
    'Vital Signs',
    'STUDYID DOMAIN USUBJID VSSEQ VSTESTCD VSTEST VSORRES VSORRESU VSSTRESC VSSTRESN VSSTRESU VISITNUM VISIT VSDTC VSDY',
  ],
  CM: [
    'Concomitant/Prior Medications',
    'STUDYID DOMAIN USUBJID CMSEQ CMTRT CMDECOD CMINDC CMCLAS VISITNUM VISIT CMDTC CMSTDTC CMENRTPT',
  ],
  MH: ['Medical History', 'STUDYID DOMAIN USUBJID MHSEQ MHTERM MHDECOD MHCAT MHDTC MHSTDTC'],
  TS: ['Trial Summary', 'STUDYID DOMAIN TSSEQ TSPARMCD TSPARM TSVAL'],
};

const INTEGERS = /^(AGE|TSSEQ|..SEQ|..DY|..STDY)$/;
const NUMBERS = /^(VISITNUM|EXDOSE|..STRESN|..STNR(LO|HI))$/;

/** Labels of SDTM; `--` stands for the domain, as in the standard. */
const LABELS: Readonly<Record<string, string>> = {
  STUDYID: 'Study Identifier',
  DOMAIN: 'Domain Abbreviation',
  USUBJID: 'Unique Subject Identifier',
  SUBJID: 'Subject Identifier for the Study',
  RFSTDTC: 'Subject Reference Start Date/Time',
  RFENDTC: 'Subject Reference End Date/Time',
  RFICDTC: 'Date/Time of Informed Consent',
  RFPENDTC: 'Date/Time of End of Participation',
  DTHDTC: 'Date/Time of Death',
  DTHFL: 'Subject Death Flag',
  SITEID: 'Study Site Identifier',
  AGE: 'Age',
  AGEU: 'Age Units',
  SEX: 'Sex',
  RACE: 'Race',
  ARMCD: 'Planned Arm Code',
  ARM: 'Description of Planned Arm',
  ACTARMCD: 'Actual Arm Code',
  ACTARM: 'Description of Actual Arm',
  ARMNRS: 'Reason Arm and/or Actual Arm is Null',
  COUNTRY: 'Country',
  VISITNUM: 'Visit Number',
  VISIT: 'Visit Name',
  TSPARMCD: 'Trial Summary Parameter Short Name',
  TSPARM: 'Trial Summary Parameter',
  TSVAL: 'Parameter Value',
  '--SEQ': 'Sequence Number',
  '--TERM': 'Reported Term',
  '--DECOD': 'Dictionary-Derived Term',
  '--BODSYS': 'Body System or Organ Class',
  '--SOC': 'Primary System Organ Class',
  '--SEV': 'Severity/Intensity',
  '--SER': 'Serious Event',
  '--ACN': 'Action Taken with Study Treatment',
  '--REL': 'Causality',
  '--OUT': 'Outcome of Adverse Event',
  '--SDTH': 'Results in Death',
  '--SHOSP': 'Requires or Prolongs Hospitalization',
  '--CAT': 'Category',
  '--TRT': 'Name of Treatment',
  '--DOSE': 'Dose',
  '--DOSU': 'Dose Units',
  '--DOSFRM': 'Dose Form',
  '--DOSFRQ': 'Dosing Frequency per Interval',
  '--ROUTE': 'Route of Administration',
  '--TESTCD': 'Test or Examination Short Name',
  '--TEST': 'Test or Examination Name',
  '--ORRES': 'Result or Finding in Original Units',
  '--ORRESU': 'Original Units',
  '--ORNRLO': 'Normal Range Lower Limit-Original Units',
  '--ORNRHI': 'Normal Range Upper Limit-Original Units',
  '--STRESC': 'Character Result/Finding in Std Format',
  '--STRESN': 'Numeric Result/Finding in Standard Units',
  '--STRESU': 'Standard Units',
  '--STNRLO': 'Normal Range Lower Limit-Standard Units',
  '--STNRHI': 'Normal Range Upper Limit-Standard Units',
  '--NRIND': 'Reference Range Indicator',
  '--BLFL': 'Baseline Flag',
  '--INDC': 'Indication',
  '--CLAS': 'Medication Class',
  '--ENRTPT': 'End Relative to Reference Time Point',
  '--DTC': 'Date/Time of Collection',
  '--DY': 'Study Day of Collection',
  '--STDTC': 'Start Date/Time',
  '--ENDTC': 'End Date/Time',
  '--STDY': 'Study Day of Start',
};

const dataTypeOf = (name: string): DatasetColumn['dataType'] => {
  if (INTEGERS.test(name)) return 'integer';
  return NUMBERS.test(name) ? 'double' : 'string';
};

const columnOf = (name: string): DatasetColumn => ({
  name,
  label: LABELS[name] ?? LABELS[`--${name.slice(2)}`] ?? name,
  dataType: dataTypeOf(name),
});

export const tablesOf = (rows: SampleRows): Table[] =>
  Object.entries(DATASETS).map(([name, [label, variables]]) =>
    tableOf(
      { name, label, columns: variables.split(' ').map(columnOf), createdAt: WRITTEN_AT },
      rows[name] ?? [],
    ),
  );
