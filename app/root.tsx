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
import { notFound, unexpected } from "./server/errors.ts";
import { AnswerContext } from "./ui/answer.ts";

/** Scripts go out only with routes that export `handle = { interactive: true }`. */
const isInteractive = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "interactive" in handle && handle.interactive === true;

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useContext(AnswerContext);
  const interactive = useMatches().some((match) => isInteractive(match.handle));
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
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
  return (
    <main>
      <h1>Permintaan ini tidak dapat diselesaikan</h1>
      <p>{messageOf(error, reference)}</p>
      <p>
        <a href="/">Kembali ke Dasbor</a>
      </p>
    </main>
  );
}

function messageOf(error: unknown, reference: string): string {
  if (!isRouteErrorResponse(error)) return unexpected(reference).message;
  if (typeof error.data?.message === "string") return error.data.message;
  return (error.status === 404 ? notFound() : unexpected(reference)).message;
}
