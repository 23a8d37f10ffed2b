import type { z } from "zod";
import { isOfService, type ProofRule } from "./proofs.ts";

/** An edition whose shape is right and whose rules are not checked yet. */
interface Draft {
  validity: Known & { from: number; to: number | null };
  sources: Record<string, unknown>;
  basis: Known[];
  weighted: boolean;
  scale: Known | null;
  dimensions: (Known & {
    id: string;
    weight: Sourced | null;
    announced: Sourced | null;
    method: Known | null;
    indicators: DraftIndicator[];
  })[];
  categories: (Known & { code: string; min: Sourced | null; max: Sourced | null })[];
  notes: Known[];
}
interface Known {
  confidence: string;
  source: string | null;
}
interface Sourced {
  value: number;
  source: string;
}
interface DraftIndicator extends Known {
  id: string;
  of: "layanan" | "unit";
  needs: string[];
  proof: ProofRule | null;
  weight: Sourced | null;
  scale: (Known & { steps: { value: number; proof: ProofRule | null }[] }) | null;
}

type Path = (string | number)[];

/** Rules that hold across an edition; every message is Indonesian and says what to mend. */
export const checkEdition = (edition: Draft, context: z.RefinementCtx): void => {
  const wrong = (path: Path, message: string) => context.addIssue({ code: "custom", path, message });
  const known = (one: Known | null, path: Path) => {
    if (!one) return;
    const sourced = one.confidence === "verified" || one.confidence === "secondary";
    if (sourced && one.source === null) wrong(path, "sumber harus disebut, atau keyakinannya unverified.");
    if (one.confidence === "own" && one.source !== null)
      wrong(path, "uji kerja sendiri (own) tidak bersumber pada peraturan atau dokumen lain.");
    if (one.source !== null) sourceOf(one.source, path);
  };
  const sourceOf = (source: string, path: Path) => {
    if (!Object.hasOwn(edition.sources, source))
      wrong([...path, "source"], `sumber “${source}” tidak ada dalam daftar sources.`);
  };
  const figure = (one: Sourced | null, path: Path, most?: number) => {
    if (!one) return;
    sourceOf(one.source, path);
    if (most !== undefined && one.value > most) wrong(path, `angkanya melebihi ${most}.`);
  };

  const { validity } = edition;
  known(validity, ["validity"]);
  if (validity.to !== null && validity.to < validity.from)
    wrong(["validity", "to"], "tahun akhir mendahului tahun awal.");
  edition.basis.forEach((one, at) => {
    known(one, ["basis", at]);
  });
  edition.notes.forEach((one, at) => {
    known(one, ["notes", at]);
  });
  known(edition.scale, ["scale"]);
  unique(
    edition.dimensions.map(({ id }) => id),
    (at, id) => wrong(["dimensions", at, "id"], `kode dimensi “${id}” dipakai dua kali.`),
  );
  const ids = new Set<string>();
  edition.dimensions.forEach((dimension, at) => {
    const path = ["dimensions", at];
    known(dimension, path);
    known(dimension.method, [...path, "method"]);
    figure(dimension.weight, [...path, "weight"], 100);
    figure(dimension.announced, [...path, "announced"]);
    if (!edition.weighted && dimension.weight) wrong([...path, "weight"], UNWEIGHTED);
    if (dimension.announced && dimension.announced.value < dimension.indicators.length)
      wrong([...path, "announced"], "jumlah indikator menurut sumber kurang dari yang didaftar.");
    dimension.indicators.forEach((indicator, place) => {
      const own = [...path, "indicators", place];
      if (ids.has(indicator.id)) wrong([...own, "id"], `kode indikator “${indicator.id}” dipakai dua kali.`);
      ids.add(indicator.id);
      known(indicator, own);
      known(indicator.scale, [...own, "scale"]);
      figure(indicator.weight, [...own, "weight"], 100);
      if (!edition.weighted && indicator.weight) wrong([...own, "weight"], UNWEIGHTED);
      checkProof(indicator, own, wrong);
    });
  });
  unique(
    edition.categories.map(({ code }) => code),
    (at, code) => wrong(["categories", at, "code"], `kode kategori “${code}” dipakai dua kali.`),
  );
  edition.categories.forEach((category, at) => {
    const path = ["categories", at];
    known(category, path);
    figure(category.min, [...path, "min"]);
    figure(category.max, [...path, "max"]);
    if (category.min && category.max && category.min.value > category.max.value)
      wrong(path, "batas bawah melebihi batas atas.");
    const clash = edition.categories.slice(0, at).find((other) => overlap(category, other));
    if (clash) wrong(path, `rentangnya bertindihan dengan kategori “${clash.code}”.`);
  });
};

const UNWEIGHTED = "edisi ini tidak berbobot (weighted: false), jadi tidak ada bobot yang ditulis.";

const unique = (values: readonly string[], told: (at: number, value: string) => void): void => {
  values.forEach((value, at) => {
    if (values.indexOf(value) < at) told(at, value);
  });
};

type Band = Draft["categories"][number];

const overlap = (a: Band, b: Band): boolean =>
  a.min !== null &&
  a.max !== null &&
  b.min !== null &&
  b.max !== null &&
  a.min.value <= b.max.value &&
  b.min.value <= a.max.value;

/** Whatever a decree is said to prove must be said of the right thing, and only where a decree is part of the evidence. */
const checkProof = (
  { of, needs, proof, scale }: DraftIndicator,
  path: Path,
  wrong: (path: Path, message: string) => void,
): void => {
  const proofs = [proof, ...(scale?.steps ?? []).map((step) => step.proof)].filter((one) => one !== null);
  if (scale && proof) wrong([...path, "proof"], "indikator berjenjang dibuktikan pada jenjangnya.");
  if (proofs.length > 0 !== needs.includes("sk"))
    wrong(path, "needs memuat sk bila dan hanya bila ada proof.");
  if (new Set(needs).size < needs.length) wrong([...path, "needs"], "satu jenis bukti ditulis dua kali.");
  if (of === "layanan" && proofs.some((one) => !isOfService(one)))
    wrong([...path, "proof"], "aturan unit dan standar hanya untuk indikator unit.");
  scale?.steps.forEach(({ value }, at) => {
    const before = scale.steps[at - 1];
    if (before ? value <= before.value : value !== 0)
      wrong([...path, "scale", "steps", at, "value"], "jenjang dimulai dari 0 dan selalu naik.");
  });
};
