/** What a banner may say: plain words, short, in two languages, nothing that could pass for markup or a bank account. */
import { z } from 'zod';
import { accountsIn } from '../../knowledge/index.ts';

/** Characters. A phone shows so many without scrolling, and a voice says them in half a minute. */
export const bannerLimit = 300;
/** The longest a banner stands, in days: what lasts longer is no emergency. */
export const bannerDays = 31;

const line = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(5)
      .max(bannerLimit)
      .refine(
        (text) => text.isWellFormed() && !/[<>\p{Cc}\p{Cf}\p{Co}]/u.test(text),
        'chỉ viết chữ thường, không dùng dấu < >',
      )
      .refine((text) => accountsIn(text).length === 0, 'không ghi số tài khoản; dân nộp qua cổng hoặc tại quầy'),
  );

export const bannerSchema = z
  .strictObject({
    vi: line,
    en: line,
    severity: z.enum(['notice', 'warning', 'danger']),
    units: z
      .array(z.string().regex(/^(\d{2}|\d{5})$/))
      .min(1)
      .max(200)
      .nullable(),
    from: z.coerce.date(),
    to: z.coerce.date(),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'lúc kết thúc phải sau lúc bắt đầu' })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= bannerDays * 86_400_000, {
    path: ['to'],
    message: `thông báo khẩn đứng nhiều nhất ${bannerDays} ngày`,
  });
export type BannerWords = z.infer<typeof bannerSchema>;
