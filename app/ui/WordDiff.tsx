import type { WordPart } from "#app/server/word-diff.ts";

/** A changed text: words taken out and put in carry − and + and a line through or under them, not a colour alone. */
export const WordDiff = ({ words }: { words: readonly WordPart[] }) => (
  <blockquote className="word-diff">
    {words.map(({ sign, text }, at) => {
      const key = `${at}${sign}`;
      if (sign === "=") return <span key={key}>{text}</span>;
      const Mark = sign === "+" ? "ins" : "del";
      return (
        <Mark key={key}>
          <span className="mark-sign" aria-hidden="true">
            {sign === "+" ? "+" : "−"}
          </span>
          <span className="hidden-text">{sign === "+" ? "[ditambah: " : "[dihapus: "}</span>
          {text}
          <span className="hidden-text">]</span>
        </Mark>
      );
    })}
  </blockquote>
);
