/** Hides what a notice must not tell on: numbers of identity papers and of bank accounts. */

export const hiddenNumber = '[số đã che]';

/** 12 figures of a citizen's card, or 9 or 12 after the name of the paper; blanks and dots between them or not. */
const identity =
  /(?<![\d/])\d(?:[ .]?\d){11}(?![\d/])|(?<=(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)[^\d\n]{0,40})\d(?:[ .]?\d){8}(?![\d/])/giu;
/** Figures near the words "số tài khoản", "STK". */
const account = /(?<=(?:tài khoản|stk|tk số|account)[^\d\n]{0,60})\d(?:[ .-]?\d){5,18}(?!\d)/giu;

/** The line, and how many numbers were hidden in it. Phone numbers stay: a notice gives those of the ward. */
export function maskNumbers(line: string): { readonly line: string; readonly hidden: number } {
  let hidden = 0;
  const hide = () => {
    hidden += 1;
    return hiddenNumber;
  };
  return { line: line.replace(account, hide).replace(identity, hide), hidden };
}
