/** Picks the sentences of a section that answer a question, word for word. */
import { hiddenNumber, type Section } from '../../knowledge/index.ts';
import { formsOf, type PassageQuestion, weightIn } from '../../retrieval/index.ts';

/** A quote is short: who wants all of it is told where it is. */
const mostSentences = 3;
const mostCharacters = 420;
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
const wantWeight = 0.8;

/** [] when nothing of the section may be quoted. In the order of the text. */
export function pickQuote(section: Section, question: PassageQuestion, asked: string): string[] {
  const sentences = section.lines.flatMap(sentencesOf).filter((text) => !text.includes(hiddenNumber));
  const lower = asked.toLowerCase();
  const wanted = wants.filter(([wish]) => wish.test(lower)).map(([, said]) => said);
  const rated = sentences.map((text, at) => ({
    text,
    at,
    score: weightIn(formsOf(text), question) + wantWeight * wanted.filter((said) => said.test(text)).length,
  }));
  const best = Math.max(0, ...rated.map(({ score }) => score));
  const chosen = rated.filter(({ score }) => score >= best * 0.6).sort((a, b) => b.score - a.score || a.at - b.at);
  return fitting(chosen)
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}

function fitting<T extends { readonly text: string }>(sentences: readonly T[]): T[] {
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
