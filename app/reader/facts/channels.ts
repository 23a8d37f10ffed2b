import { CHANNELS, type Channel } from "../schema.ts";
import { withSingleBlanks } from "../text.ts";
import type { FactSource } from "./source.ts";

/**
 * Words that name a channel wherever they stand, in the spellings that decrees and scans leave; abbreviations count in
 * capitals or before a colon only. Every repeat is bounded, so that a long line costs no more than its length.
 */
const NAMED: readonly [Channel, RegExp][] = [
  ["whatsapp", /\bwhat'?s?\s{0,2}app?\b|\bwatsapp?\b|\bwa\.me\/|\bwa\s{0,2}[:=]|\bno(?:mor|\.)? ?wa\b/i],
  ["whatsapp", /\bW\.?A\b/],
  ["email", /\be\s?-?\s?ma[il1]{2}\b|\bernai[l1]\b|\bsurel\b|\bsurat e[l1]ektronik\b/i],
  ["email", /[\w.+-]@[\w-]{1,63}\.[\w-]{2}|@\s?(?:gmail|yahoo|ymail|outlook|hotmail)\b/i],
  ["instagram", /\b[il1]nstagra[mn]\b/i],
  ["instagram", /\bIG\b|\bIg\s{0,2}:/],
  ["facebook", /\bface\s?book\b|\bfan\s?page\b|\bfb\.(?:com|me)\b|\bfb\s{0,2}:/i],
  ["facebook", /\bFB\b/],
  ["website", /\bweb\s?site\b|\bsitus\b|\blaman\b|\bweb\s{0,2}[:=]|\bportal\b/i],
  ["sp4n_lapor", /\bsp[4a]n\b|\be[\s-]?lap[o0]r\b|\blapor\s{0,2}!|\blapor\.go\.id\b/i],
  ["sp4n_lapor", /\b(?:aplikasi|kanal|layanan) lapor\b/i],
  ["sp4n_lapor", /\bLAPOR\b/],
  ["kotak_saran", /\bkotak\s{1,3}(?:saran|pengaduan|aduan|masukan|kritik|kepuasan)\b/i],
  ["fax", /\bfa[xk]s?(?:imi[l1][eie]?)?\b|\bfacsimile\b/i],
  ["sms", /\bsms\b|\bpesan singkat\b/i],
];

/** Telephone by its label; "contact person" and the like need a number, which the numbers tell. */
const TELEPHONE =
  /\bte[l1](?:e[pf]h?one?|p(?:p|on)?)\b|\bt[l1]p\b|\b(?:hand\s?)?phone\b|\bh\.?p\b|\bponse[l1]\b|\bse[l1]u[l1]er\b|\bhot\s?line\b|\bcall\s?cent(?:er|re)\b/i;

/** Words that mean coming in person. */
const IN_PERSON =
  /\bdatang\s{0,3}(?:[l1]angsung|sendiri|ke)\b|\btatap[\s-]{0,3}muka\b|\bmendatangi\b|\bsecara (?:[l1]angsung|[l1]isan)\b|\b[l1]angsung (?:ke|kepada|pada|di|menemui|menuju) (?:kantor|ruang|ruangan|bagian|petugas|pejabat|[l1]oket|kepala|kasub\w{0,4}|kabag|sekretariat|unit|meja|helpdesk|front|sub|alamat|camat|lurah|dinas|badan|biro|inspektorat|puskesmas|rumah sakit|rsud|kecamatan|kelurahan|direktur|inspektur|seksi|bidang|pengelola|pelaksana)\b|\b(?:[l1]oket|meja|ruang|posko) (?:(?:pe)?layanan )?(?:peng)?aduan\b/i;
/** An item that says "Langsung" and no more. */
const DIRECT_ITEM = /(?:^|[\n;:•]|[\da-z][.)])\s{0,3}[Ll]angsung\s{0,3}(?:[;:,(\n]|\.\s|$)/;

/** A letter as a way to complain; not a letter of decision, of duty, or a written answer. */
const LETTER =
  /\bsurat (?:tertu[l1]is|resmi|pengaduan|aduan|ke|kepada|(?:yang )?di(?:tujukan|a[l1]amatkan) (?:ke|kepada))\b|\b(?:me[l1]a[l1]ui|[l1]ewat|via|dengan|berupa|mengirim(?:kan)?|atau|maupun|dan)\s{1,3}surat\b(?! (?:keputusan|edaran|tugas|perintah|pernyataan|permohonan|elektronik|kabar))|\bbersurat\b|\bsurat[\s-]menyurat\b|\bp\.?o\.? ?box\b|\b(?:via|me[l1]a[l1]ui|[l1]ewat) pos\b/i;
const LETTER_ITEM = /(?:^|[\n;:•,/]|[\da-z][.)])\s{0,3}[Ss]urat\s{0,3}(?:[;:,/\n]|\.\s|$)/;
const WRITTEN =
  /(?<!(?:jawaban|tanggapan|ba[l1]asan|[l1]aporan|teguran|bukti)\s(?:secara\s)?)\b(?:secara )?tertu[l1]is\b(?!\s{0,3}(?:disampaikan |dapat |di)?(?:ke|me[l1]a[l1]ui|[l1]ewat|via|da[l1]am|pada)?\s{0,3}(?:kotak|e-?mai[l1]|wa\b|whats|web|sms|ap[l1]ikasi|media|sp4n))/i;

