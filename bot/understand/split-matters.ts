/** Where a message may name a second matter: "làm khai sinh RỒI nhập khẩu luôn", "tạm trú VÀ tạm vắng". */

/** Words that join two matters, as typed with or without marks and in chat. Each side must still prove to be a matter. */
const joints =
  /(?<!\s)\s+(?:và|va|với|voi|rồi|roi|luôn|luon|lẫn|lan|cùng|cung|kèm|kem|đồng thời|dong thoi|xong|tiện|tien|tiện thể|mà còn|ma con|vừa|vua|hay là|ngoài ra|ngoai ra|thêm|them)\s+(?!thì|thi\b|mà|ma\b|giờ|gio\b|nay\b|đó|do\b)(?:là|la|phải|phai|muốn|muon|xin|hỏi|hoi)?\s*/giu;

const shortestSide = 2;
const mostJoints = 3;

/**
 * Every way to cut the message in two at a joint, in order. A side of fewer than two words is no matter.
 */
export function splitMatters(text: string): (readonly [string, string])[] {
  const cuts = [...text.matchAll(joints)].slice(0, mostJoints);
  return cuts.flatMap((cut) => {
    const left = text.slice(0, cut.index).trim();
    const right = text.slice(cut.index + cut[0].length).trim();
    const long = (side: string) => side.split(' ').length >= shortestSide;
    return long(left) && long(right) ? [[left, right] as const] : [];
  });
}
