import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getJob } from "#app/server/jobs.server.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

/** Seconds after which a browser asks again by itself, with or without script. */
const REFRESH_SECONDS = 2;

interface Words {
  h1: string;
  /** What to do where the job itself says nothing. */
  failed: string;
  /** Where one came from. */
  from: readonly [name: string, path: string];
}

const DECREE: Words = {
  h1: "Naskah sedang diproses",
  failed: "Pekerjaan ini berhenti. Tidak ada yang diubah. Unggah kembali naskahnya.",
  from: ["Unggah naskah", paths.unggah()],
};
const SURVEY: Words = {
  h1: "Hasil survei sedang diproses",
  failed: "Pekerjaan ini berhenti. Tidak ada yang disimpan. Buka impornya kembali, lalu ulangi.",
  from: ["Impor SKM", paths.imporSkm()],
};

const REPORT: Words = {
  h1: "Laporan sedang disusun",
  failed: "Pekerjaan ini berhenti. Tidak ada laporan yang disimpan. Buat laporannya kembali.",
  from: ["Ringkasan semua daerah", paths.ringkasanDaerah()],
};
const wordsOf = (kind: string): Words =>
  kind === "laporan" ? REPORT : kind.startsWith("skm-") ? SURVEY : DECREE;

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => {
  const refresh = loaderHeaders.get("Refresh");
  return { "Cache-Control": "no-store", ...(refresh ? { Refresh: refresh } : {}) };
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const job = await getJob(database(), context.scope, params.id ?? "");
  const { filters, ignored } = parseFilters(queryOf(request));
  if (job.state === "selesai" && job.next) throw redirect(link(job.next, filters), 303);
  const running = job.state === "antre" || job.state === "jalan";
  return data(
    { title: "Pekerjaan", job, running, filters, ignored },
    { headers: running ? { Refresh: String(REFRESH_SECONDS) } : {} },
  );
}

export default function Job() {
  const { job, running, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.pekerjaan(job.id);
  const { h1, failed, from } = wordsOf(job.kind);
  return (
    <Page
      h1={running ? h1 : "Pekerjaan ini tidak selesai"}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: from[0], path: from[1] },
        { name: "Pekerjaan" },
      ]}
      scope={`Dimulai ${formatInstant(job.at, "WIB")}`}
    >
      {running ? (
        <>
          <p role="status">
            {job.label}
            {job.total > 1 && `: ${formatCount(job.done)} dari ${formatCount(job.total)} baris`}.
          </p>
          <progress aria-label="Kemajuan" {...(job.total > 1 ? { value: job.done, max: job.total } : {})} />
          <p>
            Halaman ini memuat ulang sendiri setiap {REFRESH_SECONDS} detik. Anda boleh meninggalkannya;{" "}
            <a href={link(path, filters)}>muat ulang sekarang</a>.
          </p>
        </>
      ) : (
        <div className="error-summary" role="alert">
          <h2>Ada yang perlu diperbaiki</h2>
          <p>{job.message ?? failed}</p>
        </div>
      )}
      <Onward
        links={[
          [from[0], link(from[1], filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}
