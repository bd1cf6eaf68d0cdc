/** What common passwords are made of, without marks and in small letters: of published lists of the most common ones, and of our own surroundings. */
export const commonWords: ReadonlySet<string> = new Set(
  `password passw passwd pass pwd matkhau mat khau mk admin administrator root user username guest test tester demo
login dangnhap taikhoan account welcome changeme default secret private server system manager computer internet
qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc edcrfv poiuytrewq lkjhgfdsa
abc abcd abcde abcdef abcdefg abcdefgh abcxyz xyz aaa bbb letmein letme iloveyou ilove iloveu loveyou loveme love lovely
you me myself forever princess sunshine monkey dragon football baseball basketball soccer superman batman spiderman pokemon
naruto doraemon master shadow michael jordan jennifer charlie daniel thomas hunter killer trustno starwars freedom whatever
hello helloworld xinchao chao hi world baby babygirl angel butterfly flower cookie chocolate cheese pepper ginger summer winter
spring autumn january october november december monday sunday money samsung iphone apple android google facebook zalo gmail
yahoo youtube tiktok instagram microsoft windows office lenovo nokia
anhyeuem emyeuanh yeuem yeuanh yeu anh em toi ban minh nho mai mothai motminh vochong giadinh ginhdinh conyeu meyeu boyeu bome
me bo con vo chong chi ong ba chau nha que huong quehuong toiyeu toiyeuvietnam vietnam viet nam hanoi saigon hochiminh bacho
danang haiphong cantho hue thudo dongda lamdong ubnd uybannhandan uyban nhandan nhan dan phuong xa thi tran thitran quan huyen
tinh thanhpho canbo congchuc motcua hoimotcua dichvucong dichvu cong chinhquyen hanhchinh trungtam phucvu phucvuhanhchinhcong
congan tuphap hotich tiepcongdan vanphong vanthu lanhdao chutich bithu dangvien doan doanthanhnien tet tetnguyendan nam moi nammoi
chucmung chucmungnammoi hanhphuc maymao maymanh bongda thethao hoa hoahong hoasen sen lotus meo cho conmeo concho ngocanh
van thi nguyen tran pham hoang phan dang bui ngo duong ly hung dung tuan minhanh linh lan huong mot hai ba bon nam sau bay tam chin muoi khong
one two three four five six seven eight nine zero the and my is in of to it no yes a i o an oi ok`
    .split(/\s+/)
    .filter(Boolean),
);

/** Neighbours on a keyboard, and what is counted or spelt out. */
export const runs: readonly string[] = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'mnbvcxzlkjhgfdsapoiuytrewq',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
];
