/** What goes between a pool and its workers. */
export type WorkerRequest<Request> = { readonly id: number; readonly request: Request };

export type WorkerReply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: { readonly message: string; readonly transient: boolean } };
