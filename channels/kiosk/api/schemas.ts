/**
 * What the calls below `/kiosk/api` take and give: the checks at the edge and the page's types are made from these alone.
 *
 * A visit is one person's time at the screen. Its calls show the visit's Direct Line token (`Authorization: Bearer`)
 * beside the device's cookie; once it is over, all of them get 403 `VisitOver`, like a visit that never was. Refusals look like those
 * of Direct Line: `{"error": {"code", "message"}}`, with `say` where there are words for the person at the screen.
 */
import { z } from 'zod';

const key = z.string().regex(/^[\w-]{20,200}$/);

/** `POST /kiosk/api/device`: the key out of `/kiosk#key=…`, kept from then on in a cookie that no script reads. */
export const deviceSchema = z.strictObject({ key });
/** Its reply, and whose device this is. */
export const deviceReplySchema = z.object({ name: z.string(), unit: z.string().nullable() });

const locale = z.enum(['vi', 'en']);
export const localeQuerySchema = z.object({ locale: locale.default('vi') });

const counter = z.object({
  /** For `POST tickets`: which counter. */
  id: z.string(),
  /** As the sign above it says. */
  name: z.string(),
  number: z.int().nullable(),
  floor: z.string().nullable().describe('"Tầng 1"; null: unknown, or there is one floor.'),
  place: z.string().nullable().describe('"bên trái cửa vào"'),
  /** Fields (lĩnh vực) it takes; []: all. */
  subjects: z.array(z.string()),
  /** Of the point that it belongs to. */
  point: z.string(),
  hours: z.string().nullable().describe('Today’s, in words; "" when it is closed the whole day.'),
});
export type OfficeCounter = z.infer<typeof counter>;

const asked = z.object({
  code: z.string().nullable(),
  title: z.string(),
  /** What pressing it says. */
  send: z.string(),
});

/** `GET /kiosk/api/office?locale=` */
export const officeSchema = z.object({
  /** "Phường Ba Đình, Thành phố Hà Nội"; the desk's own name where no commune is known; `null`: nobody entered either. */
  name: z.string().nullable(),
  desk: z.object({ name: z.string(), address: z.string(), phone: z.string().nullable() }).nullable(),
  /** The server's clock: a kiosk's own may be wrong by hours. */
  now: z.iso.datetime({ offset: true }),
  hours: z.object({
    open: z.boolean().nullable().describe('null: hours are not known.'),
    today: z.string().nullable().describe('In words; "" when closed today.'),
    week: z.string().nullable(),
    opensNext: z.string().nullable(),
    /** Why today is not like its week: a holiday, a day announced by the ward. */
    note: z.string().nullable(),
  }),
  counters: z.array(counter),
  map: z
    .array(
      z.object({
        floor: z.string().nullable(),
        /** Drawn by us, no script in it; `aria-hidden`, for `lines` say the same. */
        svg: z.string(),
        /** The same for a screen reader, one line a counter. */
        lines: z.array(z.string()),
      }),
    )
    .describe('One plan a floor; []: nobody entered the counters.'),
  mostAsked: z.array(asked).max(12),
  /** `week`: counted here in the last seven days; `default`: chosen, because too little was asked to be shown. */
  mostAskedFrom: z.enum(['week', 'default']),
  banners: z.array(z.object({ text: z.string(), emergency: z.boolean() })),
  /** Words to show instead of the assistant while the kiosk is switched off, with where people are; `null`: it is on. */
  off: z.string().nullable(),
  has: z.object({
    device: z.boolean().describe('The page stands on a registered device.'),
    dossiers: z.boolean(),
    tickets: z.boolean(),
    listen: z.boolean().describe('Our own speech to text; the browser’s may serve all the same.'),
    say: z.boolean(),
    handOff: z.boolean(),
    checklistQr: z.boolean().describe('Without: checklists are printed, and opened again here by their code.'),
  }),
  locales: z.array(locale),
  silence: z.object({ seconds: z.int(), warnSeconds: z.int() }),
});
export type Office = z.infer<typeof officeSchema>;

/** `POST /kiosk/api/visits`: whatever visit this device had is over with it. */
export const newVisitSchema = z.strictObject({ locale: locale.default('vi') });
export const visitReplySchema = z.object({
  visit: z.uuid(),
  conversationId: z.string(),
  /** Of Direct Line; `POST /v3/directline/conversations` comes next, as on the chat page. */
  token: z.string(),
  /** The server ends the visit after so many seconds without a call of it. A person who reads calls nobody: `PUT` it. */
  idleSeconds: z.int(),
  /** And at this moment in any case. */
  endsAt: z.iso.datetime({ offset: true }),
});
export type VisitReply = z.infer<typeof visitReplySchema>;

