import { Field } from "../correction/Field.tsx";

interface Props {
  /** `removable: false`: its own name. */
  aliases: readonly { id: string; name: string; note?: string; removable: boolean }[];
  action: string;
  wrong: string | undefined;
  hint: string;
}

/** The names under which something is known, each with the way to forget it, and the form that adds one. */
export function AliasList({ aliases, action, wrong, hint }: Props) {
  return (
    <section aria-labelledby="nama-lain">
      <h2 id="nama-lain">Nama yang dikenal</h2>
      <ul>
        {aliases.map(({ id, name, note, removable }) => (
          <li key={id}>
            {name}
            {note && ` (${note})`}
            {removable && (
              <form method="post" action={action} className="inline no-print">
                <input type="hidden" name="tindakan" value="hapus-nama" />
                <input type="hidden" name="nama" value={id} />
                <button type="submit" className="second" aria-label={`Hapus nama ${name}`}>
                  Hapus
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={action} className="wizard-form no-print">
        <input type="hidden" name="tindakan" value="tambah-nama" />
        <Field id="nama_lain" label="Tambah nama" hint={hint} wrong={wrong} required />
        <p>
          <button type="submit" className="second">
            Tambah nama
          </button>
        </p>
      </form>
    </section>
  );
}
