/** What tells siblings apart, read in questions and in titles alike. Patterns of phrase-pattern.ts. */

/** Names of modifiers, as `Reading.modifiers` gives them. */
export const modifierNames = [
  'foreign',
  'border',
  'mobile',
  'again',
  'reissue',
  'exchange',
  'change',
  'extend',
  'delete',
  'end',
  'pause',
  'first',
  'linked',
  'combined',
  'temporary',
  'child',
  'organisation',
  'supervision',
  'revoke',
  'report-lost',
  'refuse',
] as const;
export type Modifier = (typeof modifierNames)[number];

const countries =
  'hàn|hàn quốc|nhật|nhật bản|đài loan|trung quốc|tàu|mỹ|hoa kỳ|úc|pháp|đức|anh quốc|nga|lào|campuchia|căm pu chia|cam pu chia|thái lan|singapore|sing|malaysia|canada|séc|tiệp|ba lan|ý|hà lan|thụy điển|thụy sĩ|na uy|ấn độ|philippines|indonesia|myanmar|hồng kông|châu âu|tây ban nha|bỉ|áo|hungary|ukraina|châu phi';

export const modifierPhrases: readonly (readonly [pattern: string, modifier: Modifier])[] = [
  ['(có)? (yếu tố)? (nước ngoài|ngoại quốc)', 'foreign'],
  [`(người|bên|ở|nước|quốc tịch|sang|tại|chồng|vợ|thằng|con|anh|ông|bạn|tiếng|từ|về từ) (${countries})`, 'foreign'],
  ['(người|ông|bà|anh|chồng|vợ|khách|thằng) tây', 'foreign'],
  ['(việt kiều|định cư ở nước ngoài|cộng hòa séc|bên bển|bên tây)', 'foreign'],
  ['(khu vực|vùng|xã|sát|gần|giáp|người)? biên giới', 'border'],
  ['lưu động', 'mobile'],
  ['(đến|tới|xuống) (tận)? nhà (làm|đăng ký|khai|giúp|giùm)', 'mobile'],
  ['(tận nhà|nằm liệt|liệt giường|nằm một chỗ|không đi được|không đi lại được|không ra được)', 'mobile'],
  ['đăng ký lại', 'again'],
  ['làm lại', 'again'],
  ['cấp lại', 'reissue'],
  [
    '(bị mất|làm mất|đánh mất|rơi mất|đánh rơi|làm rơi|thất lạc|mất cắp|bị cháy|bị hỏng|hư hỏng|bị rách|rách nát|cắn nát|bị móc|móc ví|mất trộm|bị trộm|bị cướp)',
    'reissue',
  ],
  ['mất (giấy|sổ|thẻ|bằng|căn cước|cccd|cà vẹt|đăng ký|biển|hộ chiếu|chứng)', 'reissue'],
  ['xin lại', 'reissue'],
  [
    '(cấp đổi|đổi chứng nhận|đổi thẻ|đổi lại|đổi mới|đổi giấy|đổi sổ|đổi bằng|đổi căn cước|đổi cccd|đổi sang)',
    'exchange',
  ],
  ['(thay đổi|cải chính|điều chỉnh|chỉnh sửa|sửa đổi|sửa lại|bổ sung|đính chính|chỉnh lại|sửa)', 'change'],
  [
    'đổi (tên|họ|chữ đệm|tên đệm|họ tên|ngày sinh|năm sinh|dân tộc|nội dung|địa chỉ|chủ|ngành nghề|giới tính|quê quán)',
    'change',
  ],
  ['(ghi|bị|viết|gõ|in|đánh máy|có) (sai|nhầm|trật|lộn|sai sót)', 'change'],
  ['(sai|nhầm) (tên|họ|chữ|ngày|năm|số|thông tin|địa chỉ|chính tả|giới tính|quê)', 'change'],
  ['(gia hạn|thêm hạn|kéo dài thời hạn|sắp hết hạn)', 'extend'],
  ['(xóa|xoá|cắt|xóa tên|gạch tên|xóa bỏ|hủy bỏ|hủy đăng ký)', 'delete'],
  [
    '(chấm dứt|đóng cửa luôn|nghỉ hẳn|giải thể|thôi làm|thôi không|không bán nữa|không kinh doanh nữa|trả giấy phép)',
    'end',
  ],
  ['(muốn|xin|định|cho) (nghỉ|thôi) (luôn|hẳn|làm|không làm)?', 'end'],
  ['thôi (làm|giữ|không làm)', 'end'],
  ['(dừng|ngừng|ngưng) (kinh doanh|hoạt động|buôn bán|bán hàng)', 'end'],
  ['tạm (ngừng|ngưng|dừng|nghỉ) (kinh doanh|hoạt động|buôn bán|bán hàng)', 'pause'],
  ['(tạm ngừng|tạm ngưng|tạm dừng|tạm nghỉ|tạm đóng)', 'pause'],
  ['(lần đầu|lần đầu tiên|làm mới|cấp mới)', 'first'],
  ['(mua|mới mua|vừa mua) (xe|xe máy|ô tô|xe ô tô|xe hơi|chiếc xe) mới', 'first'],
  ['(xe|xe máy|ô tô|xe ô tô|xe hơi) mới mua', 'first'],
  ['thu hồi', 'revoke'],
  ['(trình báo|báo|khai báo) mất', 'report-lost'],
  ['(liên thông)', 'linked'],
  ['(kết hợp)', 'combined'],
  ['(tạm thời|biển tạm)', 'temporary'],
  [
    '(dưới 14 tuổi|dưới mười bốn tuổi|dưới 6 tuổi|trẻ em|bé|em bé|con nhỏ|cho trẻ|đứa nhỏ|thằng cu|con bé|thằng bé)',
    'child',
  ],
  ['(giám sát)', 'supervision'],
  ['(từ chối|khước từ)', 'refuse'],
  ['không (muốn|chịu|cần)? (nhận|hưởng|lấy) (phần)? (thừa kế|di sản)', 'refuse'],
  ['(đối với tổ chức|cho tổ chức|của tổ chức)', 'organisation'],
];

/** These must be in the procedure when the question says them; the others only help. */
export const binding: ReadonlySet<Modifier> = new Set([
  'foreign',
  'border',
  'mobile',
  'again',
  'reissue',
  'exchange',
  'change',
  'extend',
  'delete',
  'end',
  'pause',
  'temporary',
  'revoke',
  'refuse',
]);

/** "Làm lại" may be a second registration or a second copy: each stands for the other. */
export const alike: readonly (readonly Modifier[])[] = [
  ['again', 'reissue'],
  ['end', 'delete', 'revoke'],
  ['exchange', 'change'],
];

/** The plain form of a procedure may carry these. */
export const plain: ReadonlySet<Modifier> = new Set(['first']);
