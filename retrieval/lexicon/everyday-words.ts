/** Everyday words that published texts hardly use: they are no slips of other words. */
export const everydayWords: readonly string[] =
  `tui tao tớ mày nó hắn ổng bả ảnh chỉ nhóc gái trai bé nhỏ to xài bấm app web thợ quen hồi hổng hông hỏng mô răng rứa chi bựa nớ ni hè hỉ hầy mạ
   mệ bầm tía má dì cậu mợ thím dượng cô chú bác cụ kỵ đẻ sanh cưới dắt lén kẹt ế ẩm bún phở hủ tíu tiếu bánh mì trà sữa cà phê quán tiệm sạp chợ búa nhậu
   mướn trọ dọn dẹp ngủ nghỉ chơi ghé ngồi chạy bay lượn tắm giặt khóc cười mừng lo sợ buồn vui mệt khỏe yếu già trẻ hiền gắt ốm đau nằm liệt xỉu té ngã
   móc túi ví bóp cướp giật nhặt lụm rớt rơi rách nát mờ chuột mối cháy lụt bão trôi ướt phượng bàng xoài mít vườn ao mương rạch ghe xuồng đò bến lộ hẻm ngõ ngách
   bển trển đằng đó đây kia vầy dzậy hở hả ha hén nghen nhen hen heng luôn liền ngay hoài riết lắm quá ghê dữ xíu tí chút hơi khá cỡ chừng khoảng tầm độ
   sáng trưa chiều tối khuya mai mốt kia bữa hôm tuần tháng năm tết giỗ đám tang cưới hỏi tiệc cúng lễ thằng con đứa thím ba tư út cả mẹ cha bố ông bà cháu chắt
   coi dòm ngó nhìn thấy nghe kêu biểu bảo nói hỏi rủ nhờ giùm dùm hộ giúp cho biếu tặng gửi đưa cầm mang đem vác xách bưng dắt dẫn chở
   rành rõ biết hiểu quên nhớ tưởng nghĩ tính định toan muốn mong ước thèm ưng chịu ráng gắng cố lỡ trót bèn lần lữa chần chừ vội gấp kịp trễ muộn sớm
   gõ gãy gắt cản cãi tấc lóng ngóng adn rau
   grab shopee facebook zalo google iphone samsung honda wave vision sirius vespa dream exciter lead`
    .split(/\s+/)
    .filter(Boolean);