/** `PUT /kiosk/api/visits/:id` (somebody is there) and `GET` (looks, and keeps nothing alive). */
export const visitStateSchema = z.object({
  endsAt: z.iso.datetime({ offset: true }),
  /** What was asked for: a dossier code, the code sent to the phone on file, or last six digits and day of birth. */
  awaits: z.enum(['code', 'sent', 'facts']).nullable().describe('While not null the page hides what is typed.'),
  /** How many dossiers this visit has proven. */
  dossiers: z.int(),
  handOff: z
    .object({
      code: z.string().describe('To be said at the counter.'),
      state: z.enum(['waiting', 'owned', 'call-back']),
      /** Of those waiting, 1 is next; `null` once an officer has it. */
      position: z.int().nullable(),
      counter: counter.nullable(),
    })
    .nullable(),
});
export type VisitState = z.infer<typeof visitStateSchema>;

/** `POST /kiosk/api/visits/:id/receipt`: what the scanner or the camera read. 202; the answer comes by the wire. */
export const receiptSchema = z.strictObject({ scanned: z.string().min(1).max(4_000) });

/** `GET /kiosk/api/visits/:id/dossiers`: nothing of them yet. */
export const dossierListSchema = z.object({
  dossiers: z
    .array(
      z.object({
        ref: z.string().describe('Good in this visit alone.'),
        /** "Hồ sơ có đuôi mã 0042". */
        title: z.string(),
      }),
    )
    .readonly(),
});
export type DossierList = z.infer<typeof dossierListSchema>;

const block = z.object({
  kind: z.enum(['title', 'say', 'list', 'note', 'warning']),
  text: z.string().optional(),
  label: z.string().nullable().optional(),
  items: z.array(z.string()).readonly().optional(),
  ordered: z.boolean().optional(),
});
/** `POST /kiosk/api/visits/:id/dossiers/:ref/reveal`: while a finger holds "Xem"; to be forgotten with it, never spoken. */
export const revealedSchema = z.object({ blocks: z.array(block).readonly(), hideAfterSeconds: z.int() });
export type Revealed = z.infer<typeof revealedSchema>;

/** `POST /kiosk/api/visits/:id/rating`: the five faces, 1 (very bad) to 5 (very good). 204; a second one replaces it. */
export const ratingSchema = z.strictObject({ stars: z.int().min(1).max(5) });

/** `GET /kiosk/api/guides?locale=`: the offline copy, with `ETag`; gzip. */
export const offlineCopySchema = z.object({
  version: z.string(),
  /** ISO day on which it was made: "bản lưu ngày …". */
  savedOn: z.iso.date(),
  office: z.string().nullable(),
  guides: z
    .array(
      z.object({
        code: z.string(),
        title: z.string(),
        /** Folded words by which it is found, titles and ways of asking, each once, with spaces between. */
        words: z.string(),
        /** What was asked for most of the times, first. */
        facets: z
          .array(z.object({ facet: z.string(), name: z.string(), blocks: z.array(block).readonly() }))
          .readonly(),
      }),
    )
    .readonly(),
});
export type OfflineCopy = z.infer<typeof offlineCopySchema>;

/** `POST /kiosk/api/tickets` with the header `Idempotency-Key`: the same key gets the same ticket. */
export const ticketSchema = z.strictObject({ desk: z.string().min(1).max(100) });
export const ticketReplySchema = z.object({
  number: z.string(),
  /** How many are before it; `null`: the machine does not say. */
  waiting: z.int().nullable(),
  counter: z.string().nullable(),
  /** "Số của bà là …": also for a voice, a number in a queue is no secret. */
  say: z.string(),
});
export type Ticket = z.infer<typeof ticketReplySchema>;

/** `POST /kiosk/api/checklists`: what to bring, to be carried away. */
export const newChecklistSchema = z.strictObject({ code: z.string().min(1).max(100), locale: locale.default('vi') });
/** Also of `GET /kiosk/api/checklists/:code`, where somebody types the code that he was told on the phone. */
export const checklistReplySchema = z.object({
  /** Seven signs, "K7M-2QXR"; no letter that looks like a figure. */
  shortCode: z.string(),
  /** The same list by eight figures, "4821 0937". */
  digits: z.string(),
  /** `null` without `PUBLIC_URL`: then it is printed, or opened at a kiosk by its code. */
  url: z.string().nullable(),
  qrSvg: z.string().nullable(),
  goodUntil: z.iso.date(),
  title: z.string(),
  blocks: z.array(block).readonly(),
  /** The page to print: the same address on this server. */
  printPath: z.string(),
});
export type Checklist = z.infer<typeof checklistReplySchema>;

/** `POST /kiosk/api/speech/listen` takes `audio/wav` (16 kHz, mono, 16 bit, at most 15 s). */
export const heardSchema = z.object({ text: z.string(), confidence: z.number().nullable() });
/** `POST /kiosk/api/speech/say` gives `audio/wav`. Public words alone: what `speak` of an activity says, or texts of the page. */
export const saySchema = z.strictObject({
  text: z.string().min(1).max(600),
  rate: z.enum(['slow', 'normal']).default('normal'),
});

export const kioskErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
  /** For the person at the screen. */
  say: z.string().optional(),
});
