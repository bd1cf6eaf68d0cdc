/** "Mất" is died or lost: who or what is missing decides. */
import { syllableOf, type Token } from '../text/syllable.ts';

const words = (list: string) => new Set(list.split(' ').map((word) => syllableOf(word).term));

/** After these, "mất" is of a thing, of money, of time or of a faculty. */
const lostAfter = words(
  'giấy sổ thẻ bằng căn hộ cà biển đăng chứng tiền phí lệ bao mấy nhiêu thời năng quyền sức cái tờ gốc bản hết tích việc xe cắp trộm lâu công cccd cmnd bìa di hồ hợp đồ túi ví passport visa sim điện con_dấu thị khả trí nhiều chi',
);
/** Before these, it is lost or made to be lost. */
const lostBefore = words('bị làm đánh rơi thất lạc cháy biến hỏng rớt');
const things = words('giấy sổ thẻ bằng tờ bìa ví túi biển chứng hồ đơn hợp căn cước khai đỏ hồng gốc');
const persons = words(
  'ba bố cha tía má mẹ mạ ông bà cụ nội ngoại vợ chồng anh chị em con cháu bác cô chú dì cậu mợ dượng thím ổng bả người nhà thân ảnh chỉ hàng_xóm bạn nó bé',
);
const between = words(
  'em tôi tui mình cháu con vừa mới đã đột ngột không may chẳng nhà nội ngoại chồng vợ thì lại e anh chị ruột già cụ sắp qua là bệnh bị ốm nằm viện trong quê ở cũng',
);
/** Only these speak of the asker himself: "em mất thẻ". */
const selves = words('em tôi tui mình cháu con e tớ');

/** The tokens with "mất" (died) read as "chết". Unmarked "mat" needs a person before it too. */
export function readDeaths(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    if (token.term !== 'mat' || (token.marked && token.key !== 'mât2')) return token;
    return isDeath(tokens, at) ? { ...token, ...syllableOf('chết') } : token;
  });
}

function isDeath(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next && !next.afterBreak && lostAfter.has(next.term)) return false;
  const before = tokens[at - 1];
  if (!before || lostBefore.has(before.term) || things.has(before.term)) return false;
  let other = false;
  let steps = 0;
  for (let back = at - 1; back >= 0 && steps < 6; back -= 1, steps += 1) {
    const { term, afterBreak } = tokens[back] as Token;
    if (things.has(term)) return false;
    if (persons.has(term) && !selves.has(term)) other = true;
    if (other || !(between.has(term) || persons.has(term)) || afterBreak) break;
  }
  return other;
}
