import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { addBagianAlias, removeBagianAlias, setBagianFamily } from "#app/server/register-edit/edit.server.ts";
import { getRegister } from "#app/server/register-edit/view.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { AliasList } from "#app/ui/register/AliasList.tsx";
import { queryOf } from "#app/ui/request.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const { regency, bagian, families } = await getRegister(database(), context.scope, params.kab ?? "");
  const one = bagian.find(({ slug }) => slug === params.bagian);
  if (!one) throw notFound();
  return { title: `Register: ${one.name}`, regency, one, families, filters, ignored };
}

const EDITS = {
  rumpun: setBagianFamily,
  "tambah-nama": addBagianAlias,
  "hapus-nama": removeBagianAlias,
} as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const [kab, bagian] = [params.kab ?? "", params.bagian ?? ""];
  const typed = typedIn(await request.formData());
  const said = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()]));
  const asked = said.tindakan ?? "";
  if (!Object.hasOwn(EDITS, asked)) throw notFound();
  const edit = EDITS[asked as keyof typeof EDITS];
  const errors = await edit(database(), context.scope, kab, bagian, said);
  if (errors.length > 0) return data({ errors }, { status: 400 });
  return redirect(link(paths.registerBagian(kab, bagian), parseFilters(queryOf(request)).filters), 303);
}

export default function RegisterBagian() {
  const { regency, one, families, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = link(paths.registerBagian(regency.slug, one.slug), filters);
  const errors = answer?.errors ?? [];
  return (
    <Page
      eyebrow={`Register layanan, ${regency.name}`}
      h1={one.name}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Register", path: paths.register(regency.slug) },
        { name: one.name },
      ]}
      scope={`Memiliki ${formatCount(one.services)} layanan dalam register.`}
    >
      <ErrorSummary errors={errors} />
      <section aria-labelledby="rumpun-judul">
        <h2 id="rumpun-judul">Rumpun</h2>
        <form method="post" action={here} className="wizard-form no-print">
          <input type="hidden" name="tindakan" value="rumpun" />
          <div className="field">
            <label htmlFor="rumpun">Bagian ini dibandingkan dengan rumpun</label>
            <select id="rumpun" name="rumpun" defaultValue={one.family ?? ""}>
              <option value="">tanpa rumpun</option>
              {families.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit" className="second">
              Tetapkan rumpun
            </button>
          </p>
        </form>
      </section>
      <AliasList
        aliases={one.aliases.map(({ key, own }) => ({
          id: key,
          name: key,
          ...(own && { note: "nama sendiri" }),
          removable: !own,
        }))}
        action={here}
        wrong={errors.find(({ field }) => field === "nama_lain")?.message}
        hint="Naskah dan survei yang memakai nama ini dianggap milik bagian ini."
      />
      <Onward
        links={[
          [one.name, link(paths.bagian(regency.slug, one.slug), filters)],
          ["Register", link(paths.register(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
