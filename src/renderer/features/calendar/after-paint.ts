/** Runs something once the frame that is being made has been painted. @returns takes it back */
export function afterPaint(run: () => void): () => void {
  let after: ReturnType<typeof setTimeout> | undefined
  // A page that nobody sees makes no frames.
  const frame = document.hidden ? undefined : requestAnimationFrame(() => (after = setTimeout(run)))
  if (frame === undefined) after = setTimeout(run)
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(after)
  }
}
