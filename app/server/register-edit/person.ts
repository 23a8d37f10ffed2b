import { z } from "zod";

const digits = (text: string) => text.replace(/[\s.-]/g, "");

/** The form that says who answers for a service. */
export const PersonForm = z.object({
  nama: z.string().trim().max(200, "Nama paling panjang 200 huruf.").default(""),
  jabatan: z.string().trim().max(200, "Jabatan paling panjang 200 huruf.").default(""),
  nip: z
    .string()
    .transform(digits)
    .refine((nip) => nip === "" || /^\d{18}$/.test(nip), "NIP terdiri atas 18 angka.")
    .default(""),
  telepon: z
    .string()
    .transform(digits)
    .refine(
      (phone) => phone === "" || /^\+?\d{8,15}$/.test(phone),
      "Nomor telepon terdiri atas 8 sampai 15 angka.",
    )
    .default(""),
  hapus_nip: z.string().optional(),
  hapus_telepon: z.string().optional(),
});

/** A number of somebody's own as it is shown: its first four and last two signs. Null where there is none. */
export const covered = (number: string | null): string | null =>
  number === null
    ? null
    : `${number.slice(0, 4)}${"•".repeat(Math.max(number.length - 6, 0))}${number.slice(-2)}`;
