import { formatCount } from "#app/format/numbers.ts";
import { component } from "#app/reader/components.ts";
import type {
  ChangedComponent,
  ChangedService,
  ComponentSide,
  CorrectionEffect,
} from "#app/server/correction/correct.server.ts";
import { signWords } from "../signs.tsx";
import { WordDiff } from "../WordDiff.tsx";
import { bagianName, cellWords } from "../words-of.ts";
import { CONFLICT_WORDS } from "./words.ts";

/** What a correction changes: figures first, then service by service what stands there before and after. */
export function Effect({ effect }: { effect: CorrectionEffect }) {
  const { services, problems, unassigned, others } = effect;
  return (
    <>
      <ul className="statements plain">
        <li>
          Komponen bermasalah dalam naskah ini: <strong>{fromTo(problems)}</strong>.
        </li>
        <li>
          Baris lampiran tanpa pemilik: <strong>{fromTo(unassigned)}</strong>.
        </li>
        {others.map(({ seq, conflict }) => (
          <li key={seq}>
            Koreksi {seq} {conflict === null ? "berlaku kembali" : "tidak lagi diterapkan"}.{" "}
            {conflict !== null && CONFLICT_WORDS[conflict]}
          </li>
        ))}
      </ul>
      {services.length === 0 && <p>Isi dan nama layanan tidak berubah.</p>}
      {services.map((service) => (
        <ServiceEffect key={service.id} service={service} />
      ))}
    </>
  );
}

const fromTo = ({ before, after }: { before: number; after: number }): string =>
  before === after ? `tetap ${formatCount(after)}` : `${formatCount(before)} menjadi ${formatCount(after)}`;

function ServiceEffect({ service: { before, after, components } }: { service: ChangedService }) {
  const [old, now] = [
    before && bagianName({ name: before.bagian }),
    after && bagianName({ name: after.bagian }),
  ];
  return (
    <section className="component">
      <h3>{(after ?? before)?.name}</h3>
      {!before && <p>Layanan ini menjadi ada.</p>}
      {!after && <p>Layanan ini tidak ada lagi dalam bacaan.</p>}
      {before && after && before.name !== after.name && (
        <p>
          Namanya semula “{before.name}”, menjadi “{after.name}”.
        </p>
      )}
      {old && now && old !== now && (
        <p>
          Bagiannya semula {old}, menjadi {now}.
        </p>
      )}
      {components.map((one) => (
        <ComponentEffect key={one.key} one={one} />
      ))}
    </section>
  );
}

const sideWords = (side: ComponentSide | null): string => {
  if (!side) return "tidak ada layanannya";
  const state = cellWords(side.cell);
  return side.level === null ? state : `${side.level === "T" ? "" : "tingkat "}${signWords(side.level)}`;
};

function ComponentEffect({ one: { key, before, after, words } }: { one: ChangedComponent }) {
  const { number, name } = component(key);
  const [old, now] = [before?.text ?? null, after?.text ?? null];
  return (
    <div className="changed">
      <h4>
        {number}. {name}
      </h4>
      <p>
        Sebelum: {sideWords(before)}. Sesudah: {sideWords(after)}.
      </p>
      {words ? (
        <WordDiff words={words} />
      ) : (
        old !== now && (
          <WordDiff
            words={[
              ...(old === null ? [] : [{ sign: "-" as const, text: old }]),
              ...(now === null ? [] : [{ sign: "+" as const, text: now }]),
            ]}
          />
        )
      )}
    </div>
  );
}
