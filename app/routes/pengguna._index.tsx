import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countWord } from "#app/format/words.ts";
import { addUser, getRoleChoices, getUsers } from "#app/server/accounts/users.server.ts";
import { database } from "#app/server/database.server.ts";
import { accountHeaders } from "#app/ui/accounts/headers.ts";
import { RoleFields } from "#app/ui/accounts/RoleFields.tsx";
import { accountWords, roleWords } from "#app/ui/accounts/words.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { Field } from "#app/ui/Fields.tsx";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";

export const headers = accountHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  const [users, choices] = await Promise.all([
    getUsers(database(), context.scope),
    getRoleChoices(database(), context.scope),
  ]);
  return { title: "Pengguna", users, choices };
}

interface Said {
  errors: FieldError[];
  made: { id: string; username: string; password: string } | null;
  typed: Record<string, string>;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  const added = await addUser(database(), context.scope, form);
  if ("done" in added) return data<Said>({ errors: [], made: added.done, typed: {} });
  const typed = Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === "string"));
  return data<Said>({ errors: added.problems, made: null, typed: typed as Said["typed"] }, { status: 400 });
}

export default function Users() {
  const { users, choices } = useLoaderData<typeof loader>();
  const { errors = [], made = null, typed = {} } = useActionData<typeof action>() ?? {};
  return (
    <Page
      h1={
        users.length === 0
          ? "Belum ada akun di bawah wewenang Anda"
          : `Di bawah wewenang Anda ada ${countWord(users.length)} akun`
      }
      section={paths.pengguna()}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Pengguna" }]}
      scope="Admin daerah mengelola akun yang seluruh perannya ada di daerahnya."
    >
      <ErrorSummary errors={errors} />
      {made && (
        <div className="done" role="status">
          <p>
            Akun {made.username} sudah dibuat. Kata sandi pertamanya hanya ditampilkan sekali ini dan harus
            diganti saat pertama masuk: <code className="secret">{made.password}</code>
          </p>
        </div>
      )}
      {users.length > 0 && (
        <ul className="accounts">
          {users.map((user) => (
            <li key={user.id}>
              <a href={paths.satuPengguna(user.id)}>{user.name}</a> ({user.username}):{" "}
              {user.roles.map(roleWords).join("; ") || "belum mempunyai peran"}
              {accountWords(user)}
            </li>
          ))}
        </ul>
      )}
      <h2>Tambah akun</h2>
      <form method="post" action={paths.pengguna()} className="wizard-form">
        <Field id="nama" label="Nama" errors={errors}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              required
              maxLength={100}
              defaultValue={typed.nama}
            />
          )}
        </Field>
        <Field
          id="pengguna"
          label="Nama pengguna"
          hint="Dipakai untuk masuk dan tercatat pada setiap perubahan; tidak dapat diganti."
          errors={errors}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              required
              maxLength={40}
              defaultValue={typed.pengguna}
            />
          )}
        </Field>
        <RoleFields choices={choices} errors={errors} typed={typed} />
        <div>
          <button type="submit">Tambah akun</button>
        </div>
      </form>
    </Page>
  );
}
