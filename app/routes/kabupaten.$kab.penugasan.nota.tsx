import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { getAssignments } from "#app/server/assignments/assignments.server.ts";
import { database } from "#app/server/database.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { AreaField, TextField } from "#app/ui/Fields.tsx";
import { FilterSelects } from "#app/ui/followup/FilterSelects.tsx";
import { NotaFields, notaDefaults, notaOf } from "#app/ui/followup/nota.ts";
import { filePath, link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { bagianName } from "#app/ui/words-of.ts";

const OPEN = ["ditugaskan", "dijawab", "dikembalikan"] as const;

/** The nota dinas that sends findings to a bagian: its words are typed here and stored nowhere. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    ({ bagian }) =>
      getAssignments(database(), context.scope, {
        kab: params.kab ?? "",
        filter: { state: OPEN, bagian },
      }),
    (found) => ({ bagian: found.bagian.map(({ slug }) => slug) }),
  );
  const fields = NotaFields.parse(Object.fromEntries(queryOf(request)));
  const status = sampleBand(view.regency);
  return {
    title: `Nota dinas, ${view.regency.name}`,
    view,
    nota: notaOf(view, fields, { at: database().now(), status }),
    filters,
    ignored,
  };
}

export default function NotaDinas() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, rows, bagian } = view;
  const kab = regency.slug;
  const path = paths.notaDinas(kab);
  const one = filters.bagian.length === 1 ? bagian.find(({ slug }) => slug === filters.bagian[0]) : undefined;
  const defaults = notaDefaults(
    view,
    one ? bagianName(one) : bagian.length === 1 ? bagianName(bagian[0] ?? null) : null,
  );
  const field = (id: keyof NotaFields) => ({ id, errors: [], typed: {}, value: defaults[id] ?? "" });
  return (
    <Page
      eyebrow={`Nota dinas · ${regency.name}`}
      h1={
        rows.length === 0
          ? "Tidak ada penugasan yang belum ditutup"
          : `Susun nota dinas untuk ${formatCount(rows.length)} penugasan yang belum ditutup`
      }
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Penugasan temuan", path: paths.penugasan(kab) },
        { name: "Nota dinas" },
      ]}
      band={sampleBand(regency)}
      scope="Isian di bawah hanya dipakai untuk menyusun berkasnya dan tidak disimpan."
    >
      <FilterSelects
        path={path}
        filters={filters}
        selects={[
          {
            key: "bagian",
            label: "Bagian",
            value: filters.bagian.join(","),
            options: bagian.map((each) => [each.slug, bagianName(each)]),
          },
        ]}
      />
      {rows.length > 0 && (
        <form method="get" action={filePath(path, "docx")} className="wizard-form">
          {filters.bagian.length > 0 && (
            <input type="hidden" name="bagian" value={filters.bagian.join(",")} />
          )}
          <AreaField
            label="Kop surat"
            hint="Satu baris satu baris kop; dua baris pertama dicetak tebal."
            most={600}
            rows={4}
            {...field("kop")}
          />
          <TextField label="Nomor" most={120} {...field("nomor")} />
          <TextField label="Tanggal" type="date" {...field("tanggal")} />
          <TextField label="Kepada" most={200} {...field("kepada")} />
          <TextField label="Dari" most={200} {...field("dari")} />
          <TextField label="Sifat" most={60} {...field("sifat")} />
          <TextField label="Lampiran" most={120} {...field("lampiran")} />
          <TextField label="Hal" most={200} {...field("hal")} />
          <AreaField label="Tembusan" hint="Satu baris satu tembusan." most={400} {...field("tembusan")} />
          <AreaField label="Kalimat pembuka" most={1000} rows={5} {...field("pembuka")} />
          <AreaField label="Kalimat penutup" most={1000} {...field("penutup")} />
          <TextField label="Tempat" most={80} {...field("tempat")} />
          <TextField label="Jabatan penanda tangan" most={200} {...field("jabatan")} />
          <TextField label="Nama penanda tangan" most={160} {...field("nama")} />
          <TextField label="NIP" most={40} {...field("nip")} />
          <div className="buttons">
            <button type="submit">Unduh DOCX</button>
            <button type="submit" className="second" formAction={filePath(path, "pdf")}>
              Unduh PDF
            </button>
          </div>
        </form>
      )}
      <Onward links={[["Semua penugasan", link(paths.penugasan(kab), filters)]]} />
    </Page>
  );
}
