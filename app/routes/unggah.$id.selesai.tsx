import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWord } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { getUpload } from "#app/server/preview.server.ts";
import type { UploadOutcome, UploadStep } from "#app/server/views.ts";
import { type Filters, parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { decreeName } from "#app/ui/words-of.ts";

/** What the step of an upload is called once nothing is left to decide. */
const H1: Partial<Record<UploadStep, string>> = {
  tersimpan: "Naskah tersimpan",
  dibuang: "Unggahan ini tidak disimpan",
  ditolak: "Berkas ini tidak dapat dipakai",
};

const KIND_WORDS: Record<UploadOutcome["stored"][number]["kind"], string> = {
  baru: "keputusan baru",
  versi: "versi baru",
  sama: "sudah tersimpan, tidak diubah",
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const upload = await getUpload(database(), context.scope, params.id ?? "");
  const { filters, ignored } = parseFilters(queryOf(request));
  const h1 = H1[upload.step];
  if (!h1) throw redirect(link(paths.pratinjau(upload.id), filters), 303);
  const title = upload.step === "ditolak" ? `Kesalahan: ${h1}` : h1;
  return { title, h1, upload, filters, ignored };
}

export default function Done() {
  const { h1, upload, filters, ignored } = useLoaderData<typeof loader>();
  const { step, outcome } = upload;
  return (
    <Page
      eyebrow={upload.name}
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Unggah naskah", path: paths.unggah() },
        { name: "Selesai" },
      ]}
      scope={step === "tersimpan" ? "Langkah 3 dari 3: tersimpan" : undefined}
    >
      {outcome && (
        <div className={step === "ditolak" ? "error-summary" : "done"} role="status">
          <p>{outcome.message}</p>
        </div>
      )}
      {step === "dibuang" && <p>Berkas dan hasil bacanya sudah dihapus. Tidak ada angka yang berubah.</p>}
      {outcome?.stored.map((one) => (
        <Stored key={`${one.decree.slug}/${one.decree.version}`} one={one} filters={filters} />
      ))}
      <Onward
        links={[
          [
            step === "tersimpan" ? "Unggah naskah lain" : "Unggah naskah kembali",
            link(paths.unggah(), filters),
          ],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

function Stored({ one, filters }: { one: UploadOutcome["stored"][number]; filters: Filters }) {
  const { decree, regency, kind, services, linked, proposed, added } = one;
  return (
    <section>
      <h2>
        {decreeName(decree)}, {regency.name}
      </h2>
      <p>
        {KIND_WORDS[kind]}, versi {decree.version}
        {kind !== "sama" &&
          `: ${countWord(services)} layanan; ${countWord(linked)} sudah dikenal, ${countWord(proposed)} diusulkan sama, ${countWord(added)} baru`}
        .
      </p>
      <ul>
        <li>
          <a href={link(paths.kabupaten(regency.slug), filters)}>Kelengkapan {regency.name}</a>
        </li>
        <li>
          <a href={link(paths.teks(decree.slug, decree.version), filters)}>Naskahnya, baris demi baris</a>
        </li>
        <li>
          <a href={link(paths.temuan(), filters, { change: { kabupaten: [regency.slug] } })}>Temuannya</a>
        </li>
      </ul>
    </section>
  );
}
