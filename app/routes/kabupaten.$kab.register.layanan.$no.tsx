import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import {
  addServiceAlias,
  BY_TEXT,
  moveService,
  removeServiceAlias,
  setPerson,
  setStopped,
} from "#app/server/register-edit/edit.server.ts";
import { getRegisterService } from "#app/server/register-edit/view.server.ts";
import { Field } from "#app/ui/correction/Field.tsx";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { AliasList } from "#app/ui/register/AliasList.tsx";
import { queryOf } from "#app/ui/request.ts";
import { runningWords } from "#app/ui/tables/register.ts";

const numberOf = (text: string | undefined): number => {
  if (!/^\d{1,6}$/.test(text ?? "")) throw notFound();
  return Number(text);
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const view = await getRegisterService(database(), context.scope, params.kab ?? "", numberOf(params.no));
  return { title: `Register: ${view.row.service.name}`, view, byText: BY_TEXT, filters, ignored };
}

const EDITS = {
  penanggung: setPerson,
  pindah: moveService,
  henti: setStopped,
  "tambah-nama": addServiceAlias,
  "hapus-nama": removeServiceAlias,
} as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const no = numberOf(params.no);
  const typed = typedIn(await request.formData());
  const said = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()]));
  const asked = said.tindakan ?? "";
  if (!Object.hasOwn(EDITS, asked)) throw notFound();
  const edit = EDITS[asked as keyof typeof EDITS];
  const errors = await edit(database(), context.scope, kab, no, said);
  if (errors.length > 0) return data({ errors, typed }, { status: 400 });
  return redirect(link(paths.registerLayanan(kab, no), parseFilters(queryOf(request)).filters), 303);
}

export default function RegisterService() {
  const { view, byText, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { regency, row, bagian, aliases } = view;
  const { service, person } = row;
  const here = link(paths.registerLayanan(regency.slug, service.no), filters);
  const errors = answer?.errors ?? [];
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const typed = (field: string, stored: string | null) => answer?.typed[field] ?? stored ?? "";
  return (
    <Page
      eyebrow={`Register layanan, ${regency.name}`}
      h1={service.name}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Register", path: paths.register(regency.slug) },
        { name: service.name },
      ]}
      scope={`${row.bagian?.name ?? "Bagian tidak disebut"}${row.bagianSet ? " (ditetapkan)" : " (menurut naskah)"}; ${runningWords(row, regency.zone)}.`}
    >
      <ErrorSummary errors={errors} />
      <section aria-labelledby="penanggung">
        <h2 id="penanggung">Penanggung jawab</h2>
        <p>
          {[person.name, person.position].filter(Boolean).join(", ") || "Belum dicatat"}
          {person.nip && ` · NIP ${person.nip}`}
          {person.phone && ` · telepon ${person.phone}`}.
        </p>
        <form method="post" action={here} className="wizard-form no-print">
          <input type="hidden" name="tindakan" value="penanggung" />
          <Field id="nama" label="Nama" value={typed("nama", person.name)} wrong={wrong("nama")} />
          <Field
            id="jabatan"
            label="Jabatan"
            value={typed("jabatan", person.position)}
            wrong={wrong("jabatan")}
          />
          <Field
            id="nip"
            label="NIP"
            hint={
              person.nip
                ? "Kosongkan bila tidak diubah. Ditampilkan tertutup sebagian."
                : "18 angka. Ditampilkan tertutup sebagian."
            }
            wrong={wrong("nip")}
          />
          {person.nip && <Remove name="hapus_nip" words="Hapus NIP yang tersimpan" />}
          <Field
            id="telepon"
            label="Telepon"
            hint={
              person.phone
                ? "Kosongkan bila tidak diubah. Ditampilkan tertutup sebagian."
                : "Ditampilkan tertutup sebagian."
            }
            wrong={wrong("telepon")}
          />
          {person.phone && <Remove name="hapus_telepon" words="Hapus telepon yang tersimpan" />}
          <p>
            <button type="submit" className="second">
              Simpan penanggung jawab
            </button>
          </p>
        </form>
      </section>
      <section aria-labelledby="pindah-bagian" className="no-print">
        <h2 id="pindah-bagian">Bagian</h2>
        <form method="post" action={here} className="wizard-form no-print">
          <input type="hidden" name="tindakan" value="pindah" />
          <div className="field">
            <label htmlFor="bagian">Layanan ini milik</label>
            <select
              id="bagian"
              name="bagian"
              defaultValue={row.bagianSet ? (row.bagian?.slug ?? "") : byText}
            >
              <option value={byText}>menurut naskah</option>
              {bagian.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
            {wrong("bagian") && <p className="wrong">{wrong("bagian")}</p>}
          </div>
          <p className="note">Yang Anda tetapkan tidak diubah oleh naskah berikutnya.</p>
          <p>
            <button type="submit" className="second">
              Tetapkan bagian
            </button>
          </p>
        </form>
      </section>
      <section aria-labelledby="keberlangsungan" className="no-print">
        <h2 id="keberlangsungan">Keberlangsungan</h2>
        <form method="post" action={here} className="wizard-form no-print">
          <input type="hidden" name="tindakan" value="henti" />
          <input type="hidden" name="henti" value={row.stoppedAt === null ? "ya" : ""} />
          <Field id="alasan" label="Alasan atau dasarnya" wrong={wrong("alasan")} required />
          <p>
            <button type="submit" className="second">
              {row.stoppedAt === null ? "Tandai tidak berjalan lagi" : "Tandai berjalan kembali"}
            </button>
          </p>
        </form>
      </section>
      <AliasList
        aliases={aliases.map(({ id, name, bagian: under }) => ({
          id,
          name,
          note: under === "" ? "tanpa bagian" : `bagian ${under}`,
          removable: aliases.length > 1,
        }))}
        action={here}
        wrong={wrong("nama_lain")}
        hint="Naskah dan survei yang memakai nama ini ditautkan ke layanan ini tanpa ditanyakan lagi."
      />
      <Onward
        links={[
          ...(row.inForce
            ? ([["Lembar layanan", link(paths.layanan(regency.slug, service), filters)]] as const)
            : []),
          ["Register", link(paths.register(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}

const Remove = ({ name, words }: { name: string; words: string }) => (
  <p>
    <label>
      <input type="checkbox" name={name} value="1" /> {words}
    </label>
  </p>
);
