/**
 * Innocent questions as people write them, for tests alone: no rule may take one for a danger, a refusal, a filed case,
 * a complaint, a pleasantry or a matter out of scope. Many hold a word that means something else without its marks.
 */

/** One sentence a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const everydayQuestions = linesOf(`
  Cho em hỏi đăng ký khai sinh cho bé mới sinh cần những giấy tờ gì ạ?
  Con tôi tròn 17 tuổi, có phải ra xã đăng ký nghĩa vụ quân sự không?
  Chiều nay em ra nộp giấy phép xây dựng có được không ạ?
  Điều kiện hưởng trợ cấp hằng tháng cho người già là gì?
  Em làm gia hạn tạm trú cho hai người thuê nhà thì cần gì?
  Ba tôi muốn sang tên sổ đỏ cho tôi, thuế với lệ phí bao nhiêu?
  Tờ khai không ghi nơi sinh thì làm sao?
  Hồi trước khai sai ngày sinh trong giấy khai sinh, giờ sửa ở đâu?
  Hai vợ chồng ở hai xã khác nhau thì đăng ký kết hôn ở xã nào?
  Cho xin danh sách hồ sơ cần nộp để đăng ký kết hôn
  Em muốn đổi tên bằng cách nào, nộp ở đâu?
  Tên trong bằng tốt nghiệp khác giấy khai sinh thì cải chính sao ạ?
  Hướng dẫn em xin mở quán ăn ở phường với
  Hướng dẫn nộp bản gốc hay bản sao giấy khai sinh?
  Bắt đầu từ đâu nếu muốn xây nhà cấp bốn?
  Em thấy trên mạng bảo phải có giấy xác nhận độc thân, đúng không ạ?
  Tính giúp em lệ phí chứng thực 5 bản sao
  Nộp ở đâu để duyệt giấy phép xây dựng?
  Tôi cần tư vấn thủ tục tách hộ
  Muốn tư vấn về đăng ký hộ kinh doanh thì hỏi ai?
  Mệt muốn chết mà chưa xong, giờ em xin trích lục khai sinh cần gì?
  Tôi không muốn sống chung hộ khẩu với anh trai nữa, tách hộ thế nào?
  Tư vấn giúp cách làm giấy tạm trú cho sinh viên
  Giấy chứng nhận được dùng mấy năm từ ngày cấp?
  Giấy khai sinh bị cháy, cho hỏi xin lại ở đâu?
  Sổ đỏ bị cháy mất rồi, làm lại bao nhiêu tiền?
  Nhà cháy hồi năm ngoái mất hết giấy tờ, giờ làm lại căn cước ở đâu?
  Gửi hồ sơ bằng phong bì qua bưu điện được không?
  Tôi đang làm luật sư, muốn đăng ký tạm trú thì cần gì?
  Nhà có nuôi mèo có phải xin phép xã không?
  Em hỏi nè, giấy phép xây dựng bao lâu có?
  Thuê nhà tròn một năm rồi có nhập khẩu được không?
  Chủ nhà không biết đăng ký tạm trú cho em, em tự làm được không?
  Giấy tờ của vợ tôi cần những gì để làm thủ tục bảo lãnh nhập khẩu?
  Trả kết quả cho ba tôi nhận thay có được không?
  Ông nội đã đăng ký tạm trú ở xã cũ thì có cần xóa không?
  Con tôi chưa đủ tuổi kết hôn thì đăng ký được không, cho tôi biết với
  Mở cửa hàng tạp hóa ở xã cần giấy gì?
  Xây nhà làm kho thì có phải xin phép không?
  Nộp cùng với tiền lệ phí luôn hả em?
  Nhà tôi to cao ba tầng thì xin phép ở đâu?
  Có chính sách giảm giấy tờ khi làm liên thông khai sinh không?
  Giả sử ba tôi để lại nhà mà không có di chúc thì chia thế nào?
  Tôi là gia sư, muốn đăng ký tạm trú ở phường
  Quên mật khẩu đăng nhập VNeID thì làm sao lấy lại?
  Mẫu giấy cam kết là mẫu nào?
  Người khuyết tật có được miễn lệ phí cho em không?
  Cấp cho tôi giấy xác nhận cư trú trong ngày được không?
  Hướng dẫn nhé em, bác làm căn cước cho cháu 10 tuổi
  Đổi số tài khoản nhận lương hưu thì nộp gì?
  Giờ em cần làm gì nữa để xin giấy phép sửa nhà dột?
  Cảm ơn em, thế còn lệ phí kết hôn?
  Mai ra nộp được không hay phải hẹn trước?
  Đợt này làm căn cước có miễn phí không?
  Con bé nhà em 6 tuổi làm căn cước có bắt buộc đưa bé đi không?
  Chết rồi em quên mang sổ hộ khẩu, làm khai sinh có sao không?
  Ba em mất năm ngoái, giờ xin trích lục khai tử ở đâu?
  Chồng mất, tôi muốn đứng tên sổ đỏ thì làm sao?
  Em mất căn cước ở Sài Gòn, làm lại ở đâu nhanh nhất?
  Bị mất bằng lái xe thì báo công an hay làm lại luôn?
  Làm giấy này mất bao lâu vậy em?
  Mất mấy ngày thì có giấy đăng ký kinh doanh?
  Bé nhà em bị ghi sai tên đệm, sửa thế nào?
  Đăng ký nuôi con nuôi là trẻ bị bỏ rơi cần hồ sơ gì?
  Xin xác nhận nhà bị lũ để nhận hỗ trợ thì làm đơn gì?
  Đất bị sạt lở có được làm lại sổ không?
  Quán karaoke cần giấy phòng cháy chữa cháy không?
  Ba em bị đột quỵ nằm viện, em làm ủy quyền lãnh lương hưu được không?
  Em bị tai nạn lao động, hồ sơ hưởng bảo hiểm gồm gì?
  Đăng ký khai tử cho người chết do tai nạn giao thông cần giấy gì?
  Anh trai em tự tử tháng trước, giờ làm giấy báo tử sao ạ?
  Sinh đôi thì làm hai giấy khai sinh hay một?
  Nhân viên công ty tôi là người nước ngoài, khai báo tạm trú ở đâu?
  Người làm chứng di chúc có cần căn cước không?
  Chứng thực chữ ký có phải gặp trực tiếp cán bộ không?
  Người khác nộp thay tôi được không?
  Cán bộ có đến nhà làm căn cước cho cụ già liệt giường không?
  Chủ tịch xã hay chủ tịch huyện ký giấy khai sinh nước ngoài?
  Công chức tư pháp nói thiếu giấy xác nhận độc thân, xin ở đâu vậy?
  Thủ tục giải quyết khiếu nại lần đầu mất bao nhiêu ngày?
  Trình tự giải quyết tố cáo ở xã như thế nào?
  Nộp hồ sơ rồi bao lâu có kết quả?
  Hồ sơ đăng ký khai sinh gồm những gì?
  Hồ sơ bị từ chối thì có được nộp lại không?
  Đăng ký khai sinh quá hạn có bị phạt không?
  Nộp hồ sơ qua mạng có cần bản gốc không?
  Thời hạn giải quyết hồ sơ tách thửa là bao lâu?
  Xong thủ tục kết hôn thì nhận giấy gì?
  Nộp giấy khai sinh bản sao hay bản chính?
  Em nộp hồ sơ thay mẹ thì mang theo gì?
  Ly hôn rồi muốn kết hôn lại thì cần giấy gì?
  Ly hôn xong tách hộ khẩu có cần vợ cũ đồng ý không?
  Ghi chú ly hôn ở Đức thì làm ở đâu?
  Xin giấy độc thân sau khi ly hôn cần bản án không?
  Mở tiệm net chơi game có phải đăng ký kinh doanh không?
  Mở hồ bơi nhỏ thì xin phép ở đâu?
  Bán bánh mì vỉa hè có cần đăng ký không?
  Mở quán phở thì cần giấy tờ gì?
  Bán cháo buổi sáng có phải đóng thuế không?
  Dịch giấy khai sinh sang tiếng Anh thì chứng thực ở đâu?
  Người bị bệnh tâm thần đăng ký giám hộ thế nào?
  Khám sức khỏe để làm giấy phép lái xe ở đâu?
  Bảo hiểm y tế hết hạn, đau bụng đi khám có được trả không?
  Em có bầu 8 tháng, khai sinh cho con sắp sinh cần chuẩn bị gì?
  Vợ sắp sinh, chưa đăng ký kết hôn thì khai sinh con theo họ ai?
  Đăng ký kết hôn với người yêu là người Hàn thì cần gì?
  Chồng đánh máy sai tên tôi trong tờ khai, sửa lại thế nào?
  Bị đánh rơi ví mất căn cước, làm lại sao?
  Định danh mức 2 đăng ký ở công an xã hả em?
  Danh hiệu gia đình văn hóa xin ở đâu?
  Đám cưới tháng sau, giờ đăng ký kết hôn kịp không?
  Nhà có đám tang, khai tử trong mấy ngày?
  Bà cho con hỏi làm lại sổ bảo hiểm xã hội
  Cô cán bộ bảo thiếu tờ khai, tờ khai nào vậy em?
  Chú công an nói phải có hợp đồng thuê nhà, phải công chứng không?
  Làm hai nơi cùng lúc được không, tạm trú ở quận 7 và thường trú ở quê?
  Trên web kêu cập nhật căn cước, cái đó làm ở công an phường hả?
  Xe máy cũ mua lại giấy tay sang tên kiểu gì?
  Sang tên xe cho con gái có tốn phí trước bạ không?
  Khai báo tạm vắng đi làm xa bao lâu thì phải khai?
  Con nuôi có được nhập khẩu vào nhà cha mẹ nuôi không?
  Đăng ký giám hộ cho cháu mồ côi thủ tục răng hè?
  Mần giấy khai sinh ở mô rứa em?
  Tui mún làm cái hộ khẩu mới thì mần sao?
  giay khai sinh bi sai ho thi sua o dau vay
  dang ky ket hon can giay to gi ha em
  toi muon hoi le phi chung thuc ban sao
  lam can cuoc cho con 5 tuoi can nhung gi
  tam tru online duoc ko ad
  xin xn doc than mat bao lau z
  mo quan cafe can dk gi k
  tach ho khau can nhung giay to nao
  e muon lam lai cccd bi mat
  ho tro ho ngheo nop o dau
  xin giay phep xay nha 2 tang phai nop gi
  Tôi già rồi không rành máy móc, con cái ở xa, giờ muốn làm lại cái thẻ bảo hiểm y tế bị rách thì đi đâu?
  Năm ngoái tôi cho cháu họ nhập khẩu nhờ, nay cháu lấy vợ ra riêng, tôi muốn xóa tên cháu thì có cần cháu về không?
  Vợ chồng em cãi nhau suốt, giờ em muốn tách hộ về nhà ngoại có được không?
  Hàng xóm xây nhà lấn sang đất tôi thì hòa giải ở xã thế nào?
  Ông bà để lại miếng đất không giấy tờ, giờ muốn làm sổ thì bắt đầu từ đâu?
  Em là sinh viên trọ ở phường, chủ trọ chưa đăng ký, em tự khai tạm trú được không?
  Nhà em ở xã cũ nay nhập xã mới, giấy khai sinh có phải đổi không?
  Lương hưu của ba em lãnh ở đâu, ba em ốm không đi được?
  Bộ đội xuất ngũ có được hỗ trợ học nghề không?
  Anh tôi ở Mỹ về thăm nhà một tháng có phải khai báo không?
  Cấp đổi căn cước công dân cũ sang thẻ mới có mất tiền không?
  Giấy xác nhận tình trạng hôn nhân có giá trị mấy tháng?
  Sổ hộ khẩu giấy bị thu rồi thì chứng minh nơi ở bằng gì?
  Nhờ người ký thay tờ khai được không?
  Xe bán rồi mà người ta chưa sang tên, giờ tôi phải làm gì?
`);

/** How a message with no marks at all would read. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
