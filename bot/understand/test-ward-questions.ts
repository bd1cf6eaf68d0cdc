/** More innocent questions, for tests alone: everything that a ward is asked, with words of danger, crime and quarrel in it. */
import { linesOf } from './test-everyday-questions.ts';

export const wardQuestions = linesOf(`
  Mở cửa hàng ở xã cần giấy phép gì
  Số điện thoại trong giấy tạm trú sai thì sửa ở phường nào
  Địa chỉ thường trú ghi xã cũ có phải đổi không
  Thứ bảy tôi làm căn cước cho con ở công an phường cần mang gì
  Chồng tôi đánh mất giấy kết hôn
  Con tôi bị ghi nhầm giới tính
  Vợ chồng tôi cãi nhau, muốn tách khẩu
  Nhà tôi ngập hồ sơ rồi, chỉ giúp cái nào cần
  Bà nội tôi bệnh nặng, muốn lập di chúc tại nhà
  Người đang bị tạm giam ủy quyền thế nào
  Con tôi đi tù về, đăng ký lại hộ khẩu ra sao
  Trước đây tôi trốn nghĩa vụ, giờ muốn đăng ký thì làm gì
  Sửa lỗi chính tả trong hệ thống khai sinh điện tử cần giấy gì
  Bảo hiểm xã hội hai nơi bị trùng thì gộp sổ thế nào
  Tôi đóng bảo hiểm ở hai nơi thì hưởng thế nào
  Chủ nhà không cho biết số nhà, khai tạm trú sao
  Chồng tôi là người Hàn, chị Lan bạn tôi bảo cần giấy độc thân, đúng không
  Anh Tuấn hàng xóm nói xã bỏ giấy này rồi, thật không em
  Cô Hoa ở tổ dân phố bảo em ra phường làm tạm trú, cần gì
  Cán bộ tên Nam hẹn tôi mai ra ký, mang giấy gì
  Xin bản sao khai sinh của ông nội Nguyễn Văn Bảy ở đâu
  Ba tôi tên Trần Văn Tư bị sai tên trong sổ đỏ, sửa sao
  Đăng ký kết hôn với anh John người Mỹ
  Em kiện toàn hồ sơ rồi nộp ở đâu
  Điều kiện để được xây nhà trên đất nông nghiệp là gì
  Sự kiện đông người có phải xin phép không
  Xin giấy xác nhận để nộp cho tòa
  Quyết định ly hôn của tòa có cần nộp kèm khi kết hôn lại không
  Bán nhà rồi có phải cắt khẩu không
  Nên nộp ở xã hay ở tỉnh cho đúng
  Đầu tư xây chuồng heo phải xin phép gì
  Ai được miễn thuế đất
  Thuê trọ mà chủ không chịu đăng ký, em phải làm sao
  Lỡ quá hạn khai tử cho ba, có bị phạt nhiều không
  Làm sao để không bị phạt khi khai sinh trễ
  Nộp thuế trước ngày nào để khỏi bị phạt
  Khai tăng người phụ thuộc cần gì
  Cấp lại sổ đỏ bị mờ chữ
  Cắt hộ khẩu, tách hộ cho con gái
  Hộ nghèo có hai con đi học được hỗ trợ hai suất không
  Chuyển mục đích đất hết bao nhiêu
  Bỏ hộ khẩu giấy thì dùng gì thay
  Lấy mã định danh cho con ở đâu
  Nhập thông tin trên cổng bị lỗi phông
  Tài khoản VNeID của con do ai tạo
  Vô VNeID của con xem thẻ bảo hiểm được không
  Đăng nhập dịch vụ công bằng tài khoản gì
  Sao chưa có đường link nộp hồ sơ đất đai
  Chuyển tiền nộp phạt qua kho bạc cần giấy gì
  Nộp phí bằng QR trên cổng, có biên lai không
  Ngân hàng đòi giấy xác nhận cư trú, xin ở đâu
  Bên bảo hiểm hỏi mã số bảo hiểm của con, tra ở đâu
  Mẹ tôi nhớ nhớ quên quên, ai đứng ra giám hộ
  Anh em tranh nhau đất ông bà, xã hòa giải cần đơn gì
  Con riêng của chồng nhập khẩu được không
  Chị dâu sinh con ở bệnh viện huyện, khai sinh ở xã chồng được không
  Bé mới đẻ chưa đặt tên khai sinh được chưa
  Em bầu sắp đẻ mà chưa cưới, con mang họ ai
  Có bầu thì có cần khám tiền hôn nhân không
  Khai sinh trễ ba năm có làm được không
  Nhận cha cho con khi cha đã mất
  Chồng chết, vợ đi lấy chồng khác cần giấy gì
  Bị câm điếc thì làm chứng thực chữ ký sao
  Không biết chữ điểm chỉ được không
  Thợ hồ ở tỉnh khác lên làm có phải khai tạm trú không
  Khách nước ngoài ngủ lại một đêm có phải báo công an không
  Sổ đỏ mang tên hộ gia đình thì bán cần ai ký
  Ủy quyền cho em gái bán xe thì ra đâu chứng thực
  Xe của công ty giải thể sang tên sao
  Biển số định danh giữ lại thế nào
  Làm lại giấy tờ xe bị cháy cùng nhà
  Tiệm vàng nhỏ có phải xin phép không
  Bán hàng trên Shopee có phải đăng ký hộ kinh doanh không
  Bán bún phở vỉa hè sáng sớm có xin phép không
  Mở phòng gym có phải hỏi phường không
  Đổi tên quán thì báo ai
  Ngừng kinh doanh ba tháng có phải báo không
  Trẻ con mấy tuổi có thẻ bảo hiểm miễn phí
  Thẻ thương binh hư rồi làm lại sao
  Giấy báo nghĩa vụ mất rồi có sao không
  Đang học đại học bị gọi đi khám nghĩa vụ thì hoãn thế nào
  Em xăm tay có đi nghĩa vụ được không
  Tạm hoãn nghĩa vụ vì nuôi ba mẹ già cần giấy gì
  Giấy khai sinh hai tên khác nhau, con thi đại học gấp, làm sao cho nhanh
  Cháu thi lớp 10 cần bản sao gấp ngay hôm nay
  Gấp lắm em ơi, mai bay rồi mà chưa có giấy độc thân
  cuu e voi, mai nop ho so ma chua co giay xac nhan cu tru
  Chết em rồi, mất hết giấy tờ
  Ổng nói không cần công chứng, đúng không em
  Nhà em có người mất, hỏi tiền mai táng
  Nó bắt phải có xác nhận của xã mới cho vay, xin sao
  Mấy bữa nữa xã nhập rồi, giờ làm luôn hay chờ
  Hồ sơ đi kèm sổ đỏ gồm gì
  Đơn xin xác nhận có phải viết tay không
  Chưa nhận được thẻ căn cước thì dùng giấy gì thay
  Nhận thẻ căn cước tại nhà được không
  Hẹn lịch làm hộ chiếu online được không
  Bao nhiêu ngày thì hồ sơ kết hôn có kết quả
  Khi nào có kết quả thì phường báo qua đâu
  Xin giấy khám sức khỏe cho người lái xe ở đâu
  Tôi muốn xin xác nhận thu nhập thấp để mua nhà ở xã hội
  Trong hộ có người nghiện, có được xét hộ nghèo không
  Gia đình tôi thuộc diện cận nghèo, danh sách xét duyệt khi nào công bố
  Tôi muốn đưa mẹ vào danh sách hộ nghèo thì nộp đơn gì
  Khai thiếu diện tích đất trong tờ khai thuế, giờ khai bổ sung ở đâu
  Đất lấn chiếm có được cấp sổ không
  Xây nhà trái phép có được hợp thức hóa không
  Bị phạt xây dựng không phép rồi có xin phép lại được không
  Không có chỗ ở hợp pháp thì đăng ký tạm trú được không
  Nhà thuê chung nhiều người thì ai đứng tên khai báo
  Con dâu người Trung Quốc muốn nhập quốc tịch
  Bảo lãnh cho cháu ruột nhập khẩu vào nhà mình
  Vợ chồng ly thân có xin giấy độc thân được không
  Chưa ly hôn mà sống với người khác, khai sinh cho con thế nào
  Tòa xử ly hôn rồi, tôi cần ghi chú vào sổ hộ tịch không
  Con mang họ mẹ được không
  Đổi họ cho con theo cha dượng
  Xác định lại dân tộc cho con
  Con sinh ở nước ngoài về làm khai sinh lại
  Người đã chết chưa đăng ký khai tử thì thừa kế sao
  Khai tử cho người mất cách đây 20 năm
  Nhận tiền tử tuất cần giấy gì
  Ba tôi mất lúc đang lãnh lương hưu thì báo ai
  Mẹ mất năm 2010 chưa khai tử có bị phạt không
  Giấy chứng tử cũ bị rách làm lại được không
  Làm lại bằng lái bị mất cho ba đã già
  Mất xe thì báo mất giấy tờ xe ở đâu
  Đăng ký xe máy điện cho con 16 tuổi
  Bấm biển số xe online được chưa
  Sang tên xe khi chủ cũ đã chết
  Tạm trú cho người làm thuê theo mùa
  Xóa tạm trú khi chuyển trọ
  Cho người lạ ở nhờ có phải khai báo không
  Chứng thực hợp đồng thuê nhà ở phường hay văn phòng công chứng
  Di chúc viết tay có cần xã đóng dấu không
  Có bắt buộc công chứng giấy bán xe không
  Photo công chứng bao nhiêu một tờ
  Sao y bằng đại học ở xã nào cũng được phải không
  Hộ chiếu hết hạn có chứng thực được không
  Đăng ký kinh doanh online có cần ra phường ký không
  Tạm ngưng hộ kinh doanh vì ốm
  Bán tạp hóa nhỏ có phải đóng thuế không
  Mở lớp dạy thêm tại nhà cần xin phép gì
  Nuôi heo trong khu dân cư có được không
  Xin cấp số nhà mới
  Xin xác nhận tình trạng nhà đất để vay vốn
  Tách thửa tối thiểu bao nhiêu mét
  Chuyển đất vườn sang đất ở tốn nhiêu
  Sổ đỏ ghi sai diện tích
  Nhà nước thu hồi đất thì đền bù ra sao
  Đo đạc lại đất thì liên hệ ai
  Con tôi học xa, khám nghĩa vụ ở nơi học được không
  Quá tuổi nghĩa vụ có được cấp giấy gì không
  Đăng ký dự bị động viên là gì
  Bảo hiểm y tế hộ gia đình mua ở đâu
  Thẻ bảo hiểm sai ngày sinh sửa sao
  Rút bảo hiểm xã hội một lần cần giấy tờ gì
  Nghỉ việc rồi chốt sổ bảo hiểm ở đâu
  Đau ốm nghỉ làm có được hưởng bảo hiểm không
  Trợ cấp người cao tuổi từ bao nhiêu tuổi
  Nuôi con một mình có được hỗ trợ gì
  Người tâm thần lang thang thì báo ai
  Giấy xác nhận khuyết tật làm lại
  Hiến đất làm đường cần giấy gì
  VNeID báo lỗi không đăng nhập được
  Đổi số điện thoại trên VNeID
  Quên mật khẩu dịch vụ công
  Cài VNeID cho mẹ trên máy mình được không
  Thẻ căn cước gắn chip cũ còn dùng được không
  Làm căn cước có cần hẹn trước không
  Đi làm căn cước mặc áo gì
  Bao nhiêu tuổi thì đổi căn cước
  em oi cho chi hoi lam khai sinh cho be ma ba no di bo doi chua ve thi sao
  con toi sinh thang truoc ma chua lam giay chung sinh gio sao em
  toi o tro khong co hop dong thi dang ky tam tru duoc ko
  ong ba gia yeu khong di duoc thi lam can cuoc kieu gi
  hoi chut ve thu tuc cho tang dat cho con
  nha o nong thon co can xin phep xay khong
`);
