/** Puts pieces of these heights on pages of this height, in order; one that is higher than a page has one to itself. */
export function packPages(heights: readonly number[], room: number): readonly (readonly number[])[] {
  const pages: number[][] = [];
  let left = 0;
  heights.forEach((height, index) => {
    const page = pages.at(-1);
    if (page && height <= left) {
      page.push(index);
      left -= height;
      return;
    }
    pages.push([index]);
    left = room - height;
  });
  return pages;
}
