import { TextField } from "../Fields.tsx";

interface Props {
  id: string;
  /** Left out: the id. */
  name?: string;
  label: string;
  hint?: string;
  value?: string;
  wrong?: string | undefined;
  required?: boolean;
  /** Id of the list of values to choose from. */
  list?: string;
}

/** One line of text whose error is known by itself. */
export const Field = ({ wrong, ...field }: Props) => (
  <TextField
    {...field}
    most={2_000}
    typed={{}}
    errors={wrong === undefined ? [] : [{ field: field.id, message: wrong }]}
  />
);