const EMAILS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** Addresses on the web; a host that belongs to a channel of its own or to a mail service is none. */
const ADDRESS =
  /(?<![\w.@-])(?:(?:https?:\/\/|www\.)(?:[\w-]{1,63}\.){1,5}[\w-]{2,63}|(?:[\w-]{1,63}\.){1,4}(?:(?:go|co|or|ac|web|my|desa|sch)\.id|com|net|org|info)\b)/gi;
const OTHER_HOST =
  /lapor\.go\.id|instagram\.com|facebook\.com|fb\.(?:com|me)|wa\.me|whatsapp\.com|gmail|yahoo|ymail|hotmail|outlook/i;
const LAPOR_ADDRESS = /(?:https?:\/\/(?:www\.)?|www\.)[l1]apor\.go\.id/gi;
const LAPOR_LABEL = /lap[o0]r|sp[4a]n/i;
/** A label that makes what follows the name of an account, not an address. */
const ACCOUNT = /(?:instagram|\big|\bfb|facebook|fan\s?page|twitter|tiktok|youtube)\s{0,2}[:=]?\s{0,2}$/i;
/** How far before an address its label may stand. */
const LABEL_REACH = 24;

const NUMBER = /(?<![\d.])(?:\(0\d{2,4}\)|\+62|0\d{2,4})[\s.\-)]{0,3}\d[\d .-]{3,14}\d/g;
/** Labels that claim the numbers after them. */
const NUMBER_LABEL =
  /\b(?:wa|wage|whats\s?app?|fa[xk]\w{0,7}|sms|te[l1]\w{0,6}|t[l1]p|h\.?p|(?:hand\s?)?phone)\b/gi;
const NUMBER_REACH = 60;

/** Is a telephone number printed that no other channel claims? */
function hasTelephoneNumber(text: string): boolean {
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - NUMBER_REACH), match.index);
    const label = [...before.matchAll(NUMBER_LABEL)].at(-1)?.[0];
    if (!label || !/^(?:wa|fa|sms)|^whats/iu.test(label)) return true;
  }
  return false;
}

/** Is an address of the web printed? That of LAPOR! counts where it stands without that name, as an address of its own. */
function hasWebAddress(text: string): boolean {
  const rest = text.includes("@") ? text.replace(EMAILS, " ") : text;
  const label = (of: string, index: number) => of.slice(Math.max(0, index - LABEL_REACH), index);
  for (const match of rest.matchAll(ADDRESS)) {
    if (!OTHER_HOST.test(match[0]) && !ACCOUNT.test(label(rest, match.index))) return true;
  }
  for (const match of text.matchAll(LAPOR_ADDRESS)) {
    if (!LAPOR_LABEL.test(label(text, match.index))) return true;
  }
  return false;
}

