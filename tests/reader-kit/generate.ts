import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { KINDS, type Kind } from "./content/kinds.ts";
import { LABELS } from "./content/labels.ts";
import * as phrases from "./content/phrases.ts";
import type { Block, Content, Marker, ModelDecree, ModelService } from "./model.ts";
import { type Random, seeded } from "./random.ts";

export interface GenerateOptions {
  services?: number;
  /** Share of components without content (absent row, empty cell, sign). Default 0. */
  gaps?: number;
  /** False: no bagian is named anywhere. */
  bagian?: boolean;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A table that ends without its last row may as well have lost it in the scan: nobody could tell. */
const LAST_ROWS: ReadonlySet<ComponentKey> = new Set(["pengaduan", "evaluasi_kinerja"]);

/** A decree of an invented regency with content of its own; the same seed gives the same decree. */
export function makeDecree(seed: number, options: GenerateOptions = {}): ModelDecree {
  const random = seeded(seed);
  const place = random.pick(phrases.REGENCIES);
  const labels = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, random.pick(LABELS[key])]));
  const marker = random.pick<Marker>(["1.", "1)", "a.", "a)", "-"]);
  const wanted = options.services ?? random.int(3, 5);
  const kinds = random.shuffle(KINDS).slice(0, wanted);
  const families = [...new Set(kinds.map((k) => k.family))];
  const grouped = families.map((family) => ({ family, kinds: kinds.filter((k) => k.family === family) }));
  const year = random.int(2019, 2025);
  const facts = {
    kab: place.name,
    regency: place.name.toLowerCase().replaceAll(" ", ""),
    seat: place.seat,
    area: String(random.int(220, 980)),
    phone: String(random.int(310000, 899999)),
    mobile: String(random.int(1100000000, 1999999999)),
    n: String(random.int(1, 90)),
  };
  const service = (kind: Kind, no: number): ModelService => ({
    no: String(no),
    name: kind.name,
    components: Object.fromEntries(
      COMPONENT_KEYS.map((key) => {
        const gap = random.chance(options.gaps ?? 0) ? random.pick([null, "", "-"] as const) : undefined;
        if (gap === null && !LAST_ROWS.has(key)) return [key, null];
        const content = gap ?? compose(key, kind, marker, random);
        return [key, { label: labels[key] as string, content: fill(content, facts, kind) }];
      }),
    ) as ModelService["components"],
  });
  const named = options.bagian ?? true;
  const bagian = named
    ? grouped.map((g) => ({ name: g.family, services: g.kinds.map((k, i) => service(k, i + 1)) }))
    : [{ name: null, services: kinds.map((k, i) => service(k, i + 1)) }];
  const month = random.int(1, 12);
  const day = random.int(1, 28);
  return {
    regency: place.name,
    seat: place.seat,
    issuer: random.pick(["Bupati", "Sekretaris Daerah"] as const),
    number: `${random.int(60, 188)}/${random.int(11, 899)}/${random.pick(["SETDA", "KUM", "ORG"])}`,
    year,
    signed: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    bagian,
    maklumat: random.chance(0.3),
  };
}

/** Puts the place's own facts into every sentence. */
function fill(content: Content, facts: Record<string, string>, kind: Kind): Content {
  if (typeof content === "string") return content;
  const own: Record<string, string> = {
    ...facts,
    bagian: kind.family,
    slug: kind.family.replace("Bagian ", "").split(" ")[0]?.toLowerCase() ?? "",
  };
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => own[name] ?? "");
  return content.map((block): Block => {
    switch (block.kind) {
      case "paragraph":
        return { ...block, text: put(block.text) };
      case "list":
        return { ...block, items: block.items.map(put) };
      default:
        return block;
    }
  });
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** One sentence for one thing, else a list, punctuated as drafters do. */
function listing(items: readonly string[], marker: Marker, random: Random): Block[] {
  if (items.length === 1) return [paragraph(`${items[0]}.`)];
  const style = random.int(0, 2);
  const ended = items.map((item, i) => {
    if (style === 0) return item;
    const last = i === items.length - 1;
    return last ? `${item}.` : `${item};${style === 2 && i === items.length - 2 ? " dan" : ""}`;
  });
  return [{ kind: "list", marker, items: ended }];
}

function compose(key: ComponentKey, kind: Kind, marker: Marker, random: Random): Block[] {
  const list = (items: readonly string[], least = 1, most = items.length) =>
    listing(random.some(items, random.int(least, Math.min(most, items.length))), marker, random);
  switch (key) {
    case "persyaratan":
      return random.chance(0.15)
        ? [paragraph("Pemohon wajib membawa:"), ...listing(kind.needs, marker, random)]
        : listing(kind.needs, marker, random);
    case "prosedur":
      return procedure(kind, marker, random);
    case "jangka_waktu":
      return [paragraph(`${kind.time}.`)];
    case "biaya":
      return fee(kind, random);
    case "produk":
      return listing(kind.product, marker, random);
    case "pengaduan":
      return list(phrases.CONTACTS, 2, 5);
    case "dasar_hukum":
      return listing([...random.some(phrases.COMMON_LAWS, random.int(1, 4)), ...kind.laws], marker, random);
    case "sarana":
      return list(phrases.FACILITIES, 3, 6);
    case "kompetensi":
      return list(phrases.SKILLS, 2, 4);
    case "pengawasan":
      return list(phrases.SUPERVISION, 1, 3);
    case "jumlah_pelaksana":
      return [paragraph(random.chance(0.5) ? `${kind.staff}.` : kind.staff)];
    case "jaminan_pelayanan":
      return list(phrases.GUARANTEES, 1, 2);
    case "jaminan_keamanan":
      return list(phrases.SAFETY, 1, 3);
    case "evaluasi_kinerja":
      return list(phrases.REVIEWS, 1, 3);
  }
}

function procedure(kind: Kind, marker: Marker, random: Random): Block[] {
  const steps = listing(kind.steps, marker, random);
  if (random.chance(0.2)) {
    const table = random.pick(phrases.STEP_TABLES);
    return [paragraph("Tahap pelayanan:"), { kind: "table", ...table }];
  }
  if (random.chance(0.25))
    return [{ kind: "chart", nodes: kind.steps.slice(0, 3).map(upperFirst) }, ...steps];
  return steps;
}

function fee(kind: Kind, random: Random): Block[] {
  if (kind.fee === "tabel") {
    return [
      paragraph("Tarif sewa ditetapkan sebagai berikut:"),
      { kind: "table", ...random.pick(phrases.FEE_TABLES) },
    ];
  }
  return [paragraph(`${kind.fee ?? random.pick(phrases.FREE)}${random.chance(0.5) ? "." : ""}`)];
}
