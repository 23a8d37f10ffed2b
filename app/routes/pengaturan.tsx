import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { database } from "#app/server/database.server.ts";
import { getOpenSettings, setOpen } from "#app/server/open-parts.server.ts";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const settings = await getOpenSettings(database(), context.scope);
  const saved = settings.find(({ slug }) => slug === queryOf(request).get("tersimpan"));
  return { title: "Pengaturan", settings, saved: saved?.name ?? null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const kab = field(form, "kabupaten");
  const open = { standar: field(form, "standar") === "1", indeks: field(form, "indeks") === "1" };
  await setOpen(database(), context.scope, kab, open);
  return redirect(`${paths.pengaturan()}?tersimpan=${encodeURIComponent(kab)}`, 303);
}

export default function Settings() {
  const { settings, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      h1="Yang dapat dibaca tanpa masuk"
      section={paths.pengaturan()}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Pengaturan" }]}
      scope="Nama daerah selalu tampil di Dasbor. Temuan, lembar perbaikan, saran responden, unggahan, dan impor tidak pernah terbuka."
    >
      {saved && (
        <div className="done" role="status">
          <p>Pengaturan {saved} sudah disimpan.</p>
        </div>
      )}
      {settings.map(({ slug, name, standar, indeks }) => (
        <form key={slug} method="post" action={paths.pengaturan()} className="setting">
          <fieldset>
            <legend>{name}</legend>
            <input type="hidden" name="kabupaten" value={slug} />
            <p>
              <label>
                <input type="checkbox" name="standar" value="1" defaultChecked={standar} /> Standar pelayanan:
                naskah, lembar layanan, peta komponen, dan tingkat hasil mesin
              </label>
            </p>
            <p>
              <label>
                <input type="checkbox" name="indeks" value="1" defaultChecked={indeks} /> Indeks: hasil SKM,
                tanpa saran responden
              </label>
            </p>
            <button type="submit" className="second">
              Simpan untuk {name}
            </button>
          </fieldset>
        </form>
      ))}
    </Page>
  );
}
