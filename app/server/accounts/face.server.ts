import type { Db } from "#db/connection.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { everyRegency } from "#db/queries/regencies.ts";
import { ROLES } from "#db/schema-accounts.ts";
import { ACCESS, reachOf } from "../access.ts";
import { system } from "../scope.server.ts";
import type { Viewer } from "./viewer.ts";

export interface FaceView {
  person: { name: string; roles: string } | null;
  closed: string[];
  narrowed: string[];
}

/** Addresses that no role of the viewer opens, and no setting can. */
const closedTo = (viewer: Viewer | null): string[] =>
  Object.entries(ACCESS)
    .filter(([, { read, open }]) => {
      if (read === "account") return viewer === null;
      if (read === "anyone" || open) return false;
      const { regencies } = reachOf(viewer?.grants ?? [], read);
      return regencies !== "all" && regencies.length === 0;
    })
    .map(([pattern]) => pattern);

/** What the head of every page says of who reads it. */
export const getFace = async (db: Db, viewer: Viewer | null): Promise<FaceView> => {
  if (!viewer) return { person: null, closed: closedTo(null), narrowed: [] };
  const names = new Map((await everyRegency(db.read)).map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const { only } = reachOf(viewer.grants, ROLES);
  const bagian = only.size > 0 ? await listBagian(db.read, system()) : [];
  const own = [...only].map(([r, ids]) => {
    const listed = bagian.filter((one) => one.r === r && ids.includes(one.id)).map(({ name }) => name);
    return `${listed.join(" dan ") || "tidak satu bagian pun"} (${names.get(r) ?? "daerah lain"})`;
  });
  const narrowed =
    own.length === 0
      ? []
      : [`Di daerah tugas Anda, angka dan daftar hanya memuat layanan ${own.join(", ")}.`];
  return {
    person: { name: viewer.name, roles: rolesWords(viewer, names) },
    closed: closedTo(viewer),
    narrowed,
  };
};

/** `penilai, Kabupaten Arunika`; of several regencies the first and how many more. */
const rolesWords = ({ grants }: Viewer, names: ReadonlyMap<number, string>): string =>
  ROLES.flatMap((role) => {
    const places = [...new Set(grants.filter((one) => one.role === role).map(({ r }) => r))];
    if (places.length === 0) return [];
    if (places.includes(0)) return [`${role}, semua daerah`];
    const first = names.get(places[0] ?? 0) ?? "";
    return [`${role}, ${first}${places.length > 1 ? ` dan ${places.length - 1} daerah lain` : ""}`];
  }).join("; ") || "belum mempunyai peran";
