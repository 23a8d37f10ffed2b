import { slugify } from "#app/format/slugs.ts";
import { type Amend, change, type Ledger } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { admitText } from "#db/queries/admit.ts";
import { admitFile, dropStagedFile } from "#db/queries/files.ts";
import { insertRegency, regenciesByKey } from "#db/queries/regencies.ts";
import {
  dropText,
  insertDecree,
  type KnownText,
  knownTexts,
  type RegisterRows,
  registerOf,
  retireTexts,
  updateDecree,
} from "#db/queries/register.ts";
import { dropStaged, type StagedDecree, stagedDecrees, stagedServices } from "#db/queries/staging.ts";
import { updateUpload, uploadById } from "#db/queries/uploads.ts";
import { ANTEROOM, type RegencyTable, type ServiceTextTable, type UploadTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, foreignRegency } from "./errors.ts";
import { groupBy } from "./group-by.ts";
import type { Identity } from "./identity.ts";
import { issuerKey, numberKey, regencyKey } from "./keys.ts";
import { decreeRef, regencyRef } from "./refs.ts";
import { newRegencyRow } from "./regency-register.server.ts";
import { type LinkCounts, linkReading, refreshRegister } from "./register.server.ts";
import { scoreRegency } from "./scoring.server.ts";
import { outcomeMessage } from "./upload-words.ts";
import type { Confirmation, UploadOutcome } from "./views.ts";

type Stored = UploadOutcome["stored"][number];

/** A regency that the upload writes to, with what it knows: read once, kept up to date as decrees are added. */
interface Touched {
  regency: RegencyTable;
  register: RegisterRows;
  texts: KnownText[];
  amend: Amend;
}

interface Work {
  db: Db;
  trx: Writer;
  upload: UploadTable;
  asNew: ReadonlySet<number>;
  /** Whether facts may give way, and the regencies in which they did. */
  renews: boolean;
  renewed: Set<number>;
  at: string;
  by: string;
}

export interface StoreOptions {
  /** Why facts that are stored of these very texts are replaced by these; left out: they stay as they are. */
  renewal?: string;
  /** What else belongs to the same transaction. */
  also?: (trx: Writer) => Promise<void>;
}

/**
 * Takes a confirmed upload into the regencies of its decrees: in one transaction, with one audit event a regency. A text
 * that is stored already stays as it is; a newer text of a known decree becomes its next version.
 * An upload that is stored already stays as it is.
 * @throws AppError where a regency lies outside the scope, or a decree of the upload was not confirmed
 */
export const storeUpload = (
  db: Db,
  scope: Scope,
  upload: UploadTable,
  confirmation: Confirmation,
  { renewal, also = async () => {} }: StoreOptions = {},
): Promise<UploadOutcome> =>
  change(db, scope, { r: ANTEROOM, action: "naskah.simpan", subject: upload.id }, async (trx, ledger) => {
    const now = await uploadById(trx, scope, upload.id);
    if (now?.state !== "pratinjau") return ended(now);
    const staged = await stagedDecrees(trx, upload.id);
    const readingIds = staged.map((decree) => decree.reading_id);
    const tables = groupBy(await stagedServices(trx, readingIds), (table) => table.reading_id);
    const work: Work = {
      db,
      trx,
      upload,
      asNew: new Set(confirmation.asNew ?? []),
      renews: renewal !== undefined,
      renewed: new Set(),
      at: db.now(),
      by: scope.actor,
    };
    const stored: Stored[] = [];
    const touched = new Map<number, Touched>();
    for (const decree of staged) {
      const identity = confirmation.decrees.find((confirmed) => confirmed.index === decree.ordinal);
      if (!identity) throw notConfirmed(decree.ordinal);
      const place = await settleRegency(work, scope, ledger, identity, touched);
      stored.push(await storeDecree(work, place, identity, decree, tables.get(decree.reading_id) ?? []));
    }
    for (const [r, { amend }] of touched) {
      await refreshRegister(trx, r);
      await scoreRegency(db, trx, r);
      const decrees = stored.filter(({ regency }) => regency.r === r);
      const after = { file: upload.sha256, decrees: decrees.map(summaryOf) };
      amend({ after, ...(renewal !== undefined && work.renewed.has(r) && { reason: renewal }) });
    }
    await dropStaged(trx, upload.id);
    await dropStagedFile(trx, upload.sha256, upload.id);
    const outcome: UploadOutcome = { message: outcomeMessage(stored), stored };
    await updateUpload(trx, upload.id, { state: "tersimpan", outcome: JSON.stringify(outcome) });
    await also(trx);
    ledger.amend({ after: { file: upload.sha256, regencies: [...touched.keys()] } });
    return outcome;
  });

const summaryOf = ({ decree, kind, services, linked, proposed, added }: Stored) => ({
  decree: decree.slug,
  version: decree.version,
  kind,
  services,
  linked,
  proposed,
  added,
});

/** What became of an upload that another worker stored, or a person threw away, in the meantime. */
const ended = (upload: UploadTable | undefined): UploadOutcome => {
  if (upload?.state === "tersimpan" && upload.outcome) return JSON.parse(upload.outcome) as UploadOutcome;
  throw new AppError({
    code: "not_waiting",
    status: 409,
    message: "Naskah ini sudah dibuang sebelum sempat disimpan. Unggah kembali bila memang perlu.",
  });
};

const notConfirmed = (ordinal: number): AppError =>
  new AppError({
    code: "not_confirmed",
    status: 422,
    message: `Keputusan ke-${ordinal + 1} dalam berkas ini belum lengkap identitasnya. Lengkapi pada halaman pratinjau, lalu simpan kembali.`,
  });

