import type { ServiceComponent, ServiceView } from "#app/server/views.ts";
import { userName, userOrigin } from "./user-words.ts";
import { channelWords, durationWords, feeWords } from "./words-of.ts";

/** A product longer than this is read in its own place, not in the line of facts. */
const SHORT_PRODUCT = 160;

const userWords = (user: ServiceView["user"]): string =>
  [userName(user.pengguna), userOrigin(user)].filter(Boolean).join(", ");

/** What a service promises in figures and names; what could not be read as one is said. */
export function FactsLine({ view }: { view: ServiceView }) {
  const of = (key: ServiceComponent["key"]): ServiceComponent | undefined =>
    view.components.find((one) => one.key === key);
  const factsOf = (key: ServiceComponent["key"]) => of(key)?.facts ?? {};
  const product = of("produk")?.text ?? null;
  const staff = factsOf("jumlah_pelaksana").jumlah_pelaksana;
  const laws = factsOf("dasar_hukum").dasar_hukum_count;
  const facts: [name: string, words: string | null][] = [
    ["Jangka waktu", durationWords(factsOf("jangka_waktu"))],
    ["Biaya", feeWords(factsOf("biaya"))],
    [
      "Hasil",
      product === null && view.decree.factsOnly && of("produk")?.cell.state === "ada"
        ? "ada; teksnya belum diunggah"
        : product !== null && product.length <= SHORT_PRODUCT
          ? product
          : null,
    ],
    ["Pelaksana", staff === undefined || staff === null ? null : `${staff} orang`],
    ["Saluran pengaduan", channelWords(factsOf("pengaduan"))],
    ["Pengguna", userWords(view.user)],
    ["Dasar hukum", laws === undefined || laws === null ? null : `${laws} peraturan`],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words ?? "– tidak terbaca sebagai angka atau nama"}</dd>
        </div>
      ))}
    </dl>
  );
}
