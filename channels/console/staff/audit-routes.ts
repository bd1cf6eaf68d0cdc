/** The audit log for admins: read-only, by page. Each reading is in it. */
import { Router } from 'express';
import type { AuditLog, StaffStore } from '../../../bot/index.ts';
import { refuse, type StaffGate } from '../sign-in/gate.ts';
import { auditQuerySchema } from './schemas.ts';

export interface AuditRouteParts {
  readonly gate: StaffGate;
  readonly auditLog: AuditLog;
  readonly store: StaffStore;
}

const limit = 100;

export function auditRoutes({ gate, auditLog, store }: AuditRouteParts): Router {
  const router = Router();
  router.get('/', gate.requireStaff('read-audit'), async (request, response) => {
    const staff = await gate.staffOf(request);
    if (!staff) return refuse(response, 'signed-out');
    const { from, to, before, ...filter } = auditQuerySchema.parse(request.query);
    const rows = await auditLog.page(`staff:${staff.member.id}`, {
      ...given(filter),
      ...(from ? { from: midnight(from) } : {}),
      ...(to ? { to: new Date(midnight(to).getTime() + dayMs) } : {}),
      ...(before ? { before } : {}),
      limit,
    });
    const names = new Map(
      (await store.accounts.list()).flatMap(({ id, name }) => [
        [`staff:${id}`, name],
        [`officer:${id}`, name],
      ]),
    );
    response.json({
      rows: rows.map(({ prevHash: _prev, hashed: _text, ...row }) => ({
        ...row,
        actorName: names.get(row.actor) ?? null,
        objectName: names.get(row.object) ?? null,
      })),
      next: rows.length < limit ? null : (rows.at(-1)?.seq ?? null),
    });
  });
  return router;
}

const dayMs = 24 * 60 * 60 * 1000;
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`);

/** Without what was left out. */
const given = (filter: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])));
