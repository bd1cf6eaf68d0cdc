/** Picks the sentences of a document that answer a question, word for word. */
import { hiddenNumber, type Section } from '../../knowledge/index.ts';
import { type AskedWord, countIn, formsOf, type PassageQuestion, weightIn } from '../../retrieval/index.ts';

/** A quote is short: who wants all of it is told where it is. */
const mostSentences = 4;
const mostCharacters = 500;
const longestSentence = 300;

/** What the question wants to know, and what tells that a sentence says it. */
const wants: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /lịch|khi nào|bao giờ|mấy giờ|ngày nào|lúc nào|hôm nào|\blich\b|khi nao|bao gio|may gio|ngay nao|hom nao/u,
    /\d{1,2}\s*(?:giờ|h\d*|[/:-]\s*\d{1,2})|ngày|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|hằng ngày/iu,
  ],
  [
    /ở đâu|chỗ nào|nơi nào|địa điểm|\bo dau\b|cho nao|dia diem/u,
    /\btại\b|địa điểm|địa chỉ|nhà văn hóa|trụ sở|khu phố/iu,
  ],
  [/bao nhiêu|mất tiền|phí|tiền|giá|bao nhieu|mat tien|\bphi\b|\btien\b/u, /đồng|miễn phí|phí|\btiền\b|không thu/iu],
  [/mang (?:gì|theo)|cần gì|giấy tờ|can gi|giay to|mang gi/u, /mang theo|giấy|sổ|cccd|căn cước/iu],
];
const wantWeight = 1.5;

/** What is quoted of one section. */
export interface Quote {
  /** Under which it stands; without it "từ 22 giờ" could be said of anything. `null` where it stands under none. */
  readonly heading: string | null;
  readonly sentences: readonly string[];
}

interface Rated {
  readonly section: Section;
  readonly text: string;
  readonly at: number;
  readonly score: number;
}

/** What a word counts in the heading over a sentence, and in the sentence where the title says it anyway. */
const headingShare = 0.5;
const titleShare = 0.1;
/** "khu phố 5" is another one than "khu phố 3". */
const numberShare = 4;
/** The section that was found is a little likelier than the others. */
const foundSection = 0.3;
const nearBest = 0.8;

/** From all sections of the document, in the order of the text; [] when nothing of it may be quoted. */
export function pickQuotes(
  {
    title,
    sections,
    found,
  }: { readonly title: string; readonly sections: readonly Section[]; readonly found: Section },
  question: PassageQuestion,
  asked: string,
): Quote[] {
  const inTitle = formsOf(title);
  const own = (count: (word: AskedWord) => number) => ({
    ...question,
    words: question.words.map((word) => ({ ...word, weight: word.weight * count(word) })),
  });
  const inSentence = own(({ form }) => {
    if (/^\d+$/.test(form)) return numberShare;
    return countIn(inTitle, question, form) > 0 ? titleShare : 1;
  });
  const inHeading = own(() => headingShare);
  const wanted = wants.filter(([wish]) => wish.test(asked.toLowerCase())).map(([, said]) => said);
  const rated = sections
    .flatMap((section) => {
      const base = weightIn(formsOf(section.heading ?? ''), inHeading) + (section === found ? foundSection : 0);
      return quotable(section).map((text) => ({
        section,
        text,
        score:
          base + weightIn(formsOf(text), inSentence) + wantWeight * wanted.filter((said) => said.test(text)).length,
      }));
    })
    .map((one, at): Rated => ({ ...one, at }));
  const best = Math.max(0, ...rated.map(({ score }) => score));
  const chosen = rated.filter(({ score }) => score >= best * nearBest).sort((a, b) => b.score - a.score || a.at - b.at);
  return bySection(fitting(chosen).sort((a, b) => a.at - b.at));
}

const quotable = (section: Section) =>
  section.lines.flatMap(sentencesOf).filter((text) => !text.includes(hiddenNumber) && text !== section.heading);

const bySection = (rated: readonly Rated[]): Quote[] =>
  [...Map.groupBy(rated, ({ section }) => section)].map(([{ heading }, sentences]) => ({
    heading,
    sentences: sentences.map(({ text }) => text),
  }));

function fitting(sentences: readonly Rated[]): Rated[] {
  let left = mostCharacters;
  return sentences.slice(0, mostSentences).filter(({ text }, index) => {
    left -= text.length;
    return index === 0 || left >= 0;
  });
}

/** A line up to the length of a quote stands whole; a longer one is cut where sentences end. */
function sentencesOf(line: string): string[] {
  const pieces = line.length <= 160 ? [line] : line.split(/(?<=[.!?;…])\s+(?=[\p{Lu}\d–-])/u);
  return pieces.map(shortened).filter((piece) => piece.length > 3);
}

/** Cut at a word, with a sign that it goes on. */
function shortened(text: string): string {
  if (text.length <= longestSentence) return text;
  const cut = text.slice(0, longestSentence);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 200))} …`;
}
