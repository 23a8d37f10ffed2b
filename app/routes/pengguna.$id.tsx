import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  dropTotp,
  getRoleChoices,
  getUser,
  giveRole,
  makeResetLink,
  setLocked,
  takeRole,
} from "#app/server/accounts/users.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { accountHeaders } from "#app/ui/accounts/headers.ts";
import { RoleFields } from "#app/ui/accounts/RoleFields.tsx";
import { accountWords, roleFields, roleWords } from "#app/ui/accounts/words.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";

export const headers = accountHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const [user, choices] = await Promise.all([
    getUser(database(), context.scope, params.id ?? ""),
    getRoleChoices(database(), context.scope),
  ]);
  return { title: `Akun ${user.username}`, user, choices };
}

interface Said {
  errors: FieldError[];
  /** Address of the one-time link. */
  link: string | null;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { scope } = context;
  const db = database();
  const form = await request.formData();
  const role = Object.fromEntries(form);
  const doing = field(form, "tindakan");
  if (doing === "tautan") {
    const made = await makeResetLink(db, scope, id);
    if ("problems" in made) return data<Said>({ errors: made.problems, link: null }, { status: 400 });
    const origin = `${context.secure ? "https" : "http"}://${request.headers.get("Host") ?? ""}`;
    return data<Said>({ errors: [], link: origin + paths.sandiBaru(made.done.token) });
  }
  const work = {
    beri: () => giveRole(db, scope, id, role),
    cabut: () => takeRole(db, scope, id, role),
    kunci: () => setLocked(db, scope, id, true),
    buka: () => setLocked(db, scope, id, false),
    "kode-lepas": () => dropTotp(db, scope, id),
  }[doing];
  if (!work) throw notFound();
  const answer = await work();
  if ("problems" in answer) return data<Said>({ errors: answer.problems, link: null }, { status: 400 });
  return redirect(paths.satuPengguna(id), 303);
}

export default function OneUser() {
  const { user, choices } = useLoaderData<typeof loader>();
  const { errors = [], link = null } = useActionData<typeof action>() ?? {};
  const path = paths.satuPengguna(user.id);
  return (
    <Page
      h1={user.name}
      section={paths.pengguna()}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Pengguna", path: paths.pengguna() },
        { name: user.username },
      ]}
      scope={`Nama pengguna ${user.username}${accountWords(user)}.`}
    >
      <ErrorSummary errors={errors} />
      {link && (
        <div className="done" role="status">
          <p>
            Sampaikan tautan ini kepada {user.name} lewat jalan yang aman. Tautan hanya ditampilkan sekali
            ini, dapat dipakai satu kali, dan berlaku 24 jam: <code className="secret">{link}</code>
          </p>
        </div>
      )}
      <h2 id="cabut">Peran</h2>
      {user.roles.length === 0 && (
        <p>Akun ini belum mempunyai peran, sehingga tidak melihat data daerah mana pun.</p>
      )}
      <ul className="accounts">
        {user.roles.map((role) => (
          <li key={roleWords(role)}>
            <form method="post" action={path} className="row-form">
              {Object.entries(roleFields(role)).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <span>{roleWords(role)}</span>{" "}
              <button type="submit" name="tindakan" value="cabut" className="second">
                Cabut peran {roleWords(role)}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h2>Beri peran lagi</h2>
      <p>Setelah perannya berubah, orang ini harus masuk kembali.</p>
      <form method="post" action={path} className="wizard-form">
        <RoleFields choices={choices} errors={errors} typed={{}} />
        <div>
          <button type="submit" name="tindakan" value="beri">
            Beri peran
          </button>
        </div>
      </form>
      <h2 id="tautan">Kata sandi</h2>
      <p>
        Orang yang lupa kata sandinya memilih yang baru dengan tautan sekali pakai; tautan lama tidak berlaku
        lagi.
      </p>
      <form method="post" action={path} className="buttons">
        <button type="submit" name="tindakan" value="tautan">
          Buat tautan sekali pakai
        </button>
        {user.totp && (
          <button type="submit" name="tindakan" value="kode-lepas" className="second">
            Lepas verifikasi dua langkah
          </button>
        )}
      </form>
      <h2 id="kunci">Kunci akun</h2>
      <p>
        Akun yang terkunci tidak dapat masuk, dan sesinya berakhir saat itu juga. Yang pernah dikerjakannya
        tetap tercatat atas namanya.
      </p>
      <form method="post" action={path} className="buttons">
        {user.locked ? (
          <button type="submit" name="tindakan" value="buka">
            Buka kunci akun ini
          </button>
        ) : (
          <button type="submit" name="tindakan" value="kunci" className="second">
            Kunci akun ini
          </button>
        )}
      </form>
    </Page>
  );
}
