/** Whole percents, rounded down: nothing that was read is called certain. What the person said themselves is. */
export function inPercent(confidence: number): string {
  return `${Math.floor(Math.round(confidence * 1000) / 10)} %`;
}
