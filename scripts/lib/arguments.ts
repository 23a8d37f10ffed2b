import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * What a command was called with. Where that is wrong, or `fits` says that it is, the command ends with its usage on
 * standard error and exit code 2.
 */
export function commandArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
  fits: (called: ReturnType<typeof parseArgs<Config>>) => boolean = () => true,
): ReturnType<typeof parseArgs<Config>> {
  try {
    const called = parseArgs(config);
    if (fits(called)) return called;
  } catch {
    // An unknown option, or one without its value: the usage tells.
  }
  console.error(`Pemakaian: ${usage}`);
  process.exit(2);
}

/** A whole number from nought on, as an option gives it. */
export const isWholeNumber = (text: string | undefined): boolean =>
  text === undefined || /^\d{1,9}$/.test(text);
