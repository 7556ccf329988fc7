/** Work cut into steps: it yields after each, and returns what comes of it. Whoever runs it may do something else in between. */
export type Steps<T> = Generator<void, T>;

/** What comes of work when all its steps are done in one go. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
