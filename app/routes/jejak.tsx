import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getAudit } from "#app/server/audit.server.ts";
import { database } from "#app/server/database.server.ts";
import { ACTION_WORDS, auditSentence } from "#app/ui/audit-words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { FILTER_KEYS, NO_FILTERS } from "#app/ui/filters.ts";
import { link, linkWithoutAny, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { pageOf, queryOf, withFilters } from "#app/ui/request.ts";
import { chainsTable, eventsTable } from "#app/ui/tables/audit.ts";

/** What only this page's address holds. */
const FIELDS = ["tindakan", "pelaku", "dari", "sampai"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const asked = Object.fromEntries(FIELDS.map((name) => [name, query.get(name) ?? ""])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const { view, filters, ignored } = await withFilters(
    request,
    (wanted) =>
      getAudit(database(), context.scope, {
        kab: wanted.kabupaten,
        action: asked.tindakan,
        actor: asked.pelaku,
        from: asked.dari,
        to: asked.sampai,
        page: pageOf(request, wanted),
      }),
    ({ regencies }) => ({ kabupaten: regencies.map(({ slug }) => slug) }),
  );
  return { title: "Jejak perubahan", view, asked, filters, ignored };
}

export default function Audit() {
  const { view, asked, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.jejak();
  const table = eventsTable(view.events);
  const kept = FILTER_KEYS.filter(
    (key) => key !== "hal" && key !== "kabupaten" && String(filters[key]) !== String(NO_FILTERS[key]),
  );
  const narrowed = filters.kabupaten.length > 0 || Object.values(asked).some(Boolean);
  return (
    <Page
      h1={auditSentence(view.chains, view.total)}
      section={path}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Jejak perubahan" }]}
      scope="Setiap perubahan meninggalkan satu catatan yang terikat pada catatan sebelumnya; catatan yang diubah, dihapus, atau disisipkan akan terlihat."
    >
      <section className="filters" aria-label="Saringan">
        <form method="get" action={path}>
          <div className="field">
            <label htmlFor="kabupaten">Kabupaten</label>
            <select id="kabupaten" name="kabupaten" defaultValue={filters.kabupaten.join(",")}>
              <option value="">Semua</option>
              {view.regencies.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="tindakan">Tindakan</label>
            <select id="tindakan" name="tindakan" defaultValue={asked.tindakan}>
              <option value="">Semua</option>
              {Object.entries(ACTION_WORDS).map(([action, words]) => (
                <option key={action} value={action}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="pelaku">Pelaku</label>
            <select id="pelaku" name="pelaku" defaultValue={asked.pelaku}>
              <option value="">Semua</option>
              {view.actors.map((actor) => (
                <option key={actor} value={actor}>
                  {actor}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="dari">Dari tanggal</label>
            <input id="dari" name="dari" type="date" defaultValue={asked.dari} />
          </div>
          <div className="field">
            <label htmlFor="sampai">Sampai tanggal</label>
            <input id="sampai" name="sampai" type="date" defaultValue={asked.sampai} />
          </div>
          {kept.map((key) => (
            <input key={key} type="hidden" name={key} value={String(filters[key])} />
          ))}
          <button type="submit">Terapkan saringan</button>
        </form>
        {narrowed && <a href={linkWithoutAny(path, filters)}>Hapus semua saringan</a>}
      </section>
      <h2>Keutuhan rantai</h2>
      {view.chains === null ? (
        <p>
          Catatan terlalu banyak untuk diperiksa selagi halaman ini dibuka. Jalankan{" "}
          <code>npm run audit</code>.
        </p>
      ) : (
        <DataTable table={chainsTable(view.chains)} hideCaption />
      )}
      <h2>Perubahan</h2>
      {view.total === 0 ? (
        <p>Tidak ada perubahan dengan saringan ini.</p>
      ) : (
        <>
          <DataTable table={table} files={{ path, filters, extra: asked }} hideCaption />
          <Pager
            path={path}
            filters={filters}
            page={view.page}
            pages={view.pages}
            shown={`Catatan ${view.first}–${view.first + view.events.length - 1} dari ${view.total}`}
            extra={asked}
          />
        </>
      )}
      <Onward links={[["Dasbor", link(paths.dasbor(), filters)]]} />
    </Page>
  );
}
