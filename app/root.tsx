import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { getFace } from "./server/accounts/face.server.ts";
import { database } from "./server/database.server.ts";
import { notFound, unexpected } from "./server/errors.ts";
import styles from "./styles/app.css?url";
import { AnswerContext } from "./ui/answer.ts";
import { paths } from "./ui/links.ts";
import { Page } from "./ui/Page.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** What the browser must know to draw the head of an interactive page once more. */
export const loader = async ({ context }: LoaderFunctionArgs) => ({
  face: await getFace(database(), context.viewer),
});

/** Scripts go out only with routes that export `handle = { interactive: true }`. */
const isInteractive = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "interactive" in handle && handle.interactive === true;

const titleIn = (data: unknown): string | undefined =>
  typeof data === "object" && data !== null && "title" in data && typeof data.title === "string"
    ? data.title
    : undefined;

/** Title from the data of the page's loader; one that answers an error or a refused form begins with the word. */
function Title() {
  const { status = 200 } = useContext(AnswerContext);
  const title = useMatches()
    .map((match) => titleIn(match.data))
    .findLast(Boolean);
  const name = title ?? "Tidak dapat ditampilkan";
  return <title>{`${status >= 400 ? "Kesalahan: " : ""}${name} – Tolok`}</title>;
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useContext(AnswerContext);
  const interactive = useMatches().some((match) => isInteractive(match.handle));
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Title />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {interactive && <ScrollRestoration nonce={nonce} />}
        {interactive && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The one boundary: the message of the error class, else the sentence for what nobody foresaw. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { reference = "" } = useContext(AnswerContext);
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page h1={missing ? "Halaman tidak ditemukan" : "Permintaan ini tidak dapat diselesaikan"}>
      <p>{messageOf(error, reference)}</p>
      <p>
        <a href={paths.dasbor()}>Kembali ke Dasbor</a>
      </p>
    </Page>
  );
}

function messageOf(error: unknown, reference: string): string {
  if (!isRouteErrorResponse(error)) return unexpected(reference).message;
  if (typeof error.data?.message === "string") return error.data.message;
  return (error.status === 404 ? notFound() : unexpected(reference)).message;
}
