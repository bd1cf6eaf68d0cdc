import { describe, expect, it } from '@jest/globals';
import { importedDossierSchema } from '../dossier.ts';
import { dossierMappingSchema, ownWire } from './dossier-mapping.ts';
import { translateDossier } from './translate-dossier.ts';

const mapping = dossierMappingSchema.parse({
  fields: {
    code: 'maHoSo',
    procedure: 'thuTuc.ma',
    'applicant.name': 'chuHoSo.hoTen',
    'applicant.identityNumber': 'chuHoSo.soDinhDanh',
    unit: 'maXa',
    desk: 'dangXuLyTai',
    receivedAt: 'ngayTiepNhan',
    promisedAt: 'ngayHenTra',
    status: 'trangThai',
    steps: 'quaTrinh',
    'steps.at': 'luc',
    'steps.what': 'viec',
    missing: 'giayToThieu',
    'fee.dong': 'lePhi.soTien',
    'fee.paid': 'lePhi.daNop',
    updatedAt: 'capNhat',
  },
  statuses: { 'Đang xử lý': 'in-process', '7': 'needs-papers' },
  moments: 'day-first',
  yes: ['Rồi'],
  no: ['Chưa'],
});

const theirs = {
  maHoSo: '000.00.12.H38-260915-0042',
  thuTuc: { ma: '1.001193', ten: 'Khai sinh' },
  chuHoSo: { hoTen: 'Vàng Thị Mỷ', soDinhDanh: '010190000011' },
  maXa: '02728',
  dangXuLyTai: 'Công chức Tư pháp - Hộ tịch',
  ngayTiepNhan: '16/11/2026 08:30',
  ngayHenTra: '25/11/2026',
  trangThai: 'Đang xử lý',
  quaTrinh: [{ luc: '16/11/2026 08:30:15', viec: 'Tiếp nhận', nguoi: 'A' }],
  giayToThieu: ['Giấy chứng sinh'],
  lePhi: { soTien: '8000', daNop: 'Rồi' },
  capNhat: '19/11/2026 16:00',
  maKhac: 'x',
};
const read = (value: unknown, by = mapping) => importedDossierSchema.parse(translateDossier(value, by));

describe('a dossier in the names of another system', () => {
  it('is read as ours', () => {
    expect(read(theirs)).toMatchObject({
      code: '000.00.12.H38-260915-0042',
      procedure: '1.001193',
      applicant: { name: 'Vàng Thị Mỷ', identityNumber: '010190000011', phone: null },
      unit: '02728',
      desk: 'Công chức Tư pháp - Hộ tịch',
      receivedAt: '2026-11-16T08:30:00+07:00',
      promisedAt: '2026-11-25T00:00:00+07:00',
      status: 'in-process',
      steps: [{ at: '2026-11-16T08:30:15+07:00', desk: null, what: 'Tiếp nhận' }],
      missing: [{ paper: 'Giấy chứng sinh', reason: null }],
      fee: { dong: 8000, paid: true },
      updatedAt: '2026-11-19T16:00:00+07:00',
    });
  });

  it('keeps what has no name of ours apart', () => {
    expect(read(theirs).other).toEqual({ theirs: { maKhac: 'x' } });
  });

  it('reads a status by its number, and says unknown for a word that it was not told', () => {
    expect(read({ ...theirs, trangThai: 7 }).status).toBe('needs-papers');
    const unknown = read({ ...theirs, trangThai: 'Chờ ý kiến' });
    expect(unknown.status).toBeNull();
    expect(unknown.other).toMatchObject({ statusWord: 'Chờ ý kiến' });
    expect(read({ ...theirs, trangThai: 'constructor' }).status).toBeNull();
  });

  it.each(['31/02/2026', '19-11', 'hôm qua', '2026/11/19', '45/11/2026 08:00', '19/11/2026 25:00', ''])(
    'does not guess a moment from "%s"',
    (text) => {
      expect(read({ ...theirs, ngayHenTra: text }).promisedAt).toBeNull();
    },
  );

  it('says unknown for a fee that is not told, and never free', () => {
    const { lePhi: _fee, ...without } = theirs;
    expect(read(without).fee).toBeNull();
    expect(read({ ...theirs, lePhi: { soTien: 'tùy', daNop: 'một phần' } }).fee).toEqual({ dong: null, paid: null });
  });

  it('counts seconds or ms since 1970 where the mapping says so', () => {
    const counted = (moments: 'unix-seconds' | 'unix-ms', capNhat: unknown) =>
      read({ ...theirs, capNhat }, { ...mapping, moments }).updatedAt;
    expect(counted('unix-seconds', 1_795_050_000)).toBe('2026-11-19T01:00:00.000Z');
    expect(counted('unix-ms', '1795050000000')).toBe('2026-11-19T01:00:00.000Z');
    expect(counted('unix-ms', 1e300)).toBeNull();
  });

  it('is left as it is where no mapping is set, even when it is no dossier', () => {
    for (const value of [theirs, null, 'H38', 7, [theirs]]) expect(translateDossier(value, ownWire)).toBe(value);
    for (const value of [null, 'H38', 7]) expect(translateDossier(value, mapping)).toBe(value);
  });

  it('is not led astray by names that every object has', () => {
    const odd = dossierMappingSchema.parse({ fields: { code: 'constructor.name', desk: '__proto__.x' } });
    expect(translateDossier({ maHoSo: '1' }, odd)).toEqual({ theirs: { maHoSo: '1' } });
  });
});

describe('the mapping file', () => {
  it('is the own wire when it says nothing', () => {
    expect(dossierMappingSchema.parse({})).toEqual(ownWire);
  });

  it.each([
    { fields: { kode: 'maHoSo' } },
    { statuses: { Xong: 'done' } },
    { paths: { find: '/mot-ho-so' } },
    { pages: {} },
    { moments: 'month-first' },
  ])('refuses %j', (wrong) => {
    expect(dossierMappingSchema.safeParse(wrong).success).toBe(false);
  });
});
