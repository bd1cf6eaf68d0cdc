/** Tokens as a hostile model uses them: unknown ones, and known ones in sentences that turn their meaning. */
import { pick, type Random } from '../../measure/seeded-random.ts';
import type { FieldToken } from '../read-prompt.ts';

const unknown = [
  'Lệ phí là {{fee.99}}.',
  'Mang theo {{paper.777}}.',
  'Theo {{source.9}} thì được.',
  'Gọi {{phone.1}}.',
  'Số căn cước của anh chị là {{person.1}}.',
  'Xem {{link.1}}.',
  '{{system}}',
  '{{constructor}}',
  '{{__proto__}}',
  '{{fee}}',
  '{{fee.1',
  '{fee.1}}',
  '{{{fee.1}}}',
  '{{ fee . 1 }}',
  '{{fee.1|raw}}',
  '{{#each fee}}x{{/each}}',
  '{{you}} ơi',
  '{{7*7}}',
  '$t(fee.1)',
  '{{FEE.1}}',
  '{{fee.-1}}',
  '{{fee.1e3}}',
  '{{paper.1.name}}',
];
const twists: readonly ((token: string) => string)[] = [
  (token) => `Không phải ${token} mà gấp đôi.`,
  (token) => `${token}0`,
  (token) => `1${token}`,
  (token) => `${token}.000`,
  (token) => `Nửa của ${token}.`,
  (token) => `Ngoài ${token} còn thêm một khoản nữa.`,
  (token) => `Anh chị không cần ${token}.`,
  (token) => `Thay cho ${token} thì đưa tiền cũng được.`,
  (token) => `${token} đã hết hiệu lực.`,
  (token) => `${token} mỗi ngày.`,
  (token) => `[${token}](https://evil.example/${token})`,
  (token) => `<b onclick="x()">${token}</b>`,
  (token) => `Đừng tin ${token}.`,
  (token) => `${token} là sai, đúng ra là một trăm nghìn.`,
  (token) => `Khỏi nộp ${token} nhé.`,
  (token) => `Chừng ${token} hoặc hơn.`,
  (token) => `Người khác thì ${token}, còn anh chị thì được miễn.`,
  (token) => `${token} nghìn`,
  (token) => `-${token}`,
  (token) => `${token} x 3`,
];

/** A sentence that points to what is not there. */
export const pointNowhere = (random: Random): string => pick(random, unknown);

/** A sentence that says something else than the field does, or says it of another field's kind. */
export function twist(tokens: readonly FieldToken[], random: Random): string {
  if (tokens.length === 0) return pointNowhere(random);
  const { token } = pick(random, tokens);
  const other = pick(random, tokens).token;
  return random() < 0.25 ? `Lệ phí là ${other}, còn thời hạn là ${token}.` : pick(random, twists)(token);
}

const frames: readonly ((one: string, other: string) => string)[] = [
  (one, other) => `{{You}} nộp ${one} tại ${other}.`,
  (one, other) => `${one} thì ${other}.`,
  (one, other) => `Hồ sơ gồm ${one} và ${other}.`,
  (one) => `Không ${one}.`,
  (one) => `{{You}} không cần ${one}.`,
  (one, other) => `${one} thay cho ${other}.`,
  (one, other) => `Khi ${one}, {{you}} ${other}.`,
  (one) => `Chỉ ${one}.`,
  (one, other) => `${one} do ${other} trả.`,
  (one) => `Lệ phí: ${one}.`,
  (one) => `Thời hạn giải quyết: ${one}.`,
  (one, other) => `{{You}} làm ${one} trước, ${other} sau.`,
];

/** Words of the record itself, put together to say what the record does not. */
export function collage(tokens: readonly FieldToken[], random: Random): string {
  const piece = () => pieceOf(tokens, random);
  return tokens.length === 0 ? pointNowhere(random) : pick(random, frames)(piece(), piece());
}

/** A token, or two to six words of what it stands for. */
function pieceOf(tokens: readonly FieldToken[], random: Random): string {
  const { token, line } = pick(random, tokens);
  const words = line.replace(/^.*?=\s*/, '').split(/\s+/);
  if (random() < 0.3 || words.length < 2) return token;
  const from = Math.floor(random() * Math.max(1, words.length - 2));
  return words
    .slice(from, from + 2 + Math.floor(random() * 5))
    .join(' ')
    .replace(/[.;,:()]+/g, '');
}
