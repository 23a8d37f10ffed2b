import PDFDocument from "pdfkit";

type Doc = PDFKit.PDFDocument;

export interface DocumentParts {
  size: "A3" | "A4";
  landscape: boolean;
  title: string;
  /** UTC ISO: the same content made at the same instant gives the same bytes. */
  at: string;
}

/** An empty document that is tagged and says its language; whoever draws leaves its own margins. */
export function newDocument({ size, landscape, title, at }: DocumentParts): Doc {
  const made = new Date(at);
  return new PDFDocument({
    size,
    layout: landscape ? "landscape" : "portrait",
    margin: 0,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "id-ID",
    displayTitle: true,
    // The library's own default would look for a file of type beside the program.
    font: null as unknown as string,
    info: { Title: title, Creator: "Tolok", CreationDate: made, ModDate: made },
  });
}

/** Bytes of a document, once it has ended. */
export const bytesOf = (doc: Doc): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
