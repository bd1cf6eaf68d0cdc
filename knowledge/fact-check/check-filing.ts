/** The rows of `filing` against the record's methods: way, time, fee, and the figures of their notes. */
import type { Filing, Guide } from '../guide.ts';
import { figuresIn, foldText } from '../plain-text.ts';
import { parseFee } from '../records/parse-record.ts';
import { type PortalMethod, type PortalRecord, viaOf } from '../records/portal-record.ts';
import { checkCase } from './check-case.ts';
import { unknownFigures } from './check-sentences.ts';
import { checkTime } from './check-time.ts';
import type { Finding } from './finding.ts';

const setByProvince = /hoi dong nhan dan|hdnd|ubnd (cap )?tinh|tung dia phuong|cap tinh quy dinh/;

/** A note that sends the reader to a law for the amount: "Miễn phí" beside it does not hold. */
const ruledElsewhere = /luat phi va le phi|ap dung muc (?:thu|phi)/;

export function checkFiling(guide: Guide, record: PortalRecord): Finding[] {
  return guide.filing.flatMap((filing, index) =>
    filing.from.flatMap((row) => {
      const path = `filing.${index}`;
      const method = row.startsWith('methods.') ? record.methods[Number(row.split('.')[1])] : undefined;
      if (!method) return [{ code: guide.code, path: `${path}.from`, says: row, record: 'no such row of methods' }];
      return [
        ...checkWay(filing, method),
        ...checkTime(filing, method, record),
        ...checkFee(filing, method, record),
        ...checkCase(filing, method, record),
      ].map((finding) => ({ ...finding, code: guide.code, path: `${path}.${finding.path}` }));
    }),
  );
}

type Local = Omit<Finding, 'code'>;

function checkWay(filing: Filing, method: PortalMethod): Local[] {
  return viaOf(method.channel) === filing.via ? [] : [{ path: 'via', says: filing.via, record: method.channel }];
}

function checkFee(filing: Filing, method: PortalMethod, record: PortalRecord): Local[] {
  const { fee } = filing;
  const findings: Local[] = [];
  const published = parseFee(method.fee);
  const note = `${method.feeNote ?? ''} ${method.description ?? ''} ${method.timeFeeRaw ?? ''}`;
  const wrong = (why: string) => findings.push({ path: 'fee', says: `${fee.kind} ${fee.dong}`, record: why });
  if (fee.kind === 'free' && published !== 0) wrong(method.fee ?? 'no fee published, which is not free of charge');
  if (fee.kind === 'free' && (method.feeContradicted === true || feeStandsElsewhere(note))) {
    wrong(`"${method.fee}" with the note "${note.trim()}"`);
  }
  if (fee.kind === 'free' && fee.dong !== 0) wrong('a free row has dong: 0');
  if ((fee.kind === 'fixed' || fee.kind === 'from-to') && !hasAmount(fee.dong, method))
    wrong(method.fee ?? 'no amount');
  if (fee.kind === 'fixed' && published !== null && published > 0 && published !== fee.dong) wrong(method.fee ?? '');
  if (fee.kind === 'unknown' && published !== null && published > 0 && !noteHas(fee.note, published)) {
    wrong(`${method.fee}: if that is not the fee, the note must say so`);
  }
  if ((fee.kind === 'by-province' || fee.kind === 'unknown') && fee.dong !== null)
    wrong('no single amount: dong is null');
  if (fee.kind === 'by-province' && !setByProvince.test(foldText(`${note} ${record.steps}`)))
    wrong(`note: ${note.trim()}`);
  const own = `${method.fee ?? ''} ${note}`;
  findings.push(
    ...unknownFigures(fee.note ?? '', own).map((reason) => ({
      path: 'fee.note',
      says: fee.note ?? '',
      record: reason,
    })),
  );
  return findings;
}

function hasAmount(dong: number | null, method: PortalMethod): boolean {
  if (dong === null) return false;
  const text = `${method.fee ?? ''} ${method.feeNote ?? ''} ${method.description ?? ''}`;
  return parseFee(method.fee) === dong || figuresIn(text).some((figure) => figure.value === `${dong}`);
}

const noteHas = (note: string | null, amount: number) =>
  figuresIn(note ?? '').some((figure) => figure.value === `${amount}`);

const feeStandsElsewhere = (note: string) => setByProvince.test(foldText(note)) || ruledElsewhere.test(foldText(note));