/** The regency by its name; one that is new is added. Its chain gets an event of its own at the first decree. */
const settleRegency = async (
  { trx, upload }: Work,
  scope: Scope,
  ledger: Ledger,
  { regency: name, zone }: Confirmation["decrees"][number],
  touched: Map<number, Touched>,
): Promise<Touched> => {
  const [known] = await regenciesByKey(trx, [regencyKey(name)]);
  const regency = known ?? (await newRegencyRow(trx, name, zone));
  if (!scope.includes(regency.id)) throw foreignRegency(`${regency.kind} ${regency.name}`);
  const before = touched.get(regency.id);
  if (before) return before;
  const amend = await ledger.also({ r: regency.id, action: "naskah.simpan", subject: upload.id });
  if (!known) {
    await insertRegency(trx, regency);
    await ledger.also({
      r: regency.id,
      action: "kabupaten.tambah",
      subject: regency.slug,
      after: { name: regency.name },
    });
  }
  const { id } = regency;
  const place = { regency, register: await registerOf(trx, id), texts: await knownTexts(trx, id), amend };
  touched.set(id, place);
  return place;
};

const storeDecree = async (
  work: Work,
  { regency, register, texts }: Touched,
  identity: Identity,
  staged: StagedDecree,
  tables: ServiceTextTable[],
): Promise<Stored> => {
  const { db, trx, at, by } = work;
  const r = regency.id;
  const versions = texts.filter((text) => isSame(text, identity));
  const slug = versions[0]?.slug ?? decreeSlug(regency, identity, texts);
  const ref = (version: number) =>
    decreeRef({ ...identity, slug, version, signed: staged.signed, facts_only: staged.facts_only });
  const base = {
    regency: regencyRef(regency),
    services: tables.filter((table) => table.same_as === null).length,
  };
  const printed = {
    issuer: identity.issuer,
    number: identity.number,
    number_annex: staged.number_annex,
    signed: staged.signed,
    maklumat: staged.maklumat,
  };
  const keys = {
    issuer_key: issuerKey(identity.issuer),
    number_key: numberKey(identity.number),
    year: identity.year,
  };
  const admitted = { r, textId: staged.text_id, readingId: staged.reading_id, by };
  const same = sameText(texts, staged);
  if (same && work.renews && same.facts_only === 1 && isNewest(texts, same)) {
    const { decree_id: decreeId, version } = same;
    await updateDecree(trx, r, decreeId, { ...printed, ...keys });
    await dropText(trx, r, same.text_id);
    await admitText(trx, { ...admitted, decreeId, version, at: same.at });
    work.renewed.add(r);
    Object.assign(same, { ...keys, text_id: staged.text_id });
    const counts: LinkCounts = await linkReading(db, trx, register, tables, work.asNew, { r, at, by });
    return { ...base, decree: { ...ref(version), slug: same.slug }, kind: "sama", ...counts };
  }
  if (same) {
    return {
      ...base,
      decree: { ...ref(same.version), slug: same.slug },
      kind: "sama",
      linked: 0,
      proposed: 0,
      added: 0,
    };
  }
  const decreeId = versions[0]?.decree_id ?? db.newId();
  if (versions.length > 0) await updateDecree(trx, r, decreeId, printed);
  else {
    await insertDecree(trx, {
      r,
      id: decreeId,
      upload_id: null,
      ordinal: staged.ordinal,
      regency_name: staged.regency_name,
      slug,
      ...keys,
      ...printed,
    });
  }
  const version = Math.max(0, ...versions.map((text) => text.version)) + 1;
  await retireTexts(trx, r, decreeId);
  if (staged.facts_only === 0) await admitFile(trx, r, work.upload.sha256, at);
  await admitText(trx, { ...admitted, decreeId, version, at });
  texts.push({
    decree_id: decreeId,
    slug,
    ...keys,
    text_id: staged.text_id,
    version,
    text_hash: staged.text_hash,
    facts_only: staged.facts_only,
    at,
  });
  const counts: LinkCounts = await linkReading(db, trx, register, tables, work.asNew, { r, at, by });
  return { ...base, decree: ref(version), kind: versions.length > 0 ? "versi" : "baru", ...counts };
};

const isSame = (text: KnownText, identity: Identity): boolean =>
  text.issuer_key === issuerKey(identity.issuer) &&
  text.number_key === numberKey(identity.number) &&
  text.year === identity.year;

/**
 * The stored text that is this very text, under whatever number it was stored; where only its facts are kept, the text
 * itself is still news.
 */
export const sameText = (
  texts: readonly KnownText[],
  staged: Pick<StagedDecree, "text_hash" | "facts_only">,
): KnownText | undefined =>
  texts.find(
    (text) => text.text_hash === staged.text_hash && (text.facts_only === 0 || staged.facts_only === 1),
  );

/** No newer version of its decree is stored. */
const isNewest = (texts: readonly KnownText[], { decree_id, version }: KnownText): boolean =>
  texts.every((text) => text.decree_id !== decree_id || text.version <= version);

/** Stored versions of the decree with this identity, oldest first. */
export const versionsOf = (texts: readonly KnownText[], identity: Identity): KnownText[] =>
  texts.filter((text) => isSame(text, identity));

const decreeSlug = (regency: RegencyTable, identity: Identity, texts: readonly KnownText[]): string => {
  const number = slugify(numberKey(identity.number));
  const wanted = slugify(
    `${regency.slug} ${number} ${number.endsWith(String(identity.year)) ? "" : identity.year}`,
  );
  let slug = wanted;
  for (let nth = 2; texts.some((text) => text.slug === slug); nth++) slug = `${wanted}-${nth}`;
  return slug;
};
