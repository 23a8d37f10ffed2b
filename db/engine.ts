/** The two engines that run the same schema, the same queries and the same tests. */
export type Engine = "sqlite" | "postgres";
