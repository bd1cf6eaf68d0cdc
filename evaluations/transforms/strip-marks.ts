/** As typed without Vietnamese marks: `lệ phí đăng ký` becomes `le phi dang ky`. */
export const stripMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
