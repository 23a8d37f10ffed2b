import { formatLines } from "#app/format/numbers.ts";
import type { Given, SheetItem, SheetView } from "#app/server/assessment/sheet.server.ts";
import { NO_FILTERS } from "../filters.ts";
import { linkToLines, paths } from "../links.ts";
import { markQuotes } from "../quote-marks.ts";
import { Sign, type SignKey } from "../signs.tsx";
import { Evidence, Mark, Thread } from "./ItemExtras.tsx";
import { ItemForm } from "./ItemForm.tsx";
import { itemId } from "./item-id.ts";
import { valueWords } from "./words.ts";

interface Props {
  item: SheetItem;
  view: SheetView;
  typed: Readonly<Record<string, string>> | null;
  problem: string | null;
  theirs: Given | null;
  /** The next item that waits; null where none does. */
  next: string | null;
}

/** The form that keeps the machine's verdicts on many items. */
export const BULK_FORM = "pertahankan";

/** One item: the decree's words on one side, the criteria and the answer on the other, in this order. */
export const ItemSection = ({ item, view, typed, problem, theirs, next }: Props) => {
  const { key, place, name, given, machine } = item;
  const action = paths.penilaian(view.id);
  const waits = view.waiting.includes(key);
  const value = given?.stands ? given.value : machine;
  const substance = view.edition.substance;
  return (
    <section className="item" id={itemId(key)} aria-labelledby={`${itemId(key)}-judul`} tabIndex={-1}>
      <h3 id={`${itemId(key)}-judul`}>
        {substance && <Sign of={(value ?? "belum") as SignKey} quiet />} {substance ? `${place}. ` : ""}
        {name}
        <span className="item-state">
          {given?.stands ? valueWords(given.value) : waits ? "belum dinilai" : ""}
        </span>
      </h3>
      {item.changed && <p className="notice">Teks komponen ini berubah sejak diajukan.</p>}
      {view.may.judge && item.decisive && waits && (
        <p className="no-print">
          <label>
            <input type="checkbox" name="butir" value={key} form={BULK_FORM} /> Pilih untuk dipertahankan
            bersama
          </label>
        </p>
      )}
      <div className="item-sides">
        <div className="item-text">
          <Words item={item} view={view} />
        </div>
        <div className="item-judge">
          <ItemForm
            item={item}
            zone={view.regency.zone}
            action={view.may.judge ? action : null}
            enhanced={paths.simpanButir(view.id)}
            typed={typed}
            problem={problem}
            theirs={theirs}
          />
          {item.sample && (
            <Mark
              sample={item.sample}
              assessmentId={view.id}
              item={key}
              action={view.may.mark ? action : null}
              zone={view.regency.zone}
            />
          )}
          <Evidence item={item} view={view} action={action} />
          <Thread item={item} view={view} action={action} />
          {next && (
            <p className="no-print">
              <a href={`#${itemId(next)}`}>Butir berikutnya yang belum dinilai</a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
};

/** The decree's own words, with those that decided marked; what is not there is said. */
const Words = ({ item, view }: { item: SheetItem; view: SheetView }) => {
  const { decree } = view;
  const { text, quotes, lines } = item;
  return (
    <>
      {text !== null ? (
        <blockquote>
          {markQuotes([text], quotes)[0]?.map((part, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
            part.marked ? <mark key={at}>{part.text}</mark> : part.text,
          )}
        </blockquote>
      ) : quotes.length > 0 ? (
        quotes.map((quote) => <blockquote key={quote}>{quote}</blockquote>)
      ) : (
        <p className="note">
          {item.component?.cell.state === "T"
            ? "Tidak terbaca: cocokkan dengan naskah asli."
            : item.component
              ? "Tidak ada teks untuk komponen ini."
              : "Keputusan tidak memuat kalimat tentang butir ini."}
        </p>
      )}
      {decree && lines && (
        <p>
          <a href={linkToLines(decree.slug, decree.version, lines, NO_FILTERS)}>
            Lihat di naskah, baris {formatLines(lines)}
          </a>
        </p>
      )}
    </>
  );
};
