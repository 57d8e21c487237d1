/**
 * The key of the side that a statement belongs to: whoever it was made on behalf of, else its speaker.
 * Stances and accounts are held by sides.
 */
export function sideOf({
  speakerId,
  onBehalfOfId,
}: {
  speakerId: string
  onBehalfOfId: string | null
}): string {
  return onBehalfOfId ?? speakerId
}
