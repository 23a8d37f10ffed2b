import { contentWords } from "../words.ts";

/** What a service is about, in its name's own words. */
export interface Topic {
  /** Words of the name that say what it is about, in order. */
  words: readonly string[];
  /** Abbreviations in its name, lower case ("lppd"). */
  abbreviations: readonly string[];
}

/** Words that open the names of services and say nothing of their subject. */
export const OPENERS = new Set(
  (
    "konsultasi koordinasi pendampingan pemberian penanganan permohonan pembinaan pembuatan pengadaan perubahan penambahan " +
    "evaluasi pelaporan dokumen laporan surat data informasi publik kerja bupati wakil sekretaris lingkup umum usulan terhadap " +
    "melalui sistem aplikasi penggunaan penilaian mandiri hasil pengukuran program kebijakan bidang rangka keuangan"
  ).split(" "),
);

/** Nouns of doing: they say what is done, not to what. */
const DOING = /^pe[a-z]{3,}an$/;
/** A name's only word of its own, if it has so many letters, is told apart in a text. */
const SOLE = 8;

/** Initials of four or five words in a row: "Laporan Penyelenggaraan Pemerintahan Daerah" is written LPPD in texts. */
const initialsOf = (name: string): string[] => {
  const words = name.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.flatMap((first, from) =>
    (contentWords(first).length > 0 ? [4, 5] : [])
      .filter((length) => from + length <= words.length)
      .map((length) =>
        words
          .slice(from, from + length)
          .map((word) => word[0])
          .join(""),
      ),
  );
};

/** A word in brackets made of the words before it: "Rencana Kerja (Renja)". */
const shortNamesOf = (name: string): string[] =>
  [...name.matchAll(/\(([a-z]{4,12})\)/gi)].flatMap((match) => {
    const short = (match[1] as string).toLowerCase();
    let at = 0;
    for (const letter of name.slice(0, match.index).toLowerCase()) if (letter === short[at]) at++;
    return at === short.length ? [short] : [];
  });

export const topicOf = (name: string): Topic => {
  // In a name all in capitals only brackets tell an abbreviation from a word.
  const open = name.replace(/\([^)]{0,200}\)/g, " ");
  const searched = open === open.toUpperCase() ? (name.match(/\([^)]{0,200}\)/g) ?? []).join(" ") : name;
  const written = [...searched.matchAll(/\b[A-Z][A-Za-z]?[A-Z]{1,5}[a-z]?\b/g)].map((match) =>
    match[0].toLowerCase(),
  );
  const abbreviations = new Set([...written, ...shortNamesOf(name), ...initialsOf(name)]);
  return { words: contentWords(name), abbreviations: [...abbreviations] };
};

/**
 * Phrases by which a service's subject can be told in a text: runs of two to five words of its name that do not consist
 * of openers only, its abbreviations, single words of at least eleven letters, and a shorter one where it is all that the
 * name is about ("Penyediaan Penerjemah").
 */
export const phrasesOf = ({ words, abbreviations }: Topic): string[] => {
  const phrases = new Set<string>(abbreviations.filter((one) => one.length >= 4));
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= Math.min(words.length, from + 5); to++) {
      const run = words.slice(from, to);
      if (run.filter((word) => !OPENERS.has(word)).length >= 2) phrases.add(run.join(" "));
    }
    const word = words[from] as string;
    if (word.length >= 11 && !OPENERS.has(word)) phrases.add(word);
  }
  const about = words.filter((word) => !OPENERS.has(word) && !DOING.test(word));
  if (about.length === 1 && (about[0] as string).length >= SOLE) phrases.add(about[0] as string);
  return [...phrases];
};