const FLOW_WORD =
  "(?:a[l1]ur|mekanisme|prosedur|bagan|tahapan|tata cara)(?: (?:penanganan|penye[l1]esaian|penge[l1]o[l1]aan|pe[l1]ayanan))?(?: (?:peng)?aduan)?";
/** Heading over the way of a complaint through the office: first in its item, or before a colon; or a flow chart. */
const FLOW_STARTS = new RegExp(
  `(?:^|[\\n;]|[\\da-z][.)])\\s{0,3}${FLOW_WORD}\\b|\\b${FLOW_WORD}\\s{0,2}:|\\bgraph (?:LR|TD|TB|RL|BT)\\b|\\bflowchart\\b`,
  "gi",
);
/** Other matter begins again. */
const FLOW_ENDS = /\b(?:jangka waktu|media|sa[l1]uran|kontak|sarana pengaduan)\b/gi;

/** The text cut into what says how to reach the office and how the office then deals with a complaint. */
function cutFlow(text: string): { reach: string; flow: string } {
  const reach: string[] = [];
  const flow: string[] = [];
  let at = 0;
  while (at < text.length) {
    FLOW_STARTS.lastIndex = at;
    const start = FLOW_STARTS.exec(text);
    reach.push(text.slice(at, start?.index));
    if (!start) break;
    FLOW_ENDS.lastIndex = start.index + start[0].length;
    at = FLOW_ENDS.exec(text)?.index ?? text.length;
    flow.push(text.slice(start.index + start[0].length, at));
    if (at < text.length) at = FLOW_ENDS.lastIndex;
  }
  return { reach: reach.join("\n"), flow: flow.join("\n") };
}

function generalChannels(text: string): Channel[] {
  const found: Channel[] = [];
  // Words that a line break parts are found as well.
  const line = withSingleBlanks(text);
  if (IN_PERSON.test(line) || DIRECT_ITEM.test(text)) found.push("tatap_muka");
  if (LETTER.test(line) || LETTER_ITEM.test(text) || WRITTEN.test(line)) found.push("surat");
  if (TELEPHONE.test(line)) found.push("telepon");
  return found;
}

const ITEM_ENDS = /[\n;]|(?<=[\s:])[\da-z]{1,2}[.)]\s/;

/** Channels that an item of a flow begins with ("a. Datang langsung ke kantor"): there the heading is one over channels. */
function leadingChannels(flow: string): Channel[] {
  const general: [Channel, RegExp[]][] = [
    ["tatap_muka", [IN_PERSON]],
    ["surat", [LETTER, WRITTEN]],
    ["telepon", [TELEPHONE]],
  ];
  const items = flow.split(ITEM_ENDS).map((item) => item.replace(/^[\s:]+/, ""));
  const leads = (pattern: RegExp) => items.some((item) => pattern.exec(item)?.index === 0);
  return general.filter(([, patterns]) => patterns.some(leads)).map(([channel]) => channel);
}

/**
 * The channels that a pengaduan names, in the order of `CHANNELS`. A bare street address is none; a mobile number counts as
 * telephone unless a label gives it to WhatsApp, fax or SMS; lapor.go.id is sp4n_lapor, and website only where it is
 * printed as an address of its own. Coming in person, letters and a telephone without number count only where the text
 * says how to reach the office, not in the steps by which a complaint is dealt with, unless those are all there is.
 */
export function extractChannels(source: FactSource): Channel[] {
  const text = source.text;
  const line = withSingleBlanks(text);
  const found = new Set<Channel>();
  for (const [channel, pattern] of NAMED) if (!found.has(channel) && pattern.test(line)) found.add(channel);
  if (hasTelephoneNumber(text)) found.add("telepon");
  if (!found.has("website") && hasWebAddress(text)) found.add("website");
  const { reach, flow } = cutFlow(text);
  for (const channel of [...generalChannels(reach), ...leadingChannels(flow)]) found.add(channel);
  if (found.size === 0) for (const channel of generalChannels(text)) found.add(channel);
  return CHANNELS.filter((channel) => found.has(channel));
}
