/** Keeps emergency banners: written once, never changed, taken down before their time or over by themselves. */
import { randomUUID } from 'node:crypto';
import { addAudit } from './audit.ts';
import { cleanText, dateOf, idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { BannerRow, SwitchStore } from './switches.ts';
import { tellSwitched } from './switches.ts';

interface Banners extends Pick<SwitchStore, 'publish' | 'takeDown'> {
  open(at: Date): Promise<readonly BannerRow[]>;
  history(limit: number): Promise<readonly BannerRow[]>;
}

export function makeBanners(database: Database): Banners {
  const all = () => database.outer.selectFrom('banner').select(columns);
  return {
    open: (at) =>
      all().where('ended_at', 'is', null).where('to_at', '>', dateOf(at)).orderBy('from_at').orderBy('id').execute(),
    history: (limit) => all().orderBy('made_at', 'desc').orderBy('id').limit(limit).execute(),
    publish: ({ vi, en, severity, units, from, to, by }, at) =>
      database.withJob('switches', async (handle) => {
        const id = randomUUID();
        const words = { text_vi: cleanText(vi), text_en: cleanText(en) };
        await handle
          .insertInto('banner')
          .values({
            id,
            ...words,
            severity,
            units: units && [...units],
            from_at: dateOf(from),
            to_at: dateOf(to),
            made_by: cleanText(by.name),
            made_at: dateOf(at),
          })
          .execute();
        await tellSwitched(handle);
        const detail = { severity, units, from, to, vi: words.text_vi, en: words.text_en };
        await addAudit(handle, { actor: by.actor, action: 'banner-publish', object: `banner:${id}`, detail });
        return id;
      }),
    takeDown: ({ id, by, at }) =>
      database.withJob('switches', async (handle) => {
        const { numUpdatedRows } = await handle
          .updateTable('banner')
          .set({ ended_at: dateOf(at), ended_by: cleanText(by.name) })
          .where('id', '=', idOf(id))
          .where('ended_at', 'is', null)
          .where('to_at', '>', dateOf(at))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tellSwitched(handle);
        await addAudit(handle, { actor: by.actor, action: 'banner-take-down', object: `banner:${id}` });
        return true;
      }),
  };
}

const columns = [
  'id',
  'text_vi as vi',
  'text_en as en',
  'severity',
  'units',
  'from_at as from',
  'to_at as to',
  'made_by as by',
  'made_at as madeAt',
  'ended_at as endedAt',
  'ended_by as endedBy',
] as const;
