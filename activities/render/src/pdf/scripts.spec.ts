/** Small: texts of many scripts, drawn by the real pdfmake and read back by PDF.js. */
import { writeFileSync } from 'node:fs';
import type { Content } from 'pdfmake/interfaces';
import { pageText, readPdf } from '../testing/pdf-text.ts';
import { BODY_FAMILY } from '../text/fonts.ts';
import { findable, searchable } from '../text/findable.ts';
import { plainText } from './narrative.ts';
import { createPdf } from './pdfmake.ts';
import { textBlock } from './rich-text.ts';

const TEXTS: Readonly<Record<string, string>> = {
  Japanese:
    '被験者101-002は11月18日に肝機能検査値の上昇により入院した。治験責任医師は治験薬との因果関係を「関連あるかもしれない」と判定した。ALTは基準値上限の3.4倍、総ビリルビンは1.1mg/dLであった。患者は11月25日に退院し、現在は無症状である。次回の来院は12月2日の予定。',
  Chinese:
    '受试者101-002于11月18日因肝功能检查值升高住院。研究者认为与试验药物“可能有关”。ALT为正常值上限的3.4倍，总胆红素为1.1 mg/dL。患者于11月25日出院，目前无症状，下次访视定于12月2日。',
  Korean:
    '시험대상자 101-002는 11월 18일 간기능 검사 수치 상승으로 입원하였다. 시험책임자는 시험약과의 인과관계를 "관련 있을 수 있음"으로 판정하였다.',
  Arabic:
    'أُدخل المريض 101-002 إلى المستشفى (قسم الكبد) يوم 18 نوفمبر بسبب ارتفاع ALT إلى 3.4 × ULN، وكان البيليروبين الكلي 1.1 mg/dL. يرى الباحث أن العلاقة بدواء الدراسة «محتملة»؛ وقد خرج المريض في ٢٥ نوفمبر دون أعراض.',
  Hebrew:
    'המטופל 101-002 אושפז (מחלקת כבד) ב-18 בנובמבר בשל עלייה ב-ALT לפי 3.4 מהגבול העליון (ULN). החוקר סבור שהקשר לתרופת המחקר "אפשרי", 25% מהמקרים.',
  Persian: 'بیمار می‌خواهد در مطالعه بماند؛ دوز ۲۵ میلی‌گرم (روزانه) ادامه دارد.',
  Mixed: 'The site wrote: "المريض بخير (well) 12 mg" and closed the query; שלום עולם 5–7.',
  Thai: 'ผู้ป่วยถูกส่งเข้าโรงพยาบาลเนื่องจากค่าการทำงานของตับสูงขึ้นและได้รับการรักษาจนอาการดีขึ้นแล้วจึงกลับบ้านได้ในวันที่ยี่สิบห้าพฤศจิกายน',
  Hindi: 'रोगी को यकृत परीक्षण के बढ़े हुए मानों के कारण अस्पताल में भर्ती किया गया।',
  Vietnamese: 'Bệnh nhân được nhập viện vì men gan tăng; Ελληνικά, Кириллица, Ångström.',
  Emoji: 'Well 😀 family 👨‍👩‍👧‍👦 flag 🇩🇪 tone 👍🏽 heart ❤️‍🔥 keycap 1️⃣ pill 💊 ⚠️ ✓ ☑',
  Zalgo: 'Z̷̡̢̛̗̪̖͔̲̹̥͖̦̮̙͉̓̽̾̇̅̈́̕a̴̛̺l̵g̶̨̀ȯ̷ text',
  Unbroken: `${'患者'.repeat(40)} ${'\u{1F130}\u{1F131}'.repeat(40)} ${'abcdefghij'.repeat(20)} ${'😀'.repeat(50)}`,
};

/** Set ROUNDS_LOOK to a folder to look at what the tests draw. */
const look = (name: string, bytes: Uint8Array): void => {
  const folder = process.env.ROUNDS_LOOK;
  if (folder !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes);
};

const AT = new Date('2026-01-05T06:00:00Z');

const drawn = (content: Content): Promise<Buffer> =>
  createPdf({
    content,
    defaultStyle: { font: BODY_FAMILY, fontSize: 9.5 },
    info: { creationDate: AT, modDate: AT },
  }).getBuffer();

describe('the PDF of texts in many scripts', () => {
  let text: string;
  beforeAll(async () => {
    const bytes = await drawn(
      Object.entries(TEXTS).flatMap(([name, text]) => [textBlock(name, { bold: true }), ...plainText(text)]),
    );
    look('scripts', bytes);
    text = searchable((await readPdf(bytes)).map(pageText).join(''));
  });

  it.each(Object.keys(TEXTS))('lets a reader find what is written: %s', (name) => {
    expect(text).toContain(findable(TEXTS[name] ?? ''));
  });
});

it('has the same bytes whatever the thread drew before, in the same faces', async () => {
  const [before, after] = ['A ∆ of 5 µg; Ω', 'A Δ of 5 μg; Ω'];
  const first = await drawn(textBlock(after));
  await drawn([textBlock(before), ...Object.values(TEXTS).flatMap(plainText)]);
  // More words than are kept.
  await drawn(textBlock(Array.from({ length: 4_100 }, (_, index) => `w${String(index)}`).join(' ')));
  expect((await drawn(textBlock(after))).equals(first)).toBe(true);
});
