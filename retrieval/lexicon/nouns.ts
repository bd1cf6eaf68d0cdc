/**
 * Everyday names of things and their official names, replaced in place; the rest of the question stays as it is.
 * Names of things alone: never a wish or an event, never bound to one procedure (those are ways of guides and cards).
 * Patterns of phrase-pattern.ts. A pattern that maps to itself protects its words from a shorter one.
 */
export const nouns: readonly (readonly [everyday: string, official: string])[] = [
  // Land and houses
  ['(giấy)? (sổ|bìa|thẻ) (đỏ|hồng) (đất|nhà đất|nhà)?', 'giấy chứng nhận quyền sử dụng đất'],
  ['(sổ đất|sổ nhà đất|giấy tờ đất|giấy đất|bìa đất)', 'giấy chứng nhận quyền sử dụng đất'],
  ['=giấy đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['tách (sổ đỏ|sổ hồng|bìa đỏ|sổ đất)', 'tách thửa đất giấy chứng nhận quyền sử dụng đất'],
  ['đất thổ cư', 'đất ở'],
  ['lên thổ cư', 'chuyển mục đích sử dụng đất'],
  ['(miếng|mảnh|lô|cục|thửa|khoảnh) đất', 'thửa đất'],
  ['(ranh|ranh giới|mốc|mốc giới|bờ ranh) đất', 'ranh giới đất'],
  ['(nhà|nhà ở) (xã hội|giá rẻ|thu nhập thấp)', 'nhà ở xã hội'],
  ['cấp (4|bốn)', 'cấp iv'],
  ['cấp (3|ba) (cấp iv)?', 'cấp iii'],
  ['bằng (tốt nghiệp)? cấp (ba|3|hai|2)', 'bằng tốt nghiệp'],
  ['(xây nhà|xây cất nhà|cất nhà|làm nhà|dựng nhà|xây cái nhà|dựng cái nhà|xây nhà ở)', 'xây dựng nhà ở'],
  ['(giấy phép|xin phép|phép) (xây|xây cất|cất|làm|dựng) (nhà|nhà ở|cái nhà)', 'giấy phép xây dựng nhà ở'],
  ['(giấy phép|phép) (xây|xây cất)', 'giấy phép xây dựng'],
  ['=sửa nhà', 'sửa chữa cải tạo nhà ở'],
  ['(cải tạo nhà|sửa sang nhà|nâng tầng|nâng cấp nhà|sửa lại nhà)', 'sửa chữa cải tạo nhà ở'],
  ['(lề đường|hè đường|hè phố|vỉa hè|lòng lề đường|lòng đường vỉa hè)', 'lòng đường vỉa hè'],
  ['(chặt|đốn|cưa|hạ|đốn hạ) (cây|cái cây|cây xanh)', 'chặt hạ cây xanh'],
  // Residence
  ['nhập (hộ khẩu|khẩu|hộ tịch khẩu)', 'đăng ký thường trú'],
  [
    'nhập khẩu (hàng|hàng hóa|thuốc|giống|thiết bị|vật tư|xe|ô tô|máy|nguyên liệu|phế liệu|thực phẩm|động vật|thực vật|phân bón|mẫu)',
    'nhập khẩu hàng hóa',
  ],
  ['chuyển (hộ khẩu|khẩu)', 'đăng ký thường trú'],
  ['(tách|cắt tách) (hộ khẩu|khẩu|sổ hộ khẩu)', 'tách hộ'],
  ['(cắt|xóa|gạch|bỏ) (hộ khẩu|khẩu|tên khỏi hộ khẩu|tên trong hộ khẩu)', 'xóa đăng ký thường trú'],
  [
    '(xóa|cắt|gạch|rút|bỏ) tên (ba|bố|mẹ|cha|má|ông|bà|chồng|vợ|con|em|anh|chị)? (khỏi|ra khỏi|trong|khỏi sổ) (sổ)? hộ khẩu',
    'xóa đăng ký thường trú',
  ],
  ['(sổ)? hộ khẩu (thường trú)?', 'thường trú'],
  ['(kt3|kt 3|sổ tạm trú|giấy tạm trú)', 'tạm trú'],
  // Identity
  ['(thẻ)? (căn cước|căn cước công dân|cccd)', 'thẻ căn cước'],
  ['(thẻ|giấy)? (chứng minh thư|chứng minh nhân dân|giấy chứng minh|chứng minh thư nhân dân)', 'thẻ căn cước'],
  [
    '(số)? (chứng minh nhân dân|chứng minh thư|thẻ căn cước|cmnd|chứng minh) (cũ)? (9|09|chín) số',
    'số chứng minh nhân dân 09 số',
  ],
  ['(số)? (chứng minh nhân dân|chứng minh thư|cmnd|cmt) cũ', 'số chứng minh nhân dân 09 số'],
  ['căn cước điện tử', 'căn cước điện tử'],
  ['(làm|cài|đăng ký|tài khoản|kích hoạt|lập|mở|tạo|nâng|lên) (vneid|vne id)', 'cấp tài khoản định danh điện tử'],
  [
    '(làm|cài|đăng ký|tài khoản|kích hoạt|lập|mở|tạo|nâng|lên)? (vneid|vne id) (mức|cấp) (độ)? (2|hai|02)',
    'cấp tài khoản định danh điện tử mức độ 02',
  ],
  ['(tài khoản)? định danh (điện tử)? mức (độ)? (2|hai|02|hai)', 'tài khoản định danh điện tử mức độ 02'],
  ['(làm|cái|tài khoản|lập) định danh', 'cấp tài khoản định danh điện tử'],
  ['(passport|pát po|pass port|pát pô|hộ chiếu phổ thông)', 'hộ chiếu phổ thông'],
  // Civil status
  ['(con)? ngoài giá thú', 'con ngoài giá thú'],
  ['(giấy|tờ)? (hôn thú|giá thú)', 'giấy chứng nhận kết hôn'],
  [
    '(giấy|đơn)? (xác nhận|chứng nhận)? (độc thân|chưa kết hôn|chưa vợ|chưa chồng|chưa có vợ|chưa có chồng)',
    'giấy xác nhận tình trạng hôn nhân',
  ],
  ['tình trạng (hôn nhân|độc thân)', 'tình trạng hôn nhân'],
  [
    '(giấy)? (xác nhận|chứng nhận) (chưa|chưa từng|chưa hề|còn) (đăng ký)? (kết hôn|độc thân|lấy vợ|lấy chồng)',
    'giấy xác nhận tình trạng hôn nhân',
  ],
  ['(giấy|tờ) (chứng tử|báo tử|khai tử)', 'giấy khai tử'],
  ['(làm)? báo tử', 'khai tử'],
  ['(giấy)? khai sanh', 'giấy khai sinh'],
  ['(con|cháu|bé|trẻ) (sơ sinh|mới sinh|mới đẻ)', 'trẻ em mới sinh'],
  ['nhận (con|cha|mẹ|bố|ba|má|con đẻ|con ruột)', 'nhận con'],
  ['nhận (cha|bố|ba) (mẹ|má) con', 'nhận cha mẹ con'],
  ['(nhận|xin|nhận về) (nuôi con|con nuôi|nuôi con nuôi)', 'nuôi con nuôi'],
  ['(chúc thư|tờ di chúc|giấy di chúc)', 'di chúc'],
  ['(tài sản|của cải) thừa kế', 'di sản'],
  // Certification
  [
    '(sao y|sao y bản chính|sao y công chứng|photo công chứng|phô tô công chứng|bản sao công chứng|công chứng bản sao|chứng thực bản sao|công chứng giấy tờ|sao chứng thực) (từ bản chính|bản chính)?',
    'chứng thực bản sao từ bản chính',
  ],
  ['(chứng|công chứng|xác nhận) chữ ký', 'chứng thực chữ ký'],
  ['công chứng', 'chứng thực'],
  [
    '(công chứng viên|văn phòng công chứng|phòng công chứng|tổ chức hành nghề công chứng)',
    'tổ chức hành nghề công chứng',
  ],
  ['(hợp đồng|giấy tờ|giấy) mua bán', 'hợp đồng mua bán giao dịch'],
  ['(hợp đồng|giấy) (ủy quyền|cho thuê|thuê|chuyển nhượng|tặng cho|vay|đặt cọc)', 'giao dịch hợp đồng'],
  // Vehicles
  ['(giấy)? (cà vẹt|cavet|cà vẹc|ca vet|cạc vẹt) (xe)?', 'chứng nhận đăng ký xe'],
  ['(giấy tờ|giấy|giấy đăng ký|đăng ký) xe (máy|ô tô|hơi)?', 'đăng ký xe'],
  ['(biển|bảng) số (xe)?', 'biển số xe'],
  ['(bấm|cấp|lấy|làm) (biển|bảng số|biển số) (xe)?', 'đăng ký cấp biển số xe'],
  ['(biển|bảng) (số)? tạm', 'đăng ký xe tạm thời'],
  ['(bằng lái|bằng lái xe|giấy phép lái xe|bằng xe máy|bằng ô tô)', 'giấy phép lái xe'],
  ['xe (hơi|con|du lịch|bốn bánh)', 'xe ô tô'],
  // Insurance and aid
  [
    'tai nạn (khi|lúc|trong khi|trong lúc)? (đi làm|đang làm|làm việc|đang làm việc|ở công ty|ở xưởng)',
    'tai nạn lao động',
  ],
  ['(sổ bảo hiểm)', 'sổ bảo hiểm xã hội'],
  ['(thẻ bảo hiểm|thẻ y tế)', 'thẻ bảo hiểm y tế'],
  ['thẻ bảo hiểm (y tế|xã hội|thất nghiệp)', 'thẻ bảo hiểm y tế'],
  ['bảo hiểm (một|1) (cục|lần)', 'bảo hiểm xã hội một lần'],
  ['(tiền|chế độ|lĩnh|hưởng|nhận|lãnh)? (tuất|tử tuất)', 'chế độ tử tuất'],
  ['(tiền|chế độ|nghỉ) (đẻ|sinh|sanh|thai sản)', 'chế độ thai sản'],
  ['thai sản', 'chế độ thai sản'],
  ['(tiền|chế độ) ốm (đau)?', 'chế độ ốm đau'],
  ['(viện phí|tiền viện|tiền chữa bệnh|tiền khám bệnh)', 'chi phí khám chữa bệnh'],
  ['(nhà|hộ|gia đình|diện) (nghèo)', 'hộ nghèo'],
  ['(nhà|hộ|gia đình|diện) cận nghèo', 'hộ cận nghèo'],
  ['(lương thấp|thu nhập thấp)', 'thu nhập thấp'],
  // Business, farming, other
  ['(giấy phép|giấy đăng ký|đăng ký|giấy) kinh doanh', 'đăng ký hộ kinh doanh'],
  ['đăng ký hộ kinh doanh', 'đăng ký hộ kinh doanh'],
  ['(giấy phép|giấy đăng ký|giấy chứng nhận|giấy) hộ kinh doanh', 'giấy chứng nhận đăng ký hộ kinh doanh'],
  ['(kinh doanh hộ gia đình|hộ kinh doanh cá thể|kinh doanh cá thể|hộ cá thể)', 'hộ kinh doanh'],
  ['(heo|lợn)', 'lợn'],
  [
    '=(đàn|con|bầy)? (heo|lợn|gà|vịt|bò|trâu|gia cầm|gia súc) (bị|chết) (dịch|vì dịch|dịch tả|tiêu hủy|bệnh)?',
    'động vật bị dịch bệnh',
  ],
  ['(dịch tả|dịch|bệnh dịch) (lợn|heo|gà|trâu|bò|gia cầm|gia súc)', 'dịch bệnh động vật'],
  ['(đi lính|đi nghĩa vụ|đi bộ đội|nhập ngũ|lính nghĩa vụ)', 'nghĩa vụ quân sự'],
  ['(đăng ký|khám|tuổi|đi|gọi|trốn|hoãn|tham gia|sổ) nghĩa vụ', 'nghĩa vụ quân sự'],
  ['(đăng ký|khám|tuổi|đi|gọi|trốn|hoãn|tham gia|sổ) nghĩa vụ quân sự', 'đăng ký nghĩa vụ quân sự'],
  ['(cai|cai nghiện) (ma túy|nghiện|tự nguyện)', 'cai nghiện ma túy'],
  ['(an toàn|vệ sinh an toàn|giấy an toàn) thực phẩm', 'an toàn thực phẩm'],
  ['(giếng khoan|khoan giếng|đào giếng|giếng)', 'khai thác nước dưới đất'],
  ['(quảng cáo|bảng hiệu|biển hiệu|biển quảng cáo)', 'biển quảng cáo'],
  ['(bùng binh|ghe|xuồng|tàu ở|nhà bè|nhà thuyền)', 'phương tiện'],
];

/**
 * Names of things that hold a small word ("thế chấp", "chỗ ở"): they stay whole and count in full.
 * Also in the way of a shorter pattern: "nghĩa vụ tài chính" is no "nghĩa vụ quân sự".
 */
export const wholeNames: readonly string[] = [
  'thế chấp',
  '(nhà|chỗ|phòng) (thuê|mượn)',
  'nhà ở nhờ',
  '(chỗ|nơi|đất|nhà) ở',
  'ở (riêng|nhờ|đậu|trọ|thuê)',
  '(hết|quá|trễ|đúng) hạn',
  'thoát nghèo',
  '(hết|thoát khỏi|ra khỏi) (nghèo|hộ nghèo)',
  'xin việc',
  '(người)? làm chứng',
  'mang thai hộ',
  '(con|bố|mẹ|cha) (nuôi|đẻ|ruột)',
  'nuôi con',
  'trẻ em',
  'hộ gia đình',
  'mất (tích|năng lực|sức|trí)',
  'có công',
  'cho (thuê|mượn|ở nhờ)',
  'hợp tác xã',
  'tổ hợp tác',
  'an ninh trật tự',
  'trật tự',
  'tự (nguyện|dịch|do)',
  'ly hôn',
  'một lần',
  'cả nhà',
];

/**
 * Words that mean the same as others in this domain and are read as one, in questions, ways and titles alike.
 * A first column for what people write, a second for the one word that stands for all.
 */
export const sameWords: readonly (readonly [written: string, oneWord: string])[] = [
  ['(ba|bố|cha|tía|thầy u)', 'cha'],
  ['(má|mẹ|mạ|bầm)', 'mẹ'],
  ['(qua đời|từ trần|chết|tạ thế|khuất núi|mãn phần|quá cố|thác|từ giã cõi đời|về với tổ tiên)', 'chết'],
  ['(đẻ|sanh|sinh) (ra)?', 'sinh'],
  ['(xóa|xoá)', 'xóa'],
  ['(hủy|huỷ)', 'hủy'],
  ['(cưới|lấy vợ|lấy chồng|cưới vợ|cưới chồng|cưới hỏi|thành hôn)', 'kết hôn'],
  ['(li dị|ly dị|ly hôn|li hôn|bỏ nhau)', 'ly hôn'],
  ['(mướn|thuê)', 'thuê'],
];
