import type { CorrectableTable } from "#app/server/correction/view.server.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import { Field } from "./Field.tsx";
import type { Typed } from "./fields.ts";
import { TableOptions } from "./TableOptions.tsx";
import { OPERATION_WORDS } from "./words.ts";

interface Props {
  tables: readonly CorrectableTable[];
  /** Names of bagian to choose from. */
  bagian: readonly string[];
  action: string;
  errors: readonly FieldError[];
  typed: Typed;
}

const KINDS = ["nama", "bagian", "tambah", "pisah", "gabung", "hapus"] as const;
type Kind = (typeof KINDS)[number];

const NOTES: Record<Kind, string> = {
  nama: "Bila nama layanan salah terbaca. Tulis seperti tercetak dalam naskah.",
  bagian: "Bila layanan terbaca di bawah bagian yang keliru. Kosongkan bila naskah tidak menyebutnya.",
  tambah: "Bila satu tabel tidak terbaca sebagai layanan. Komponennya dibaca dari baris di bawah judulnya.",
  pisah: "Bila dua layanan terbaca sebagai satu. Isi mulai baris itu menjadi layanan tersendiri.",
  gabung: "Bila satu layanan terbaca sebagai dua. Isi yang pertama menjadi milik yang kedua.",
  hapus: "Bila yang terbaca sebagai layanan sebenarnya bukan. Barisnya menjadi tanpa pemilik.",
};

/** One form for each thing that can be said of a whole service; each shows first what it would change. */
export function ServiceForms({ tables, bagian, action, errors, typed }: Props) {
  const asked = typed.find(([name]) => name === "tindakan")?.[1];
  return (
    <>
      <datalist id="daftar-bagian">
        {bagian.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {KINDS.map((kind) => (
        <details key={kind} className="no-print" open={asked === kind && errors.length > 0}>
          <summary>{OPERATION_WORDS[kind]}</summary>
          <p className="note">{NOTES[kind]}</p>
          <ServiceForm
            kind={kind}
            tables={tables}
            action={action}
            errors={asked === kind ? errors : []}
            typed={asked === kind ? typed : []}
          />
        </details>
      ))}
    </>
  );
}

const HAS: Record<
  Kind,
  { service: boolean; into: boolean; lines: string | null; name: boolean; bagian: boolean }
> = {
  nama: { service: true, into: false, lines: null, name: true, bagian: false },
  bagian: { service: true, into: false, lines: null, name: false, bagian: true },
  tambah: {
    service: false,
    into: false,
    lines: "Dari baris judulnya sampai baris terakhir, misalnya 98-140",
    name: true,
    bagian: true,
  },
  pisah: { service: true, into: false, lines: "Mulai baris", name: true, bagian: true },
  gabung: { service: true, into: true, lines: null, name: false, bagian: false },
  hapus: { service: true, into: false, lines: null, name: false, bagian: false },
};

interface FormProps extends Omit<Props, "bagian"> {
  kind: Kind;
}

function ServiceForm({ kind, tables, action, errors, typed }: FormProps) {
  const has = HAS[kind];
  const value = (name: Typed[number][0]) => typed.find(([key]) => key === name)?.[1] ?? "";
  const wrong = (...fields: string[]) => errors.find((error) => fields.includes(error.field))?.message;
  const id = (name: string) => `${kind}-${name}`;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="langkah" value="pratinjau" />
      <input type="hidden" name="tindakan" value={kind} />
      {has.service && (
        <Choose
          id={id("layanan")}
          name="layanan"
          label="Layanan"
          tables={tables}
          value={value("layanan")}
          wrong={wrong("layanan")}
        />
      )}
      {has.into && (
        <Choose
          id={id("ke")}
          name="ke"
          label="Digabung ke layanan"
          tables={tables}
          value={value("ke")}
          wrong={wrong("ke")}
        />
      )}
      {has.lines && (
        <Field
          id={id("rentang")}
          name="rentang"
          label={has.lines}
          required
          value={value("rentang")}
          wrong={wrong("rentang", "baris")}
        />
      )}
      {has.name && (
        <Field
          id={id("nama")}
          name="nama"
          label="Nama layanan"
          required
          value={value("nama")}
          wrong={wrong("nama")}
        />
      )}
      {has.bagian && (
        <Field
          id={id("bagian")}
          name="bagian"
          label="Bagian"
          list="daftar-bagian"
          value={value("bagian")}
          wrong={wrong("bagian")}
        />
      )}
      <p>
        <button type="submit" className="second">
          Lihat yang akan berubah
        </button>
      </p>
    </form>
  );
}

interface ChooseProps {
  id: string;
  name: string;
  label: string;
  tables: readonly CorrectableTable[];
  value: string;
  wrong: string | undefined;
}

const Choose = ({ id, name, label, tables, value, wrong }: ChooseProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {wrong && <p className="wrong">{wrong}</p>}
    <select id={id} name={name} required defaultValue={value}>
      <option value="">Pilih layanan</option>
      <TableOptions tables={tables} />
    </select>
  </div>
);
