/** The id as its pack's files write it: `core1/smtp` is `smtp` there. */
export function bareId(qualified: string): string {
  return qualified.slice(qualified.indexOf('/') + 1);
}
