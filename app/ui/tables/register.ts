import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import type { BagianEntry, RegisterRow, RegisterView } from "#app/server/register-edit/view.server.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";
import { userName } from "../user-words.ts";

/** Whether a service runs, and whether a decree in force prints it. */
export const runningWords = ({ stoppedAt, inForce }: RegisterRow, zone: ZoneName): string =>
  [
    stoppedAt === null ? null : `tidak berjalan lagi sejak ${formatInstant(stoppedAt, zone)}`,
    inForce ? null : "tidak ada dalam keputusan yang berlaku",
  ]
    .filter(Boolean)
    .join("; ") || "berjalan";

/** All services of the register; each name leads to where it is edited. */
export const registerTable = (
  { regency, services }: Pick<RegisterView, "regency" | "services">,
  filters: Filters,
): Table<RegisterRow> => ({
  id: "register-layanan",
  caption: "Layanan dalam register",
  fileName: `register-${regency.slug}`,
  rows: services,
  rowKey: ({ service }) => String(service.no),
  rowHead: "layanan",
  columns: [
    { key: "nomor", head: "No", cell: ({ service }) => count(service.no) },
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ service }) =>
        text(service.name, link(paths.registerLayanan(regency.slug, service.no), filters)),
    },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ bagian, bagianSet }) =>
        text(bagian?.name ?? "tidak disebut", undefined, bagianSet ? "ditetapkan" : undefined),
    },
    {
      key: "penanggung_jawab",
      head: "Penanggung jawab",
      cell: ({ person }) => text(person.name ?? person.position ?? "–"),
    },
    { key: "pengguna", head: "Pengguna", cell: ({ user }) => text(userName(user.pengguna)) },
    { key: "volume", head: "Pengguna setahun", cell: ({ volume }) => count(volume) },
    { key: "keadaan", head: "Keadaan", cell: (row) => text(runningWords(row, regency.zone)) },
  ],
});

/** All bagian of the register. */
export const registerBagianTable = (
  { regency, bagian, families }: Pick<RegisterView, "regency" | "bagian" | "families">,
  filters: Filters,
): Table<BagianEntry> => ({
  id: "register-bagian",
  caption: "Bagian dalam register",
  fileName: `register-bagian-${regency.slug}`,
  rows: bagian,
  rowKey: ({ slug }) => slug,
  rowHead: "bagian",
  columns: [
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ name, slug }) => text(name, link(paths.registerBagian(regency.slug, slug), filters)),
    },
    {
      key: "rumpun",
      head: "Rumpun",
      cell: ({ family }) => text(families.find(({ slug }) => slug === family)?.name ?? "tanpa rumpun"),
    },
    { key: "layanan", head: "Layanan", cell: ({ services }) => count(services) },
    { key: "nama_lain", head: "Nama yang dikenal", cell: ({ aliases }) => count(aliases.length) },
  ],
});
